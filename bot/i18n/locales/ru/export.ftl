# Where an export cannot be written, and what to do next.

export-folder = { $path } — это папка.
    .step = Укажите путь к файлу или `-` для стандартного вывода.
export-file-there = { $path } уже существует.
    .step = Укажите другой путь или `--force`, чтобы заменить.
export-file = { $path } — это файл.
    .step = Сайту нужна папка: укажите другой путь.
export-folder-there = { $path } уже существует.
    .step = Укажите другую папку или `--force`, чтобы заменить.
export-no-export = В { $path } нет экспорта.
    .step = Заменяется только экспорт: укажите другую папку.
# The reason is the system's own, in its English, or the message below.
export-unwritten = Записать { $path } не удаётся: { $reason }.
    .step = Проверьте путь, его папку и диск.
export-system-refused = система отказала

# Вокруг страниц выгрузки и канала. «#» — число найденного.
export-page-skip = Перейти к содержанию
export-page-site = Сайт
export-page-foot = Слова взяты из статей буква в букву. Кавычки принадлежат статьям. Говорящих определила программа, и она может ошибаться: прежде чем цитировать, откройте ссылку.
export-page-search = Поиск людей и сюжетов
export-page-placeholder = Имя, страна, слово из заголовка
export-page-found = Найдено: { $count }
export-page-found-more = Найдено: { $count } или больше
export-page-found-first = Показаны только первые ({ $count }), уточните запрос.
export-page-found-none = Ничего не найдено. Попробуйте фамилию, страну или слово из заголовка.
export-page-noscript = Для поиска нужен JavaScript.
export-page-topic = Тема
export-page-pages = Страницы
export-page-posted = Опубликовано в этом канале
export-page-posted-at = Опубликовано:
export-page-atom = Лента Atom
export-page-nothing = Здесь пока ничего не опубликовано.
export-page-kind-post = сообщение
export-page-kind-speaker = говорящий
