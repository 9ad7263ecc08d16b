# Ответы на вопросы словами. Вопросы понимаются по-английски, поэтому примеры остаются английскими.

question-talk = { $talk ->
   *[hello] Рад вас слышать.
    [thanks] Пожалуйста.
    [bye] До свидания. Всё, что будет прочитано за это время, найдётся здесь.
 }
question-not-understood = Я не понял это как вопрос о том, что было сказано.
question-forms = Меня можно спросить, что кто-то сказал о чём-то и когда; кто это опроверг, кто об этом предупредил или это похвалил; высказалась ли страна; что нового по теме; попросить цитаты или сопоставить две стороны.
question-articles = Я читаю и ссылку, и целую статью, и короткий текст через `/whosaid article:…`; остальное расскажет `/help`.
question-nothing-read = Пока не прочитано ничего, что кто-либо сказал: сначала пришлите мне ссылку на статью.
question-try-one = Спросите меня по-английски, например: *what did { $name } say last month?* Или: *when did { $name } last speak?*
question-try-two = Спросите меня по-английски, например: *what did { $first } say last month?* Или: *what is the latest from { $last }?*
# Как понят вопрос: кто · каким глаголом · в кавычках · о чём · когда.
question-looked-for = Я искал: { $parts }
question-anybody = кто угодно
question-of = { $who } ({ $country })
question-both = { $who } и { $other }
question-or = или
question-quoted = в кавычках
question-earliest = самое раннее
question-about = тема: { $about }
question-all-dates = за всё время, а не только: { $dates }
# Under the line above, where the first time was asked for.
question-first-read = Первое из прочитанного мной: { $scope }. Это могло быть сказано и раньше, там, где я не читал.
question-go-on = Дальше можно так:
question-step = { $command ->
    [watch] Следить: { $what }
    [position] Позиция: { $what }
    [timeline] Во времени: { $what }
   *[said] Высказывания: { $what }
 }
