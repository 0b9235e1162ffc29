"""What is said of agreement with careful readings."""

from __future__ import annotations

EVALUATE: dict[str, tuple[str, str]] = {
    # evaluate
    "evaluate.title": ("判定准确度：对照{reference}", "Accuracy of the verdicts against {reference}"),
    "evaluate.gold": ("细读标准", "Gold"),
    "evaluate.size": (
        "{plans} 个方案，{programmes} 个工程；措施判定 {measures} 个，承诺判定 {commitments} 个",
        "{plans:plan|plans}, {programmes:programme|programmes}; {measures:verdict|verdicts} on measures, "
        "{commitments} on commitments",
    ),
    "evaluate.left_over": (
        "未计：细读意见不一的承诺 {disputed} 个，参照中已改动的承诺 {outdated} 个",
        "Not counted: {disputed:commitment|commitments} on which the readings differ, {outdated} no longer in the "
        "reference",
    ),
    "evaluate.measures": ("措施", "Measures"),
    "evaluate.commitments": ("承诺", "Commitments"),
    "evaluate.method": ("方法", "Method"),
    "evaluate.agreement": ("一致率", "Agree"),
    "evaluate.kappa": ("Kappa", "Kappa"),
    "evaluate.macro_f1": ("宏平均F1", "Macro-F1"),
    "evaluate.link_precision": ("对应查准", "Link P"),
    "evaluate.link_recall": ("对应查全", "Link R"),
    "evaluate.link_f1": ("对应F1", "Link F1"),
    "evaluate.own": ("plancmp", "plancmp"),
    "evaluate.left_out": ("{method}，留一", "{method}, left out"),
    "evaluate.figures_mean": (
        "Kappa 为扣除偶然后的一致程度。plancmp 用现行门槛；各基线方法用对本细读标准最有利的门槛："
        "标题相似度一对一配对，全文相似度和字对 TF-IDF 各取最近一条。",
        "Kappa is agreement beyond chance. plancmp has the thresholds it ships with; each baseline has those that "
        "serve it best on this very gold. Titles are paired one to one; the others take the nearest measure.",
    ),
    "evaluate.left_out_means": (
        "留一：逐个工程留出，门槛只依其余工程选定，再用于留出的工程；词表和权重不随之重选。",
        "Left out: each programme is judged with thresholds chosen on the other programmes only; word lists and "
        "weights are not chosen anew.",
    ),
    "evaluate.confusion": ("细读判定（行）与本工具判定（列）", "Gold (rows) and given verdicts (columns)"),
    "evaluate.by_verdict": ("分类判定", "By verdict"),
    "evaluate.precision": ("查准率", "Precision"),
    "evaluate.recall": ("查全率", "Recall"),
    "evaluate.f1": ("F1", "F1"),
    "evaluate.wanted": ("应有", "Wanted"),
    "evaluate.found": ("判出", "Given"),
    "evaluate.reasons": ("弱化理由", "Reasons for weakening"),
    "evaluate.evidence": ("主要依据所在措施", "Measure of the evidence"),
    "evaluate.calibration": ("把握程度", "Calibration"),
    "evaluate.range": ("区间", "Range"),
    "evaluate.confidence": ("平均把握", "Confidence"),
    "evaluate.right": ("实际正确", "Right"),
    "evaluate.count": ("个数", "Count"),
    "evaluate.calibration_error": (
        "预期校准误差 {error:.3f}，Brier 分 {brier:.3f}（均以小为好）。",
        "Expected calibration error {error:.3f}, Brier score {brier:.3f} (less is better).",
    ),
    "evaluate.decided_title": (
        "人工结论与判定：对照{reference}",
        "Decisions and verdicts against {reference}",
    ),
    "evaluate.decided_size": (
        "{plans} 个方案，{commitments} 项人工判定的承诺",
        "{commitments:commitment|commitments} decided in {plans:plan|plans}",
    ),
    "evaluate.set_aside": (
        "未计：存疑或结论不一 {count} 项",
        "Not counted: {count} suspect or contradicted",
    ),
    "evaluate.decided_confusion": (
        "人工结论（行）与本工具判定（列）",
        "Decisions (rows) and computed verdicts (columns)",
    ),
    "evaluate.readers_title": (
        "工具、模型和人工的判定：对照{reference}",
        "Verdicts of the tool, of models and of people against {reference}",
    ),
    "evaluate.readers_size": (
        "{plans} 个方案；措施判定 {measures} 个，承诺判定 {commitments} 个",
        "{plans:plan|plans}; {measures:verdict|verdicts} on measures, {commitments} on commitments",
    ),
    "evaluate.reader": ("判定者", "Reader"),
    "evaluate.readers": ("判定者", "Readers"),
    "evaluate.verdict": ("判定", "Verdict"),
    "evaluate.all": ("全部", "all"),
    "evaluate.readers_mean": (
        "个数为该判定者判过、细读标准也有的。措施只计其本身或其全部承诺都判过的；工具不采用方案作为见证的表述。“并采信”指计入人工结论，其余计入模型建议。",
        "Counted is what the reader judged and the gold has. A measure counts where it, or every commitment of it, was "
        "judged; the tool sets aside what plans attest themselves. Trusting, it takes people's word, else the models'.",
    ),
    "evaluate.by_confidence": ("按工具的把握", "By the tool's confidence"),
    "evaluate.by_confidence_means": (
        "各判定者在工具把握相近的承诺上的正确率；模型的答复不附把握。",
        "How often a reader is right where the tool is so sure of its verdict; answers of models carry no confidence.",
    ),
    "evaluate.among": ("判定者之间", "Among themselves"),
    "evaluate.two_readers": ("{one} 与 {other}", "{one} and {other}"),
    "reader.tool": ("工具", "the tool"),
    "reader.model": ("模型 {name}", "model {name}"),
    "reader.person": ("人工", "people"),
    "reader.trusting": ("工具，并采信", "the tool, trusting"),
    "evaluate.differences": ("不一致之处（{count}）", "Differences ({count})"),
    "evaluate.difference": (
        "细读 {wanted}，本工具 {given}",
        "gold {wanted}, given {given}",
    ),
    "evaluate.answer": ("{verdict}（{links}）", "{verdict} ({links})"),
    "evaluate.card": ("准确度卡片已写入 {path}", "The accuracy card is written to {path}"),
    "method.title_ratio": ("标题相似度", "Title ratio"),
    "method.whole_text_ratio": ("全文相似度", "Whole-text ratio"),
    "method.character_tfidf": ("字对 TF-IDF", "Character TF-IDF"),
    # Columns
    "scope.measures": ("措施", "measures"),
    "scope.commitments": ("承诺", "commitments"),
}
