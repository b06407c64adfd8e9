/* tally_rules - each rule's rows over a set; a part of tally. */
#ifndef SAITAKU_AUDIT_TALLY_RULES_H
#define SAITAKU_AUDIT_TALLY_RULES_H

#include "tally.h"

/* needs the totals of *t, for shares of the adopted */
tally_rule tally_rule_of(const roll *r, const tally *t, given_in *given,
                         const rule *of);

#endif
