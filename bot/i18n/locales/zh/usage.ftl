# argparse 在命令行中自己的用语；其中的标记（%s）保留。

usage-begins = 用法：
usage-options = 选项
usage-arguments = 参数
usage-help = 显示此帮助并退出
usage-version = 显示版本并退出
usage-error = %(prog)s：错误：%(message)s
usage-argument = 参数 %(argument_name)s：%(message)s
usage-unrecognized = 无法识别的参数：%s
usage-not-allowed = 不能与参数 %s 同时使用
usage-required = 缺少参数：%s
usage-one-required = 需要参数 %s 之一
usage-expected-one = 需要一个参数
usage-superfluous = 多余的值：%r
usage-ambiguous = 选项不明确：%(option)s 可能是 %(matches)s
usage-choice = 无效的选择：%(value)r（可选：%(choices)s）
usage-no-number = { $typed } 不是数字
