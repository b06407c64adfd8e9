#include "make_call_tables.h"
#include <inttypes.h>

enum { CRITERIA = 3 };
static const char *const criteria[CRITERIA] = {"plan", "effect", "ties"};

typedef struct reading { /* one reviewer reads one plan */
  char reviewer[WORLD_ID], application[WORLD_ID];
  int64_t seen; /* thousandths of a point, before each criterion's noise */
} reading;

/* Harsh and mild reviewers: what is seen moves with who looks. */
static int64_t draw_score(int64_t seen, random_source *from) {
  const int64_t score = (seen + draw_normal(from, 520) + 500) / 1000;
  return score < 1 ? 1 : score > 5 ? 5 : score;
}

static void add_scores(const tables *t, const reading *r,
                       const int64_t *strength, random_source *from) {
  FILE *const to = t->file[TABLE_SCORES];
  const bool declined = draw_chance(from, 15);
  const bool gap = draw_chance(from, 12), left_out = draw_chance(from, 4);
  const int64_t lacking = random_between(from, 0, CRITERIA - 1);
  for (int i = 0; i < CRITERIA; i++) {
    const int64_t score = draw_score(r->seen + strength[i], from);
    if (left_out && i == lacking)
      continue;
    fprintf(to, "%s,%s,%s,", r->reviewer, r->application, criteria[i]);
    if (declined)
      fputs("COI", to);
    else if (!gap || i != lacking)
      fprintf(to, "%" PRId64, score);
    fputc('\n', to);
  }
}

/* A conflict found after the review was in: its scores stay in the sheet. */
static void add_conflict(const tables *t, const reading *r,
                         random_source *from) {
  static const char *const reasons[] = {
      "joint paper within five years", "same institution until 2023",
      "supervised the applicant", "共同研究者"};
  const bool found = draw_chance(from, 10);
  const int64_t which = random_between(from, 0, 3);
  if (found)
    fprintf(t->file[TABLE_CONFLICTS], "%s,%s,%s\n", r->reviewer, r->application,
            reasons[which]);
}

/* Seats are taken in steps of an odd number round a panel of eight, so that
 * nobody reads a plan twice; one in seven is lent by the next panel. */
void tables_add_reviews(const tables *t, const plan *p) {
  const world *const w = t->of;
  random_source from = draw_stream(w->seed, STREAM_REVIEWS, p->number);
  const int64_t panel = random_between(&from, 0, w->panels - 1);
  const int64_t first = random_between(&from, 0, WORLD_PANEL - 1);
  const int64_t step = 1 + 2 * random_between(&from, 0, WORLD_PANEL / 2 - 1);
  const int64_t count = p->flaw == FLAW_REVIEWS ? random_between(&from, 1, 2)
                                                : random_between(&from, 4, 6);
  int64_t strength[CRITERIA];
  for (int i = 0; i < CRITERIA; i++)
    strength[i] = draw_normal(&from, 250);
  for (int64_t i = 0; i < count; i++) {
    const int64_t lent = draw_chance(&from, 143) ? 1 : 0;
    const int64_t who = (panel + lent) % w->panels * WORLD_PANEL +
                        (first + i * step) % WORLD_PANEL;
    reading r = {.seen = p->quality + world_leniency(w, who)};
    world_reviewer_id(who, r.reviewer);
    plan_id(w, p->number, r.application);
    add_scores(t, &r, strength, &from);
    add_conflict(t, &r, &from);
  }
}

void tables_add_reviewers(const tables *t) {
  for (int64_t i = 0; i < t->of->panels * WORLD_PANEL; i++) {
    char id[WORLD_ID];
    world_reviewer_id(i, id);
    fprintf(t->file[TABLE_REVIEWERS], "%s,panel-%" PRId64 "\n", id,
            1 + i / WORLD_PANEL);
  }
}
