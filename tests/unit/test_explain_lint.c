/* lint against trying every set: what it says of rules holds for all of them.
 * Rules are recounted from the pool, so that no row of the program is
 * believed. */
#include "call.h"

#include "../../engine/explain/census.h"
#include "../../engine/formulate/lint.h"
#include <check.h>

static arena *home;
static error err;
static void open_arena(void) {
  home = arena_open();
  err = (error){0};
}
static void close_arena(void) { arena_close(home); }

/* ---- calls whose rules are often too wide, too narrow or at odds */

static const char *invent_limit(random_source *by, const char *of) {
  const bool yen = text_same(of, "yen");
  const int64_t limit = random_between(by, 0, text_same(of, "people") ? 24 : 5);
  if (random_between(by, 0, 3))
    return arena_format(home, "\"limit\":%lld",
                        (long long)(yen ? limit * 200000 : limit));
  return arena_format(home, "\"share\":\"0.%lld\",\"of_total\":\"%s\"",
                      (long long)random_between(by, 0, 9),
                      yen && random_between(by, 0, 1) ? "budget" : "adopted");
}

static const char *invent_rule(random_source *by, int number) {
  static const char *const of[] = {"",
                                   "",
                                   "\"of\":{\"country\":\"IN\"},",
                                   "\"of\":{\"country\":[\"IN\",\"KE\"]},",
                                   "\"of\":{\"field\":\"ict\"},",
                                   "\"of\":{\"host\":\"H1\"},",
                                   "\"of\":{\"host\":\"H9\"},",
                                   NULL},
                           *const each[] = {"",
                                            "",
                                            "",
                                            "\"for_each\":\"host\",",
                                            "\"for_each\":\"country\",",
                                            NULL},
                           *const kinds[] = {"at_least", "at_most", NULL},
                           *const measures[] = {"awards", "people", "yen",
                                                "countries", NULL};
  const char *counts = call_pick(by, measures);
  const char *limit = invent_limit(by, counts);
  const bool aim = !strstr(limit, "adopted") && !random_between(by, 0, 3);
  return arena_format(
      home, "{\"id\":\"r%d\",%s%s\"kind\":\"%s\",\"measure\":\"%s\",%s%s}",
      number, call_pick(by, of), call_pick(by, each), call_pick(by, kinds),
      counts, limit,
      aim ? arena_format(home, ",\"strength\":\"aim\",\"rank\":%d", number + 1)
          : "");
}

static void invent_plan(call *c, random_source *by, int number) {
  static const char *const hosts[] = {"H1", "H2", "H3", NULL},
                           *const fields[] = {"ict", "law", "", NULL},
                           *const countries[] = {"IN", "KE", "CN", NULL};
  application_row *to = call_application(c, arena_format(home, "P%d", number),
                                         random_between(by, 1, 500000));
  to->host_id = call_pick(by, hosts);
  to->field = call_pick(by, fields);
  int people = 0;
  for (int64_t i = random_between(by, 1, 2); i > 0; i--) {
    const int more = (int)random_between(by, 1, 4);
    call_people(c, call_pick(by, countries), "", more);
    people += more;
  }
  if (people > 1 && to->yen > 1 && random_between(by, 0, 2) == 0)
    call_level(c, "half", to->yen / 2, people / 2, 45);
  if (random_between(by, 0, 11) == 0)
    call_override(c, true, "");
  call_score(c, "R1", 0, "3");
}

static program *invent(uint64_t seed) {
  random_source by = random_seeded(seed);
  text rules = text_empty(home);
  text_add(&rules, "\"rules\":[");
  for (int i = 0; i < 6; i++)
    text_format(&rules, "%s%s", i ? "," : "", invent_rule(&by, i));
  text_add(&rules, "]");
  call c = call_open(home, rules.at);
  for (int i = 0; i < 6; i++)
    invent_plan(&c, &by, i);
  const pool *p = admit(home, c.rules, &c.d, &err);
  const merits *m = p ? score(home, p, &err) : NULL;
  const worths *w = m ? weigh(home, m, &err) : NULL;
  program *g = w ? formulate(home, w, &err) : NULL;
  ck_assert_msg(g != NULL, "%s", err.text);
  return g;
}

/* ---- every set: one bit a rule and one for the budget, set where it is kept
 */

enum { RULES_MOST = 16, BUDGET_BIT = RULES_MOST, EMPTY_BIT };

typedef struct trials {
  const program *g;
  selection now;
  uint32_t *sets;
  int count, room;
} trials;

static void note_set(trials *t) {
  const policy *p = t->now.of->rules;
  uint32_t kept = 0;
  int awards = 0;
  int64_t yen = 0;
  for (int a = 0; a < t->now.of->count; a++)
    if (t->now.award[a] >= 0) {
      awards++;
      yen += t->now.of->applications[a].awards[t->now.award[a]].yen;
    }
  for (int k = 0; k < p->rule_count; k++) {
    const names keys =
        measure_keys(home, t->now.of, &p->rules[k], t->g->from->selection,
                     t->g->from->selection_count);
    if (census_rule(home, &t->now, k, keys).shortfall.num == 0)
      kept |= UINT32_C(1) << k;
  }
  kept |= yen <= policy_base_yen(p) ? UINT32_C(1) << BUDGET_BIT : 0;
  kept |= awards == 0 ? UINT32_C(1) << EMPTY_BIT : 0;
  if (t->count == t->room) {
    t->room = t->room ? 2 * t->room : 256;
    t->sets = arena_grow(home, t->sets, sizeof *t->sets, (size_t)t->count,
                         (size_t)t->room);
  }
  t->sets[t->count++] = kept;
}

static void try_from(trials *t, int a) {
  if (a == t->now.of->count) {
    note_set(t);
    return;
  }
  const application *one = &t->now.of->applications[a];
  const bool in = one->intervention == INTERVENTION_IN;
  for (int w = in ? 0 : -1; w < one->award_count; w++) {
    t->now.award[a] = w;
    try_from(t, a + 1);
  }
}

static int bit_of(const policy *p, const char *id) {
  for (int k = 0; k < p->rule_count; k++)
    if (text_same(p->rules[k].id, id))
      return k;
  return BUDGET_BIT;
}

/* Does one set speak against the remark? */
static bool refutes(uint32_t set, const remark *r, int about, int other) {
  const bool kept = set >> about & 1, beside = set >> other & 1;
  switch (r->code) {
  case REMARK_NEVER_BINDS:
    return !kept;
  case REMARK_BEYOND_REACH:
  case REMARK_AIM_MISSED:
    return kept;
  case REMARK_ONLY_EMPTY:
    return kept && !(set >> EMPTY_BIT & 1);
  case REMARK_IMPLIED:
    return beside && !kept;
  case REMARK_CONTRADICTS:
  case REMARK_AIM_CONTRADICTS:
    return kept && beside;
  case REMARK_SHARES_CONTRADICT:
    return kept && beside && !(set >> EMPTY_BIT & 1);
  default:
    return false;
  }
}

static int wrong_remarks(const trials *t, const remarks *all, int *seen) {
  int wrong = 0;
  for (int i = 0; i < all->count; i++) {
    const remark *r = &all->item[i];
    const int about = bit_of(t->now.of->rules, r->about);
    const int other = bit_of(t->now.of->rules, r->other);
    bool refuted = false;
    for (int s = 0; s < t->count; s++)
      refuted = refuted || refutes(t->sets[s], r, about, other);
    wrong += refuted;
    seen[r->code]++;
    if (refuted)
      fprintf(stderr, "%s: code %d (%s)\n%s\n", r->about, (int)r->code,
              r->other, t->now.of->rules->json);
  }
  return wrong;
}

START_TEST(says_of_rules_what_every_set_bears_out) {
  enum { SEEDS = 100 };
  static const remark_code common[] = {
      REMARK_NEVER_BINDS,    REMARK_BEYOND_REACH, REMARK_AIM_MISSED,
      REMARK_ONLY_EMPTY,     REMARK_IMPLIED,      REMARK_CONTRADICTS,
      REMARK_AIM_CONTRADICTS};
  int wrong = 0, seen[REMARK_COUNT] = {0}, unseen = 0;
  for (int i = 0; i < SEEDS; i++) {
    trials t = {.g = invent((uint64_t)(_i * SEEDS + i))};
    t.now.of = t.g->from->from->of;
    t.now.award = ARENA_ARRAY(home, int, t.now.of->count);
    try_from(&t, 0);
    wrong += wrong_remarks(&t, lint(home, t.g), seen);
  }
  for (size_t i = 0; i < sizeof common / sizeof *common; i++)
    unseen += seen[common[i]] == 0;
  ck_assert_int_eq(wrong, 0);
  ck_assert_int_eq(unseen, 0);
}
END_TEST

int main(void) {
  Suite *suite = suite_create("explain_lint");
  TCase *cases = tcase_create("lint");
  tcase_add_checked_fixture(cases, open_arena, close_arena);
  tcase_set_timeout(cases, 100);
  tcase_add_loop_test(cases, says_of_rules_what_every_set_bears_out, 0, 4);
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? 0 : 1;
}
