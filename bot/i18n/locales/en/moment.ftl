# Days and months. The first are patterns of Unicode's CLDR: d is the day, MMMM the month's name beside a day, LLLL
# alone, MMM and LLL short ones, y the year; what stands between two apostrophes is written as it is.

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
moment-since = since { $day }
moment-until = until { $day }
moment-at = { $day }, { $time }
