# Кто что о чём сказал: что искали, сколько нашлось, кнопки.

said-about = { $who }: { $about }
said-statements = Высказывания
said-and-others = { $names } и другие
said-found = { $count ->
    [one] { $count } высказывание
    [few] { $count } высказывания
   *[many] { $count } высказываний
 }
said-found-over = более { $count } высказываний
said-found-about = около { $count } высказываний
said-from = с { $day }
said-before = до { $day }
said-newest-first = сначала новые
said-earliest-first = сначала самые ранние
said-here = здесь: { $name }
said-read-on = прочитано { $day }
said-page = Страница { $page }
said-newer = ‹ Новее
said-older = Старее ›
# The same where the earliest come first.
said-older-back = ‹ Старее
said-newer-on = Новее ›
said-as-table = Таблицей
said-newest = { $found }; здесь самые новые: { $count }.
# Что просмотрено; стоит отдельно или после двоеточия.
said-scope = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[many] { $count } статей
 }
said-scope-of-day = { said-scope } от { $day }
said-scope-of-days = { said-scope } с { $first } по { $last }
# Слова статьи рядом с высказыванием, из которых видно, о чём оно.
said-context = контекст: { $words }
