# The command line: its help, and what it says on standard error. Names of commands, options and values stay as they are.

cli-about = Attaché reads diplomatic news and says, in the articles' own words, who said what.
cli-examples = examples:
cli-example-analyse = the digest, for a person
cli-example-json = the same as one JSON object
cli-example-batch = {"{\"id\", \"text\"}"} a line in, an analysis a line out
cli-example-console = the bundled sample, then every command in this terminal
cli-example-export = what was read, for a spreadsheet; a folder for a site
cli-example-run = the bot; needs DISCORD_TOKEN
cli-example-backup = the whole archive in one file; restore reads it again
cli-commands = commands
cli-console = run every command in this terminal, without Discord
cli-console-sample = begin with the digest of the bundled sample article
cli-run = run the bot on Discord
cli-run-about = Run the bot, or one process of it: with an archive on PostgreSQL, several processes on as many machines as wanted share the work. docs/operating.md says more.
cli-run-roles = what this process does, separated by commas: gateway, work, send, receive (default: all)
cli-doctor = check settings, archive, model, network and token; say what to do
cli-doctor-offline = leave out what needs the network
cli-analyse = read one article, or a file of texts
cli-analyse-about = Read an article and print who said what. Nothing is stored.
cli-analyse-target = a text or HTML file, a web address, or - for stdin
cli-analyse-batch = a file (or -) with {"{\"id\", \"text\"}"} a line; the same order out
cli-analyse-json = print one JSON object
cli-analyse-sentences = key sentences (default: 5)
cli-analyse-workers = processes for --batch (default: one a core)
cli-export = write statements as CSV, JSON Lines, or a site that opens from its folder
cli-export-about = Write what the archive holds: who said what, and in which article. What persons pasted, and what sources sent for one server, stays in unless --owner names whose it is. docs/export.md says more.
cli-export-out = a file (csv, jsonl), a folder (html), or - for standard output
cli-export-format = default: by the ending of OUT, csv for standard output, else html
cli-export-who = only statements of a person, country, body or office
cli-export-words = only those with all these words; "a phrase", word*
cli-export-since = from this day (UTC): 2026-03-01, 30d, March
cli-export-until = up to the end of this day
cli-export-stories = with what is found, all else said of the same events
cli-export-attitudes = also thoughts and wishes that nobody communicated
cli-export-confidence = the least confidence (default: that of the cards, 0.5)
cli-export-owner = also private articles of discord:<user id> or console
cli-export-bom = csv: begin with the mark by which Excel knows UTF-8
cli-export-force = replace what is at OUT
cli-too-few = must be at least 1
cli-no-share = must lie between 0 and 1
cli-paste = Paste the article, then press Ctrl-D on an empty line.
cli-unreadable = { $path } cannot be read: { $reason }.
    .step = Give the path of a text or HTML file, a web address that begins with https://, or - for standard input.
cli-batch-unreadable = { $path } cannot be read: { $reason }.
    .step = Give the path of a JSON-lines file.
cli-no-such-file = there is no such file
cli-is-folder = it is a folder
cli-not-allowed = it may not be opened
cli-no-path = this is no usable path
cli-reading = reading
cli-texts = texts
cli-bom-alone = --bom is for CSV alone.
    .step = Leave it out, or give --format csv.
cli-site-needs-folder = A site needs a folder.
    .step = Give its path instead of -, or --format csv or jsonl.
cli-turned-round = --since is later than --until.
    .step = Turn them round.
cli-alike = names like { $who }: { $names }
cli-written = { $count ->
    [one] { $count } statement to { $where }
   *[other] { $count } statements to { $where }
 }
cli-standard-output = standard output
cli-damaged = { $count ->
    [one] left out { $count } damaged article
   *[other] left out { $count } damaged articles
 }
cli-unmatched = { $count ->
    [one] left out { $count } statement whose quotations did not match the article
   *[other] left out { $count } statements whose quotations did not match the article
 }
cli-exporting = exporting
cli-statements = statements
cli-backup = write the whole archive to one file, while the bot runs
cli-backup-about = Write one state of the whole archive to a compressed file, the same from SQLite and PostgreSQL. The bot may run. The file holds what people pasted and set up: keep it as private as the archive.
cli-backup-out = a file, or - for standard output
cli-backup-force = replace the file that is at OUT
cli-restore = make a backup the archive, while the bot is stopped
cli-restore-about = Make a backup the archive that the settings name, on SQLite or PostgreSQL: wholly, or not at all.
cli-restore-in = a file that backup wrote, or - for standard input
cli-restore-force = replace an archive that is not empty
cli-move = copy the archive from SQLite to PostgreSQL, while the bot is stopped
cli-move-about = Copy the archive that the settings name to an empty PostgreSQL database, and compare both. What is stopped, however it ends, goes on where it was when the same command is given again.
cli-move-target = postgresql://user:password@host/name, or - to read it from standard input
cli-move-afresh = empty what an earlier move left there, and begin anew
cli-backed-up = { $count ->
    [one] { $count } row to { $where }
   *[other] { $count } rows to { $where }
 }
cli-restored = { $count ->
    [one] { $count } row; the archive is as it was on { $day } at { $time } UTC
   *[other] { $count } rows; the archive is as it was on { $day } at { $time } UTC
 }
cli-restored-told = what feeds show now, and digests that are due, count as told: nothing is posted twice
cli-moved = { $count ->
    [one] { $count } row
   *[other] { $count } rows
 } of { $tables ->
    [one] { $tables } table
   *[other] { $tables } tables
 }: both sides hold the same
cli-moved-next = set DATABASE_URL to the new address; the old file is unchanged, and no longer needed then
cli-backup-no-text = A backup is no text for a terminal.
    .step = Give a file, or send it to another program.
cli-backup-folder = { $path } is a folder.
    .step = Give a file in it.
cli-backup-there = { $path } is there already.
    .step = Give another file, or --force to replace it.
cli-backup-unreadable = { $path } cannot be read: { $reason }.
    .step = Give a file that `backup` wrote.
cli-rows = rows
