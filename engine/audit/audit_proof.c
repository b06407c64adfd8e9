#include "audit_proof.h"
#include "../base/digest.h"
#include "../base/number.h"
#include "../base/text.h"
#include <inttypes.h>
#include <string.h>

enum { LINES_SHOWN = 10 }; /* of a statement that is another one */

typedef struct lines { /* a text that is read line by line */
  arena *home;
  const char *at, *end;
  int number; /* of the line read last */
} lines;

/* null at the end */
static const char *next_line(lines *l) {
  if (l->at == l->end)
    return NULL;
  const char *const stop = memchr(l->at, '\n', (size_t)(l->end - l->at));
  const char *const last = stop ? stop : l->end;
  const char *const line = arena_text(l->home, l->at, (size_t)(last - l->at));
  l->at = stop ? stop + 1 : l->end;
  l->number++;
  return line;
}

static bool begins(const char *line, const char *word) {
  const size_t length = strlen(word);
  return strncmp(line, word, length) == 0 &&
         (line[length] == ' ' || line[length] == '\0');
}

/* what is left of a proof that ends too early */
static const char *or_end(const char *line) { return line ? line : "(end)"; }

static void compare_line(differences *to, const lines *l, audit_code code,
                         const char *said, const char *own) {
  audit_compare(to, (difference){code, arena_format(l->home, "%d", l->number),
                                 "", or_end(said), or_end(own)});
}

/* up to and with the line "columns" */
static const char *compare_origin(lines *l, const audit_files *inputs,
                                  differences *to) {
  const char *line = next_line(l);
  compare_line(to, l, AUDIT_PROGRAM_LINE, line, "saitaku-proof 1");
  bool *const named = ARENA_ARRAY(l->home, bool, inputs->count + 1);
  while ((line = next_line(l)) && begins(line, "input")) {
    int at = 0;
    while (at < inputs->count &&
           !text_same(line, arena_format(l->home, "input %s %s",
                                         inputs->name[at], inputs->sha256[at])))
      at++;
    if (at < inputs->count && !named[at])
      named[at] = true;
    else
      compare_line(to, l, AUDIT_PROOF_INPUT, line, "");
  }
  for (int i = 0; i < inputs->count; i++)
    if (!named[i])
      compare_line(to, l, AUDIT_PROOF_INPUT, "",
                   arena_format(l->home, "input %s %s", inputs->name[i],
                                inputs->sha256[i]));
  return line;
}

/* the line behind the statement */
static const char *compare_statement(lines *l, const char *line,
                                     const char *statement, differences *to) {
  lines own = {l->home, statement, statement + strlen(statement), 0};
  const int enough = to->count + LINES_SHOWN;
  for (const char *wanted = next_line(&own); wanted; wanted = next_line(&own)) {
    if (to->count < enough)
      compare_line(to, l, AUDIT_PROGRAM_LINE, line, wanted);
    line = next_line(l);
  }
  return line;
}

/* "set 3:1 7:1": values by column; false when it is not of that form */
static bool take_terms(const char *line, int64_t *x, int columns) {
  const char *at = line + strlen("set");
  while (*at == ' ') {
    int64_t j = 0;
    at = number_lead(at + 1, 0, INT32_MAX, &j);
    if (!at || *at != ':' || j >= columns)
      return false;
    at = number_lead(at + 1, INT64_MIN, INT64_MAX, &x[j]);
    if (!at)
      return false;
  }
  return *at == '\0';
}

static void compare_set(lines *l, const char *line, const stated_program *now,
                        differences *to) {
  while (line && !begins(line, "set") && !begins(line, "none"))
    line = next_line(l); /* of a longer statement */
  const int columns = now->of->column_count;
  int64_t *const x = ARENA_ARRAY(l->home, int64_t, columns + 1);
  const bool is_set = line && begins(line, "set");
  if (!now->x || !is_set || !take_terms(line, x, columns)) {
    compare_line(to, l, AUDIT_PROOF_SET, line,
                 now->x ? "set of the record" : "none");
    return;
  }
  for (int j = 0; j < columns; j++)
    audit_compare(to,
                  (difference){AUDIT_PROOF_SET, now->column_names[j], "",
                               arena_format(l->home, "%" PRId64, x[j]),
                               arena_format(l->home, "%" PRId64, now->x[j])});
}

/* where the line begins that says the digest; null: there is none */
static const char *digest_line(bytes proof) {
  static const char mark[] = "\n# sha256 ";
  const char *last = NULL;
  for (const char *at = strstr(proof.at, mark); at; at = strstr(at + 1, mark))
    last = at + 1;
  return last;
}

static void compare_digest(arena *home, bytes proof, differences *to) {
  const char *const at = digest_line(proof);
  const char *const stated =
      at ? arena_text(home, at, strcspn(at, "\n")) : "(none)";
  char hex[2 * DIGEST_BYTES + 1] = "";
  if (at) {
    const digest d = digest_of(proof.at, (size_t)(at - proof.at));
    digest_hex(&d, hex);
  }
  audit_compare(to, (difference){AUDIT_PROOF_DIGEST, "", "", stated,
                                 arena_format(home, "# sha256 %s", hex)});
}

void audit_proof(bytes proof, const audit_files *inputs,
                 const stated_program *now, differences *to) {
  lines l = {to->home, proof.at, proof.at + proof.length, 0};
  compare_digest(to->home, proof, to);
  const char *line = compare_origin(&l, inputs, to);
  line = compare_statement(&l, line, now->statement, to);
  compare_set(&l, line, now, to);
}
