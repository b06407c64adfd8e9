NAME broken
ROWS
 N cost
 L c1
COLUMNS
 a cost 1 c1 1
RHS
 RHS nosuchrow 1
ENDATA
