#include "make_call_plan.h"
#include <assert.h>
#include <string.h>

static const struct {
  int64_t least, most; /* people; most_shared with several senders */
  int64_t most_shared;
} sizes[PLAN_KINDS] = {
    [PLAN_EXPERIENCE] = {4, 8, 8}, [PLAN_RESEARCH] = {1, 8, 8},
    [PLAN_TRAINING] = {3, 8, 12},  [PLAN_YEAR] = {3, 8, 8},
    [PLAN_DIRECT] = {8, 20, 20},   [PLAN_ONLINE] = {8, 30, 30},
};

static int draw_party_count(plan_kind kind, random_source *from) {
  if (kind == PLAN_RESEARCH || kind == PLAN_YEAR)
    return 1;
  if (!draw_chance(from, kind == PLAN_TRAINING ? 320 : 150))
    return 1;
  return draw_chance(from, 250) ? 3 : 2;
}

static int draw_home(const plan *p, random_source *from) {
  if (p->party_count && draw_chance(from, 600))
    return world_draw_any(from);
  if (p->kind != PLAN_YEAR)
    return world_draw_origin(from);
  if (p->flaw != FLAW_REGION)
    return world_draw_recommended(from);
  return 1; /* Viet Nam: in neither of the course's regions */
}

static bool is_taken(const plan *p, int home, int64_t sender) {
  for (int i = 0; i < p->party_count; i++)
    if (p->parties[i].origin == home && p->parties[i].sender == sender)
      return true;
  return false;
}

/* A second sender is from another country, or a neighbour of the first. */
static void add_party(plan *p, const world *w, random_source *from) {
  const bool again = p->party_count && draw_chance(from, 150);
  const int home = again ? p->parties[0].origin : draw_home(p, from);
  const int64_t pool = world_senders(w, home);
  int64_t sender = draw_low(from, pool);
  while (is_taken(p, home, sender))
    sender = (sender + 1) % pool;
  p->parties[p->party_count++] = (party){.origin = home, .sender = sender};
}

static int64_t most_people(const plan *p, const world *w) {
  if (world_is_early(w))
    return 10;
  return p->party_count > 1 ? sizes[p->kind].most_shared : sizes[p->kind].most;
}

static int64_t draw_people(const plan *p, const world *w, random_source *from) {
  const int64_t most = most_people(p, w);
  if (p->flaw == FLAW_PEOPLE)
    return most + random_between(from, 1, 3);
  const int64_t least = sizes[p->kind].least;
  const int64_t people = most - draw_low(from, most - least + 1);
  return people < p->party_count ? p->party_count : people;
}

/* Each party gets one person, the rest goes round. */
static void share_people(plan *p, random_source *from) {
  for (int i = 0; i < p->party_count; i++)
    p->parties[i].people = 1;
  for (int64_t left = p->people - p->party_count; left > 0; left--)
    p->parties[random_between(from, 0, p->party_count - 1)].people++;
}

static const char *draw_role(const plan *p, random_source *from) {
  static const char *const roles[] = {"student", "researcher", "worker"};
  static const int weights[PLAN_KINDS][3] = {
      [PLAN_EXPERIENCE] = {85, 10, 5}, [PLAN_RESEARCH] = {45, 50, 5},
      [PLAN_TRAINING] = {40, 35, 25},  [PLAN_YEAR] = {50, 40, 10},
      [PLAN_DIRECT] = {100, 0, 0},     [PLAN_ONLINE] = {70, 20, 10},
  };
  if (p->flaw == FLAW_ROLE)
    return "administrator";
  if (p->kind == PLAN_DIRECT && draw_chance(from, 300))
    return "official";
  return roles[draw_weighted(from, weights[p->kind], 3)];
}

static int64_t draw_age(const char *role, plan_kind kind, random_source *from) {
  if (draw_chance(from, 6))
    return UNSTATED;
  if (strcmp(role, "student") == 0)
    return kind == PLAN_DIRECT ? random_between(from, 16, 18)
                               : random_between(from, 20, 31);
  return random_between(from, 27, 40);
}

static void describe(party *of, const plan *p, random_source *from) {
  of->role = draw_role(p, from);
  of->oldest_age = draw_age(of->role, p->kind, from);
  of->leaders = of->people >= 4 && p->kind != PLAN_RESEARCH ? 1 : 0;
  of->first_visit = p->kind == PLAN_ONLINE ? "" : "yes";
  if (p->kind == PLAN_YEAR && draw_chance(from, 400))
    of->first_visit = "no"; /* the year-long course allows it */
}

void plan_draw_parties(plan *p, const world *w, random_source *from) {
  const int count = draw_party_count(p->kind, from);
  for (int i = 0; i < count; i++)
    add_party(p, w, from);
  p->people = draw_people(p, w, from);
  share_people(p, from);
  for (int i = 0; i < count; i++)
    describe(&p->parties[i], p, from);
  if (p->flaw == FLAW_AGE)
    p->parties[0].oldest_age = random_between(from, 41, 47);
  if (p->flaw == FLAW_VISIT)
    p->parties[0].first_visit = "no";
}
