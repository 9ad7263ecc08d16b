# Notices to a person who can act, when something of theirs has stopped.

notice-cannot-post = I cannot post in one of your channels
notice-channel = Channel
notice-reason = Reason
notice-since = Since
notice-waits = Posts are waiting. When the problem is fixed, use `/feed resume` or `/digest resume`, and the newest ones are posted; `remove` ends it.
notice-feed = Feed { $number }: { $title }
