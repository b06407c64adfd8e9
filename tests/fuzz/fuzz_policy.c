/* Any bytes as policy.json. What is read, written canonically, is read again
 * and is the same; then the call is read, admitted, scored and formulated by
 * it. */
#include "../../engine/base/text.h"
#include "../../engine/formulate/program.h"
#include "desk.h"
#include "target.h"
#include <assert.h>
#include <string.h>

static void read_again(arena *home, const policy *rules) {
  error err = {.kind = ERROR_NONE};
  const bytes json = {rules->json, strlen(rules->json)};
  const policy *const again = policy_parse(home, "again", json, &err);
  assert(again && text_same(again->json, rules->json));
  (void)again;
}

static void use(arena *home, const policy *rules) {
  error err = {.kind = ERROR_NONE};
  complaints list = {0};
  const dossier *const d =
      read_dossier(home, rules, desk_folder(), &list, &err);
  const pool *const p = d ? admit(home, rules, d, &err) : NULL;
  const merits *const m = p ? score(home, p, &err) : NULL;
  const worths *const w = m ? weigh(home, m, &err) : NULL;
  const program *const g = w ? formulate(home, w, &err) : NULL;
  assert(!g == (err.kind != ERROR_NONE));
  assert(err.kind != ERROR_DEFECT && err.kind != ERROR_SYSTEM);
  (void)g;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  arena *const home = arena_open();
  error err = {.kind = ERROR_NONE};
  const bytes json = {arena_text(home, (const char *)data, size), size};
  const policy *const rules = policy_parse(home, "policy.json", json, &err);
  assert(!rules == (err.kind == ERROR_INPUT));
  assert(rules || *err.text != '\0');
  if (rules) {
    read_again(home, rules);
    use(home, rules);
  }
  arena_close(home);
  return 0;
}
