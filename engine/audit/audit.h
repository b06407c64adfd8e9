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

/* what is compared, in the order in which it is told */
#define AUDIT_PARTS(X)                                                         \
  X(INPUTS, "inputs")   /* the files the call was read from */                 \
  X(RECOUNT, "recount") /* decision.json beside the raw tables */              \
  X(FILES, "files")     /* what was written beside it */                       \
  X(PROGRAM, "program") /* what the proof says is to be proved */              \
  X(PROOF, "proof")

typedef enum audit_part {
#define AUDIT_PART(code, word) AUDIT_PART_##code,
  AUDIT_PARTS(AUDIT_PART)
#undef AUDIT_PART
      AUDIT_PART_COUNT
} audit_part;

/* X(code, word, part): what a difference is about; words stand in files */
#define AUDIT_CODES(X)                                                         \
  X(INPUT_CHANGED, "input_changed", INPUTS)                                    \
  X(INPUT_MISSING, "input_missing", INPUTS)                                    \
  X(INPUT_ADDED, "input_added", INPUTS)                                        \
  X(SET, "set", RECOUNT)               /* a figure of the whole set */         \
  X(PLAN, "plan", RECOUNT)             /* of a plan */                         \
  X(RULE, "rule", RECOUNT)             /* of a rule, or of one of its rows */  \
  X(RESERVED, "reserved", RECOUNT)     /* of reserved money */                 \
  X(COUNTRY, "country", RECOUNT)       /* of a country */                      \
  X(LEVEL, "level", RECOUNT)           /* of an objective */                   \
  X(RANK_ORDER, "rank_order", RECOUNT) /* of the set by rank */                \
  X(CALIBRATED, "calibrated", RECOUNT) /* a merit of the mixed model */        \
  X(MISSING, "missing", RECOUNT)       /* what the record should hold */       \
  X(UNKNOWN, "unknown", RECOUNT)       /* what it should not hold */           \
  X(NOT_COMPETING, "not_competing", RECOUNT)     /* adopted, but may not be */ \
  X(OVERRIDE_BROKEN, "override_broken", RECOUNT) /* put in, not adopted so */  \
  X(BUDGET_BROKEN, "budget_broken", RECOUNT)                                   \
  X(RULE_BROKEN, "rule_broken", RECOUNT)                                       \
  X(RESERVED_BROKEN, "reserved_broken", RECOUNT)                               \
  X(ENVELOPE_BROKEN, "envelope_broken", RECOUNT)                               \
  X(ADOPTION, "adoption", FILES) /* a cell of adoption.csv */                  \
  X(RECORD, "record", FILES)     /* what else the record says */               \
  X(CLAIM, "claim", FILES) /* clash, set by rank .. not of the program */      \
  X(FILE_LINE, "file_line", FILES)         /* a line of a file */              \
  X(FILE_MISSING, "file_missing", FILES)   /* a file that propose writes */    \
  X(PROGRAM_LINE, "program_line", PROGRAM) /* a line of the statement */       \
  X(PROOF_INPUT, "proof_input", PROGRAM)   /* an input as the proof has it */  \
  X(PROOF_SET, "proof_set", PROOF)         /* the set that the proof is of */  \
  X(PROOF_DIGEST, "proof_digest", PROOF)   /* its bytes */                     \
  X(PROOF_MISSING, "proof_missing", PROOF) /* claimed best, but no proof */    \
  X(PROOF_REFUTED, "proof_refuted", PROOF) /* what the checker says */

typedef enum audit_code {
#define AUDIT_CODE(code, word, part) AUDIT_##code,
  AUDIT_CODES(AUDIT_CODE)
#undef AUDIT_CODE
      AUDIT_CODE_COUNT
} audit_code;

audit_part audit_part_of(audit_code code);
const char *audit_part_word(audit_part part);
const char *audit_word(audit_code code);

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

/* What else the record says, beside the same written again by the engine from
 * the set the record claims: path by path. */
bool audit_record(arena *home, bytes record, const char *again, differences *to,
                  error *err);

/* the first line of a file that is not as it was written again */
void audit_file(const char *name, bytes file, const char *again,
                differences *to);

#endif
