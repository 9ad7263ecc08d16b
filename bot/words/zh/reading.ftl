# A text that cannot be read, or summed up, or drawn: why, and what to do next.

reading-nothing = 没有可读的内容。
    .step = 请提供文章链接，或粘贴其正文。
# Why a reading has no who-said-what.
reading-english-only = 目前只能从英文文章中分析“谁说了什么”；摘要使用文章本身的语言。
reading-busy = Attaché 正忙于阅读其他文本。
    .step = 请一分钟后再试。
reading-stopped = Attaché 已停止阅读该文本。
    .step = 请重新提供。
reading-stopped-twice = 阅读进程两次在开始之前停止。
    .step = 请运行 `python -m bot doctor` 查看原因。
reading-too-slow = 阅读该文本需要超过 { $seconds } 秒。
    .step = 请提供较短的文本，或其中一部分。
reading-too-large = 阅读该文本需要超过 { $limit } MiB 的内存。
    .step = 请提供较短的文本，或其中一部分。
reading-ended-early = 文本尚未读完，阅读进程就已结束。
    .step = 请提供较短的文本，或其中一部分。
reading-failed = 阅读该文本失败。
    .step = 请连同文本链接一起报告此问题。
reading-model-unreadable = 无法读取 { $folder } 中的模型。
    .step = 请重新安装程序。
reading-model-changed = 模型文件 { $name } 不是发布的版本。
    .step = 请重新安装程序。
reading-no-method = 没有名为“{ $method }”的摘要方法。
    .step = 请从以下方法中选择：{ $names }。
reading-method-slow = 摘要方法“{ $method }”处理该文本太慢：最多处理 { $sentences } 个句子和 { $words } 个词。
    .step = 请使用可处理任何文本的方法“{ $instead }”。
reading-count-or-share = 摘要要么按句数，要么按占全文的比例。
    .step = 请二者择一。
reading-no-share = 比例 { $share } 不是文本的一部分。
    .step = 请给出大于 0 且不超过 1 的比例。
reading-no-sentences = { $count } 句的摘要什么也没说。
    .step = 请至少要求 1 句。
reading-not-drawn = 无法绘制该图片。
    .step = 请改为查看分栏文字。
reading-not-one-page = 该图片没有页面，或有多个页面。
    .step = 请改为查看分栏文字。
