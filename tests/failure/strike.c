#include "strike.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* The C library calls back into these, so the state has no other place. */
static strike_kind armed;
static long left, seen;

void strike_arm(strike_kind kind, long count) {
  armed = kind;
  left = count;
  seen = 0;
}

long strike_calls(void) { return seen; }

static bool strikes(bool lasts) {
  seen++;
  return --left == 0 || (lasts && left < 0);
}

/* ---- memory; the names behind __libc_ are glibc's own functions */

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static bool starved(void) {
  const bool memory = armed == STRIKE_MEMORY || armed == STRIKE_MEMORY_GONE;
  if (!memory || !strikes(armed == STRIKE_MEMORY_GONE))
    return false;
  errno = ENOMEM;
  return true;
}

void *malloc(size_t size) { return starved() ? NULL : __libc_malloc(size); }

void *calloc(size_t count, size_t size) {
  return starved() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) {
  return starved() ? NULL : __libc_realloc(old, size);
}

/* ---- files */

extern int __real_open(const char *path, int flags, ...);
extern ssize_t __real_write(int to, const void *from, size_t size);
extern int __real_fsync(int to);
extern int __real_close(int of);
extern int __real_rename(const char *from, const char *to);
extern int __real_mkdir(const char *path, mode_t mode);

static bool disk_fails(int with) {
  if (armed < STRIKE_DISK || !strikes(armed == STRIKE_DISK_GONE))
    return false;
  if (armed == STRIKE_KILL)
    raise(SIGKILL);
  if (armed == STRIKE_TERM) {
    raise(SIGTERM);
    return false;
  }
  errno = with;
  return true;
}

int __wrap_open(const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & O_CREAT) {
    va_list list;
    va_start(list, flags);
    mode = va_arg(list, mode_t);
    va_end(list);
  }
  return disk_fails(EIO) ? -1 : __real_open(path, flags, mode);
}

ssize_t __wrap_write(int to, const void *from, size_t size) {
  if (armed == STRIKE_KILL && left == 1 && __real_write(to, from, size / 2) < 0)
    return -1;
  return disk_fails(ENOSPC) ? -1 : __real_write(to, from, size);
}

int __wrap_fsync(int to) { return disk_fails(EIO) ? -1 : __real_fsync(to); }

/* closes all the same, as close does */
int __wrap_close(int of) {
  const bool fails = disk_fails(EIO);
  const int number = errno, done = __real_close(of);
  if (fails)
    errno = number;
  return fails ? -1 : done;
}

int __wrap_rename(const char *from, const char *to) {
  return disk_fails(EIO) ? -1 : __real_rename(from, to);
}

int __wrap_mkdir(const char *path, mode_t mode) {
  return disk_fails(ENOSPC) ? -1 : __real_mkdir(path, mode);
}
