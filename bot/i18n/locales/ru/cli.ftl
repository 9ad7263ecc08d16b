# The command line: its help, and what it says on standard error. Names of commands, options and values stay as they are.

cli-about = Attaché читает дипломатические новости и говорит словами самих статей, кто что сказал.
cli-examples = примеры:
cli-example-analyse = обзор статьи для человека
cli-example-json = то же одним объектом JSON
cli-example-batch = {"{\"id\", \"text\"}"} в каждой строке на входе, анализ в каждой строке на выходе
cli-example-console = образец из комплекта, затем все команды в этом терминале
cli-example-export = все высказывания для таблицы; папка — для сайта
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
cli-backup = записать весь архив в один файл, пока бот работает
cli-backup-about = Записывает одно состояние всего архива в сжатый файл, одинаковый для SQLite и PostgreSQL. Бот может работать. В файле есть то, что люди вставляли и настраивали: храните его так же закрыто, как архив.
cli-backup-out = файл или - для стандартного вывода
cli-backup-force = заменить файл, который находится в OUT
cli-restore = сделать резервную копию архивом, когда бот остановлен
cli-restore-about = Делает резервную копию архивом, который назван в настройках, на SQLite или PostgreSQL: целиком или никак.
cli-restore-in = файл, записанный командой backup, или - для стандартного ввода
cli-restore-force = заменить архив, который не пуст
cli-move = скопировать архив из SQLite в PostgreSQL, когда бот остановлен
cli-move-about = Копирует архив, который назван в настройках, в пустую базу PostgreSQL и сравнивает обе стороны. Прерванное, чем бы оно ни кончилось, продолжается с того же места, если дать ту же команду ещё раз.
cli-move-target = postgresql://user:password@host/name или - для чтения со стандартного ввода
cli-move-afresh = удалить то, что осталось там от прежнего переноса, и начать заново
cli-backed-up = { $count ->
    [one] { $count } строка, куда: { $where }
    [few] { $count } строки, куда: { $where }
   *[many] { $count } строк, куда: { $where }
 }
cli-restored = { $count ->
    [one] { $count } строка; архив таков, каким был { $day } в { $time } UTC
    [few] { $count } строки; архив таков, каким был { $day } в { $time } UTC
   *[many] { $count } строк; архив таков, каким был { $day } в { $time } UTC
 }
cli-restored-told = то, что ленты показывают сейчас, и дайджесты, которым пришло время, считаются переданными: ничто не публикуется дважды
cli-moved = { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
 }, таблиц: { $tables ->
    [one] { $tables }
    [few] { $tables }
   *[many] { $tables }
 }; обе стороны хранят одно и то же
cli-moved-next = укажите в DATABASE_URL новый адрес; прежний файл не изменён и тогда больше не нужен
cli-backup-no-text = Резервная копия — не текст для терминала.
    .step = Укажите файл или передайте её другой программе.
cli-backup-folder = { $path } — это папка.
    .step = Укажите файл в ней.
cli-backup-there = { $path } уже существует.
    .step = Укажите другой файл или --force, чтобы заменить его.
cli-backup-unreadable = { $path } не читается: { $reason }.
    .step = Укажите файл, записанный командой `backup`.
cli-rows = строк
cli-analyse-why = объяснить, как определён автор высказывания N (с 1)
cli-why-missing = В статье нет высказывания { $number }; всего их { $count }.
    .step = Укажите другой номер.
cli-why-unread = На языке этой статьи не читается, кто что сказал.
    .step = Проанализируйте её без --why.
cli-why-pronoun = Кого означает местоимение
cli-why-referent = Кого называет источник
cli-why-certainty = Верно ли это имя
cli-why-stated_office = Какая должность стоит при имени
cli-why-described_office = Какое описание относится к этому человеку
cli-why-country = От имени какой страны
cli-why-none = нет
cli-why-nothing = Ранжирование не понадобилось: автор назван в тексте.
# The catalogue of sources, for those who maintain it.
cli-catalogue = проверить, какие источники каталога отвечают
cli-catalogue-check = check: спросить каждый источник один раз
cli-catalogue-words = только источники с этими словами в названии
cli-catalogue-pack = только источники набора
cli-catalogue-none = В каталоге нет источников с такими словами.
    .step = Дайте другие слова или ни одного, чтобы проверить все.
cli-catalogue-checked = Отвечают { $count } из { $total }.
cli-setup = связать бота с Discord: токен, файл настроек, приглашение
cli-setup-about = Связывает бота с Discord: запрашивает токен, проверяет его у Discord, записывает файл настроек, показывает приглашение и проверяет этот компьютер.
