"""Help in Chinese: commands, arguments and options by their names; the English stands where they are declared."""

from __future__ import annotations

import re

COMMANDS: dict[str, tuple[str, str]] = {
    "plancmp": (
        "对照政府方案：各地采纳、弱化、缺失了哪些内容？",
        "每项判定都附地方方案原文为据。方案可用标识、别名（如 province、峄城区）或 YAML 文件的路径指明。",
    ),
    "diff": (
        "以参照方案为准，逐条措施对照一个地方方案。",
        "参照的每条措施占一行：采纳、弱化或缺失，由哪些地方措施承接，其中哪项承诺变化最大。"
        "筛选只决定列出什么，不影响合计；--only 和 --reason 列出所找到的承诺及本地原文。"
        "html 为报告的网页。",
    ),
    "coverage": (
        "列出各地方案对每条措施或每项承诺的落实情况。",
        "不指明方案时，列出参照以下的全部地方方案。贯彻的不是本参照的方案加标记，不计入平均数。"
        "有错误的方案文件予以提示并略去。方案较多时分到各个处理器核心上对照。"
        "按承诺列出时，显示每项承诺由谁采纳、弱化、缺失，各有几个方案。"
        "html 为网页，有措施、承诺和全部依据。",
    ),
    "report": (
        "报告方案的差距，逐条附依据。",
        "目标降低和核心承诺缺失的在前，其余按权重从高到低。指明多个方案时合成一份对照报告。"
        "终端上只列要点，结论在最后；多个方案时只列各自最重的差距。"
        "筛选只决定列出哪些差距，不影响合计。",
    ),
    "peers": (
        "列出他处已有、本方案没有的承诺。",
        "逐项承诺列出，本方案较弱的也在内：他处的表述可作样本，并附所列单位。后面是只有本方案才有的内容。"
        "筛选依本方案对承诺的判定。",
    ),
    "changes": (
        "列出一个方案前后两个版本的变化。",
        "降低、推迟或删去的数字逐一列出；消失、减弱、加强、改写和新增的表述附前后原文。"
        "两份 diff 的 JSON 输出按判定比较。",
    ),
    "explain": (
        "说明参照中一条措施的判定如何得出。",
        "逐项承诺列出比对用语、候选段落及取舍理由，目标、力度和条件；再说明判定如何汇总。缺失的列出最相近的段落。",
    ),
    "targets": (
        "并列各方案的量化目标。",
        "不指明方案时，列出参照以下的全部地方方案。比重、比率和增幅与参照比较，参照没有数值的与要求最高的方案比较。"
        "数量随地方规模而异，只并列。",
    ),
    "list": (
        "列出现有方案及其篇幅。",
        "承诺数和见证（转述参照承诺的其他文件）数只见于列明这些内容的方案，如参照方案。",
    ),
    "show": (
        "显示方案或其中一条措施的正文。",
        "各条措施之后是有关单位；参照方案列出承诺和见证（转述该承诺的其他文件及原句）。"
        "措施以外的部分（如主要目标）以 S1、S2 等编号列在后面。",
    ),
    "check": (
        "检查方案文件，列出全部错误及所在行。",
        "引文在所引方案中找不到，同样算作错误。人工结论的文件也一并检查：所依据的文字已变的，予以提示。"
        "有错误时退出码为 1。",
    ),
    "review": (
        "逐项复核方案的判定，最存疑、分量最重的在前。",
        "每项只按一个键，随即存入人工结论的文件，其他各命令都据以显示。承诺和所据文句只要文字未变，结论就有效。"
        "--only 按承诺的判定筛选。文件中与现文不符的各行逐一提示、不予采用，此时退出码为 1。",
    ),
    "consult": (
        "请语言模型对存疑的承诺再读一遍。",
        "模型只提建议，并附引文；引文须逐字见于方案，不能证实的再问一次，仍不能证实的予以提示。"
        "建议存入人工结论的文件，只有加 --trust-proposals 才计入判定。问过的不再问。未配置服务器时不联系任何主机。",
    ),
    "glossary": (
        "解释输出中的术语。",
        "每个术语附英文和含义。英文输出中另列方案用语的英译。",
    ),
    "evaluate": (
        "用细读结果衡量判定和对应关系的准确度。",
        "一致率、Kappa、宏平均 F1 和对应关系与同时运行的几种简单基线方法并列。细读标准为对措施或对承诺的细读；"
        "--decisions 为人工结论和模型建议，两者同用时，工具、模型和人工各与细读标准比较，也相互比较。",
    ),
    "encode": (
        "把正式文件转成方案文件（YAML）。",
        "取用了哪些文字、略去了哪些、哪些应由人核对，连同行号显示在标准错误上。"
        "已有的方案文件可能经过人工改正，只有加 --force 才会覆盖，其中的英译随所译的中文保留。"
        "多个文件各编成一个方案文件，放入 -o 所指文件夹，并列表说明；已有方案文件的略过。",
    ),
    "commitments": (
        "由正文草拟方案的承诺。",
        "把有所承诺的句子与发文机关自身的任务、目的、引导语、背景和口号区分开来。"
        "用 -o 文件名.yaml 把草稿写入方案文件，供人修改；对照时以文件所列承诺为准，没有列出的用草稿。"
        "加 --consult 由语言模型建议草稿；每项须逐字见于该措施，不能证实的措施依规则草拟。",
    ),
}
"""The first sentence stands in the list of commands; the others only in the command's own help."""

NAMES: dict[str, str] = {
    "REFERENCE": "参照",
    "PLAN": "方案",
    "PEER": "他处方案",
    "OLD": "原版本",
    "NEW": "现版本",
    "MEASURE": "措施",
    "VERDICT": "判定",
    "REASON": "理由",
    "FORMAT": "格式",
    "FILE": "文件",
    "DIR": "目录",
    "LANG": "语言",
    "LEVEL": "层级",
    "KEY": "依据",
    "PERCENT": "百分数",
    "N": "数量",
    "NUMBER": "序号",
    "ENGINE": "引擎",
    "ADDRESS": "地址",
    "ID": "编号",
    "SCOPE": "范围",
    "SECONDS": "秒数",
    "URL": "网址",
    "NAME": "名称",
    "TEXT": "文字",
    "GOLD": "细读标准",
}

_EXPLANATIONS: dict[str, str] = {
    "REFERENCE": "作为参照的方案：标识、别名或文件。",
    "PLAN": "标识、别名或文件。",
    "consult PLAN": "标识、别名或文件，可有多个。",
    "coverage PLAN": "标识、别名或文件，可有多个。",
    "report PLAN": "标识、别名或文件，可有多个。",
    "targets PLAN": "标识、别名或文件，可有多个。",
    "check PLAN": "标识、别名或文件；不指明时检查全部方案。",
    "MEASURE": "参照中的措施，如 1.2。",
    "show MEASURE": "只显示这一条，如措施 1.2，或措施以外的部分 S4。",
    "PEER": "可供借鉴的方案：标识、别名或文件；不指明时为其他全部方案。",
    "peers --verbose": "列出他处的全部段落，以及本方案自己的表述。",
    "OLD": "原版本：标识、别名或文件；也可以是先前 diff 的 JSON 输出。",
    "NEW": "现版本；原版本是 JSON 输出的，这里也是。",
    "changes --reference": "另列对照这一方案（标识、别名或文件）的判定有何变化。",
    "--fail-on-loss": "有消失、减弱、降低、删去或推迟的，退出码为 1。",
    "GOLD": "JSON 格式的细读结果，多个文件合并计算。",
    "FILE": "公布的文件：文本、.html、.docx、.ofd 或 .pdf；装有 LibreOffice 时还可用 .doc、.wps、.rtf 和 .odt；也可以是网页或文件的网址（http://…、https://…）。可有多个，也可以是放文件的文件夹。",
    "--reference": "作为参照的方案：标识、别名或文件。",
    "--measure": "只列这一条，如 1.2（可多次使用）。",
    "--only": "只列采纳、弱化或缺失的措施，以及任一措施中的此类承诺（可多次使用）。",
    "--reason": "只列有这一理由的承诺（可多次使用）：{reasons}。",
    "--blind": "不采用方案作为参照见证（转述参照承诺的文件）的表述，一律从文本中查找。",
    "--decisions": "存放人工结论的目录，每个方案一个文件；不指明时为当前目录下的 decisions。",
    "--trust-proposals": "语言模型的建议（见 plancmp consult）也计入，人工已有结论的除外。",
    "evaluate --decisions": "改用目录或文件中的人工结论衡量人们多大程度上同意判定；与细读标准同用则比较各判定者。",
    "--computed": "显示工具自身的判定，不采用人工结论。",
    "--list": "列出待复核的承诺；可配合 --format 和 -o 使用。",
    "--from": "采用文件中的结论：填写后的台账（.xlsx）或另一个人工结论文件（.yaml）。",
    "--who": "由谁复核；不指明时为登录名。",
    "review --only": "只复核判定为采纳、弱化或缺失的承诺（可多次使用）。",
    "--verbose": "列出各项承诺及本地原文。",
    "report --verbose": "在终端上列出全部差距及其全部依据，以及新增内容。",
    "evaluate --verbose": "列出与细读结果的全部不一致之处。",
    "commitments --verbose": "一并列出略过的各处及所依规则。",
    "--fail-on": "弱化或缺失：有措施或任一承诺达到或超过这一程度时，退出码为 1。",
    "--baseline": "先前 diff 的 JSON 输出：只有比其中更差的才算不合格（程度见 --fail-on，不指明时为弱化）。",
    "--fail-under": "贯彻参照的方案中有覆盖率低于这个百分数的，退出码为 1。",
    "--format": "{formats}；不指明时依 -o 文件的后缀，否则为 table。",
    "report --format": "{formats}；不指明时依 -o 文件的后缀，否则在终端上为 table，写入管道或文件时为 markdown。",
    "encode --output": "写入文件，要么完整写入，要么不写；- 表示标准输出；有多个文件时为放方案文件的文件夹。",
    "--output": "写入文件，要么完整写入，要么不写；- 表示标准输出。",
    "--lang": "zh（中文）或 en（英文）；不指明时依系统语言环境。",
    "--no-color": "不用颜色（与设置 NO_COLOR 相同）。",
    "--plans-dir": "另有方案的目录（可多次使用）。其中的方案与自带方案一并使用，标识相同的以目录中的为准。",
    "--by": "measure（按措施）、programme（按工程，方案超过 12 个时的默认）或 commitment（按承诺）。",
    "--programme": "按承诺：只列这个工程，如 3（可多次使用）。",
    "--agency": "按承诺：只列有这个单位的，可写全称、其中一部分或简称（如发改局）。",
    "--omitted-by": "按承诺：只列至少这么多个方案缺失的。",
    "--adopted-by-none": "按承诺：只列没有一个方案完整采纳的。",
    "--sort": "coverage：覆盖率高的方案在前；gaps：覆盖最差的措施或承诺在前。",
    "--strict": "遇到无法对照的方案文件即停止（退出码为 2）。",
    "--jobs": "进程数，最多 61 个；不指明时每个处理器核心一个。方案少时不会用满。",
    "--engine": "local（本机），或 dask（已在运行的集群）。",
    "--scheduler": "集群的调度器，如 tcp://host:8786；Dask 会信任它。",
    "consult --all": "询问全部承诺。",
    "--top": "询问待复核次序中的前百分之几，最存疑的在前。",
    "--per": "每个请求问整个参照（reference），或每个工程一个请求（programme）。",
    "--model": "模型的名称。",
    "--url": "提供 chat completions 的服务器，如 http://localhost:8000/v1；密钥取自环境变量 PLANCMP_MODEL_KEY。",
    "--consult": "询问语言模型：正文中哪些是承诺；参见 plancmp consult。",
    "commitments --dry-run": "只说明要向哪里发送多少，不发送，也不写文件。",
    "consult --dry-run": "只说明要向哪里发送多少，不发送，也不写文件。",
    "--requests": "把请求写成批处理的 JSONL，不询问。",
    "--answers": "从批处理的输出读取答复，不询问。",
    "--concurrency": "同时发出的请求数。",
    "--timeout": "一个请求最多等待的秒数。",
    "--attempts": "一个请求最多发送的次数。",
    "--all": "也列出只见于一个方案的指标。",
    "--leave-one-out": "另算门槛依其余工程选定时的数值（较慢）。",
    "--write-card": "把结果存为报告所附的准确度卡片。",
    "--id": "方案的标识：a-z、0-9、- 和 _；不指明时取文件名（不含后缀）。",
    "--name": "地名，文中没有写明时使用。",
    "--alias": "别名（可多次使用）。",
    "--level": "province（省级）、prefecture（市级）或 county（县级）。",
    "--source": "文本的出处；不指明时取文件名。",
    "--encoding": "文本的编码，如 gb18030；不指明时自动识别。",
    "--attachment": "读取网页所列的第几个附件。",
    "--allow-local": "也读取本机和内部网络的网址。",
    "--ocr": "PDF 中的扫描页由 ocrmypdf（须已安装）识别文字。",
    "--force": "-o 所指文件已存在时予以覆盖。",
    "commitments --force": "-o 所指文件已存在时予以覆盖，方案自身的文件也可覆盖。",
    "--dry-run": "只显示将从文中取用的内容，不写文件。",
    "--version": "显示版本号。",
    "--install-completion": "为当前 shell 安装命令补全。",
    "--show-completion": "显示当前 shell 的命令补全脚本，以便复制或改动安装方式。",
    "--help": "显示本帮助。",
}


def explanation(command: str, names: str) -> str:
    """What an option or an argument of a command is for, by its names as help shows them, such as `-r, --reference`."""
    key = next((name for name in re.split(r"[ ,]+", names) if name.startswith("--")), names)
    told = _EXPLANATIONS.get(f"{command} {key}") or _EXPLANATIONS[key]
    return told.replace("{reasons}", _reasons()) if "{reasons}" in told else told


def in_chinese(example: str) -> str:
    """An example with the values of filters in Chinese."""
    from plancmp.cli.messages import CATALOGUE

    def translate(found: re.Match[str]) -> str:
        family = "reason" if found[1] == "--reason" else "verdict"
        return f"{found[1]} {CATALOGUE[f'{family}.{found[2]}'][0]}"

    return re.sub(r"(--only|--reason|--fail-on) (\w+)", translate, example)


def _reasons() -> str:
    from plancmp.alignment.result import Reason
    from plancmp.cli.messages import CATALOGUE

    return "、".join(CATALOGUE[f"reason.{reason}"][0] for reason in Reason)
