# Where an export cannot be written, and what to do next.

export-folder = { $path } 是文件夹。
    .step = 请给出文件路径，或用 `-` 表示标准输出。
export-file-there = { $path } 已存在。
    .step = 请给出其他路径，或用 `--force` 替换。
export-file = { $path } 是文件。
    .step = 站点需要文件夹：请给出其他路径。
export-folder-there = { $path } 已存在。
    .step = 请给出其他文件夹，或用 `--force` 替换。
export-no-export = { $path } 中没有导出内容。
    .step = 只会替换导出内容：请给出其他文件夹。
# The reason is the system's own, in its English, or the message below.
export-unwritten = 无法写入 { $path }：{ $reason }。
    .step = 请检查路径、其文件夹和磁盘。
export-system-refused = 系统拒绝

# 导出网站与频道网页的周边文字。“#”是找到的数目。
export-page-skip = 跳到正文
export-page-site = 网站
export-page-foot = 文字逐字取自文章，引号为文章原有。发言人由程序识别，可能有误：引用前请打开链接核对。
export-page-search = 搜索人物和事件
export-page-placeholder = 姓名、国家或标题中的词
export-page-found = 找到 { $count } 项
export-page-found-more = 找到 { $count } 项或更多
export-page-found-first = 只显示前 { $count } 项，请输入更多。
export-page-found-none = 没有找到。请试试姓氏、国家或标题中的词。
export-page-noscript = 搜索需要 JavaScript。
export-page-topic = 主题
export-page-pages = 页码
export-page-posted = 本频道发布的内容
export-page-posted-at = 发布于
export-page-atom = Atom 订阅源
export-page-nothing = 这里还没有发布任何内容。
export-page-kind-post = 消息
export-page-kind-speaker = 发言人
