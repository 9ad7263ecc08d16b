"""The dry run of a new feed: of what it shows now, what would be posted and what its filter holds back. Pure."""

from collections import Counter
from dataclasses import dataclass

from bot.desk.facts import find_early_facts
from bot.domain.feed import Entry, FeedDocument
from bot.domain.filter import Filter, decide, undecided


@dataclass(frozen=True, slots=True)
class FirstLook:
    """Entries in the document's order by what would become of them, judged by title and summary.

    ``passing`` would be posted. ``open`` depend on what their articles say, by one of ``open_rules``. ``filtered``
    tells how many each rule holds back, most first.
    """

    passing: tuple[Entry, ...]
    open: tuple[Entry, ...]
    open_rules: tuple[str, ...]
    filtered: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """How many entries the feed shows."""
        return len(self.passing) + len(self.open) + sum(count for _, count in self.filtered)


def look_over(document: FeedDocument, filter_: Filter) -> FirstLook:
    """What ``filter_`` makes of the entries that ``document`` shows now."""
    passing, unsettled = [], []
    rules: dict[str, None] = {}
    filtered: Counter[str] = Counter()
    for entry in document.entries:
        facts = find_early_facts(entry, language=document.language)
        if rejection := decide(filter_, facts):
            filtered[str(rejection)] += 1
        elif waiting := undecided(filter_, facts):
            unsettled.append(entry)
            rules.update(dict.fromkeys(map(str, waiting)))
        else:
            passing.append(entry)
    return FirstLook(tuple(passing), tuple(unsettled), tuple(rules), tuple(filtered.most_common()))
