/* What was found and how far it is proved. */
#include "figures.h"
#include "phrases.h"
#include "summary.h"

static void say_infeasible(page *p, const account *a) {
  const plan *const from = a->from;
  const sentence_code code = from->clash_count > 1 ? SAY_STATUS_INFEASIBLE
                             : from->clash_count == 1
                                 ? SAY_STATUS_INFEASIBLE_ONE
                                 : SAY_STATUS_INFEASIBLE_FACTS;
  page_say(p, code, (sentence_values){{0}});
  for (int i = 0; i < from->clash_count; i++)
    page_line(p, arena_format(p->home, "- %s",
                              phrase_owner(p->home, p->in,
                                           &a->of->owners[from->clash[i]])));
}

/* an objective's sum as people read it */
static const char *outcome_of(const page *p, const program *g, int at,
                              wide value) {
  const objective *const of = &g->objectives[at];
  const policy *const rules = g->from->from->of->rules;
  if (of->kind == OBJECTIVE_WALK)
    return "-";
  if (of->kind == OBJECTIVE_WORTH)
    return figure_worth(p->home, g, value);
  if (of->kind == OBJECTIVE_AIM)
    return phrase_measured(p->home, p->in, rules->rules[of->rule].measure,
                           exact_ratio(-value, of->scale));
  /* the one tie that is minimised */
  const bool yen = text_same(of->name, "fewer_yen");
  return figure_grouped(p->home, (ratio){yen ? -value : value, 1});
}

/* what the level was proved not to exceed; for the worth the relaxation tells
 * even before the search began */
static bool bound_of(const account *a, int at, wide *to) {
  const level *const l = &a->from->levels[at];
  const bool worth_only = !l->bounded && a->from->worth_bounded &&
                          a->of->objectives[at].kind == OBJECTIVE_WORTH;
  *to = worth_only ? a->from->worth_bound : l->bound;
  return l->bounded || worth_only;
}

static void say_feasible(page *p, const account *a) {
  const int at = a->from->unproved;
  const objective *const of = &a->of->objectives[at];
  const level *const l = &a->from->levels[at];
  const char *const name = phrase_objective(p->home, p->in, of->name);
  wide bound = 0;
  if (of->kind == OBJECTIVE_WALK || !l->reached || !bound_of(a, at, &bound)) {
    page_say(p, SAY_STATUS_FEASIBLE_OPEN, (sentence_values){{name}});
    return;
  }
  const wide gap = bound - l->value;
  const bool downward =
      of->kind == OBJECTIVE_AIM || text_same(of->name, "fewer_yen");
  page_say(p, SAY_STATUS_FEASIBLE,
           (sentence_values){
               {name, outcome_of(p, a->of, at, downward ? -gap : gap)}});
}

static bool has_aims(const program *g) {
  return g->objective_count > 0 && g->objectives[0].kind == OBJECTIVE_AIM;
}

static sentence_code worth_sentence(const account *a) {
  if (a->of->from->from->of->rules->objective == OBJECTIVE_RANK_ORDER)
    return SAY_RESULT_WORTH_RANK;
  if (!a->from->worth_bounded)
    return SAY_RESULT_WORTH_OPEN;
  return has_aims(a->of) ? SAY_RESULT_WORTH_AIMS : SAY_RESULT_WORTH;
}

static void say_worth(page *p, const account *a) {
  const policy *const rules = a->of->from->from->of->rules;
  page_say(
      p, worth_sentence(a),
      (sentence_values){{figure_worth(p->home, a->of, a->from->worth),
                         figure_worth(p->home, a->of, a->from->worth_bound)}});
  if (a->once_units > 0)
    page_say(p, SAY_RESULT_ONCE,
             (sentence_values){{figure_points(p->home, rules, a->once_units)}});
}

void summary_result(page *p, const outcome *o) {
  const account *const a = o->account;
  page_head(p, SAY_HEAD_RESULT);
  switch (a->from->status) {
  case PLAN_OPTIMAL:
    page_say(p, SAY_STATUS_OPTIMAL, (sentence_values){{0}});
    break;
  case PLAN_FEASIBLE:
    say_feasible(p, a);
    break;
  case PLAN_UNKNOWN:
    page_say(p, SAY_STATUS_UNKNOWN, (sentence_values){{0}});
    break;
  case PLAN_INFEASIBLE:
    say_infeasible(p, a);
    break;
  }
  if (a->from->x)
    say_worth(p, a);
  if (a->from->only_empty)
    page_line(p, phrase_only_empty(p->home, p->in, a));
}

static void add_level(const page *p, grid *g, const account *a, int at) {
  const level *const l = &a->from->levels[at];
  const program *const of = a->of;
  const char *const name =
      phrase_objective(p->home, p->in, of->objectives[at].name);
  wide bound = 0;
  if (!l->reached) {
    grid_add(g, (grid_cells){{name, "", "", page_word(p, SAY_NOT_DECIDED)}});
    return;
  }
  grid_add(g, (grid_cells){
                  {name, outcome_of(p, of, at, l->value),
                   bound_of(a, at, &bound) ? outcome_of(p, of, at, bound) : "-",
                   page_word(p, l->proved ? SAY_YES : SAY_NO)}});
}

void summary_levels(page *p, const outcome *o) {
  const account *const a = o->account;
  if (!a->from->x)
    return;
  page_head(p, SAY_HEAD_LEVELS);
  grid g = grid_new(p->home, "lrrl");
  grid_add(&g, (grid_cells){{page_word(p, SAY_COLUMN_LEVEL),
                             page_word(p, SAY_COLUMN_OUTCOME),
                             page_word(p, SAY_COLUMN_BOUND),
                             page_word(p, SAY_COLUMN_PROVED)}});
  for (int i = 0; i < a->of->objective_count; i++)
    add_level(p, &g, a, i);
  page_grid(p, &g);
  if (a->from->decided_by < 0)
    return;
  const char *const name = a->of->objectives[a->from->decided_by].name;
  page_say(p, SAY_DECIDED_BY,
           (sentence_values){{phrase_objective(p->home, p->in, name)}});
}
