#include "../../engine/read/dossier.h"
#include "compare.h"

bool engine_solve(arena *home, const char *folder, engine_run *to, error *err) {
  complaints list = {0};
  to->within = (ratio){3, 100};
  const solve_options how = {.alternatives = 2, .within = to->within};
  to->rules = policy_read(home, folder, err);
  to->inputs =
      to->rules ? read_dossier(home, to->rules, folder, &list, err) : NULL;
  to->pool = to->inputs ? admit(home, to->rules, to->inputs, err) : NULL;
  to->merits = to->pool ? score(home, to->pool, err) : NULL;
  to->worths = to->merits ? weigh(home, to->merits, err) : NULL;
  to->program = to->worths ? formulate(home, to->worths, err) : NULL;
  to->plan = to->program ? solve(home, to->program, &how, err) : NULL;
  return to->plan != NULL;
}
