#include "phrases.h"
#include "../base/text.h"
#include "figures.h"
#include <assert.h>
#include <string.h>

char *phrase_measured(arena *home, language in, measure of, ratio value) {
  static const sentence_code many[] = {[MEASURE_AWARDS] = SAY_UNIT_AWARDS,
                                       [MEASURE_PEOPLE] = SAY_UNIT_PEOPLE,
                                       [MEASURE_YEN] = SAY_UNIT_YEN,
                                       [MEASURE_COUNTRIES] =
                                           SAY_UNIT_COUNTRIES};
  static const sentence_code one[] = {[MEASURE_AWARDS] = SAY_UNIT_AWARDS_ONE,
                                      [MEASURE_PEOPLE] = SAY_UNIT_PEOPLE_ONE,
                                      [MEASURE_YEN] = SAY_UNIT_YEN,
                                      [MEASURE_COUNTRIES] =
                                          SAY_UNIT_COUNTRIES_ONE};
  const bool single = value.num == 1 && value.den == 1;
  return sentence_fill(home, in, single ? one[of] : many[of],
                       (sentence_values){{figure_grouped(home, value)}});
}

/* seen: "9 of 200", as admit says it in every language */
static char *phrase_untested(arena *home, language in, const finding *f) {
  static const char of[] = " of ";
  const char *const gap = strstr(f->seen, of);
  assert(gap);
  return sentence_fill(
      home, in, SAY_GATE_NOT_TESTED,
      (sentence_values){{arena_text(home, f->seen, (size_t)(gap - f->seen)),
                         gap + strlen(of), f->cites}});
}

/* admit's list of heads and yen, the yen with separators as everywhere */
static const char *with_separators(arena *home, const char *sums) {
  text to = text_empty(home);
  for (const char *at = sums; *at;) {
    const size_t digits = strspn(at, "0123456789");
    const bool alone = at == sums || at[-1] == ' ';
    const size_t length = digits > 0 ? digits : 1;
    for (size_t i = 0; i < length; i++) {
      if (alone && i > 0 && i < digits && (digits - i) % 3 == 0)
        text_add(&to, ",");
      text_add_bytes(&to, at + i, 1);
    }
    at += length;
  }
  return to.at;
}

static bool is_of_yen(gate of) {
  return of == GATE_COST_HEAD || of == GATE_ADMIN_PERCENT ||
         of == GATE_ENVELOPE || of == GATE_ENVELOPE_SHORT;
}

char *phrase_finding(arena *home, language in, const finding *f) {
  static const sentence_code says[GATE_COUNT] = {
      [GATE_DELEGATION] = SAY_GATE_DELEGATION,
      [GATE_STRAND_COURSE] = SAY_GATE_STRAND_COURSE,
      [GATE_DAYS] = SAY_GATE_DAYS,
      [GATE_PEOPLE] = SAY_GATE_PEOPLE,
      [GATE_ALL_PEOPLE_IN] = SAY_GATE_ALL_PEOPLE_IN,
      [GATE_FIRST_VISIT] = SAY_GATE_FIRST_VISIT,
      [GATE_AGE] = SAY_GATE_AGE,
      [GATE_ROLE] = SAY_GATE_ROLE,
      [GATE_FIELD] = SAY_GATE_FIELD,
      [GATE_REVIEWS] = SAY_GATE_REVIEWS,
      [GATE_HOST_EXCESS] = SAY_GATE_HOST_EXCESS,
      [GATE_COST_HEAD] = SAY_GATE_COST_HEAD,
      [GATE_ADMIN_PERCENT] = SAY_GATE_ADMIN_PERCENT,
      [GATE_THRESHOLD_CRITERION] = SAY_GATE_THRESHOLD_CRITERION,
      [GATE_THRESHOLD] = SAY_GATE_THRESHOLD,
      [GATE_GROUPS_APART] = SAY_GATE_GROUPS_APART,
      [GATE_NOT_CALIBRATED] = SAY_GATE_NOT_CALIBRATED,
      [GATE_ENVELOPE] = SAY_GATE_ENVELOPE,
      [GATE_ENVELOPE_SHORT] = SAY_GATE_ENVELOPE_SHORT};
  if (f->verdict == VERDICT_OK && f->gate < GATE_GROUPS_APART)
    return phrase_untested(home, in, f);
  const bool yen = is_of_yen(f->gate);
  return sentence_fill(
      home, in, says[f->gate],
      (sentence_values){{yen ? with_separators(home, f->seen) : f->seen,
                         yen ? with_separators(home, f->allowed) : f->allowed,
                         f->cites}});
}

const char *phrase_gate(language in, gate of) {
  static const sentence_code says[GATE_COUNT] = {
      [GATE_DELEGATION] = SAY_WORD_DELEGATION,
      [GATE_STRAND_COURSE] = SAY_WORD_STRAND_COURSE,
      [GATE_DAYS] = SAY_WORD_DAYS,
      [GATE_PEOPLE] = SAY_WORD_PEOPLE,
      [GATE_ALL_PEOPLE_IN] = SAY_WORD_ALL_PEOPLE_IN,
      [GATE_FIRST_VISIT] = SAY_WORD_FIRST_VISIT,
      [GATE_AGE] = SAY_WORD_AGE,
      [GATE_ROLE] = SAY_WORD_ROLE,
      [GATE_FIELD] = SAY_WORD_FIELD,
      [GATE_REVIEWS] = SAY_WORD_REVIEWS,
      [GATE_HOST_EXCESS] = SAY_WORD_HOST_EXCESS,
      [GATE_COST_HEAD] = SAY_WORD_COST_HEAD,
      [GATE_ADMIN_PERCENT] = SAY_WORD_ADMIN_PERCENT,
      [GATE_THRESHOLD_CRITERION] = SAY_WORD_THRESHOLD_CRITERION,
      [GATE_THRESHOLD] = SAY_WORD_THRESHOLD,
      [GATE_GROUPS_APART] = SAY_WORD_GROUPS_APART,
      [GATE_NOT_CALIBRATED] = SAY_WORD_NOT_CALIBRATED,
      [GATE_ENVELOPE] = SAY_WORD_ENVELOPE,
      [GATE_ENVELOPE_SHORT] = SAY_WORD_ENVELOPE_SHORT};
  return sentence_of(in, says[of]);
}

char *phrase_dropped(arena *home, language in, const dropped_review *d) {
  const sentence_code code = d->why == DROP_INCOMPLETE ? SAY_DROP_INCOMPLETE
                             : *d->detail ? SAY_DROP_CONFLICT_REASON
                                          : SAY_DROP_CONFLICT;
  return sentence_fill(home, in, code, (sentence_values){{d->detail}});
}

static void add_to_list(text *to, language in, const char *piece) {
  if (to->length > 0)
    text_add(to, sentence_of(in, SAY_LIST_GAP));
  text_add(to, piece);
}

char *phrase_only_empty(arena *home, language in, const account *a) {
  const names blamed = findings_no_room(home, a);
  text to = text_empty(home);
  for (int i = 0; i < blamed.count; i++)
    add_to_list(&to, in, blamed.item[i]);
  return sentence_fill(home, in, SAY_FINDING_ONLY_EMPTY,
                       (sentence_values){{to.at}});
}

/* what stands behind the colon of "reserved:GROUP" */
static const char *behind_colon(const char *id) {
  const char *const colon = strchr(id, ':');
  return colon ? colon + 1 : id;
}

static char *phrase_rule_breach(arena *home, language in, const rule *r,
                                const breach *b) {
  const bool aim = r->strength == STRENGTH_AIM;
  const bool keyed = *b->key != '\0';
  const sentence_code code =
      aim ? (keyed ? SAY_BREACH_AIM_KEY : SAY_BREACH_AIM)
          : (keyed ? SAY_BREACH_RULE_KEY : SAY_BREACH_RULE);
  return sentence_fill(
      home, in, code,
      (sentence_values){
          {phrase_measured(home, in, r->measure, b->by), r->id, b->key}});
}

char *phrase_breach(arena *home, language in, const program *g,
                    const breach *b) {
  const owner *const of = &g->owners[b->owner];
  const rule *const rules = g->from->from->of->rules->rules;
  if (of->rule >= 0)
    return phrase_rule_breach(home, in, &rules[of->rule], b);
  if (of->kind == OWNER_OVERRIDE)
    return sentence_fill(home, in, SAY_BREACH_OVERRIDE,
                         (sentence_values){{"", behind_colon(of->id)}});
  const sentence_code code = of->kind == OWNER_RESERVED   ? SAY_BREACH_RESERVED
                             : of->kind == OWNER_ENVELOPE ? SAY_BREACH_ENVELOPE
                                                          : SAY_BREACH_BUDGET;
  return sentence_fill(
      home, in, code,
      (sentence_values){{phrase_measured(home, in, MEASURE_YEN, b->by),
                         behind_colon(of->id)}});
}

static char *list_breaches(arena *home, language in, const program *g,
                           const verdict_on *v) {
  text to = text_empty(home);
  for (int i = 0; i < v->broken_count; i++)
    add_to_list(&to, in, phrase_breach(home, in, g, &v->broken[i]));
  return to.at;
}

static char *list_costs(arena *home, language in, const program *g,
                        const verdict_on *v) {
  text to = text_empty(home);
  for (int i = 0; i < v->cost_count; i++) {
    const priced *const p = &v->costs[i];
    const char *const off = figure_trimmed(home, figure_worth_ratio(g, p->cost),
                                           figure_worth_places(g));
    add_to_list(&to, in,
                sentence_fill(
                    home, in, *p->key ? SAY_COST_RULE_KEY : SAY_COST_RULE,
                    (sentence_values){{off, g->owners[p->owner].id, p->key}}));
  }
  return to.at;
}

static char *phrase_displaced(arena *home, language in, const program *g,
                              const verdict_on *v) {
  if (v->broken_count > 0)
    return sentence_fill(home, in, SAY_REASON_DISPLACED,
                         (sentence_values){{list_breaches(home, in, g, v)}});
  return sentence_fill(home, in,
                       v->cost_count > 0 ? SAY_REASON_DISPLACED_COST
                                         : SAY_REASON_DISPLACED_WORTH,
                       (sentence_values){{list_costs(home, in, g, v)}});
}

/* the first of the application's findings in a list ordered by application */
static int first_of(const finding *list, int count, int which) {
  int low = 0, high = count;
  while (low < high) {
    const int middle = low + (high - low) / 2;
    if (list[middle].application < which)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void add_failures(text *to, language in, const finding *list, int count,
                         int which) {
  for (int i = first_of(list, count, which);
       i < count && list[i].application == which; i++)
    if (list[i].verdict == VERDICT_FAIL)
      add_to_list(to, in, phrase_finding(to->home, in, &list[i]));
}

static char *list_failures(arena *home, const outcome *o, int which) {
  const merits *const m = o->merits;
  text to = text_empty(home);
  add_failures(&to, o->in, m->of->findings, m->of->finding_count, which);
  add_failures(&to, o->in, m->findings, m->finding_count, which);
  return to.at;
}

static sentence_code selected_code(const account *a) {
  const policy *const rules = a->of->from->from->of->rules;
  if (a->from->status != PLAN_OPTIMAL)
    return SAY_REASON_SELECTED_UNPROVED;
  return rules->objective == OBJECTIVE_RANK_ORDER ? SAY_REASON_SELECTED_RANK
                                                  : SAY_REASON_SELECTED;
}

static char *phrase_override(arena *home, const outcome *o, int which,
                             sentence_code code) {
  const application *const a = &o->merits->of->applications[which];
  return sentence_fill(
      home, o->in, code,
      (sentence_values){{a->decided_by, a->intervention_reason}});
}

char *phrase_reason(arena *home, const outcome *o, int which) {
  const account *const a = o->account;
  const verdict_on *const v = &a->verdicts[which];
  const language in = o->in;
  switch (v->reason) {
  case REASON_SELECTED:
    return sentence_fill(home, in, selected_code(a), (sentence_values){{0}});
  case REASON_OVERRIDE_IN:
    return phrase_override(home, o, which, SAY_REASON_OVERRIDE_IN);
  case REASON_OVERRIDE_OUT:
    return phrase_override(home, o, which, SAY_REASON_OVERRIDE_OUT);
  case REASON_NOT_ADMITTED:
    return sentence_fill(home, in, SAY_REASON_NOT_ADMITTED,
                         (sentence_values){{list_failures(home, o, which)}});
  case REASON_BELOW_THRESHOLD:
    return sentence_fill(home, in, SAY_REASON_BELOW_THRESHOLD,
                         (sentence_values){{list_failures(home, o, which)}});
  case REASON_DISPLACED:
    return phrase_displaced(home, in, a->of, v);
  case REASON_NO_SCORE:
    return sentence_fill(home, in, SAY_REASON_NO_SCORE, (sentence_values){{0}});
  case REASON_TIED:
    return sentence_fill(home, in, SAY_REASON_TIED, (sentence_values){{0}});
  case REASON_NOT_REACHED:
    break;
  }
  return sentence_fill(home, in,
                       a->from->x ? SAY_REASON_NOT_REACHED_STOPPED
                                  : SAY_REASON_NOT_REACHED,
                       (sentence_values){{0}});
}

char *phrase_objective(arena *home, language in, const char *name) {
  static const struct {
    const char *name;
    sentence_code code;
  } known[] = {{"aim", SAY_OBJECTIVE_AIM},
               {"merit", SAY_OBJECTIVE_MERIT},
               {"merit_x_people", SAY_OBJECTIVE_MERIT_X_PEOPLE},
               {"rank_order", SAY_OBJECTIVE_RANK_ORDER},
               {"more_people", SAY_OBJECTIVE_MORE_PEOPLE},
               {"more_countries", SAY_OBJECTIVE_MORE_COUNTRIES},
               {"fewer_yen", SAY_OBJECTIVE_FEWER_YEN},
               {"earlier_received", SAY_OBJECTIVE_EARLIER_RECEIVED},
               {"lot", SAY_OBJECTIVE_LOT},
               {"level", SAY_OBJECTIVE_LEVEL},
               {"id", SAY_OBJECTIVE_ID}};
  const size_t length = strcspn(name, ":");
  const char *const rest = name[length] ? name + length + 1 : "";
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (strlen(known[i].name) != length ||
        strncmp(known[i].name, name, length) != 0)
      continue;
    const bool of_group = known[i].code == SAY_OBJECTIVE_MORE_COUNTRIES;
    const char *const value =
        of_group && *rest ? arena_format(home, " (%s)", rest) : rest;
    return sentence_fill(home, in, known[i].code, (sentence_values){{value}});
  }
  return arena_text(home, name, strlen(name));
}

char *phrase_owner(arena *home, language in, const owner *of) {
  const sentence_code code = of->kind == OWNER_RESERVED   ? SAY_CLASH_RESERVED
                             : of->kind == OWNER_ENVELOPE ? SAY_CLASH_ENVELOPE
                             : of->kind == OWNER_OVERRIDE ? SAY_CLASH_OVERRIDE
                                                          : SAY_CLASH_RULE;
  return sentence_fill(home, in, code,
                       (sentence_values){{behind_colon(of->id)}});
}
