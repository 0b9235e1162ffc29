"""What encoding tells: what was found, what to verify, why a document is refused.

`problem.<kind>` has one sentence for each reason to refuse a document, `review_item.<kind>` one for each reason to
look at a place again.
"""

from __future__ import annotations

ENCODE: dict[str, tuple[str, str]] = {
    # The report
    "encode.format": ("读取格式", "Read as"),
    "format.text": ("文本", "text"),
    "format.page": (
        "网页（行号以所提取的正文为准）",
        "web page (lines are those of the text taken out of it)",
    ),
    "format.word": (
        "Word 文档（行号以所提取的正文为准）",
        "Word document (lines are those of the text taken out of it)",
    ),
    "format.pdf": ("PDF（行号以所提取的正文为准）", "PDF (lines are those of the text taken out of it)"),
    "encode.taken": ("取自原文", "Taken from the text"),
    "encode.line": ("{value}（第 {line} 行）", "{value} (line {line})"),
    "encode.not_found": ("未见", "not found"),
    "encode.counts": (
        "共 {programmes} 个工程、{measures} 条措施；主体 {body} 字，其中 {landed} 字收入措施",
        "{programmes:programme|programmes}, {measures:measure|measures}; {landed} of {body} characters landed in them",
    ),
    "encode.programme": (
        "{number}. {title}（第 {line} 行）：{measures} 条",
        "{number}. {title} (line {line}): {measures:measure|measures}",
    ),
    "encode.agencies": (
        "{naming} 条措施列明责任单位，共 {agencies} 个单位",
        "{naming:measure names|measures name} agencies, {agencies:agency|agencies} in all",
    ),
    "encode.sections": (
        "措施以外的 {sections} 个部分一并收入，可供查找",
        "{sections:section|sections} outside the measures landed too, to be searched",
    ),
    "encode.section": (
        "S{number} {title}（第 {line} 行）：{kind}，{characters} 字",
        "S{number} {title} (line {line}): {kind}, {characters:character|characters}",
    ),
    "encode.left_out": ("未收入的内容（共 {characters} 字）", "Left out ({characters:character|characters})"),
    "encode.left_out_part": (
        "{lines}，{kind}，{characters} 字：{opening}",
        "{lines}, {kind}, {characters:character|characters}: {opening}",
    ),
    "encode.lines": ("第 {first}—{last} 行", "lines {first}-{last}"),
    "encode.one_line": ("第 {first} 行", "line {first}"),
    "encode.above": ("正文之前", "above the text"),
    "encode.verify": ("请核对以下 {places} 处", "Please verify {places:place|places}"),
    "encode.sure": (
        "没有存疑之处，仍请对照原文核对一遍",
        "Nothing is in doubt; still, compare it once with the document",
    ),
    "encode.at_line": ("第 {line} 行：{text}", "line {line}: {text}"),
    "encode.not_written": ("试运行，未写入任何文件", "Dry run: no file was written"),
    "region.navigation": ("网页导航", "navigation"),
    "region.news_lead": ("新闻导语", "news lead"),
    "region.letter": ("印发通知", "covering letter"),
    "region.table": ("附表", "table"),
    "region.footer": ("页脚", "footer"),
    "region.duplicate": ("重复内容", "duplicate"),
    "region.unknown": ("未能识别", "not understood"),
    # What the text does not hold
    "aside.outside": ("网页的其他内容", "rest of the page"),
    "aside.control": ("网页的按钮和选项", "buttons and options"),
    "aside.running": ("页眉、页脚、页码", "page heads, feet and numbers"),
    "aside.contents": ("目录", "table of contents"),
    "aside.note": ("脚注或尾注", "footnote or endnote"),
    "aside.comment": ("批注", "comment"),
    "aside.deleted": ("修订中已删除的文字", "tracked deletion"),
    "aside.hidden": ("隐藏文字", "hidden text"),
    "aside.drawing": ("图中文字", "words in a chart or diagram"),
    "aside.number": ("无文字段落的序号", "number of a paragraph without words"),
    "aside.embedded": ("嵌入的文件，未读取", "embedded document, not read"),
    # What to verify
    "review_item.field_not_found": (
        "未见{label}；原文如有，请以 {field} 补入",
        "{label} was not found; if the document states it, add it as {field}",
    ),
    "review_item.number_changed": (
        "原文序号与此不同（{found}），请核对有无遗漏",
        "the document numbers this differently ({found}); check that nothing is missing",
    ),
    "review_item.number_in_text": (
        "此行以序号开头，但未作为措施，留在上文之中：{found}",
        "this line begins with a number but stayed inside the text above it: {found}",
    ),
    "review_item.title_cut": (
        "首句过长，只取其首个分句为标题，请核对：{found}",
        "the first sentence is long, so its first clause became the title: {found}",
    ),
    "review_item.no_text": (
        "标题之外没有正文，请核对：{found}",
        "there is no text besides the title: {found}",
    ),
    "review_item.no_agencies": ("未见责任单位：{found}", "no agencies were found: {found}"),
    "review_item.no_titles": (
        "多数措施没有标题，以首个分句代替，正文保留全文",
        "most measures have no titles: their first clause stands for one, and all of it stays in the text",
    ),
    "review_item.no_programmes": (
        "未见工程标题，全部措施归入一个工程，以方案标题为名",
        "no programme headings were found: all measures are one programme, titled like the plan",
    ),
    "review_item.long_measure": (
        "正文远长于其他措施，请核对是否混入别的措施：{found}",
        "far longer than the other measures; check that it holds no other: {found}",
    ),
    "review_item.not_understood": (
        "正文之后有较长内容未能识别，请核对：{found}",
        "a longer text below the plan was not understood: {found}",
    ),
    # Comments in the plan file
    "comment.head": (
        "由 plancmp encode 据 {source} 编成。使用前请对照原文核对：",
        "Encoded from {source} by plancmp. Before relying on it, verify against the document:",
    ),
    "comment.fields": ("取自原文：{fields}", "taken from it: {fields}"),
    "comment.field": ("{label}（第 {line} 行）", "{label} (line {line})"),
    "comment.counts": (
        "{programmes} 个工程，各有措施 {measures} 条：与原文是否一致",
        "{programmes:programme|programmes} with {measures} measures: as many as in the document?",
    ),
    "comment.sections": ("措施以外的部分：{sections}", "sections outside the measures: {sections}"),
    "comment.left_out": ("未收入：{parts}", "left out: {parts}"),
    "comment.left_out_part": ("{lines}（{kind}）", "{lines} ({kind})"),
    "comment.review_item": ("核对（第 {line} 行）：{text}", "verify (line {line}): {text}"),
    # Why a document is refused
    "problem.file_missing": ("文件不存在", "there is no such file"),
    "problem.not_a_file": (
        "不是普通文件，应为文本、网页、.docx 或 .pdf 文件",
        "this is not a regular file; expected a text, a web page, a .docx or a .pdf",
    ),
    "problem.file_unreadable": ("文件无法读取：{found}", "the file cannot be read: {found}"),
    "problem.file_too_large": (
        "文件过大：{found} 字节，上限为 {expected} 字节；请只保留方案正文",
        "the file is too large: {found} bytes, at most {expected} are read; keep the plan's own text only",
    ),
    "problem.text_too_long": (
        "文字过长：{found} 字，上限为 {expected} 字；请只保留方案正文",
        "the text is too long: {found} characters, at most {expected} are read; keep the plan's own text only",
    ),
    "problem.too_many_pages": (
        "PDF 共 {found} 页，上限为 {expected} 页；请只保留方案正文",
        "the PDF has {found} pages, at most {expected} are read; keep the plan's own pages only",
    ),
    "problem.too_many_parts": (
        "文件过于庞杂：所含内容超过 {expected} 项；请只保留方案正文",
        "the file is far larger than a plan: more than {expected} parts; keep the plan's own text only",
    ),
    "problem.too_deep": (
        "文件结构嵌套超过 {expected} 层，无法读取；请将正文另存为 .txt",
        "the file's parts lie more than {expected} deep inside each other: save its text as .txt",
    ),
    "problem.too_costly": (
        "PDF 结构过于庞杂，超出读取上限；请重新生成，或将正文另存为 .txt",
        "reading this PDF takes far more than a plan's: print it to a new PDF, or save its text as .txt",
    ),
    "problem.empty": ("文件没有文字，应为方案全文", "the document is empty: give the text of a plan"),
    "problem.other_format": (
        "不能读取 {found} 格式，请另存为 .docx、.pdf、.html 或 .txt",
        "{found} cannot be read: save the document as .docx, .pdf, .html or .txt",
    ),
    "problem.damaged": (
        "{found} 文件已损坏，请重新下载或另存",
        "the {found} is damaged: download or save it again",
    ),
    "problem.protected": (
        "PDF 设有密码，请另存为无密码的文件",
        "the PDF is protected by a password: save it without one",
    ),
    "problem.scanned": (
        "PDF 的 {found} 页都是扫描图像，没有文字，请先作文字识别（OCR）或改用文字版",
        "every page of the PDF ({found} in all) is a picture without text: run OCR first, or get the text",
    ),
    "problem.not_text": (
        "不是文本文件；如是 UTF-16 文本，请加 --encoding utf-16",
        "this is not a text; if it is UTF-16, add --encoding utf-16",
    ),
    "problem.charset_unknown": ("没有名为“{found}”的编码", "there is no encoding called '{found}'"),
    "problem.charset_wrong": (
        "字节 {found} 不是 {expected} 编码，请用 --encoding 指明编码，或另存为 UTF-8",
        "byte {found} is not {expected}: give the right --encoding, or save as UTF-8",
    ),
    "problem.charset_unclear": (
        "无法判断文字编码，也可能不是文本；请用 --encoding 指明，如 gb18030",
        "the encoding cannot be told, if this is a text at all: give --encoding, such as gb18030",
    ),
    "problem.no_measures": (
        "未见措施：方案应以（一）（二）或第一章等分工程，以 1. 2. 或第一条等列措施",
        "no measures found: a plan has headings for its programmes and, below them, numbered measures",
    ),
    "problem.no_title": (
        "措施之前未见标题：应有一行如“……行动方案（2023—2025年）”",
        "no title found above the measures: a plan's title is a line of its own that ends in the kind of document",
    ),
    "problem.no_name": (
        "发文机关和标题中未见地名，请用 --name 指明",
        "no place's name found in issuer or title: give one with --name",
    ),
    "problem.heading_without_words": (
        "“{found}”有序号而无文字，请补全原文",
        "'{found}' is numbered like a heading but has no words: complete the text",
    ),
    "problem.bad_id": (
        "标识“{found}”格式有误，只能用 {expected}；请用 --id 指明",
        "id '{found}' is malformed, it may hold {expected} only: give one with --id",
    ),
    "problem.bad_value": ("{found} 应为非空文本", "{found} must be text and not empty"),
    "problem.bad_characters": (
        "{found} 含有换行或控制字符，应为一行文本",
        "{found} holds line breaks or control characters: give one line of text",
    ),
    "problem.value_too_long": (
        "{found} 过长，上限为 {expected} 字",
        "{found} is too long: at most {expected} characters",
    ),
}
