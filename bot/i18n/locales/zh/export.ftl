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
