"""The dry run of a filter: of what a feed has, what would be posted and what the filter holds back. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.feed import Entry
from bot.domain.filter import Filter, find_rejection, find_undecided
from bot.services.filter_fields import find_early_filter_fields


@dataclass(frozen=True, slots=True)
class FilterPreview:
    """Entries in their order by what would become of them, judged by title and summary.

    ``passing`` would be posted. ``open`` depend on what their articles say, by one of ``open_rules``. ``filtered``
    tells how many each rule holds back, most first.
    """

    passing: tuple[Entry, ...]
    open: tuple[Entry, ...]
    open_rules: tuple[str, ...]
    filtered: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """How many entries there are."""
        return len(self.passing) + len(self.open) + sum(count for _, count in self.filtered)


def preview_filter(entries: Iterable[Entry], filter_: Filter, *, language: str | None = None) -> FilterPreview:
    """What ``filter_`` makes of a feed's ``entries``; ``language`` is the feed's, for those that name none."""
    passing, unsettled = [], []
    rules: dict[str, None] = {}
    filtered: Counter[str] = Counter()
    for entry in entries:
        facts = find_early_filter_fields(entry, language=language)
        if rejection := find_rejection(filter_, facts):
            filtered[str(rejection)] += 1
        elif waiting := find_undecided(filter_, facts):
            unsettled.append(entry)
            rules.update(dict.fromkeys(map(str, waiting)))
        else:
            passing.append(entry)
    return FilterPreview(tuple(passing), tuple(unsettled), tuple(rules), tuple(filtered.most_common()))
