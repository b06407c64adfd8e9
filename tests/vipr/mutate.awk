# awk -v how=HOW -v nth=N -f mutate.awk CERTIFICATE: the certificate with one
# thing changed so that it must be refused; exit 77 when it has no such thing.
#   bound    the relation to prove is one tighter than is true
#   set      the set loses its nth column
#   weight   the nth weight of the falsehoods' sums gets another last digit
#   assume   the nth assumption's limit grows by 1
#   side     the nth assumption that is a sum of columns loses its last
#   end      the last derivation goes
{ lines[NR] = $0 }
/^RTP/ { relation = NR }
/^SOL/ { solution = NR + 1 }
/^DER/ { derivations = NR }

function changed(line, field, value,  word, count, k, to) {
  count = split(lines[line], word, " ")
  word[field] = value
  for (k = 1; k <= count; k++) to = to (k > 1 ? " " : "") word[k]
  lines[line] = to
  done = 1
}

# awk's numbers are too small for weights
function other_digit(number,  last) {
  last = substr(number, length(number))
  return substr(number, 1, length(number) - 1) (last == 9 ? 8 : last + 1)
}

# the place of a word in a line, or 0
function place_of(line, wanted,  word, count, k) {
  count = split(lines[line], word, " ")
  for (k = 1; k <= count; k++) if (word[k] == wanted) return k
  return 0
}

function change_bound(  word) {
  split(lines[relation], word, " ")
  if (word[2] == "range" && word[4] != "inf") {
    changed(relation, 3, "-inf")
    changed(relation, 4, word[4] - 1)
  }
}

function change_set(  word, count, k, to) {
  split(lines[relation], word, " ")
  count = word[2] == "range" ? split(lines[solution], word, " ") : 0
  if (nth > word[2] || count == 0) return
  to = word[1] " " word[2] - 1
  for (k = 3; k <= count; k++) if (int((k - 1) / 2) != nth) to = to " " word[k]
  lines[solution] = to
  done = 1
}

function change_weight(  i, at, word, count) {
  for (i = derivations + 1; i <= NR && !done; i++) {
    if (lines[i] !~ / L -1 0 { lin /) continue
    at = place_of(i, "lin")
    split(lines[i], word, " ")
    count = word[at + 1]
    if (nth > count) { nth -= count; continue }
    changed(i, at + 1 + 2 * nth, other_digit(word[at + 1 + 2 * nth]))
  }
}

function change_assumption(  i, word) {
  for (i = derivations + 1; i <= NR && !done; i++) {
    if (lines[i] !~ /{ asm }/ || --nth > 0) continue
    split(lines[i], word, " ")
    changed(i, 3, word[3] + 1)
  }
}

function change_side(  i, word, count, k, to) {
  for (i = derivations + 1; i <= NR && !done; i++) {
    if (lines[i] !~ /{ asm }/) continue
    count = split(lines[i], word, " ")
    if (word[4] == "OBJ" || word[4] < 2 || --nth > 0) continue
    word[4]--
    for (k = 1; k <= count; k++)
      if (k <= count - 6 || k > count - 4) to = to (k > 1 ? " " : "") word[k]
    lines[i] = to
    done = 1
  }
}

function drop_end(  word) {
  split(lines[derivations], word, " ")
  if (word[2] == 0) return
  lines[derivations] = "DER " word[2] - 1
  NR--
  done = 1
}

END {
  if (how == "bound") change_bound()
  if (how == "set") change_set()
  if (how == "weight") change_weight()
  if (how == "assume") change_assumption()
  if (how == "side") change_side()
  if (how == "end") drop_end()
  if (!done) exit 77
  for (i = 1; i <= NR; i++) print lines[i]
}
