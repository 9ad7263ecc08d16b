# Дни и месяцы. Первые сообщения — образцы CLDR Юникода (см. en/moment.ftl).

moment-day = d MMMM y 'г'.
moment-short-day = d MMM y
moment-day-of-year = d MMMM
moment-short-day-of-year = d MMM
moment-month = LLLL y 'г'.
moment-short-month = LLL y
moment-month-of-year = LLL
moment-month-of-days = MMMM y 'г'.
moment-days-of-month = { $first }–{ $last } { $month }
moment-days = { $first } – { $last }
moment-since = с { $day }
moment-until = до { $day }
moment-at = { $day }, { $time }
