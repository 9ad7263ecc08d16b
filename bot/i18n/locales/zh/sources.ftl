# Links, pages and files that cannot be read: what is wrong with them, and what to do next.

sources-too-long = 该网址超过 { $limit } 个字符。
    .step = 请提供文章的普通链接。
sources-port = 该网址使用端口 { $port }，网页不会在此端口上。
    .step = 请提供文章的普通链接。
# Not contacted by the address guard; the place is sources-place.
sources-refused = 该网址指向{ $place }，本机器人不会与其连接。
    .step = 请提供互联网上任何人都能打开的链接，或粘贴文章正文。
sources-place = { $kind ->
    [itself] 本机自身
    [link-local] 链路本地地址（云服务在此存放元数据）
    [multicast] 组播地址
    [private] 私有网络
   *[reserved] 保留地址
 }
sources-scheme = 只能读取以 http:// 或 https:// 开头的网址。
    .step = 请提供文章的网页链接。
sources-credentials = 该网址包含用户名或密码。
    .step = 请去掉 @ 符号之前的部分再提供链接。
sources-unusable = 这不是可用的网址。
    .step = 请从浏览器中复制文章链接。
sources-elsewhere-unusable = 那不是可用的网址。
sources-slow = 该网站未在 { $seconds } 秒内送达{ $thing ->
    [feed] 订阅源
   *[page] 页面
 }。
    .step = 请稍后再试，或粘贴文章正文。
sources-redirects-endlessly = 该网址的重定向超过 { $count } 次。
    .step = 请在浏览器中检查该链接。
sources-too-large = { $thing ->
    [feed] 该订阅源
   *[page] 该页面
 }超过 { $limit } MB 的上限。
    .step = { $thing ->
        [feed] 请向发布者索取较短的订阅源，或添加其另一个订阅源。
       *[page] 请粘贴正文中重要的部分。
     }
sources-no-name-server = 没有域名服务器应答该网站的名称。
    .step = 请检查网络，或稍后再试。
sources-no-site = 不存在该名称的网站。
    .step = 请检查链接的拼写。
sources-certificate = 该网站的证书无效，因此从中读取的内容不可信。
    .step = 请在浏览器中检查该链接。
sources-no-secure-connection = 无法与该网站建立安全连接。
    .step = 请在浏览器中检查该链接。
sources-connection-refused = 该网站拒绝连接。
    .step = 请稍后再试，或粘贴文章正文。
sources-unreachable = 无法访问该网站。
    .step = 请稍后再试，或粘贴文章正文。
sources-broken-off = 页面尚未传完，该网站就中断了连接。
    .step = 请稍后再试，或粘贴文章正文。
sources-incomprehensible = 无法理解该网站的应答。
    .step = 请在浏览器中检查该链接。
# The reason is a sentence of its own.
sources-redirected = { $thing ->
    [feed] 该订阅源
   *[page] 该页面
 }重定向到别处。{ $why }
    .step = { $thing ->
        [feed] 请提供订阅源本身的链接。
       *[page] 请提供文章本身的链接。
     }
# What a body of bytes is instead of a page; said where the messages below name it.
sources-kind = { $kind ->
    [pdf] PDF 文档
    [image] 图片
    [image-or-recording] 图片或录音
    [archive-or-office] 压缩包或办公文档
    [office] 办公文档
    [compressed] 压缩文件
    [archive] 压缩包
    [recording] 录音
    [video] 视频
    [program] 程序
    [font] 字体
    [json] 数据（JSON），而非页面
    [xml] 数据（XML），而非页面
    [feed] 新闻订阅源，而非文章
    [table] 数据表
    [style] 样式表
    [download] 供下载的文件
    [untyped] 类型不明的内容
   *[file] 类型不明的文件
 }
sources-kind-of-type = 类型为 { $type } 的内容
sources-foreign-address = 该网址的内容是{ $what }，而只有网页和纯文本可以读取。
    .step = 请提供文章页面的链接，或粘贴其正文。
sources-foreign-page = 这是{ $what }，而只有网页和纯文本可以读取。
    .step = 请在浏览器中打开，然后粘贴文章正文。
sources-foreign-file = 无论文件名如何，该文件其实是{ $what }。
    .step = 请以文本形式上传文章。
# When to try again: the end of the steps below.
sources-later = 稍后
sources-in-seconds = { $count } 秒后
sources-in-minutes = { $count } 分钟后
sources-in-hours = { $count } 小时后
sources-throttled = 该网站要求减少请求（状态码 { $status }）。
    .step = 请{ $when }再试。
sources-overloaded = 该网站过载或正在维护（状态码 { $status }）。
    .step = 请{ $when }再试。
sources-barred = 该网站不允许机器人读取此{ $thing ->
    [feed] 订阅源
   *[page] 页面
 }：需付费、需登录或屏蔽程序（状态码 { $status }）。
    .step = { $thing ->
        [feed] 请询问发布者程序如何读取，或添加其他订阅源。
       *[page] 请在浏览器中打开，然后粘贴文章正文。
     }
sources-payment-required = 此{ $thing ->
    [feed] 订阅源
   *[page] 页面
 }需付费访问（状态码 { $status }）。
    .step = { $thing ->
        [feed] 请询问发布者程序如何读取，或添加其他订阅源。
       *[page] 请在浏览器中打开，然后粘贴文章正文。
     }
sources-withheld = 此{ $thing ->
    [feed] 订阅源
   *[page] 页面
 }因法律原因不予提供（状态码 { $status }）。
    .step = { $thing ->
        [feed] 请询问发布者程序如何读取，或添加其他订阅源。
       *[page] 请在浏览器中打开，然后粘贴文章正文。
     }
sources-not-found = 该网址没有{ $thing ->
    [feed] 订阅源
   *[page] 页面
 }（状态码 { $status }）。
    .step = 请检查链接；{ $thing ->
        [feed] 订阅源
       *[page] 页面
     }可能已移至别处。
sources-repeat = 该网站要求重新发送请求（状态码 { $status }）。
    .step = 请稍后再试。
sources-fault = 该网站自身发生故障（状态码 { $status }）。
    .step = 请稍后再试。
sources-no-answer = 该网站的应答不是{ $thing ->
    [feed] 订阅源
   *[page] 页面
 }（状态码 { $status }）。
    .step = 请在浏览器中检查该链接。
sources-empty-page = 该页面是空的。
    .step = 请在浏览器中检查该链接。
sources-paywall = 该页面需付费访问：这里只有文章的开头。
    .step = 请在浏览器中打开，然后粘贴文章正文。
sources-too-many-tags = 该页面由 { $tags } 个标签构成，上限为 { $limit } 个。
    .step = 请粘贴正文中重要的部分。
sources-no-article = 未在该页面找到文章。
    .step = 请提供文章本身的链接，或粘贴其正文。
sources-text-short = 该文本太短，无法分析。
    .step = 请粘贴整篇文章，或提供文章链接。
sources-text-long = 该文本有 { $characters } 个字符，上限为 { $limit } 个。
    .step = 请提供重要的部分。
sources-file-kinds = 只能读取扩展名为 .txt、.md、.html 或 .htm 的文件。
    .step = 请将文章保存为其中一种格式。
sources-file-large = 该文件超过 { $limit } MB 的上限。
    .step = 请上传重要的部分。
