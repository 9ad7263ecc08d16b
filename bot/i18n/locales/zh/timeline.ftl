# 言论的时间线：图片、说明、终端。

timeline-everybody = 所有人
timeline-newest = 最新的 { $found }
timeline-by = 按{ $unit ->
    [hour] 小时
   *[day] 日
    [week] 周
    [month] 月
    [year] 年
 }（{ $zone }）
timeline-others = 其他 { $count } 位发言者
timeline-footer = 数据来自 Attaché 读过的文章。方块多表示言论多，不表示更重要。
timeline-undated = 没有日期的文章按读取时间排列。
# 同一颜色的言论类别。
timeline-family = { $family ->
   *[says] 表示
    [denies] 否认或拒绝
    [accuses] 指责或谴责
    [warns] 警告或威胁
    [demands] 要求或提议
    [promises] 承诺或证实
    [thanks] 感谢或赞扬
 }
