#include "figures.h"
#include "../base/text.h"
#include <assert.h>
#include <string.h>

char *figure_points(arena *home, const policy *rules, int64_t units) {
  return number_decimal_text(home, units, rules->scoring.unit_places);
}

int figure_worth_places(const program *g) {
  return g->from->from->of->rules->scoring.unit_places + g->places;
}

static wide power_of_ten(int places) {
  wide value = 1;
  for (int i = 0; i < places; i++)
    value *= 10;
  return value;
}

ratio figure_worth_ratio(const program *g, wide units) {
  return (ratio){units, power_of_ten(figure_worth_places(g))};
}

char *figure_worth(arena *home, const program *g, wide units) {
  return exact_text(home, figure_worth_ratio(g, units), figure_worth_places(g));
}

char *figure_unit(arena *home, const program *g) {
  return figure_worth(home, g, 1);
}

char *figure_wide(arena *home, wide value) {
  return exact_text(home, (ratio){value, 1}, 0);
}

char *figure_exact(arena *home, ratio value) {
  return exact_text(home, value, value.den == 1 ? 0 : 4);
}

static void drop_zeros(char *from) {
  char *last = from + strlen(from) - 1;
  while (last > from && *last == '0')
    *last-- = '\0';
  if (*last == '.')
    *last = '\0';
}

char *figure_trimmed(arena *home, ratio value, int places) {
  char *const to = exact_text(home, value, places);
  if (places > 0)
    drop_zeros(to);
  return to;
}

char *figure_grouped(arena *home, ratio value) {
  char *const plain = figure_exact(home, value);
  if (value.den != 1)
    drop_zeros(plain);
  const size_t sign = plain[0] == '-';
  const size_t whole = strcspn(plain + sign, ".");
  text to = text_empty(home);
  text_add_bytes(&to, plain, sign);
  for (size_t i = 0; i < whole; i++) {
    if (i > 0 && (whole - i) % 3 == 0)
      text_add_bytes(&to, ",", 1);
    text_add_bytes(&to, plain + sign + i, 1);
  }
  text_add(&to, plain + sign + whole);
  return to.at;
}
