/* study - what a body of reviews can say: comparable scores with their errors,
 * the reviewers, how far they agree, and what must not be concluded.
 * Made by   study_make
 * Used by   report; read-only
 * Figures are in 10^-12 of their unit: here the doubles of the models end.
 * The body's scores are those of one criterion, or with several the weighted
 * score of the reviews that have them all; every criterion is fitted beside.
 * Cost      see models/score; linear in reviews past 3,000 applications */
#ifndef SAITAKU_SCORE_STUDY_H
#define SAITAKU_SCORE_STUDY_H

#include "../../models/score/halo.h"
#include "../base/exact.h"
#include "ballot.h"

enum { STUDY_PLACES = 12 };

typedef struct figure {
  bool known;
  wide value; /* in 10^-12 */
} figure;

typedef enum fit_status { /* as mixed_status; see there */
                          FIT_DONE,
                          FIT_TOO_FEW,
                          FIT_ALL_EQUAL,
                          FIT_ONE_A_PLAN,
                          FIT_ONE_A_REVIEWER,
                          FIT_ONE_REVIEWER,
                          FIT_EXACT,
                          FIT_TOO_LARGE,
                          FIT_MANY_PANELS,
                          FIT_OWN_PANELS,
                          FIT_LOST
} fit_status;

typedef struct study_fit {
  const char *criterion; /* of the weighted score: "*" */
  fit_status status;
  int reviews, applications, reviewers, components;
  figure mu, se_mu;
  figure var_application, var_reviewer, var_residual;
  figure error_application, error_reviewer, error_residual; /* of sampling */
  figure criterion_value; /* -2 log likelihood (REML) */
  figure icc_a1, icc_c1, harmonic, g, phi;
  figure alpha_nominal, alpha_ordinal, alpha_interval, alpha_ratio;
  figure icc[6]; /* Shrout and Fleiss: 1 2 3 of one, then of k reviews */
} study_fit;

typedef enum study_reason { /* why calibration moves a plan's rank */
                            STUDY_UNMOVED,
                            STUDY_HARSH, /* its reviewers are, beside others */
                            STUDY_LENIENT, /* the same */
                            STUDY_FEW,     /* fewer reviews than is usual, so
                                              pulled further to the mean */
                            STUDY_MANY,    /* more reviews: pulled less far */
                            STUDY_OTHERS,  /* plans beside it moved */
                            STUDY_UNTOLD, /* all are alike: no variance of merit
                                           */
                            STUDY_REASONS
} study_reason;

typedef struct study_plan {
  const char *id;
  int reviews, component;         /* component from 1 */
  int raw_rank, rank;             /* competition ranks; 0: none */
  int group_raw_rank, group_rank; /* the same among the plans of its component:
                                     the ranks that reviews can bear out */
  figure mean, calibrated, se, expected_rank, among_best;
  /* calibrated - mean: reviewers' mean severity taken off, then pulled to mu,
     the more so the fewer the reviews */
  figure by_severity, by_pull;
  study_reason reason;
  figure bayes_rank;         /* under ERforResearch's model */
  int first_rank, last_rank; /* hold it with 90 %; 0: not known */
} study_plan;

typedef struct study_group { /* a component with a review */
  int plans, reviewers, reviews;
  figure mean;       /* of its reviews */
  const char *first; /* its first plan */
} study_group;

typedef struct study_panel { /* whose mean is its own */
  const char *id;            /* "": of reviews that state none */
  int plans, reviewers, reviews;
  figure effect, se; /* its mean less mu; not known if nothing is fitted */
} study_panel;

typedef struct study_reviewer {
  const char *id;
  int reviews;
  bool constant;
  figure mean, severity, se, z, raw_severity, consistency, correlation;
} study_reviewer;

typedef enum study_code { /* each has its sentence in report/ */
                          STUDY_LOW_IS_BETTER,
                          STUDY_HIGH_IS_BETTER,
                          STUDY_WEIGHTED,     /* criteria */
                          STUDY_SHARED,       /* their correlation */
                          STUDY_NOT_OPINIONS, /* criteria */
                          STUDY_HALO, /* per cent of a criterion's score: plan;
                                         plan:criterion; plan:reviewer */
                          STUDY_CONFLICTS,
                          STUDY_PARTIAL,     /* scores; effect; error */
                          STUDY_IMPARTIAL,   /* the same, within chance */
                          STUDY_PARTIAL_FEW, /* the same, of a few scores */
                          STUDY_MISSING,
                          STUDY_TOO_FEW,
                          STUDY_ALL_EQUAL,
                          STUDY_ONE_A_PLAN,
                          STUDY_ONE_A_REVIEWER,
                          STUDY_ONE_REVIEWER,
                          STUDY_EXACT,
                          STUDY_TOO_LARGE,
                          STUDY_MANY_PANELS,
                          STUDY_OWN_PANELS,
                          STUDY_LOST,
                          STUDY_PANELS, /* panels */
                          STUDY_ONE_PANEL,
                          STUDY_PANELS_APART,   /* sets of them */
                          STUDY_PANEL_REVIEWER, /* count; ids */
                          STUDY_PANEL_UNSTATED, /* reviews */
                          STUDY_SEPARATE, /* groups; percent assumed; bridging
                                           */
                          STUDY_SEPARATE_RAW, /* groups */
                          STUDY_BRIDGE,       /* reviewer; application */
                          STUDY_LONE_LINK,    /* reviewer; groups joined */
                          STUDY_ID_REUSED,    /* reviewer; panels */
                          STUDY_NO_SEVERITY,
                          STUDY_NO_MERIT,
                          STUDY_SINGLE_REVIEWERS, /* count; ids */
                          STUDY_CONSTANTS,        /* count; ids */
                          STUDY_CONSTANT,         /* reviewer; reviews; score */
                          STUDY_FEW_REVIEWS,      /* plan; reviews; ranks */
                          STUDY_COARSE,           /* percent; plans in ties */
                          STUDY_SAMPLED, /* per cent of the variances */
                          STUDY_CODES
} study_code;

typedef struct study_note {
  study_code code;
  const char *at[3]; /* figures and ids, no sentences; null: none */
} study_note;

typedef struct study {
  const ballot *of;
  study_fit *fits; /* the body's own first, then by criterion if several */
  int fit_count;
  study_plan *plans; /* with a review; by id */
  int plan_count;
  study_group *groups; /* by number, from 1 */
  int group_count;
  study_panel *panels;       /* with a review; none stated first, then by id */
  int panel_count;           /* 0: no panel effects asked for */
  int panel_sets;            /* of panels that no plan links */
  study_reviewer *reviewers; /* with a review; by id */
  int reviewer_count;
  int best; /* of among_best: how many */
  figure
      halo;   /* correlation of what criteria leave unexplained in one review */
  bool split; /* are the parts of one criterion's score known? */
  figure part[HALO_PARTS]; /* variances: see models/score/halo.h */
  int marked_count; /* scores in spite of a conflict that could be compared */
  figure marked_effect, marked_error; /* see models/score/partiality.h */
  study_note *notes;
  int note_count;
} study;

typedef enum study_means { /* which scores have a mean of their own? */
                           STUDY_ONE_MEAN,
                           STUDY_SEPARATE_MEANS, /* every group of plans */
                           STUDY_PANEL_MEANS     /* every panel */
} study_means;

typedef struct study_options {
  int criterion; /* -1: all, weighted */
  study_means means;
  int best; /* 0: a third of the plans */
} study_options;

study *study_make(arena *home, const ballot *of, const study_options *how);

#endif
