# Собственные слова argparse в командной строке; его знаки (%s) остаются.

usage-begins = использование:
usage-options = параметры
usage-arguments = аргументы
usage-help = показать эту справку и выйти
usage-version = показать версию и выйти
usage-error = %(prog)s: ошибка: %(message)s
usage-argument = аргумент %(argument_name)s: %(message)s
usage-unrecognized = неизвестные аргументы: %s
usage-not-allowed = нельзя вместе с аргументом %s
usage-required = не хватает аргументов: %s
usage-one-required = нужен один из аргументов %s
usage-expected-one = нужен один аргумент
usage-superfluous = лишнее значение: %r
usage-ambiguous = неоднозначный параметр: %(option)s — это может быть %(matches)s
usage-choice = нет такого значения: %(value)r (возможные: %(choices)s)
usage-no-number = { $typed } — не число
