/* body - the reviews of one criterion, or the weighted ones, with plans and
 * reviewers numbered anew without gaps, and what the mixed model says of them.
 * Between the files of study. */
#ifndef SAITAKU_SCORE_BODY_H
#define SAITAKU_SCORE_BODY_H

#include "../../models/score/mixed.h"
#include "study.h"

typedef struct body {
  const ballot *of;
  const graph *g;
  const mixed_fit *fit;
  const double *score;
  const int *review;   /* in the ballot, by review here */
  const int *plan;     /* in the ballot, by application here; rising */
  const int *reviewer; /* the same of reviewers */
  const int *panel;    /* in the ballot, by review here; -1: none stated; null:
                          no panel effects */
} body;

/* criterion -1: the weighted scores of the reviews that lack nothing */
body *body_take(arena *home, const ballot *of, int criterion,
                study_means means);

/* the score of criterion `which`, or with -1 the weighted one, of the e-th in
 * the ballot's table; NAN if it lacks what is asked */
double body_weigh(const ballot *of, double *const *score, int which, int e);

figure body_figure(double value); /* not known if it is no number */
double body_mean(const body *b, int plan);
bool body_is_fitted(const body *b);
int body_groups(const body *b); /* components with a review */

/* study_group.c: groups, and the plans' ranks within; ranks are made */
void study_group_all(arena *home, const body *b, study *to);
/* study_panel.c: panels with their effects, where the means are by panel */
void study_panel_all(arena *home, const body *b, study *to);
/* study_fit.c */
study_fit study_fit_of(const body *b, const char *criterion);
/* study_note.c: all notes; list and count into the study */
void study_note_all(arena *home, const body *b, study *to);

#endif
