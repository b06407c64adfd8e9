#include "file.h"
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fail_with_errno(error *err, const char *path, const char *what) {
  const int number = errno;
  const bool missing = number == ENOENT || number == ENOTDIR;
  return FAIL(err, missing ? ERROR_INPUT : ERROR_SYSTEM, path, 0, 0,
              "cannot %s: %s", what, strerror(number));
}

static bool fail_to_write(error *err, const char *path, const char *what) {
  return FAIL(err, ERROR_SYSTEM, path, 0, 0, "cannot %s: %s", what,
              strerror(errno));
}

static bool measure(int from, const char *path, size_t most, size_t *size,
                    error *err) {
  struct stat s;
  if (fstat(from, &s) != 0)
    return fail_with_errno(err, path, "read");
  if (!S_ISREG(s.st_mode))
    return FAIL(err, ERROR_INPUT, path, 0, 0, "is %s, not a file",
                S_ISDIR(s.st_mode) ? "a folder" : "a device");
  if ((uintmax_t)s.st_size > most)
    return FAIL(err, ERROR_INPUT, path, 0, 0,
                "has %jd bytes, more than the %zu allowed", (intmax_t)s.st_size,
                most);
  *size = (size_t)s.st_size;
  return true;
}

static bool read_all(int from, const char *path, char *to, size_t size,
                     size_t *got, error *err) {
  for (*got = 0; *got < size;) {
    const ssize_t n = read(from, to + *got, size - *got);
    if (n == 0)
      return true;
    if (n < 0 && errno != EINTR)
      return fail_with_errno(err, path, "read");
    *got += n > 0 ? (size_t)n : 0;
  }
  return true;
}

bool file_read(arena *home, const char *path, size_t most, bytes *to,
               error *err) {
  assert(home && path && to && most < SIZE_MAX);
  /* O_NONBLOCK: opening a pipe nobody writes to must not hang */
  const int from = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (from < 0)
    return fail_with_errno(err, path, "open");
  size_t size = 0;
  bool ok = measure(from, path, most, &size, err);
  if (ok) {
    char *const at = ARENA_ARRAY(home, char, size + 1);
    *to = (bytes){at, 0};
    ok = read_all(from, path, at, size, &to->length, err);
  }
  close(from);
  return ok;
}

file_kind file_look(const char *path, uint64_t *size) {
  struct stat s;
  *size = 0;
  if (lstat(path, &s) != 0)
    return errno == ENOENT || errno == ENOTDIR ? FILE_ABSENT : FILE_HIDDEN;
  if (stat(path, &s) != 0) /* a link to nowhere */
    return FILE_HIDDEN;
  if (S_ISDIR(s.st_mode))
    return FILE_FOLDER;
  if (!S_ISREG(s.st_mode))
    return FILE_DEVICE;
  *size = (uint64_t)s.st_size;
  return FILE_REGULAR;
}

static char *folder_of(arena *home, const char *path) {
  const char *const slash = strrchr(path, '/');
  if (!slash)
    return arena_text(home, ".", 1);
  return arena_text(home, path, slash == path ? 1 : (size_t)(slash - path));
}

/* A free name in the folder, short because the target's own may be as long as
 * names get. Not mkstemp: open heeds the umask, mkstemp's mode is 0600. */
static int open_beside(arena *scratch, const char *path, char **name) {
  const char *const folder = folder_of(scratch, path);
  for (int turn = 0; turn < 100; turn++) {
    *name = file_join(
        scratch, folder,
        arena_format(scratch, ".saitaku-%ld-%d", (long)getpid(), turn));
    const int to =
        open(*name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, (mode_t)0644);
    if (to >= 0 || errno != EEXIST)
      return to;
  }
  return -1;
}

static bool write_all(int to, const char *text, size_t length) {
  for (size_t done = 0; done < length;) {
    const ssize_t n = write(to, text + done, length - done);
    if (n < 0 && errno != EINTR)
      return false;
    done += n > 0 ? (size_t)n : 0;
  }
  return fsync(to) == 0;
}

/* so that the new name, too, outlives a power cut */
static bool sync_folder(arena *scratch, const char *path) {
  const int folder = open(folder_of(scratch, path), O_RDONLY | O_CLOEXEC);
  if (folder < 0)
    return errno == EACCES; /* may be written but not listed */
  const bool ok = fsync(folder) == 0 || errno == EINVAL;
  close(folder);
  return ok;
}

static bool write_beside(arena *scratch, const char *path, const char *text,
                         size_t length, error *err) {
  char *name = NULL;
  const int to = open_beside(scratch, path, &name);
  if (to < 0)
    return fail_to_write(err, path, "create a file beside it");
  bool ok = write_all(to, text, length) || fail_to_write(err, path, "write");
  ok = (close(to) == 0 || fail_to_write(err, path, "close")) && ok;
  ok = ok && (rename(name, path) == 0 ||
              fail_to_write(err, path, "put the new file in place"));
  if (!ok)
    unlink(name);
  return ok && (sync_folder(scratch, path) ||
                fail_to_write(err, path, "sync its folder"));
}

bool file_write(const char *path, const char *text, size_t length, error *err) {
  assert(path && (text || !length));
  arena *const scratch = arena_open();
  const bool ok = write_beside(scratch, path, text, length, err);
  arena_close(scratch);
  return ok;
}

bool file_make_folder(const char *path, error *err) {
  if (mkdir(path, (mode_t)0777) == 0)
    return true;
  struct stat s;
  const int number = errno;
  if (number == EEXIST && stat(path, &s) == 0 && S_ISDIR(s.st_mode))
    return true;
  errno = number;
  return fail_to_write(err, path, "make the folder");
}

char *file_join(arena *home, const char *folder, const char *name) {
  const size_t length = strlen(folder);
  const char *const gap = !length || folder[length - 1] == '/' ? "" : "/";
  return arena_format(home, "%s%s%s", folder, gap, name);
}
