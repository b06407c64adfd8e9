#include "solved.h"
#include "../base/text.h"
#include "figures.h"
#include "plain.h"
#include <inttypes.h>

const char *solved_status(const solved *s) {
  switch (s->found->status) {
  case PLAN_OPTIMAL:
    return "optimal";
  case PLAN_FEASIBLE:
    return "feasible";
  case PLAN_INFEASIBLE:
    return "infeasible";
  case PLAN_UNKNOWN:
    break;
  }
  return "unknown";
}

static const char *value_text(arena *home, const solved *s, wide value) {
  return figure_trimmed(home, foreign_value(s->model, s->of, value),
                        foreign_places(s->model, s->of));
}

const char *solved_objective(arena *home, const solved *s) {
  return s->found->x ? value_text(home, s, s->found->worth) : NULL;
}

/* with a set its level's bound may be joined by the root's; without one there
 * is the level's alone */
static bool take_bound(const plan *found, wide *to) {
  *to = found->worth_bound;
  if (found->x)
    return found->worth_bounded;
  if (found->status == PLAN_INFEASIBLE || !found->levels)
    return false;
  *to = found->levels[0].bound;
  return found->levels[0].bounded;
}

const char *solved_bound(arena *home, const solved *s) {
  wide bound;
  return take_bound(s->found, &bound) ? value_text(home, s, bound) : NULL;
}

const char *solved_seconds(arena *home, const solved *s) {
  return figure_trimmed(home, (ratio){s->thousandths, 1000}, 3);
}

/* ---- the screen */

static void add_line(text *to, const char *key, const char *value) {
  text_format(to, "%-10s %s\n", key, value);
}

/* what the bound leaves open; of the objective in hundredths of a percent */
static const char *gap_text(arena *home, const solved *s) {
  const wide open = s->found->worth_bound - s->found->worth;
  const ratio at = foreign_value(s->model, s->of, s->found->worth);
  const ratio zero = foreign_value(s->model, s->of, 0);
  const ratio far = foreign_value(s->model, s->of, open);
  const wide size = at.num < 0 ? -at.num : at.num;
  const wide left =
      far.num < zero.num ? zero.num - far.num : far.num - zero.num;
  const char *const plain = figure_trimmed(home, (ratio){left, far.den},
                                           foreign_places(s->model, s->of));
  if (left == 0 || size == 0)
    return plain;
  return arena_format(home, "%s (%s %%)", plain,
                      figure_trimmed(home, (ratio){100 * left, size}, 4));
}

static int count_taken(const solved *s) {
  int count = 0;
  for (int j = 0; s->found->x && j < s->of->column_count; j++)
    count += s->found->x[j] > 0;
  return count;
}

static void add_claim(text *to, const claim *c) {
  text_format(to, "\nglpk says %s; only its set has been checked\n", c->says);
  if (c->broken)
    text_format(to, "glpk's set breaks %s\n", plain_text(to->home, c->broken));
}

static void add_taken(text *to, const solved *s) {
  for (int j = 0; s->found->x && j < s->of->column_count; j++)
    if (s->found->x[j] > 0)
      text_format(to, "  %s\n", plain_text(to->home, s->of->columns[j].name));
}

char *report_solved(arena *home, const solved *s) {
  text to = text_empty(home);
  const char *const best = solved_objective(home, s);
  const char *const bound = solved_bound(home, s);
  add_line(&to, "status", solved_status(s));
  add_line(&to, "objective", best ? best : "-");
  if (s->model->constant.digits != 0)
    add_line(&to, "  of which",
             arena_format(home, "%s constant", value_text(home, s, 0)));
  add_line(&to, "bound", bound ? bound : "-");
  add_line(&to, "gap", best && bound ? gap_text(home, s) : "-");
  add_line(&to, "nodes", arena_format(home, "%" PRId64, s->found->nodes));
  add_line(&to, "seconds", solved_seconds(home, s));
  add_line(
      &to, "columns",
      arena_format(home, "%d, %d at 1", s->of->column_count, count_taken(s)));
  add_taken(&to, s);
  if (s->claimed)
    add_claim(&to, s->claimed);
  return to.at;
}
