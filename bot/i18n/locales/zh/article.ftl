# 所有文章卡片共有的文字，以及摘要。文章本身的文字从不出现在这里。

article-pasted = 粘贴的文本
article-summary = 摘要
article-key-sentences = 关键语句
article-two-sides = 双方说法
article-source = 原文
article-no-sentence = 未能从这篇文章中选出语句。
article-in-order = 以上为文章原句，逐字引用，按原文顺序排列。
article-in-context = 文章原段落，逐字引用；该言论以粗体标出。
article-statement-gone = 已存的文章中没有这段言论。
    .step = 请重新查询谁说了什么。
article-not-about = 这里问的是一条帖子，而不是一篇文章。
    .step = 请改用 /feed why。
article-page = 第 { $page } 页，共 { $count } 页
article-previous = ‹ 上一页
article-next = 下一页 ›
article-untitled = 无标题
# 由国家资助或控制的媒体，标在其名称旁。
article-state = { $state ->
    [state-funded] 国家资助
    [state-controlled] 国家控制
   *[labelled] { $state }
 }
article-file-named = { $name } 是文件名，我无法从这里打开。
    .step = 请以私信发送该文件，或粘贴其文字。
