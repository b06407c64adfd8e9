#include "glpk_intopt.h"
#include "glpk_lp.h"
#include "glpk_reader.h"
#include <math.h>

typedef struct job {
  arena *home;
  const program *g;
  const solve_options *how;
  glpk_ear ear;
  claim *to;
  error *err;
} job;

static void watch(glp_tree *tree, void *info) {
  const job *const j = info;
  int total;
  glp_ios_tree_size(tree, NULL, NULL, &total);
  j->to->nodes = total;
  if ((j->how->nodes > 0 && total > j->how->nodes) ||
      (j->how->stop && j->how->stop(j->how->context)))
    glp_ios_terminate(tree);
}

static int search(job *j, glp_prob *of) {
  glp_iocp how;
  glp_init_iocp(&how);
  how.msg_lev = GLP_MSG_OFF;
  how.presolve = GLP_ON;
  how.cb_func = watch;
  how.cb_info = j;
  return glp_intopt(of, &how);
}

static const char *word_of(glp_prob *of, int code) {
  if (code == GLP_ENOPFS)
    return "infeasible";
  switch (glp_mip_status(of)) {
  case GLP_OPT:
    return "optimal";
  case GLP_FEAS:
    return "feasible";
  case GLP_NOFEAS:
    return "infeasible";
  default:
    return "nothing";
  }
}

/* the first row or column that minds; null: none does */
static const char *broken_by(const program *g, const int64_t *x) {
  for (int j = 0; j < g->column_count; j++)
    if (x[j] < g->columns[j].low || x[j] > g->columns[j].high)
      return g->columns[j].name;
  const int i = program_first_broken(g, x);
  return i < 0 ? NULL : g->owners[g->rows[i].owner].id;
}

static void take_set(const job *j, glp_prob *of) {
  const int n = j->g->column_count;
  int64_t *const x = ARENA_ARRAY(j->home, int64_t, n);
  for (int k = 0; k < n; k++)
    x[k] = llround(glp_mip_col_val(of, k + 1));
  j->to->broken = broken_by(j->g, x);
  if (!j->to->broken)
    j->to->x = x;
}

static void run_job(void *context) {
  job *const j = context;
  glp_prob *const of = glpk_read(&j->ear, j->err);
  if (!of)
    return;
  const int code = search(j, of);
  j->to->says = word_of(of, code);
  if (glp_mip_status(of) == GLP_OPT || glp_mip_status(of) == GLP_FEAS)
    take_set(j, of);
  glp_delete_prob(of);
}

const claim *glpk_intopt(arena *home, const char *path, const program *g,
                         const solve_options *how, error *err) {
  job j = {.home = home,
           .g = g,
           .how = how,
           .ear = {.path = path},
           .to = ARENA_NEW(home, claim),
           .err = err};
  return glpk_listening(run_job, &j, &j.ear, err) && j.to->says ? j.to : NULL;
}
