/* file - whole files in, whole files out. */
#ifndef SAITAKU_BASE_FILE_H
#define SAITAKU_BASE_FILE_H

#include "arena.h"
#include "error.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct bytes {
  const char *at; /* followed by a NUL that length does not count */
  size_t length;
} bytes;

/* Reads a regular file of at most `most` bytes. A missing file gives
 * ERROR_INPUT; so do a directory, a device and a file too large; one that
 * cannot be opened or read gives ERROR_SYSTEM. */
bool file_read(arena *home, const char *path, size_t most, bytes *to,
               error *err);

typedef enum file_kind {
  FILE_ABSENT,
  FILE_REGULAR,
  FILE_FOLDER,
  FILE_DEVICE, /* or a pipe, or a socket */
  FILE_HIDDEN  /* it cannot be told: reading it will say why */
} file_kind;

/* What is there, without opening it; size is in bytes, 0 unless regular. */
file_kind file_look(const char *path, uint64_t *size);

/* Writes beside path, syncs, renames: path holds the old bytes or all the new
 * ones. ERROR_SYSTEM on failure, nothing left behind. Only a process that is
 * killed meanwhile leaves its .saitaku-unfinished-PID-N, which nothing reads.
 */
bool file_write(const char *path, const char *text, size_t length, error *err);

typedef struct new_file {
  const char *path;
  bytes content;
} new_file;

/* The same for a set of files of one folder: none is put in place before all
 * are written, so that a full disk leaves the old set whole. */
bool file_write_all(const new_file *files, int count, error *err);
bool file_make_folder(const char *path, error *err); /* fine if it exists */

char *file_join(arena *home, const char *folder, const char *name);

#endif
