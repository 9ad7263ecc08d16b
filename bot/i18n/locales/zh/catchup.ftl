# What is new since somebody last looked.

catchup-title = 自您上次查看以来
catchup-cut = 您上次查看已超过一周：这里是最近一周的内容。
