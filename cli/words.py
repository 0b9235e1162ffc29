"""Everything the tool says, in Chinese and English side by side.

Help texts are English where an option is declared and Chinese in help_words.py.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass, field

from plancmp.cli.drafting_words import DRAFTING_WORDS
from plancmp.cli.encoding_words import ENCODING_WORDS
from plancmp.cli.fault_words import FAULT_WORDS
from plancmp.cli.language import Language
from plancmp.cli.page_words import PAGE_WORDS
from plancmp.cli.proof_words import PROOF_WORDS
from plancmp.cli.report_words import REPORT_WORDS

CATALOGUE: dict[str, tuple[str, str]] = {
    # The terms of the trade
    "verdict.adopted": ("采纳", "adopted"),
    "verdict.weakened": ("弱化", "weakened"),
    "verdict.omitted": ("缺失", "omitted"),
    "strengthened": ("强化", "strengthened"),
    "change.equal": ("持平", "equal"),
    "change.higher": ("提高", "higher"),
    "change.lower": ("降低", "lower"),
    "change.missing": ("未提", "dropped"),
    "change.not_comparable": ("不可比", "not comparable"),
    "reason.partial_match": ("部分承接", "partly carried"),
    "reason.target_lowered": ("目标降低", "target lowered"),
    "reason.target_dropped": ("目标未提", "target dropped"),
    "reason.deadline_later": ("期限推迟", "deadline later"),
    "reason.obligation_softened": ("力度减弱", "obligation softened"),
    "reason.made_conditional": ("改为有条件", "made conditional"),
    "reason.commitment_omitted": ("承诺缺失", "commitment omitted"),
    "basis.official": ("原文", "official"),
    "basis.reconstructed": ("重构", "reconstructed"),
    "level.province": ("省级", "province"),
    "level.prefecture": ("市级", "prefecture"),
    "level.county": ("县级", "county"),
    "agencies.lead": ("牵头单位", "Lead"),
    "agencies.supporting": ("配合单位", "Supporting"),
    "agencies.responsible": ("责任单位", "Responsible"),
    "section.goals": ("总体要求和目标", "goals"),
    "section.tasks": ("任务", "tasks"),
    "section.organisation": ("组织保障", "organisation"),
    "section.preamble": ("前言", "preamble"),
    "section.other": ("其他部分", "other"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    # Witnesses that are no plan
    "source.shandong-briefing": ("省政府政策例行吹风会", "provincial press briefing"),
    # Joining
    "comma": ("、", ", "),
    "semicolon": ("；", "; "),
    "label": ("{label}：{value}", "{label}: {value}"),
    "remark": ("{text}（{remark}）", "{text} ({remark})"),
    "quote": ("「{text}」", "「{text}」"),
    "title": ("《{text}》", "《{text}》"),
    "target": ("{indicator}：{reference}，{plan}", "{indicator}: {reference}, {plan}"),
    "target.asked": ("参照 {value}", "reference {value}"),
    "target.not_one": ("参照无统一数值", "no single reference value"),
    "target.stated": ("本地 {value}（{change}）", "local {value} ({change})"),
    "target.missing": ("本地未提", "dropped in the local plan"),
    # Why, in a few words
    "why.missing": ("缺失 {missing}/{total}：{texts}", "omitted {missing}/{total}: {texts}"),
    "why.missing_all": ("全部 {total} 项承诺缺失", "all {total} commitments omitted"),
    "why.missing_only": ("唯一承诺缺失", "its only commitment omitted"),
    "why.lowered": ("{indicator} {reference}→{plan}", "{indicator} {reference}→{plan}"),
    "why.dropped": ("{indicator} {reference}", "{indicator} {reference}"),
    "why.more": ("另有{counts}", "also {counts}"),
    "why.strengthened": ("强化：{texts}", "strengthened: {texts}"),
    # The comparison
    "diff.title": ("{plan}对照{reference}", "{plan} against {reference}"),
    "diff.reference": ("参照", "Reference"),
    "diff.plan": ("地方", "Local"),
    "diff.verdict": ("判定", "Verdict"),
    "diff.measure": ("参照措施", "Measure"),
    "diff.matches": ("对应", "Found in"),
    "diff.reason": ("主要理由", "Main reason"),
    "diff.nearest": ("最近 {measure}（{score:.2f}）{quote}", "nearest {measure} ({score:.2f}) {quote}"),
    "diff.nothing_near": ("全文未见", "not found anywhere in the plan"),
    "diff.attested": ("§ 见证", "§ attested"),
    "diff.not_independent": ("不计入独立覆盖率", "not in independent coverage"),
    "diff.nothing_selected": ("没有符合筛选条件的措施。", "No measure passes these filters."),
    "diff.evidence": ("本地依据", "Local evidence"),
    "diff.commitments": ("承诺", "Commitments"),
    "filters": ("筛选", "Filters"),
    "filters.measures": ("措施 {ids}", "measure {ids}"),
    "filters.verdicts": ("判定 {verdicts}", "verdict {verdicts}"),
    "filters.reasons": ("理由 {reasons}", "reason {reasons}"),
    "filters.scope": ("合计不受筛选影响", "totals count everything"),
    "summary": ("合计", "Summary"),
    "total": ("合计", "Total"),
    "summary.total": ("总数", "Total"),
    "summary.measures": ("措施", "Measures"),
    "summary.commitments": ("承诺", "Commitments"),
    "summary.coverage": ("覆盖率", "Coverage"),
    "summary.coverage_independent": ("独立覆盖率", "Independent coverage"),
    "summary.coverage_means": (
        "全部 {total} 项承诺中得到承接的比重，弱化的按一半计。",
        "Share of all {total} commitments carried; a weakened one counts half.",
    ),
    "summary.independent_means": (
        "只计除本方案外仍有两处以上见证（转述参照承诺的其他文件）的 {independent} 项承诺，更接近实际。",
        "The same share of the {independent:commitment|commitments} that two or more other witnesses (documents that "
        "state the reference's commitments) attest: the fairer estimate.",
    ),
    "summary.no_independent": (
        "没有一项承诺除本方案外仍有两处以上见证（转述参照承诺的其他文件），无法计算。",
        "No commitment is attested by two or more other witnesses (documents that state the reference's commitments).",
    ),
    "additions": ("新增", "Additions"),
    "additions.means": (
        "处本地内容，不对应参照方案的任何承诺。",
        "local clauses that answer to no commitment of the reference.",
    ),
    "notes": ("说明", "Notes"),
    "note.reconstructed": (
        "参照方案（{reference}）为重构文本：本工具未持有其全文，各项承诺系依据两处以上来源的相近表述还原；"
        "取得正式文本后，应以正式文本重新对照。",
        "The reference ({reference}) is reconstructed: its full text is not held here, and its commitments "
        "are those that two or more sources state in near-identical words. Compare again once the official "
        "text is at hand.",
    ),
    "note.implements_other": (
        "{plan}方案贯彻的是另一份上级文件，并非本参照方案：判定只说明主题上的覆盖，不说明执行情况。",
        "The plan of {plan} implements another document, not this reference: its verdicts show thematic "
        "coverage, not compliance.",
    ),
    "note.witness_text": (
        "{plan}方案（{plan_id}）的文本就是参照方案的见证 {witness}：按该见证对待，不以其自身表述判定。",
        "The text of {plan}'s plan ({plan_id}) is that of {witness}, a witness of the reference: it is judged as "
        "that witness is, never by its own words.",
    ),
    "note.attested": (
        "标 § 的承诺，{plan}方案自身就是见证，且所引原句仍在文中，即以该句为据：其采纳由重构方式决定，"
        "独立覆盖率才是公允的比重。不计见证的判定见 --blind。",
        "§ marks commitments that {plan}'s plan itself attests: its words quoted in the reference, still in its text, "
        "are the evidence. Their adoption is by construction; independent coverage is the fair share. --blind "
        "sets attestations aside.",
    ),
    "note.same_parent": (
        "{plan}方案与参照方案（{reference}）贯彻的是同一份文件{parent}，彼此没有上下级关系。宜以该文件为参照，"
        "对照两地：plancmp coverage {reference_id} {plan_id}（该文件不是 province 时，用 --reference 指明）。",
        "The plan of {plan} and the reference ({reference}) implement the same document, {parent}; neither answers "
        "to the other. Compare both with that document: plancmp coverage {reference_id} {plan_id} (with "
        "--reference where it is not the province's).",
    ),
    "note.not_below_reference": (
        "{plan}方案没有写明贯彻哪份文件，与参照方案（{reference}）同级或级别更高：判定只说明主题上的覆盖，"
        "不说明执行情况。",
        "The plan of {plan} does not say which document it implements, and its level is not below that of the "
        "reference ({reference}): its verdicts show thematic coverage, not compliance.",
    ),
    "note.implements_unstated": (
        "{plan}方案没有写明贯彻哪份文件，这里视为贯彻本参照方案。",
        "The plan of {plan} does not say which document it implements; it is taken to implement this reference.",
    ),
    "caveat.single_coverage": (
        "参照方案为原文，各项承诺不分独立与否：coverage_independent 与 coverage 相同。",
        "The reference is an official text and all its commitments stand by themselves: coverage_independent is "
        "the same as coverage.",
    ),
    "note.older_than_reference": (
        "{plan}方案（{plan_issued} 印发）早于参照方案（{reference_issued} 印发），不可能以其为依据。",
        "The plan of {plan} ({plan_issued}) was issued before the reference ({reference_issued}) and cannot "
        "have answered to it.",
    ),
    # Columns
    "column.programme": ("工程序号", "Programme"),
    "column.programme_title": ("工程", "Programme title"),
    "column.measure": ("措施序号", "Measure"),
    "column.measure_title": ("措施", "Measure title"),
    "column.measure_verdict": ("措施判定", "Measure verdict"),
    "column.measure_score": ("措施得分", "Measure score"),
    "column.measure_confidence": ("措施把握", "Measure confidence"),
    "column.measure_reasons": ("措施理由", "Measure reasons"),
    "column.matches": ("对应措施", "Matched measures"),
    "column.commitment": ("承诺序号", "Commitment"),
    "column.commitment_text": ("承诺", "Commitment text"),
    "column.verdict": ("承诺判定", "Verdict"),
    "column.score": ("得分", "Score"),
    "column.strengthened": ("强化", "Strengthened"),
    "column.evidence_basis": ("依据来源", "Evidence by"),
    "column.central": ("核心", "Central"),
    "evidence_basis.attested": ("见证", "attested"),
    "evidence_basis.found": ("检索", "found"),
    "column.independent": ("独立", "Independent"),
    "column.reasons": ("理由", "Reasons"),
    "column.evidence": ("本地依据", "Local evidence"),
    "column.nearest": ("最近段落", "Nearest passages"),
    "column.targets": ("目标", "Targets"),
    "column.gravest": ("措施主要变化", "Gravest change"),
    "column.id": ("标识", "Id"),
    "column.name": ("名称", "Name"),
    "column.document_number": ("文号", "Number"),
    "column.issued": ("印发日期", "Issued"),
    "column.programmes": ("工程", "Prog"),
    "column.measures": ("措施", "Meas"),
    "column.commitments": ("承诺", "Comm"),
    "column.witnesses": ("见证", "Wit"),
    "column.basis": ("文本", "Basis"),
    "column.text": ("正文", "Text"),
    "column.lead": ("牵头单位", "Lead"),
    "column.supporting": ("配合单位", "Supporting"),
    "column.responsible": ("责任单位", "Responsible"),
    "column.file": ("文件", "File"),
    "column.line": ("行", "Line"),
    "column.path": ("位置", "Path"),
    "column.kind": ("类别", "Kind"),
    "column.message": ("问题", "Fault"),
    # One plan
    "plan.title": ("方案", "Title"),
    "plan.names": ("名称", "Names"),
    "plan.level": ("层级", "Level"),
    "plan.basis": ("文本", "Basis"),
    "plan.issuer": ("发文机关", "Issuer"),
    "plan.document_number": ("文号", "Number"),
    "plan.issued": ("印发日期", "Issued"),
    "plan.period": ("实施期限", "Period"),
    "plan.implements": ("贯彻文件", "Implements"),
    "plan.source": ("来源", "Source"),
    "plan.facts": ("已知事实", "Known facts"),
    "plan.schemes": ("所列计划", "Schemes"),
    "plan.reconstructed": (
        "重构文本：未持有全文，以下承诺均列出见证（转述该承诺的其他文件及原句）。",
        "Reconstructed: the full text is not held; each commitment lists its witnesses (the documents that state it, "
        "and their words).",
    ),
    "plan.sections": ("措施以外的部分", "Outside the measures"),
    "plan.title_inferred": ("标题系推定", "title inferred"),
    "plan.target": ("目标：{target}", "target: {target}"),
    # check
    "check.clean": (
        "未发现问题：{plans} 个方案，{measures} 条措施，{commitments} 项承诺，"
        "{witnesses} 处见证（转述参照承诺的其他文件中的原句）。",
        "Clean: {plans:plan|plans}, {measures:measure|measures}, {commitments:commitment|commitments}, "
        "{witnesses:quote|quotes} of witnesses (documents that state the reference's commitments).",
    ),
    "check.faults": (
        "共 {faults} 处问题，涉及 {files} 个文件。",
        "{faults:fault|faults} in {files:file|files}.",
    ),
    **FAULT_WORDS,
    **DRAFTING_WORDS,
    **ENCODING_WORDS,
    **REPORT_WORDS,
    **PAGE_WORDS,
    **PROOF_WORDS,
    # Errors
    "error": ("plancmp：{message}", "plancmp: {message}"),
    "error.usage": ("用法有误：{message}（见 {help}）", "{message} (see '{help}')"),
    "error.unknown_plan": ("没有名为“{name}”的方案", "no plan is called '{name}'"),
    "error.several_plans": ("名为“{name}”的方案不止一个", "several plans are called '{name}'"),
    "error.wrong_order": (
        "次序颠倒：{plan}方案贯彻的是{reference}方案，应以后者为参照；是否要用：{command}？",
        "wrong order: it is the plan of {plan} that implements that of {reference}; did you mean '{command}'?",
    ),
    "error.names_reference": (
        "{reference}就是参照方案，不能同时作为地方方案；是否要用：{command}？",
        "{reference} is the reference itself, not a plan to compare with it; did you mean '{command}'?",
    ),
    "error.same_id": (
        "标识 {id} 重复，无法区分：{one} 和 {other}；请改其中一个的 id",
        "two plans have the id '{id}': {one} and {other}; change one of them",
    ),
    "error.output_is_input": (
        "{path} 是本次读取的文件，不能作为输出；请另取文件名",
        "{path} is read by this command and is not written over; choose another file",
    ),
    "error.output_exists": (
        "{path} 已存在，未作改动；如要覆盖，请加 --force",
        "{path} is there already and was left as it is; --force replaces it",
    ),
    "library.replaced": (
        "{id}：使用 {path}，不用 {hidden} 中的同名方案。",
        "{id}: {path} is used in place of the plan of the same id in {hidden}.",
    ),
    "error.unknown_measure": ("{plan}没有措施 {wanted}", "{plan} has no measure {wanted}"),
    "error.unknown_value": ("{option} 没有取值“{wanted}”", "{option} knows no '{wanted}'"),
    "error.did_you_mean": ("{problem}；是否要找：{suggestions}？", "{problem}; did you mean {suggestions}?"),
    "error.list_plans": (
        "{problem}；用 plancmp list 查看现有方案",
        "{problem}; 'plancmp list' shows the plans there are",
    ),
    "error.ending_unknown": (
        "{file} 的后缀不是本命令的输出格式；可用 {endings}",
        "{file}: this command has no format that ends so; possible are {endings}",
    ),
    "error.ending_contradicts": (
        "{file} 的后缀与 --format {format} 不符；应为 {endings}，或去掉 --format",
        "{file} does not end as --format {format} does: let it end in {endings}, or leave --format out",
    ),
    "error.or": (" 或 ", " or "),
    "error.more_faults": (
        "{fault}（另有 {more} 处，用 plancmp check 查看）",
        "{fault} (and {more} more: see 'plancmp check')",
    ),
    "error.engine_needs_scheduler": (
        "--engine dask 与 --scheduler 须同用",
        "--engine dask and --scheduler go together",
    ),
    "error.jobs_are_local": (
        "--jobs 只用于本机，不能与 --engine dask 同用",
        "--jobs is for this machine and does not go with --engine dask",
    ),
    "error.no_dask": (
        "--engine dask 需要 Dask：pip install 'plancmp[dask]'",
        "--engine dask needs Dask: pip install 'plancmp[dask]'",
    ),
    "error.no_scheduler": (
        "{address} 处没有可用的 Dask 调度器",
        "no Dask scheduler answers at {address}",
    ),
    "error.no_dask_worker": (
        "{address} 处的 Dask 集群没有工作进程",
        "the Dask cluster at {address} has no workers",
    ),
    "error.cluster_lost": (
        "与 {address} 处 Dask 集群的连接中断，或其工作进程一再意外终止；请查看集群日志",
        "the Dask cluster at {address} was lost, or its workers ended again and again: see its logs",
    ),
    "error.worker_ended": (
        "一个对照进程被外部终止（可能是内存不足）；请减少 --jobs 后重试",
        "a process that compared plans was ended from outside, perhaps for want of memory: try fewer --jobs",
    ),
    "error.output": ("无法写入 {path}：{reason}", "cannot write {path}: {reason}"),
    "error.input": ("无法读取 {path}：{reason}", "cannot read {path}: {reason}"),
    "error.internal": (
        "内部错误（{kind}：{message}）；{report}",
        "internal error ({kind}: {message}); {report}",
    ),
    "error.report_log": ("请反馈，并附上日志 {log}", "please report it with the log {log}"),
    "error.report_command": ("请连同所用命令一并反馈", "please report it together with the command"),
}

_SYSTEM = {
    "No such file or directory": "文件或目录不存在",
    "Permission denied": "没有权限",
    "Operation not permitted": "不允许此操作",
    "Is a directory": "是目录",
    "Not a directory": "路径中有一段不是目录",
    "File exists": "文件已存在",
    "File name too long": "文件名过长",
    "File too large": "文件过大",
    "No space left on device": "磁盘空间不足",
    "Read-only file system": "文件系统只读",
    "Input/output error": "读写出错",
    "Bad file descriptor": "已关闭",
    "Too many levels of symbolic links": "符号链接层数过多",
    "Too many open files": "打开的文件过多",
    "Invalid argument": "名称或参数无效",
}
"""The system's words for what keeps a file from being read or written; it has them in English."""


class _Counting(string.Formatter):
    """Fields with a noun in both numbers: `{plans:plan|plans}` is "1 plan" or "5 plans"."""

    def format_field(self, value: object, format_spec: str) -> str:
        if "|" not in format_spec:
            return format(value, format_spec)
        singular, plural = format_spec.split("|")
        return f"{value} {singular if str(value) == '1' else plural}"


_COUNTING = _Counting()


@dataclass(frozen=True)
class Words:
    """The catalogue in one language: `say("verdict.adopted")`, `say("check.faults", faults=6, files=1)`.

    `names` has the plans' names by id, for an output that speaks of plans by their ids.
    """

    language: Language
    names: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, key: str, **values: object) -> str:
        """The words for a key, with the values filled in."""
        chinese, english = CATALOGUE[key]
        words = chinese if self.language is Language.CHINESE else english
        if "|" in words:
            return _COUNTING.vformat(words, (), values)
        return words.format(**values) if values else words

    def reason(self, system: str | None) -> str:
        """The system's words for an error; those that are not known stay as they are."""
        chinese = self.language is Language.CHINESE
        return _SYSTEM.get(system or "", system or "") if chinese else system or ""

    def witness(self, plan: str) -> str:
        """The name of a witness: the catalogue's for one that is no plan, the plan's own, else its id."""
        key = f"source.{plan}"
        return self(key) if key in CATALOGUE else self.names.get(plan, plan)

    def either(self, chinese: tuple[str, ...], english: tuple[str, ...]) -> tuple[str, ...]:
        """Of texts that data holds in both languages the ones to show; English where there are none in Chinese."""
        return chinese if self.language is Language.CHINESE and chinese else english

    def listed(self, texts: list[str]) -> str:
        """Several short texts as one enumeration."""
        return self("comma").join(texts)
