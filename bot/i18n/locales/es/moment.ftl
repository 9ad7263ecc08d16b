# Días y meses. Los primeros mensajes son patrones del CLDR de Unicode (véase en/moment.ftl).

moment-day = d 'de' MMMM 'de' y
moment-short-day = d MMM y
moment-day-of-year = d 'de' MMMM
moment-short-day-of-year = d MMM
moment-month = LLLL 'de' y
moment-short-month = LLL y
moment-month-of-year = LLL
moment-month-of-days = 'de' MMMM 'de' y
moment-days-of-month = { $first }–{ $last } { $month }
moment-days = { $first } – { $last }
moment-since = desde el { $day }
moment-until = hasta el { $day }
moment-at = { $day }, { $time }
