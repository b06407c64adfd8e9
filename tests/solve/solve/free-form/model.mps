NAME a-name-longer-than-fixed-fields
ROWS
 N cost
 N other
 L limit_of_everything
 G low
 E eq
COLUMNS
 M1 'MARKER' 'INTORG'
 the_first_column cost 1.5 limit_of_everything 1
 the_first_column low 1 other 7
 the_second_column cost 2 eq 1
 M2 'MARKER' 'INTEND'
RHS
 RHS limit_of_everything 1 eq 1
 RHS low 1
BOUNDS
 BV BND the_first_column
 BV BND the_second_column
ENDATA
