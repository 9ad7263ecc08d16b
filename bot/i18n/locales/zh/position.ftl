# 一国在某一话题上的立场：卡片、文件、终端。

position-of = { $country }的立场
position-on = { $country }关于{ $topic }的立场
position-said = { $speakers } 位发言者的 { $statements } 条言论
position-newest = 最新的言论：{ $said }
position-newest-first = { $said }，最新在前
position-searched = 检索范围：{ $scope }
position-as-file = 文件
position-found-on = { $facts }。检索日期：{ $day }（{ $zone }）。
position-word-for-word = 每条言论均为其文章的一部分，逐字引用；仅在文章使用引号之处加引号。转述的措辞出自媒体。
