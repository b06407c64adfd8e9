/* options - what a command takes, as one table from which the parser and the
 * help are made. */
#ifndef SAITAKU_TOOLS_OPTIONS_H
#define SAITAKU_TOOLS_OPTIONS_H

#include "../engine/base/error.h"
#include <stdint.h>
#include <stdio.h>

typedef enum option_kind {
  OPTION_FLAG,
  OPTION_TEXT,    /* any but the empty text */
  OPTION_INTEGER, /* low..high */
  OPTION_SECONDS, /* low..high thousandths, written as seconds: 2.5 */
  OPTION_PERCENT, /* low..high ten-thousandths, written as 0.5 or 0.5% */
  OPTION_CHOICE   /* one of the words of `value`, split by | */
} option_kind;

typedef struct option {
  const char *name;  /* "--nodes" */
  const char *value; /* what help calls its value; "" for a flag */
  const char *summary;
  option_kind kind;
  int64_t low, high;
} option;

typedef struct option_value {
  const char *text; /* null: not given */
  int64_t
      number; /* of integers, seconds and percents; which word of a choice */
} option_value;

enum { OPTIONS_MAX = 16, ARGUMENTS_MAX = 4 };
typedef struct given {
  option_value option[OPTIONS_MAX]; /* as in the table */
  const char *argument[ARGUMENTS_MAX];
  int argument_count;
} given;

enum { ARGUMENT_OPTIONAL = -1 }; /* one argument or none */
typedef struct command {
  const char *name, *arguments, *summary;
  int argument_count;                      /* exactly, or ARGUMENT_OPTIONAL */
  const option *options;                   /* the last one's name is null */
  int (*run)(const given *in, error *err); /* exit status; 0 on *err */
} command;

/* words: what stands behind the command's name. ERROR_USAGE on failure. */
bool options_parse(const command *of, int count, char **words, given *to,
                   error *err);

void options_help(const command *of, FILE *to);

#endif
