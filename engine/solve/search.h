/* search - one objective over one model, by branch and bound.
 * Nodes wait in a heap by proven bound; from each the search dives, the child
 * nearer to the relaxed optimum first, until the dive ends. */
#ifndef SAITAKU_SOLVE_SEARCH_H
#define SAITAKU_SOLVE_SEARCH_H

#include "model.h"
#include "solve.h"

/* what all searches of one solve share */
typedef struct run {
  arena *home;
  const program *g;
  const solve_options *how;
  int64_t nodes;
  bool stopped;      /* out of nodes or told to stop: every search returns */
  search_log *log;   /* null: nobody asks for a proof */
  const char *doing; /* the objective's name, for progress */
  arena *scratch;    /* of the search under way; null between searches */
} run;

typedef struct quest {
  const model *m;
  const int64_t *c;     /* dense, maximised; null: any permitted set will do */
  named_row goal;       /* the row that holds c at what is of interest */
  const int64_t *start; /* a permitted set; null when none is known */
  solve_memory *memory; /* of neighbours; null: none */
  bool limited;         /* without start: sets below `least` are no use */
  wide least;
  bool first;   /* stop at the first set, or the first better than start */
  int patience; /* small: ends when so many nodes have brought nothing better;
                   climbs and digs nowhere; 0: an ordinary search */
  int gather;   /* list all best sets if they are no more; 0: one will do */
} quest;

typedef struct outcome {
  const int64_t *x; /* the best set, complete; null when none was found */
  wide value;       /* of x */
  bool proved; /* none better (or none at all); never when `first` ended it */
  bool bounded;
  wide bound; /* no permitted set has more; value when proved */
  /* of the root relaxation, over the model's rows: what they prove holds for
     every set, so it serves later objectives; null when there was none */
  const int64_t *root_multipliers;
  int root_shift;
  const int64_t **best; /* all sets as good as x, if asked for and listed */
  int best_count;       /* 0: not asked for, not proved, or too many */
  search_log tree;      /* what proves it, or the bound of a search that was
                           stopped; empty without run->log */
} outcome;

outcome search(run *r, const quest *q);

/* one permitted set of m, by its guide if it has one; x null: none, if proved
 */
outcome search_any(run *r, const model *m);

/* Narrows m's own box by its rows and by the relaxation of its guide: fixes
 * what no permitted set can move. */
void search_narrow(run *r, model *m);

/* puts a command and what proves it into the run's log, if there is one */
void run_log(run *r, log_line command, const outcome *proved);

/* counts a node; false when the run has to stop */
bool run_goes_on(run *r);

#endif
