"""What a reader must know of a pair of documents before trusting any verdict.

`caveat.<code>` says it of one plan, `caveat.<code>.several` of several at once, where one sentence will do for all.
"""

from __future__ import annotations

CAVEATS: dict[str, tuple[str, str]] = {
    "caveat.reconstructed": (
        "参照方案（{reference}）为重构文本：本工具未持有其全文，各项承诺系依据两处以上来源的相近表述还原；"
        "取得正式文本后，应以正式文本重新对照。",
        "The reference ({reference}) is reconstructed: its full text is not held here, and its commitments "
        "are those that two or more sources state in near-identical words. Compare again once the official "
        "text is at hand.",
    ),
    "caveat.implements_other": (
        "{plan}方案贯彻的是另一份上级文件，并非本参照方案：判定只说明主题上的覆盖，不说明执行情况。",
        "The plan of {plan} implements another document, not this reference: its verdicts show thematic "
        "coverage, not compliance.",
    ),
    "caveat.implements_other.several": (
        "贯彻另一份上级文件、判定只说明主题上的覆盖的方案：{plans}。",
        "Plans that implement another document, whose verdicts show thematic coverage, not compliance: {plans}.",
    ),
    "caveat.witness_text": (
        "{plan}方案（{plan_id}）的文本就是参照方案的见证 {witness}：按该见证对待，不以其自身表述判定。",
        "The text of {plan}'s plan ({plan_id}) is that of {witness}, a witness of the reference: it is judged as "
        "that witness is, never by its own words.",
    ),
    "caveat.attested": (
        "标 § 的承诺，{plan}方案自身就是见证，且所引原句仍在文中，即以该句为据：其采纳由重构方式决定，"
        "独立覆盖率才是公允的比重。不计见证的判定见 --blind。",
        "§ marks commitments that {plan}'s plan itself attests: its words quoted in the reference, still in its text, "
        "are the evidence. Their adoption is by construction; independent coverage is the fair share. --blind "
        "sets attestations aside.",
    ),
    "caveat.attested.several": (
        "{plans}方案自身就是参照方案的见证，所引原句仍在文中的承诺以该句为据：其采纳由重构方式决定，独立覆盖率才是公允的比重"
        "（--blind 不计见证）。",
        "The plans of {plans} attest commitments of the reference; where their quoted words still stand they are the "
        "evidence, and adoption is by construction: independent coverage is the fair share (--blind sets "
        "attestations aside).",
    ),
    "caveat.same_parent": (
        "{plan}方案与参照方案（{reference}）贯彻的是同一份文件{parent}，彼此没有上下级关系。宜以该文件为参照，"
        "对照两地：plancmp coverage {reference_id} {plan_id}（该文件不是 province 时，用 --reference 指明）。",
        "The plan of {plan} and the reference ({reference}) implement the same document, {parent}; neither answers "
        "to the other. Compare both with that document: plancmp coverage {reference_id} {plan_id} (with "
        "--reference where it is not the province's).",
    ),
    "caveat.same_parent.several": (
        "与参照方案（{reference}）贯彻同一份文件、没有上下级关系、宜以该文件为参照的方案：{plans}。",
        "Plans that implement the same document as the reference ({reference}) and do not answer to it; compare "
        "them with that document: {plans}.",
    ),
    "caveat.not_below_reference": (
        "{plan}方案没有写明贯彻哪份文件，与参照方案（{reference}）同级或级别更高：判定只说明主题上的覆盖，"
        "不说明执行情况。",
        "The plan of {plan} does not say which document it implements, and its level is not below that of the "
        "reference ({reference}): its verdicts show thematic coverage, not compliance.",
    ),
    "caveat.not_below_reference.several": (
        "没有写明贯彻哪份文件、级别不低于参照方案、判定只说明主题上的覆盖的方案：{plans}。",
        "Plans that do not say which document they implement and are of no lower level than the reference, whose "
        "verdicts show thematic coverage, not compliance: {plans}.",
    ),
    "caveat.implements_unstated": (
        "{plan}方案没有写明贯彻哪份文件，这里视为贯彻本参照方案。",
        "The plan of {plan} does not say which document it implements; it is taken to implement this reference.",
    ),
    "caveat.implements_unstated.several": (
        "没有写明贯彻哪份文件、这里视为贯彻本参照的方案：{plans}。",
        "Plans that do not say which document they implement and are taken to implement this reference: {plans}.",
    ),
    "caveat.single_coverage": (
        "参照方案为原文，各项承诺不分独立与否：coverage_independent 与 coverage 相同。",
        "The reference is an official text and all its commitments stand by themselves: coverage_independent is "
        "the same as coverage.",
    ),
    "caveat.older_than_reference": (
        "{plan}方案（{plan_issued} 印发）早于参照方案（{reference_issued} 印发），不可能以其为依据。",
        "The plan of {plan} ({plan_issued}) was issued before the reference ({reference_issued}) and cannot "
        "have answered to it.",
    ),
    "caveat.older_than_reference.several": (
        "印发早于参照方案、不可能以其为依据的方案：{plans}。",
        "Plans issued before the reference, which cannot have answered to it: {plans}.",
    ),
    "caveat.drafted": (
        "参照方案（{reference}）没有列出承诺，各项承诺由正文按规则草拟：发文机关自身的任务、目的、背景和口号不计，"
        "没有可供各地照做内容的措施不列。省市级文本中与随附的重构参照相同的承诺，也按后者的各种说法和要素查找"
        "（见 explain）。请先审阅草稿：plancmp commitments {reference_id}。",
        "The reference ({reference}) lists no commitments; they were drafted from its text by rule. What the issuer "
        "does itself, aims, background and slogans do not count, and a measure with nothing to be copied is left out. "
        "A promise of a province's or prefecture's text that the shipped reconstruction makes too is also looked for "
        "by its wordings and concepts there (see explain). Read the draft first: plancmp commitments {reference_id}.",
    ),
    "caveat.listed": (
        "各项承诺取自参照方案（{reference}）文件中所列，不另草拟；没有列出承诺的措施不计。"
        "省市级文本中与随附的重构参照相同的承诺，也按后者的各种说法和要素查找（见 explain）。",
        "The commitments are those that the file of the reference ({reference}) lists; none were drafted, and a "
        "measure without any does not count. A promise of a province's or prefecture's text that the shipped "
        "reconstruction makes too is also looked for by its wordings and concepts there (see explain).",
    ),
}
