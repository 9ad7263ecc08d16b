# 对提问的回答。提问以英语理解，故示例保留英语。

question-talk = { $talk ->
   *[hello] 您好，很高兴为您服务。
    [thanks] 不客气。
    [bye] 再见。其间读到的内容都会保存在这里。
 }
question-not-understood = 我没有把这理解为关于谁说了什么的提问。
question-forms = 可以问我：某人何时就某事说了什么；谁否认、警告或赞扬了某事；某国是否表态；某话题的最新消息；引语；双方说法的对比。
question-articles = 也可以发来链接、整篇文章，或用 `/whosaid article:…` 发来短文；其余请见 `/help`。
question-nothing-read = 还没有读到任何人的言论：请先发给我一篇文章的链接。
question-try-one = 请用英语提问，例如：*what did { $name } say last month?* 或：*when did { $name } last speak?*
question-try-two = 请用英语提问，例如：*what did { $first } say last month?* 或：*what is the latest from { $last }?*
# 提问是如何理解的：谁 · 哪个动词 · 引号内 · 关于什么 · 何时。
question-looked-for = 我查找的是：{ $parts }
question-anybody = 任何人
question-of = { $country }{ $who }
question-both = { $who } 与 { $other }
question-or = 或
question-quoted = 引号内的原话
question-earliest = 最早的
question-about = 关于 { $about }
question-all-dates = 所有日期，不限于{ $dates }
# Under the line above, where the first time was asked for.
question-first-read = 这是我读到的最早一条（共检索 { $scope }）。在我没有读到的地方，可能有人更早说过。
question-go-on = 接下来可以：
question-step = { $command ->
    [watch] 关注 { $what }
    [position] 立场：{ $what }
    [timeline] 时间线：{ $what }
   *[said] 发言：{ $what }
 }
