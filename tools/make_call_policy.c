#include "make_call_policy.h"
#include <assert.h>
#include <inttypes.h>
#include <string.h>

#define BUDGET_MOST INT64_C(1000000000000)

static void add_party(totals *to, const plan *p, const party *of) {
  const origin *const home = world_origin(of->origin);
  if (home->africa)
    to->africa_yen += p->payable_yen * of->people / p->people;
  if (home->known != RECORD_FULL)
    to->new_country[of->origin] = true;
  if (strcmp(home->code, "IN") == 0 && p->field == FIELD_ICT)
    to->india_ict_people += of->people;
}

void totals_add(totals *to, const plan *p) {
  assert(world_origins() <= ORIGINS_MAX);
  to->plans++;
  to->asked_yen += p->yen;
  if (p->flaw != FLAW_NONE)
    return;
  to->online_yen += p->kind == PLAN_ONLINE ? p->payable_yen : 0;
  to->research_yen += p->kind == PLAN_RESEARCH ? p->payable_yen : 0;
  to->direct_awards += p->kind == PLAN_DIRECT;
  to->company_awards += p->by.company;
  for (int i = 0; i < p->party_count; i++)
    add_party(to, p, &p->parties[i]);
}

static int64_t rounded(int64_t yen) { /* down, to a figure a call would state */
  const int64_t step = yen >= 100000000 ? 1000000 : 10000;
  return yen / step * step;
}

static int new_countries(const totals *of) {
  int count = 0;
  for (int i = 0; i < ORIGINS_MAX; i++)
    count += of->new_country[i];
  return count;
}

typedef struct money {
  int64_t budget_yen, hold_back_yen, base_yen;
} money;

static money money_of(const totals *of, int64_t percent) {
  const int64_t yen = rounded(of->asked_yen / 100 * percent);
  const int64_t budget = yen < BUDGET_MOST ? yen : BUDGET_MOST;
  const int64_t held = rounded(budget / 30);
  return (money){budget, held, budget - held};
}

static void write_name(FILE *to, const world *w, const char *day) {
  fprintf(to,
          "  \"programme\": \"sakura-science\",\n"
          "  \"fiscal_year\": %d,\n"
          "  \"round\": %d,\n"
          "  \"as_of\": \"%s\",\n",
          w->year, w->round, day);
}

static const char early_courses[] =
    "  \"strands\": {\n"
    "    \"invitation\": {\"courses\": [\"A\", \"B\", \"C\"]},\n"
    "    \"direct\": {}\n"
    "  },\n"
    "  \"courses\": {\n"
    "    \"A\": {\"days\": 7, \"people\": 10},\n"
    "    \"B\": {\"days\": 21, \"people\": 10},\n"
    "    \"C\": {\"days\": 10, \"people\": 10}\n"
    "  },\n";

static const char courses[] =
    "  \"strands\": {\n"
    "    \"invitation\": {\"courses\": [\"A\", \"B\", \"C\", \"D\"]},\n"
    "    \"direct\": {},\n"
    "    \"online\": {}\n"
    "  },\n"
    "  \"courses\": {\n"
    "    \"A\": {\"days\": 7, \"people\": 8,\n"
    "          \"days_if\": [{\"domestic_km_at_least\": 80, \"days\": 8}]},\n"
    "    \"B\": {\"days\": 21, \"people\": 8},\n"
    "    \"C\": {\"days\": 10, \"people\": 8,\n"
    "          \"people_if\": [{\"senders_at_least\": 2, \"people\": 12}]},\n"
    "    \"D\": {\"days\": 365, \"people\": 8, \"first_visit\": false,\n"
    "          \"all_people_in\": \"india_or_africa\"}\n"
    "  },\n";

static const char terms[] =
    "  \"admission\": {\n"
    "    \"oldest_age\": 40,\n"
    "    \"first_visit\": true,\n"
    "    \"roles\": [\"student\", \"researcher\", \"worker\", \"official\"],\n"
    "    \"fields\": [\"natural\", \"humanities\", \"social\", \"ict\"],\n"
    "    \"reviews_at_least\": 3,\n"
    "    \"applications_per_host_at_most\": 7,\n"
    "    \"on_excess\": \"latest_fail\"\n"
    "  },\n"
    "  \"cost\": {\n"
    "    \"heads\": [\"travel\", \"domestic\", \"programme\", \"honorarium\", "
    "\"tax\", \"admin\"],\n"
    "    \"admin_percent\": 10,\n"
    "    \"by_host_type\": {\n"
    "      \"company\": [\"travel\", \"tax\"],\n"
    "      \"company_foundation\": [\"travel\", \"tax\"]\n"
    "    }\n"
    "  },\n"
    "  \"scoring\": {\n"
    "    \"scale\": {\"low\": 1, \"high\": 5, \"better\": \"high\"},\n"
    "    \"criteria\": [\n"
    "      {\"id\": \"plan\", \"weight\": \"0.5\", \"at_least\": \"2.0\"},\n"
    "      {\"id\": \"effect\", \"weight\": \"0.3\"},\n"
    "      {\"id\": \"ties\", \"weight\": \"0.2\"}\n"
    "    ],\n"
    "    \"method\": \"mean\",\n"
    "    \"at_least\": \"2.5\",\n"
    "    \"unit\": \"0.001\"\n"
    "  },\n"
    "  \"groups\": {\n"
    "    \"india\": {\"countries\": [\"IN\"]},\n"
    "    \"africa\": {\"territory\": \"002\",\n"
    "               \"minus\": [\"RE\", \"YT\", \"SH\", \"IO\", \"TF\"]},\n"
    "    \"india_or_africa\": {\"any_of\": [\"india\", \"africa\"]},\n"
    "    \"india_ict\": {\"all_of\": [\"india\"], \"fields\": [\"ict\"]},\n"
    "    \"asia_partner\": {\"territory\": \"142\",\n"
    "                     \"has_record\": {\"since\": 2014}},\n"
    "    \"returning_sender\": {\"senders_with_record\": {\"since\": 2014}},\n"
    "    \"new_country\": {\"no_record\": {\"since\": 2014,\n"
    "                                  \"strands\": [\"invitation\"]}}\n"
    "  },\n";

static void write_priority(FILE *to, const money *m) {
  fprintf(to,
          "  \"priority\": {\n"
          "    \"combine\": \"add\",\n"
          "    \"at_most\": \"0.400\",\n"
          "    \"items\": [\n"
          "      {\"group\": \"india\", \"mode\": \"bonus\", "
          "\"points\": \"0.200\", \"counts_when\": \"any\"},\n"
          "      {\"group\": \"africa\", \"mode\": \"bonus\", "
          "\"points\": \"0.300\", \"counts_when\": \"share\"},\n"
          "      {\"group\": \"returning_sender\", \"mode\": \"bonus\", "
          "\"points\": \"0.050\", \"counts_when\": \"majority\"},\n"
          "      {\"group\": \"new_country\", \"mode\": \"bonus\", "
          "\"points\": \"0.250\", \"once_per_country\": true},\n"
          "      {\"group\": \"india_ict\", \"mode\": \"comparable_merit\", "
          "\"within\": \"0.100\"},\n"
          "      {\"group\": \"asia_partner\", \"mode\": \"invite\"},\n"
          "      {\"group\": \"africa\", \"mode\": \"reserved\", "
          "\"yen\": %" PRId64 ", \"release\": true}\n"
          "    ]\n"
          "  },\n",
          rounded(m->base_yen / 25));
}

typedef struct amount {
  bool is_share;
  int64_t value; /* a share counts ten-thousandths */
} amount;

static amount limit(int64_t value) { return (amount){false, value}; }

static amount share(int64_t part_yen, const money *m) {
  const int64_t whole = m->base_yen / 10000;
  const int64_t value = whole ? part_yen / whole : 0;
  return (amount){true, value < 10000 ? value : 10000};
}

typedef enum clause {
  CLAUSE_HOST,
  CLAUSE_ONE_COUNTRY,
  CLAUSE_SOCIETY,
  CLAUSE_ONLINE,
  CLAUSE_RESEARCH,
  CLAUSE_DIRECT,
  CLAUSE_AFRICA,
  CLAUSE_NEW_COUNTRIES,
  CLAUSE_INDIA_ICT,
  CLAUSE_SENDER,
  CLAUSE_COMPANIES,
  CLAUSES
} clause;

/* the words of each rule before and after its amount */
static const struct {
  const char *before, *after;
} clauses[CLAUSES] = {
    [CLAUSE_HOST] =
        {"\"id\": \"host\", \"kind\": \"at_most\", "
         "\"of\": {\"strand\": \"invitation\"}, \"for_each\": \"host\", "
         "\"measure\": \"awards\"",
         "\"strength\": \"must\",\n"
         "     \"text\": \"No host is given more than three awards.\",\n"
         "     \"source\": \"invented committee note, item 1\""},
    [CLAUSE_ONE_COUNTRY] =
        {"\"id\": \"one-country\", \"kind\": \"at_most\", "
         "\"for_each\": \"country\", \"measure\": \"people\"",
         "\"of_total\": \"adopted\", \"strength\": \"must\",\n"
         "     \"text\": \"No country sends more than an eighth of the "
         "guests.\",\n"
         "     \"source\": \"invented committee note, item 2\""},
    [CLAUSE_SOCIETY] = {"\"id\": \"society\", \"kind\": \"at_least\", "
                        "\"of\": {\"field\": [\"humanities\", \"social\"]}, "
                        "\"measure\": \"awards\"",
                        "\"of_total\": \"adopted\", \"strength\": \"must\""},
    [CLAUSE_ONLINE] = {"\"id\": \"online\", \"kind\": \"at_most\", "
                       "\"of\": {\"strand\": \"online\"}, \"measure\": \"yen\"",
                       "\"strength\": \"must\""},
    [CLAUSE_RESEARCH] = {"\"id\": \"research\", \"kind\": \"at_most\", "
                         "\"of\": {\"course\": \"B\"}, \"measure\": \"yen\"",
                         "\"of_total\": \"budget\", \"strength\": \"must\""},
    [CLAUSE_DIRECT] = {"\"id\": \"direct\", \"kind\": \"at_least\", "
                       "\"of\": {\"strand\": \"direct\"}, "
                       "\"measure\": \"awards\"",
                       "\"strength\": \"must\""},
    [CLAUSE_AFRICA] =
        {"\"id\": \"africa-floor\", \"kind\": \"at_least\", "
         "\"of\": {\"group\": \"africa\"}, \"measure\": \"yen\"",
         "\"of_total\": \"budget\", \"strength\": \"aim\", \"rank\": 1,\n"
         "     \"text\": \"African countries are recommended by the call.\",\n"
         "     \"source\": \"invented committee note, item 3\""},
    [CLAUSE_NEW_COUNTRIES] = {"\"id\": \"new-countries\", "
                              "\"kind\": \"at_least\", "
                              "\"of\": {\"group\": \"new_country\"}, "
                              "\"measure\": \"countries\"",
                              "\"strength\": \"aim\", \"rank\": 2"},
    [CLAUSE_INDIA_ICT] = {"\"id\": \"india-ict\", \"kind\": \"at_least\", "
                          "\"of\": {\"group\": \"india_ict\"}, "
                          "\"measure\": \"people\"",
                          "\"strength\": \"aim\", \"rank\": 3"},
    [CLAUSE_SENDER] = {"\"id\": \"sender\", \"kind\": \"at_most\", "
                       "\"for_each\": \"sender\", \"measure\": \"awards\"",
                       "\"strength\": \"priced\", "
                       "\"points_per_unit\": \"0.100\""},
    [CLAUSE_COMPANIES] = {"\"id\": \"companies\", \"kind\": \"at_most\", "
                          "\"of\": {\"host_type\": "
                          "[\"company\", \"company_foundation\"]}, "
                          "\"measure\": \"awards\"",
                          "\"strength\": \"priced\", "
                          "\"points_per_unit\": \"0.150\""},
};

static void write_amount(FILE *to, amount a) {
  if (!a.is_share)
    fprintf(to, "\"limit\": %" PRId64, a.value);
  else if (a.value == 10000)
    fputs("\"share\": \"1\"", to);
  else
    fprintf(to, "\"share\": \"0.%04" PRId64 "\"", a.value);
}

/* Shares of the adopted set say little of a handful of plans, and a limit of
 * nothing says nothing: both are left out. */
static bool is_left_out(clause c, const totals *of) {
  const bool few = of->plans < 100;
  return ((c == CLAUSE_ONE_COUNTRY || c == CLAUSE_SOCIETY ||
           c == CLAUSE_DIRECT) &&
          few) ||
         (c == CLAUSE_ONLINE && of->online_yen == 0) ||
         (c == CLAUSE_RESEARCH && of->research_yen == 0) ||
         (c == CLAUSE_DIRECT && of->direct_awards == 0);
}

static void write_rules(FILE *to, const totals *of, const money *m) {
  const amount amounts[CLAUSES] = {
      [CLAUSE_HOST] = limit(3),
      [CLAUSE_ONE_COUNTRY] = {true, 1250},
      [CLAUSE_SOCIETY] = {true, 2200},
      [CLAUSE_ONLINE] = limit(rounded(of->online_yen / 100 * 55)),
      [CLAUSE_RESEARCH] = share(of->research_yen / 100 * 45, m),
      [CLAUSE_DIRECT] = limit(of->direct_awards / 2),
      [CLAUSE_AFRICA] = share(of->africa_yen / 100 * 50, m),
      [CLAUSE_NEW_COUNTRIES] = limit(new_countries(of) * 9 / 10),
      [CLAUSE_INDIA_ICT] = limit(of->india_ict_people * 3 / 4),
      [CLAUSE_SENDER] = limit(2),
      [CLAUSE_COMPANIES] = limit(of->company_awards * 3 / 5),
  };
  const char *gap = "";
  fputs("  \"rules\": [\n", to);
  for (int i = 0; i < CLAUSES; i++) {
    if (is_left_out((clause)i, of))
      continue;
    fprintf(to, "%s    {%s,\n     ", gap, clauses[i].before);
    write_amount(to, amounts[i]);
    fprintf(to, ", %s}", clauses[i].after);
    gap = ",\n";
  }
  fputs("\n  ],\n", to);
}

/* 2025-07-04 as 20250704 */
static int64_t seed_of(const char *day) {
  int64_t seed = 0;
  for (; *day; day++)
    seed = *day == '-' ? seed : seed * 10 + (*day - '0');
  return seed;
}

static void write_ending(FILE *to, const char *day) {
  fprintf(to,
          "  \"objective\": \"merit\",\n"
          "  \"ties\": [\"more_countries:new_country\", \"fewer_yen\", "
          "\"earlier_received\", \"lot\"],\n"
          "  \"seed\": %" PRId64 "\n"
          "}\n",
          seed_of(day));
}

void policy_write(FILE *to, const world *w, const totals *of, int64_t percent) {
  arena *const home = arena_open();
  const char *const day = date_text(home, world_meeting(w));
  const money m = money_of(of, percent);
  fputs("{\n", to);
  write_name(to, w, day);
  fputs(world_is_early(w) ? early_courses : courses, to);
  fputs(terms, to);
  write_priority(to, &m);
  fprintf(to,
          "  \"budget\": {\"yen\": %" PRId64 ", \"hold_back_yen\": %" PRId64
          "},\n",
          m.budget_yen, m.hold_back_yen);
  write_rules(to, of, &m);
  write_ending(to, day);
  arena_close(home);
}
