#include "misfits.h"

#include <stdint.h>
#include <stdio.h>

typedef struct search {
  misfit *next, *end; /* those whose cell has not ended yet */
  place cell;         /* the last one that began */
} search;

/* gives the cell that began last to the misfits before the offset */
static void settle(search *s, size_t offset) {
  for (; s->next < s->end && s->next->offset < offset; s->next++) {
    s->next->at.row = s->cell.row;
    s->next->at.index = s->cell.index;
  }
}

static void visit_row(void *context, csv_row *from) {
  search *const s = context;
  for (int i = 0; s->next < s->end && i < from->count; i++) {
    settle(s, from->cells[i].offset);
    s->cell = from->cells[i].at;
  }
}

static void visit_fault(void *context, const fault *what) {
  search *const s = context;
  s->cell = what->at;
}

static int listed(const plain_text *body) {
  const int all = encoding_misfits(body);
  return all < COMPLAINTS_MAX ? all : COMPLAINTS_MAX;
}

static bool find_cells(arena *home, plain_text *body, error *err) {
  search s = {body->misfits, body->misfits + listed(body), {1, 1, 1, 0}};
  const csv_visitor to = {&s, visit_row, visit_fault};
  if (!csv_rows(home, body, &to, err))
    return false;
  settle(&s, SIZE_MAX);
  return true;
}

/* what it was taken as, and why: the encoding with fewer of them goes first */
static const char *count_misfits(arena *home, const plain_text *body) {
  return arena_format(home,
                      body->cp932 ? "CP932 %d, UTF-8 %d" : "UTF-8 %d, CP932 %d",
                      encoding_misfits(body),
                      body->cp932 ? body->utf8_misfits : body->cp932_misfits);
}

bool misfits_complain(arena *home, plain_text *body, const char *file,
                      complaint_book *book, error *err) {
  if (!find_cells(home, body, err))
    return false;
  const char *const counts = count_misfits(home, body);
  for (const misfit *m = body->misfits, *end = m + listed(body); m < end; m++) {
    char seen[8];
    snprintf(seen, sizeof seen, "0x%02X", m->byte);
    const bool nul = m->byte == 0;
    complain(book,
             &(remark){.code = nul ? COMPLAINT_BYTE_NUL : COMPLAINT_BYTE_BAD,
                       .file = file,
                       .seen = seen,
                       .allowed = nul ? NULL : counts,
                       .at = m->at});
  }
  complain_more(book, encoding_misfits(body) - listed(body));
  return true;
}
