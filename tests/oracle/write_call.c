#include "write_call.h"
#include "../../engine/base/file.h"
#include "../../engine/base/number.h"
#include "../../engine/base/text.h"
#include "words.h"
#include <inttypes.h>
#include <stdio.h>

static const char *word_or_none(const char *const *words, int k) {
  return k < 0 ? "" : words[k];
}

static void add_applications(text *to, const call *c) {
  text_format(to, "application_id,host_id,host_type,course,days,strand,field,"
                  "domestic_km,received_on,yen\n");
  for (int i = 0; i < c->plan_count; i++) {
    const proposal *p = &c->plans[i];
    text_format(to, "%s,%s,%s,%s,%d,%s,%s,%d,", p->id, word_host[p->host],
                word_host_type[c->host_type[p->host]],
                word_or_none(word_course, p->course), p->days,
                word_strand[p->strand], word_field[p->field], p->km);
    if (p->received)
      text_format(to, "2025-07-%02d", p->received);
    text_add(to, ",");
    if (!c->costing.stated)
      text_format(to, "%" PRId64, p->yen);
    text_add(to, "\n");
  }
}

static void add_delegations(text *to, const call *c) {
  text_add(to, "application_id,country,people,sender_id,oldest_age,"
               "first_visit,role\n");
  for (int i = 0; i < c->plan_count; i++)
    for (int k = 0; k < c->plans[i].party_count; k++) {
      const party *d = &c->plans[i].parties[k];
      text_format(to, "%s,%s,%" PRId64 ",%s,%d,%s,%s\n", c->plans[i].id,
                  word_country[d->country], d->people,
                  word_or_none(word_sender, d->sender), d->age,
                  d->again ? "no" : "yes", word_role[d->role]);
    }
}

static void add_costs(text *to, const call *c) {
  text_add(to, "application_id,head,yen\n");
  for (int i = 0; i < c->plan_count; i++)
    for (int k = 0; k < HEADS; k++)
      text_format(to, "%s,%s,%" PRId64 "\n", c->plans[i].id, word_head[k],
                  c->plans[i].heads[k]);
}

static void add_levels(text *to, const call *c) {
  text_add(to, "application_id,level,people,yen,worth_percent\n");
  for (int i = 0; i < c->plan_count; i++)
    for (int k = 0; k < c->plans[i].level_count; k++) {
      const smaller *s = &c->plans[i].levels[k];
      text_format(to, "%s,%s,%" PRId64 ",%" PRId64 ",%" PRId64 "\n",
                  c->plans[i].id, word_level[1 + k], s->people, s->yen,
                  s->percent);
    }
}

static void add_mark(text *to, const scale *s, int64_t mark) {
  static const char *const grade[] = {"D", "C", "B", "A", "S"};
  if (mark == MARK_COI)
    text_add(to, "COI");
  else if (s->grades)
    text_add(to, grade[mark / POINT - 1]);
  else
    text_add(to, number_decimal_text(to->home, mark / 10000, 2));
}

static void add_scores(text *to, const call *c) {
  text_add(to, "reviewer_id,application_id,criterion,score\n");
  for (int r = 0; r < c->reviewer_count; r++)
    for (int i = 0; i < c->plan_count; i++)
      for (int k = 0; k < c->scale.criterion_count; k++) {
        const int64_t mark = c->plans[i].marks[r][k];
        if (mark == MARK_NONE)
          continue;
        text_format(to, "R%d,%s,%s,", r + 1, c->plans[i].id, word_criterion[k]);
        add_mark(to, &c->scale, mark);
        text_add(to, "\n");
      }
}

static void add_reviewers(text *to, const call *c) {
  text_add(to, "reviewer_id,panel\n");
  for (int r = 0; r < c->reviewer_count; r++)
    text_format(to, "R%d,\n", r + 1);
}

static void add_conflicts(text *to, const call *c) {
  text_add(to, "reviewer_id,application_id,reason\n");
  for (int i = 0; i < c->plan_count; i++)
    for (int r = 0; r < c->reviewer_count; r++)
      if (c->plans[i].conflict[r])
        text_format(to, "R%d,%s,co-author\n", r + 1, c->plans[i].id);
}

static void add_history(text *to, const call *c) {
  text_add(to, "fiscal_year,country,people,strand,sender_id\n");
  for (int k = 0; k < c->past_count; k++)
    text_format(to, "%d,%s,%" PRId64 ",%s,%s\n", c->past[k].year,
                word_country[c->past[k].country], c->past[k].people,
                word_or_none(word_strand, c->past[k].strand),
                word_or_none(word_sender, c->past[k].sender));
}

static void add_overrides(text *to, const call *c) {
  text_add(to, "application_id,decision,reason,decided_by,decided_on,level\n");
  for (int i = 0; i < c->plan_count; i++) {
    const proposal *p = &c->plans[i];
    if (p->ruling == RULING_NONE)
      continue;
    const bool level = p->ruling == RULING_IN && p->ruling_level >= 0;
    text_format(to, "%s,%s,treaty,chair,2025-07-20,%s\n", p->id,
                p->ruling == RULING_IN ? "in" : "out",
                level ? word_level[p->ruling_level] : "");
  }
}

typedef struct sheet {
  const char *name;
  void (*add)(text *to, const call *c);
  bool optional; /* left out when it would hold a header alone */
} sheet;

static const sheet sheets[] = {
    {"applications.csv", add_applications, false},
    {"delegations.csv", add_delegations, false},
    {"costs.csv", add_costs, true},
    {"levels.csv", add_levels, true},
    {"scores.csv", add_scores, false},
    {"reviewers.csv", add_reviewers, false},
    {"conflicts.csv", add_conflicts, true},
    {"history.csv", add_history, true},
    {"overrides.csv", add_overrides, true},
};

static bool one_line(const text *t) {
  size_t lines = 0;
  for (size_t i = 0; i < t->length; i++)
    lines += t->at[i] == '\n';
  return lines < 2;
}

/* Plain writing: file_write's fsync would take most of the oracle's time. */
static bool write_plain(const char *path, const char *content, error *err) {
  FILE *const f = fopen(path, "wb");
  if (!f)
    return FAIL(err, ERROR_SYSTEM, path, 0, 0, "cannot be opened");
  const bool written = fputs(content, f) >= 0;
  if (fclose(f) != 0 || !written)
    return FAIL(err, ERROR_SYSTEM, path, 0, 0, "cannot be written");
  return true;
}

bool write_call(arena *home, const call *c, const char *folder, error *err) {
  bool ok = write_plain(file_join(home, folder, "policy.json"),
                        write_policy(home, c), err);
  for (size_t k = 0; ok && k < sizeof sheets / sizeof *sheets; k++) {
    const char *const path = file_join(home, folder, sheets[k].name);
    text t = text_empty(home);
    sheets[k].add(&t, c);
    const bool absent = (sheets[k].optional && one_line(&t)) ||
                        (sheets[k].add == add_costs && !c->costing.stated);
    if (absent)
      remove(path);
    else
      ok = write_plain(path, t.at, err);
  }
  return ok;
}
