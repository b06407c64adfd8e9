#include "country.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

typedef struct country_row {
  char code[3];
  const char *english, *japanese, *territories; /* "001 034 142" */
} country_row;

/* by code, bytewise */
static const country_row table[] = {
#define COUNTRY(code, english, japanese, territories)                          \
  {code, english, japanese, territories},
#include "country_table.inc"
#undef COUNTRY
};

enum { COUNT = sizeof table / sizeof *table };
static_assert(sizeof table / sizeof *table <= COUNTRY_MAX,
              "a country_set has a bit for each");

int country_count(void) { return COUNT; }

static int compare_code(const void *code, const void *row) {
  return strcmp(code, ((const country_row *)row)->code);
}

int country_find(const char *alpha2) {
  const country_row *row =
      bsearch(alpha2, table, COUNT, sizeof *table, compare_code);
  return row ? (int)(row - table) : -1;
}

static const country_row *row_of(int country) {
  assert(country >= 0 && country < COUNT);
  return &table[country];
}

const char *country_code(int country) { return row_of(country)->code; }

const char *country_name(int country, bool japanese) {
  const country_row *row = row_of(country);
  return japanese ? row->japanese : row->english;
}

static uint64_t bit_of(int country) { return UINT64_C(1) << country % 64; }

bool country_set_has(const country_set *set, int country) {
  assert(country >= 0 && country < COUNT);
  return set->bits[country / 64] & bit_of(country);
}

void country_set_add(country_set *set, int country) {
  assert(country >= 0 && country < COUNT);
  set->bits[country / 64] |= bit_of(country);
}

void country_set_remove(country_set *set, int country) {
  assert(country >= 0 && country < COUNT);
  set->bits[country / 64] &= ~bit_of(country);
}

/* three digits, so that it cannot match across two codes of a row */
static bool is_territory(const char *code) {
  return strlen(code) == 3 && strspn(code, "0123456789") == 3;
}

bool country_territory(const char *code, country_set *to) {
  *to = (country_set){0};
  if (!is_territory(code))
    return false;
  bool found = false;
  for (int country = 0; country < COUNT; country++) {
    if (!strstr(table[country].territories, code))
      continue;
    country_set_add(to, country);
    found = true;
  }
  return found;
}
