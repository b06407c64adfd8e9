/* proof - what a search found, as text that others can check in integers.
 * Made by   certify, from the program and the log of its searches
 * Used by   proofcheck (a second program) and verify
 * Lifetime  that of `home`
 *
 * One statement carries everything. Rows read  sum a x <= limit; u are integers
 * >= 0, one a row. In a box low <= x <= high of integers no point keeps the
 * rows if   sum_i u_i limit_i  <  min over the box of  sum_j (sum_i u_i a_ij)
 * x_j (Farkas 1902 over a box; with an objective held as a row it is the
 * Lagrangian bound, Geoffrion 1974). "Better than the set" is itself a row, so
 * the proof that nothing is better is a tree of boxes none of which holds a
 * point.
 *
 * ---- The format: ASCII lines, words split by one blank
 * Comments begin with "#". Numbers are decimal integers, |limits and
 * coefficients| <= 10^17, multipliers below 2^62. Columns, rows, levels, steps
 * and sets count from 0. TERMS are "COLUMN:COEFFICIENT ...", each column once.
 *
 *   saitaku-proof 1
 *   input NAME SHA256          any number; for verify
 *   columns N                  then N lines:
 *   c d|f LOW HIGH NAME        d: decides (a set is what its d columns are;
 *                              0 <= LOW, HIGH <= 1), f: follows
 *   rows M                     then M lines, r0 .. :
 *   r LIMIT NAME TERMS         sum <= LIMIT
 *   levels L                   then L lines, in the order of importance:
 *   max NAME TERMS             a sum, as large as possible
 *   walk NAME C,C,.. C,C,..    steps in order; each takes one of its d columns
 *                              if a permitted set that agrees with the earlier
 *                              steps allows it, else none
 *   set TERMS                  the point claimed best (columns not named are
 *                              0); or "none": no point keeps the rows
 *   others K                   then K lines: further sets, for "only":
 *   o COLUMN ..                their d columns at 1
 *   proof                      then commands, and at last
 *   # sha256 HEX               of all before it (a comment; verify looks at it)
 *   end
 *
 * NAMEs hold no blank (one inside is written %20, % as %25).
 *
 * A command stands on a box and rows that grow stronger from one to the next
 * (it begins with the columns' bounds and the program's rows):
 *   propagate                  narrow the box by each standing row alone, as
 *                              far as that goes (u = 1 on one row, as it is:
 *                              rows of levels are not rounded here; one may
 *                              stop after a thousand looks a row)
 *   fix WEIGHTS                narrow every column as far as the statement
 *                              above allows with these multipliers: values on
 *                              whose side alone no point would be left go
 *   level K  TREE              no point is better on level K: with the row gK,
 *                              sum >= value of the set + 1, no box holds one.
 *                              Levels before K are held already; then
 *                              hK, sum >= value of the set, is held
 *   level K BOUND  TREE        of a search that was stopped: no point has more
 *                              than BOUND on level K, BOUND >= value of the
 *                              set (gK: sum >= BOUND + 1). Only "end" follows
 *   refuse K S  TREE           step S of walk K cannot be taken. Steps before S
 *                              are held as the set has them: those it does not
 *                              take have been refused, or have no column left
 *                              with a high above 0; then step S is held so, too
 *   walk K                     the walk is done: as above for all its steps
 *   only K  TREE               levels up to K are held (a sum K by its row hK,
 *                              without a command of its own; a walk K by "walk
 *                              K"). Of the sets that keep all rows then, there
 *                              is none but the set itself and the others (rows
 *                              n0 for the set, n1 .. for the others). Levels
 *                              from K on are settled by comparing those: their
 *                              d columns fixed, then "propagate", then the most
 *                              each sum could be
 *   none  TREE                 no point keeps the rows
 * A TREE is, line by line:
 *   propagate | fix WEIGHTS    any number, narrowing this node's box
 *   then either  leaf WEIGHTS  the statement shows the box empty; without
 *                              weights when the narrowing or the split has
 *                              shown it
 *   or  split K COLUMN         followed by the TREE for x <= K, then that for
 *                              x >= K + 1
 *   or  split K TERMS          the same with a sum; its two sides are the row
 *                              sN, N counting the splits of the path, those of
 *                              columns, too, from 0 down; it narrows the box
 *                              once, alone, as it comes
 * WEIGHTS are "ROW:MULTIPLIER ...", each row once, a ROW being
 *   r7   a row of the program       h2   level 2 held at the set's value
 *   g    what the command tries to improve on: level K at its value + 1, or
 *        one column of the step taken
 *   t3.5 step 5 of walk 3, taken: sum >= 1
 *   n1   not set 1: sum of its d columns at 1 - sum of those at 0 <= ones - 1
 *   s0   a split further up the path
 * Rows h and g of a level are rounded first: with G > 0 the greatest common
 * divisor of the level's coefficients on columns free in the box, the least sum
 * wanted goes up to the next the box can have (fixed part + a multiple of G). A
 * step of one column, taken, is no row: the column's low becomes 1.
 *
 * A proof that ends early says how far it came and proves no set best.
 *
 * A proof holds when every level is held or the others are compared, or when
 * "none" is shown; and when the set keeps columns' bounds and rows, and every
 * command does what it says. */
#ifndef SAITAKU_CERTIFY_PROOF_H
#define SAITAKU_CERTIFY_PROOF_H

#include "../solve/solve.h"

/* an input the program was made from */
typedef struct proof_input {
  const char *name;
  const char *sha256; /* hexadecimal */
} proof_input;

/* what a proof says about where its program came from */
typedef struct proof_origin {
  const proof_input *inputs;
  int input_count;
  const char *const *column_names; /* one a column, each different */
} proof_origin;

/* The text of the proof: of all that was shown, so when the search was stopped
 * it lacks levels and does not hold. Every command is replayed in integers
 * while it is written: one that does not do what the log says is a defect,
 * found by assert. Multipliers are written as short as they still do it. Cost:
 * a few times the replay, that is boxes x (their rows + the columns). */
const char *certify(arena *home, const program *g, const plan *found,
                    const proof_origin *origin);

/* the part that states the program: columns, rows and levels */
const char *certify_statement(arena *home, const program *g,
                              const char *const *column_names);

#endif
