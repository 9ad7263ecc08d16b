# Два рассказа об одном событии рядом: столбцы, рисунки и их описания, терминал.

twosides-about = Две стороны: { $about }
twosides-absent = в этой статье не упоминается
twosides-absent-in-all = в этих статьях не упоминается
twosides-legend = Пустая ячейка значит, что об этом не упомянуто; это не опровержение.
twosides-left-out = { $count ->
    [one] опущено { $count } более раннее высказывание
    [few] опущено { $count } более ранних высказывания
   *[many] опущено { $count } более ранних высказываний
 }
twosides-as-picture = Рисунком
twosides-as-columns = Столбцами
twosides-light = Светлый
twosides-dark = Тёмный
# Чья тема стоит в строке.
twosides-both = Обе стороны
twosides-both-accuse = Обе стороны обвиняют
# $side — страна, организация или человек; глагол — опровержение или отказ этой стороны.
twosides-disagree = Слова расходятся: { $side } { $act ->
   *[denies] опровергает
    [rejects] отвергает
 }
twosides-articles = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[many] { $count } статей
 }
twosides-pasted = вставленный текст
twosides-and-more = и ещё { $count }
twosides-more = и ещё { $count } под кнопкой Кто что сказал
twosides-more-in-all = и ещё { $count } в статьях
twosides-also = также { $names }
twosides-also-in = также: { $names }
twosides-on = Тема: { $topic } ({ $note })
twosides-picture = Рисунок { $number } из { $count }.
twosides-not-one = Это разные события
twosides-split = Готово. Статьи ({ $count }) теперь здесь считаются разными событиями.
twosides-unsplit = Отменено. Здесь это снова одно событие.
twosides-undo = Отменить
# Заголовки строк без слов из статей и то, что стоит у стороны, которая больше ничего не говорит.
twosides-answers = { $side } отвечает
twosides-differ = В чём расходятся
twosides-rest = Что ещё говорит каждая сторона
twosides-each = Что говорит каждая сторона
twosides-nothing-else = больше ничего
