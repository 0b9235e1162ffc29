"""What is told in one line on standard error."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
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
    "error.needs_folder": (
        "{path}：多个文件或文件夹须用 -o 指明放方案文件的文件夹",
        "{path}: several documents or a folder of them need -o with the folder for their plan files",
    ),
    "error.not_a_folder": (
        "{path} 不是文件夹，无法放入多个方案文件",
        "{path} is not a folder and cannot hold several plan files",
    ),
    "error.one_document": (
        "{option} 只用于一个文件，不能用于多个文件或文件夹",
        "{option} is for one document, not for several or a folder of them",
    ),
    "error.no_documents": ("{path} 中没有文件", "there is no document in {path}"),
    "error.some_refused": (
        "{documents} 个文件中有 {refused} 个未能编成方案，原因见上表",
        "{refused} of {documents} documents did not become a plan; the table says why",
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
    "error.no_local_plan": (
        "{directory} 中没有可与参照对照的地方方案",
        "there is no plan in {directory} to compare with the reference",
    ),
    "error.needs_commitments": (
        "--programme、--agency、--omitted-by 和 --adopted-by-none 筛选承诺，只能与 --by commitment 同用",
        "--programme, --agency, --omitted-by and --adopted-by-none choose commitments and go with --by commitment only",
    ),
    "error.too_many_for_page": (
        "网页附有全部依据，最多 {most} 个方案，这里有 {found} 个；请指明其中几个，或改用 --format csv",
        "a page holds every proof, of at most {most} plans, and there are {found}: name some of them or take "
        "--format csv",
    ),
    "error.unknown_programme": (
        "{plan}没有工程 {number}；可用 {known}",
        "{plan} has no programme {number}; possible are {known}",
    ),
    "error.settings_toml": ("{path}：不是 TOML 格式", "{path}: not TOML"),
    "error.settings_unknown": (
        "{path}：没有名为 {setting} 的设置；可用 {known}",
        "{path}: there is no setting {setting}; possible are {known}",
    ),
    "error.settings_value": (
        '{path}：{setting} 的值有误；如 language = "zh"、plans = ["plans"]、reference = "province"',
        '{path}: {setting} has no such value; write language = "en", plans = ["plans"], reference = "province"',
    ),
    "error.only_needs_measures": (
        "--only 和 --reason 筛选措施，不能与 --by programme 同用",
        "--only and --reason choose measures and cannot go with --by programme",
    ),
    # Binary output
    "error.binary_to_terminal": (
        "该格式为二进制文件，不能显示在终端；请用 -o FILE 写入文件",
        "this format is binary and cannot be shown in a terminal: write it to a file with -o FILE",
    ),
    # evaluate
    "error.gold": (
        "{path}：细读标准格式有误，{place} 处为“{found}”",
        "{path}: not gold data: '{found}' at {place}",
    ),
    "error.gold_missing": (
        "{path}：细读标准格式有误，缺少 {place}",
        "{path}: not gold data: there is no {place}",
    ),
    "gold.file_missing": ("{path}：文件不存在", "{path}: there is no such file"),
    "gold.not_a_file": (
        "{path}：不是普通文件，应为 JSON 文件",
        "{path}: this is not a regular file; expected a JSON file",
    ),
    "gold.file_unreadable": (
        "{path}：文件无法读取：{found}",
        "{path}: the file cannot be read: {found}",
    ),
    "gold.file_too_large": (
        "{path}：文件过大：{found} 字节，上限为 {expected} 字节",
        "{path}: the file is too large: {found} bytes, at most {expected} are read",
    ),
    "error.gold_nested": ("{path}：不是细读标准，嵌套过深", "{path}: not gold data: nested too deeply"),
    "error.gold_json": ("{path}：不是 JSON 文件", "{path}: not a JSON file"),
    "error.gold_joined": (
        "细读标准中 {plan} 的 {item} 重复",
        "the readings hold {item} of {plan} twice",
    ),
    "error.gold_empty": ("细读标准中没有判定", "the readings hold no verdict"),
    "error.no_running_text": (
        "{plan}方案没有正文可供草拟：各项承诺已列在文件中，见 plancmp show",
        "the plan of {plan} has no running text to draft from: its commitments are listed in the file, "
        "see plancmp show",
    ),
    "error.nothing_asked": (
        "参照方案（{reference}）的措施 {measure} 没有可供各地照做的承诺，不参加对照："
        "见 plancmp commitments {reference_id} -v",
        "measure {measure} of the reference ({reference}) holds no commitment that could be copied and is not "
        "compared: see plancmp commitments {reference_id} -v",
    ),
}
