#include "bare.h"
#include "cell.h"
#include "fold.h"
#include "header_names.h"
#include "reading.h"
#include <stdlib.h>
#include <string.h>

enum {
  REVIEWER,
  REVIEWER_ID,
  APPLICATION,
  APPLICATION_ID,
  CRITERION,
  SCORE,
  PANEL,
  CONFLICT,
  COLUMNS
};
static const table_column columns[COLUMNS] = {
    [REVIEWER] = {"reviewer", NEED_NONE},
    [REVIEWER_ID] = {"reviewer_id", NEED_NONE},
    [APPLICATION] = {"application", NEED_NONE},
    [APPLICATION_ID] = {"application_id", NEED_NONE},
    [CRITERION] = {"criterion", NEED_NONE},
    [SCORE] = {"score", NEED_COLUMN},
    [PANEL] = {"panel", NEED_NONE},
    [CONFLICT] = {"conflict", NEED_NONE}};

static const char score_range[] =
    "-1000000..1000000 with at most nine decimals, COI";

typedef struct gathering { /* the reading, and what it gathers, in one */
  reading in;
  bare *to;
  roster *applications, *reviewers, *criteria, *panels;
  int marked_room;
  bool said_reviewer, said_application; /* that a row names none */
} gathering;

static gathering *gathering_of(reading *r) { return (gathering *)r; }

static void begin_rows(reading *r, int rows_at_most) {
  bare *const to = gathering_of(r)->to;
  to->rows = ARENA_ARRAY(r->home, bare_row, (size_t)rows_at_most + 1);
}

static void complain_of_both(const row *in, const reading *r, int plain,
                             int formal) {
  const char *const allowed =
      arena_format(r->scratch, "%s, %s", columns[plain].name,
                   header_allowed(r->scratch, columns[formal].name));
  const remark column = {
      .file = in->file, .name = columns[plain].name, .allowed = allowed};
  head_lacks(in->head, in->book, &column, plain);
}

/* Either column will do; that the header has neither is said once. */
static int link(row *in, const reading *r, int plain, int formal, roster *to,
                bool *said) {
  const int which = in->cell[plain] ? plain : formal;
  const char *const id = cell_text(in, which);
  if (*id != '\0')
    return roster_add(to, id);
  const unsigned lacks = in->head->lacks;
  const bool no_plain = lacks >> plain & 1U, no_formal = lacks >> formal & 1U;
  if (!no_plain || !no_formal)
    row_complain(in, no_plain ? formal : plain, COMPLAINT_VALUE_MISSING, NULL);
  else if (!*said)
    complain_of_both(in, r, plain, formal);
  *said = true;
  return -1;
}

static bool is_conflict(const char *folded) {
  return text_same(folded, "coi") || text_same(folded, "利益相反");
}

/* false: the row does not count */
static bool take_score(bare *to, row *in, int64_t *score) {
  static const int64_t most = INT64_C(1000000000000000);
  char folded[FOLD_BYTES];
  const char *const given = cell_text(in, SCORE);
  if (*given == '\0') {
    to->missing++;
    return false;
  }
  const bool fits = fold_text(given, true, folded);
  if (fits && number_decimal(folded, BARE_PLACES, score) && *score <= most &&
      *score >= -most)
    return true;
  if (fits && is_conflict(folded))
    to->conflicts++;
  else
    cell_refuse_number(in, SCORE, score_range);
  return false;
}

static void keep_aside(gathering *g, bare_row one) {
  bare *const to = g->to;
  if (to->marked_count == g->marked_room) {
    const int room = g->marked_room ? 2 * g->marked_room : 64;
    to->marked = arena_grow(g->in.home, to->marked, sizeof *to->marked,
                            (size_t)g->marked_room, (size_t)room);
    g->marked_room = room;
  }
  to->marked[to->marked_count++] = one;
  to->conflicts++;
}

static void take_row(reading *r, row *in) {
  gathering *const g = gathering_of(r);
  const char *const panel = cell_text(in, PANEL);
  bare_row one = {
      .reviewer =
          link(in, r, REVIEWER, REVIEWER_ID, g->reviewers, &g->said_reviewer),
      .application = link(in, r, APPLICATION, APPLICATION_ID, g->applications,
                          &g->said_application),
      .criterion = roster_add(g->criteria, cell_text(in, CRITERION)),
      .panel = *panel ? roster_add(g->panels, panel) : -1};
  const bool marked = cell_answer(in, CONFLICT) == ANSWER_YES;
  if (!take_score(g->to, in, &one.score) || one.reviewer < 0 ||
      one.application < 0)
    return;
  if (marked)
    keep_aside(g, one);
  else
    g->to->rows[g->to->count++] = one;
}

/* ---- ids in their order */

typedef struct named {
  const char *id;
  int at;
} named;

static int by_id(const void *a, const void *b) {
  return text_order(((const named *)a)->id, ((const named *)b)->id);
}

/* sorted names; moved[i]: where the i-th of the roster went */
static names sort_names(arena *home, arena *scratch, const roster *from,
                        int **moved) {
  named *all = ARENA_ARRAY(scratch, named, from->count + 1);
  *moved = ARENA_ARRAY(scratch, int, from->count + 1);
  names to = {ARENA_ARRAY(home, const char *, from->count + 1), from->count};
  for (int i = 0; i < from->count; i++)
    all[i] = (named){from->item[i], i};
  qsort(all, (size_t)from->count, sizeof *all, by_id);
  for (int i = 0; i < from->count; i++) {
    to.item[i] = all[i].id;
    (*moved)[all[i].at] = i;
  }
  return to;
}

/* by counting, so that equal rows stay as they were */
static void sort_rows(const bare_row *from, bare_row *to, int count,
                      size_t member, int values, int *start) {
  memset(start, 0, ((size_t)values + 1) * sizeof *start);
  for (int i = 0; i < count; i++)
    start[*(const int *)((const char *)&from[i] + member) + 1]++;
  for (int k = 0; k < values; k++)
    start[k + 1] += start[k];
  for (int i = 0; i < count; i++)
    to[start[*(const int *)((const char *)&from[i] + member)]++] = from[i];
}

typedef struct places { /* where each roster's ids went */
  int *application, *reviewer, *about, *panel;
} places;

static void sort_all(const bare *of, const places *went, bare_row *rows,
                     int count) {
  arena *const scratch = arena_open();
  for (int i = 0; i < count; i++) {
    bare_row *const one = &rows[i];
    one->application = went->application[one->application];
    one->reviewer = went->reviewer[one->reviewer];
    one->criterion = went->about[one->criterion];
    one->panel = one->panel >= 0 ? went->panel[one->panel] : -1;
  }
  const int most = of->applications.count + of->reviewers.count;
  int *start =
      ARENA_ARRAY(scratch, int, (size_t)most + (size_t)of->criteria.count + 2);
  bare_row *room = ARENA_ARRAY(scratch, bare_row, count + 1);
  sort_rows(rows, room, count, offsetof(bare_row, criterion),
            of->criteria.count, start);
  sort_rows(room, rows, count, offsetof(bare_row, reviewer),
            of->reviewers.count, start);
  sort_rows(rows, room, count, offsetof(bare_row, application),
            of->applications.count, start);
  if (count > 0)
    memcpy(rows, room, (size_t)count * sizeof *room);
  arena_close(scratch);
}

static void put_in_order(arena *home, const gathering *g) {
  bare *to = g->to;
  arena *const scratch = arena_open();
  places went;
  to->applications =
      sort_names(home, scratch, g->applications, &went.application);
  to->reviewers = sort_names(home, scratch, g->reviewers, &went.reviewer);
  to->criteria = sort_names(home, scratch, g->criteria, &went.about);
  to->panels = sort_names(home, scratch, g->panels, &went.panel);
  sort_all(to, &went, to->rows, to->count);
  sort_all(to, &went, to->marked, to->marked_count);
  arena_close(scratch);
}

/* ---- the file */

static const char *folder_of(arena *home, const char *path, const char **name) {
  const char *const slash = strrchr(path, '/');
  *name = slash ? slash + 1 : path;
  if (!slash)
    return ".";
  return slash == path ? "/" : arena_text(home, path, (size_t)(slash - path));
}

static void read_rows(gathering *g, const char *name) {
  const table_form form = {.file = name,
                           .required = true,
                           .columns = columns,
                           .column_count = COLUMNS,
                           .rows_most = TABLE_ROWS_MAX,
                           .begin = begin_rows,
                           .take = take_row};
  table_read(&g->in, &form);
}

bare *bare_read(arena *home, const char *path, complaints *list, error *err) {
  const char *name;
  arena *const scratch = arena_open();
  *list = (complaints){0};
  complaint_book book = {.home = home, .errors = list};
  dossier inputs = {.files = ARENA_ARRAY(scratch, input_file, 2)};
  gathering g = {.in = {.home = home,
                        .scratch = scratch,
                        .folder = folder_of(home, path, &name),
                        .book = &book,
                        .err = err,
                        .to = &inputs},
                 .to = ARENA_NEW(home, bare),
                 .applications = roster_new(home),
                 .reviewers = roster_new(home),
                 .criteria = roster_new(home),
                 .panels = roster_new(home)};
  read_rows(&g, name);
  complain_sort(&book);
  if (list->count > 0)
    complain_error(&list->item[0], err);
  if (err->kind == ERROR_NONE)
    put_in_order(home, &g);
  arena_close(scratch);
  return err->kind == ERROR_NONE ? g.to : NULL;
}
