/* Which plans a chain of reviews links: trees of plans and reviewers, joined
 * review by review. */
#include "roll.h"

static int root_of(int *parent, int at) {
  while (parent[at] != at)
    at = parent[at] = parent[parent[at]];
  return at;
}

/* plans are numbered first, reviewers behind them */
static int *join_all(const roll *r) {
  const int nodes = r->count + r->from->reviewer_count;
  int *const parent = ARENA_ARRAY(r->home, int, nodes + 1);
  for (int i = 0; i < nodes; i++)
    parent[i] = i;
  for (int i = 0; i < r->sheet_count; i++) {
    const sheet *const s = &r->sheets[i];
    if (sheet_counts(r, s))
      parent[root_of(parent, s->entry)] =
          root_of(parent, r->count + s->reviewer);
  }
  return parent;
}

void roll_groups(roll *r) {
  int *const parent = join_all(r);
  int *const number =
      ARENA_ARRAY(r->home, int, r->count + r->from->reviewer_count + 1);
  for (int i = 0; i < r->count; i++) {
    entry *const e = &r->entries[i];
    if (e->reviews == 0)
      continue;
    int *const own = &number[root_of(parent, i)];
    if (*own == 0)
      *own = ++r->group_count;
    e->group = *own;
  }
}
