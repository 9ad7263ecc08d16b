# 谁说了什么：按发言者列出的言论。文章本身的文字从不出现在这里。

whosaid-title = 谁说了什么
whosaid-nobody = 这篇文章没有引述任何人。
whosaid-uncertain = 这篇文章中没有足够确定、可以归于某人名下的言论。
whosaid-unresolved = 文中未明确发言者
# 用于既无动词也无引号的言论。
whosaid-reported = 转述
# 文章没有自己的动词时，言论所用的动词。
whosaid-act = { $act ->
   *[says] 表示
    [denies] 否认
    [rejects] 拒绝
    [accuses] 指责
    [condemns] 谴责
    [warns] 警告
    [threatens] 威胁
    [demands] 要求
    [urges] 敦促
    [proposes] 提议
    [pledges] 承诺
    [praises] 赞扬
    [thanks] 感谢
    [agrees] 同意
    [confirms] 证实
    [announces] 宣布
    [reiterates] 重申
    [asks] 询问
    [discusses] 谈及
    [attitude] 态度
 }
whosaid-withheld = 另有 { $count } 条不确定的言论未列出
whosaid-context = 在原段落中阅读某段言论
whosaid-unmatched = 这篇文章没有引述与 { $asked } 相符的发言者。
    .step = 文中引述的有：{ $names }。
whosaid-unmatched-by-nobody = 这篇文章没有引述与 { $asked } 相符的发言者。
    .step = { whosaid-nobody }
whosaid-all = 全部言论
whosaid-via = 经{ $name }
# 一行言论如何回应他人的说法。
whosaid-answers = { $act ->
    [rejects] 驳斥{ $name }的说法
   *[denies] 否认{ $name }的说法
 }
# 所列文字是文章中关于该言论的整句。
whosaid-sentence = 文章原句
