/* What is said of a body of reviews, in each language; {0} to {2} as study.h
 * lists them. X(code, word for programs, English, Japanese) */
#ifndef SAITAKU_REPORT_STUDY_SENTENCE_TABLE_H
#define SAITAKU_REPORT_STUDY_SENTENCE_TABLE_H

/* clang-format off */
/* in the order of study_code */
#define STUDY_NOTE_TABLE(X) \
  X(LOW_IS_BETTER, "low_is_better", \
    "Lower scores are better; rank 1 is the lowest.", \
    "点数は低いほど良い。1 位が最も低い。") \
  X(HIGH_IS_BETTER, "high_is_better", \
    "Higher scores are better; rank 1 is the highest.", \
    "点数は高いほど良い。1 位が最も高い。") \
  X(WEIGHTED, "weighted", \
    "{0} criteria were weighted to one score a review.", \
    "{0} 項目を重み付けして、評価一件につき一つの点数とした。") \
  X(SHARED, "shared", \
    "What one reviewer's criteria share beyond plan and severity (halo): " \
    "correlation {0}.", \
    "計画と厳しさで説明できない部分の、同じ評価者の項目間の相関（ハロー）：{0}。") \
  X(NOT_OPINIONS, "not_opinions", \
    "{0} criteria are not {0} opinions: one reviewer's scores of a plan go " \
    "together.", \
    "{0} 項目は {0} 人分の意見ではない。同じ評価者の点数は連れ立って動く。") \
  X(HALO, "halo", \
    "Of what varies in one criterion's score, {0} % is the plan, {1} % the " \
    "plan in that criterion, {2} % one reviewer's view of the plan as a whole " \
    "(halo); the rest is severity and chance.", \
    "一項目の点数のばらつきのうち、{0} % が計画、{1} % がその項目での計画、{2} % が" \
    "一人の評価者の計画全体への見方（ハロー）で、残りは評価者の厳しさと偶然である。") \
  X(CONFLICTS, "conflicts", \
    "Scores with a conflict of interest: {0}. They were dropped before " \
    "anything was fitted. That is neutral only if who is in conflict has nothing to do " \
    "with the quality of the plan.", \
    "利益相反のある {0} 件の点数は、計算の前に除いた。偏りがないと言えるのは、" \
    "利益相反の有無が計画の質と関係しない場合に限る。") \
  X(PARTIAL, "conflicts_differ", \
    "{0} reviews were given in spite of a marked conflict. On average they " \
    "stand {1} points from what the other reviews predict (standard error " \
    "{2}): more than chance explains. Dropping them matters.", \
    "利益相反があるのに行われた評価が {0} 件ある。ほかの評価から予測される値との" \
    "差は平均 {1} 点（標準誤差 {2}）で、偶然では説明できない。除くことに意味が" \
    "ある。") \
  X(IMPARTIAL, "conflicts_alike", \
    "{0} reviews were given in spite of a marked conflict. On average they " \
    "stand {1} points from what the other reviews predict (standard error " \
    "{2}): no more than chance explains.", \
    "利益相反があるのに行われた評価が {0} 件ある。ほかの評価から予測される値との" \
    "差は平均 {1} 点（標準誤差 {2}）で、偶然の範囲にある。") \
  X(PARTIAL_FEW, "conflicts_few", \
    "Reviews given in spite of a marked conflict: {0}. On average {1} points " \
    "from what the other reviews predict (standard error {2}): too few to " \
    "tell from chance.", \
    "利益相反があるのに行われた評価が {0} 件ある。ほかの評価から予測される値との" \
    "差は平均 {1} 点（標準誤差 {2}）だが、件数が少なく偶然と区別できない。") \
  X(MISSING, "missing", \
    "Reviews or scores that are missing or incomplete: {0}. They were not " \
    "counted.", \
    "{0} 件の評価または点数は、空欄または不完全のため数えていない。") \
  X(TOO_FEW, "too_few", \
    "There are too few reviews or plans to compare: raw scores shown, no " \
    "calibration, no standard error.", \
    "評価または計画が少なすぎて比べられない。素点だけを示し、補正と標準誤差は" \
    "示さない。") \
  X(ALL_EQUAL, "all_equal", \
    "All scores are identical: nothing to rank.", \
    "すべての点数が同じである。順位は付けられない。") \
  X(ONE_A_PLAN, "one_review_a_plan", \
    "No plan has two reviews: plan quality and review noise cannot be told " \
    "apart; raw scores shown, no calibration, no standard error.", \
    "二件以上の評価を受けた計画がない。計画の質と評価のばらつきを区別できない" \
    "ため、素点だけを示し、補正と標準誤差は示さない。") \
  X(ONE_A_REVIEWER, "one_review_a_reviewer", \
    "No reviewer gave two reviews: severity and review noise cannot be told " \
    "apart; raw scores shown, no calibration, no standard error.", \
    "二件以上を評価した評価者がいない。評価者の厳しさと評価のばらつきを区別でき" \
    "ないため、素点だけを示し、補正と標準誤差は示さない。") \
  X(ONE_REVIEWER, "one_reviewer", \
    "One reviewer gave all reviews: plan quality and review noise cannot be " \
    "told apart; raw scores shown, no calibration, no standard error.", \
    "評価者が一人しかいない。計画の質と評価のばらつきを区別できないため、素点" \
    "だけを示し、補正と標準誤差は示さない。") \
  X(EXACT, "exact", \
    "Scores fit exactly (plan plus reviewer, nothing left over): uncertainty " \
    "cannot be estimated; raw scores shown.", \
    "点数が計画と評価者の和にぴったり一致し、残りがない。不確かさを見積もれない" \
    "ため、素点だけを示す。") \
  X(TOO_LARGE, "too_large", \
    "Too large for the exact method, and too few reviews a reviewer or a " \
    "plan for the other: raw scores shown, no calibration, no standard " \
    "error. Split the data into its panels.", \
    "厳密な方法には大きすぎ、もう一つの方法には評価者または計画一つ当たりの評価が" \
    "少なすぎる。素点だけを示し、補正と標準誤差は示さない。部会ごとに分けて" \
    "計算してください。") \
  X(MANY_PANELS, "too_many_panels", \
    "Too many panels that share plans for so many plans and reviewers: panel " \
    "effects would take too much room. Raw scores shown; without panel " \
    "effects the scores can be calibrated.", \
    "計画を共有する部会が多すぎ、部会の効果を計算する余地がない。素点だけを示す。" \
    "部会の効果なしなら補正できる。") \
  X(OWN_PANELS, "panels_are_plans", \
    "Every plan has panels of its own: what is the panel and what is the plan " \
    "cannot be told apart. Raw scores shown, no calibration, no standard " \
    "error.", \
    "どの計画も自分だけの部会を持つ。部会の効果と計画の質を区別できないため、" \
    "素点だけを示し、補正と標準誤差は示さない。") \
  X(PANELS, "panel_effects", \
    "Each of {0} panels has an effect of its own, which is taken off: " \
    "calibrated scores are those before the average panel (each plan counts " \
    "the same, its panels as its reviews fall on them).", \
    "{0} 個の部会のそれぞれの効果を差し引いた。補正後の点数は平均的な部会でのもの" \
    "である（計画の重みは等しく、部会の重みは計画の評価の内訳による）。") \
  X(ONE_PANEL, "one_panel", \
    "All reviews are of one panel: there is no panel effect to take off.", \
    "評価はすべて一つの部会のものである。差し引く部会の効果はない。") \
  X(PANELS_APART, "panels_apart", \
    "The panels fall into {0} sets that share no plan: between the sets, a " \
    "harsh panel and poor plans look the same. The fit takes the plans of " \
    "every set to be equally good on average; scores are comparable within a " \
    "set only.", \
    "部会は、計画を共有しない {0} 個の組に分かれている。組の間では、辛い部会と" \
    "質の低い計画を区別できない。どの組の計画も平均して同じ質とみなした。点数を" \
    "比べられるのは組の中だけである。") \
  X(PANEL_REVIEWER, "panel_of_one", \
    "Panels of one reviewer: {0} ({1}). The panel's effect and the " \
    "reviewer's severity cannot be told apart there; both are taken off.", \
    "評価者が一人の部会：{0} 個（{1}）。部会の効果と評価者の厳しさを区別できず、" \
    "合わせて差し引いた。") \
  X(PANEL_UNSTATED, "panel_unstated", \
    "Reviews that name no panel: {0}. They count as one panel more.", \
    "部会の記載のない評価：{0} 件。これらを一つの部会とみなした。") \
  X(LOST, "not_solved", \
    "The equations could not be solved: raw scores shown, no calibration, no " \
    "standard error.", \
    "方程式を解けなかった。素点だけを示し、補正と標準誤差は示さない。") \
  X(SEPARATE, "separate_groups", \
    "{0} separate groups of plans share no reviewer. Scores are comparable " \
    "within a group only; {1} % of the difference between group averages is " \
    "assumed, not measured, to be quality. Rank per group, or let reviewers " \
    "read across: about {2} bridging reviews from each group to another.", \
    "評価者を共有しない {0} 個のまとまりに分かれている。点数を比べられるのは" \
    "まとまりの中だけで、平均の差の {1} % は質の差と測ったのではなく、仮定した" \
    "ものである。まとまりごとに順位を付けるか、どのまとまりからも別のまとまりへ" \
    "橋渡しの評価を約 {2} 件加えてください。") \
  X(SEPARATE_RAW, "separate_groups_raw", \
    "{0} separate groups of plans share no reviewer. Scores are comparable " \
    "within a group only: rank per group.", \
    "評価者を共有しない {0} 個のまとまりに分かれている。点数を比べられるのは" \
    "まとまりの中だけである。まとまりごとに順位を付けてください。") \
  X(BRIDGE, "one_bridge", \
    "Two groups of plans are joined by 1 review (reviewer {0}, plan {1}): " \
    "every comparison between them hangs on it.", \
    "二つのまとまりをつなぐ評価は一件だけである（評価者 {0}、計画 {1}）。" \
    "両者の比較はすべてこの一件にかかっている。") \
  X(LONE_LINK, "lone_link", \
    "Reviewer {0} alone joins {1} groups of plans that otherwise share no " \
    "reviewer: is it the same person in each?", \
    "評価者 {0} だけが、ほかに共通の評価者のない {1} 個のまとまりをつないでいる。" \
    "どこでも同じ人ですか。") \
  X(ID_REUSED, "id_reused", \
    "Id {0} appears in {1} panels with no shared plan: is it the same person?", \
    "評価者番号 {0} は、共通の計画のない {1} 個の部会に現れる。同じ人ですか。") \
  X(NO_SEVERITY, "no_severity", \
    "No detectable differences in severity; calibrated order = order of " \
    "shrunken means.", \
    "評価者の厳しさに差は見られない。補正後の順は、件数に応じて平均へ寄せた値の" \
    "順である。") \
  X(NO_MERIT, "no_merit", \
    "Scores do not separate plans (reliability 0): the ranking is noise; " \
    "consider more reviews or a lot.", \
    "点数は計画を区別していない（信頼性 0）。順位は偶然である。評価を増やすか、" \
    "くじを検討してください。") \
  X(SINGLE_REVIEWERS, "single_reviewers", \
    "Reviewers with one review: {0} ({1}). Their severity is hardly known and " \
    "almost wholly shrunk. Their z-scores (T-scores) would mean " \
    "nothing.", \
    "一件だけ評価した評価者が {0} 人いる。厳しさはほとんど分からず、平均へ強く" \
    "寄せてある：{1}。この人たちの標準化得点（Tスコア）には意味がない。") \
  X(CONSTANTS, "constant_reviewers", \
    "Reviewers who gave all their plans the same score: {0} ({1}). No z-score " \
    "can be had of them; kept in the mixed model.", \
    "担当したすべての計画に同じ点を付けた評価者が {0} 人いる：{1}。標準化得点は" \
    "作れない（混合モデルには含める）。") \
  X(CONSTANT, "constant_reviewer", \
    "Reviewer {0} gave the same score {2} to all {1} plans: no z-score can " \
    "be had; kept in the mixed model.", \
    "評価者 {0} は {1} 件すべてに同じ点 {2} を付けた。標準化得点は作れない" \
    "（混合モデルには含める）。") \
  X(FEW_REVIEWS, "few_reviews", \
    "Plan {0} has few reviews ({1}); its score is pulled to the mean, and its " \
    "rank moves (raw > calibrated) {2}.", \
    "計画 {0} の評価は {1} 件しかない。点数は平均へ寄せられ、順位が動く" \
    "（素点 > 補正後）：{2}。") \
  X(COARSE, "coarse_scale", \
    "The scale's step is large against disagreement: rounding alone makes up " \
    "{0} % of the noise (plans whose raw means tie: {1}). Look at the " \
    "standard errors, not at the last digit.", \
    "評点の刻みが、評価者間のばらつきに比べて大きい。丸めだけでばらつきの {0} % を" \
    "占め、素点の平均が同じ計画が {1} 件ある。末尾の桁でなく標準誤差を見てください。") \
  X(SAMPLED, "sampled", \
    "The reviews were too many for the exact method; the variances were " \
    "found by sampling with fixed seeds and are off by about {0} % (one " \
    "standard error, Monte Carlo).", \
    "評価が多いため厳密な方法を使わず、固定した乱数で分散を求めた。その誤差は約" \
    " {0} %（モンテカルロ標準誤差）である。")

/* the screen of `score` */
#define STUDY_WORD_TABLE(X) \
  X(FITS, "What the scores are made of", "点数の成り立ち") \
  X(CRITERION, "criterion", "項目") \
  X(ALL, "weighted", "重み付き") \
  X(REVIEWS, "reviews", "評価") \
  X(PLANS, "plans", "計画") \
  X(REVIEWERS, "reviewers", "評価者") \
  X(GROUPS, "groups", "まとまり") \
  X(MU, "mean mu", "平均 mu") \
  X(VAR_PLAN, "var plan", "計画の分散") \
  X(VAR_REVIEWER, "var reviewer", "評価者の分散") \
  X(VAR_REST, "var residual", "残りの分散") \
  X(AGREEMENT, "How far reviewers agree, and how reliable the mean is", \
    "評価者の一致と、平均の信頼性") \
  X(ICC_A1, "ICC(A,1)", "ICC(A,1)") \
  X(ICC_C1, "ICC(C,1)", "ICC(C,1)") \
  X(G, "G(k)", "G(k)") \
  X(PHI, "Phi(k)", "Phi(k)") \
  X(HARMONIC, "k", "k") \
  X(ALPHA, "alpha interval", "α（間隔）") \
  X(ALPHA_ORDINAL, "ordinal", "（順序）") \
  X(NOTES, "Before you use these figures", "この数字を使う前に") \
  X(PLAN_LIST, "Plans", "計画") \
  X(PLAN, "plan", "計画") \
  X(RAW, "raw mean", "素点平均") \
  X(RAW_RANK, "raw rank", "素点順位") \
  X(CALIBRATED, "calibrated", "補正後") \
  X(SE, "se", "標準誤差") \
  X(RANK, "rank", "順位") \
  X(EXPECTED, "expected", "期待順位") \
  X(GROUP_LIST, "Groups of plans that share no reviewer", \
    "評価者を共有しないまとまり") \
  X(GROUP, "group", "まとまり") \
  X(GROUP_RANK, "rank in group", "まとまり内順位") \
  X(FIRST_PLAN, "with plan", "含む計画") \
  X(REASON, "why the rank moves", "順位が動く理由") \
  X(UNMOVED, "", "") \
  X(HARSH, "harsh reviewers", "評価者が辛い") \
  X(LENIENT, "lenient reviewers", "評価者が甘い") \
  X(FEW, "few reviews", "評価が少ない") \
  X(MANY, "many reviews", "評価が多い") \
  X(UNTOLD, "not told apart", "区別できない") \
  X(OTHERS, "others moved", "ほかの計画が動いた") \
  X(CHANGES, "What calibration would change in the set to adopt", \
    "補正すると採択はどう変わるか") \
  X(SET, "scores", "点数") \
  X(BY_MEAN, "raw mean", "素点平均") \
  X(BY_MEDIAN, "raw median", "素点中央値") \
  X(BY_TRIMMED, "trimmed mean", "刈込平均") \
  X(BY_T_SCORE, "T-score", "Tスコア") \
  X(BY_MODEL, "mixed model", "混合モデル") \
  X(PEOPLE, "people", "人数") \
  X(YEN, "yen", "円") \
  X(COME_IN, "come in", "入る") \
  X(GO_OUT, "go out", "外れる") \
  X(PROOF, "set", "集合") \
  X(PROVED, "proved best", "最適と証明") \
  X(UNPROVED, "best found, not proved", "最良の候補（未証明）") \
  X(NOT_FOUND, "none found yet", "見つからず") \
  X(NO_SET, "no set is permitted", "許される集合なし") \
  X(DIFFERENCE, "difference", "差") \
  X(BEST_BEFORE, "in best ", "上位") \
  X(BEST_BEHIND, "", "に入る確率") \
  X(IN, "in", "採択") \
  X(OUT, "-", "-") \
  X(NO_CHANGE, "The same plans are adopted, whichever way they are scored.", \
    "どの点数でも、採択される計画は同じである。") \
  X(CHANGE_NOTE, "Scores are merits, higher is better; se is the calibrated " \
    "score's standard error; the chance to be truly among so many best " \
    "looks at merit alone. A plan can come in with a lower score where its " \
    "cost fits the money that others leave.", \
    "点数は高いほど良い向きに直した評点。標準誤差は補正後の点数のもの。" \
    "確率は評点だけを見る。点数が下がっても、ほかの計画の残した予算に収まれば" \
    "採択されることがある。") \
  X(SETS_NOT_CALIBRATED, "These scores cannot be calibrated, so there is " \
    "nothing to compare the set with.", \
    "この点数は補正できないため、比べる集合がない。") \
  X(SETS_TOO_MANY, "More than 1,000 plans: sets are compared only if --nodes " \
    "says how long to search for each.", \
    "計画が 1,000 件を超える。集合を比べるには、探す長さを --nodes で指定する。") \
  X(SETS_UNPROVED, "Where the search stopped before a set was proved best, " \
    "plans can differ for that reason alone; --nodes lets it search longer.", \
    "最適と証明される前に探索を止めた集合では、それだけの理由で計画が違うことが" \
    "ある。--nodes で長く探せる。") \
  X(PANEL_LIST, "Panels", "部会") \
  X(PANEL, "panel", "部会") \
  X(NO_PANEL, "(none stated)", "（記載なし）") \
  X(REVIEWER_LIST, "Reviewers", "評価者") \
  X(REVIEWER, "reviewer", "評価者") \
  X(SEVERITY, "offset (+ scores high)", "ずれ（＋は高め）") \
  X(CONSISTENCY, "consistency (usual 1)", "一貫性（標準 1）") \
  X(CORRELATION, "correlation", "相関")
/* clang-format on */

#endif
