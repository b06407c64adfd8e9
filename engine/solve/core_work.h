/* core_work - what the parts of core share. Private to core.c, judge.c,
 * pack.c, rate.c, relax.c, sift.c and tally.c. */
#ifndef SAITAKU_SOLVE_CORE_WORK_H
#define SAITAKU_SOLVE_CORE_WORK_H

#include "core.h"

/* lists the tallies and their rows, behind the model's */
void core_tally(arena *home, core *k);

/* worth of each column at prices of the rows, by so many sweeps over them */
void core_rate(const core *k, int sweeps, double *gain);

/* finds the packs and their firsts; near as in core_of */
void core_pack(arena *home, core *k, const vantage *near);

/* opens the relaxation, with the rows that it needed where `near` stood */
void core_relax(arena *home, core *k);

/* from what columns are worth to what the relaxation's columns are */
void core_turn(const core *k, double *gain);

/* takes the node's bounds into the relaxation */
void core_enter(core *k);

/* below it a relaxed objective is of no interest; minus infinity: all are */
double core_cutoff(const core *k, const wide *target);

/* solves the relaxation, and again with the rows that the solution broke;
 * target: below it nothing is of interest, null: everything is */
lp_outcome core_solve(core *k, const wide *target);

/* Many columns: solves the relaxation over few of them that grow, the others
 * standing at the end that prices say, until none stands at the wrong one. The
 * next core_solve then begins at its optimum (Forrest's sifting; Bixby and
 * others 1992, Very large-scale linear programming). Once a core; does nothing
 * for a small one. */
void core_sift(core *k);

#endif
