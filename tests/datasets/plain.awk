# One table of datasets/excel-cp932, already in UTF-8, as a program would have
# written it: LF, English headers, ASCII digits, no marks in numbers, ISO dates,
# yes and no, no empty rows or columns. Run with LC_ALL=C: text is bytes here.
BEGIN {
  n = split("申請番号 application_id 受入機関番号 host_id 受入機関種別 host_type " \
            "申請額（円） yen 金額（円） yen コース course 実施日数 days " \
            "交流計画名 title 研究分野 field 国内移動距離（km） domestic_km " \
            "受付日 received_on 国・地域 country 招へい人数 people 人数 people " \
            "送り出し機関番号 sender_id 送出し機関番号 sender_id " \
            "引率者数 leaders 最高年齢 oldest_age 初来日 first_visit 身分 role " \
            "費目 head 委員番号 reviewer_id 審査項目 criterion 評点 score " \
            "年度 fiscal_year 理由 reason 決定 decision 決定者 decided_by " \
            "決定日 decided_on", word, " ")
  for (i = 1; i < n; i += 2) english[word[i]] = word[i + 1]
  for (i = 0; i < 10; i++) ascii[sprintf("\357\274%c", 144 + i)] = i ""
  for (i = 1; i <= 26; i++)
    ascii[sprintf("\357\274%c", 160 + i)] = substr("ABCDEFGHIJKLMNOPQRSTUVWXYZ", i, 1)
  ascii["．"] = "."
  ascii["，"] = ","
  split("fiscal_year days domestic_km people leaders oldest_age score", list, " ")
  for (i in list) kind[list[i]] = "number"
  kind["yen"] = "yen"
  kind["country"] = "country"
  kind["first_visit"] = "answer"
  kind["received_on"] = kind["decided_on"] = "date"
}

function folded(cell,  c) {
  for (c in ascii) gsub(c, ascii[c], cell)
  return cell
}

function day(cell,  part) {
  return split(cell, part, "/") == 3 \
    ? sprintf("%04d-%02d-%02d", part[1], part[2], part[3]) : cell
}

function plain(cell, as) {
  if (as == "") return cell
  cell = folded(cell)
  if (as == "yen") gsub(/[\\,]|¥|￥|円/, "", cell)
  if (as == "country") cell = toupper(cell)
  if (as == "answer" && cell != "") cell = cell ~ /^(〇|○|◯|はい|1)$/ ? "yes" : "no"
  return as == "date" ? day(cell) : cell
}

function end_cell() {
  cells[++count] = cell
  filled = filled || cell != ""
  cell = ""
}

function put(i,  text) {
  text = rows ? plain(cells[i], kind[name[i]]) : name[i]
  if (text ~ /[,"\n]/) {
    gsub(/"/, "\"\"", text)
    text = "\"" text "\""
  }
  printf "%s%s", (i > 1 ? "," : ""), text
}

function end_row(  i) {
  end_cell()
  for (i = 1; !rows && i <= count; i++)
    if (cells[i] != "") {
      width = i
      name[i] = cells[i] in english ? english[cells[i]] : cells[i]
    }
  for (i = 1; filled && i <= width; i++) put(i)
  if (filled) print ""
  rows++
  count = filled = 0
}

{ # quotes open and close; a doubled one closes and opens, and is kept
  sub(/\r$/, "")
  n = length($0)
  for (i = 1; i <= n; i++) {
    c = substr($0, i, 1)
    if (c == "\"") {
      if (!quoted && i > 1 && substr($0, i - 1, 1) == "\"") cell = cell c
      quoted = !quoted
    } else if (c == "," && !quoted) {
      end_cell()
    } else {
      cell = cell c
    }
  }
  if (quoted) cell = cell "\n"
  else end_row()
}
