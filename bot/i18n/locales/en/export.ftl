# Where an export cannot be written, and what to do next.

export-folder = { $path } is a folder.
    .step = Give the path of a file, or - for standard output.
export-file-there = { $path } already exists.
    .step = Give another path, or --force to replace it.
export-file = { $path } is a file.
    .step = A website needs a folder: give another path.
export-folder-there = { $path } already exists.
    .step = Give another folder, or --force to replace it.
export-no-export = { $path } does not contain an export.
    .step = Only an export can be replaced: give another folder.
# The reason is the system's own, in its English, or the message below.
export-unwritten = { $path } cannot be written: { $reason }.
    .step = Check the path, its folder and the disk.
export-system-refused = the operating system refused

# Around the pages of an export and of a channel. "#" is the number that is found.
export-page-skip = Skip to the content
export-page-site = Site
export-page-foot = Words are taken from the articles letter by letter. Quotation marks are the articles’ own. Speakers were found by a program and can be wrong: follow the link before you cite.
export-page-search = Search speakers and stories
export-page-placeholder = A name, a country, a word of a title
export-page-found = { $count } found
export-page-found-more = { $count } or more found
export-page-found-first = The first { $count } are shown, type more.
export-page-found-none = Nothing found. Try a surname, a country or a word of a title.
export-page-noscript = Searching needs JavaScript.
export-page-topic = Topic
export-page-pages = Pages
export-page-posted = Posted in this channel
export-page-posted-at = Posted
export-page-atom = Atom feed
export-page-nothing = Nothing has been posted here yet.
export-page-kind-post = post
export-page-kind-speaker = speaker
