/* audit - a past decision, counted again by a way of its own.
 * Made by   audit_decision and its sisters, from the raw tables and the record
 * Used by   report, tools (verify)
 * Lifetime  that of `home`
 * Nothing of admit, score, weigh, formulate or explain is used: who competes,
 * merits, worths, parts of countries, rules and the value of the set are
 * reckoned here a second time from policy and dossier, so that a mistake of the
 * engine and a changed record both show as differences.
 * Taken from the record, and so not recounted: which plans are adopted and at
 * which level, the set by rank, and the merits of the mixed model, which are
 * compared with `calibrated` instead. */
#ifndef SAITAKU_AUDIT_AUDIT_H
#define SAITAKU_AUDIT_AUDIT_H

#include "../read/dossier.h"

/* X(code, word): what a difference is about; the word stands in files */
#define AUDIT_CODES(X)                                                         \
  X(SET, "set")                         /* a figure of the whole set */        \
  X(PLAN, "plan")                       /* a figure of a plan */               \
  X(RULE, "rule")                       /* of a rule, or of one of its rows */ \
  X(RESERVED, "reserved")               /* of reserved money */                \
  X(COUNTRY, "country")                 /* of a country */                     \
  X(LEVEL, "level")                     /* of an objective */                  \
  X(RANK_ORDER, "rank_order")           /* of the set by rank */               \
  X(CALIBRATED, "calibrated")           /* a merit of the mixed model */       \
  X(MISSING, "missing")                 /* what the record should hold */      \
  X(UNKNOWN, "unknown")                 /* what it should not hold */          \
  X(NOT_COMPETING, "not_competing")     /* adopted, though it may not be */    \
  X(OVERRIDE_BROKEN, "override_broken") /* put in, but not adopted so */       \
  X(BUDGET_BROKEN, "budget_broken")                                            \
  X(RULE_BROKEN, "rule_broken")                                                \
  X(RESERVED_BROKEN, "reserved_broken")                                        \
  X(INPUT_CHANGED, "input_changed")                                            \
  X(INPUT_MISSING, "input_missing")                                            \
  X(INPUT_ADDED, "input_added")                                                \
  X(PROGRAM, "program")             /* a line of the proof's statement */      \
  X(PROOF_SET, "proof_set")         /* a column of the proof's set */          \
  X(PROOF_INPUT, "proof_input")     /* an input as the proof has it */         \
  X(PROOF_MISSING, "proof_missing") /* claimed best, without a proof */        \
  X(PROOF_REFUTED, "proof_refuted") /* what the checker says */                \
  X(ADOPTION, "adoption")           /* a cell of adoption.csv */               \
  X(FILE_LINE, "file_line")         /* a line not as the engine has it */

typedef enum audit_code {
#define AUDIT_CODE(code, word) AUDIT_##code,
  AUDIT_CODES(AUDIT_CODE)
#undef AUDIT_CODE
      AUDIT_CODE_COUNT
} audit_code;

typedef struct difference {
  audit_code code;
  const char *subject; /* id of a plan or rule, a file, a line .. or "" */
  const char *field;   /* the key of the record, or "" */
  const char *recorded, *recounted;
} difference;

typedef struct differences {
  arena *home;
  difference *item;
  int count, room;
  int64_t compared; /* figures looked at */
} differences;

/* true when both texts are the same; else one difference more */
bool audit_compare(differences *to, difference one);
void audit_add(differences *to, difference one);

typedef struct audit_call {
  const policy *rules;
  const dossier *from;
  const int64_t *calibrated; /* merits as the score room has them now, in
                                units, one a row of applications.csv */
} audit_call;

typedef struct decision_claim { /* what the record says of itself */
  const char *status;           /* optimal, feasible, infeasible, unknown */
  bool has_set;
  const char **adopted; /* "ID" and its level, one behind the other */
  int adopted_count;
  int plans, rules;
} decision_claim;

/* Recounts decision.json. False with *err (ERROR_INPUT) when it is no record
 * that can be read at all.
 * Cost: plans x (reviews + groups x parties + rules x parties), and sorting. */
bool audit_decision(arena *home, const audit_call *call, bytes record,
                    decision_claim *claim, differences *to, error *err);

/* The inputs as the record names them beside the files of the folder, read
 * and digested anew; which they are now goes to *now. */
typedef struct audit_files {
  const char **name, **sha256;
  int count;
} audit_files;
bool audit_inputs(arena *home, const char *call, bytes record, audit_files *now,
                  differences *to, error *err);

/* adoption.csv beside decision.json, cell by cell; words of reasons aside. */
bool audit_adoption(arena *home, bytes sheet_file, bytes record,
                    differences *to, error *err);

#endif
