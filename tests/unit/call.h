/* call - calls for unit tests, written down row by row, without files.
 * A desk holds one call while a test writes it: rows go behind each other in
 * the order written, up to CALL_ROWS a table. */
#ifndef SAITAKU_TESTS_CALL_H
#define SAITAKU_TESTS_CALL_H

#include "../../engine/base/random.h"
#include "../../engine/base/text.h"
#include "../../engine/read/dossier.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CALL_ROWS = 1024 };

typedef struct call {
  arena *home;
  const policy *rules;
  dossier d;
} call;

/* A policy with these members beside the required ones; scoring and budget are
 * filled in where the members leave them out. */
static inline const policy *call_policy(arena *home, const char *members) {
  const char *how = "\"scoring\":{\"scale\":{\"low\":1,\"high\":5},"
                    "\"criteria\":[{\"id\":\"plan\",\"weight\":\"1\"}]},";
  const char *json = arena_format(
      home,
      "{\"programme\":\"p\",\"fiscal_year\":2025,\"round\":1,"
      "\"as_of\":\"2025-07-04\",%s\"budget\":{\"yen\":1000000}%s%s}",
      strstr(members, "\"scoring\"") ? "" : how, *members ? "," : "", members);
  error err = {0};
  const policy *p =
      policy_parse(home, "policy.json", (bytes){json, strlen(json)}, &err);
  if (!p)
    fprintf(stderr, "%s\n%s\n", err.text, json);
  return p;
}

static inline call call_open(arena *home, const char *members) {
  call c = {.home = home, .rules = call_policy(home, members)};
  c.d.applications = ARENA_ARRAY(home, application_row, CALL_ROWS);
  c.d.delegations = ARENA_ARRAY(home, delegation_row, CALL_ROWS);
  c.d.costs = ARENA_ARRAY(home, cost_row, CALL_ROWS);
  c.d.levels = ARENA_ARRAY(home, level_row, CALL_ROWS);
  c.d.reviewers = ARENA_ARRAY(home, reviewer_row, CALL_ROWS);
  c.d.conflicts = ARENA_ARRAY(home, conflict_row, CALL_ROWS);
  c.d.scores = ARENA_ARRAY(home, score_row, CALL_ROWS);
  c.d.history = ARENA_ARRAY(home, history_row, CALL_ROWS);
  c.d.overrides = ARENA_ARRAY(home, override_row, CALL_ROWS);
  return c;
}

static inline application_row *call_application(call *c, const char *id,
                                                int64_t yen) {
  const int line = c->d.application_count + 2;
  application_row *row = &c->d.applications[c->d.application_count++];
  *row = (application_row){line,
                           id,
                           "H1",
                           "university",
                           "",
                           "",
                           "",
                           "",
                           "",
                           yen,
                           DOSSIER_MISSING,
                           DOSSIER_MISSING,
                           DATE_MISSING};
  return row;
}

/* all rows below belong to the application written last */
static inline int call_last(const call *c) {
  return c->d.application_count - 1;
}

static inline delegation_row *call_people(call *c, const char *country,
                                          const char *sender, int people) {
  const int line = c->d.delegation_count + 2;
  delegation_row *row = &c->d.delegations[c->d.delegation_count++];
  *row = (delegation_row){
      line, call_last(c),    country_find(country), people,        sender,
      "",   DOSSIER_MISSING, DOSSIER_MISSING,       ANSWER_MISSING};
  return row;
}

static inline void call_cost(call *c, const char *head, int64_t yen) {
  const int line = c->d.cost_count + 2;
  c->d.costs[c->d.cost_count++] = (cost_row){line, call_last(c), head, yen};
}

static inline void call_level(call *c, const char *level, int64_t yen,
                              int64_t people, int64_t percent) {
  const int line = c->d.level_count + 2;
  c->d.levels[c->d.level_count++] =
      (level_row){line, call_last(c), level, yen, people, percent};
}

static inline int call_reviewer(call *c, const char *id) {
  for (int i = 0; i < c->d.reviewer_count; i++)
    if (text_same(c->d.reviewers[i].id, id))
      return i;
  const int line = c->d.reviewer_count + 2;
  c->d.reviewers[c->d.reviewer_count] = (reviewer_row){line, id, ""};
  return c->d.reviewer_count++;
}

static inline void call_conflict(call *c, const char *reviewer,
                                 const char *reason) {
  const int line = c->d.conflict_count + 2;
  c->d.conflicts[c->d.conflict_count++] =
      (conflict_row){line, call_reviewer(c, reviewer), call_last(c), reason};
}

/* mark: "3.5", "COI" or "" for a missing score */
static inline void call_score(call *c, const char *reviewer, int about,
                              const char *mark) {
  const int line = c->d.score_count + 2;
  score_row *row = &c->d.scores[c->d.score_count++];
  *row = (score_row){
      line, call_reviewer(c, reviewer), call_last(c), about, SCORE_GIVEN, 0};
  if (text_same(mark, "COI"))
    row->state = SCORE_CONFLICT;
  else if (!*mark)
    row->state = SCORE_MISSING;
  else if (!number_decimal(mark, DECIMAL_PLACES, &row->score))
    abort();
}

static inline history_row *call_history(call *c, int64_t year,
                                        const char *country, int64_t people) {
  const int line = c->d.history_count + 2;
  history_row *row = &c->d.history[c->d.history_count++];
  *row = (history_row){line, year, people, country_find(country), "", ""};
  return row;
}

static inline void call_override(call *c, bool in, const char *level) {
  const int line = c->d.override_count + 2;
  c->d.overrides[c->d.override_count++] = (override_row){
      line, call_last(c), in, "the minister's wish", "chair", level, 20000};
}

/* ---- the same call with the rows of every table in another order */
static inline void *call_mixed(call *c, random_source *by, const void *rows,
                               size_t size, int count, int *moved_to) {
  char *to = arena_take(c->home, size, CALL_ROWS);
  int *from = ARENA_ARRAY(c->home, int, count + 1);
  for (int i = 0; i < count; i++)
    from[i] = i;
  for (int i = count - 1; i > 0; i--) {
    const int k = (int)random_between(by, 0, i), keep = from[i];
    from[i] = from[k];
    from[k] = keep;
  }
  for (int i = 0; i < count; i++) {
    memcpy(to + (size_t)i * size, (const char *)rows + (size_t)from[i] * size,
           size);
    if (moved_to)
      moved_to[from[i]] = i;
  }
  return to;
}

static inline call call_shuffled(const call *from, uint64_t seed) {
  call c = *from;
  random_source by = random_seeded(seed);
  dossier *d = &c.d;
  int *app = ARENA_ARRAY(c.home, int, CALL_ROWS);
  int *rev = ARENA_ARRAY(c.home, int, CALL_ROWS);
  d->applications =
      call_mixed(&c, &by, d->applications, sizeof *d->applications,
                 d->application_count, app);
  d->reviewers = call_mixed(&c, &by, d->reviewers, sizeof *d->reviewers,
                            d->reviewer_count, rev);
  d->delegations = call_mixed(&c, &by, d->delegations, sizeof *d->delegations,
                              d->delegation_count, NULL);
  d->costs =
      call_mixed(&c, &by, d->costs, sizeof *d->costs, d->cost_count, NULL);
  d->levels =
      call_mixed(&c, &by, d->levels, sizeof *d->levels, d->level_count, NULL);
  d->conflicts = call_mixed(&c, &by, d->conflicts, sizeof *d->conflicts,
                            d->conflict_count, NULL);
  d->scores =
      call_mixed(&c, &by, d->scores, sizeof *d->scores, d->score_count, NULL);
  d->history = call_mixed(&c, &by, d->history, sizeof *d->history,
                          d->history_count, NULL);
  d->overrides = call_mixed(&c, &by, d->overrides, sizeof *d->overrides,
                            d->override_count, NULL);
  for (int i = 0; i < d->delegation_count; i++)
    d->delegations[i].application = app[d->delegations[i].application];
  for (int i = 0; i < d->cost_count; i++)
    d->costs[i].application = app[d->costs[i].application];
  for (int i = 0; i < d->level_count; i++)
    d->levels[i].application = app[d->levels[i].application];
  for (int i = 0; i < d->override_count; i++)
    d->overrides[i].application = app[d->overrides[i].application];
  for (int i = 0; i < d->conflict_count; i++) {
    d->conflicts[i].application = app[d->conflicts[i].application];
    d->conflicts[i].reviewer = rev[d->conflicts[i].reviewer];
  }
  for (int i = 0; i < d->score_count; i++) {
    d->scores[i].application = app[d->scores[i].application];
    d->scores[i].reviewer = rev[d->scores[i].reviewer];
  }
  return c;
}

/* ---- a call with something of everything, from a seed */
static inline const char *call_pick(random_source *by, const char *const *of) {
  int count = 0;
  while (of[count])
    count++;
  return of[random_between(by, 0, count - 1)];
}

static inline void call_rich_plan(call *c, random_source *by, int number) {
  static const char *const hosts[] = {"H1", "H2", "H3", "H4", NULL},
                           *const types[] = {"university", "company", NULL},
                           *const courses[] = {"A", "C", "D", "", NULL},
                           *const strands[] = {"invitation", "online", NULL},
                           *const fields[] = {"ict", "social", "arts", "",
                                              NULL},
                           *const countries[] = {"IN", "KE", "CN",
                                                 "NG", "FR", NULL},
                           *const senders[] = {"S1", "S2", "S3", "", NULL},
                           *const roles[] = {"student", "worker", "tourist", "",
                                             NULL},
                           *const heads[] = {"travel", "programme", "admin",
                                             "tax",    "wine",      NULL};
  application_row *row =
      call_application(c, arena_format(c->home, "P%02d", number * 7 % 100), 0);
  row->host_id = call_pick(by, hosts);
  row->host_type = call_pick(by, types);
  row->course = call_pick(by, courses);
  row->strand = call_pick(by, strands);
  row->field = call_pick(by, fields);
  row->days = random_between(by, 5, 12);
  row->domestic_km = random_between(by, 0, 160);
  row->received_on = (int32_t)random_between(by, 20000, 20004);
  for (int64_t i = random_between(by, 0, 4); i > 0; i--) {
    delegation_row *who =
        call_people(c, call_pick(by, countries), call_pick(by, senders),
                    (int)random_between(by, 1, 5));
    who->role = call_pick(by, roles);
    who->oldest_age = random_between(by, 30, 42);
    who->first_visit = (answer)random_between(by, 0, 2);
  }
  row->yen = random_between(by, 1, 900000);
  if (random_between(by, 0, 1)) {
    row->yen = 0;
    for (int i = 0; heads[i]; i++) {
      const int64_t yen = random_between(by, 0, 100000);
      row->yen += yen;
      call_cost(c, heads[i], yen);
    }
  }
  for (int64_t i = random_between(by, 0, 2); i > 0; i--)
    call_level(c, i == 1 ? "small" : "tiny", random_between(by, 0, 200000),
               random_between(by, 0, 3), random_between(by, 1, 99));
  if (random_between(by, 0, 9) == 0)
    call_override(c, random_between(by, 0, 1), "");
}

static inline void call_rich_reviews(call *c, random_source *by) {
  static const char *const marks[] = {"1", "2",   "2.5", "3", "4",
                                      "5", "COI", "",    NULL};
  for (int r = 0; r < 6; r++) {
    if (random_between(by, 0, 2) == 0)
      continue;
    const char *id = arena_format(c->home, "R%d", r * 5 % 6);
    if (random_between(by, 0, 9) == 0)
      call_conflict(c, id, r % 2 ? "kin" : "same lab");
    for (int k = 0; k < c->rules->scoring.criterion_count; k++)
      call_score(c, id, k, call_pick(by, marks));
  }
}

/* how: the policy's member "scoring" */
static inline call call_rich(arena *home, uint64_t seed, const char *how) {
  static const char members[] =
      "\"strands\":{\"invitation\":{\"courses\":[\"A\",\"C\",\"D\"]},"
      "\"online\":{}},"
      "\"courses\":{\"A\":{\"days\":7,\"days_if\":[{\"domestic_km_at_least\":"
      "80,"
      "\"days\":8}],\"people\":8},\"C\":{\"days\":10,\"people\":8,"
      "\"people_if\":[{\"senders_at_least\":2,\"people\":12}]},"
      "\"D\":{\"all_people_in\":\"africa\",\"first_visit\":false}},"
      "\"admission\":{\"oldest_age\":40,\"first_visit\":true,\"roles\":["
      "\"student\","
      "\"worker\"],\"fields\":[\"ict\",\"social\"],\"reviews_at_least\":2,"
      "\"applications_per_host_at_most\":4},"
      "\"cost\":{\"heads\":[\"travel\",\"programme\",\"admin\",\"tax\"],"
      "\"admin_percent\":10,\"by_host_type\":{\"company\":[\"travel\","
      "\"tax\"]}},"
      "\"groups\":{\"africa\":{\"territory\":\"002\"},\"newcomer\":{\"no_"
      "record\":{\"since\":2014}},"
      "\"back\":{\"senders_with_record\":{\"since\":2014}},\"some\":{\"any_"
      "of\":[\"africa\","
      "\"back\"],\"fields\":[\"ict\"]}},"
      "\"priority\":{\"at_most\":\"0.4\",\"items\":[{\"group\":\"africa\","
      "\"mode\":\"bonus\",\"points\":\"0.3\",\"counts_when\":\"share\"},"
      "{\"group\":\"newcomer\",\"mode\":\"bonus\",\"points\":\"0.2\","
      "\"counts_when\":\"majority\"},{\"group\":\"some\",\"mode\":\"comparable_"
      "merit\","
      "\"within\":\"0.1\"}]},"
      "\"seed\":7,";
  call c =
      call_open(home, arena_format(home, "%s\"scoring\":%s", members, how));
  random_source by = random_seeded(seed);
  for (int i = 0; i < 40; i++) {
    call_rich_plan(&c, &by, i);
    call_rich_reviews(&c, &by);
  }
  call_history(&c, 2015, "CN", 3);
  call_history(&c, 2013, "FR", 3);
  call_history(&c, 2020, "NG", 0);
  call_history(&c, 2020, "IN", 1)->sender_id = "S2";
  return c;
}

#endif
