#include "width.h"
#include <stdint.h>

typedef struct span {
  uint32_t first, last;
  int columns;
} span;

static const span spans[] = {
    {0x00300, 0x0036F, 0}, /* combining marks */
    {0x01100, 0x0115F, 2}, /* Hangul initials */
    {0x0200B, 0x0200F, 0}, /* zero width, marks of direction */
    {0x02E80, 0x0303E, 2}, /* radicals, CJK punctuation */
    {0x03041, 0x03098, 2}, /* Hiragana */
    {0x03099, 0x0309A, 0}, /* voicing marks that combine */
    {0x0309B, 0x04DBF, 2}, /* Kana to CJK extension A */
    {0x04E00, 0x09FFF, 2}, /* CJK */
    {0x0A000, 0x0A4CF, 2}, /* Yi */
    {0x0A960, 0x0A97F, 2}, /* Hangul extended A */
    {0x0AC00, 0x0D7A3, 2}, /* Hangul */
    {0x0F900, 0x0FAFF, 2}, /* CJK compatibility */
    {0x0FE00, 0x0FE0F, 0}, /* variation selectors */
    {0x0FE30, 0x0FE6F, 2}, /* vertical and small forms */
    {0x0FF01, 0x0FF60, 2}, /* full-width forms */
    {0x0FFE0, 0x0FFE6, 2}, /* full-width signs */
    {0x1F300, 0x1F64F, 2}, /* pictographs */
    {0x1F900, 0x1F9FF, 2}, /* pictographs */
    {0x20000, 0x3FFFD, 2}, /* CJK extensions B and later */
    {0xE0100, 0xE01EF, 0}, /* variation selectors for ideographs */
};

static int columns_of(uint32_t c) {
  if (c < spans[0].first)
    return 1;
  for (unsigned i = 0; i < sizeof spans / sizeof *spans; i++)
    if (c >= spans[i].first && c <= spans[i].last)
      return spans[i].columns;
  return 1;
}

/* one character; a byte that is no UTF-8 stands for itself */
static const unsigned char *decode(const unsigned char *at, uint32_t *c) {
  const int more = *at >= 0xF0 ? 3 : *at >= 0xE0 ? 2 : *at >= 0xC0 ? 1 : 0;
  *c = more ? *at & (0x3FU >> more) : *at;
  at++;
  for (int i = 0; i < more && (*at & 0xC0) == 0x80; i++)
    *c = *c << 6 | (*at++ & 0x3FU);
  return at;
}

int width_of(const char *utf8) {
  const unsigned char *at = (const unsigned char *)utf8;
  int width = 0;
  while (*at) {
    uint32_t c = 0;
    at = decode(at, &c);
    width += columns_of(c);
  }
  return width;
}
