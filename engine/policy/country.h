/* country - the countries and regions of ISO 3166-1, their territories (UN M49
 * as CLDR states it) and their names in English and Japanese, from a table made
 * once by tools/make_countries and committed, so that an old decision keeps the
 * names and groups it was taken under. */
#ifndef SAITAKU_POLICY_COUNTRY_H
#define SAITAKU_POLICY_COUNTRY_H

#include <stdbool.h>
#include <stdint.h>

enum { COUNTRY_MAX = 256 };

typedef struct country_set {
  uint64_t bits[COUNTRY_MAX / 64];
} country_set;

int country_count(void);
int country_find(const char *alpha2); /* by "IN"; -1 if there is none */
const char *country_code(int country);
const char *country_name(int country, bool japanese);

bool country_set_has(const country_set *set, int country);
void country_set_add(country_set *set, int country);
void country_set_remove(country_set *set, int country);

/* the countries of a territory, such as "002" (Africa); false if unknown */
bool country_territory(const char *code, country_set *to);

#endif
