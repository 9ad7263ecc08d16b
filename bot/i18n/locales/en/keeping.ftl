# Backups, restoring and moving an archive, for whoever runs the bot: what cannot be done, and what to do next.

keeping-no-file = There is no archive at { $path }.
    .step = Check DATABASE_URL and ATTACHE_DATA_DIR.
keeping-no-archive = There is no archive in that database.
    .step = Check DATABASE_URL.
keeping-newer-backup = A newer version of Attaché made this backup.
    .step = Restore it with that version; nothing was changed.
# What is wrong with it stands in keeping-damage.
keeping-damaged-backup = This is not a complete backup of Attaché: { $why }.
    .step = { keeping-another-backup }
keeping-another-backup = Use another backup; the archive was not changed.
keeping-damage = { $kind ->
    [foreign] it is a different kind of file
    [head] its first line is incomplete
    [checksum] its checksum does not match
    [tail] it has extra data at the end
    [cut] it is cut off
    [packed] it cannot be decompressed
    [table] a table starts with a wrong line
   *[line] a line is invalid
 }
keeping-damaged-row = a row of { $table } is invalid
keeping-damaged-rows = the rows of { $table } do not match what was written
keeping-rows-unfit = Rows of the table { $table } conflict with other rows.
    .step = Where they come from is damaged (`python -m bot doctor` checks an archive); the archive was not changed.
keeping-rows-refused = The database rejected the rows of the table { $table }.
    .step = Its log says why; the archive was not changed.
keeping-only-from-sqlite = Only an archive on SQLite can be moved.
    .step = For other databases, use backup and restore.
keeping-only-to-postgresql = An archive can be moved only to PostgreSQL.
    .step = Give postgresql://user:password@host/name.
keeping-nothing-to-move = There is no archive to move at { $path }.
    .step = Check DATABASE_URL.
keeping-running-move = Attaché is running on this archive.
    .step = Stop it, then move.
keeping-running-restore = Attaché is running on this archive.
    .step = Stop it, then restore.
keeping-changed = The archive has changed since its move began.
    .step = { keeping-afresh }
keeping-afresh = Run the same command with --afresh: it deletes what was copied and starts over.
keeping-foreign-move = The database holds an unfinished move by another version of Attaché.
    .step = { keeping-empty }
keeping-archive-there = The database already holds an archive.
    .step = { keeping-empty }
keeping-empty = Use an empty database: CREATE DATABASE makes one.
keeping-tables-differ = The table { $table } differs between the two databases.
    .step = { keeping-afresh }
keeping-search-differs = The search index has { $made } statements; the old one had { $wanted }.
    .step = { keeping-afresh }
keeping-not-empty = The archive to replace is not empty.
    .step = Use --force to replace it with the backup.
keeping-table-unknown = The backup has a table { $table } that its version of the archive does not have.
    .step = { keeping-another-backup }
