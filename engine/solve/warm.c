#include "core_work.h"

/* Both cores list rows and packs in the model's order. Tallies have no limits
 * yet in a new core. */
static bool is_needed(const core *k, int lp_row) {
  return lp_row >= 0 && !lp_row_is_idle(k->relaxation, lp_row);
}

static void warm_rows(core *k, const core *like) {
  int from = 0;
  for (int i = 0; i < k->row_count; i++) {
    while (from < like->row_count && like->row_of[from] < k->row_of[i])
      from++;
    if (from < like->row_count && like->row_of[from] == k->row_of[i] &&
        is_needed(like, like->lp_row[from]))
      core_cut_in(k, i);
  }
}

void core_warm(core *k, const core *like) {
  warm_rows(k, like);
  k->like = like;
}
