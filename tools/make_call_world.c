#include "make_call_world.h"
#include <assert.h>
#include <inttypes.h>
#include <stdio.h>

#define KNOWN RECORD_FULL, false
#define KNOWN_AFRICA RECORD_FULL, true
#define NEW_AFRICA RECORD_NONE, true
#define NEW RECORD_NONE, false
#define ONLY_ONLINE RECORD_ONLINE, false
static const origin origins[] = {
    {"CN", 2100, 61800, KNOWN},        {"VN", 900, 78400, KNOWN},
    {"TH", 880, 76300, KNOWN},         {"IN", 860, 117600, KNOWN},
    {"ID", 840, 92700, KNOWN},         {"MY", 520, 84100, KNOWN},
    {"TW", 470, 57900, KNOWN},         {"PH", 430, 72200, KNOWN},
    {"MN", 330, 88500, KNOWN},         {"KR", 300, 44600, KNOWN},
    {"BD", 260, 121300, KNOWN},        {"MM", 170, 98800, KNOWN},
    {"KH", 150, 91900, KNOWN},         {"LK", 140, 118200, KNOWN},
    {"NP", 140, 114700, KNOWN},        {"UZ", 122, 129900, KNOWN},
    {"LA", 116, 99400, KNOWN},         {"KZ", 110, 133100, KNOWN},
    {"PK", 98, 126800, KNOWN},         {"SG", 92, 81500, KNOWN},
    {"KG", 80, 138700, KNOWN},         {"BN", 71, 103600, KNOWN},
    {"BT", 68, 141200, KNOWN},         {"TL", 59, 146900, KNOWN},
    {"MV", 59, 139800, NEW},           {"TM", 59, 158300, NEW},
    {"EG", 130, 182400, KNOWN_AFRICA}, {"KE", 130, 213700, KNOWN_AFRICA},
    {"GH", 110, 241900, KNOWN_AFRICA}, {"ZA", 107, 227300, KNOWN_AFRICA},
    {"NG", 92, 236500, KNOWN_AFRICA},  {"TZ", 86, 221800, KNOWN_AFRICA},
    {"ET", 83, 208600, KNOWN_AFRICA},  {"RW", 80, 231400, KNOWN_AFRICA},
    {"UG", 80, 226700, KNOWN_AFRICA},  {"ZM", 74, 243300, KNOWN_AFRICA},
    {"SN", 71, 251900, KNOWN_AFRICA},  {"MA", 68, 198200, KNOWN_AFRICA},
    {"TN", 68, 194500, KNOWN_AFRICA},  {"MZ", 65, 247100, NEW_AFRICA},
    {"MG", 65, 253600, NEW_AFRICA},    {"CM", 65, 249400, NEW_AFRICA},
    {"BW", 62, 239700, NEW_AFRICA},    {"GA", 59, 258800, NEW_AFRICA},
    {"BR", 95, 262100, KNOWN},         {"PE", 83, 247500, KNOWN},
    {"MX", 80, 203900, KNOWN},         {"AR", 68, 271300, KNOWN},
    {"CL", 65, 268400, KNOWN},         {"CO", 65, 251200, ONLY_ONLINE},
    {"PY", 62, 274600, NEW},           {"TR", 80, 152700, KNOWN},
    {"HU", 65, 169400, KNOWN},         {"JO", 62, 171800, ONLY_ONLINE},
    {"UA", 62, 176200, KNOWN},         {"GE", 62, 168900, NEW},
    {"RS", 59, 174300, NEW},           {"FJ", 62, 132600, KNOWN},
    {"PG", 62, 144800, KNOWN},         {"WS", 59, 161500, NEW},
    {"TO", 59, 167200, NEW},
};
enum { ORIGINS = sizeof origins / sizeof *origins };

world world_of(uint64_t seed, int64_t plans) {
  assert(plans >= 1);
  return (world){.seed = seed,
                 .plans = plans,
                 .hosts = 3 + plans / 2,
                 .offices = 1 + plans / 50,
                 .panels = 1 + plans / 50,
                 .year = 2025,
                 .round = 2,
                 .own = plans,
                 .before = plans};
}

bool world_is_early(const world *w) { return w->year < 2020; }

/* month: from the January in which the first round opens */
static int32_t day_of(const world *w, int month, int day) {
  char date[32];
  snprintf(date, sizeof date, "%d-%d-%d", w->year + (month - 1) / 12,
           (month - 1) % 12 + 1, day);
  int32_t days = DATE_MISSING;
  const bool exists = date_parse(date, &days);
  assert(exists);
  return exists ? days : DATE_MISSING;
}

/* the first round of a fiscal year opens and closes before the year begins */
int32_t world_opening(const world *w) {
  return day_of(w, 3 * w->round - 2, 14);
}

int32_t world_meeting(const world *w) { return day_of(w, 3 * w->round + 1, 4); }

int world_origins(void) { return ORIGINS; }

const origin *world_origin(int index) {
  assert(index >= 0 && index < ORIGINS);
  return &origins[index];
}

static bool is_recommended(const origin *o) {
  return o->africa || (o->code[0] == 'I' && o->code[1] == 'N');
}

static int draw_origin(random_source *from, bool only_recommended) {
  int weights[ORIGINS];
  for (int i = 0; i < ORIGINS; i++) {
    const bool counts = !only_recommended || is_recommended(&origins[i]);
    weights[i] = counts ? origins[i].weight : 0;
  }
  return draw_weighted(from, weights, ORIGINS);
}

int world_draw_origin(random_source *from) { return draw_origin(from, false); }

int world_draw_any(random_source *from) {
  return (int)random_between(from, 0, ORIGINS - 1);
}

int world_draw_recommended(random_source *from) {
  return draw_origin(from, true);
}

int64_t world_senders(const world *w, int index) {
  return 3 + w->plans * world_origin(index)->weight / 20000;
}

void world_sender_id(int index, int64_t sender, char id[WORLD_ID]) {
  snprintf(id, WORLD_ID, "S-%s-%03" PRId64, world_origin(index)->code,
           sender + 1);
}

static const char *const host_types[] = {
    "university", "institute",        "company",   "company_foundation",
    "school",     "local_government", "foundation"};
static const int host_weights[] = {62, 13, 9, 3, 6, 4, 3};
enum { HOST_TYPES = sizeof host_types / sizeof *host_types };
static_assert(sizeof host_weights / sizeof *host_weights == HOST_TYPES,
              "a weight a type");

host world_host(const world *w, int64_t number) {
  assert(number >= 0 && number < w->hosts);
  random_source from = draw_stream(w->seed, STREAM_HOST, number);
  const int type = draw_weighted(&from, host_weights, HOST_TYPES);
  host made = {.type = host_types[type],
               .company = type == 2 || type == 3,
               .quality = draw_normal(&from, 200)};
  snprintf(made.id, WORLD_ID, "H%04" PRId64, number + 1);
  return made;
}

host world_office(int64_t number) {
  host made = {.type = "agency", .quality = 200};
  snprintf(made.id, WORLD_ID, "AGENCY-%02" PRId64, number + 1);
  return made;
}

/* A fifth of the plans come from the sixth of the hosts that apply often. */
int64_t world_draw_host(const world *w, random_source *from) {
  const int64_t busy = 1 + w->hosts / 6;
  const bool often = draw_chance(from, 200);
  return draw_low(from, often ? busy : w->hosts);
}

void world_reviewer_id(int64_t reviewer, char id[WORLD_ID]) {
  snprintf(id, WORLD_ID, "R%03" PRId64, reviewer + 1);
}

int64_t world_leniency(const world *w, int64_t reviewer) {
  random_source from = draw_stream(w->seed, STREAM_REVIEWER, reviewer);
  return draw_normal(&from, 380);
}
