#include "verify_call.h"
#include "../engine/audit/audit_proof.h"
#include "../engine/audit/claimed_plan.h"
#include "../engine/certify/proof.h"
#include "../engine/report/export_columns.h"
#include "call.h"
#include "verify_proof.h"
#include <string.h>

enum { OUT_BYTES_MOST = INT32_MAX };

typedef struct checking {
  arena *home;
  const verify_places *where;
  language in;
  verification *to;
  error *err;
  bytes record, adoption, findings, proof; /* null where there is none */
  audit_files inputs;
  outcome *o; /* the call read anew */
  const program *g;
  decision_claim claim;
  bool adoption_agrees; /* cell by cell with decision.json */
} checking;

static differences *differences_of(arena *home) {
  differences *const d = ARENA_NEW(home, differences);
  d->home = home;
  return d;
}

/* ---- what propose wrote */

static bool read_out(checking *c, const char *name, bool required, bytes *to) {
  const char *const path = file_join(c->home, c->where->out, name);
  uint64_t size;
  if (file_look(path, &size) != FILE_ABSENT)
    return file_read(c->home, path, OUT_BYTES_MOST, to, c->err);
  if (required)
    audit_add(c->to->found, (difference){AUDIT_FILE_MISSING, name, "", "", ""});
  return true;
}

static bool read_written(checking *c) {
  return read_out(c, "decision.json", true, &c->record) &&
         read_out(c, "adoption.csv", true, &c->adoption) &&
         read_out(c, "findings.csv", true, &c->findings) &&
         read_out(c, "proof", false, &c->proof);
}

static bool check_inputs(checking *c) {
  if (!audit_inputs(c->home, c->where->call, c->record, &c->inputs,
                    c->to->found, c->err))
    return false;
  c->to->inputs = c->inputs.count;
  c->to->state[AUDIT_PART_INPUTS] = PART_DONE;
  return true;
}

/* ---- the recount */

/* merits as computed now, by row of applications.csv */
static const int64_t *merits_now(const checking *c) {
  const pool *const p = c->o->merits->of;
  const dossier *const d = c->o->inputs;
  text_table *const place = text_table_new(c->home, (size_t)p->count);
  int64_t *const to = ARENA_ARRAY(c->home, int64_t, p->count + 1);
  for (int i = 0; i < p->count; i++)
    text_table_add(place, p->applications[i].id, i);
  for (int i = 0; i < d->application_count; i++) {
    const int at = text_table_find(place, d->applications[i].id);
    to[i] = c->o->merits->item[at].merit;
  }
  return to;
}

static bool compare_adoption(checking *c) {
  const int before = c->to->found->count;
  const bool ok =
      !c->adoption.at ||
      audit_adoption(c->home, c->adoption, c->record, c->to->found, c->err);
  c->adoption_agrees = c->to->found->count == before;
  return ok;
}

static bool recount(checking *c) {
  const audit_call call = {c->o->merits->of->rules, c->o->inputs,
                           merits_now(c)};
  if (!audit_decision(c->home, &call, c->record, &c->claim, c->to->found,
                      c->err))
    return false;
  c->to->status = c->claim.status;
  c->to->plans = c->claim.plans;
  c->to->rules = c->claim.rules;
  c->to->figures = c->to->found->compared;
  c->to->state[AUDIT_PART_RECOUNT] = PART_DONE;
  return compare_adoption(c);
}

/* ---- the files, written again from the set that the record claims */

/* in the language in which they were written, as far as that can be told */
static void compare_table(const checking *c, const char *name, bytes file,
                          char *(*write)(arena *, const outcome *)) {
  outcome other = *c->o;
  other.in = LANGUAGE_JA;
  const char *const japanese = write(c->home, &other);
  other.in = LANGUAGE_EN;
  const char *const english = write(c->home, &other);
  const bool is_japanese = file.length == strlen(japanese) &&
                           memcmp(file.at, japanese, file.length) == 0;
  if (!is_japanese)
    audit_file(name, file, english, c->to->found);
}

static bool write_again(checking *c) {
  const plan *const claimed =
      claimed_plan_of(c->home, c->g, c->record, c->proof, c->err);
  if (!claimed) {
    audit_add(c->to->found, (difference){AUDIT_CLAIM, "", "", "", ""});
    return c->err->kind == ERROR_NONE;
  }
  c->o->account = explain(c->home, c->g, claimed, c->err);
  const char *const again =
      c->o->account ? report_decision_json(c->home, c->o, c->err) : NULL;
  if (!again || !audit_record(c->home, c->record, again, c->to->found, c->err))
    return false;
  if (c->adoption.at && c->adoption_agrees)
    compare_table(c, "adoption.csv", c->adoption, report_adoption_csv);
  if (c->findings.at)
    compare_table(c, "findings.csv", c->findings, report_findings_csv);
  c->to->state[AUDIT_PART_FILES] = PART_DONE;
  return true;
}

/* ---- program and proof */

static bool claims_best(const checking *c) {
  return c->to->status && (strcmp(c->to->status, "optimal") == 0 ||
                           strcmp(c->to->status, "infeasible") == 0);
}

static void compare_program(checking *c) {
  const char *const *const called = export_column_names(c->home, c->g);
  const stated_program now = {
      c->g, called, certify_statement(c->home, c->g, called),
      c->claim.has_set ? claimed_columns(c->home, c->g, &c->claim) : NULL};
  audit_proof(c->proof, &c->inputs, &now, c->to->found);
  c->to->state[AUDIT_PART_PROGRAM] = PART_DONE;
}

/* A search that was stopped claims nothing, and its proof may be a part. */
static bool check_proof(checking *c) {
  c->to->proof_needed = claims_best(c);
  if (!c->to->proof_needed)
    return true;
  if (!c->proof.at) {
    audit_add(c->to->found, (difference){AUDIT_PROOF_MISSING, "proof", "",
                                         c->to->status, ""});
    return true;
  }
  return proof_judge(c->home, c->where->proof, c->to, c->err);
}

/* The call as it is now. Where inputs were changed it may be beyond reading:
 * that is then said, and the rest left. */
static bool read_call(checking *c) {
  c->o = call_read(c->home, c->where->call, c->in, c->err);
  const worths *const w = c->o ? weigh(c->home, c->o->merits, c->err) : NULL;
  c->g = w ? formulate(c->home, w, c->err) : NULL;
  if (c->g)
    return true;
  const bool changed = verify_count(c->to, AUDIT_PART_INPUTS) > 0;
  if (changed && c->err->kind == ERROR_INPUT)
    *c->err = (error){.kind = ERROR_NONE};
  return false;
}

bool verify_call(arena *home, const verify_places *where, language in,
                 verification *to, error *err) {
  checking c = {.home = home, .where = where, .in = in, .to = to, .err = err};
  to->found = differences_of(home);
  to->call = where->call;
  to->proof = where->proof;
  if (!read_written(&c) || !check_inputs(&c))
    return false;
  if (!read_call(&c))
    return err->kind == ERROR_NONE && (!c.proof.at || check_proof(&c));
  if (!recount(&c))
    return false;
  if (c.proof.at)
    compare_program(&c);
  const bool counted = verify_count(to, AUDIT_PART_INPUTS) == 0 &&
                       verify_count(to, AUDIT_PART_RECOUNT) == 0;
  if (counted && !write_again(&c))
    return false;
  return check_proof(&c);
}

bool verify_proof(arena *home, const verify_places *where, verification *to,
                  error *err) {
  to->found = differences_of(home);
  to->proof = where->proof;
  to->proof_needed = true;
  return proof_judge(home, where->proof, to, err);
}
