#include "dossier.h"

#include "../base/text.h"
#include "reading.h"
#include <string.h>

enum { FILES_MOST = COMPLAIN_FILES_MAX };

static void add_name(text *list, const char *name) {
  text_format(list, "%s%s", list->length > 0 ? ", " : "", name);
}

static const char *strand_names(arena *home, const policy *p) {
  text all = text_empty(home);
  for (int i = 0; i < p->strand_count; i++)
    add_name(&all, p->strands[i].id);
  return all.at;
}

static const char *course_names(arena *home, const policy *p) {
  text all = text_empty(home);
  for (int i = 0; i < p->course_count; i++)
    add_name(&all, p->courses[i].id);
  return all.at;
}

static const char *criterion_names(arena *home, const scoring *s) {
  text all = text_empty(home);
  for (int i = 0; i < s->criterion_count; i++)
    add_name(&all, s->criteria[i].id);
  return all.at;
}

/* 4.500000 as 4.5, 5.000000 as 5 */
static const char *shortest(arena *home, decimal value) {
  char *const digits = number_decimal_text(home, value, DECIMAL_PLACES);
  char *end = digits + strlen(digits);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';
  return digits;
}

static const char *score_forms(arena *home, const scoring *s) {
  text all = text_empty(home);
  text_format(&all, "%s..%s", shortest(home, s->low), shortest(home, s->high));
  for (int i = 0; i < s->grade_count; i++)
    add_name(&all, s->grades[i].id);
  add_name(&all, "COI");
  return all.at;
}

static dossier *new_dossier(arena *home, const policy *rules) {
  dossier *to = ARENA_NEW(home, dossier);
  to->files = ARENA_ARRAY(home, input_file, FILES_MOST);
  to->files[to->file_count++] = (input_file){"policy.json", rules->sha256, 0};
  return to;
}

static reading open_reading(arena *home, const policy *rules,
                            const char *folder, complaint_book *book,
                            error *err) {
  arena *const scratch = arena_open();
  return (reading){.home = home,
                   .scratch = scratch,
                   .rules = rules,
                   .folder = folder,
                   .book = book,
                   .err = err,
                   .to = new_dossier(home, rules),
                   .applications = roster_new(home),
                   .reviewers = roster_new(home),
                   .words = roster_new(home),
                   .strands = strand_names(scratch, rules),
                   .courses = course_names(scratch, rules),
                   .criteria = criterion_names(scratch, &rules->scoring),
                   .scores = score_forms(scratch, &rules->scoring)};
}

static void sort_files(dossier *to) {
  for (int i = 2; i < to->file_count; i++) {
    const input_file moved = to->files[i];
    int at = i;
    for (; at > 1 && text_order(moved.name, to->files[at - 1].name) < 0; at--)
      to->files[at] = to->files[at - 1];
    to->files[at] = moved;
  }
}

/* null if anything was complained of, or the machine failed */
static dossier *close_reading(reading *r, error *err) {
  arena_close(r->scratch);
  complaint_book *const book = r->book;
  complain_sort(book);
  if (book->errors->count > 0)
    complain_error(&book->errors->item[0], err);
  r->to->notes = book->notes.item;
  r->to->note_count = book->notes.count;
  sort_files(r->to);
  return err->kind == ERROR_NONE ? r->to : NULL;
}

dossier *read_dossier(arena *home, const policy *rules, const char *folder,
                      complaints *list, error *err) {
  *list = (complaints){0};
  complaint_book book = {.home = home, .errors = list};
  reading r = open_reading(home, rules, folder, &book, err);
  read_applications(&r);
  read_delegations(&r);
  read_costs(&r);
  settle_yen(&r);
  read_levels(&r);
  read_reviewers(&r);
  read_scores(&r);
  read_conflicts(&r);
  read_history(&r);
  read_overrides(&r);
  return close_reading(&r, err);
}
