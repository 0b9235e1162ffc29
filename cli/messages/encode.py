"""What encoding tells: what was found, what to verify, why a document is refused.

`problem.<kind>` has one sentence for each reason to refuse a document, `review_item.<kind>` one for each reason to
look at a place again.
"""

from __future__ import annotations

ENCODE: dict[str, tuple[str, str]] = {
    # The report
    "encode.fetched": ("读取网址", "Fetched"),
    "encode.attachments": ("页面所列附件", "Documents that the page links to"),
    "encode.retrieved": ("{url}（{day} 取得）", "{url} (retrieved {day})"),
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
    "format.ofd": ("OFD（行号以所提取的正文为准）", "OFD (lines are those of the text taken out of it)"),
    "format.office": (
        "由 LibreOffice 转换的文档（行号以所提取的正文为准）",
        "document converted by LibreOffice (lines are those of the text taken out of it)",
    ),
    "format.pdf": ("PDF（行号以所提取的正文为准）", "PDF (lines are those of the text taken out of it)"),
    "encode.taken": ("取自原文", "Taken from the text"),
    "encode.line": ("{value}（第 {line} 行）", "{value} (line {line})"),
    "encode.beside": ("{value}（网页所载）", "{value} (stated beside the text)"),
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
    # Several documents
    "form.text": ("文本", "text"),
    "form.page": ("网页", "page"),
    "form.word": ("Word", "Word"),
    "form.ofd": ("OFD", "OFD"),
    "form.office": ("经 LibreOffice", "LibreOffice"),
    "form.pdf": ("PDF", "PDF"),
    "encode.there": ("已有（--force 重做）", "there already (--force)"),
    "encode.defect": (
        "内部错误（{kind}），请反馈并附上日志 {log}",
        "internal error ({kind}): report it with the log {log}",
    ),
    "encode.totals": (
        "共 {documents} 个文件：编成 {encoded} 个方案、{measures} 条措施，未能编成 {refused} 个",
        "{documents:document|documents}: {encoded:plan|plans} with {measures:measure|measures}, {refused} refused",
    ),
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
    "review_item.rests_on_ocr": (
        "文字由机器从扫描图像识别，可能有误，请逐字对照原件",
        "a program made the characters out on scanned pages and may be wrong: compare them with the document",
    ),
    "review_item.pages_are_pictures": (
        "第 {found} 页是图像，没有文字，未读取；可加 --ocr",
        "pages that are pictures without text, of which nothing was read (--ocr may read them): {found}",
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
        "不是普通文件，应为文本、网页、.docx、.ofd 或 .pdf 文件",
        "this is not a regular file; expected a text, a web page, a .docx, .ofd or .pdf",
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
    "problem.bad_address": (
        "“{found}”不是可读取的网址，应为 http:// 或 https:// 开头、不带用户名的网址",
        "'{found}' is no address to fetch: give one that begins with http:// or https:// and names no user",
    ),
    "problem.local_address": (
        "{found} 是本机或内部网络的地址，未予访问；如确要访问，请加 --allow-local",
        "{found} is an address of this machine or of an inner network and was not asked; --allow-local asks it",
    ),
    "problem.not_reached": (
        "无法读取网址（{found}）；请检查网址和网络，或在浏览器中打开后另存",
        "the address cannot be read ({found}): check it and the network, or save the page from a browser",
    ),
    "problem.web_status": (
        "网站答复 {found}，没有给出文件；请检查网址，或在浏览器中打开后另存",
        "the site answered {found} and gave no document: check the address, or save the page from a browser",
    ),
    "problem.web_slow": (
        "{found} 在 {expected} 秒内未能传完，请稍后再试，或在浏览器中打开后另存",
        "{found} took more than {expected} seconds: try again later, or save the page from a browser",
    ),
    "problem.too_many_redirects": (
        "网址一再跳转，超过 {expected} 次；请在浏览器中打开后另存",
        "the address redirects more than {expected} times: save the page from a browser",
    ),
    "problem.login_page": (
        "该网址要求登录，没有给出文件；请在浏览器中登录后另存",
        "the site asks for a login and gave no document: log in with a browser and save the page",
    ),
    "problem.page_missing": (
        "网站称没有该页面（虽答复正常）；请检查网址",
        "the site says that there is no such page, though it answers as if there were: check the address",
    ),
    "problem.several_attachments": (
        "页面没有方案正文，附件不止一个，请用 --attachment 指明其一：{found}",
        "the page is no plan and links to several documents; choose one with --attachment: {found}",
    ),
    "problem.no_attachment": (
        "页面没有第 {found} 个附件，共有 {expected} 个",
        "the page has no attachment {found}; documents that it links to: {expected}",
    ),
    "problem.too_many_pages": (
        "共 {found} 页，上限为 {expected} 页；请只保留方案正文",
        "the document has {found} pages, at most {expected} are read; keep the plan's own pages only",
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
        "文件结构过于庞杂，超出读取上限；请重新生成 PDF，或将正文另存为 .txt",
        "reading this file takes far more than a plan's: print it to a new PDF, or save its text as .txt",
    ),
    "problem.empty": ("文件没有文字，应为方案全文", "the document is empty: give the text of a plan"),
    "problem.other_format": (
        "不能读取 {found} 格式，请另存为 .docx、.ofd、.pdf、.html 或 .txt",
        "{found} cannot be read: save the document as .docx, .ofd, .pdf, .html or .txt",
    ),
    "problem.needs_office": (
        "读取 {found} 需要 LibreOffice：请安装（如 apt install libreoffice-writer），或用 WPS、Word 另存为 .docx",
        "{found} is read by LibreOffice: install it (apt install libreoffice-writer), or save the document as .docx",
    ),
    "problem.needs_ocr": (
        "识别扫描图像需要 {found}：请安装（apt install ocrmypdf tesseract-ocr-chi-sim）后重试",
        "{found} is needed to read scanned pages: install it (apt install ocrmypdf tesseract-ocr-chi-sim)",
    ),
    "problem.damaged": (
        "{found} 文件已损坏，请重新下载或另存",
        "the {found} is damaged: download or save it again",
    ),
    "problem.protected": (
        "文件设有密码，请另存为无密码的文件",
        "the document is protected by a password: save it without one",
    ),
    "problem.scanned": (
        "全部 {found} 页都是扫描图像，没有文字，请加 --ocr 识别文字（PDF），或改用文字版",
        "every page ({found} in all) is a picture without text: add --ocr to have a PDF read, or get the text",
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
