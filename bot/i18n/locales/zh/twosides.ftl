# 对同一事件的两种叙述并列：分栏、图片及其说明、终端。

twosides-about = 双方说法：{ $about }
twosides-absent = 本文未提及
twosides-absent-in-all = 这些文章均未提及
twosides-legend = 空白表示未提及，并不表示否认。
twosides-left-out = 另有 { $count } 条较早的言论未列出
twosides-as-picture = 图片
twosides-as-columns = 分栏
twosides-light = 浅色
twosides-dark = 深色
# 某一行话题属于哪一方。
twosides-both = 双方
twosides-both-accuse = 双方互相指责
# $side 是国家、机构或人物；动词是该方的否认或拒绝。
twosides-disagree = 说法不一：{ $side }{ $act ->
   *[denies] 否认
    [rejects] 拒绝
 }
twosides-articles = { $count } 篇文章
twosides-pasted = 粘贴的文本
twosides-and-more = 另有 { $count } 项
twosides-more = 另有 { $count } 条，见谁说了什么
twosides-more-in-all = 另有 { $count } 条，见各篇文章
twosides-also = 另见 { $names }
twosides-also-in = 另见 { $names }
twosides-on = 话题：{ $topic }（{ $note }）
twosides-picture = 图 { $number }，共 { $count } 张。
twosides-not-one = 不是同一事件
twosides-split = 已完成。这 { $count } 篇文章在这里从此分开显示。
twosides-unsplit = 已撤销。它们在这里重新算作同一事件。
twosides-undo = 撤销
# 没有文章用语的行的标题，以及一方没有其他说法时所显示的文字。
twosides-answers = { $side }作出回应
twosides-differ = 分歧所在
twosides-rest = 双方的其他说法
twosides-each = 双方的说法
twosides-nothing-else = 没有其他说法
