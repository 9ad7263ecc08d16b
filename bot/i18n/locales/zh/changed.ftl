# 同一发言者后来的言论推翻此前的言论：卡片、终端。

changed-of = { $who }：前后相反的言论
changed-of-about = { $who }关于{ $about }：前后相反的言论
changed-earlier = 此前
changed-later = 后来
changed-count = { $count } 处变化
changed-compared = 已比较：{ $said }
changed-compared-newest = 已比较最新的：{ $said }
changed-nothing = 未找到：没有哪条言论推翻了此前的言论（{ $compared }）。
changed-what-counts = 只查找同一人在不同日期用英文发表的、对同一件事一赞成一反对的言论。
changed-judge = 由程序仅凭文字选出：请先阅读两篇文章，再下“改变立场”的结论。
changed-all = 全部言论
changed-nobody = 谁的言论？请给出人名、职务或国家：changed who:Lavrov
changed-position = 立场变化：{ $subject }
