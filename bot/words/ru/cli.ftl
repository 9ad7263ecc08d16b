# The command line: its help, and what it says on standard error. Names of commands, options and values stay as they are.

cli-about = Attaché читает дипломатические новости и говорит словами самих статей, кто что сказал.
cli-examples = примеры:
cli-example-analyse = обзор статьи для человека
cli-example-json = то же одним объектом JSON
cli-example-batch = {"{\"id\", \"text\"}"} в каждой строке на входе, анализ в каждой строке на выходе
cli-example-console = образец из комплекта, затем все команды в этом терминале
cli-example-export = всё прочитанное для таблицы; папка — для сайта
cli-example-run = бот; нужен DISCORD_TOKEN
cli-example-backup = весь архив одним файлом; restore читает его снова
cli-commands = команды
cli-console = все команды в этом терминале, без Discord
cli-console-sample = начать с обзора статьи-образца из комплекта
cli-run = запустить бота в Discord
cli-run-about = Запускает бота или один из его процессов: с архивом в PostgreSQL работу делят между собой несколько процессов на любом числе машин. Подробнее в docs/operating.md.
cli-run-roles = что делает этот процесс, через запятую: gateway, work, send, receive (по умолчанию: всё)
cli-doctor = проверить настройки, архив, модель, сеть и токен; сказать, что делать
cli-doctor-offline = пропустить то, для чего нужна сеть
cli-analyse = прочитать одну статью или файл с текстами
cli-analyse-about = Читает статью и показывает, кто что сказал. Ничего не сохраняется.
cli-analyse-target = текстовый файл или HTML, веб-адрес или - для стандартного ввода
cli-analyse-batch = файл (или -) с {"{\"id\", \"text\"}"} в каждой строке; тот же порядок на выходе
cli-analyse-json = вывести один объект JSON
cli-analyse-sentences = ключевые предложения (по умолчанию: 5)
cli-analyse-workers = процессы для --batch (по умолчанию: по одному на ядро)
cli-export = записать высказывания как CSV, JSON Lines или сайт, который открывается из своей папки
cli-export-about = Записывает содержимое архива: кто что сказал и в какой статье. То, что вставляли люди, и то, что источники прислали для одного сервера, не выдаётся, если --owner не указывает, чьё оно. Подробнее в docs/export.md.
cli-export-out = файл (csv, jsonl), папка (html) или - для стандартного вывода
cli-export-format = по умолчанию: по окончанию OUT, csv для стандартного вывода, иначе html
cli-export-who = только высказывания человека, страны, органа или должности
cli-export-words = только те, где есть все эти слова; "фраза", слово*
cli-export-since = с этого дня (UTC): 2026-03-01, 30d, March
cli-export-until = до конца этого дня
cli-export-stories = вместе с найденным — всё прочее, сказанное о тех же событиях
cli-export-attitudes = также мысли и желания, которых никто не высказывал
cli-export-confidence = наименьшая уверенность (по умолчанию: как на карточках, 0.5)
cli-export-owner = также закрытые статьи discord:<user id> или console
cli-export-bom = csv: начать с метки, по которой Excel узнаёт UTF-8
cli-export-force = заменить то, что находится в OUT
cli-too-few = должно быть не меньше 1
cli-no-share = должно быть от 0 до 1
cli-paste = Вставьте статью и нажмите Ctrl-D на пустой строке.
cli-unreadable = { $path } не читается: { $reason }.
    .step = Укажите путь к текстовому файлу или HTML, веб-адрес, который начинается с https://, или - для стандартного ввода.
cli-batch-unreadable = { $path } не читается: { $reason }.
    .step = Укажите путь к файлу JSON Lines.
cli-no-such-file = такого файла нет
cli-is-folder = это папка
cli-not-allowed = открыть его не разрешено
cli-no-path = такой путь не годится
cli-reading = чтение
cli-texts = текстов
cli-bom-alone = --bom только для CSV.
    .step = Уберите его или укажите --format csv.
cli-site-needs-folder = Сайту нужна папка.
    .step = Укажите её путь вместо - либо --format csv или jsonl.
cli-turned-round = --since позже, чем --until.
    .step = Поменяйте их местами.
cli-alike = имена, похожие на { $who }: { $names }
cli-written = { $count ->
    [one] { $count } высказывание, куда: { $where }
    [few] { $count } высказывания, куда: { $where }
   *[many] { $count } высказываний, куда: { $where }
 }
cli-standard-output = стандартный вывод
cli-damaged = { $count ->
    [one] опущена { $count } повреждённая статья
    [few] опущены { $count } повреждённые статьи
   *[many] опущены { $count } повреждённых статей
 }
cli-unmatched = { $count ->
    [one] опущено { $count } высказывание, цитаты которого не совпали со статьёй
    [few] опущены { $count } высказывания, цитаты которых не совпали со статьёй
   *[many] опущены { $count } высказываний, цитаты которых не совпали со статьёй
 }
cli-exporting = экспорт
cli-statements = высказываний
