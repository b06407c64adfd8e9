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

/* ---- writing */

enum { TURNS = 100, BESIDE_BYTES = 64 };
static const char beside[] = ".saitaku-unfinished";

typedef struct draft { /* one file of a set that is put in place together */
  const char *path;
  char *name; /* beside the path, until it is renamed */
  bool stands;
} draft;

/* A free name in the folder, short because the target's own may be as long as
 * names get. Not mkstemp: open heeds the umask, mkstemp's mode is 0600. */
static int open_beside(const char *folder, draft *of) {
  const size_t room = strlen(folder) + BESIDE_BYTES;
  for (int turn = 0; turn < TURNS; turn++) {
    snprintf(of->name, room, "%s/%s-%ld-%d", folder, beside, (long)getpid(),
             turn);
    const int to =
        open(of->name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, (mode_t)0644);
    of->stands = to >= 0;
    if (to >= 0 || errno != EEXIST)
      return to;
  }
  return -1;
}

static bool write_bytes(int to, bytes content) {
  for (size_t done = 0; done < content.length;) {
    const ssize_t n = write(to, content.at + done, content.length - done);
    if (n < 0 && errno != EINTR)
      return false;
    done += n > 0 ? (size_t)n : 0;
  }
  return fsync(to) == 0;
}

/* so that the new names, too, outlive a power cut */
static bool sync_folder(const char *path) {
  const int folder = open(path, O_RDONLY | O_CLOEXEC);
  if (folder < 0)
    return errno == EACCES; /* may be written but not listed */
  const bool ok = fsync(folder) == 0 || errno == EINVAL;
  close(folder);
  return ok;
}

static bool write_beside(const char *folder, draft *of, bytes content,
                         error *err) {
  const int to = open_beside(folder, of);
  if (to < 0)
    return fail_to_write(err, of->path, "create a file beside it");
  const bool ok =
      write_bytes(to, content) || fail_to_write(err, of->path, "write");
  return (close(to) == 0 || fail_to_write(err, of->path, "close")) && ok;
}

/* a folder in the way is found before the first file is replaced */
static bool may_be_replaced(const char *path, error *err) {
  struct stat s;
  if (lstat(path, &s) != 0 || !S_ISDIR(s.st_mode))
    return true;
  errno = EISDIR;
  return fail_to_write(err, path, "put the new file in place");
}

static bool put_in_place(draft *of, error *err) {
  if (rename(of->name, of->path) != 0)
    return fail_to_write(err, of->path, "put the new file in place");
  of->stands = false;
  return true;
}

/* All memory is taken before the first file is made: running out of it must
 * not leave one behind. */
static draft *open_drafts(arena *scratch, const char *folder,
                          const new_file *files, int count) {
  draft *const all = ARENA_ARRAY(scratch, draft, count);
  for (int i = 0; i < count; i++) {
    all[i].path = files[i].path;
    all[i].name = ARENA_ARRAY(scratch, char, strlen(folder) + BESIDE_BYTES);
  }
  return all;
}

static bool write_drafts(const char *folder, draft *all, const new_file *files,
                         int count, error *err) {
  bool ok = true;
  for (int i = 0; ok && i < count; i++)
    ok = write_beside(folder, &all[i], files[i].content, err);
  for (int i = 0; ok && i < count; i++)
    ok = may_be_replaced(files[i].path, err);
  for (int i = 0; ok && i < count; i++)
    ok = put_in_place(&all[i], err);
  for (int i = 0; i < count; i++)
    if (all[i].stands)
      unlink(all[i].name);
  return ok && (sync_folder(folder) ||
                fail_to_write(err, files[0].path, "sync its folder"));
}

static char *folder_of(arena *home, const char *path) {
  const char *const slash = strrchr(path, '/');
  if (!slash)
    return arena_text(home, ".", 1);
  return arena_text(home, path, slash == path ? 1 : (size_t)(slash - path));
}

bool file_write_all(const new_file *files, int count, error *err) {
  assert(files && count > 0);
  arena *const scratch = arena_open();
  const char *const folder = folder_of(scratch, files[0].path);
  draft *const all = open_drafts(scratch, folder, files, count);
  const bool ok = write_drafts(folder, all, files, count, err);
  arena_close(scratch);
  return ok;
}

bool file_write(const char *path, const char *text, size_t length, error *err) {
  assert(path && (text || !length));
  const new_file one = {path, {text, length}};
  return file_write_all(&one, 1, err);
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
