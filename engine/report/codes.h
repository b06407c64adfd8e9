/* codes - the words files use for what is one of a few: they never change with
 * the language. */
#ifndef SAITAKU_REPORT_CODES_H
#define SAITAKU_REPORT_CODES_H

#include "../explain/account.h"

const char *code_status(plan_status status);
const char *code_reason(reason_code reason);
const char *code_gate(gate of);
const char *code_verdict(verdict of);
const char *code_drop(drop_reason why);
const char *code_measure(measure of);
const char *code_strength(strength of);
const char *code_kind(const rule *of); /* at_least, at_most */
const char *code_dimension(dimension by);
const char *code_mode(priority_mode mode);
const char *code_presence(presence among);
const char *code_objective(objective_kind kind);

#endif
