/* reviewers.csv, scores.csv and conflicts.csv: who judged what, and how. */
#include "cell.h"
#include "fold.h"
#include "reading.h"
#include <string.h>

/* ---- reviewers */

enum { REVIEWER, PANEL };
static const table_column reviewer_columns[] = {
    [REVIEWER] = {"reviewer_id", NEED_VALUE},
    [PANEL] = {"panel", NEED_NONE},
};

static void take_reviewer(reading *r, row *in) {
  static const int key[] = {REVIEWER, -1};
  const char *const id = cell_id(in, REVIEWER);
  const char *const panel = cell_text(in, PANEL);
  const int known = roster_find(r->reviewers, id);
  in->lost = *id == '\0' || known >= 0;
  if (known >= 0)
    row_complain_twice(in, key, r->to->reviewers[known].line);
  else if (*id != '\0')
    link_new_reviewer(r, id, panel, in->line);
}

void read_reviewers(reading *r) {
  static const table_form form = {.file = "reviewers.csv",
                                  .columns = reviewer_columns,
                                  .column_count = sizeof reviewer_columns /
                                                  sizeof *reviewer_columns,
                                  .rows_most = TABLE_ROWS_MAX,
                                  .take = take_reviewer};
  r->reviewers_state = table_read(r, &form);
}

/* ---- scores */

enum { SCORE_REVIEWER, SCORE_APPLICATION, CRITERION, SCORE };
static const table_column score_columns[] = {
    [SCORE_REVIEWER] = {"reviewer_id", NEED_VALUE},
    [SCORE_APPLICATION] = {"application_id", NEED_VALUE},
    [CRITERION] = {"criterion", NEED_VALUE},
    [SCORE] = {"score", NEED_COLUMN},
};

static void begin_scores(reading *r, int rows_at_most) {
  r->to->scores = ARENA_ARRAY(r->home, score_row, (size_t)rows_at_most + 1);
  r->rows = keys_new(r->scratch, rows_at_most);
}

static int link_criterion(const reading *r, row *in) {
  const scoring *const s = &r->rules->scoring;
  const char *const id = cell_text(in, CRITERION);
  for (int i = 0; i < s->criterion_count; i++)
    if (text_same(s->criteria[i].id, id))
      return i;
  if (*id != '\0')
    row_complain(in, CRITERION, COMPLAINT_ID_UNKNOWN, r->criteria);
  return -1;
}

static bool is_grade(const scoring *s, const char *given, decimal *to) {
  for (int i = 0; i < s->grade_count; i++)
    if (text_same(s->grades[i].id, given)) {
      *to = s->grades[i].score;
      return true;
    }
  return false;
}

static bool is_conflict(const char *given) {
  char folded[FOLD_BYTES];
  return fold_text(given, true, folded) &&
         (text_same(folded, "coi") || text_same(folded, "利益相反"));
}

static bool is_mark(const scoring *s, const char *given, decimal *to) {
  return number_decimal(given, DECIMAL_PLACES, to) && *to >= s->low &&
         *to <= s->high;
}

/* no grade is a number: the policy refuses such */
static bool parse_score(const scoring *s, const char *given, decimal *to) {
  char folded[FOLD_BYTES];
  return is_mark(s, given, to) || is_grade(s, given, to) ||
         (fold_text(given, false, folded) &&
          (is_mark(s, folded, to) || is_grade(s, folded, to)));
}

static score_state take_value(const reading *r, row *in, decimal *to) {
  const char *const given = cell_text(in, SCORE);
  if (*given == '\0')
    return SCORE_MISSING;
  if (parse_score(&r->rules->scoring, given, to))
    return SCORE_GIVEN;
  *to = 0;
  if (is_conflict(given))
    return SCORE_CONFLICT;
  cell_refuse_number(in, SCORE, r->scores);
  return SCORE_MISSING;
}

static void take_score(reading *r, row *in) {
  static const int key[] = {SCORE_REVIEWER, SCORE_APPLICATION, CRITERION, -1};
  score_row s = {.line = in->line,
                 .reviewer = link_reviewer(r, in, SCORE_REVIEWER),
                 .application = link_application(r, in, SCORE_APPLICATION),
                 .criterion = link_criterion(r, in)};
  s.state = take_value(r, in, &s.score);
  if (s.reviewer < 0 || s.application < 0 || s.criterion < 0)
    return;
  const row_key of = {{s.reviewer, s.application, 0, s.criterion}};
  const int earlier = keys_add(r->rows, of, in->line);
  if (earlier)
    row_complain_twice(in, key, earlier);
  else
    r->to->scores[r->to->score_count++] = s;
}

void read_scores(reading *r) {
  static const table_form form = {.file = "scores.csv",
                                  .required = true,
                                  .rows = ROWS_MAY_FOLLOW,
                                  .columns = score_columns,
                                  .column_count = sizeof score_columns /
                                                  sizeof *score_columns,
                                  .rows_most = TABLE_ROWS_MAX,
                                  .begin = begin_scores,
                                  .take = take_score};
  table_read(r, &form);
  r->scores_are_read = true;
}

/* ---- conflicts */

enum { CONFLICT_REVIEWER, CONFLICT_APPLICATION, REASON };
static const table_column conflict_columns[] = {
    [CONFLICT_REVIEWER] = {"reviewer_id", NEED_VALUE},
    [CONFLICT_APPLICATION] = {"application_id", NEED_VALUE},
    [REASON] = {"reason", NEED_NONE},
};

static void begin_conflicts(reading *r, int rows_at_most) {
  r->to->conflicts =
      ARENA_ARRAY(r->home, conflict_row, (size_t)rows_at_most + 1);
  r->rows = keys_new(r->scratch, rows_at_most);
}

static void take_conflict(reading *r, row *in) {
  static const int key[] = {CONFLICT_REVIEWER, CONFLICT_APPLICATION, -1};
  const conflict_row c = {
      .line = in->line,
      .reviewer = link_reviewer(r, in, CONFLICT_REVIEWER),
      .application = link_application(r, in, CONFLICT_APPLICATION),
      .reason = roster_word(r->words, cell_text(in, REASON))};
  if (c.reviewer < 0 || c.application < 0)
    return;
  const row_key of = {{c.reviewer, c.application}};
  const int earlier = keys_add(r->rows, of, in->line);
  if (earlier)
    row_complain_twice(in, key, earlier);
  else
    r->to->conflicts[r->to->conflict_count++] = c;
}

void read_conflicts(reading *r) {
  static const table_form form = {.file = "conflicts.csv",
                                  .columns = conflict_columns,
                                  .column_count = sizeof conflict_columns /
                                                  sizeof *conflict_columns,
                                  .rows_most = TABLE_ROWS_MAX,
                                  .begin = begin_conflicts,
                                  .take = take_conflict};
  table_read(r, &form);
}
