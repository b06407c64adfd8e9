#include "certificate.h"
#include <stdlib.h>

sum sum_new(int columns) {
  sum to = {.columns = columns};
  to.value = make_room(NULL, sizeof *to.value, (size_t)columns);
  to.touched = make_room(NULL, sizeof *to.touched, (size_t)columns);
  to.is_touched = make_room(NULL, sizeof *to.is_touched, (size_t)columns);
  for (int j = 0; j < columns; j++) {
    mpq_init(to.value[j]);
    to.is_touched[j] = false;
  }
  return to;
}

void sum_add(sum *to, int column, mpq_srcptr by) {
  if (!to->is_touched[column])
    to->touched[to->touched_count++] = column;
  to->is_touched[column] = true;
  mpq_add(to->value[column], to->value[column], by);
}

static int by_number(const void *a, const void *b) {
  const int x = *(const int *)a, y = *(const int *)b;
  return (x > y) - (x < y);
}

void row_take(row *to, sum *from) {
  const size_t most = (size_t)from->touched_count;
  qsort(from->touched, most, sizeof *from->touched, by_number);
  to->column = make_room(NULL, sizeof *to->column, most);
  to->value = make_room(NULL, sizeof *to->value, most);
  to->count = 0;
  for (size_t i = 0; i < most; i++) {
    const int j = from->touched[i];
    if (mpq_sgn(from->value[j]) != 0) {
      mpq_init(to->value[to->count]);
      mpq_swap(to->value[to->count], from->value[j]);
      to->column[to->count++] = j;
    }
    mpq_set_ui(from->value[j], 0, 1);
    from->is_touched[j] = false;
  }
  from->touched_count = 0;
}

void row_free(row *of) {
  for (int i = 0; i < of->count; i++)
    mpq_clear(of->value[i]);
  free(of->column);
  free(of->value);
  free(of->assumed);
  mpq_clear(of->limit);
  *of = (row){.is_gone = true};
}

bool row_is_absurd(const row *of) {
  const int sign = mpq_sgn(of->limit);
  return of->count == 0 &&
         ((of->sense >= 0 && sign > 0) || (of->sense <= 0 && sign < 0));
}

bool row_same_left(const row *a, const row *b) {
  if (a->count != b->count)
    return false;
  for (int i = 0; i < a->count; i++)
    if (a->column[i] != b->column[i] || !mpq_equal(a->value[i], b->value[i]))
      return false;
  return true;
}

bool row_dominates(const row *a, const row *b) {
  if (row_is_absurd(a))
    return true;
  if (!row_same_left(a, b) || (a->sense != 0 && a->sense != b->sense))
    return false;
  const int order = mpq_cmp(a->limit, b->limit);
  return b->sense == 0 ? order == 0 : order * b->sense >= 0;
}

void row_assume(row *to, const row *also, long without) {
  long *const all = make_room(
      NULL, sizeof *all, (size_t)(to->assumed_count + also->assumed_count));
  long count = 0, i = 0, k = 0;
  while (i < to->assumed_count || k < also->assumed_count) {
    const bool mine =
        k == also->assumed_count ||
        (i < to->assumed_count && to->assumed[i] <= also->assumed[k]);
    const long next = mine ? to->assumed[i++] : also->assumed[k++];
    if ((mine || next != without) && (count == 0 || all[count - 1] != next))
      all[count++] = next;
  }
  free(to->assumed);
  to->assumed = all;
  to->assumed_count = count;
}
