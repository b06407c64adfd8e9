#include "../../engine/base/number.h"
#include "../../engine/base/text.h"
#include "words.h"
#include "write_call.h"
#include <inttypes.h>

typedef const char *const *wordlist;

/* Every member of an object is written with a comma before it; close() then
 * drops the first one of each object. */
static void open_object(text *to, const char *before) {
  text_format(to, "%s{\a", before);
}

static char *without_first_commas(arena *home, const text *from) {
  char *const clean = arena_text(home, from->at, from->length);
  char *end = clean;
  for (const char *at = clean; *at; at++) {
    if (*at != '\a')
      *end++ = *at;
    else if (at[1] == ',')
      at++;
  }
  *end = '\0';
  return clean;
}

static void add_set(text *to, const char *key, unsigned set, wordlist words) {
  if (!set)
    return;
  text_format(to, ",\"%s\":[\a", key);
  for (int k = 0; set >> k; k++)
    if (set >> k & 1)
      text_format(to, ",\"%s\"", words[k]);
  text_add(to, "]");
}

/* a selector takes one word or a list */
static void add_choice(text *to, const char *key, unsigned set,
                       wordlist words) {
  if (!set || set & (set - 1)) {
    add_set(to, key, set, words);
    return;
  }
  int k = 0;
  while (set >> k > 1)
    k++;
  text_format(to, ",\"%s\":\"%s\"", key, words[k]);
}

static void add_decimal(text *to, const char *key, int64_t value, int places) {
  text_format(to, ",\"%s\":\"%s\"", key,
              number_decimal_text(to->home, value, places));
}

static void add_integer(text *to, const char *key, int64_t value) {
  text_format(to, ",\"%s\":%" PRId64, key, value);
}

static void add_stated(text *to, const char *key, int64_t value) {
  if (value)
    add_integer(to, key, value);
}

static void add_word(text *to, const char *key, const char *word) {
  text_format(to, ",\"%s\":\"%s\"", key, word);
}

static void add_true(text *to, const char *key, bool yes) {
  if (yes)
    text_format(to, ",\"%s\":true", key);
}

static void add_course(text *to, const gates *g, int k) {
  open_object(to, k ? ",\"B\":" : "\"A\":");
  add_stated(to, "people", g->people[k]);
  if (g->people_two_senders[k])
    text_format(
        to, ",\"people_if\":[{\"senders_at_least\":2,\"people\":%" PRId64 "}]",
        g->people_two_senders[k]);
  add_stated(to, "days", g->days[k]);
  if (g->days_far[k])
    text_format(to, ",\"days_if\":[{\"domestic_km_at_least\":80,\"days\":%d}]",
                g->days_far[k]);
  if (k == 1 && g->all_in_circle >= 0)
    add_word(to, "all_people_in", word_circle[g->all_in_circle]);
  if (k == 1 && g->second_course_lifts_visit)
    text_add(to, ",\"first_visit\":false");
  text_add(to, "}");
}

static void add_strands(text *to, const call *c) {
  if (!c->strands_stated)
    return;
  text_add(to, ",\"strands\":{\"invitation\":{\"courses\":[\"A\",\"B\"]},"
               "\"online\":{}},\"courses\":{");
  for (int k = 0; k < COURSES; k++)
    add_course(to, &c->gates, k);
  text_add(to, "}");
}

static void add_admission(text *to, const gates *g) {
  open_object(to, ",\"admission\":");
  add_stated(to, "oldest_age", g->oldest_age);
  add_true(to, "first_visit", g->first_visit);
  add_set(to, "roles", g->roles, word_role);
  add_set(to, "fields", g->fields, word_field);
  add_stated(to, "reviews_at_least", g->reviews_least);
  add_stated(to, "applications_per_host_at_most", g->host_most);
  if (g->host_most)
    add_word(to, "on_excess", g->host_all_fail ? "all_fail" : "latest_fail");
  text_add(to, "}");
}

static void add_costing(text *to, const costing *k) {
  if (!k->stated)
    return;
  open_object(to, ",\"cost\":");
  add_set(to, "heads", k->heads, word_head);
  add_stated(to, "admin_percent", k->admin_percent);
  open_object(to, ",\"by_host_type\":");
  for (int t = 0; t < HOST_TYPES; t++)
    add_set(to, word_host_type[t], k->heads_of_type[t], word_head);
  text_add(to, "}}");
}

static void add_criteria(text *to, const scale *s) {
  text_add(to, ",\"criteria\":[\a");
  for (int k = 0; k < s->criterion_count; k++) {
    text_format(to, ",{\"id\":\"%s\"", word_criterion[k]);
    add_decimal(to, "weight", s->weight[k], 6);
    if (s->least[k])
      add_decimal(to, "at_least", s->least[k], 6);
    text_add(to, "}");
  }
  text_add(to, "]");
}

static void add_scoring(text *to, const scale *s) {
  static const char *const ways[] = {"mean", "median", "trimmed_mean",
                                     "t_score"};
  text_format(to, ",\"scoring\":{\"scale\":{\"low\":%d,\"high\":%d",
              (int)(s->low / POINT), (int)(s->high / POINT));
  add_word(to, "better", s->low_is_better ? "low" : "high");
  if (s->grades)
    text_add(to, ",\"grades\":{\"S\":5,\"A\":4,\"B\":3,\"C\":2,\"D\":1}");
  text_add(to, "}");
  add_criteria(to, s);
  add_word(to, "method", ways[s->way]);
  if (s->split != PURSE_NONE)
    add_word(to, "unidentified", "envelopes");
  if (s->split == PURSE_BY_PLANS)
    add_word(to, "envelopes_by", "plans");
  if (s->way == WAY_TRIMMED && s->trim)
    add_decimal(to, "trim", s->trim, 6);
  if (s->least_of_all)
    add_decimal(to, "at_least", s->least_of_all, 6);
  add_decimal(to, "unit", s->unit, 6);
  text_add(to, "}");
}

static void add_circle(text *to, const circle *g, int k) {
  text_format(to, ",\"%s\":", word_circle[k]);
  open_object(to, "");
  add_set(to, "countries", g->countries, word_country);
  if (g->territory >= 0)
    add_word(to, "territory", word_territory[g->territory].code);
  add_set(to, "minus", g->minus, word_country);
  const record *const records[] = {&g->has, &g->lacks, &g->senders};
  static const char *const keys[] = {"has_record", "no_record",
                                     "senders_with_record"};
  for (int i = 0; i < 3; i++)
    if (records[i]->stated) {
      text_format(to, ",\"%s\":{\"since\":%d", keys[i], records[i]->since);
      add_set(to, "strands", records[i]->strands, word_strand);
      text_add(to, "}");
    }
  add_set(to, "fields", g->fields, word_field);
  add_set(to, "host_types", g->host_types, word_host_type);
  add_set(to, "strands", g->strands, word_strand);
  add_set(to, "courses", g->courses, word_course);
  add_set(to, "any_of", g->any_of, word_circle);
  add_set(to, "all_of", g->all_of, word_circle);
  text_add(to, "}");
}

static void add_circles(text *to, const call *c) {
  open_object(to, ",\"groups\":");
  for (int k = 0; k < c->circle_count; k++)
    add_circle(to, &c->circles[k], k);
  text_add(to, "}");
}

static void add_favour(text *to, const favour *f) {
  static const char *const modes[] = {"bonus", "bonus", "comparable_merit",
                                      "invite", "reserved"};
  static const char *const whens[] = {"any", "majority", "share"};
  text_format(to, ",{\"group\":\"%s\"", word_circle[f->circle]);
  add_word(to, "mode", modes[f->mode]);
  if (f->mode == MODE_BONUS || f->mode == MODE_ONCE)
    add_decimal(to, "points", f->points, 6);
  if (f->mode == MODE_BONUS)
    add_word(to, "counts_when", whens[f->when]);
  add_true(to, "once_per_country", f->mode == MODE_ONCE);
  if (f->mode == MODE_COMPARABLE)
    add_decimal(to, "within", f->points, 6);
  if (f->mode == MODE_RESERVED) {
    add_integer(to, "yen", f->yen);
    add_true(to, "release", f->release);
  }
  text_add(to, "}");
}

static void add_priority(text *to, const call *c) {
  open_object(to, ",\"priority\":");
  add_word(to, "combine", c->largest_only ? "max" : "add");
  if (c->ceiling >= 0)
    add_decimal(to, "at_most", c->ceiling, 6);
  text_add(to, ",\"items\":[\a");
  for (int k = 0; k < c->favour_count; k++)
    add_favour(to, &c->favours[k]);
  text_add(to, "]}");
}

static void add_clause_of(text *to, const clause *k) {
  open_object(to, ",\"of\":");
  add_choice(to, "group", k->circles, word_circle);
  add_choice(to, "country", k->countries, word_country);
  add_choice(to, "strand", k->strands, word_strand);
  add_choice(to, "course", k->courses, word_course);
  add_choice(to, "field", k->fields, word_field);
  add_choice(to, "host_type", k->host_types, word_host_type);
  add_choice(to, "host", k->hosts, word_host);
  text_add(to, "}");
}

static void add_clause(text *to, const clause *k, int i) {
  static const char *const splits[] = {"",        "host",     "sender",
                                       "country", "field",    "course",
                                       "strand",  "host_type"};
  static const char *const gauges[] = {"awards", "people", "yen", "countries"};
  static const char *const forces[] = {"must", "aim", "priced"};
  text_format(to, ",{\"id\":\"%s\"", word_clause[i]);
  add_word(to, "kind", k->at_most ? "at_most" : "at_least");
  add_clause_of(to, k);
  if (k->by != SPLIT_NONE)
    add_word(to, "for_each", splits[k->by]);
  add_word(to, "measure", gauges[k->gauge]);
  if (k->base == BASE_NONE)
    add_integer(to, "limit", k->limit);
  else
    add_decimal(to, "share", k->limit, 4);
  if (k->base != BASE_NONE)
    add_word(to, "of_total", k->base == BASE_OF_BUDGET ? "budget" : "adopted");
  add_word(to, "strength", forces[k->force]);
  if (k->force == FORCE_AIM)
    add_integer(to, "rank", k->rank);
  if (k->force == FORCE_PRICED)
    add_decimal(to, "points_per_unit", k->price, 6);
  text_add(to, "}");
}

static void add_clauses(text *to, const call *c) {
  text_add(to, ",\"rules\":[\a");
  for (int k = 0; k < c->clause_count; k++)
    add_clause(to, &c->clauses[k], k);
  text_add(to, "]");
}

static void add_keys(text *to, const call *c) {
  static const char *const words[] = {"more_people",      "more_countries",
                                      "more_countries",   "fewer_yen",
                                      "earlier_received", "lot"};
  text_add(to, ",\"ties\":[\a");
  for (int k = 0; k < c->key_count; k++)
    text_format(to, ",\"%s%s%s\"", words[c->keys[k]],
                c->keys[k] == KEY_CIRCLE ? ":" : "",
                c->keys[k] == KEY_CIRCLE ? word_circle[c->key_circle] : "");
  text_add(to, "]");
}

char *write_policy(arena *home, const call *c) {
  static const char *const aims[] = {"merit", "merit_x_people", "rank_order"};
  text to = text_empty(home);
  text_add(&to, "{\"programme\":\"oracle\",\"fiscal_year\":2025,\"round\":1,"
                "\"as_of\":\"2025-07-04\"");
  add_strands(&to, c);
  add_admission(&to, &c->gates);
  add_costing(&to, &c->costing);
  add_scoring(&to, &c->scale);
  add_circles(&to, c);
  add_priority(&to, c);
  open_object(&to, ",\"budget\":");
  add_integer(&to, "yen", c->budget);
  add_stated(&to, "hold_back_yen", c->hold_back);
  text_add(&to, "}");
  add_clauses(&to, c);
  add_word(&to, "objective", aims[c->aim]);
  add_keys(&to, c);
  add_integer(&to, "seed", c->lot_seed);
  text_add(&to, "}\n");
  return without_first_commas(home, &to);
}
