"""Faults of plan files: what is wrong and what was expected.

`fault.<kind>` has one sentence for each kind; `hint.<kind>` goes on it where something nearby was found.
"""

from __future__ import annotations

FAULTS: dict[str, tuple[str, str]] = {
    "fault.file_missing": ("文件不存在", "there is no such file"),
    "fault.not_a_file": (
        "不是普通文件，应为一个 YAML 文件",
        "this is not a regular file; expected a YAML file",
    ),
    "fault.file_unreadable": ("文件无法读取：{found}", "the file cannot be read: {found}"),
    "fault.file_too_large": (
        "文件过大：{found} 字节，上限为 {expected} 字节",
        "the file is too large: {found} bytes, at most {expected} are read",
    ),
    "fault.file_empty": ("文件没有内容，应为一个方案", "the file is empty; expected a plan"),
    "fault.not_utf8": (
        "字节 {found} 不是 {expected} 编码，应将文件另存为 UTF-8",
        "byte {found} is not {expected}; save the file as UTF-8",
    ),
    "fault.forbidden_character": (
        "控制字符 {found} 不得出现，应予删除",
        "control character {found} is not allowed; remove it",
    ),
    "fault.more_faults": (
        "问题过多，只列出前 {found} 处，改正后请再检查",
        "there are more faults than the {found} listed; mend those and check again",
    ),
    "fault.yaml_syntax": ("YAML 语法错误（{expected}）：{found}", "YAML syntax error ({expected}): {found}"),
    "fault.several_documents": (
        "文件中有多个 YAML 文档（---），应只有一个",
        "the file holds several YAML documents (---); expected one",
    ),
    "fault.too_deep": (
        "嵌套 {found} 层，上限为 {expected} 层",
        "nested {found} levels deep; at most {expected} are allowed",
    ),
    "fault.too_many_values": (
        "共 {found} 个值，上限为 {expected} 个",
        "{found} values; at most {expected} are allowed",
    ),
    "fault.yaml_tag": (
        "不得使用 YAML 标签 {found}，应写出其值",
        "YAML tag {found} is not allowed; write a plain value",
    ),
    "fault.yaml_alias": (
        "不得使用 YAML 锚点或引用 {found}，应写出其值",
        "YAML anchor or alias {found} is not allowed; write the value itself",
    ),
    "fault.duplicate_key": (
        "键 {found} 重复，首次出现于第 {expected} 行，应删去其一",
        "key '{found}' is given twice, first on line {expected}; keep one",
    ),
    "fault.key_not_text": ("键应为文本", "a key must be text"),
    "fault.null_value": (
        "没有值（{found}），应填写或删去该键",
        "there is no value ({found}); fill it in or remove the key",
    ),
    "fault.unquoted_number": (
        "未加引号，被读作数字 {found}，应写为 {expected}",
        "without quotes this is the number {found}; write {expected}",
    ),
    "fault.unquoted_boolean": (
        "未加引号，被读作真假值 {found}，应写为 {expected}",
        "without quotes this is the truth value {found}; write {expected}",
    ),
    "fault.unquoted_date": (
        "未加引号，被读作日期 {found}，应写为 {expected}",
        "without quotes this is the date {found}; write {expected}",
    ),
    "fault.unknown_key": ("没有键 {found}", "there is no key '{found}'"),
    "hint.unknown_key": ("，是否应为 {expected}", "; did you mean '{expected}'"),
    "fault.missing_key": ("缺少键 {expected}", "key '{expected}' is missing"),
    "fault.wrong_type": ("此处为 {found}，应为{expected}", "found {found}; expected {expected}"),
    "fault.empty_text": ("文本为空，应填写", "the text is empty; fill it in"),
    "fault.empty_list": ("列表为空，至少应有一项", "the list is empty; at least one item is needed"),
    "fault.bad_choice": (
        "不能是 {found}，应为 {expected} 之一",
        "'{found}' is not possible; expected one of {expected}",
    ),
    "fault.bad_id": (
        "标识 {found} 格式有误，应如 {expected}",
        "id '{found}' is malformed; expected the form {expected}",
    ),
    "fault.bad_date": (
        "{found} 不是有效日期，应为 {expected}",
        "'{found}' is not a calendar date; expected {expected}",
    ),
    "fault.out_of_range": ("{found} 超出范围，应 {expected}", "{found} is out of range; expected {expected}"),
    "fault.period_reversed": ("期限 {found} 起止颠倒", "period {found} ends before it starts"),
    "fault.repeated_id": ("标识 {found} 重复，应各不相同", "id '{found}' is given twice; ids must differ"),
    "fault.numbering": ("编号为 {found}，应为 {expected}", "numbered {found}; expected {expected}"),
    "fault.invisible_character": (
        "有看不见的字符 {found}，应予删除（比对时不计）",
        "invisible characters {found} stand in it; remove them (comparing passes over them)",
    ),
    "hint.invisible_character": ("；第一个在“{expected}”之后", "; the first one stands behind “{expected}”"),
    "fault.measure_text_missing": ("正式方案的措施应有正文", "a measure of an official plan needs its text"),
    "fault.commitments_missing": (
        "重构方案的措施应列出承诺",
        "a measure of a reconstructed plan needs commitments",
    ),
    "fault.title_basis_misplaced": (
        "title_basis（{found}）只用于重构方案，应删去",
        "title_basis ({found}) belongs to reconstructed plans only; remove it",
    ),
    "fault.file_name": (
        "标识 {found} 与文件名不符，应为 {expected}",
        "id '{found}' does not match the file's name; expected '{expected}'",
    ),
    "fault.name_taken": (
        "名称 {found} 已用于方案 {expected}，应各不相同",
        "'{found}' already names plan '{expected}'; names must differ",
    ),
    "fault.too_few_witnesses": (
        "只有 {found} 个方案作为见证，应有 {expected} 个，或以 note 说明理由",
        "attested by {found:plan|plans}; expected {expected}, or a note that says why",
    ),
    "fault.witness_plan_unknown": (
        "没有作为见证的方案 {found}",
        "there is no plan '{found}' to bear witness",
    ),
    "hint.witness_plan_unknown": ("，是否应为 {expected}", "; did you mean '{expected}'"),
    "fault.witness_plan_invalid": (
        "作为见证的方案 {found} 自身有误，无法核对，应先改正该方案",
        "plan '{found}' has faults of its own and cannot bear witness; mend it first",
    ),
    "fault.witness_source_unknown": (
        "没有作为见证的来源 {found}",
        "there is no source '{found}' to bear witness",
    ),
    "hint.witness_source_unknown": ("，是否应为 {expected}", "; did you mean '{expected}'"),
    "fault.witness_measure_unknown": ("该方案没有措施 {found}", "that plan has no measure {found}"),
    "hint.witness_measure_unknown": ("，引文见于 {expected}", "; the quote stands in {expected}"),
    "fault.quote_elsewhere": (
        "引文不在措施 {found}，而在 {expected}",
        "the quote is not in measure {found} but in {expected}",
    ),
    "fault.quote_not_found": ("引文「{found}」未见于来源", "quote 「{found}」 is not in the source"),
    "hint.quote_not_found": ("，其中有的只是「{expected}」", "; it holds only 「{expected}」"),
    "fault.target_not_in_quote": (
        "目标「{found}」不在见证引文「{expected}」之中",
        "target 「{found}」 is not in the witness's quote 「{expected}」",
    ),
    "fault.target_without_witness": (
        "目标注明出自 {found}，但该承诺的见证只有 {expected}",
        "the target is stated by '{found}', but the commitment's witnesses are {expected}",
    ),
    "fault.target_value_unsupported": (
        "目标值「{found}」应有两个见证一致，现为 {expected}",
        "value 「{found}」 needs two witnesses that agree; they state {expected}",
    ),
    "type.text": ("文本", "text"),
    "type.integer": ("整数", "a whole number"),
    "type.list": ("列表", "a list"),
    "type.number": ("数字", "a number"),
    "type.flag": ("true 或 false", "true or false"),
    "type.mapping": ("键值表", "a mapping"),
    "fault.bad_fingerprint": (
        "指纹 {found} 格式有误，应由 plancmp 写出（{expected}）",
        "'{found}' is no fingerprint; plancmp writes them ({expected})",
    ),
    "fault.one_item": (
        "一条人工结论只针对一项承诺或一条措施，应写 {expected} 之一",
        "a decision is on one commitment or one measure; give one of {expected}",
    ),
    "fault.reasons_misplaced": (
        "判定为 {found} 时不得有理由，应予删除",
        "no reason goes with {found}; remove it",
    ),
    "fault.quotes_misplaced": (
        "判定为 {found} 时不得有引文，应予删除",
        "no quote goes with {found}; remove it",
    ),
    "fault.plan_unknown": ("没有方案 {found}", "there is no plan '{found}'"),
    "hint.plan_unknown": ("，是否应为 {expected}", "; did you mean '{expected}'"),
    "fault.plan_invalid": (
        "方案 {found} 自身有误，无法核对，应先改正该方案",
        "plan '{found}' has faults of its own; mend it first",
    ),
    "fault.item_unknown": ("参照方案没有 {found}", "the reference has no {found}"),
    "fault.decision_suspect": (
        "{found} 的结论存疑：所依据的文字已变，不予采用，应重新复核",
        "the decision on {found} is suspect: the text it rests on has changed; decide anew",
    ),
    "fault.decisions_differ": (
        "与 {found} 的结论（{expected}）相矛盾，两者均不采用",
        "this contradicts {found}, who says {expected}; neither is applied",
    ),
}
