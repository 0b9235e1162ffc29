"""The words of a review: what the screen says, what is asked, what becomes of decisions in every output."""

from __future__ import annotations

REVIEW: dict[str, tuple[str, str]] = {
    # The screen
    "review.progress": (
        "第 {position}/{total} 项 · 余下值得一看 {worth} 项，至多还会改变 {changeable} 条措施的判定",
        "{position} of {total} · {worth} left worth a look, which would change at most {changeable:measure|measures}",
    ),
    "review.confidence": ("把握 {percent}%", "confidence {percent}%"),
    "review.effect": (
        "若判为{verdict}，措施 {measure} 变为{effect}",
        "if {verdict}, measure {measure} becomes {effect}",
    ),
    "review.neighbours": ("措施 {measure} 的其他承诺", "Other commitments of measure {measure}"),
    "review.mine": ("本人 {at} 判为{verdict}", "You decided on {at}: {verdict}"),
    "review.suspect": (
        "存疑：{by} {at} 判为{verdict}，此后文字已变，未采用",
        "Suspect: {by} decided on {at}: {verdict}; the text has changed since, so it is not applied",
    ),
    "review.contradiction": (
        "结论不一：{by} {at} 判为{verdict}，均未采用",
        "Contradiction: {by} decided on {at}: {verdict}; neither is applied",
    ),
    "review.proposal": ("模型建议：{by} {at} 认为{verdict}", "Proposal: {by} said on {at}: {verdict}"),
    "review.doubt": ("建议：{by} {at} 认为{verdict}", "Proposal: {by} said on {at}: {verdict}"),
    "review.chosen": (
        "已选依据：{place} 「{quote}」，按 a 或 w 判定",
        "Chosen passage: {place} 「{quote}」; decide with a or w",
    ),
    "review.note": ("备注", "Note"),
    "review.keys": (
        "[y] 同意  [a] 采纳  [w] 弱化  [o] 缺失  [p] 选依据  [/] 检索方案  [n] 备注  [u] 撤销  [b] 上一项  "
        "[s] 跳过  [q] 退出",
        "[y] agree  [a] adopted  [w] weakened  [o] omitted  [p] passage  [/] search the plan  [n] note  "
        "[u] undo  [b] back  [s] skip  [q] quit",
    ),
    "review.unknown_key": ("没有这个键", "no such key"),
    "review.needs_passage": (
        "尚无依据：先按 p 选一段，或按 / 在方案中检索",
        "There is no passage yet: choose one with p, or search the plan with /",
    ),
    "review.reasons": (
        "弱化的理由：按数字选取或取消，回车确认，Esc 返回",
        "Reasons for weakened: digits choose or drop, Enter confirms, Esc goes back",
    ),
    "review.choose": ("按数字选取，其他键返回", "A digit chooses, any other key goes back"),
    "review.note_prompt": ("备注（回车结束）：", "Note (Enter ends it): "),
    "review.search_prompt": ("检索词（空格分隔，回车结束）：", "Words to look for (Enter ends them): "),
    "review.not_found": ("方案中没有同时含有「{words}」的句子", "no sentence of the plan holds 「{words}」"),
    "review.done": (
        "本次判定 {count} 项，存于 {path}",
        "{count:verdict|verdicts} decided, kept in {path}",
    ),
    "review.nothing": ("没有待复核的承诺", "There is nothing to review"),
    "review.taken": (
        "采用 {count} 项，存于 {path}",
        "{count:decision|decisions} taken, kept in {path}",
    ),
    "review.refused": ("未采用 {count} 项，理由见上", "{count:line|lines} not taken, for the reasons above"),
    # On the page of a report
    "review.title": ("人工复核", "Review"),
    "html.save_decisions": ("保存结论", "Save decisions"),
    "html.decided": ("已填 {count} 项", "{count} filled in"),
    "html.review_means": (
        "填写的内容只留在本机浏览器中；保存的文件用 plancmp review {reference} 方案 --from 文件 采用。",
        "What is filled in stays in this browser; the file that is saved is taken in with "
        "plancmp review {reference} PLAN --from FILE.",
    ),
    "html.needs_passage": ("请选依据", "choose a passage"),
    "html.needs_reason": ("请选理由", "choose a reason"),
    # What does not fit, line by line
    "refused.item": ("参照方案没有承诺 {found}", "the reference has no commitment {found}"),
    "refused.asked": (
        "承诺 {item} 的文字已变，应据新的文字复核",
        "the text of commitment {item} has changed; review it as it stands",
    ),
    "refused.read": (
        "引文「{found}」不见于方案现文",
        "「{found}」 does not stand in the plan as it is now",
    ),
    "refused.around": (
        "承诺 {item} 所引文句已有改动{found}，应据现文复核",
        "the sentences that {item} rests on have changed{found}; review it as they stand",
    ),
    "refused.verdict": (
        "没有判定「{found}」，应为采纳、弱化或缺失",
        "there is no verdict 「{found}」; expected adopted, weakened or omitted",
    ),
    "refused.reasons": (
        "判为弱化须有理由：{expected}",
        "weakened needs a reason: {expected}",
    ),
    "refused.quote": (
        "判为{found}须有依据，请在理由一栏用「」引方案原文",
        "{found} needs a passage: quote the plan in 「」 in the column of reasons",
    ),
    # In every output
    "decided": ("人工", "decided"),
    "decided.word": (
        "{by} {at} 判定，原判定为{computed}",
        "decided by {by} on {at}; computed: {computed}",
    ),
    "decided.measure": (
        "措施的判定由 {by} 作出，不由各项承诺汇总。",
        "The verdict on the measure was decided by {by}; it is not rolled up from the commitments.",
    ),
    "decided.told": (
        "{symbol} 为人工结论，原判定见 --computed：{parts}。",
        "{symbol} marks what people decided (--computed shows the tool's own verdicts): {parts}.",
    ),
    "decided.by": ("人工结论 {count} 项（{names}）", "{count:verdict|verdicts} decided ({names})"),
    "decided.and_more": ("{names}等 {count} 人", "{names} and others, {count} in all"),
    "decided.trusted_word": (
        "采信模型建议（{by}，{at}），原判定为{computed}",
        "proposal of {by} on {at}, trusted; computed: {computed}",
    ),
    "decided.told_none": ("人工结论的文件：{parts}", "in the file of decisions: {parts}"),
    "decided.told_trusted": (
        "{symbol} 为人工结论和采信的模型建议（--trust-proposals），原判定见 --computed：{parts}",
        "{symbol} marks what people decided and what models proposed and is trusted (--trust-proposals; --computed "
        "shows the tool's own verdicts): {parts}",
    ),
    "decided.trusted": (
        "采信模型建议 {count} 项，未经人工复核（{names}）",
        "{count:proposal|proposals} trusted, which nobody has reviewed ({names})",
    ),
    "decided.proposal": (
        "模型建议判为{verdict}{why}（{by}，{at}），未计入",
        "proposed: {verdict}{why} ({by}, {at}); not counted",
    ),
    "decided.why": ("：{text}", ": {text}"),
    "decided.suspect": (
        "存疑 {count} 项，文字已变，未采用（{ids}）",
        "{count} suspect, as the text has changed, and not applied ({ids})",
    ),
    "decided.contradicting": (
        "结论不一 {count} 项，未采用（{ids}）",
        "{count} contradicted and not applied ({ids})",
    ),
    "decided.proposed": (
        "模型建议 {count} 项，未计入（{ids}）",
        "{count:proposal|proposals} of a model, not counted ({ids})",
    ),
    # The queue
    "queue.title": (
        "{plan}待复核的承诺，最存疑、分量最重的在前",
        "Commitments of {plan} to review, the most doubtful and weightiest first",
    ),
    "queue.worth": (
        "共 {total} 项，值得一看 {worth} 项；余下各项至多改变 {changeable} 条措施的判定",
        "{worth} of {total} worth a look; those left would change at most {changeable:measure|measures}",
    ),
    "cause.suspect": ("存疑", "suspect"),
    "cause.contradiction": ("结论不一", "contradiction"),
    "cause.proposal": ("模型建议", "proposal"),
    "cause.doubt": ("把握不足", "doubt"),
    # Errors
    "error.review_needs_terminal": (
        "复核要在终端上进行；不用终端时，plancmp review {reference} {plan} --list 列出待复核的承诺，"
        "plancmp report {plan} -o ledger.xlsx（或 .html）供填写，plancmp review {reference} {plan} --from FILE 采用",
        "this is no terminal to ask at; without one, plancmp review {reference} {plan} --list prints the queue, "
        "plancmp report {plan} -o ledger.xlsx (or .html) is filled in, and plancmp review {reference} {plan} "
        "--from FILE takes that in",
    ),
    "error.nobody": ("不知由谁复核，请用 --who 指明", "nobody is logged in; say who decides with --who"),
    "error.decisions_of_others": (
        "{path} 是 {plan} 对照 {reference} 的结论，不能存入别的结论；可用 --decisions 另指文件夹",
        "{path} holds decisions on {plan} against {reference}; use another folder with --decisions",
    ),
    "error.gold_or_decisions": (
        "请指明细读标准或 --decisions，也可两者同用",
        "name GOLD or --decisions, or both",
    ),
    "error.decisions_alone": (
        "--leave-one-out 和 --write-card 只用细读标准，不与 --decisions 同用",
        "--leave-one-out and --write-card go with GOLD alone, not with --decisions",
    ),
    "error.no_decisions_of_gold": (
        "{folder} 中没有细读标准所读方案的人工结论或建议",
        "{folder} holds no decisions on plans that GOLD reads",
    ),
    "error.no_decisions": (
        "{folder} 中没有对照{reference}的人工结论",
        "{folder} holds no decisions against {reference}",
    ),
    "error.from_unknown": (
        "不能从 {path} 取结论，应为 .xlsx 或 .yaml 文件",
        "{path} holds no decisions; expected a .xlsx or .yaml file",
    ),
    "error.no_ledger": (
        "{path} 没有复核台账：应有「{columns}」各列",
        "{path} has no ledger to review: expected the columns {columns}",
    ),
}
