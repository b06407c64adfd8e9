#include "../base/text.h"
#include "page.h"
#include "verify.h"
#include <inttypes.h>
#include <string.h>

enum { DIFFERENCES_SHOWN = 100 };

static const char *number(const page *p, int64_t value) {
  return number_grouped_text(p->home, value);
}

static sentence_values counts_of(const page *p, const verification *v,
                                 audit_part part) {
  const char *const wrong = number(p, verify_count(v, part));
  if (part == AUDIT_PART_INPUTS)
    return (sentence_values){{number(p, v->inputs), wrong}};
  if (part == AUDIT_PART_RECOUNT)
    return (sentence_values){{number(p, v->plans), wrong, number(p, v->rules),
                              number(p, v->figures)}};
  return (sentence_values){{"", wrong}};
}

/* {1} is how many differences there are */
static void add_part(page *p, const verification *v, audit_part part) {
  static const sentence_code same[] = {
#define SAME(code, word) SAY_VERIFY_SAME_##code,
      AUDIT_PARTS(SAME)
#undef SAME
  };
  static const sentence_code differ[] = {
#define DIFFER(code, word) SAY_VERIFY_DIFFER_##code,
      AUDIT_PARTS(DIFFER)
#undef DIFFER
  };
  static const sentence_code left[] = {
#define LEFT(code, word) SAY_VERIFY_LEFT_##code,
      AUDIT_PARTS(LEFT)
#undef LEFT
  };
  const sentence_code say = verify_count(v, part) > 0     ? differ[part]
                            : v->state[part] == PART_DONE ? same[part]
                                                          : left[part];
  page_say(p, say, counts_of(p, v, part));
}

/* what the checker says it has shown stands behind "proved: ", in one line */
static const char *shown(arena *home, const char *words) {
  const char *const at = strstr(words, ": ");
  const char *const from = at ? at + 2 : words;
  return arena_text(home, from, strcspn(from, "\n"));
}

static void add_proof(page *p, const verification *v) {
  if (v->proof_says && verify_count(v, AUDIT_PART_PROOF) == 0)
    page_say(p, SAY_VERIFY_SAME_PROOF,
             (sentence_values){{shown(p->home, v->proof_says)}});
  else
    add_part(p, v, AUDIT_PART_PROOF);
}

static void list_differences(page *p, const verification *v) {
  if (v->found->count == 0)
    return;
  page_head(p, SAY_HEAD_DIFFERENCES);
  for (int i = 0; i < v->found->count && i < DIFFERENCES_SHOWN; i++)
    page_line(p, verify_phrase(p->home, p->in, &v->found->item[i]));
  if (v->found->count > DIFFERENCES_SHOWN)
    page_say(
        p, SAY_VERIFY_MORE,
        (sentence_values){{number(p, v->found->count - DIFFERENCES_SHOWN)}});
}

char *report_verify(arena *home, language in, const verification *v) {
  page p = page_new(home, in);
  const char *const subject = v->call ? v->call : v->proof;
  text_format(&p.to, "%s\n", subject);
  for (int part = 0; v->call && part < AUDIT_PART_PROOF; part++)
    add_part(&p, v, (audit_part)part);
  add_proof(&p, v);
  if (!v->call)
    page_say(&p, SAY_VERIFY_ALONE, (sentence_values){{0}});
  list_differences(&p, v);
  const bool holds = v->found->count == 0;
  text_add(&p.to, "\n");
  text_add(&p.to,
           sentence_fill(home, in, holds ? SAY_VERIFY_HOLDS : SAY_VERIFY_FAILS,
                         (sentence_values){{number(&p, v->found->count)}}));
  text_add(&p.to, "\n");
  return p.to.at;
}
