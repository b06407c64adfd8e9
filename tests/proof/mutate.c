/* mutate COUNT PROOF... - changes each proof COUNT times, a little, by a seed
 * of its own. What proofcheck still accepts must be true: the set that the
 * changed text names is tried against all others of the program it now states.
 */
#include "../../tools/proofcheck/check.h"
#include "best.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PROOF_MOST = 1 << 22 };

typedef struct tally {
  long accepted, refuted, unreadable, unknown, false_proofs;
} tally;

static uint64_t draw(uint64_t *seed, uint64_t below) { /* splitmix64 */
  uint64_t z = *seed += 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return (z ^ (z >> 31)) % below;
}

/* a span of the text, with what ends it */
typedef struct span {
  size_t first, length;
} span;

static span span_at(const char *text, size_t where, char stop) {
  size_t first = where;
  while (first > 0 && text[first - 1] != stop && text[first - 1] != '\n')
    first--;
  size_t length = 0;
  while (text[first + length] && text[first + length] != stop &&
         text[first + length] != '\n')
    length++;
  return (span){first, length + (text[first + length] != '\0')};
}

static void cut(char *text, span what) {
  memmove(text + what.first, text + what.first + what.length,
          strlen(text + what.first + what.length) + 1);
}

static void insert(char *text, size_t where, const char *what, size_t length) {
  memmove(text + where + length, text + where, strlen(text + where) + 1);
  memcpy(text + where, what, length);
}

/* Takes a span out and puts it in before another; `keep`: it stays, too. */
static void move_span(char *text, span what, size_t to, bool keep) {
  char *const taken = malloc(what.length + 1);
  if (!taken)
    exit(6);
  memcpy(taken, text + what.first, what.length);
  if (!keep) {
    cut(text, what);
    to = to > what.first ? to - what.length : to;
  }
  insert(text, to, taken, what.length);
  free(taken);
}

static void change_digit(char *text, size_t where, uint64_t *seed) {
  while (text[where] && (text[where] < '0' || text[where] > '9'))
    where++;
  if (!text[where])
    return;
  if (draw(seed, 4) == 0)
    insert(text, where, "-", 1);
  else
    text[where] = (char)('0' + draw(seed, 10));
}

/* anywhere, but every third time in the next split, if there is one: most lines
 * are the program's */
static size_t place(const char *text, uint64_t *seed) {
  const size_t anywhere = draw(seed, strlen(text));
  const char *const split = strstr(text + anywhere, "\nsplit ");
  if (!split || draw(seed, 3) > 0)
    return anywhere;
  return (size_t)(split - text) + 1 + draw(seed, strcspn(split + 1, "\n"));
}

static void change(char *text, uint64_t *seed) {
  const size_t where = place(text, seed), to = draw(seed, strlen(text));
  const span row = span_at(text, where, '\n'), word = span_at(text, where, ' ');
  const span other = span_at(text, to, '\n');
  switch (draw(seed, 7)) {
  case 0:
    cut(text, row);
    break;
  case 1:
    move_span(text, row, row.first, true);
    break;
  case 2:
    if (other.first != row.first)
      move_span(text, row, other.first, false);
    break;
  case 3:
    cut(text, word);
    break;
  case 4: /* a word from elsewhere */
    move_span(text, word, span_at(text, to, ' ').first, true);
    break;
  default:
    change_digit(text, where, seed);
  }
}

static int verdict_on(const char *text, FILE *nowhere) {
  FILE *const from = fmemopen((void *)text, strlen(text), "r");
  if (!from)
    exit(6);
  const int verdict = proof_check(from, nowhere);
  fclose(from);
  return verdict;
}

static void judge(const char *name, long turn, const char *text, int verdict,
                  tally *to) {
  to->refuted += verdict == 1;
  to->unreadable += verdict == 2;
  if (verdict != 0)
    return;
  to->accepted++;
  const best_answer answer = best_claimed(text);
  to->unknown += answer == BEST_UNKNOWN;
  to->false_proofs += answer == BEST_NO;
  if (answer == BEST_NO)
    printf("%s, change %ld: accepted, but the claim is false:\n%s", name, turn,
           text);
}

static void mutate(const char *name, const char *proof, long count,
                   FILE *nowhere, tally *to) {
  char *const text = malloc(4 * strlen(proof) + 64);
  if (!text)
    exit(6);
  for (long turn = 0; turn < count; turn++) {
    uint64_t seed = (uint64_t)turn;
    strcpy(text, proof);
    for (uint64_t left = 1 + draw(&seed, 2); left > 0 && *text; left--)
      change(text, &seed);
    if (*text)
      judge(name, turn, text, verdict_on(text, nowhere), to);
  }
  free(text);
}

static char *read_whole(const char *path) {
  char *const text = calloc(1, PROOF_MOST);
  FILE *const from = fopen(path, "rb");
  if (!text || !from || fread(text, 1, PROOF_MOST - 1, from) == 0) {
    perror(path);
    exit(6);
  }
  fclose(from);
  return text;
}

int main(int count, char **words) {
  tally all = {0};
  FILE *const nowhere = fopen("/dev/null", "w");
  if (count < 3 || !nowhere)
    return 2;
  for (int i = 2; i < count; i++) {
    char *const proof = read_whole(words[i]);
    if (verdict_on(proof, nowhere) != 0 || best_claimed(proof) == BEST_NO) {
      printf("%s: is no proof before it is changed\n", words[i]);
      all.false_proofs++;
    }
    mutate(words[i], proof, strtol(words[1], NULL, 10), nowhere, &all);
    free(proof);
  }
  fclose(nowhere);
  printf("%ld accepted, of them %ld not tried; %ld refuted, %ld unreadable\n",
         all.accepted, all.unknown, all.refuted, all.unreadable);
  return all.false_proofs == 0 && all.accepted > 0 && all.refuted > 0 ? 0 : 1;
}
