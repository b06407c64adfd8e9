#include "header_names.h"

#include "../base/text.h"
#include <string.h>

/* Folded (NFKC, lower case): 申請ＩＤ and 申請額（円） read, too. */
static const struct {
  const char *alias, *english;
} header_names[] = {
    {"申請番号", "application_id"},
    {"申請id", "application_id"},
    {"受付番号", "application_id"},
    {"課題番号", "application_id"},
    {"受入機関番号", "host_id"},
    {"受入れ機関番号", "host_id"},
    {"受入機関種別", "host_type"},
    {"受入れ機関種別", "host_type"},
    {"申請額", "yen"},
    {"申請額(円)", "yen"},
    {"申請金額", "yen"},
    {"金額", "yen"},
    {"金額(円)", "yen"},
    {"コース", "course"},
    {"日数", "days"},
    {"実施日数", "days"},
    {"滞在日数", "days"},
    {"区分", "strand"},
    {"申請区分", "strand"},
    {"課題名", "title"},
    {"交流計画名", "title"},
    {"計画名", "title"},
    {"分野", "field"},
    {"研究分野", "field"},
    {"国内移動距離", "domestic_km"},
    {"国内移動距離(km)", "domestic_km"},
    {"受付日", "received_on"},
    {"再申請元", "resubmission_of"},
    {"国", "country"},
    {"国・地域", "country"},
    {"国コード", "country"},
    {"人数", "people"},
    {"招へい人数", "people"},
    {"招聘人数", "people"},
    {"送出し機関番号", "sender_id"},
    {"送り出し機関番号", "sender_id"},
    {"送出機関番号", "sender_id"},
    {"引率者数", "leaders"},
    {"最高年齢", "oldest_age"},
    {"初来日", "first_visit"},
    {"初訪日", "first_visit"},
    {"役割", "role"},
    {"身分", "role"},
    {"費目", "head"},
    {"水準", "level"},
    {"段階", "level"},
    {"評価割合", "worth_percent"},
    {"評価割合(%)", "worth_percent"},
    {"審査員番号", "reviewer_id"},
    {"審査員id", "reviewer_id"},
    {"委員番号", "reviewer_id"},
    {"部会", "panel"},
    {"分科会", "panel"},
    {"理由", "reason"},
    {"利益相反", "conflict"},
    {"評価項目", "criterion"},
    {"審査項目", "criterion"},
    {"評点", "score"},
    {"点数", "score"},
    {"年度", "fiscal_year"},
    {"決定", "decision"},
    {"決定者", "decided_by"},
    {"決定日", "decided_on"},
    {"採否", "adopted"},
    {"採択", "adopted"},
};
enum { HEADER_NAMES = sizeof header_names / sizeof *header_names };

/* behind what means nothing inside a header: 申請 番号, application-id */
static const char *behind_gaps(const char *at) {
  return at + strspn(at, " \t\r\n_-");
}

/* nothing but what forms mark a column with: 申請番号※, 申請番号(必須): */
static bool is_mark(const char *at) {
  static const char *const marks[] = {"(必須)", "※", "*", ":", " "};
  while (*at) {
    size_t i = 0, length = 0;
    for (; i < sizeof marks / sizeof *marks && length == 0; i++)
      if (strncmp(at, marks[i], strlen(marks[i])) == 0)
        length = strlen(marks[i]);
    if (length == 0)
      return false;
    at += length;
  }
  return true;
}

bool header_same(const char *name, const char *given) {
  name = behind_gaps(name);
  given = behind_gaps(given);
  while (*name && *name == *given) {
    name = behind_gaps(name + 1);
    given = behind_gaps(given + 1);
  }
  return *name == '\0' && is_mark(given);
}

const char *header_english(const char *folded) {
  for (int i = 0; i < HEADER_NAMES; i++)
    if (header_same(header_names[i].alias, folded))
      return header_names[i].english;
  return folded;
}

const char *header_allowed(arena *home, const char *english) {
  text all = text_empty(home);
  text_add(&all, english);
  for (int i = 0; i < HEADER_NAMES; i++)
    if (text_same(header_names[i].english, english))
      text_format(&all, ", %s", header_names[i].alias);
  return all.at;
}
