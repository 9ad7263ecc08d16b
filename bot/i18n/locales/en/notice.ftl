# Notices to a person who can act, when something of theirs has stopped.

notice-cannot-post = I cannot post in a channel of yours
notice-channel = Channel
notice-reason = Reason
notice-since = Since
notice-waits = What I would have posted waits. When it is mended, use `/feed resume` or `/digest resume`, and the newest of it is posted; `remove` ends it.
notice-feed = Feed { $number }: { $title }
