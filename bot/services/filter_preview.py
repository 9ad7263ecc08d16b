"""Dry run of a filter: which entries of a feed it would post and which it would hold back. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.feed import Entry
from bot.domain.filter import Filter, find_rejection, find_undecided
from bot.services.filter_fields import find_early_filter_fields


@dataclass(frozen=True, slots=True)
class FilterPreview:
    """Entries, in order, by their expected outcome, judged by title and summary.

    ``passing`` would be posted. ``open`` depend on the article's text, by one of ``open_rules``. ``filtered`` counts
    the entries held back by each rule, most first.
    """

    passing: tuple[Entry, ...]
    open: tuple[Entry, ...]
    open_rules: tuple[str, ...]
    filtered: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """The number of entries."""
        return len(self.passing) + len(self.open) + sum(count for _, count in self.filtered)


def preview_filter(entries: Iterable[Entry], filter_: Filter, *, language: str | None = None) -> FilterPreview:
    """Apply ``filter_`` to a feed's ``entries``; ``language`` is the feed's, for entries without their own."""
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
