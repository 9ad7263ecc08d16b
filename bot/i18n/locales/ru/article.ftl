# Общее для всех карточек о статье и её краткое изложение. Слов самой статьи здесь не бывает.

article-pasted = Вставленный текст
article-summary = Кратко
article-key-sentences = Ключевые предложения
article-two-sides = Две стороны
article-source = Источник
article-no-sentence = В этой статье не удалось выбрать ни одного предложения.
article-in-order = Предложения статьи, слово в слово, в её порядке.
article-in-context = Абзац статьи, слово в слово; высказывание выделено жирным.
article-statement-gone = Этого высказывания нет в сохранённой статье.
    .step = Запросите ещё раз, кто что сказал.
article-not-about = Этот запрос относится к публикации, а не к статье.
    .step = Воспользуйтесь командой /feed why.
article-page = Страница { $page } из { $count }
article-previous = ‹ Назад
article-next = Далее ›
article-untitled = Без названия
# Рядом с названием издания, которое финансирует или контролирует государство.
article-state = { $state ->
    [state-funded] на государственном финансировании
    [state-controlled] под контролем государства
   *[labelled] { $state }
 }
article-file-named = { $name } — имя файла, а открыть его отсюда я не могу.
    .step = Пришлите мне файл личным сообщением или вставьте его текст.
