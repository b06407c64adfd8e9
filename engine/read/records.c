/* history.csv and overrides.csv: what was done before, and what the committee
 * has settled by hand. */
#include "cell.h"
#include "reading.h"

enum { YEAR_FIRST = 1900, YEAR_LAST = 2100, RECORD_PEOPLE_MOST = 1000000000 };

/* ---- history */

enum { FISCAL_YEAR, COUNTRY, PEOPLE, STRAND, SENDER };
static const table_column history_columns[] = {
    [FISCAL_YEAR] = {"fiscal_year", NEED_VALUE},
    [COUNTRY] = {"country", NEED_VALUE},
    [PEOPLE] = {"people", NEED_VALUE},
    [STRAND] = {"strand", NEED_NONE},
    [SENDER] = {"sender_id", NEED_NONE},
};

static void begin_history(reading *r, int rows_at_most) {
  r->to->history = ARENA_ARRAY(r->home, history_row, (size_t)rows_at_most + 1);
}

/* A strand that the policy does not name may have been one in its year; it
 * may also be misspelt, so it is worth a note. */
static const char *take_strand(const reading *r, row *in) {
  const char *const given = cell_text(in, STRAND);
  if (*given != '\0' && r->rules->strand_count > 0 &&
      policy_strand(r->rules, given) < 0)
    row_note(in, STRAND, COMPLAINT_ID_UNKNOWN, r->strands);
  return given;
}

static void take_record(reading *r, row *in) {
  const history_row h = {
      .line = in->line,
      .fiscal_year = cell_integer(in, FISCAL_YEAR, YEAR_FIRST, YEAR_LAST),
      .people = cell_integer(in, PEOPLE, 0, RECORD_PEOPLE_MOST),
      .country = cell_country(in, COUNTRY),
      .strand = roster_word(r->words, take_strand(r, in)),
      .sender_id = roster_word(r->words, cell_id(in, SENDER))};
  link_sender(r, in, SENDER);
  if (h.fiscal_year == DOSSIER_MISSING || h.country < 0)
    return;
  r->to->history[r->to->history_count++] = h;
}

void read_history(reading *r) {
  static const table_form form = {.file = "history.csv",
                                  .columns = history_columns,
                                  .column_count = sizeof history_columns /
                                                  sizeof *history_columns,
                                  .rows_most = TABLE_ROWS_MAX,
                                  .begin = begin_history,
                                  .take = take_record};
  table_read(r, &form);
}

/* ---- overrides */

enum { APPLICATION, DECISION, REASON, DECIDED_BY, DECIDED_ON, LEVEL };
static const table_column override_columns[] = {
    [APPLICATION] = {"application_id", NEED_VALUE},
    [DECISION] = {"decision", NEED_VALUE},
    [REASON] = {"reason", NEED_VALUE},
    [DECIDED_BY] = {"decided_by", NEED_VALUE},
    [DECIDED_ON] = {"decided_on", NEED_VALUE},
    [LEVEL] = {"level", NEED_NONE},
};

enum { DECIDED_IN = 1, DECIDED_OUT };
static const word decisions[] = {{"in", DECIDED_IN},
                                 {"採択", DECIDED_IN},
                                 {"out", DECIDED_OUT},
                                 {"不採択", DECIDED_OUT}};

static void begin_overrides(reading *r, int rows_at_most) {
  r->to->overrides =
      ARENA_ARRAY(r->home, override_row, (size_t)rows_at_most + 1);
  r->rows = keys_new(r->scratch, rows_at_most);
}

static bool has_level(const reading *r, int application, const char *level) {
  const int of = roster_find(r->words, level);
  return text_same(level, "full") ||
         (of >= 0 && r->levels &&
          keys_find(r->levels, (row_key){{application, 0, 0, of}}) > 0);
}

static const char *take_level(const reading *r, row *in, int application,
                              int decision) {
  const char *const level = cell_text(in, LEVEL);
  if (*level == '\0')
    return level;
  if (decision == DECIDED_OUT)
    row_complain(in, LEVEL, COMPLAINT_VALUE_BAD, "\"\" (decision: out)");
  else if (application >= 0 && r->levels_state != TABLE_BROKEN &&
           !has_level(r, application, level))
    row_complain(in, LEVEL, COMPLAINT_ID_UNKNOWN, "full; levels.csv");
  return level;
}

static void add_override(reading *r, row *in, const override_row *o) {
  static const int columns[] = {APPLICATION, -1};
  const row_key key = {{o->application}};
  const int earlier = keys_add(r->rows, key, in->line);
  if (earlier)
    row_complain_twice(in, columns, earlier);
  else
    r->to->overrides[r->to->override_count++] = *o;
}

static void take_override(reading *r, row *in) {
  const int application = link_application(r, in, APPLICATION);
  const int decision = cell_word(
      in, DECISION, decisions, sizeof decisions / sizeof *decisions, "in, out");
  const override_row o = {
      .line = in->line,
      .application = application,
      .in = decision == DECIDED_IN,
      .reason = roster_word(r->words, cell_text(in, REASON)),
      .decided_by = roster_word(r->words, cell_text(in, DECIDED_BY)),
      .level = roster_word(r->words, take_level(r, in, application, decision)),
      .decided_on = cell_date(in, DECIDED_ON)};
  if (application >= 0)
    add_override(r, in, &o);
}

void read_overrides(reading *r) {
  static const table_form form = {.file = "overrides.csv",
                                  .columns = override_columns,
                                  .column_count = sizeof override_columns /
                                                  sizeof *override_columns,
                                  .rows_most = TABLE_ROWS_MAX,
                                  .begin = begin_overrides,
                                  .take = take_override};
  table_read(r, &form);
}
