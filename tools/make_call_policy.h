/* make_call_policy - the rules of a made call, their limits in proportion to
 * what its plans ask for, so that at every size they can be kept and bite. */
#ifndef SAITAKU_TOOLS_MAKE_CALL_POLICY_H
#define SAITAKU_TOOLS_MAKE_CALL_POLICY_H

#include "make_call_plan.h"
#include <stdio.h>

enum { ORIGINS_MAX = 64 };

/* What the plans without a flaw bring; asked_yen counts all plans. */
typedef struct totals {
  int64_t plans;
  int64_t asked_yen, online_yen, research_yen, africa_yen;
  int64_t india_ict_people;
  int64_t direct_awards, company_awards;
  bool new_country[ORIGINS_MAX];
} totals;

void totals_add(totals *to, const plan *p);

/* percent: the budget, of what all plans ask for */
void policy_write(FILE *to, const world *w, const totals *of, int64_t percent);

#endif
