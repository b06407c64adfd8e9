NAME          SPACES
ROWS
 N  my cost
 L  the lim
 G  low
COLUMNS
    MARKER    'MARKER'                 'INTORG'
    col one   my cost            1.5   the lim              1
    col one   low                  1
    col two   my cost             -2   the lim              1
    MARKER    'MARKER'                 'INTEND'
RHS
    RHS       the lim              1
BOUNDS
 UP BND       col one              1
 UP BND       col two              1
ENDATA
