# 谁就什么说了什么：查询了什么、找到多少、下方的按钮。

said-about = { $who }：{ $about }
said-statements = 言论
said-and-others = { $names } 等
said-found = { $count } 条言论
said-found-over = 超过 { $count } 条言论
said-found-about = 约 { $count } 条言论
said-from = 自{ $day }起
said-before = { $day }之前
said-newest-first = 最新在前
said-earliest-first = 最早的在前
said-here = 此处作 { $name }
said-read-on = { $day }读取
said-page = 第 { $page } 页
said-newer = ‹ 较新
said-older = 较早 ›
# The same where the earliest come first.
said-older-back = ‹ 较早
said-newer-on = 较新 ›
said-as-table = 表格
said-newest = { $found }；以下为最新的 { $count } 条。
# 检索的范围；单独出现，或在句中。
said-scope = { $count } 篇文章
said-scope-of-day = { $day }的 { said-scope }
said-scope-of-days = { $first }至{ $last }的 { said-scope }
# 文章中言论旁边说明其主题的文字。
said-context = 上下文：{ $words }
