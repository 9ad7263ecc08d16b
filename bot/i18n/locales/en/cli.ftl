# The command line: its help, and what it says on standard error. Names of commands, options and values stay as they are.

cli-about = Attaché reads diplomatic news and shows who said what, in the articles' own words.
cli-examples = examples:
cli-example-analyse = the digest, as readable text
cli-example-json = the same as one JSON object
cli-example-batch = one {"{\"id\", \"text\"}"} per line in, one analysis per line out
cli-example-console = the bundled sample, then every command in this terminal
cli-example-export = all statements, for a spreadsheet; a folder for a website
cli-example-run = the bot; needs DISCORD_TOKEN
cli-example-backup = the whole archive in one file; restore loads it again
cli-commands = commands
cli-console = run every command in this terminal, without Discord
cli-console-sample = start with the digest of the bundled sample article
cli-run = run the bot on Discord
cli-run-about = Run the bot, or one process of it. With an archive on PostgreSQL, processes on any number of machines share the work. See docs/operating.md.
cli-run-roles = what this process does, comma-separated: gateway, work, send, receive (default: all)
cli-doctor = check settings, archive, model, network and token, and say how to fix problems
cli-doctor-offline = skip what needs the network
cli-analyse = read one article, or a file of texts
cli-analyse-about = Read an article and print who said what. Nothing is stored.
cli-analyse-target = a text or HTML file, a web address, or - for stdin
cli-analyse-batch = a file (or -) with one {"{\"id\", \"text\"}"} per line; output keeps the order
cli-analyse-json = print one JSON object
cli-analyse-sentences = key sentences (default: 5)
cli-analyse-workers = processes for --batch (default: one per core)
cli-export = write statements as CSV, JSON Lines, or a website that opens from its folder
cli-export-about = Write what the archive holds: who said what, and in which article. Private articles (pasted by a person, or sent by a server's own source) are left out unless --owner names their owner. See docs/export.md.
cli-export-out = a file (csv, jsonl), a folder (html), or - for standard output
cli-export-format = default: the extension of OUT; csv for standard output, otherwise html
cli-export-who = only statements of a person, country, body or office
cli-export-words = only statements with all these words; "a phrase", word*
cli-export-since = from this day (UTC): 2026-03-01, 30d, March
cli-export-until = up to the end of this day
cli-export-stories = also everything else said about the same events
cli-export-attitudes = also what people are said to think or want
cli-export-confidence = minimum confidence (default: 0.5, as on cards)
cli-export-owner = also private articles of discord:<user id> or console
cli-export-bom = csv: begin with a byte order mark, so that Excel detects UTF-8
cli-export-force = replace OUT if it exists
cli-too-few = must be at least 1
cli-no-share = must be between 0 and 1
cli-paste = Paste the article, then press Ctrl-D on an empty line.
cli-unreadable = { $path } cannot be read: { $reason }.
    .step = Give the path of a text or HTML file, a web address that begins with https://, or - for standard input.
cli-batch-unreadable = { $path } cannot be read: { $reason }.
    .step = Give the path of a JSON-lines file.
cli-no-such-file = there is no such file
cli-is-folder = it is a folder
cli-not-allowed = permission denied
cli-no-path = this is not a usable path
cli-reading = reading
cli-texts = texts
cli-bom-alone = --bom works only with CSV.
    .step = Leave it out, or give --format csv.
cli-site-needs-folder = A website needs a folder.
    .step = Give its path instead of -, or --format csv or jsonl.
cli-turned-round = --since is later than --until.
    .step = Swap them.
cli-alike = names similar to { $who }: { $names }
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
cli-backup = write the whole archive to one file; the bot may be running
cli-backup-about = Write a snapshot of the whole archive to a compressed file, the same from SQLite and PostgreSQL. The bot may be running. The file holds what people pasted and set up: keep it as private as the archive.
cli-backup-out = a file, or - for standard output
cli-backup-force = replace OUT if it exists
cli-restore = replace the archive with a backup, while the bot is stopped
cli-restore-about = Replace the archive that the settings name, on SQLite or PostgreSQL, with a backup: completely, or not at all.
cli-restore-in = a file that backup wrote, or - for standard input
cli-restore-force = replace an archive that is not empty
cli-move = copy the archive from SQLite to PostgreSQL, while the bot is stopped
cli-move-about = Copy the archive that the settings name to an empty PostgreSQL database, and compare the two. If a move is interrupted, the same command continues it.
cli-move-target = postgresql://user:password@host/name, or - to read it from standard input
cli-move-afresh = delete what an earlier move copied there, and start over
cli-backed-up = { $count ->
    [one] { $count } row to { $where }
   *[other] { $count } rows to { $where }
 }
cli-restored = { $count ->
    [one] { $count } row; the archive is as it was on { $day } at { $time } UTC
   *[other] { $count } rows; the archive is as it was on { $day } at { $time } UTC
 }
cli-restored-told = current feed items and overdue digests count as posted: nothing is posted twice
cli-moved = { $count ->
    [one] { $count } row
   *[other] { $count } rows
 } of { $tables ->
    [one] { $tables } table
   *[other] { $tables } tables
 }: both databases are identical
cli-moved-next = set DATABASE_URL to the new address; the old file is unchanged, and no longer needed
cli-backup-no-text = A backup cannot be printed to a terminal.
    .step = Give a file, or pipe it to another program.
cli-backup-folder = { $path } is a folder.
    .step = Give the path of a file in it.
cli-backup-there = { $path } already exists.
    .step = Give another path, or --force to replace it.
cli-backup-unreadable = { $path } cannot be read: { $reason }.
    .step = Give a file that `backup` wrote.
cli-rows = rows
cli-analyse-why = explain how statement N (from 1) got its speaker
cli-why-missing = This article has no statement { $number }; it has { $count }.
    .step = Give another number.
cli-why-unread = Who said what is not read in the language of this article.
    .step = Analyse it without --why.
cli-why-pronoun = Whom the pronoun means
cli-why-referent = Whom the source means
cli-why-certainty = Whether that name is right
cli-why-stated_office = Which office stands beside the name
cli-why-described_office = Which description is of this person
cli-why-country = For which country
cli-why-none = none
cli-why-nothing = No ranker was asked: the text names the speaker.
# The catalogue of sources, for those who maintain it.
cli-catalogue = check which sources of the catalogue answer
cli-catalogue-check = check: ask each source once
cli-catalogue-words = only sources whose names have these words
cli-catalogue-pack = only the sources of a pack
cli-catalogue-none = No source of the catalogue has these words.
    .step = Give other words, or none for all.
cli-catalogue-checked = { $count } of { $total } sources answer.
cli-setup = connect the bot to Discord: token, settings file, invitation
cli-setup-about = Connect the bot to Discord: ask for its token, check it with Discord, write the settings file, show the invitation, and check this machine.
