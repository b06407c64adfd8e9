NAME          BROKEN
ROWS
 N  cost
 L  c1
COLUMNS
    a         cost                 1   c1                 one
RHS
    RHS       c1                   1
ENDATA
