#include "decide.h"

static bool may_give_way(owner_kind kind) {
  return kind == OWNER_RULE || kind == OWNER_RESERVED ||
         kind == OWNER_ENVELOPE || kind == OWNER_OVERRIDE;
}

static bool is_infeasible(run *r, const model *m) {
  const outcome found = search_any(r, m);
  return found.proved && !found.x;
}

/* m without the owners that are not kept */
static model *with_only(run *r, const model *m, const bool *kept) {
  model *const some = model_copy(r->home, m);
  for (int k = 0; k < m->of->owner_count; k++)
    if (may_give_way(m->of->owners[k].kind) && !kept[k])
      model_drop_owner(some, k);
  return some;
}

/* the first pair (or, with b = a, single owner) that cannot hold; 0: none */
static int smallest(run *r, const model *m, int size, int *owners) {
  const int n = m->of->owner_count;
  bool *const kept = ARENA_ARRAY(r->home, bool, n);
  for (int a = 0; a < n; a++) {
    for (int b = a; b < n; b++) {
      if (!may_give_way(m->of->owners[a].kind) ||
          !may_give_way(m->of->owners[b].kind) || (a == b) != (size == 1))
        continue;
      kept[a] = kept[b] = true;
      const bool clashes = is_infeasible(r, with_only(r, m, kept));
      kept[a] = kept[b] = false;
      owners[0] = a;
      owners[size - 1] = b;
      if (clashes)
        return size;
    }
  }
  return 0;
}

/* drops one owner after the other as long as no set becomes permitted */
static int irreducible(run *r, const model *m, int *owners) {
  const int n = m->of->owner_count;
  bool *const kept = ARENA_ARRAY(r->home, bool, n);
  int count = 0;
  for (int k = 0; k < n; k++)
    kept[k] = may_give_way(m->of->owners[k].kind);
  for (int k = n - 1; k >= 0; k--) {
    if (!kept[k])
      continue;
    kept[k] = false;
    kept[k] = !is_infeasible(r, with_only(r, m, kept));
  }
  for (int k = 0; k < n; k++)
    if (kept[k])
      owners[count++] = k;
  return count;
}

int clash_of(run *r, const model *m, int *owners) {
  enum { PAIRS_MOST = 40 };
  int *const fewer = ARENA_ARRAY(r->home, int, 2);
  const int count = irreducible(r, m, owners);
  for (int size = 1; size <= 2 && size < count; size++) {
    if (size == 2 && m->of->owner_count > PAIRS_MOST)
      continue;
    if (smallest(r, m, size, fewer) == 0)
      continue;
    owners[0] = fewer[0];
    owners[size - 1] = fewer[size - 1];
    return size;
  }
  return count;
}
