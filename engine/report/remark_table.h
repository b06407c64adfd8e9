/* What the program says of a policy, in each language: one row a remark_code,
 * in its order. {0} what is possible, {1} the limit or what is asked, {2} the
 * other rule or criterion, {3} " for KEY" or nothing.
 * X(code, word in files, English, Japanese) */
#ifndef SAITAKU_REPORT_REMARK_TABLE_H
#define SAITAKU_REPORT_REMARK_TABLE_H

/* clang-format off */
/* what stands around them: X(code, English, Japanese) */
#define REMARK_SENTENCES(X) \
  X(HEAD_REMARKS, "Remarks on the policy", "規則についての指摘") \
  X(REMARK_AT, " for {0}", "（{0}）") \
  X(REMARK_BUDGET, "the budget", "予算") \
  X(REMARK_NEVER_BINDS_SHARE, \
    "can never bind: every set keeps the share of {1}{3}", \
    "どの採択案でも制約にならない：割合 {1} は常に守られる{3}") \
  X(REMARK_BEYOND_REACH_SHARE, \
    "no set is permitted: none keeps the share of {1}{3}", \
    "許容される採択案がない：割合 {1} を守れるものがない{3}") \
  X(REMARK_AIM_MISSED_SHARE, \
    "will always be missed: no set keeps the share of {1}{3}", \
    "必ず未達になる：割合 {1} を守れる採択案がない{3}")

#define REMARK_TABLE(X) \
  X(NEVER_BINDS, "never_binds", \
    "can never bind: at the extreme {0}, against {1}{3}", \
    "どの採択案でも制約にならない：極端な場合でも {0}、限度 {1}{3}") \
  X(COUNTS_NOBODY, "counts_nobody", \
    "counts nobody: no competing plan has what it names", \
    "対象がない：選考対象のどの計画も当てはまらない") \
  X(BEYOND_REACH, "beyond_reach", \
    "no set is permitted: at best {0}, against {1}{3}", \
    "許容される採択案がない：最良でも {0}、限度 {1}{3}") \
  X(AIM_MISSED, "aim_missed", \
    "will always be missed: at best {0}, against {1}{3}", \
    "必ず未達になる：最良でも {0}、限度 {1}{3}") \
  X(ONLY_EMPTY, "only_empty", \
    "permits the empty set alone: no competing plan helps toward the share " \
    "of {1}{3}", \
    "許容されるのは「採択なし」だけである：割合 {1} に近づける計画が" \
    "ない{3}") \
  X(IMPLIED, "implied", \
    "does nothing of its own: already implied by {2}", \
    "独自の効果がない：{2} が既に含んでいる") \
  X(CONTRADICTS, "contradicts", \
    "no set is permitted: beside {2} at best {0}, against {1}{3}", \
    "許容される採択案がない：{2} の下では最良でも {0}、限度 {1}{3}") \
  X(AIM_CONTRADICTS, "aim_contradicts", \
    "will be missed whenever {2} is kept: at best {0}, against {1}{3}", \
    "{2} を守るかぎり未達になる：最良でも {0}、限度 {1}{3}") \
  X(SHARES_CONTRADICT, "shares_contradict", \
    "leaves nothing to adopt: a share of {1} is asked, {2} allows {0}", \
    "採択できるものがなくなる：割合 {1} を求めるが、{2} は {0} までしか" \
    "認めない") \
  X(GROUP_NO_COUNTRY, "group_no_country", \
    "holds no country at all", \
    "国・地域が一つもない") \
  X(GROUP_NOBODY, "group_nobody", \
    "nobody of a competing plan is in it", \
    "選考対象の計画に、これに属する人がいない") \
  X(GROUP_UNUSED, "group_unused", \
    "is named by nothing in the policy", \
    "規則のどこからも使われていない") \
  X(PRIORITY_NOTHING, "priority_nothing", \
    "gives 0", \
    "与える値が 0 である") \
  X(PRIORITY_NOBODY, "priority_nobody", \
    "no competing plan gets it", \
    "これを受ける選考対象の計画がない") \
  X(PRIORITY_EVERYBODY, "priority_everybody", \
    "gives every competing plan the same: it moves none past another", \
    "選考対象のすべての計画に同じ値を与えるため、順序が変わらない") \
  X(PRIORITY_CUT, "priority_cut", \
    "the ceiling takes all of it off again", \
    "加点の上限によってすべて打ち消される") \
  X(PRIORITY_SHADOWED, "priority_shadowed", \
    "does nothing: wherever it is given, one at least as large counts " \
    "instead", \
    "効果がない：与えられる計画では、同じかより大きい別の加点だけが" \
    "数えられる") \
  X(RESERVED_RELEASED, "reserved_released", \
    "all of the money is released: no competing plan is of the group", \
    "全額が解除される：この区分の計画が選考対象にない") \
  X(RESERVED_UNUSABLE, "reserved_unusable", \
    "keeps money from everybody: no competing plan is of the group, and it " \
    "is not released", \
    "だれも使えない額を留保する：この区分の計画が選考対象になく、解除" \
    "もされない") \
  X(CRITERION_FLAT, "criterion_flat", \
    "its weight cannot matter: every counted review gives it {0}", \
    "重みに意味がない：有効な評価のすべてで {0} である") \
  X(CRITERION_TWIN, "criterion_twin", \
    "weights between it and {2} cannot matter: every counted review gives " \
    "both the same", \
    "{2} との間の重みの配分に意味がない：有効な評価のすべてで同じ評点" \
    "である") \
  X(THRESHOLD_IDLE, "threshold_idle", \
    "refuses nobody: {1} is the worse end of the scale or past it", \
    "どの計画も退けない：{1} は評点尺度の悪い側の端か、その外にある") \
  X(THRESHOLD_IMPOSSIBLE, "threshold_impossible", \
    "refuses everybody: {1} is past the better end of the scale", \
    "すべての計画を退ける：{1} は評点尺度の良い側の端を超える") \
  X(TIE_NOTHING, "tie_nothing", \
    "cannot decide: there is nothing for {2} to count", \
    "決め手にならない：{2} で数えるものがない") \
  X(TIE_ALIKE, "tie_alike", \
    "counts every award alike: {2} can only tell how many plans a set has", \
    "すべての計画で同じ値のため、{2} は採択件数の違いしか区別しない") \
  X(TIE_AFTER_RANK, "tie_after_rank", \
    "cannot decide: rank order leaves one set before {2} is asked", \
    "決め手にならない：順位順で採択案が一つに定まり、{2} は使われない") \
  X(TIE_AFTER_LOT, "tie_after_lot", \
    "cannot decide: no plan has levels, and the lot before {2} leaves one " \
    "set", \
    "決め手にならない：段階のある計画がなく、前にあるくじで採択案が一つに" \
    "定まり、{2} は使われない")
/* clang-format on */

#endif
