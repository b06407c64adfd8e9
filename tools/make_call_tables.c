#include "make_call_tables.h"
#include "../engine/base/file.h"
#include "make_call_title.h"
#include <assert.h>
#include <inttypes.h>
#include <string.h>

static const struct {
  const char *name, *header;
} sheets[TABLES] = {
    [TABLE_APPLICATIONS] = {"applications.csv",
                            "application_id,host_id,host_type,yen,course,days,"
                            "strand,title,field,domestic_km,received_on,"
                            "resubmission_of"},
    [TABLE_DELEGATIONS] = {"delegations.csv",
                           "application_id,country,people,sender_id,leaders,"
                           "oldest_age,first_visit,role"},
    [TABLE_COSTS] = {"costs.csv", "application_id,head,yen"},
    [TABLE_LEVELS] = {"levels.csv",
                      "application_id,level,people,yen,worth_percent"},
    [TABLE_REVIEWERS] = {"reviewers.csv", "reviewer_id,panel"},
    [TABLE_CONFLICTS] = {"conflicts.csv", "reviewer_id,application_id,reason"},
    [TABLE_SCORES] = {"scores.csv",
                      "reviewer_id,application_id,criterion,score"},
    [TABLE_HISTORY] = {"history.csv",
                       "fiscal_year,country,people,strand,sender_id"},
    [TABLE_OVERRIDES] = {"overrides.csv",
                         "application_id,decision,reason,decided_by,"
                         "decided_on,level"},
};

static bool fail_to_write(const tables *t, table which, error *err) {
  return FAIL(err, ERROR_SYSTEM,
              file_join(t->home, t->folder, sheets[which].name), 0, 0,
              "cannot be written");
}

static bool open_table(tables *t, table which, error *err) {
  const char *const path = file_join(t->home, t->folder, sheets[which].name);
  t->file[which] = fopen(path, "wb");
  if (!t->file[which])
    return fail_to_write(t, which, err);
  fprintf(t->file[which], "%s\n", sheets[which].header);
  return true;
}

bool tables_open(tables *t, const world *of, const char *folder, arena *home,
                 error *err) {
  *t = (tables){.of = of, .home = home, .folder = folder};
  if (!file_make_folder(folder, err))
    return false;
  for (int i = 0; i < TABLES; i++) {
    if (open_table(t, (table)i, err))
      continue;
    tables_close(t, err);
    return false;
  }
  return true;
}

bool tables_close(tables *t, error *err) {
  bool sound = true;
  for (int i = 0; i < TABLES; i++) {
    if (!t->file[i])
      continue;
    const bool written = !ferror(t->file[i]);
    if (fclose(t->file[i]) != 0 || !written)
      sound = fail_to_write(t, (table)i, err);
    t->file[i] = NULL;
  }
  return sound;
}

static void put_text(FILE *to, const char *cell) { /* RFC 4180 */
  if (!strpbrk(cell, ",\"\r\n")) {
    fputs(cell, to);
    return;
  }
  fputc('"', to);
  for (const char *at = cell; *at; at++) {
    if (*at == '"')
      fputc('"', to);
    fputc(*at, to);
  }
  fputc('"', to);
}

static void put_number(FILE *to, int64_t value) {
  if (value != UNSTATED)
    fprintf(to, "%" PRId64, value);
}

/* the day of receipt and the number in the round before, if there was one */
static void put_last(const tables *t, const plan *p) {
  FILE *const to = t->file[TABLE_APPLICATIONS];
  arena *const home = arena_open();
  const bool stated = p->received != UNSTATED;
  const int32_t day = world_opening(t->of) + (int32_t)p->received;
  fprintf(to, ",%s,", stated ? date_text(home, day) : "");
  if (p->earlier != UNSTATED && t->of->round > 1)
    fprintf(to, "R%d-%04" PRId64, t->of->round - 1, p->earlier);
  fputc('\n', to);
  arena_close(home);
}

static void add_application(const tables *t, const plan *p, const char *id) {
  FILE *const to = t->file[TABLE_APPLICATIONS];
  fprintf(to, "%s,%s,%s,%" PRId64 ",%s,%" PRId64 ",%s,", id, p->by.id,
          p->by.type, p->yen, plan_course(p), p->days, plan_strand(p));
  arena *const home = arena_open();
  text title = text_empty(home);
  title_add(&title, p, t->of);
  put_text(to, title.at);
  arena_close(home);
  fprintf(to, ",%s,", plan_field_name(p->field));
  put_number(to, p->domestic_km);
  put_last(t, p);
}

static void add_delegations(const tables *t, const plan *p, const char *id) {
  FILE *const to = t->file[TABLE_DELEGATIONS];
  for (int i = 0; i < p->party_count; i++) {
    const party *const of = &p->parties[i];
    char sender[WORLD_ID];
    world_sender_id(of->origin, of->sender, sender);
    fprintf(to, "%s,%s,%" PRId64 ",%s,%" PRId64 ",", id,
            world_origin(of->origin)->code, of->people, sender, of->leaders);
    put_number(to, of->oldest_age);
    fprintf(to, ",%s,%s\n", of->first_visit, of->role);
  }
}

static void add_costs(const tables *t, const plan *p, const char *id) {
  for (int i = 0; p->itemised && i < HEADS; i++)
    if (p->head_yen[i] > 0)
      fprintf(t->file[TABLE_COSTS], "%s,%s,%" PRId64 "\n", id,
              plan_head_name((head)i), p->head_yen[i]);
}

static void add_levels(const tables *t, const plan *p, const char *id) {
  for (int i = 0; i < p->level_count; i++) {
    const smaller *const of = &p->levels[i];
    fprintf(t->file[TABLE_LEVELS],
            "%s,%s,%" PRId64 ",%" PRId64 ",%" PRId64 "\n", id, of->name,
            of->people, of->yen, of->worth_percent);
  }
}

void tables_add_plan(const tables *t, const plan *p) {
  char id[WORLD_ID];
  plan_id(t->of, p->number, id);
  add_application(t, p, id);
  add_delegations(t, p, id);
  add_costs(t, p, id);
  add_levels(t, p, id);
}
