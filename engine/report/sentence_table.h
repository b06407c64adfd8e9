/* Every sentence the program says about a call, in each of its languages, in
 * the order report/ uses them. {0} to {3} stand for values; both languages use
 * the same ones (a test holds). X(code, English, Japanese) */
#ifndef SAITAKU_REPORT_SENTENCE_TABLE_H
#define SAITAKU_REPORT_SENTENCE_TABLE_H

/* clang-format off */
#define SENTENCE_TABLE(X) \
  /* what is wrong with a file; {0} column, {1} seen, {2} allowed */ \
  X(COMPLAINT_FILE_MISSING, \
    "the file is missing", \
    "ファイルがありません") \
  X(COMPLAINT_FILE_OTHER_NAME, \
    "the file is missing, but {1} is there: save it as CSV under this " \
    "name", \
    "ファイルがありません。{1} はあります。この名前の CSV として保存し直" \
    "してください") \
  X(COMPLAINT_FILE_FOLDER, \
    "this is a folder, not a file", \
    "ファイルではなくフォルダです") \
  X(COMPLAINT_FILE_DEVICE, \
    "this is a device or a pipe, not a file", \
    "ファイルではなくデバイスかパイプです") \
  X(COMPLAINT_FILE_TOO_LARGE, \
    "the file has {1} bytes; allowed: at most {2}", \
    "ファイルの大きさが {1} バイトです（上限：{2} バイト）") \
  X(COMPLAINT_FILE_FOREIGN, \
    "the file is {1}, not CSV; save the sheet as CSV (UTF-8)", \
    "CSV ではなく {1} のファイルです。「CSV UTF-8（コンマ区切り）」で保存" \
    "し直してください") \
  X(COMPLAINT_FILE_EMPTY, \
    "the file is empty; it needs a header row", \
    "空のファイルです。見出し行が必要です") \
  X(COMPLAINT_BYTE_NUL, \
    "a NUL byte ({1}), which is in no text; allowed: text in UTF-8 or " \
    "CP932", \
    "NUL バイト（{1}）があります。使えるのは UTF-8 か CP932 の文字だけで" \
    "す") \
  X(COMPLAINT_BYTE_BAD, \
    "byte {1} is not text; bytes that do not fit: {2}; the encoding " \
    "named first was taken", \
    "バイト {1} は文字として読めません（合わないバイトの数：{2}。先に挙げ" \
    "た文字コードとみなしました）") \
  X(COMPLAINT_TAKEN_AS_CP932, \
    "taken as CP932, the encoding of Excel in Japanese", \
    "CP932（日本語版 Excel の文字コード）とみなして読みました") \
  X(COMPLAINT_SEPARATOR, \
    "the cells are separated by \"{1}\"; allowed: \"{2}\"", \
    "セルが「{1}」で区切られています（使える区切り：「{2}」）") \
  X(COMPLAINT_QUOTE_OPEN, \
    "the quote that opens here is never closed: {1}", \
    "ここで始まる引用符が閉じていません：{1}") \
  X(COMPLAINT_QUOTE_INSIDE, \
    "a quote out of place in the cell that begins at {2}: {1}; allowed: " \
    "quotes around the whole cell, those inside it doubled", \
    "{2} から始まるセルの引用符の位置が正しくありません：{1}（引用符はセ" \
    "ル全体を囲み、中の引用符は二つ重ねる）") \
  X(COMPLAINT_CELLS_MORE, \
    "the row has {1} cells, the header row {2}; a cell with a comma in " \
    "it needs quotes around it", \
    "この行のセルは {1} 個、見出し行は {2} 個です（コンマを含むセルは引用" \
    "符で囲む）") \
  X(COMPLAINT_CELLS_FEWER, \
    "the row has {1} cells, the header row {2}; required cells are missing", \
    "この行のセルは {1} 個、見出し行は {2} 個です。必要なセルがありません") \
  X(COMPLAINT_CELLS_LEFT_OUT, \
    "the row has {1} cells, the header row {2}; the others were taken as " \
    "empty", \
    "この行のセルは {1} 個、見出し行は {2} 個です。残りは空とみなしました") \
  X(COMPLAINT_CELLS_TOO_MANY, \
    "the row has too many cells; allowed: at most {2}", \
    "この行のセルが多すぎます（上限：{2} 個）") \
  X(COMPLAINT_ROWS_TOO_MANY, \
    "the file has too many rows; allowed: at most {2}", \
    "行が多すぎます（上限：{2} 行）") \
  X(COMPLAINT_ROWS_NONE, \
    "there is a header row and nothing below it", \
    "見出し行の下にデータがありません") \
  X(COMPLAINT_ROW_OF_TOTALS, \
    "a row of totals, \"{1}\": remove it, each row must stand for itself", \
    "集計の行「{1}」です。削除してください") \
  X(COMPLAINT_HEADER_MISSING, \
    "the first row names no column of this file: {1}; needed: {2}", \
    "最初の行が見出しではありません：{1}（必要な列：{2}）") \
  X(COMPLAINT_HEADER_BELOW, \
    "the header row stands here; remove what stands above it: {1}", \
    "見出し行がここにあります。上の行を削除してください：{1}") \
  X(COMPLAINT_COLUMN_MISSING, \
    "column {0} is missing; the header row has {1}; it may be called {2}", \
    "列「{0}」がありません。見出し行：{1}（使える名前：{2}）") \
  X(COMPLAINT_COLUMN_TWICE, \
    "column {0} is there twice: \"{1}\"; first at {2}", \
    "列「{0}」が二度あります：「{1}」（最初の場所：{2}）") \
  X(COMPLAINT_COLUMN_UNKNOWN, \
    "column \"{1}\" is not known and was ignored", \
    "列「{1}」は未知のため無視しました") \
  X(COMPLAINT_VALUE_MISSING, \
    "{0} is empty; it must be filled in", \
    "「{0}」が空です。記入が必要です") \
  X(COMPLAINT_VALUE_BAD, \
    "{0} is \"{1}\"", \
    "「{0}」の値「{1}」は使えません") \
  X(COMPLAINT_FORMULA_ERROR, \
    "{0} is \"{1}\", the error of a spreadsheet's formula and no value", \
    "「{0}」の「{1}」は表計算の数式エラーで、値ではありません") \
  X(COMPLAINT_NUMBER_HIDDEN, \
    "{0} is \"{1}\": the spreadsheet's column was too narrow, the value " \
    "is lost", \
    "「{0}」が「{1}」です。表計算の列の幅が狭く、値が失われています") \
  X(COMPLAINT_NUMBER_SHORTENED, \
    "{0} is \"{1}\": a spreadsheet has shortened it, digits are lost", \
    "「{0}」の「{1}」は表計算が短く書き換えたもので、桁が失われています") \
  X(COMPLAINT_NUMBER_AS_TEXT, \
    "{0} is \"{1}\": a spreadsheet's apostrophe stands in front of it", \
    "「{0}」の「{1}」は、表計算のアポストロフィが先頭に付いています") \
  X(COMPLAINT_NUMBER_AS_DATE, \
    "{0} is \"{1}\": a spreadsheet has made a date of it", \
    "「{0}」の「{1}」は、表計算が日付に書き換えたものです") \
  X(COMPLAINT_DATE_AS_NUMBER, \
    "{0} is \"{1}\": a spreadsheet has made a number of the date {2}; " \
    "allowed: 2025-07-04, 2025/7/4", \
    "「{0}」の「{1}」は、表計算が日付 {2} を数値に書き換えたものです（使" \
    "える値：2025-07-04, 2025/7/4）") \
  X(COMPLAINT_KEY_TWICE, \
    "{0} \"{1}\" is there twice; first at {2}", \
    "「{0}」の「{1}」が重複しています。最初の場所：{2}") \
  X(COMPLAINT_ID_UNKNOWN, \
    "{0} \"{1}\" is not in {2}", \
    "「{0}」の「{1}」は {2} にありません") \
  X(COMPLAINT_ID_LOST_ZEROS, \
    "{0} \"{1}\" is not known; it is {2} without the leading zeros", \
    "「{0}」の「{1}」は見つかりません。{2} の先頭の 0 が失われたものです") \
  X(COMPLAINT_ID_KEPT_ZEROS, \
    "{0} \"{1}\" is not known; {2} is the same without the leading zeros", \
    "「{0}」の「{1}」は見つかりません。{2} は、その先頭の 0 が失われたも" \
    "のです") \
  X(COMPLAINT_ID_SPELLING, \
    "{0} \"{1}\" is not known, but {2} is, in another spelling", \
    "「{0}」の「{1}」は見つかりません。表記の異なる {2} があります") \
  X(COMPLAINT_VALUES_DIFFER, \
    "{0} is {1} here but {2} elsewhere", \
    "「{0}」がここでは {1}、ほかでは {2} で、一致しません") \
  X(COMPLAINT_ALLOWED, \
    "; allowed: {0}", \
    "（使える値：{0}）") \
  X(COMPLAINTS_UNLISTED, \
    "{0} more complaints are not listed", \
    "このほか {0} 件の不備は表示していません") \
  /* gates: {0} seen, {1} allowed */ \
  X(GATE_DELEGATION, \
    "no delegation is listed", \
    "派遣される人の記載がない") \
  X(GATE_STRAND_COURSE, \
    "strand or course \"{0}\" is not offered; offered: {1}", \
    "区分・コース「{0}」は対象外（対象：{1}）") \
  X(GATE_DAYS, \
    "{0} days; allowed: {1}", \
    "期間 {0} 日（上限：{1} 日）") \
  X(GATE_PEOPLE, \
    "{0} people; allowed: {1}", \
    "人数 {0} 人（上限：{1} 人）") \
  X(GATE_ALL_PEOPLE_IN, \
    "people of {0}; all must be in {1}", \
    "{0} からの参加者がいる（全員が {1} に属すること）") \
  X(GATE_FIRST_VISIT, \
    "not a first visit ({0})", \
    "初めての訪日ではない（{0}）") \
  X(GATE_AGE, \
    "oldest guest past the age limit ({0}); allowed: {1}", \
    "年齢の上限を超える（{0}、上限：{1}）") \
  X(GATE_ROLE, \
    "role not invited ({0}); invited: {1}", \
    "対象外の身分（{0}、対象：{1}）") \
  X(GATE_FIELD, \
    "field {0}; allowed: {1}", \
    "分野 {0}（対象：{1}）") \
  X(GATE_REVIEWS, \
    "complete reviews: {0}; needed: {1}", \
    "有効な評価 {0} 件（必要：{1}）") \
  X(GATE_HOST_EXCESS, \
    "the host has too many applications ({0}); allowed: {1}", \
    "受入機関の申請が多すぎる（{0}、上限：{1}）") \
  X(GATE_COST_HEAD, \
    "costs that may not be paid were taken off, from {0}; left: {1}", \
    "支出できない費目を除いた（{0}、残り：{1}）") \
  X(GATE_ADMIN_PERCENT, \
    "administration above its share was taken off, from {0}; left: {1}", \
    "管理費の超過分を除いた（{0}、残り：{1}）") \
  X(GATE_THRESHOLD_CRITERION, \
    "score of one criterion {0}; needed: {1} ({2})", \
    "項目別の評点 {0}（基準：{1}、{2}）") \
  X(GATE_THRESHOLD, \
    "score {0}; needed: {1}", \
    "評点 {0}（基準：{1}）") \
  X(GATE_GROUPS_APART, \
    "{0} separate groups of plans share no reviewer: scores are comparable " \
    "within a group only; merit is by: {1}", \
    "評価者を共有しない {0} 個のまとまりに分かれている。点数を比べられるのは" \
    "まとまりの中だけである。評点の決め方：{1}") \
  X(GATE_NOT_CALIBRATED, \
    "the scores cannot be calibrated ({0}); merit is by: {1}", \
    "点数を補正できない（{0}）。評点の決め方：{1}") \
  X(GATE_ENVELOPE, \
    "this group of plans has {1} yen of the budget; its plans ask for {0} yen " \
    "({2})", \
    "このまとまりの予算枠は {1} 円、計画の希望額は合計 {0} 円（{2}）") \
  X(GATE_ENVELOPE_SHORT, \
    "this group of plans has {1} yen of the budget, less than the {0} yen of " \
    "its cheapest plan: none of its plans can be adopted ({2})", \
    "このまとまりの予算枠 {1} 円は最も安い計画の {0} 円に足りず、どの計画も" \
    "採択できない（{2}）") \
  X(GATE_NOT_TESTED, \
    "not tested for {0} of {1} applications: nothing is stated ({2})", \
    "{1} 件中 {0} 件は記載がなく確認していない（{2}）") \
  /* gates in tables; in English the codes of findings.csv */ \
  X(WORD_DELEGATION, "delegation", "派遣") \
  X(WORD_STRAND_COURSE, "strand_course", "区分・コース") \
  X(WORD_DAYS, "days", "期間") \
  X(WORD_PEOPLE, "people", "人数") \
  X(WORD_ALL_PEOPLE_IN, "all_people_in", "参加国") \
  X(WORD_FIRST_VISIT, "first_visit", "初めての訪日") \
  X(WORD_AGE, "age", "年齢") \
  X(WORD_ROLE, "role", "身分") \
  X(WORD_FIELD, "field", "分野") \
  X(WORD_REVIEWS, "reviews", "評価の数") \
  X(WORD_HOST_EXCESS, "host_excess", "受入機関の申請数") \
  X(WORD_COST_HEAD, "cost_head", "費目") \
  X(WORD_ADMIN_PERCENT, "admin_percent", "管理費") \
  X(WORD_THRESHOLD_CRITERION, "threshold_criterion", "項目別の基準") \
  X(WORD_THRESHOLD, "threshold", "評点の基準") \
  X(WORD_GROUPS_APART, "groups_apart", "評価者のまとまり") \
  X(WORD_NOT_CALIBRATED, "not_calibrated", "点数の補正") \
  X(WORD_ENVELOPE, "envelope", "予算枠") \
  X(WORD_ENVELOPE_SHORT, "envelope_short", "予算枠の不足") \
  X(WORD_ONLY_EMPTY, "only_empty_set", "採択案なし") \
  X(FINDING_ONLY_EMPTY, \
    "only the empty set is permitted; what leaves no room: {0}", \
    "許容されるのは「採択なし」だけである。その原因：{0}") \
  X(DROP_CONFLICT, "conflict of interest", "利益相反") \
  X(DROP_CONFLICT_REASON, \
    "conflict of interest: {0}", \
    "利益相反：{0}") \
  X(DROP_INCOMPLETE, \
    "no score for: {0}", \
    "評点のない項目：{0}") \
  /* why a plan is in or out */ \
  X(REASON_SELECTED, \
    "In the best permitted set.", \
    "最良の採択案に入る。") \
  X(REASON_SELECTED_UNPROVED, \
    "In the best set found; not proved to be the best.", \
    "見つかった中で最良の採択案に入る（最良であることは未証明）。") \
  X(REASON_SELECTED_RANK, \
    "Taken in rank order.", \
    "順位順の採択で入る。") \
  X(REASON_OVERRIDE_IN, \
    "Adopted by decision of {0}: {1}.", \
    "{0}の決定により採択：{1}。") \
  X(REASON_OVERRIDE_OUT, \
    "Left out by decision of {0}: {1}.", \
    "{0}の決定により不採択：{1}。") \
  X(REASON_NOT_ADMITTED, \
    "Not admitted: {0}.", \
    "応募要件を満たさない：{0}。") \
  X(REASON_BELOW_THRESHOLD, \
    "Below a threshold: {0}.", \
    "基準点に達しない：{0}。") \
  X(REASON_NO_SCORE, \
    "No review of it counts.", \
    "有効な評価がない。") \
  X(REASON_DISPLACED, \
    "Added to the adopted set it would exceed or miss: {0}.", \
    "採択案に加えると、次に反する：{0}。") \
  X(REASON_DISPLACED_WORTH, \
    "Added to the adopted set it would make the set worth less.", \
    "採択案に加えると、全体の評価値が下がる。") \
  X(REASON_DISPLACED_COST, \
    "Added to the adopted set it would make the set worth less: it costs {0}.", \
    "採択案に加えると、全体の評価値が下がる（減点：{0}）。") \
  X(COST_RULE, "{0} points by rule {1}", "規則 {1} により {0} 点") \
  X(COST_RULE_KEY, "{0} points by rule {1} for {2}", \
    "規則 {1} の {2} により {0} 点") \
  X(REASON_TIED, \
    "Tied: an equally good set holds it; a tie rule decided.", \
    "同等：これを含む同じ良さの採択案があり、同点時の規則で決まった。") \
  X(REASON_NOT_REACHED, \
    "No set was found.", \
    "採択案が得られていない。") \
  X(REASON_NOT_REACHED_STOPPED, \
    "The search stopped before it was tried in the set.", \
    "この計画を試す前に探索を止めた。") \
  X(BREACH_BUDGET, "the budget by {0}", "予算（{0}超過）") \
  X(BREACH_RULE, "rule {1} by {0}", "規則 {1}（{0}）") \
  X(BREACH_RULE_KEY, "rule {1} for {2} by {0}", "規則 {1} の {2}（{0}）") \
  X(BREACH_AIM, "aim {1} by {0}", "目標 {1}（{0}）") \
  X(BREACH_AIM_KEY, "aim {1} for {2} by {0}", "目標 {1} の {2}（{0}）") \
  X(BREACH_RESERVED, "the money reserved for {1} by {0}", \
    "{1} のための留保額（{0}）") \
  X(BREACH_ENVELOPE, "the envelope of group {1} by {0}", \
    "まとまり {1} の予算枠（{0}超過）") \
  X(BREACH_OVERRIDE, "the decision on {1}", "{1} についての決定") \
  X(LIST_GAP, "; ", "、") \
  /* units */ \
  X(UNIT_AWARDS, "{0} plans", "{0} 件") \
  X(UNIT_AWARDS_ONE, "{0} plan", "{0} 件") \
  X(UNIT_PEOPLE, "{0} people", "{0} 人") \
  X(UNIT_PEOPLE_ONE, "{0} person", "{0} 人") \
  X(UNIT_YEN, "{0} yen", "{0} 円") \
  X(UNIT_COUNTRIES, "{0} countries", "{0} か国・地域") \
  X(UNIT_COUNTRIES_ONE, "{0} country", "{0} か国・地域") \
  /* the summary */ \
  X(TITLE, \
    "{0}, fiscal year {1}, round {2}, as of {3}", \
    "{0}　{1}年度　第{2}回　（{3} 現在）") \
  X(HEAD_RESULT, "Result", "結果") \
  X(STATUS_OPTIMAL, \
    "OPTIMAL: proved in exact integers, no permitted set is better.", \
    "最適：これより良い許容される採択案はないことを、整数計算で証明した。") \
  X(STATUS_FEASIBLE, \
    "NOT PROVED: this set is permitted, but the search stopped before the " \
    "best {0} was proved; a better one would be better by at most {1}.", \
    "未証明：この採択案は許容されるが、「{0}」の最良を証明する前に" \
    "探索を止めた。改善の余地は最大で {1}。") \
  X(STATUS_FEASIBLE_OPEN, \
    "NOT PROVED: this set is permitted, but the search stopped before {0} " \
    "was decided.", \
    "未証明：この採択案は許容されるが、「{0}」を決める前に探索を止めた。") \
  X(STATUS_UNKNOWN, \
    "UNKNOWN: the search stopped before it found a permitted set.", \
    "不明：許容される採択案が見つかる前に探索を止めた。") \
  X(STATUS_INFEASIBLE, \
    "INFEASIBLE: proved, no set of plans is permitted. These cannot hold " \
    "together; without any one of them they could:", \
    "実行不能：許容される採択案がないことを証明した。次は同時には" \
    "満たせない（どれか一つを除けば満たせる）：") \
  X(STATUS_INFEASIBLE_ONE, \
    "INFEASIBLE: proved, no set of plans is permitted. What cannot hold:", \
    "実行不能：許容される採択案がないことを証明した。満たせないもの：") \
  X(STATUS_INFEASIBLE_FACTS, \
    "INFEASIBLE: proved, no set of plans is permitted, by the budget and the " \
    "awards alone.", \
    "実行不能：予算と計画の条件だけで、許容される採択案がない。") \
  X(CLASH_RULE, "rule {0}", "規則 {0}") \
  X(CLASH_RESERVED, "the money reserved for {0}", "{0} のための留保額") \
  X(CLASH_ENVELOPE, "the envelope of group {0}", "まとまり {0} の予算枠") \
  X(CLASH_OVERRIDE, "the decision to adopt {0}", "{0} を採択する決定") \
  X(RESULT_WORTH, \
    "worth of the set {0}; proved that no permitted set exceeds {1}", \
    "採択案の評価値 {0}（どの許容される案も {1} を超えないことを証明）") \
  X(RESULT_WORTH_AIMS, \
    "worth of the set {0}; proved that no permitted set that does as well by " \
    "the aims exceeds {1}", \
    "採択案の評価値 {0}（目標を同じだけ満たす許容される案は {1} を" \
    "超えないことを証明）") \
  X(RESULT_WORTH_RANK, \
    "worth of the set {0}; the policy asks for rank order, not for the most " \
    "worth", \
    "採択案の評価値 {0}（規則は順位順を求め、評価値の最大化は求めない）") \
  X(RESULT_WORTH_OPEN, "worth of the set {0}", "採択案の評価値 {0}") \
  X(RESULT_ONCE, \
    "of which {0} once for each country reached", \
    "うち、届いた国・地域ごとに一度の加点 {0}") \
  X(HEAD_MONEY, "Money (yen)", "予算（円）") \
  X(MONEY_BUDGET, "budget", "予算額") \
  X(MONEY_HOLD_BACK, "held back", "留保額") \
  X(MONEY_BASE, "to spend", "使える額") \
  X(MONEY_ADOPTED, "adopted", "採択額") \
  X(MONEY_LEFT, "left", "残額") \
  X(HEAD_PLANS, "Plans and people", "計画と人数") \
  X(PLANS_APPLIED, "applied", "応募") \
  X(PLANS_COMPETING, "competing", "選考対象") \
  X(PLANS_ADOPTED, "adopted", "採択") \
  X(COLUMN_PLANS, "plans", "計画") \
  X(COLUMN_PEOPLE, "people", "人数") \
  X(COLUMN_YEN, "yen", "円") \
  X(COLUMN_COUNTRIES, "countries", "国・地域") \
  X(HEAD_COUNTRIES, \
    "Countries and regions (a plan counts in each of its own)", \
    "国・地域（一つの計画は、その国・地域のそれぞれで数える）") \
  X(COUNTRIES_OTHERS, "{0} others", "ほか {0}") \
  X(HEAD_GROUPS, "Groups of the policy", "規則の定める区分") \
  X(HEAD_RULES, "Rules", "規則") \
  X(COLUMN_RULE, "rule", "規則") \
  X(COLUMN_STRENGTH, "strength", "強さ") \
  X(COLUMN_TIGHTEST, "tightest", "最も厳しい所") \
  X(COLUMN_LIMIT, "limit", "限度") \
  X(COLUMN_VALUE, "value", "実績") \
  X(COLUMN_SLACK, "slack", "余裕") \
  X(COLUMN_KEPT, "kept", "結果") \
  X(STRENGTH_MUST, "must", "必須") \
  X(STRENGTH_AIM, "aim {0}", "目標 {0}") \
  X(STRENGTH_PRICED, "priced", "減点") \
  X(RULE_KEPT, "kept", "達成") \
  X(RULE_MISSED, "missed by {0}", "未達 {0}") \
  X(HEAD_RESERVED, "Reserved money (yen)", "留保した額（円）") \
  X(COLUMN_GROUP, "group", "区分") \
  X(COLUMN_RESERVED, "reserved", "留保額") \
  X(COLUMN_RELEASED, "released", "解除額") \
  X(COLUMN_GROUP_YEN, "adopted in it", "区分の採択額") \
  X(COLUMN_OTHERS_YEN, "for all others", "ほかの採択額") \
  X(COLUMN_OTHERS_LIMIT, "at most", "その上限") \
  X(HEAD_ENVELOPES, \
    "Envelopes of groups of plans that share no reviewer (yen)", \
    "評価者を共有しないまとまりごとの予算枠（円）") \
  X(COLUMN_APART, "group", "まとまり") \
  X(COLUMN_FROM_PLAN, "from plan", "最初の計画") \
  X(COLUMN_COMPETING, "competing", "競争する計画") \
  X(COLUMN_ASKED, "asked", "希望額") \
  X(COLUMN_ENVELOPE, "envelope", "予算枠") \
  X(COLUMN_ADOPTED_YEN, "adopted", "採択額") \
  X(COLUMN_LEFT, "left", "残り") \
  X(ENVELOPE_SHORT, \
    "too small: the cheapest plan takes {0}", \
    "不足：最も安い計画でも {0}") \
  X(ENVELOPES_APART, \
    "set apart for plans put in without a review: {0} yen", \
    "評価なしで採択と決めた計画のために除いた額：{0} 円") \
  X(HEAD_LEVELS, "What was decided, in order", "決めた順") \
  X(COLUMN_LEVEL, "level", "段階") \
  X(COLUMN_OUTCOME, "outcome", "値") \
  X(COLUMN_BOUND, "at best", "最良でも") \
  X(COLUMN_PROVED, "proved", "証明") \
  X(YES, "yes", "はい") \
  X(NO, "no", "いいえ") \
  X(NOT_DECIDED, "not reached", "未着手") \
  X(DECIDED_BY, \
    "Only one set was left after: {0}", \
    "採択案が一つに定まった段階：{0}") \
  X(OBJECTIVE_AIM, "shortfall of aim {0}", "目標 {0} の不足") \
  X(OBJECTIVE_MERIT, "worth of the set", "採択案の評価値") \
  X(OBJECTIVE_MERIT_X_PEOPLE, "worth x people of the set", \
    "採択案の評価値×人数") \
  X(OBJECTIVE_RANK_ORDER, "rank order", "順位順") \
  X(OBJECTIVE_MORE_PEOPLE, "tie: more people", "同点時：人数の多い方") \
  X(OBJECTIVE_MORE_COUNTRIES, "tie: more countries and regions{0}", \
    "同点時：国・地域の多い方{0}") \
  X(OBJECTIVE_FEWER_YEN, "tie: fewer yen", "同点時：金額の少ない方") \
  X(OBJECTIVE_EARLIER_RECEIVED, "tie: earlier received", \
    "同点時：受付の早い方") \
  X(OBJECTIVE_LOT, "tie: lot", "同点時：くじ") \
  X(OBJECTIVE_LEVEL, "tie: larger level", "同点時：大きい段階") \
  X(OBJECTIVE_ID, "tie: smaller id", "同点時：申請番号の小さい方") \
  X(HEAD_RANK_ORDER, \
    "Beside it: the rank-order set", \
    "参考：順位順の採択案") \
  X(RANK_ORDER_SAME, \
    "Taking the plans in rank order gives the same set.", \
    "順位順に採っても同じ採択案になる。") \
  X(RANK_ORDER_NONE, \
    "The search stopped before the rank-order set was found.", \
    "順位順の採択案が求まる前に探索を止めた。") \
  X(COLUMN_PROPOSED, "proposed", "提案") \
  X(COLUMN_BY_RANK, "rank order", "順位順") \
  X(COLUMN_DIFFERENCE, "difference", "差") \
  X(ROW_WORTH, "worth", "評価値") \
  X(HEAD_DIFFERENT, "Plans that differ", "異なる計画") \
  X(COLUMN_PLAN, "plan", "計画") \
  X(COLUMN_RANK, "merit rank", "評点順位") \
  X(COLUMN_ORDER, "selection order", "選考順") \
  X(COLUMN_WORTH, "worth", "評価値") \
  X(MORE_LINES, "and {0} more, in decision.json", "ほか {0} 件は decision.json にある") \
  X(HEAD_PRESENCE, \
    "Plans in the best sets", \
    "最良の採択案に入る計画") \
  X(PRESENCE_BEST, "best worth", "最良の評価値") \
  X(PRESENCE_NEAR, "{0} or more", "{0} 以上") \
  X(COLUMN_SETS, "sets", "案の数") \
  X(COLUMN_IN_ALL, "in all", "すべてに入る") \
  X(COLUMN_IN_SOME, "in some", "一部に入る") \
  X(COLUMN_IN_NONE, "in none", "入らない") \
  X(COLUMN_NOT_KNOWN, "not known", "不明") \
  X(COLUMN_THOSE_IN_SOME, "those in some", "一部に入る計画") \
  X(PRESENCE_MANY, \
    "Very many sets have the best worth; --within 0 looks for the plans that " \
    "are in all of them.", \
    "最良の評価値の採択案は非常に多い。--within 0 で、すべてに入る計画を調べ" \
    "られる。") \
  X(PRESENCE_WITHIN, \
    "Sets with a worth of {0} or more are at most {1} % below the best.", \
    "評価値 {0} 以上の採択案は、最良との差が {1} % 以内である。") \
  X(PRESENCE_STOPPED, \
    "The search stopped before every plan was looked at.", \
    "すべての計画を調べる前に探索を止めた。") \
  X(PRESENCE_BY_RANK, \
    "The set is taken in rank order, so no set is near it by worth: --within " \
    "tells nothing.", \
    "順位順に採るため、評価値の近い採択案はない（--within は使われない）。") \
  X(HEAD_ALTERNATIVES, "The next best sets", "次に良い採択案") \
  X(ALTERNATIVES_STOPPED, \
    "The search stopped before the next best set was found.", \
    "次に良い採択案が見つかる前に探索を止めた。") \
  X(ALTERNATIVES_OPEN, \
    "not proved to be the next best: the search stopped", \
    "次に良いことは未証明：探索を止めた") \
  X(COLUMN_ADDED, "more in it", "加わる計画") \
  X(COLUMN_REMOVED, "no more in it", "外れる計画") \
  X(HEAD_OVERRIDES, "Recorded decisions on single plans", "個別の決定") \
  X(COLUMN_DECISION, "decision", "決定") \
  X(COLUMN_BY, "by", "決定者") \
  X(COLUMN_ON, "on", "日付") \
  X(COLUMN_WHY, "reason", "理由") \
  X(DECISION_IN, "in", "採択") \
  X(DECISION_OUT, "out", "不採択") \
  X(HEAD_FINDINGS, "Findings", "確認事項") \
  X(FINDINGS_NONE, "No findings.", "確認事項はない。") \
  X(COLUMN_GATE, "gate", "要件") \
  X(COLUMN_FAIL, "fail", "不適合") \
  X(COLUMN_CORRECTABLE, "corrected", "是正") \
  X(COLUMN_NOTE, "note", "注記") \
  X(WRITTEN, \
    "Written to {0}: adoption.csv, decision.json, findings.csv, proof", \
    "出力先 {0}：adoption.csv、decision.json、findings.csv、proof（証明書）") \
  /* check */ \
  X(CHECK_COUNTS, \
    "{0} applications: {1} as they are, {2} corrected, {3} fail", \
    "応募 {0} 件：そのまま {1}、是正 {2}、不適合 {3}") \
  X(CALL_AS_A_WHOLE, "the call", "募集全体") \
  X(COLUMN_FINDING, "finding", "内容") \
  X(COLUMN_CITES, "policy", "規定") \
  X(COLUMN_VERDICT, "verdict", "判定") \
  X(HEAD_DROPPED, "Reviews not counted", "数えない評価") \
  X(COLUMN_REVIEWER, "reviewer", "評価者") \
  X(HEAD_NOTES, "Notes on the files", "ファイルについて") \
  X(HEAD_FILES, "Files read", "読んだファイル") \
  X(COLUMN_FILE, "file", "ファイル") \
  X(COLUMN_ROWS, "rows", "行") \
  /* verify: what was looked at; {1} differences */ \
  X(VERIFY_SAME_INPUTS, "inputs: {0} files, as recorded", \
    "入力：{0} ファイル、記録のとおり") \
  X(VERIFY_DIFFER_INPUTS, "inputs: {1} not as recorded", \
    "入力：記録と異なるもの {1} 件") \
  X(VERIFY_LEFT_INPUTS, "inputs: not looked at", "入力：確かめていません") \
  X(VERIFY_SAME_RECOUNT, \
    "recount: {0} plans, {2} rules, {3} figures: no difference", \
    "数え直し：{0} 計画、{2} 規則、{3} 個の数字、相違なし") \
  X(VERIFY_DIFFER_RECOUNT, \
    "recount: {0} plans, {2} rules, {3} figures: {1} differ", \
    "数え直し：{0} 計画、{2} 規則、{3} 個の数字、相違 {1} 件") \
  X(VERIFY_LEFT_RECOUNT, \
    "recount: the tables cannot be read as they are now", \
    "数え直し：今の表は読めません") \
  X(VERIFY_SAME_FILES, \
    "files: adoption.csv, findings.csv and decision.json are what the set " \
    "comes to", \
    "出力：adoption.csv、findings.csv、decision.json は採択案のとおり") \
  X(VERIFY_DIFFER_FILES, \
    "files: not what the set comes to (differences: {1})", \
    "出力：採択案と異なります（相違 {1} 件）") \
  X(VERIFY_LEFT_FILES, \
    "files: not written again, for the recount differs", \
    "出力：数え直しに相違があるため、作り直していません") \
  X(VERIFY_SAME_PROGRAM, "program: as stated in the proof", \
    "計画問題：証明書に書かれたとおり") \
  X(VERIFY_DIFFER_PROGRAM, \
    "program: the proof states another one (differences: {1})", \
    "計画問題：証明書のものと異なります（相違 {1} 件）") \
  X(VERIFY_LEFT_PROGRAM, "program: not compared", \
    "計画問題：比べていません") \
  X(VERIFY_SAME_PROOF, "proof: holds ({0})", "証明：成立（{0}）") \
  X(VERIFY_DIFFER_PROOF, "proof: does not show what was decided", \
    "証明：決定を証明していません") \
  X(VERIFY_LEFT_PROOF, \
    "proof: none; nothing was claimed best, for the search was stopped", \
    "証明：なし。探索が途中で終わったため、最善とは主張されていません") \
  X(VERIFY_ALONE, \
    "only the proof was checked: not whether it is about a call, its inputs " \
    "and its decision", \
    "証明だけを確かめました。募集、入力、決定についての証明かどうかは確かめ" \
    "ていません") \
  X(HEAD_DIFFERENCES, "Differences", "相違") \
  X(VERIFY_MORE, "and {0} more; --json lists them all", \
    "ほか {0} 件（--json ですべて表示）") \
  X(VERIFY_HOLDS, "Everything checked holds.", \
    "確かめたことはすべて成り立ちます。") \
  X(VERIFY_FAILS, "It does not hold; differences: {0}", \
    "成り立ちません。相違 {0} 件") \
  /* verify: a difference; {0} subject, {1} field, {2} recorded, {3} now */ \
  X(VERIFY_INPUT_CHANGED, \
    "{0} was changed: recorded SHA-256 {2}, now {3}", \
    "{0} が変わっています：記録の SHA-256 {2}、今は {3}") \
  X(VERIFY_INPUT_MISSING, "{0} is gone: recorded SHA-256 {2}", \
    "{0} がありません：記録の SHA-256 {2}") \
  X(VERIFY_INPUT_ADDED, "{0} was added: SHA-256 {3}", \
    "{0} は記録にありません：SHA-256 {3}") \
  X(VERIFY_SET, "the set, {1}: recorded {2}, recounted {3}", \
    "採択案の {1}：記録 {2}、数え直すと {3}") \
  X(VERIFY_PLAN, "plan {0}, {1}: recorded {2}, recounted {3}", \
    "計画 {0} の {1}：記録 {2}、数え直すと {3}") \
  X(VERIFY_RULE, "rule {0}, {1}: recorded {2}, recounted {3}", \
    "規則 {0} の {1}：記録 {2}、数え直すと {3}") \
  X(VERIFY_RESERVED, \
    "money reserved for {0}, {1}: recorded {2}, recounted {3}", \
    "{0} の確保額の {1}：記録 {2}、数え直すと {3}") \
  X(VERIFY_COUNTRY, "country {0}, {1}: recorded {2}, recounted {3}", \
    "国 {0} の {1}：記録 {2}、数え直すと {3}") \
  X(VERIFY_LEVEL, "objective {0}, {1}: recorded {2}, recounted {3}", \
    "目的 {0} の {1}：記録 {2}、数え直すと {3}") \
  X(VERIFY_RANK_ORDER, \
    "the set by rank, {1}: recorded {2}, recounted {3}", \
    "順位順の案の {1}：記録 {2}、数え直すと {3}") \
  X(VERIFY_CALIBRATED, \
    "plan {0}, {1} by the mixed model: recorded {2}, computed here {3}", \
    "計画 {0} の {1}（混合モデル）：記録 {2}、ここで計算すると {3}") \
  X(VERIFY_MISSING, "{0} is not in the record ({1})", \
    "{0} が記録（{1}）にありません") \
  X(VERIFY_UNKNOWN, "the record has {1} {2} for \"{0}\", which is unknown", \
    "記録の {1} {2}（「{0}」）は未知のものです") \
  X(VERIFY_NOT_COMPETING, \
    "plan {0} is adopted ({2}), though gates or thresholds keep it out", \
    "計画 {0} は採択（{2}）ですが、要件か基準点を満たしません") \
  X(VERIFY_OVERRIDE_BROKEN, \
    "plan {0} is put in by a recorded decision (level {3}), but stands at {2}", \
    "計画 {0} は決定により採択（段階 {3}）のはずですが、記録は {2}") \
  X(VERIFY_BUDGET_BROKEN, \
    "the set takes {2} yen, more than the {3} there are", \
    "採択案は {2} 円で、使える {3} 円を超えています") \
  X(VERIFY_RULE_BROKEN, "the set misses rule {0} by {2}", \
    "採択案は規則 {0} を {2} 満たしません") \
  X(VERIFY_RESERVED_BROKEN, \
    "others than {0} take {2} yen of the {3} left beside what is reserved", \
    "{0} 以外が {2} 円で、確保額を除いた {3} 円を超えています") \
  X(VERIFY_ENVELOPE_BROKEN, \
    "the plans of {0} take {2} yen, more than the {3} of their envelope", \
    "{0} の計画は {2} 円で、予算枠の {3} 円を超えています") \
  X(VERIFY_ADOPTION, \
    "adoption.csv, {0}, {1}: {2} there, {3} by decision.json", \
    "adoption.csv の {0}、{1}：{2}、decision.json では {3}") \
  X(VERIFY_RECORD, "decision.json, {0}: recorded {2}, by its own set {3}", \
    "decision.json の {0}：記録 {2}、採択案からは {3}") \
  X(VERIFY_CLAIM, \
    "decision.json: its clash, set by rank or alternatives are none of this " \
    "program", \
    "decision.json の矛盾、順位順の案、次点案がこの計画問題のものではありま" \
    "せん") \
  X(VERIFY_FILE_LINE, "{0}, line {1}: {2} there, {3} when written again", \
    "{0} の {1} 行目：{2}、作り直すと {3}") \
  X(VERIFY_FILE_MISSING, "{0} is missing", "{0} がありません") \
  X(VERIFY_PROGRAM_LINE, \
    "proof, line {0}: it states {2}, the call comes to {3}", \
    "証明書の {0} 行目：{2}、募集からは {3}") \
  X(VERIFY_PROOF_INPUT, "proof, line {0}: it names {2}, there is {3}", \
    "証明書の {0} 行目：入力は {2}、実際は {3}") \
  X(VERIFY_PROOF_SET, \
    "proof, {0}: {2} in the set proved, {3} in the set recorded", \
    "証明書の {0}：証明された案では {2}、記録の案では {3}") \
  X(VERIFY_PROOF_DIGEST, \
    "the proof is not as it was written: it ends in {2}, its bytes give {3}", \
    "証明書は書かれたままではありません：末尾は {2}、実際は {3}") \
  X(VERIFY_PROOF_MISSING, \
    "the record claims \"{2}\", but there is no file {0}", \
    "記録は {2} と主張していますが、{0} がありません") \
  X(VERIFY_PROOF_REFUTED, "the proof does not hold: {2}", \
    "証明が成り立ちません：{2}")
/* clang-format on */

#endif
