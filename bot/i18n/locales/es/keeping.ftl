# Backups, restoring and moving an archive, for whoever runs the bot: what cannot be done, and what to do next.

keeping-no-file = No hay archivo: { $path } no existe.
    .step = Compruebe DATABASE_URL y ATTACHE_DATA_DIR.
keeping-no-archive = No hay archivo en esa base de datos.
    .step = Compruebe DATABASE_URL.
keeping-newer-backup = Esta copia de seguridad se hizo con una versión de Attaché más reciente que esta.
    .step = Restáurela con aquella versión; no se cambió nada.
# What is wrong with it stands in keeping-damage.
keeping-damaged-backup = Esto no es una copia de seguridad completa de Attaché: { $why }.
    .step = { keeping-another-backup }
keeping-another-backup = Tome otra; no se cambió nada en el archivo.
keeping-damage = { $kind ->
    [foreign] es un fichero de otro tipo
    [head] su primera línea no está completa
    [checksum] su suma de control es otra
    [tail] hay algo tras su final
    [cut] termina a la mitad
    [packed] no se puede descomprimir
    [table] una tabla empieza como otra cosa
   *[line] una línea no es de una copia de seguridad
 }
keeping-damaged-row = una fila de { $table } no lo es
keeping-damaged-rows = las filas de { $table } no son las que se escribieron
keeping-rows-unfit = Hay filas de la tabla { $table } que no encajan con las demás.
    .step = Su origen está dañado (`python -m bot doctor` comprueba un archivo); no se cambió nada en el archivo.
keeping-rows-refused = La base de datos no acepta las filas de la tabla { $table }.
    .step = Su propio registro dice por qué; no se cambió nada en el archivo.
keeping-only-from-sqlite = Solo se traslada un archivo en SQLite.
    .step = Entre otras bases de datos use `backup` y `restore`.
keeping-only-to-postgresql = Un archivo se traslada a PostgreSQL.
    .step = Dé `postgresql://user:password@host/name`.
keeping-nothing-to-move = No hay archivo que trasladar: { $path } no existe.
    .step = Compruebe DATABASE_URL.
keeping-running-move = Attaché está funcionando sobre este archivo.
    .step = Deténgalo y después trasládelo.
keeping-running-restore = Attaché está funcionando sobre este archivo.
    .step = Deténgalo y después restáurelo.
keeping-changed = El archivo ha cambiado desde que empezó su traslado.
    .step = { keeping-afresh }
keeping-afresh = Dé el mismo comando con `--afresh`: vacía lo copiado y empieza de nuevo.
keeping-foreign-move = La base de datos contiene el comienzo de un traslado con otra versión de Attaché.
    .step = { keeping-empty }
keeping-archive-there = La base de datos ya contiene un archivo.
    .step = { keeping-empty }
keeping-empty = Dé una base de datos vacía: `CREATE DATABASE` crea una.
keeping-tables-differ = La tabla { $table } no es la misma en ambos lados.
    .step = { keeping-afresh }
keeping-search-differs = La búsqueda contiene { $made } declaraciones donde la antigua contenía { $wanted }.
    .step = { keeping-afresh }
keeping-not-empty = El archivo de allí no está vacío.
    .step = Dé `--force` para reemplazarlo por la copia de seguridad.
keeping-table-unknown = La copia de seguridad tiene una tabla { $table } que un archivo de su revisión no tiene.
    .step = { keeping-another-backup }
