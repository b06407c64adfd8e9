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

/* Without reviewers.csv the reviewers appear one by one, so their array grows
 * here and not by the rows of a file. */
static int add_reviewer(reading *r, const char *id, const char *panel,
                        int line) {
  dossier *const to = r->to;
  const int count = to->reviewer_count;
  if ((count & (count - 1)) == 0) /* full at 0, 1, 2, 4, 8, ... */
    to->reviewers =
        arena_grow(r->home, to->reviewers, sizeof *to->reviewers, (size_t)count,
                   count > 0 ? 2 * (size_t)count : 1);
  const int index = roster_add(r->reviewers, id);
  to->reviewers[index] = (reviewer_row){line, r->reviewers->item[index],
                                        roster_word(r->words, panel)};
  to->reviewer_count++;
  return index;
}

static void take_reviewer(reading *r, row *in) {
  const char *const id = cell_text(in, REVIEWER);
  const int known = roster_find(r->reviewers, id);
  if (known >= 0)
    row_complain_twice(in, REVIEWER, r->to->reviewers[known].line);
  else if (*id != '\0')
    add_reviewer(r, id, cell_text(in, PANEL), in->line);
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

static int link_reviewer(reading *r, row *in, int which) {
  const char *const id = cell_text(in, which);
  if (*id == '\0')
    return -1;
  const int found = roster_find(r->reviewers, id);
  if (found >= 0)
    return found;
  if (r->reviewers_state == TABLE_ABSENT)
    return add_reviewer(r, id, "", in->line);
  if (r->reviewers_state == TABLE_WHOLE)
    row_complain(in, which, COMPLAINT_ID_UNKNOWN, "reviewers.csv");
  return -1;
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

/* a grade goes first: a policy may call one "1" */
static bool parse_score(const scoring *s, const char *given, decimal *to) {
  char folded[FOLD_BYTES];
  return is_grade(s, given, to) ||
         (fold_text(given, false, folded) &&
          (is_grade(s, folded, to) ||
           (number_decimal(folded, DECIMAL_PLACES, to) && *to >= s->low &&
            *to <= s->high)));
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
  row_complain(in, SCORE, COMPLAINT_VALUE_BAD, r->scores);
  return SCORE_MISSING;
}

static void take_score(reading *r, row *in) {
  score_row s = {.line = in->line,
                 .reviewer = link_reviewer(r, in, SCORE_REVIEWER),
                 .application = link_application(r, in, SCORE_APPLICATION),
                 .criterion = link_criterion(r, in)};
  s.state = take_value(r, in, &s.score);
  if (s.reviewer < 0 || s.application < 0 || s.criterion < 0)
    return;
  const row_key key = {{s.reviewer, s.application, s.criterion}};
  const int earlier = keys_add(r->rows, key, in->line);
  if (earlier)
    row_complain_twice(in, SCORE_REVIEWER, earlier);
  else
    r->to->scores[r->to->score_count++] = s;
}

void read_scores(reading *r) {
  static const table_form form = {.file = "scores.csv",
                                  .required = true,
                                  .columns = score_columns,
                                  .column_count = sizeof score_columns /
                                                  sizeof *score_columns,
                                  .rows_most = TABLE_ROWS_MAX,
                                  .begin = begin_scores,
                                  .take = take_score};
  table_read(r, &form);
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
  const conflict_row c = {
      .line = in->line,
      .reviewer = link_reviewer(r, in, CONFLICT_REVIEWER),
      .application = link_application(r, in, CONFLICT_APPLICATION),
      .reason = roster_word(r->words, cell_text(in, REASON))};
  if (c.reviewer < 0 || c.application < 0)
    return;
  const row_key key = {{c.reviewer, c.application}};
  const int earlier = keys_add(r->rows, key, in->line);
  if (earlier)
    row_complain_twice(in, CONFLICT_REVIEWER, earlier);
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
