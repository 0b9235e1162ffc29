"""The words of `consult`: what was asked, what is proposed, what is refused, and what becomes of proposals."""

from __future__ import annotations

CONSULT: dict[str, tuple[str, str]] = {
    "consult.dry_run": (
        "{plans} 个方案，承诺 {items} 项：待发 {requests} 个请求，共 {characters} 字；已有答复 {kept} 个；发往：{host}",
        "{plans:plan|plans}, {items:commitment|commitments}: {requests:request|requests} to send, "
        "{characters} characters in all; {kept} answered already; host: {host}",
    ),
    "consult.no_host": ("未指明", "none configured"),
    "consult.requests_written": (
        "{requests} 个请求，共 {characters} 字，已写入 {path}",
        "{requests:request|requests} of {characters} characters in all, written to {path}",
    ),
    "consult.result": (
        "{plan}：询问 {asked} 项，模型建议 {proposals} 项，其中 {differing} 项与工具判定不同{ids}；"
        "未采用 {refused} 项；存于 {path}",
        "{plan}: {asked} asked, {proposals:proposal|proposals}, {differing} of them other than computed{ids}; "
        "{refused} refused; kept in {path}",
    ),
    "consult.ids": ("（{ids}）", " ({ids})"),
    "consult.and_more": ("{names}等 {count} 项", "{names} and others, {count} in all"),
    "consult.open": (
        "{plan}：尚有 {requests} 个请求没有答复",
        "{plan}: {requests:request has|requests have} no answer yet",
    ),
    "consult.refused": ("{plan} {item}：{fault}{found}", "{plan} {item}: {fault}{found}"),
    "consult.found": ("“{text}”", ": '{text}'"),
    "progress.asking": ("询问模型", "Asking"),
    "progress.asking_rate": ("{rate} 个/分", "{rate} requests/min"),
    # Why an answer is refused
    "refusal.missing": ("没有回答", "no answer"),
    "refusal.malformed": ("不合格式", "not of the form asked for"),
    "refusal.reasons_missing": ("判为弱化而无理由", "weakened without a reason"),
    "refusal.reasons_misplaced": ("只有弱化才有理由", "reasons, though it is not weakened"),
    "refusal.quotes_missing": ("没有引文", "no quote"),
    "refusal.quotes_misplaced": ("判为缺失而有引文", "a quote, though it is omitted"),
    "refusal.too_many_quotes": ("引文过多", "too many quotes"),
    "refusal.quote_length": ("引文过短或过长", "a quote too short or too long"),
    "refusal.quote_not_found": ("引文不见于方案", "the quote does not stand in the plan"),
    "refusal.quote_addresses_reader": ("引文是对判定的指示", "the quote tells the reader how to judge"),
    "refusal.quote_repeated": ("同一引文用于过多承诺", "one quote for too many commitments"),
    "refusal.text_length": ("有的项过短或过长", "a commitment too short or too long"),
    "refusal.text_not_found": ("所列承诺不见于该措施正文", "a commitment that does not stand in the measure"),
    "refusal.text_addresses_reader": (
        "所列承诺是对判定的指示",
        "a commitment that tells the reader how to judge",
    ),
    "refusal.texts_overlap": ("所列承诺有重叠", "commitments that overlap"),
    "refusal.too_many_texts": ("所列承诺过多", "too many commitments"),
    # Why a server gave no answer
    "model.locked_out": ("密钥无效或没有权限：{detail}", "the key is not accepted: {detail}"),
    "model.status": ("服务器返回 {detail}", "the server says {detail}"),
    "model.timeout": ("超过 {detail} 没有答复", "no answer within {detail}"),
    "model.connection": ("无法连接或连接中断：{detail}", "no connection, or it broke off: {detail}"),
    "model.malformed": ("答复不是 chat completion{detail}", "what it sends is no chat completion{detail}"),
    "model.too_large": ("答复超过 {detail} 字节", "an answer of more than {detail} bytes"),
    # Errors
    "error.no_model": (
        "未指明模型：请用 --model 或环境变量 PLANCMP_MODEL",
        "no model is named: use --model or PLANCMP_MODEL",
    ),
    "error.needs_consult": (
        "--dry-run、--requests 和 --answers 须与 --consult 同用",
        "--dry-run, --requests and --answers go with --consult",
    ),
    "error.no_model_url": (
        "未配置模型服务：请用 --url 或 PLANCMP_MODEL_URL 指明（如 http://localhost:8000/v1）；"
        "不联网时用 --requests 和 --answers",
        "no model server is configured: name one with --url or PLANCMP_MODEL_URL (such as http://localhost:8000/v1); "
        "without a network use --requests and --answers",
    ),
    "error.bad_model_url": (
        "模型服务的地址“{url}”有误：应如 https://host/v1，不含用户名、密码和参数",
        "'{url}' is no address of a model server: expected https://host/v1 without user, password or query",
    ),
    "error.bad_model_name": (
        "模型名称“{name}”有误：应为一行文字，不超过 {most} 字",
        "'{name}' is no name of a model: expected one line of at most {most} characters",
    ),
    "error.no_model_client": (
        "直接询问模型需要 pip install 'plancmp[model]'；不装时可用 --requests 和 --answers",
        "asking a server needs pip install 'plancmp[model]'; --requests and --answers work without",
    ),
    "error.plan_too_long_to_ask": (
        "{plan}：全文 {characters} 字，超过可询问的 {most} 字",
        "{plan}: {characters} characters are more than the {most} that can be asked about",
    ),
    "error.no_answers_file": (
        "{path}：不是普通文件，应为 JSONL 文件",
        "{path}: this is not a regular file; expected JSONL",
    ),
    "error.answers_too_large": (
        "{path}：文件过大：{found} 字节，上限为 {most} 字节",
        "{path}: the file is too large: {found} bytes, at most {most} are read",
    ),
    "error.no_answer_fits": (
        "{path} 中没有本次问题的答复：选项（--all、--top、--per、--model）应与写出请求时相同，方案文字不能有变",
        "{path} holds no answer to what is asked now: use the options that the requests were written with "
        "(--all, --top, --per, --model), on the same texts",
    ),
    "error.unanswered": (
        "{failed} 个请求没有得到答复（{reason}）；已有的答复均已保存，再次运行只问余下的",
        "{failed:request|requests} got no answer ({reason}); every answer there is was kept, "
        "and the same command asks for the rest only",
    ),
}
