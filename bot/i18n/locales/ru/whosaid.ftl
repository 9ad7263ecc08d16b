# Кто что сказал: высказывания под именами тех, кто их сделал. Слов самой статьи здесь не бывает.

whosaid-title = Кто что сказал
whosaid-nobody = В этой статье никого не цитируют.
whosaid-uncertain = Ни одно высказывание в этой статье не установлено настолько надёжно, чтобы привести его под чьим-то именем.
whosaid-legend = Цитата: в статье всё взято в кавычки · частичная цитата: в кавычках лишь часть · пересказ: без кавычек
whosaid-unresolved = Из статьи неясно, кто говорит
# Помета высказывания: какая его часть стоит в кавычках.
whosaid-mark = { $kind ->
    [direct] цитата
    [mixed] частичная цитата
   *[indirect] пересказ
 }
# Глагол, под которым стоит высказывание, если в статье своего нет.
whosaid-act = { $act ->
   *[says] заявляет
    [denies] опровергает
    [rejects] отвергает
    [accuses] обвиняет
    [condemns] осуждает
    [warns] предупреждает
    [threatens] угрожает
    [demands] требует
    [urges] призывает
    [proposes] предлагает
    [pledges] обещает
    [praises] хвалит
    [thanks] благодарит
    [agrees] соглашается
    [confirms] подтверждает
    [announces] объявляет
    [reiterates] вновь заявляет
    [asks] спрашивает
    [discusses] обсуждает
    [attitude] мнение
 }
whosaid-negated = с отрицанием
whosaid-conditional = условно
whosaid-relayed = передаёт { $name }
whosaid-withheld = { $count ->
    [one] опущено { $count } неуверенно определённое высказывание
    [few] опущено { $count } неуверенно определённых высказывания
   *[many] опущено { $count } неуверенно определённых высказываний
 }
whosaid-context = Прочесть в контексте
whosaid-unmatched = В этой статье не цитируют никого, кто подходит под запрос { $asked }.
    .step = Цитируются: { $names }.
whosaid-unmatched-by-nobody = В этой статье не цитируют никого, кто подходит под запрос { $asked }.
    .step = { whosaid-nobody }
whosaid-all = Все высказывания
whosaid-via = через { $name }
# Как строка относится к словам другого.
whosaid-answers = { $act ->
    [rejects] отвергает слова: { $name }
   *[denies] опровергает слова: { $name }
 }
