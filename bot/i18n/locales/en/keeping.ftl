# Backups, restoring and moving an archive, for whoever runs the bot: what cannot be done, and what to do next.

keeping-no-file = There is no archive: { $path } is not there.
    .step = Check DATABASE_URL and ATTACHE_DATA_DIR.
keeping-no-archive = There is no archive in that database.
    .step = Check DATABASE_URL.
keeping-newer-backup = This backup was made by a newer version of Attaché than this one.
    .step = Restore it with that version; nothing was changed.
# What is wrong with it stands in keeping-damage.
keeping-damaged-backup = This is no whole backup of Attaché: { $why }.
    .step = Take another one; nothing was changed in the archive.
keeping-damage = { $kind ->
    [foreign] it begins as something else
    [head] its first line is not whole
    [checksum] its checksum is another
    [tail] something stands behind its end
    [cut] it ends in the middle
    [packed] it cannot be unpacked
    [table] a table begins as something else
   *[line] a line is no line of a backup
 }
keeping-damaged-row = a row of { $table } is none
keeping-damaged-rows = the rows of { $table } are others than were written
keeping-rows-unfit = Rows of the table { $table } do not fit the others.
    .step = The archive that they come from is damaged: `python -m bot doctor` checks it.
keeping-rows-refused = The database does not take the rows of the table { $table }.
    .step = Its own log says why; nothing there counts until all is copied.
keeping-only-from-sqlite = Only an archive on SQLite is moved.
    .step = Use backup and restore between other databases.
keeping-only-to-postgresql = An archive is moved to PostgreSQL.
    .step = Give postgresql://user:password@host/name.
keeping-nothing-to-move = There is no archive to move: { $path } is not there.
    .step = Check DATABASE_URL.
keeping-running-move = Attaché is running on this archive.
    .step = Stop it, then move.
keeping-running-restore = Attaché is running on this archive.
    .step = Stop it, then restore.
keeping-changed = The archive has changed since its move began.
    .step = { keeping-afresh }
keeping-afresh = Give the same command with --afresh: it empties what was copied and begins anew.
keeping-foreign-move = The database holds the beginning of a move by another version of Attaché.
    .step = { keeping-empty }
keeping-archive-there = The database holds an archive already.
    .step = { keeping-empty }
keeping-empty = Give an empty database: CREATE DATABASE makes one.
keeping-tables-differ = The table { $table } is not the same on both sides.
    .step = { keeping-afresh }
keeping-search-differs = The search holds { $made } statements where the old one held { $wanted }.
    .step = { keeping-afresh }
keeping-not-empty = The archive there is not empty.
    .step = Give --force to replace it by the backup.
keeping-table-unknown = The backup has a table { $table } that an archive of its revision has not.
    .step = Take another one; nothing was changed.
