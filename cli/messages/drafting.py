"""What the draft of a plan's commitments says: what each clause is, and by which rule.

`clause.<kind>` names what a clause is, `rule.<code>` the rule that decided.
"""

from __future__ import annotations

DRAFTING: dict[str, tuple[str, str]] = {
    "draft.title": ("{plan}：承诺草稿", "{plan}: draft of its commitments"),
    "draft.listed": (
        "文件已列出 {listed} 项承诺，对照时以所列为准；以下是按正文重新草拟的。",
        "The file lists {listed:commitment|commitments}, which comparisons use; this is drafted anew from the text.",
    ),
    "draft.counts": (
        "{measures} 条措施中草拟承诺 {commitments} 项，其中核心承诺 {central} 项；略过 {passed} 处",
        "{commitments:commitment|commitments} in {measures:measure|measures}, {central} of them central; "
        "{passed:clause|clauses} passed over",
    ),
    "draft.proposed_by": (
        "由 {by} 建议，均逐字见于正文；依规则草拟的条目除外",
        "Proposed by {by}, each to the letter in the text, but for measures drafted by the rules",
    ),
    "draft.consulted": (
        "{plan}：询问措施 {asked} 条，采用模型所摘 {proposed} 条，承诺 {commitments} 项；其余 {others} 条依规则草拟",
        "{plan}: {asked:measure|measures} asked about, {proposed} drafted as the model proposes, "
        "{commitments:commitment|commitments} in all; {others} drafted by the rules",
    ),
    "draft.dry_run": (
        "{plans} 个方案，措施 {items} 条：待发 {requests} 个请求，共 {characters} 字；已有答复 {kept} 个；发往：{host}",
        "{plans:plan|plans}, {items:measure|measures}: {requests:request|requests} to send, "
        "{characters} characters in all; {kept} answered already; host: {host}",
    ),
    "draft.measure": ("{id} {title}", "{id} {title}"),
    "draft.none": ("没有可供各地照做的承诺", "nothing that could be copied"),
    "draft.passed": ("略过", "Passed over"),
    "draft.passed_line": ("{kind}（{rule}）：{text}", "{kind} ({rule}): {text}"),
    "draft.hint": (
        "略过的各处及理由见 -v；写成方案文件供修改：-o 文件名.yaml",
        "What was passed over, and why: -v. To edit it as a plan file: -o FILE.yaml",
    ),
    "draft.legend": (
        "★ 核心承诺；力度 5 必须、4 应当、3 力争或支持、2 鼓励、1 探索",
        "★ central; strength 5 mandatory, 4 firm, 3 striving or supporting, 2 encouraging, 1 exploring",
    ),
    "draft.written": (
        "{path}：写入承诺 {commitments} 项，请逐项审阅后再对照",
        "{path}: {commitments:commitment|commitments} written; read them one by one before comparing",
    ),
    "clause.commitment": ("承诺", "commitment"),
    "clause.figure": ("所属数字", "number of the clause before"),
    "clause.own_task": ("发文机关自身任务", "issuer's own task"),
    "clause.purpose": ("目的", "aim"),
    "clause.opening": ("引导语", "opening"),
    "clause.background": ("背景", "background"),
    "clause.slogan": ("口号", "slogan"),
    "rule.acts": ("以动作开头", "begins with a deed"),
    "rule.sets_number": ("规定数值", "sets a number"),
    "rule.names_title": ("含措施标题用语", "holds the title's words"),
    "rule.unmarked": ("无其他标志", "no sign of anything else"),
    "rule.nothing_else": ("全条别无承诺", "the measure promises nothing else"),
    "rule.known": ("随附的重构参照亦有此承诺", "the reconstruction promises it too"),
    "rule.counts_before": ("说明前句的数量", "counts what is before it"),
    "rule.own_subject": ("发文机关或其部门所为", "done by the issuer or its bodies"),
    "rule.own_continued": ("承前句，仍是发文机关所为", "goes on with the issuer's task"),
    "rule.aim": ("说明目的", "says what for"),
    "rule.result": ("前句动作的结果", "result of what is before it"),
    "rule.occasion": ("说明依据或方向", "names the ground or direction"),
    "rule.manner": ("说明方式", "names the means"),
    "rule.means": ("说明凭借", "names what is drawn on"),
    "rule.first_half": ("下句的前半", "first half of the next clause"),
    "rule.fact": ("陈述事实", "states a fact"),
    "rule.state": ("既无动作也无目标，陈述状况", "neither acts nor sets a number, tells how things are"),
    "rule.fact_continued": ("承前句陈述事实", "goes on stating facts"),
    "rule.slogan": ("号召或概括", "calls up or sums up"),
    "rule.asks_nobody": (
        "未点名由谁去做，也无数值，随附的重构参照无此承诺",
        "calls on nobody, sets no number, unknown to the reconstruction",
    ),
    "rule.no_action": ("没有动作", "no deed in it"),
    "rule.proposed": ("模型建议", "proposed by a model"),
    "comment.draft": (
        "以下承诺由正文按规则草拟，请逐项审阅：改动、合并、删除，核心承诺标 central: true。",
        "These commitments were drafted from the text by rule. Read them one by one: change, join or delete; mark "
        "what is central with central: true.",
    ),
    "comment.draft_proposed": (
        "以下承诺由 {by} 建议，均逐字见于正文；请逐项审阅：改动、合并、删除，核心承诺标 central: true。",
        "These commitments were proposed by {by}; each stands in the text to the letter. Read them one by one: change, "
        "join or delete; mark what is central with central: true.",
    ),
    "comment.passed": ("略过（{kind}，{rule}）：{text}", "passed over ({kind}, {rule}): {text}"),
}
