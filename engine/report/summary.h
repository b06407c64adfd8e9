/* summary - the parts of the screen of `propose`, one function each. */
#ifndef SAITAKU_REPORT_SUMMARY_H
#define SAITAKU_REPORT_SUMMARY_H

#include "page.h"
#include "report.h"

void summary_result(page *p, const outcome *o);
void summary_levels(page *p, const outcome *o);
void summary_money(page *p, const outcome *o);
void summary_plans(page *p, const outcome *o);
void summary_countries(page *p, const outcome *o);
void summary_groups(page *p, const outcome *o);
void summary_rules(page *p, const outcome *o);
void summary_reserved(page *p, const outcome *o);
void summary_envelopes(page *p, const outcome *o);
void summary_rank_order(page *p, const outcome *o);
void summary_presence(page *p, const outcome *o);
void summary_alternatives(page *p, const outcome *o);
void summary_overrides(page *p, const outcome *o);
void summary_findings(page *p, const outcome *o);

#endif
