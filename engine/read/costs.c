/* costs.csv and levels.csv: what a plan costs, and the smaller awards it
 * could live with. */
#include "cell.h"
#include "damage.h"
#include "fold.h"
#include "reading.h"
#include <stdio.h>

/* ---- costs */

enum { COST_APPLICATION, HEAD, COST_YEN };
static const table_column cost_columns[] = {
    [COST_APPLICATION] = {"application_id", NEED_VALUE},
    [HEAD] = {"head", NEED_VALUE},
    [COST_YEN] = {"yen", NEED_VALUE},
};

static void begin_costs(reading *r, int rows_at_most) {
  r->to->costs = ARENA_ARRAY(r->home, cost_row, (size_t)rows_at_most + 1);
  r->rows = keys_new(r->scratch, rows_at_most);
}

/* A sum past the largest sum of money stays there, to be refused later. */
static void add_cost(plan_sum *sum, const row *in, int64_t yen) {
  sum->cost_stated = true;
  if (yen == DOSSIER_MISSING || in->quiet)
    sum->cost_doubtful = true;
  else if (sum->cost <= POLICY_YEN_MAX)
    sum->cost += yen;
}

/* Sheets of costs close each plan with a sum; as a head it would count the
 * money twice. Heads of the policy are heads, whatever they are called. */
static bool is_sum(const reading *r, row *in, const char *head) {
  char folded[FOLD_BYTES];
  if (names_find(&r->rules->cost.heads, head) >= 0 ||
      !damage_may_be_total(head) || !fold_text(head, true, folded) ||
      !damage_is_total(folded))
    return false;
  row_complain(in, HEAD, COMPLAINT_ROW_OF_TOTALS, NULL);
  return true;
}

static void take_cost(reading *r, row *in) {
  static const int columns[] = {COST_APPLICATION, HEAD, -1};
  const cost_row c = {.line = in->line,
                      .application = link_application(r, in, COST_APPLICATION),
                      .head = roster_word(r->words, cell_text(in, HEAD)),
                      .yen = cell_yen(in, COST_YEN)};
  if (c.application < 0)
    return;
  const bool sum = is_sum(r, in, c.head);
  add_cost(&r->sums[c.application], in, sum ? DOSSIER_MISSING : c.yen);
  const row_key key = {{c.application, 0, 0, roster_find(r->words, c.head)}};
  const int earlier = *c.head ? keys_add(r->rows, key, in->line) : 0;
  if (earlier)
    row_complain_twice(in, columns, earlier);
  else
    r->to->costs[r->to->cost_count++] = c;
}

void read_costs(reading *r) {
  static const table_form form = {.file = "costs.csv",
                                  .columns = cost_columns,
                                  .column_count = sizeof cost_columns /
                                                  sizeof *cost_columns,
                                  .rows_most = TABLE_ROWS_MAX,
                                  .begin = begin_costs,
                                  .take = take_cost};
  r->costs_state = table_read(r, &form);
}

/* ---- the plan's own figure, which both files may state */

static void complain_of_yen(const reading *r, int application,
                            complaint_code code, const char *allowed) {
  const plan_sum *const sum = &r->sums[application];
  char seen[48] = "";
  if (code == COMPLAINT_VALUE_BAD)
    snprintf(seen, sizeof seen, "%lld (costs.csv)", (long long)sum->cost);
  else if (sum->yen != DOSSIER_MISSING)
    snprintf(seen, sizeof seen, "%lld", (long long)sum->yen);
  complain(r->book, &(remark){.code = code,
                              .file = "applications.csv",
                              .name = "yen",
                              .seen = seen,
                              .allowed = allowed,
                              .at = sum->yen_at});
}

static void settle_with_costs(const reading *r, int application) {
  plan_sum *const sum = &r->sums[application];
  char total[48];
  snprintf(total, sizeof total, "%lld (costs.csv)", (long long)sum->cost);
  if (sum->cost > POLICY_YEN_MAX)
    complain_of_yen(r, application, COMPLAINT_VALUE_BAD, "0..1000000000000");
  else if (sum->yen == DOSSIER_MISSING)
    sum->yen = sum->cost;
  else if (sum->yen != sum->cost)
    complain_of_yen(r, application, COMPLAINT_VALUES_DIFFER, total);
}

void settle_yen(reading *r) {
  for (int i = 0; i < r->to->application_count; i++) {
    plan_sum *const sum = &r->sums[i];
    const bool costs_doubtful =
        sum->cost_doubtful || r->costs_state == TABLE_BROKEN;
    if (sum->yen_doubtful || (costs_doubtful && sum->yen == DOSSIER_MISSING))
      sum->yen_doubtful = true;
    else if (sum->cost_stated && !costs_doubtful)
      settle_with_costs(r, i);
    else if (sum->yen == DOSSIER_MISSING &&
             (r->costs_state != TABLE_ABSENT || !lacks_yen(r)))
      complain_of_yen(r, i, COMPLAINT_VALUE_MISSING,
                      "0..1000000000000; costs.csv");
    r->to->applications[i].yen = sum->yen;
  }
}

/* ---- levels */

enum { LEVEL_APPLICATION, LEVEL, LEVEL_PEOPLE, LEVEL_YEN, WORTH };
static const table_column level_columns[] = {
    [LEVEL_APPLICATION] = {"application_id", NEED_VALUE},
    [LEVEL] = {"level", NEED_VALUE},
    [LEVEL_PEOPLE] = {"people", NEED_VALUE},
    [LEVEL_YEN] = {"yen", NEED_VALUE},
    [WORTH] = {"worth_percent", NEED_VALUE},
};

static void begin_levels(reading *r, int rows_at_most) {
  r->to->levels = ARENA_ARRAY(r->home, level_row, (size_t)rows_at_most + 1);
  r->levels = keys_new(r->scratch, rows_at_most);
}

static void refuse_above(row *in, int which, int64_t low, int64_t value,
                         int64_t most) {
  char allowed[64];
  if (value == DOSSIER_MISSING || value <= most)
    return;
  snprintf(allowed, sizeof allowed, "%lld..%lld", (long long)low,
           (long long)most);
  row_complain(in, which, COMPLAINT_VALUE_BAD, allowed);
}

/* A level is a smaller award: no figure above the plan's own. That a plan has
 * nobody to come is for admission to find. */
static void compare_with_plan(const reading *r, row *in, const level_row *v) {
  const plan_sum *const sum = &r->sums[v->application];
  if (!sum->people_doubtful && sum->people > 0 &&
      r->delegations_state == TABLE_WHOLE)
    refuse_above(in, LEVEL_PEOPLE, 1, v->people, sum->people);
  if (!sum->yen_doubtful && sum->yen != DOSSIER_MISSING)
    refuse_above(in, LEVEL_YEN, 0, v->yen, sum->yen);
}

static void add_level(reading *r, row *in, const level_row *v) {
  static const int columns[] = {LEVEL_APPLICATION, LEVEL, -1};
  const row_key key = {{v->application, 0, 0, roster_find(r->words, v->level)}};
  const int earlier = *v->level ? keys_add(r->levels, key, in->line) : 0;
  if (earlier)
    row_complain_twice(in, columns, earlier);
  else
    r->to->levels[r->to->level_count++] = *v;
}

static void take_level(reading *r, row *in) {
  const level_row v = {.line = in->line,
                       .application =
                           link_application(r, in, LEVEL_APPLICATION),
                       .level = roster_word(r->words, cell_text(in, LEVEL)),
                       .yen = cell_yen(in, LEVEL_YEN),
                       .people = cell_integer(in, LEVEL_PEOPLE, 1, INT32_MAX),
                       .worth_percent = cell_integer(in, WORTH, 1, 99)};
  if (text_same(v.level, "full"))
    row_complain(in, LEVEL, COMPLAINT_VALUE_BAD, "!= full");
  in->lost = in->lost || *v.level == '\0';
  if (v.application < 0)
    return;
  compare_with_plan(r, in, &v);
  add_level(r, in, &v);
}

void read_levels(reading *r) {
  static const table_form form = {.file = "levels.csv",
                                  .columns = level_columns,
                                  .column_count = sizeof level_columns /
                                                  sizeof *level_columns,
                                  .rows_most = TABLE_ROWS_MAX,
                                  .begin = begin_levels,
                                  .take = take_level};
  r->levels_state = table_read(r, &form);
}
