/* solve - program -> plan: the best permitted set, each objective in turn.
 * Branch and bound of our own over GLPK's simplex (glpk_lp.c, the one door).
 * Floats search, integers decide: every set is checked in integers, a node is
 * dropped only when the exact integer bound of its rounded multipliers says so
 * (program_bound). A wrong float costs time, never a wrong answer.
 * Deterministic: the same program and node limit give the same tree. */
#ifndef SAITAKU_SOLVE_SOLVE_H
#define SAITAKU_SOLVE_SOLVE_H

#include "log.h"

typedef enum plan_status {
  PLAN_OPTIMAL,   /* every objective proved */
  PLAN_FEASIBLE,  /* a permitted set, not all proved */
  PLAN_UNKNOWN,   /* stopped before a set was found */
  PLAN_INFEASIBLE /* proved: no set is permitted; see clash */
} plan_status;

typedef struct level { /* one objective's outcome; sums only */
  bool reached, proved;
  bool bounded; /* does `bound` stand? */
  wide value;   /* of the set held */
  wide bound;   /* no permitted set that holds the earlier levels has more */
} level;

/* where an application is among many sets */
typedef enum presence {
  PRESENCE_UNKNOWN, /* not asked for, or the search was stopped */
  PRESENCE_ALL,
  PRESENCE_SOME,
  PRESENCE_NONE
} presence;

typedef struct presences { /* of sets that hold the aims */
  wide worth;              /* and are worth at least this */
  int64_t sets;            /* how many there are; 0: not known, or not few */
  const presence *of;      /* one an application, as in the pool; null: not
                              told (no best worth, or the objective is none) */
} presences;

typedef struct plan {
  plan_status status;
  const int64_t *x; /* every column of the program; null when there is no set */
  level *levels;    /* one an objective */
  int unproved;     /* first objective not proved, -1 when all are */
  int decided_by;   /* the objective after which only one set was left, -1 when
                       not known */
  bool worth_bounded;
  wide worth, worth_bound; /* the set's value and what no permitted set that
                              holds the aims exceeds */
  const int *clash;        /* owners that cannot hold together, none to spare */
  int clash_count; /* infeasible: >= 0 (0: the facts and the budget alone) */
  bool only_empty; /* the empty set is permitted and no other: clash says why */
  const int64_t *rank_order;    /* the rank-order set; null when not finished */
  const int64_t **alternatives; /* the next best sets, best first */
  wide *alternative_worth;
  int alternative_count;
  bool alternatives_proved; /* each is the best of those not listed before it */
  int64_t nodes;
  const int64_t **best; /* every set of the best worth, where the log lists them
                           ("only"); x is among them; else null */
  int best_count;
  presences best_sets; /* free where the sets are listed, else searched for
                          when near_sets are */
  ratio within;        /* what was asked; den 0: nothing */
  presences near_sets; /* the sets within it */
  search_log log;      /* what has been shown so far, for certify */
} plan;

typedef struct solve_progress {
  const char *objective;
  int64_t nodes;
  bool found;
  wide best, bound;
} solve_progress;

/* What one solve leaves for that of a neighbour: a program of the same columns
 * with another budget, other worths or rules. It is a suggestion: it saves time
 * or costs some and is never believed, so values, bounds and status are those
 * of a solve without it; among equals and in the proof the way may differ. */
typedef struct solve_memory solve_memory;
solve_memory *solve_memory_open(void); /* empty */
void solve_memory_close(solve_memory *of);

typedef struct solve_options {
  int64_t nodes;    /* at most; 0: no limit */
  int alternatives; /* how many to look for beside the best */
  ratio within; /* who is in the sets whose worth is less than the best by at
                   most this part of it; den 0: not asked */
  bool (*stop)(void *context); /* asked at every node; null: never */
  void (*progress)(void *context, const solve_progress *now); /* may be null */
  void *context;
  bool is_bare; /* the set alone: no log for a proof, which takes most of the
                   memory of a long search, and no rank-order set beside */
  solve_memory *memory; /* read, then written; null: none */
} solve_options;

/* the least worth within that part of the best: ceil(best - |best| within) */
wide plan_worth_within(wide best, ratio within);

plan *solve(arena *home, const program *g, const solve_options *how,
            error *err);

#endif
