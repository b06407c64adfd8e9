NAME
ROWS
 N  cost
 L  c1
COLUMNS
RHS
    RHS       c1                   1
ENDATA
