#include "../../engine/policy/country.h"
#include <check.h>
#include <stdlib.h>
#include <string.h>

static int members(const country_set *set) {
  int count = 0;
  for (int country = 0; country < country_count(); country++)
    count += country_set_has(set, country);
  return count;
}

/* are all of "IN JP" in the territory? */
static bool holds(const char *territory, const char *codes) {
  country_set set;
  if (!country_territory(territory, &set))
    return false;
  for (const char *at = codes; *at; at += at[2] ? 3 : 2) {
    const char code[] = {at[0], at[1], '\0'};
    const int country = country_find(code);
    if (country < 0 || !country_set_has(&set, country))
      return false;
  }
  return true;
}

START_TEST(the_table_has_every_country_of_iso_3166_by_code) {
  int wrong = 0;
  for (int country = 0; country < country_count(); country++) {
    const char *const code = country_code(country);
    wrong += country_find(code) != country || strlen(code) != 2;
    wrong += country && strcmp(country_code(country - 1), code) >= 0;
    wrong += !*country_name(country, false) || !*country_name(country, true);
  }
  ck_assert_int_eq(country_count(), 249);
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(countries_have_the_names_of_cldr) {
  static const struct {
    const char *code, *english, *japanese;
  } rows[] = {{"IN", "India", "インド"},
              {"TW", "Taiwan", "台湾"},
              {"MM", "Myanmar (Burma)", "ミャンマー (ビルマ)"},
              {"CI", "Côte d’Ivoire", "コートジボワール"},
              {"ZW", "Zimbabwe", "ジンバブエ"},
              {"AD", "Andorra", "アンドラ"}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const int country = country_find(rows[i].code);
    ck_assert_str_eq(country_name(country, false), rows[i].english);
    ck_assert_str_eq(country_name(country, true), rows[i].japanese);
  }
}
END_TEST

START_TEST(codes_that_are_not_of_iso_3166_are_not_found) {
  static const char *const codes[] = {"", "I", "in", "IND", "XK", "EU", "UK"};
  int found = 0;
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
    found += country_find(codes[i]) >= 0;
  ck_assert_int_eq(found, 0);
}
END_TEST

START_TEST(territories_hold_what_cldr_says) {
  ck_assert(holds("002", "RE YT SH IO TF EG ZA NG"));
  ck_assert(holds("142", "JP IN TW TR CN") && holds("030", "TW HK MO CN JP"));
  ck_assert(holds("419", "BR MX CU") && holds("003", "US MX CU"));
  ck_assert(holds("009", "AQ AU FJ GU TO") && holds("202", "NG ZA RE"));
  ck_assert(!holds("202", "EG") && !holds("035", "IN") && !holds("003", "BR"));
}
END_TEST

START_TEST(the_five_continents_make_up_the_world) {
  static const char *const continents[] = {"002", "009", "019", "142", "150"};
  country_set part, world;
  int sum = 0;
  for (size_t i = 0; i < sizeof continents / sizeof *continents; i++)
    sum += country_territory(continents[i], &part) ? members(&part) : 0;
  ck_assert(country_territory("001", &world));
  ck_assert_int_eq(members(&world), 249);
  ck_assert_int_eq(sum, 249);
}
END_TEST

START_TEST(every_subregion_of_m49_is_known) {
  static const char *const codes[] = {
      "001", "002", "003", "005", "009", "011", "013", "014",
      "015", "017", "018", "019", "021", "029", "030", "034",
      "035", "039", "053", "054", "057", "061", "142", "143",
      "145", "150", "151", "154", "155", "202", "419"};
  country_set set;
  int known = 0;
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
    known += country_territory(codes[i], &set) && members(&set) > 0;
  ck_assert_int_eq(known, (int)(sizeof codes / sizeof *codes));
}
END_TEST

START_TEST(what_is_no_territory_has_no_countries) {
  static const char *const codes[] = {"",     "2",   "01 ", "1 0",
                                      "0020", "999", "IN",  "EU"};
  country_set set;
  int known = 0;
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
    known += country_territory(codes[i], &set) || members(&set) > 0;
  ck_assert_int_eq(known, 0);
}
END_TEST

START_TEST(sets_gain_and_lose_countries_one_by_one) {
  country_set set = {0};
  int wrong = 0;
  for (int country = 0; country < country_count(); country++) {
    country_set_add(&set, country);
    wrong += members(&set) != country + 1;
  }
  for (int country = 0; country < country_count(); country++) {
    country_set_remove(&set, country);
    wrong += country_set_has(&set, country);
  }
  ck_assert_int_eq(wrong + members(&set), 0);
}
END_TEST

int main(void) {
  Suite *const suite = suite_create("policy: countries");
  TCase *const t = tcase_create("country");
  tcase_add_test(t, the_table_has_every_country_of_iso_3166_by_code);
  tcase_add_test(t, countries_have_the_names_of_cldr);
  tcase_add_test(t, codes_that_are_not_of_iso_3166_are_not_found);
  tcase_add_test(t, territories_hold_what_cldr_says);
  tcase_add_test(t, the_five_continents_make_up_the_world);
  tcase_add_test(t, every_subregion_of_m49_is_known);
  tcase_add_test(t, what_is_no_territory_has_no_countries);
  tcase_add_test(t, sets_gain_and_lose_countries_one_by_one);
  suite_add_tcase(suite, t);
  SRunner *const runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed ? 1 : 0;
}
