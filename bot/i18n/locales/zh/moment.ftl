# 日期与月份。前几条是 Unicode CLDR 的格式（见 en/moment.ftl）。

moment-day = y年M月d日
moment-short-day = y年M月d日
moment-day-of-year = M月d日
moment-short-day-of-year = M月d日
moment-month = y年M月
moment-short-month = y年M月
moment-month-of-year = M月
moment-month-of-days = y年M月
moment-days-of-month = { $month }{ $first }日至{ $last }日
moment-days = { $first }至{ $last }
moment-since = 自{ $day }起
moment-until = 截至{ $day }
moment-at = { $day } { $time }
