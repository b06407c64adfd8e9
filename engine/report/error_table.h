/* What errors say in English and how that is put in Japanese. Errors are made
 * far from here, as one English line (base/error.h); {0} to {3} stand for what
 * changes in it, and are put in Japanese by the same rows where they can be.
 * The first row that fits counts. X(English, Japanese) */
#ifndef SAITAKU_REPORT_ERROR_TABLE_H
#define SAITAKU_REPORT_ERROR_TABLE_H

/* clang-format off */
#define ERROR_TABLE(X) \
  /* files */ \
  X("cannot {0}: {1}", "{0}：{1}") \
  X("open", "開けません") \
  X("read", "読めません") \
  X("write", "書けません") \
  X("create a file beside it", "同じフォルダにファイルを作れません") \
  X("put the new file in place", "新しいファイルに置き換えられません") \
  X("make the folder", "フォルダを作れません") \
  X("Permission denied", "権限がありません") \
  X("No such file or directory", "ファイルがありません") \
  X("Not a directory", "フォルダではありません") \
  X("Is a directory", "フォルダです") \
  X("No space left on device", "空き容量がありません") \
  X("Too many levels of symbolic links", "リンクが循環しています") \
  X("File name too long", "名前が長すぎます") \
  X("Input/output error", "入出力の障害です") \
  X("is a folder, not a file", "ファイルではなくフォルダです") \
  X("is a device, not a file", "ファイルではなくデバイスかパイプです") \
  X("has {0} bytes, more than the {1} allowed", \
    "大きさが {0} バイトです（上限：{1} バイト）") \
  X("the file holds a NUL byte", "NUL バイトがあります") \
  X("the file is {0}, not JSON in UTF-8", \
    "UTF-8 の JSON ではなく {0} のファイルです") \
  /* JSON */ \
  X("unable to decode byte {0} near {1}", \
    "UTF-8 ではありません：{1} の後のバイト {0}") \
  X("unable to decode byte {0}", "UTF-8 ではありません：バイト {0}") \
  X("duplicate object key{0}", "キーが重複しています{0}") \
  X("end of file expected near {0}", "{0} の前で終わるはずです") \
  X("premature end of input near {0}", "途中で終わっています：{0}") \
  X("{0} expected near end of file", "ファイルの終わりに {0} が必要です") \
  X("{0} expected near {1}", "{1} の前に {0} が必要です") \
  X("string or '}'", "文字列か '}'") \
  X("'[' or '{'", "'[' か '{'") \
  X("invalid token near {0}", "書き方の誤り：{0}") \
  X("unexpected token near {0}", "予期しない書き方：{0}") \
  X("unexpected newline near {0}", "文字列の途中に改行があります：{0}") \
  X("control character {0} near {1}", \
    "文字列の途中に制御文字 {0} があります：{1}") \
  X("invalid escape near {0}", "エスケープの誤り：{0}") \
  X("too big integer{0}", "整数が大きすぎます{0}") \
  X("maximum parsing depth reached near {0}", "入れ子が深すぎます：{0}") \
  X(" near {0}", "：{0}") \
  /* the policy */ \
  X("seen {0}, allowed only as a string, {1}, so that it is exact", \
    "{0} は使えません。正確さのため文字列 {1} で書いてください") \
  X("seen {0}, allowed a {1} of the policy: {2}", \
    "{0} は使えません（使える値：規則にある {1}：{2}）") \
  X("seen {0}, allowed {1}", "{0} は使えません（使える値：{1}）") \
  X("unknown key; allowed: {0}", "未知のキーです（使えるキー：{0}）") \
  X("missing; the policy must state it", "必ず書く必要がありますが、ありません") \
  X("missing; {0} needs it", "{0} では必要ですが、ありません") \
  X("missing; a share is of \"budget\" or of \"adopted\"", \
    "ありません（share は \"budget\" か \"adopted\" に対する割合）") \
  X("the list is empty", "リストが空です") \
  X("{0} stands twice", "{0} が重複しています") \
  X("only for {0}", "{0} のときだけ使えます") \
  X("only beside a share", "share があるときだけ使えます") \
  X("needs {0} beside it", "{0} も必要です") \
  X("countries or territory", "countries か territory") \
  X("states both limit and share, allowed exactly one", \
    "limit と share の両方があります（どちらか一つ）") \
  X("states neither limit nor share, allowed exactly one", \
    "limit も share もありません（どちらか一つが必要）") \
  X("cannot stand together with {0}", "{0} とは併用できません") \
  X("the objective {0}", "目的 {0}") \
  X("names courses, but the policy states none", \
    "コースを挙げていますが、規則にコースがありません") \
  X("a group must state at least one condition", "条件が一つ以上必要です") \
  X("any_of and all_of lead back to the group itself", \
    "any_of と all_of が自分自身に戻ります") \
  X("a grade may be neither a number nor COI", \
    "評語に数や COI は使えません") \
  X("stated by some criteria only, allowed all or none", \
    "一部の項目だけにあります（すべてに書くか、どれにも書かないか）") \
  X("the lot before it leaves no tie", \
    "その前の lot（くじ）で必ず決まります") \
  X("{0} has rank {1} as well", "{0} の rank も {1} です") \
  X("an object", "オブジェクト {...}") \
  X("a list", "リスト [...]") \
  X("a text", "文字列") \
  X("a text or a list of them", "文字列、またはそのリスト") \
  X("a text of at least one character", "一文字以上の文字列") \
  X("an empty id", "空の名前") \
  X("at least one character", "一文字以上") \
  X("true or false", "true か false") \
  X("an integer {0}..{1}", "整数 {0}..{1}") \
  X("a date such as {0}", "日付（例：{0}）") \
  X("an ISO 3166-1 code such as {0}", "ISO 3166-1 の国コード（例：{0}）") \
  X("a UN M49 code that CLDR knows, such as {0}", \
    "CLDR にある国連 M49 コード（例：{0}）") \
  X("a score within the scale", "尺度の範囲の評点") \
  X("less than high", "high より小さい値") \
  X("at most budget.yen", "budget.yen 以下") \
  X("a power of ten, {0}..{1}", "10 の累乗、{0}..{1}") \
  X("a multiple of the unit {0}, {1}", "単位 {0} の倍数、{1}") \
  X("more than {0}, at most {1}, with at most {2} decimals", \
    "{0} より大きく {1} 以下、小数 {2} 桁まで") \
  X("0 or more, less than {0}, with at most {1} decimals", \
    "0 以上 {0} 未満、小数 {1} 桁まで") \
  X("{0} with at most {1} decimals", "{0}、小数 {1} 桁まで") \
  X("four", "四") \
  X("six", "六") \
  X("any id but {0}", "{0} 以外の名前") \
  X("it has none", "一つもない")
/* clang-format on */

#endif
