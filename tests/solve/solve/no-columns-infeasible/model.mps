NAME
ROWS
 N  cost
 G  c1
COLUMNS
RHS
    RHS       c1                   1
ENDATA
