#include "record.h"
#include "../base/text.h"

static bool counts(const record_test *test, const history_row *row) {
  if (row->people < 1 || row->fiscal_year < test->since)
    return false;
  return test->strands.count == 0 || *row->strand == '\0' ||
         names_find(&test->strands, row->strand) >= 0;
}

country_set record_countries(const record_test *test, const dossier *from) {
  country_set set = {{0}};
  for (int i = 0; i < from->history_count; i++)
    if (counts(test, &from->history[i]))
      country_set_add(&set, from->history[i].country);
  return set;
}

const bool *record_senders(arena *home, const record_test *test,
                           const dossier *from, const names *senders) {
  text_table *known = text_table_new(home, (size_t)from->history_count);
  for (int i = 0; i < from->history_count; i++)
    if (counts(test, &from->history[i]))
      text_table_add(known, from->history[i].sender_id, i);
  bool *flag = ARENA_ARRAY(home, bool, senders->count + 1);
  for (int i = 0; i < senders->count; i++)
    flag[i] = text_table_find(known, senders->item[i]) >= 0;
  return flag;
}
