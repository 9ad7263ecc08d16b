# Backups, restoring and moving an archive, for whoever runs the bot: what cannot be done, and what to do next.

keeping-no-file = 没有存档：{ $path } 不存在。
    .step = 请检查 DATABASE_URL 和 ATTACHE_DATA_DIR。
keeping-no-archive = 该数据库中没有存档。
    .step = 请检查 DATABASE_URL。
keeping-newer-backup = 此备份由比当前更新的 Attaché 版本制作。
    .step = 请用该版本恢复；没有做任何更改。
# What is wrong with it stands in keeping-damage.
keeping-damaged-backup = 这不是完整的 Attaché 备份：{ $why }。
    .step = { keeping-another-backup }
keeping-another-backup = 请换用另一份；存档没有任何更改。
keeping-damage = { $kind ->
    [foreign] 这是另一种文件
    [head] 首行不完整
    [checksum] 校验和不符
    [tail] 结尾之后还有内容
    [cut] 在中途结束
    [packed] 无法解压
    [table] 某个表的这是另一种文件
   *[line] 有一行不是备份的内容
 }
keeping-damaged-row = { $table } 中有一行不是有效的行
keeping-damaged-rows = { $table } 的行与写入时不同
keeping-rows-unfit = 表 { $table } 的某些行与其他行不符。
    .step = 其来源已损坏（`python -m bot doctor` 可检查存档）；存档没有任何更改。
keeping-rows-refused = 数据库不接受表 { $table } 的行。
    .step = 原因见数据库自身的日志；存档没有任何更改。
keeping-only-from-sqlite = 只能迁移 SQLite 上的存档。
    .step = 其他数据库之间请使用 `backup` 和 `restore`。
keeping-only-to-postgresql = 存档只能迁移到 PostgreSQL。
    .step = 请给出 `postgresql://user:password@host/name`。
keeping-nothing-to-move = 没有可迁移的存档：{ $path } 不存在。
    .step = 请检查 DATABASE_URL。
keeping-running-move = Attaché 正在使用此存档。
    .step = 请先停止，再迁移。
keeping-running-restore = Attaché 正在使用此存档。
    .step = 请先停止，再恢复。
keeping-changed = 自迁移开始以来，存档已发生变化。
    .step = { keeping-afresh }
keeping-afresh = 请在同一命令后加 `--afresh`：它会清空已复制的内容并重新开始。
keeping-foreign-move = 该数据库中有由另一版本 Attaché 开始的迁移。
    .step = { keeping-empty }
keeping-archive-there = 该数据库中已有存档。
    .step = { keeping-empty }
keeping-empty = 请提供空数据库：可用 `CREATE DATABASE` 创建。
keeping-tables-differ = 表 { $table } 在两边不一致。
    .step = { keeping-afresh }
keeping-search-differs = 搜索索引中有 { $made } 条言论，而旧的有 { $wanted } 条。
    .step = { keeping-afresh }
keeping-not-empty = 那里的存档不是空的。
    .step = 请用 `--force` 以备份替换它。
keeping-table-unknown = 备份中有表 { $table }，而其版本的存档没有该表。
    .step = { keeping-another-backup }
