# adoption - which plans to adopt: one level of a call, as an integer program
# in MathProg, GLPK's modelling language (a part of AMPL).
#
# Data     saitaku export CALL --format mathprog --out call.dat
# Solve    glpsol --model models/adoption.mod --data call.dat
#
#   maximise    sum over columns of  gain * x
#   subject to  at most, at least or exactly: for each row
#               sum over its terms of  coefficient * x   against   limit
#               x whole, 0 <= x <= 1 (shortfalls: <= most)
#
# Awards: x = 1 adopts a plan with that award. Covered: x = 1 when a country has
# a person adopted. Shortfalls: by how much a rule that may be missed is missed,
# in the unit of its row.
# A committee decides level after level: first the aims by rank, then the worth,
# then the keys for ties. One run maximises one level; the levels before it come
# as rows of their own (held_...), which keep them at the values proved.
#
# glpsol counts in floating point: a set that passes a limit by less than about
# 10^-6 of it may count as permitted, so that full yen can give a wrong answer
# (README.md has examples). saitaku decides the same program in whole numbers.

set AWARDS;
set COVERED;
set SHORTFALLS;
set COLUMNS := AWARDS union COVERED union SHORTFALLS;

set AT_MOST;
set AT_LEAST;
set EXACTLY;
set ROWS := AT_MOST union AT_LEAST union EXACTLY;

set TERMS{ROWS} within COLUMNS;
param coefficient{i in ROWS, j in TERMS[i]}, integer;
param limit{ROWS}, integer;
param gain{COLUMNS}, integer, default 0;
param most{SHORTFALLS}, integer, >= 0;

var x{j in COLUMNS}, integer, >= 0,
  <= (if j in SHORTFALLS then most[j] else 1);

maximize goal: sum{j in COLUMNS} gain[j] * x[j];

s.t. at_most{i in AT_MOST}:
  sum{j in TERMS[i]} coefficient[i,j] * x[j] <= limit[i];

s.t. at_least{i in AT_LEAST}:
  sum{j in TERMS[i]} coefficient[i,j] * x[j] >= limit[i];

s.t. exactly{i in EXACTLY}:
  sum{j in TERMS[i]} coefficient[i,j] * x[j] = limit[i];

solve;

printf "value of the level: %d\n", goal;
printf{j in AWARDS: x[j] > 0.5} "adopted: %s\n", j;

end;
