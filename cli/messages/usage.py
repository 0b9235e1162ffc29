"""What the parser says of a usage error, in Chinese: it speaks English only, and knows no other language."""

from __future__ import annotations

import re

from plancmp.cli.messages.help import NAMES

_MESSAGES = (
    (
        r"No such option:? (.+?)(?: \(Possible options: (.+)\)|\.? Did you mean (.+)\?)?",
        "没有选项 {}",
        "；相近的有 {}",
    ),
    (r"No such command '(.+?)'\.?(?: Did you mean (.+)\?)?", "没有命令“{}”", "；是否要用：{}？"),
    (r"Missing argument '?(.+?)'?", "缺少参数“{}”", ""),
    (r"Missing (?:option|parameter) (.+)", "缺少选项 {}", ""),
    (r"Missing command", "缺少命令", ""),
    (r"Option '?(.+?)'? requires an argument", "选项 {} 后面应有取值", ""),
    (r"Option '?(.+?)'? requires \d+ arguments", "选项 {} 后面的取值不够", ""),
    (r"Option '?(.+?)'? does not take a value", "选项 {} 不带取值", ""),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", "多余的参数：{}", ""),
)
_VALUES = (
    (r"'(.*)' is not one of (.+)", "没有取值“{}”", "；可用 {}"),
    (r"Input should be a valid integer.*", "应为整数", ""),
    (r"'(.*)' is not a valid integer.*", "“{}”不是整数", ""),
    (r"Input should be greater than or equal to (-?\d+)", "应不小于 {}", ""),
    (r"Input should be less than or equal to (-?\d+)", "应不大于 {}", ""),
    (r"(-?\d+) is not in the range (.+)", "{} 不在可用范围之内", "（{}）"),
    (r"(?:dir|directory|path) '(.*)' does not exist", "目录“{}”不存在", ""),
    (r"(?:dir|directory) '(.*)' is a file", "“{}”是文件，应为目录", ""),
    (r"file '(.*)' does not exist", "文件“{}”不存在", ""),
    (r"file '(.*)' is a directory", "“{}”是目录，应为文件", ""),
    (r"(?:dir|directory|file|path) '(.*)' is not readable", "“{}”无法读取", ""),
)


def in_chinese(message: str) -> str:
    """The parser's message in Chinese; one that is not known is left as it is rather than lost."""
    message = re.sub(r" \(env var: '\w+'\)", "", message, count=1)
    value = re.fullmatch(r"Invalid value(?: for (.+?))?: (.+)", message, re.DOTALL)
    if not value:
        return _translate(message, _MESSAGES)
    option = (value[1] or "").replace("'", "")
    return f"{_names_in_chinese(option)} 取值有误：{_translate(value[2], _VALUES)}".strip()


def _translate(message: str, table: tuple[tuple[str, str, str], ...]) -> str:
    for pattern, sentence, further in table:
        if found := re.fullmatch(pattern, message.rstrip("."), re.DOTALL):
            first, *others = [_listed(group) for group in found.groups() if group is not None] or [""]
            return sentence.format(first) + "".join(further.format(other) for other in others)
    return message


def _listed(words: str) -> str:
    """Names as they stand in Chinese: `'a', 'b'` as a、b."""
    if re.fullmatch(r"'[^']*'(?:, '[^']*')*", words) or re.fullmatch(r"--[\w-]+(?:, --[\w-]+)*", words):
        words = words.replace("'", "").replace(", ", "、")
    return _names_in_chinese(words)


def _names_in_chinese(words: str) -> str:
    return NAMES.get(words.strip("[]."), words)
