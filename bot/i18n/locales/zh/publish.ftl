# 频道发布内容的网页与 Atom 订阅源。

publish-not-served = 此处不提供网页。
    .step = 由运行 Attaché 的人设置 PUBLISH_ADDRESS（docs/publishing.md）。
publish-name-long = 网页标题最多 { $limit } 个字符。
    .step = 请缩短。
publish-another = 这个频道的网页属于另一个服务器。
    .step = 请选择本服务器的频道。
publish-published = 网页已发布
publish-stopped = 网页已关闭
publish-on = 发布到 { $channel } 的内容可以在 Discord 之外阅读。
publish-page = 网页：{ $address }
publish-feed = Atom 订阅源：{ $address }
publish-renewed = 旧地址不再有效。
publish-anybody = 任何拥有地址的人都能阅读。地址不在任何列表中，并请搜索引擎不要收录。
publish-take-back = 收回：{ $command }
publish-off = 发布到 { $channel } 的内容不能再在 Discord 之外阅读。
publish-on-again = 用另一个地址重新发布：{ $command }
publish-open = 打开网页
publish-button = { $do ->
    [new] 新地址
    [off] 关闭
   *[on] 重新发布
 }
