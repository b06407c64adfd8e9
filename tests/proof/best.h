/* best - is the set that a proof claims a best one? By trying the points, from
 * the text of the program alone: nothing is shared with proofcheck. */
#ifndef SAITAKU_TESTS_BEST_H
#define SAITAKU_TESTS_BEST_H

typedef enum best_answer {
  BEST_YES, /* or there is none, as claimed */
  BEST_NO,
  BEST_UNKNOWN /* too large to try, or no program */
} best_answer;

best_answer best_claimed(const char *proof);

#endif
