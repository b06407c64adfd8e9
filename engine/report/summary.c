#include "summary.h"
#include <inttypes.h>

static void add_title(page *p, const policy *rules) {
  const char *const year =
      arena_format(p->home, "%" PRId64, rules->fiscal_year);
  const char *const number = arena_format(p->home, "%" PRId64, rules->round);
  text_add(&p->to, sentence_fill(
                       p->home, p->in, SAY_TITLE,
                       (sentence_values){{rules->programme, year, number,
                                          date_text(p->home, rules->as_of)}}));
  text_add(&p->to, "\n");
}

char *report_summary(arena *home, const outcome *o, const char *folder) {
  page p = page_new(home, o->in);
  add_title(&p, o->merits->of->rules);
  summary_result(&p, o);
  summary_money(&p, o);
  summary_plans(&p, o);
  summary_countries(&p, o);
  summary_groups(&p, o);
  summary_rules(&p, o);
  summary_reserved(&p, o);
  summary_envelopes(&p, o);
  summary_levels(&p, o);
  summary_rank_order(&p, o);
  summary_presence(&p, o);
  summary_alternatives(&p, o);
  summary_overrides(&p, o);
  summary_findings(&p, o);
  text_add(&p.to, "\n");
  text_add(&p.to, sentence_fill(home, o->in, SAY_WRITTEN,
                                (sentence_values){{folder}}));
  text_add(&p.to, "\n");
  return p.to.at;
}
