"""The fields that a filter matches: an item's entry and, once it is read, the article; and a filter's dry run."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.domain.analysis import Reading
from bot.domain.feed import Entry
from bot.domain.filter import Filter, FilterFields, RuleKind, find_rejection, find_undecided, parse_filter
from bot.domain.folding import fold_words
from bot.errors import UsageError
from bot.gazetteer.countries import all_names, find_places, known_as
from bot.i18n.messages import translatable


def find_filter_fields(entry: Entry, reading: Reading | None) -> FilterFields:
    """The filter fields of an item that was read, or whose article is unavailable: then only title and summary."""
    early = find_early_filter_fields(entry)
    if reading is None:
        return replace(early, text="")
    article, analysis = reading.article, reading.analysis
    speakers = tuple(dict.fromkeys(one.speaker for one in analysis.attributions if one.speaker))
    return FilterFields(
        f"{early.title}\n{article.title or ''}",
        early.summary,
        article.text,
        speakers,
        early.countries | _names_of({speaker.country for speaker in speakers if speaker.country}),
        analysis.language or article.language or early.language,
    )


def find_early_filter_fields(entry: Entry, *, language: str | None = None) -> FilterFields:
    """The filter fields of an item before its article is read."""
    title, summary = entry.title or "", entry.summary or ""
    named = {place.country for place in find_places(f"{title}\n{summary}")}
    return FilterFields(title, summary, None, (), _names_of(named), entry.language or language)


def find_rejections(filters: Sequence[Filter], entry: Entry, reading: Reading | None) -> tuple[str | None, ...]:
    """For each of ``filters`` the rule that rejects the item, None for none. Runs in a worker process."""
    facts = find_filter_fields(entry, reading)
    found = (find_rejection(filter_, facts) for filter_ in filters)
    return tuple(str(rejection) if rejection else None for rejection in found)


def read_filter(words: str) -> Filter:
    """Parse the filter ``words``. Raises ``UsageError``, also for a country that no article can match."""
    filter_ = parse_filter(words)
    countries = (word for rule in filter_.rules if rule.kind is RuleKind.COUNTRY for word in rule.words)
    for word in countries:
        if fold_words(word) not in _all_names():
            raise UsageError(translatable("filter-country-unknown", word=word))
    return filter_


def _names_of(countries: Iterable[str]) -> frozenset[str]:
    return frozenset(folded for country in countries for folded in _folded_names(country))


@lru_cache(maxsize=512)
def _folded_names(country: str) -> frozenset[str]:
    return frozenset(filter(None, map(fold_words, (country, *known_as(country)))))


@lru_cache(maxsize=1)
def _all_names() -> frozenset[str]:
    return frozenset(map(fold_words, all_names()))


@dataclass(frozen=True, slots=True)
class FilterPreview:
    """Entries by their expected outcome: ``passing``, ``open`` by ``open_rules``, and counts of ``filtered``."""

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
