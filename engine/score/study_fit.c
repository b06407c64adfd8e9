/* The figures of one body: variances, agreement, reliability. */
#include "../../models/score/agreement.h"
#include "body.h"
#include <math.h>

static fit_status status_of(mixed_status status) {
  static const fit_status as[] = {[MIXED_FITTED] = FIT_DONE,
                                  [MIXED_TOO_FEW] = FIT_TOO_FEW,
                                  [MIXED_ALL_EQUAL] = FIT_ALL_EQUAL,
                                  [MIXED_ONE_A_PLAN] = FIT_ONE_A_PLAN,
                                  [MIXED_ONE_A_REVIEWER] = FIT_ONE_A_REVIEWER,
                                  [MIXED_ONE_REVIEWER] = FIT_ONE_REVIEWER,
                                  [MIXED_EXACT] = FIT_EXACT,
                                  [MIXED_TOO_LARGE] = FIT_TOO_LARGE,
                                  [MIXED_MANY_PANELS] = FIT_MANY_PANELS,
                                  [MIXED_OWN_PANELS] = FIT_OWN_PANELS,
                                  [MIXED_LOST] = FIT_LOST};
  return as[status];
}

static void take_variances(const body *b, study_fit *to) {
  const mixed_fit *f = b->fit;
  to->mu = body_figure(f->mu);
  to->se_mu = body_figure(f->se_mu);
  to->var_application = body_figure(f->variance[APPLICATION]);
  to->var_reviewer = body_figure(f->variance[REVIEWER]);
  to->var_residual = body_figure(f->variance[RESIDUAL]);
  to->criterion_value = body_figure(f->criterion);
  if (f->sampled) {
    to->error_application = body_figure(f->sampling_error[APPLICATION]);
    to->error_reviewer = body_figure(f->sampling_error[REVIEWER]);
    to->error_residual = body_figure(f->sampling_error[RESIDUAL]);
  }
  const generalisability g = generalise(b->g, f->variance);
  to->icc_a1 = body_figure(g.agreement);
  to->icc_c1 = body_figure(g.consistency);
  to->harmonic = body_figure(g.k);
  to->g = body_figure(g.g);
  to->phi = body_figure(g.phi);
}

static void take_agreement(const body *b, study_fit *to) {
  to->alpha_nominal = body_figure(alpha_of(b->g, b->score, ALPHA_NOMINAL));
  to->alpha_ordinal = body_figure(alpha_of(b->g, b->score, ALPHA_ORDINAL));
  to->alpha_interval = body_figure(alpha_of(b->g, b->score, ALPHA_INTERVAL));
  to->alpha_ratio = body_figure(alpha_of(b->g, b->score, ALPHA_RATIO));
  const icc got = icc_of(b->g, b->score);
  for (int i = 0; got.defined && i < 3; i++) {
    to->icc[i] = body_figure(got.single[i]);
    to->icc[3 + i] = body_figure(got.average[i]);
  }
}

study_fit study_fit_of(const body *b, const char *criterion_id) {
  study_fit to = {.criterion = criterion_id,
                  .status = status_of(b->fit->status),
                  .reviews = b->g->reviews,
                  .applications = b->g->applications,
                  .reviewers = b->g->reviewers,
                  .components = body_groups(b)};
  if (body_is_fitted(b))
    take_variances(b, &to);
  take_agreement(b, &to);
  return to;
}
