/* section - the sections of policy.json, each a field_reader of the same shape:
 * *to is the policy. They run in the order of policy.c's rows; the ids of
 * strands, courses and groups are known before the first of them runs, so that
 * any section may name any of them. */
#ifndef SAITAKU_POLICY_SECTION_H
#define SAITAKU_POLICY_SECTION_H

#include "json_value.h"

field_reader read_strands_section, read_courses_section; /* admission.c */
field_reader read_admission_section, read_cost_section;  /* admission.c */
field_reader read_scoring_section;                       /* scoring.c */
field_reader read_groups_section;                        /* group.c */
field_reader read_priority_section;                      /* priority.c */
field_reader read_rules_section;                         /* rule.c */
field_reader read_objective_section, read_ties_section;  /* tie.c */

/* ---- what several sections read (reference.c) */
field_reader read_group;  /* int: index of the group named */
field_reader read_groups; /* uint64_t: bits of a list of groups */
field_reader read_group_or_groups;
field_reader read_strand_names; /* names: of strands, if any are stated */
field_reader read_strand_or_strands;
field_reader read_course_names; /* names: of courses, if any are stated */
field_reader read_course_or_courses;
field_reader read_countries; /* country_set of a list of codes */
field_reader read_country_or_countries;
field_reader read_points; /* int64_t: a decimal >= 0 in units */

#endif
