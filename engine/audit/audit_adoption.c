/* adoption.csv beside the plans of decision.json, row by row. */
#include "../read/csv.h"
#include "../read/encoding.h"
#include "record.h"
#include <string.h>

/* as propose writes them; the words of the reason stand in no record */
static const char *const columns[] = {
    "application_id",  "merit_rank", "raw_score",
    "merit",           "priority",   "worth",
    "selection_order", "adopted",    "level",
    "people",          "yen",        "reason",
    "reason_text"};
enum {
  COLUMNS = sizeof columns / sizeof *columns,
  REASON_TEXT = COLUMNS - 1,
  MERIT = 3,
  PRIORITY = 4,
  WORTH = 5
};

typedef struct sheet_reader {
  arena *home;
  const json_t *plans;
  differences *to;
  int rows; /* the header is one */
} sheet_reader;

static const char *said_in(arena *home, const json_t *plan, int column) {
  const json_t *const value = json_object_get(plan, columns[column]);
  if (json_is_null(value))
    return "";
  if (json_is_boolean(value))
    return json_is_true(value) ? "yes" : "no";
  return record_text(home, value);
}

/* The sheet leaves worth and priority open where nothing has a merit and
 * nothing competes. */
static bool left_open(const json_t *plan, int column) {
  return (column == PRIORITY || column == WORTH) &&
         json_is_null(json_object_get(plan, columns[MERIT])) &&
         !json_is_true(json_object_get(plan, "competes"));
}

static void compare_header(sheet_reader *r, const csv_row *in) {
  for (int k = 0; k < COLUMNS; k++)
    audit_compare(r->to,
                  (difference){AUDIT_ADOPTION, "1", columns[k],
                               k < in->count
                                   ? arena_text(r->home, in->cells[k].text,
                                                strlen(in->cells[k].text))
                                   : "absent",
                               columns[k]});
}

static void take_row(void *context, csv_row *in) {
  sheet_reader *const r = context;
  if (r->rows++ == 0) {
    compare_header(r, in);
    return;
  }
  const json_t *const plan = json_array_get(r->plans, (size_t)(r->rows - 2));
  const char *const id =
      plan ? said_in(r->home, plan, 0) : arena_format(r->home, "%d", r->rows);
  for (int k = 0; k < REASON_TEXT; k++) {
    const char *const cell = k < in->count ? in->cells[k].text : "absent";
    const char *const said =
        left_open(plan, k) ? "" : said_in(r->home, plan, k);
    audit_compare(r->to,
                  (difference){AUDIT_ADOPTION, id, columns[k],
                               arena_text(r->home, cell, strlen(cell)), said});
  }
}

static void take_fault(void *context, const fault *what) {
  sheet_reader *const r = context;
  audit_add(r->to, (difference){AUDIT_ADOPTION,
                                arena_format(r->home, "%d", what->at.line), "",
                                "unreadable", ""});
}

bool audit_adoption(arena *home, bytes sheet_file, bytes record,
                    differences *to, error *err) {
  json_t *const root = record_open(record, err);
  if (!root)
    return false;
  plain_text plain;
  sheet_reader r = {home, json_object_get(root, "plans"), to, 0};
  const csv_visitor visitor = {&r, take_row, take_fault};
  const bool ok = encoding_decode(home, sheet_file, &plain, err) &&
                  csv_rows(home, &plain, &visitor, err);
  const int rows = (int)json_array_size(r.plans) + 1;
  if (ok)
    audit_compare(to, (difference){AUDIT_ADOPTION, "", "rows",
                                   arena_format(home, "%d", r.rows),
                                   arena_format(home, "%d", rows)});
  json_decref(root);
  return ok;
}
