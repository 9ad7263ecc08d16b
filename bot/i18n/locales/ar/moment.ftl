# الأيام والأشهر. الرسائل الأولى صيغ من CLDR ليونيكود (انظر en/moment.ftl).

moment-day = d MMMM y
moment-short-day = d MMM y
moment-day-of-year = d MMMM
moment-short-day-of-year = d MMM
moment-month = LLLL y
moment-short-month = LLL y
moment-month-of-year = LLL
moment-month-of-days = MMMM y
moment-days-of-month = { $first }–{ $last } { $month }
moment-days = { $first } – { $last }
moment-since = منذ { $day }
moment-until = حتى { $day }
moment-at = { $day }، { $time }
