# Where an export cannot be written, and what to do next.

export-folder = { $path } is a folder.
    .step = Give the path of a file, or - for standard output.
export-file-there = { $path } is there already.
    .step = Give another path, or --force to replace it.
export-file = { $path } is a file.
    .step = A site needs a folder: give another path.
export-folder-there = { $path } is there already.
    .step = Give another folder, or --force to replace it.
export-no-export = { $path } holds no export.
    .step = Only an export is replaced: give another folder.
# The reason is the system's own, in its English, or the message below.
export-unwritten = { $path } cannot be written: { $reason }.
    .step = Check the path, its folder and the disk.
export-system-refused = the system refused
