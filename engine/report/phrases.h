/* phrases - codes and figures put into sentences. */
#ifndef SAITAKU_REPORT_PHRASES_H
#define SAITAKU_REPORT_PHRASES_H

#include "findings.h"

/* "12 people", "3,000,000 yen" */
char *phrase_measured(arena *home, language in, measure of, ratio value);
const char *phrase_gate(language in, gate of); /* its name in a table */
char *phrase_finding(arena *home, language in, const finding *f);
char *phrase_dropped(arena *home, language in, const dropped_review *d);
char *phrase_only_empty(arena *home, language in, const account *a);
/* "the budget by 300,000 yen" */
char *phrase_breach(arena *home, language in, const program *g,
                    const breach *b);
/* why the application is in or out, a whole sentence */
char *phrase_reason(arena *home, const outcome *o, int which);
char *phrase_objective(arena *home, language in, const char *name);
/* one of those that cannot hold together */
char *phrase_owner(arena *home, language in, const owner *of);

#endif
