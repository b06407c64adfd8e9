/* feed FILE|FOLDER... - gives a target every file once: what libFuzzer found
 * stays found, with any compiler. Prints how many there were. */
#include "../../engine/base/file.h"
#include "target.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BYTES_MOST = 1 << 26 };

/* A copy of the very size, so that AddressSanitizer sees a byte too far. */
static void give(bytes content) {
  uint8_t *const copy = malloc(content.length ? content.length : 1);
  if (!copy)
    exit(6);
  memcpy(copy, content.at, content.length);
  LLVMFuzzerTestOneInput(copy, content.length);
  free(copy);
}

static int feed_file(arena *home, const char *path) {
  error err = {0};
  bytes content = {0};
  if (!file_read(home, path, BYTES_MOST, &content, &err)) {
    fprintf(stderr, "feed: %s: %s\n", err.file, err.text);
    exit(6);
  }
  give(content);
  return 1;
}

static int feed(arena *home, const char *path) {
  DIR *const folder = opendir(path);
  if (!folder)
    return feed_file(home, path);
  int count = 0;
  for (const struct dirent *of = readdir(folder); of; of = readdir(folder))
    if (of->d_name[0] != '.')
      count += feed(home, file_join(home, path, of->d_name));
  closedir(folder);
  return count;
}

int main(int count, char **words) {
  arena *const home = arena_open();
  int files = 0;
  for (int i = 1; i < count; i++)
    files += feed(home, words[i]);
  arena_close(home);
  printf("%d inputs\n", files);
  return files > 0 ? 0 : 1;
}
