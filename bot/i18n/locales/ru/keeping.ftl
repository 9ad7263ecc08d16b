# Backups, restoring and moving an archive, for whoever runs the bot: what cannot be done, and what to do next.

keeping-no-file = Архива нет: { $path } не существует.
    .step = Проверьте DATABASE_URL и ATTACHE_DATA_DIR.
keeping-no-archive = В этой базе данных нет архива.
    .step = Проверьте DATABASE_URL.
keeping-newer-backup = Эта резервная копия сделана более новой версией Attaché, чем эта.
    .step = Восстановите её той версией; ничего не изменено.
# What is wrong with it stands in keeping-damage.
keeping-damaged-backup = Это не полная резервная копия Attaché: { $why }.
    .step = { keeping-another-backup }
keeping-another-backup = Возьмите другую; в архиве ничего не изменено.
keeping-damage = { $kind ->
    [foreign] это файл другого вида
    [head] её первая строка неполна
    [checksum] её контрольная сумма иная
    [tail] после её конца что-то есть
    [cut] она обрывается на середине
    [packed] её нельзя распаковать
    [table] таблица начинается как что-то другое
   *[line] одна из строк не из резервной копии
 }
keeping-damaged-row = одна из строк таблицы { $table } не строка
keeping-damaged-rows = строки таблицы { $table } не те, что были записаны
keeping-rows-unfit = Строки таблицы { $table } не согласуются с остальными.
    .step = Их источник повреждён (архив проверит `python -m bot doctor`); в архиве ничего не изменено.
keeping-rows-refused = База данных не принимает строк таблицы { $table }.
    .step = Причина в её собственном журнале; в архиве ничего не изменено.
keeping-only-from-sqlite = Переносится только архив на SQLite.
    .step = Между другими базами используйте `backup` и `restore`.
keeping-only-to-postgresql = Архив переносится в PostgreSQL.
    .step = Укажите `postgresql://user:password@host/name`.
keeping-nothing-to-move = Переносить нечего: { $path } не существует.
    .step = Проверьте DATABASE_URL.
keeping-running-move = Attaché работает с этим архивом.
    .step = Остановите его и затем переносите.
keeping-running-restore = Attaché работает с этим архивом.
    .step = Остановите его и затем восстанавливайте.
keeping-changed = С начала переноса архив изменился.
    .step = { keeping-afresh }
keeping-afresh = Дайте ту же команду с `--afresh`: она очистит скопированное и начнёт заново.
keeping-foreign-move = В базе данных начат перенос другой версией Attaché.
    .step = { keeping-empty }
keeping-archive-there = В базе данных уже есть архив.
    .step = { keeping-empty }
keeping-empty = Укажите пустую базу данных: её создаст `CREATE DATABASE`.
keeping-tables-differ = Таблица { $table } на двух сторонах не одинакова.
    .step = { keeping-afresh }
keeping-search-differs = Число высказываний в поиске — { $made }, а в прежнем было { $wanted }.
    .step = { keeping-afresh }
keeping-not-empty = Архив там не пуст.
    .step = Укажите `--force`, чтобы заменить его резервной копией.
keeping-table-unknown = В резервной копии есть таблица { $table }, которой нет в архиве её версии.
    .step = { keeping-another-backup }
