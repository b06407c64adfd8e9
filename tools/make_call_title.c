#include "make_call_title.h"
#include "../engine/policy/country.h"

enum { TOPICS = 10, LANGUAGES = 2 };

static const char *const topics[FIELDS][TOPICS][LANGUAGES] = {
    [FIELD_NATURAL] = {{"perovskite solar cells", "ペロブスカイト太陽電池"},
                       {"earthquake-resistant structures", "耐震構造"},
                       {"coral reef ecology", "サンゴ礁生態学"},
                       {"tropical infectious diseases", "熱帯感染症"},
                       {"water treatment membranes", "水処理膜"},
                       {"rice breeding", "イネの育種"},
                       {"synchrotron X-ray analysis", "放射光X線分析"},
                       {"biomass energy", "バイオマスエネルギー"},
                       {"small satellites", "超小型衛星"},
                       {"rare metal recycling", "レアメタルの再資源化"}},
    [FIELD_HUMANITIES] =
        {{"conservation of wooden heritage", "木造文化財の保存科学"},
         {"digital archives of manuscripts", "古文書のデジタルアーカイブ"},
         {"documentation of minority languages", "少数言語の記録"},
         {"archaeological dating", "考古年代測定"},
         {"history of technology", "技術史"},
         {"science museums and the public", "科学館と市民"},
         {"ethics of biotechnology", "生命工学の倫理"},
         {"acoustics of traditional instruments", "伝統楽器の音響"},
         {"comparative education", "比較教育学"},
         {"landscape and memory", "景観と記憶"}},
    [FIELD_SOCIAL] = {{"disaster preparedness in cities", "都市の防災"},
                      {"ageing and community care", "高齢社会と地域ケア"},
                      {"rural transport planning", "地方の交通計画"},
                      {"waste separation and behaviour", "ごみ分別と行動変容"},
                      {"fisheries co-management", "漁業の共同管理"},
                      {"evidence for school policy", "学校政策の実証研究"},
                      {"economics of carbon pricing", "炭素価格の経済学"},
                      {"public health statistics", "公衆衛生統計"},
                      {"tourism after disasters", "災害後の観光"},
                      {"start-ups from universities", "大学発ベンチャー"}},
    [FIELD_ICT] = {{"machine learning for medical images",
                    "医用画像の機械学習"},
                   {"\"smart\" greenhouses", "「スマート」温室"},
                   {"speech recognition for small languages",
                    "小規模言語の音声認識"},
                   {"robot vision", "ロボットビジョン"},
                   {"cyber security exercises", "サイバーセキュリティ演習"},
                   {"wireless sensor networks", "無線センサネットワーク"},
                   {"quantum computing", "量子計算"},
                   {"semiconductor circuit design", "半導体回路設計"},
                   {"remote sensing of forests", "森林のリモートセンシング"},
                   {"digital twins of factories", "工場のデジタルツイン"}},
};

/* topic between the first two pieces, countries between the last two; the
 * Japanese ones name the countries first */
static const char *const frames[PLAN_KINDS][LANGUAGES][3] = {
    [PLAN_EXPERIENCE] = {{"Learning ", " with young people from ", ""},
                         {"", "の若手と学ぶ", "の最前線"}},
    [PLAN_RESEARCH] = {{"Joint research on ", " with partners in ", ""},
                       {"", "との", "に関する共同研究"}},
    [PLAN_TRAINING] = {{"Training in ", ", hosted for guests from ", ""},
                       {"", "の技術者のための", "研修"}},
    [PLAN_YEAR] = {{"A year of exchange on ", ": ", ""},
                   {"", "との", "の通年交流"}},
    [PLAN_DIRECT] = {{"Special programme on ", " for guests from ", ""},
                     {"", "からの招へい者のための", "特別プログラム"}},
    [PLAN_ONLINE] = {{"Online seminars on ", ", joined from ", ""},
                     {"", "と結ぶ", "オンライン講座"}},
};

static bool is_named_before(const plan *p, int index) {
  for (int i = 0; i < index; i++)
    if (p->parties[i].origin == p->parties[index].origin)
      return true;
  return false;
}

static void add_countries(text *to, const plan *p, bool japanese) {
  for (int i = 0; i < p->party_count; i++) {
    if (is_named_before(p, i))
      continue;
    const char *const code = world_origin(p->parties[i].origin)->code;
    if (i > 0)
      text_add(to, japanese ? "・" : " and ");
    text_add(to, country_name(country_find(code), japanese));
  }
}

static void add_language(text *to, const plan *p, int64_t topic,
                         bool japanese) {
  const char *const *const frame = frames[p->kind][japanese];
  const char *const of = topics[p->field][topic][japanese];
  text_add(to, frame[0]);
  if (japanese)
    add_countries(to, p, true);
  else
    text_add(to, of);
  text_add(to, frame[1]);
  if (japanese)
    text_add(to, of);
  else
    add_countries(to, p, false);
  text_add(to, frame[2]);
}

/* Nine in twenty speak one language each, the rest both. */
void title_add(text *to, const plan *p, const world *w) {
  random_source from = draw_stream(w->seed, STREAM_TITLE, p->number);
  const int64_t topic = random_between(&from, 0, TOPICS - 1);
  const int64_t choice = random_between(&from, 1, 20);
  if (choice <= 11)
    add_language(to, p, topic, true);
  if (choice == 10 || choice == 11)
    text_add(to, " / ");
  if (choice >= 10)
    add_language(to, p, topic, false);
}
