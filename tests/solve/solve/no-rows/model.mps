NAME
ROWS
 N  cost
COLUMNS
    MARKER    'MARKER'                 'INTORG'
    a         cost                -1
    b         cost               0.5
    MARKER    'MARKER'                 'INTEND'
BOUNDS
 UP BND       a                    1
 UP BND       b                    1
ENDATA
