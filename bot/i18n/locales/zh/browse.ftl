# 来源目录。

browse-title = 来源
browse-title-counted = 来源 · { $count }
browse-none = 目录中没有符合此筛选条件的来源。
browse-all = 查看全部来源：{ $command }
browse-gone = 目录中没有此来源。
    .step = 查看全部：/feed browse。
browse-to-follow = 关注其中一个：{ $command }
browse-source = 来源
browse-look = 查看一个来源
browse-follow = 在此关注
browse-follow-pack = { $count ->
   *[other] 关注全部 { $count } 个
 }
browse-carries = { $count ->
   *[other] 目前有 { $count } 条内容。
 }
browse-in-packs = 所属组合：{ $packs }
browse-evidence = { $evidence ->
    [fetched] 据 { $found }，该地址于 { $day } 可用。
    [refused] 该站点于 { $day } 拒绝程序访问，可能无法读取。地址来自 { $found }。
   *[listed] 地址列于 { $found }（{ $day } 所见），未经测试。
 }
browse-kind = { $kind ->
    [ministry] 部委
    [government] 政府
    [mission] 常驻联合国代表团
    [body] 国际组织
    [agency] 通讯社
    [broadcaster] 广播电视
    [paper] 报纸或新闻网站
   *[analysis] 分析
 }
browse-pack = { $pack ->
    [ministries] 外交部
    [wires] 通讯社
    [ukraine] 俄罗斯–乌克兰
    [mideast] 中东
    [council] 安全理事会
   *[mun] 模拟联合国
 }
