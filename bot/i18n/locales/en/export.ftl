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
