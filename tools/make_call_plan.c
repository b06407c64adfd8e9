#include "make_call_plan.h"
#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { WINDOW_DAYS = 60 }; /* the call is open that long */

static const struct {
  const char *strand, *course;
  int weight;
  int days_least, days_most;
} kinds[PLAN_KINDS] = {
    [PLAN_EXPERIENCE] = {"invitation", "A", 590, 5, 7},
    [PLAN_RESEARCH] = {"invitation", "B", 140, 10, 21},
    [PLAN_TRAINING] = {"invitation", "C", 140, 6, 10},
    [PLAN_YEAR] = {"invitation", "D", 40, 300, 365},
    [PLAN_DIRECT] = {"direct", "", 50, 6, 8},
    [PLAN_ONLINE] = {"online", "", 40, 1, 5},
};

const char *plan_strand(const plan *p) { return kinds[p->kind].strand; }
const char *plan_course(const plan *p) { return kinds[p->kind].course; }

const char *plan_field_name(plan_field field) {
  static const char *const names[FIELDS] = {"natural", "humanities", "social",
                                            "ict"};
  return names[field];
}

void plan_id(const world *w, int64_t number, char id[WORLD_ID]) {
  int digits = 4;
  for (int64_t past = 10000; past <= w->own; past *= 10)
    digits++;
  snprintf(id, WORLD_ID, "R%d-%0*" PRId64, w->round, digits, number - w->first);
}

static plan_kind draw_kind(const world *w, random_source *from) {
  int weights[PLAN_KINDS];
  for (int i = 0; i < PLAN_KINDS; i++) {
    const bool late = i > PLAN_TRAINING && world_is_early(w);
    weights[i] = late ? 0 : kinds[i].weight;
  }
  return (plan_kind)draw_weighted(from, weights, PLAN_KINDS);
}

/* Only the open call breaks rules: the agency knows its own. */
static flaw draw_flaw(plan_kind kind, random_source *from) {
  static const int weights[FLAWS] = {918, 13, 15, 11, 13, 5, 0, 15};
  static const int weights_of_year[FLAWS] = {850, 20, 0, 0, 20, 0, 90, 20};
  if (kind == PLAN_DIRECT || kind == PLAN_ONLINE)
    return FLAW_NONE;
  return (flaw)draw_weighted(
      from, kind == PLAN_YEAR ? weights_of_year : weights, FLAWS);
}

static host draw_host(plan_kind kind, const world *w, random_source *from) {
  if (kind == PLAN_DIRECT)
    return world_office(random_between(from, 0, w->offices - 1));
  host by = world_host(w, world_draw_host(w, from));
  while (kind == PLAN_ONLINE && by.company) /* it would be paid nothing */
    by = world_host(w, world_draw_host(w, from));
  return by;
}

static void draw_stay(plan *p, const world *w, random_source *from) {
  const int64_t most = kinds[p->kind].days_most;
  p->days = random_between(from, kinds[p->kind].days_least, most);
  if (p->flaw == FLAW_DAYS)
    p->days = most + random_between(from, 2, 5);
  p->domestic_km = UNSTATED;
  if (p->kind == PLAN_ONLINE)
    return;
  p->domestic_km = draw_chance(from, 350) ? random_between(from, 80, 620)
                                          : random_between(from, 3, 79);
  const bool longer = p->kind == PLAN_EXPERIENCE && p->flaw == FLAW_NONE &&
                      p->domestic_km >= 80 && !world_is_early(w);
  if (longer && draw_chance(from, 500))
    p->days = 8; /* what the call allows where travel is far */
}

/* Indian plans are about information technology above all. */
static plan_field draw_field(const plan *p, random_source *from) {
  static const int weights[FIELDS] = {62, 7, 14, 17};
  static const int weights_of_india[FIELDS] = {44, 3, 8, 45};
  const bool india =
      strcmp(world_origin(p->parties[0].origin)->code, "IN") == 0;
  return (plan_field)draw_weighted(from, india ? weights_of_india : weights,
                                   FIELDS);
}

/* Most arrive in the last days before the call closes. */
static int64_t draw_received(random_source *from) {
  if (draw_chance(from, 10))
    return UNSTATED;
  return WINDOW_DAYS - draw_low(from, WINDOW_DAYS + 1);
}

static smaller reduced(const plan *p, const char *name, int64_t percent,
                       random_source *from) {
  const int64_t people = p->people * percent / 100;
  const int64_t part = p->payable_yen / p->people * people;
  return (smaller){.name = name,
                   .people = people,
                   .yen = part - random_between(from, 0, part / 50),
                   .worth_percent = percent + (100 - percent) *
                                                  random_between(from, 20, 60) /
                                                  100};
}

static void draw_levels(plan *p, random_source *from) {
  const bool splits = p->kind <= PLAN_TRAINING && p->flaw == FLAW_NONE;
  if (!splits || p->people < 4 || !draw_chance(from, 330))
    return;
  p->levels[p->level_count++] = reduced(p, "reduced", 80, from);
  if (draw_chance(from, 300))
    p->levels[p->level_count++] = reduced(p, "half", 50, from);
}

plan plan_drawn(const world *w, int64_t number) {
  random_source from = draw_stream(w->seed, STREAM_PLAN, number);
  plan p = {.number = number, .kind = draw_kind(w, &from)};
  p.flaw = draw_flaw(p.kind, &from);
  p.by = draw_host(p.kind, w, &from);
  p.received = draw_received(&from);
  p.earlier =
      draw_chance(&from, 30) ? random_between(&from, 1, w->before) : UNSTATED;
  p.quality = 3500 + p.by.quality + draw_normal(&from, 480);
  draw_stay(&p, w, &from);
  plan_draw_parties(&p, w, &from);
  p.field = draw_field(&p, &from);
  plan_draw_costs(&p, &from);
  draw_levels(&p, &from);
  assert(p.people > 0 && p.payable_yen <= p.yen);
  return p;
}
