"""What a filter is told of an item: its entry in the feed and, once it was read, the article's reading."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.domain.analysis import Reading
from bot.domain.feed import Entry
from bot.domain.filter import Filter, FilterFields, RuleKind, find_rejection, parse_filter
from bot.domain.folding import fold_words
from bot.errors import UsageError
from bot.gazetteer.countries import all_names, find_places, known_as
from bot.i18n.messages import translatable


def find_filter_fields(entry: Entry, reading: Reading | None, *, language: str | None = None) -> FilterFields:
    """The facts of an item that was read, or of which no article could be had: then its title and summary are all.

    ``language`` is its feed's, for entries that name none.
    """
    early = find_early_filter_fields(entry, language=language)
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
    """What is known of an item before its article was read."""
    title, summary = entry.title or "", entry.summary or ""
    named = {place.country for place in find_places(f"{title}\n{summary}")}
    return FilterFields(title, summary, None, (), _names_of(named), entry.language or language)


def find_rejections(filters: Sequence[Filter], entry: Entry, reading: Reading | None) -> tuple[str | None, ...]:
    """For each of ``filters`` what of it rejects the item, None for nothing. Made for a worker's hands."""
    facts = find_filter_fields(entry, reading)
    found = (find_rejection(filter_, facts) for filter_ in filters)
    return tuple(str(rejection) if rejection else None for rejection in found)


def read_filter(words: str) -> Filter:
    """The filter that ``words`` write. Raises ``UsageError``, too, for a country that no article can be found by."""
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
