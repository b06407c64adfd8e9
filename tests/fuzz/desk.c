#include "desk.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const names[] = {
    "applications.csv", "delegations.csv", "costs.csv",     "levels.csv",
    "reviewers.csv",    "conflicts.csv",   "scores.csv",    "history.csv",
    "overrides.csv",    "policy.json",     "reviews-of.csv"};
enum { FILES = sizeof names / sizeof *names, BYTES_MOST = 1 << 20 };

/* libFuzzer calls one function again and again: what outlives a call is here */
static struct {
  arena *home;
  char *folder;
  bytes base[FILES];
  bool changed[FILES];
} desk;

int desk_file(const char *name, size_t length) {
  for (int i = 0; i < FILES; i++)
    if (strlen(names[i]) == length && memcmp(names[i], name, length) == 0)
      return i;
  return -1;
}

/* without the fsync of file_write, which would take most of the time */
static void put(int which, bytes content) {
  arena *const scratch = arena_open();
  FILE *const to = fopen(file_join(scratch, desk.folder, names[which]), "wb");
  if (!to || fwrite(content.at, 1, content.length, to) != content.length ||
      fclose(to) != 0) {
    perror(desk.folder);
    exit(6);
  }
  arena_close(scratch);
}

static void close_desk(void) {
  for (int i = 0; i < FILES; i++)
    unlink(file_join(desk.home, desk.folder, names[i]));
  rmdir(desk.folder);
  arena_close(desk.home);
}

static void open_desk(void) {
  const char *const place = getenv("TMPDIR");
  desk.home = arena_open();
  desk.folder =
      file_join(desk.home, place ? place : "/tmp", "saitaku-desk-XXXXXX");
  if (!mkdtemp(desk.folder)) {
    perror(desk.folder);
    exit(6);
  }
  for (int i = 0; i < FILES; i++) {
    error err = {0};
    const char *const from = file_join(desk.home, BASE_CALL, names[i]);
    if (file_read(desk.home, from, BYTES_MOST, &desk.base[i], &err))
      put(i, desk.base[i]);
  }
  atexit(close_desk);
}

const char *desk_folder(void) {
  if (!desk.folder)
    open_desk();
  return desk.folder;
}

static void lay(int which, const char *at, const char *end) {
  desk.changed[which] = true;
  put(which, (bytes){at, (size_t)(end - at)});
}

static const char *line_end(const char *at, const char *end) {
  const char *const newline = memchr(at, '\n', (size_t)(end - at));
  return newline ? newline : end;
}

static bool is_mark(const char *at, const char *end) {
  return end - at > 3 && memcmp(at, "@@ ", 3) == 0;
}

/* where the next section's mark begins, or the end */
static const char *next_mark(const char *at, const char *end) {
  while (at < end && !is_mark(at, end)) {
    const char *const newline = line_end(at, end);
    at = newline < end ? newline + 1 : end;
  }
  return at;
}

void desk_lay(bytes input, const char *first) {
  const char *at = input.at;
  const char *const end = at + input.length;
  int which = first ? desk_file(first, strlen(first)) : -1;
  desk_folder();
  while (at < end || which >= 0) {
    const char *const mark = next_mark(at, end);
    if (which >= 0)
      lay(which, at, mark);
    if (mark == end)
      return;
    const char *const title = line_end(mark, end);
    which = desk_file(mark + 3, (size_t)(title - mark - 3));
    at = title < end ? title + 1 : end;
  }
}

void desk_clear(void) {
  for (int i = 0; i < FILES; i++) {
    if (desk.changed[i] && desk.base[i].at)
      put(i, desk.base[i]);
    else if (desk.changed[i])
      unlink(file_join(desk.home, desk.folder, names[i]));
    desk.changed[i] = false;
  }
}
