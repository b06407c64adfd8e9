/* invent SEED COUNT FOLDER - random 0/1 programs as files FOLDER/N.lp or
 * N.mps. */
#include "../unit/random_table.h"

static bool write_one(const char *folder, int number, random_source *from) {
  arena *const home = arena_open();
  const table t = invented(from);
  const char *const path =
      arena_format(home, "%s/%d.%s", folder, number, t.is_mps ? "mps" : "lp");
  FILE *const to = fopen(path, "w");
  if (to)
    write_table(home, to, &t);
  const bool ok = to && !ferror(to);
  arena_close(home);
  return to && fclose(to) == 0 && ok;
}

int main(int count, char **argument) {
  if (count != 4)
    return 2;
  random_source from = random_seeded(strtoull(argument[1], NULL, 10));
  const int files = atoi(argument[2]);
  for (int k = 0; k < files; k++)
    if (!write_one(argument[3], k, &from))
      return 6;
  return 0;
}
