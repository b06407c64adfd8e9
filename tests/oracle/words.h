/* words - the names that stand in an invented call's files.
 * Country codes ascend with their index; so do sender ids. */
#ifndef SAITAKU_ORACLE_WORDS_H
#define SAITAKU_ORACLE_WORDS_H

enum {
  WORD_COUNTRIES = 10,
  WORD_SENDERS = 3,
  WORD_FIELDS = 3,
  WORD_STRANDS = 2,
  WORD_ROLES = 2,
  WORD_TERRITORIES = 7
};

extern const char *const word_country[];
extern const char *const word_sender[];
extern const char *const word_host[];
extern const char *const word_host_type[];
extern const char *const word_field[];
extern const char *const word_strand[];
extern const char *const word_course[];
extern const char *const word_role[];
extern const char *const word_head[];
extern const char *const word_level[]; /* 0: full */
extern const char *const word_criterion[];
extern const char *const word_circle[];
extern const char *const word_clause[];

typedef struct territory {
  const char *code;
  unsigned countries; /* those of word_country */
} territory;
extern const territory word_territory[];

#endif
