#include "make_call_tables.h"
#include <inttypes.h>

/* Guests did not travel in these two years: the exchange went online. */
static bool is_closed(int year) { return year == 2020 || year == 2021; }

/* The sheets of the first two years do not tell the strands apart. */
static const char *strand_of(int year) {
  return is_closed(year) ? "online" : year <= 2015 ? "" : "invitation";
}

static void add_row(const tables *t, int year, int country, int64_t people,
                    const char *strand, const char *sender) {
  fprintf(t->file[TABLE_HISTORY], "%d,%s,%" PRId64 ",%s,%s\n", year,
          world_origin(country)->code, people, strand, sender);
}

/* Consecutive senders, so that none stands twice in a year. */
static void add_senders(const tables *t, int year, int country,
                        random_source *from) {
  const int64_t pool = world_senders(t->of, country);
  const int64_t count = 1 + pool / 4;
  const int64_t first = random_between(from, 0, pool / 4);
  for (int64_t i = 0; i < count; i++) {
    char id[WORLD_ID];
    world_sender_id(country, (first + i) % pool, id);
    add_row(t, year, country, 4 + draw_low(from, 60), strand_of(year), id);
  }
}

static void add_year(const tables *t, int year, int country,
                     random_source *from) {
  const origin *const of = world_origin(country);
  if (of->known == RECORD_ONLINE) {
    if (is_closed(year))
      add_row(t, year, country, random_between(from, 8, 25), "online", "");
    return;
  }
  if (of->weight < 200 && (year + country) % 3 != 0)
    return; /* small countries come every third year */
  add_senders(t, year, country, from);
  if (!is_closed(year) && year > 2015 && draw_chance(from, 200))
    add_row(t, year, country, random_between(from, 2, 30), "direct", "");
}

void tables_add_history(const tables *t) {
  random_source from = draw_stream(t->of->seed, STREAM_HISTORY, 0);
  for (int year = WORLD_FIRST; year < t->of->year; year++)
    for (int i = 0; i < world_origins(); i++)
      if (world_origin(i)->known != RECORD_NONE)
        add_year(t, year, i, &from);
}
