/* Which plans every good set holds, and which depend on the choice. */
#include "figures.h"
#include "summary.h"
#include <inttypes.h>

enum { IDS_SHOWN = 10, PRESENCES = PRESENCE_NONE + 1 };

typedef struct spread { /* of the plans that compete */
  int count[PRESENCES];
  const char *some; /* ids of those in some sets only */
} spread;

static spread spread_of(const page *p, const outcome *o, const presences *of) {
  const pool *const from = o->merits->of;
  const worths *const w = o->account->of->from;
  spread c = {0};
  text ids = text_empty(p->home);
  for (int i = 0; i < from->count; i++) {
    if (!w->item[i].competes)
      continue;
    c.count[of->of[i]]++;
    if (of->of[i] == PRESENCE_SOME && c.count[PRESENCE_SOME] <= IDS_SHOWN)
      text_format(&ids, "%s%s", ids.length ? " " : "",
                  from->applications[i].id);
  }
  if (c.count[PRESENCE_SOME] > IDS_SHOWN)
    text_format(&ids, " +%d", c.count[PRESENCE_SOME] - IDS_SHOWN);
  c.some = ids.at;
  return c;
}

static const char *number(const page *p, int64_t value) {
  return number_grouped_text(p->home, value);
}

static void add_row(const page *p, grid *g, const char *name,
                    const presences *of, const spread *c) {
  grid_add(g, (grid_cells){{name, of->sets > 0 ? number(p, of->sets) : "-",
                            number(p, c->count[PRESENCE_ALL]),
                            number(p, c->count[PRESENCE_SOME]),
                            number(p, c->count[PRESENCE_NONE]),
                            number(p, c->count[PRESENCE_UNKNOWN]), c->some}});
}

static grid grid_of_presence(const page *p) {
  grid g = grid_new(p->home, "lrrrrrl");
  grid_add(&g, (grid_cells){{"", page_word(p, SAY_COLUMN_SETS),
                             page_word(p, SAY_COLUMN_IN_ALL),
                             page_word(p, SAY_COLUMN_IN_SOME),
                             page_word(p, SAY_COLUMN_IN_NONE),
                             page_word(p, SAY_COLUMN_NOT_KNOWN),
                             page_word(p, SAY_COLUMN_THOSE_IN_SOME)}});
  return g;
}

static void say_near(page *p, const outcome *o) {
  const plan *const from = o->account->from;
  const ratio part = from->within;
  page_say(
      p, SAY_PRESENCE_WITHIN,
      (sentence_values){
          {figure_worth(p->home, o->account->of, from->near_sets.worth),
           figure_trimmed(p->home, (ratio){100 * part.num, part.den}, 4)}});
}

static void say_rank(page *p, const plan *from) {
  if (from->within.den == 0 || from->status != PLAN_OPTIMAL)
    return;
  page_head(p, SAY_HEAD_PRESENCE);
  page_say(p, SAY_PRESENCE_BY_RANK, (sentence_values){{0}});
}

void summary_presence(page *p, const outcome *o) {
  const plan *const from = o->account->from;
  if (!from->best_sets.of) {
    say_rank(p, from);
    return;
  }
  const spread best = spread_of(p, o, &from->best_sets);
  int unknown = best.count[PRESENCE_UNKNOWN];
  page_head(p, SAY_HEAD_PRESENCE);
  grid g = grid_of_presence(p);
  add_row(p, &g, page_word(p, SAY_PRESENCE_BEST), &from->best_sets, &best);
  if (from->near_sets.of) {
    const spread near = spread_of(p, o, &from->near_sets);
    const char *const least =
        figure_worth(p->home, o->account->of, from->near_sets.worth);
    add_row(p, &g,
            sentence_fill(p->home, p->in, SAY_PRESENCE_NEAR,
                          (sentence_values){{least}}),
            &from->near_sets, &near);
    unknown += near.count[PRESENCE_UNKNOWN];
  }
  page_grid(p, &g);
  if (from->near_sets.of)
    say_near(p, o);
  if (unknown > 0)
    page_say(p, from->near_sets.of ? SAY_PRESENCE_STOPPED : SAY_PRESENCE_MANY,
             (sentence_values){{0}});
}
