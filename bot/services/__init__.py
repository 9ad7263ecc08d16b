"""The services behind the commands of the desk: feeds to follow, digests to schedule, what became of each item.

They take stores, a fetcher and a clock, know no face, and raise errors with a sentence for the person. Whoever calls
them names the owner, and they touch nothing of another's.
"""
