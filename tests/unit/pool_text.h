/* pool_text - a pool as text, so that a test compares one thing. */
#ifndef SAITAKU_TESTS_POOL_TEXT_H
#define SAITAKU_TESTS_POOL_TEXT_H

#include "../../engine/admit/pool.h"
#include "call.h"
#include <inttypes.h>

static inline pool *admit_call(const call *c) {
  error err = {0};
  return admit(c->home, c->rules, &c->d, &err);
}

static inline void show_finding(text *to, const pool *p, const finding *f) {
  static const char *const verdicts[] = {"note", "correct", "fail"};
  text_format(to, "%s %d %s [%s] [%s] %s\n",
              f->application < 0 ? "-" : p->applications[f->application].id,
              (int)f->gate, verdicts[f->verdict], f->seen, f->allowed,
              f->cites);
}

static inline const char *findings_text(arena *home, const pool *p) {
  text all = text_empty(home);
  for (int i = 0; i < p->finding_count; i++)
    show_finding(&all, p, &p->findings[i]);
  return all.at;
}

static inline void show_plan(text *to, const pool *p, const application *plan) {
  text_format(to, "%s %s %d asked %" PRId64 " verdict %d override %d/%d %s\n",
              plan->id, plan->host, plan->received, plan->yen_asked,
              (int)plan->verdict, (int)plan->intervention,
              plan->intervention_award, plan->intervention_reason);
  for (int i = 0; i < plan->delegation_count; i++) {
    const delegation *who = &plan->delegations[i];
    text_format(to, "  %s/%s %" PRId64 " groups %" PRIx64 "\n",
                country_code(who->country),
                who->sender < 0 ? "" : p->senders.item[who->sender],
                who->people, who->groups);
  }
  for (int i = 0; i < plan->award_count; i++) {
    const award *w = &plan->awards[i];
    text_format(to, "  %s %" PRId64 " %" PRId64 " %" PRId64 ":", w->level,
                w->yen, w->people, w->worth_percent);
    for (int k = 0; k < plan->delegation_count; k++)
      text_format(to, " %" PRId64 "/%" PRId64, w->delegation_yen[k],
                  w->delegation_people[k]);
    text_add(to, "\n");
  }
}

static inline const char *reviews_text(arena *home, const pool *p) {
  text all = text_empty(home);
  for (int i = 0; i < p->review_count; i++) {
    const review *r = &p->reviews[i];
    text_format(&all, "%s by %s:", p->applications[r->application].id,
                p->reviewers[r->reviewer].id);
    for (int c = 0; c < p->rules->scoring.criterion_count; c++)
      text_format(&all, " %" PRId64, r->score[c]);
    text_add(&all, "\n");
  }
  for (int i = 0; i < p->dropped_count; i++) {
    const dropped_review *r = &p->dropped[i];
    text_format(&all, "%s by %s: %s: %s\n", p->applications[r->application].id,
                p->reviewers[r->reviewer].id,
                r->why == DROP_CONFLICT ? "conflict" : "incomplete", r->detail);
  }
  return all.at;
}

static inline const char *pool_text(arena *home, const pool *p) {
  text all = text_empty(home);
  for (int i = 0; i < p->count; i++)
    show_plan(&all, p, &p->applications[i]);
  text_add(&all, reviews_text(home, p));
  text_add(&all, findings_text(home, p));
  return all.at;
}

#endif
