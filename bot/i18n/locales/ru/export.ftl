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
