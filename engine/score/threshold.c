#include "threshold.h"

static bool reaches(const scoring *how, ratio value, decimal at_least) {
  const int c = exact_compare(value, exact_ratio(at_least, DECIMAL_ONE));
  return how->low_is_better ? c <= 0 : c >= 0;
}

/* the method's figure over one criterion's raw scores */
static ratio criterion_value(const pool *of, const method_row *how, int first,
                             int count, int which, wide *room) {
  for (int i = 0; i < count; i++)
    room[i] = of->reviews[first + i].score[which];
  average_sort(room, count);
  const ratio joined = how->join(room, count, of->rules->scoring.trim);
  return exact_ratio(joined.num, joined.den * DECIMAL_ONE);
}

static void miss(finding_list *to, int place, gate which, ratio seen,
                 const char *under, decimal at_least) {
  const char *words = finding_decimal(to->home, at_least);
  finding_add(to, (finding){place, which, VERDICT_FAIL,
                            exact_text(to->home, seen, DECIMAL_PLACES), words,
                            finding_cite(to->home, under, "at_least", words)});
}

static bool test_criteria(const pool *of, const marks *m, const method_row *how,
                          int place, finding_list *findings) {
  const scoring *asks = &of->rules->scoring;
  const int first = m->start[place], count = m->start[place + 1] - first;
  wide *room = ARENA_ARRAY(findings->home, wide, count);
  bool all = true;
  for (int c = 0; c < asks->criterion_count; c++) {
    const criterion *one = &asks->criteria[c];
    if (one->at_least == POLICY_NONE)
      continue;
    const ratio value = criterion_value(of, how, first, count, c, room);
    if (reaches(asks, value, one->at_least))
      continue;
    all = false;
    miss(findings, place, GATE_THRESHOLD_CRITERION, value,
         arena_format(findings->home, "scoring.criteria[%s]", one->id),
         one->at_least);
  }
  return all;
}

void threshold_test(const pool *of, const marks *m, const method_row *how,
                    merit *item, finding_list *findings) {
  const scoring *asks = &of->rules->scoring;
  for (int a = 0; a < of->count; a++) {
    if (!item[a].scored)
      continue;
    item[a].passes = test_criteria(of, m, how, a, findings);
    if (asks->at_least == POLICY_NONE ||
        reaches(asks, item[a].raw, asks->at_least))
      continue;
    item[a].passes = false;
    miss(findings, a, GATE_THRESHOLD, item[a].raw, "scoring", asks->at_least);
  }
}
