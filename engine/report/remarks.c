#include "remarks.h"
#include "../base/text.h"
#include "figures.h"
#include "json_put.h"
#include "phrases.h"
#include <assert.h>

const char *remark_word(remark_code code) {
  static const char *const word[] = {
#define REMARK_WORD(code, word, en, ja) [REMARK_##code] = word,
      REMARK_TABLE(REMARK_WORD)
#undef REMARK_WORD
  };
  assert(code < REMARK_COUNT);
  return word[code];
}

static sentence_code sentence_for(remark_code code) {
  static const sentence_code says[] = {
#define REMARK_SAYS(code, word, en, ja) [REMARK_##code] = SAY_REMARK_##code,
      REMARK_TABLE(REMARK_SAYS)
#undef REMARK_SAYS
  };
  assert(code < REMARK_COUNT);
  return says[code];
}

/* of a share of the adopted there is no figure but the share */
static sentence_code sentence_about(const remark *r) {
  if (r->seen.den != 0)
    return sentence_for(r->code);
  switch (r->code) {
  case REMARK_NEVER_BINDS:
    return SAY_REMARK_NEVER_BINDS_SHARE;
  case REMARK_BEYOND_REACH:
    return SAY_REMARK_BEYOND_REACH_SHARE;
  case REMARK_AIM_MISSED:
    return SAY_REMARK_AIM_MISSED_SHARE;
  default:
    return sentence_for(r->code);
  }
}

static const char *figure_of(arena *home, language in, const remark *r,
                             ratio value) {
  if (value.den == 0)
    return "";
  return r->measured ? phrase_measured(home, in, r->measure, value)
                     : figure_grouped(home, value);
}

char *remark_phrase(arena *home, language in, const remark *r) {
  const char *const at = *r->key ? sentence_fill(home, in, SAY_REMARK_AT,
                                                 (sentence_values){{r->key}})
                                 : "";
  const char *const other = text_same(r->other, "budget")
                                ? sentence_of(in, SAY_REMARK_BUDGET)
                                : r->other;
  return sentence_fill(
      home, in, sentence_about(r),
      (sentence_values){{figure_of(home, in, r, r->seen),
                         figure_of(home, in, r, r->allowed), other, at}});
}

void remarks_list(page *p, const remarks *all) {
  if (all->count == 0)
    return;
  page_head(p, SAY_HEAD_REMARKS);
  grid g = grid_new(p->home, "ll");
  for (int i = 0; i < all->count; i++)
    grid_add(&g, (grid_cells){{all->item[i].about,
                               remark_phrase(p->home, p->in, &all->item[i])}});
  page_grid(p, &g);
}

static void put_figure(arena *home, json_t **to, const char *key, ratio value) {
  json_put(to, key, value.den ? json_ratio(home, value) : json_null());
}

json_t *remarks_json(arena *home, language in, const remarks *all) {
  json_t *to = json_array();
  for (int i = 0; i < all->count; i++) {
    const remark *const r = &all->item[i];
    json_t *one = json_object();
    json_put_text(&one, "about", r->about);
    json_put_text(&one, "code", remark_word(r->code));
    json_put_text(&one, "key", r->key);
    json_put_text(&one, "other", r->other);
    put_figure(home, &one, "seen", r->seen);
    put_figure(home, &one, "allowed", r->allowed);
    json_put_text(&one, "reason_text", remark_phrase(home, in, r));
    json_add(&to, one);
  }
  return to;
}
