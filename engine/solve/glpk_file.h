/* glpk_file - an LP or MPS file -> plain data, by GLPK's readers. What a number
 * is, its double says: the shortest decimal of at most six places that reads as
 * that double, where there is just one. An MPS file's RHS of the objective is
 * taken as the constant itself, as GLPK does (others take its negative).
 * Cost: the reader's. */
#ifndef SAITAKU_SOLVE_GLPK_FILE_H
#define SAITAKU_SOLVE_GLPK_FILE_H

#include "../formulate/foreign.h"

/* ERROR_INPUT with file and line for what GLPK cannot read, and naming column,
 * row and value for what is no 0/1 program of finite decimals: a continuous
 * column, bounds that leave whole values beyond 0 and 1, more than six places,
 * more than 2^53. ERROR_USAGE for a name of another ending, ERROR_SYSTEM when
 * the file cannot be opened. */
const foreign *glpk_file(arena *home, const char *path, error *err);

/* 10^places x value as an integer below 2^53, with the fewest places up to six;
 * false when there is none or, so large is the value, more than one. */
bool glpk_finite(double value, finite *to);

#endif
