NAME          RANGES
ROWS
 N  cost
 L  lim
 G  low
 E  about
COLUMNS
    MARKER                 'MARKER'                 'INTORG'
    a         cost               2.5   lim                  1
    a         low               0.75   about                2
    b         cost              -1.2   lim                  1
    b         low                0.5   about                3
    c         cost              -3.3   lim                  2
    c         about                5
    MARKER                 'MARKER'                 'INTEND'
RHS
    RHS       cost             10.05   lim                  3
    RHS       low                0.5   about              4.5
RANGES
    RNG       lim                  1   low                0.8
    RNG       about              1.1
BOUNDS
 UP BND       a                    1
 UP BND       b                    1
 UP BND       c                    1
ENDATA
