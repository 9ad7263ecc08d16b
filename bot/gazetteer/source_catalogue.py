"""The catalogue of sources: news feeds by name, with country, language, kind and packs.

The table ``sources.tsv`` is our own; each row names the public page or repository in which its address stands. The
label of a source is that of its outlet's domain in ``outlets.tsv``, so that the two never disagree.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path

from bot.domain.folding import fold_letters, fold_words
from bot.errors import SettingsError
from bot.gazetteer.outlets import find_known
from bot.i18n.messages import translatable


class SourceKind(StrEnum):
    """What publishes a source."""

    MINISTRY = "ministry"
    GOVERNMENT = "government"
    MISSION = "mission"
    BODY = "body"
    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    PAPER = "paper"
    ANALYSIS = "analysis"


class FeedForm(StrEnum):
    """How a source is published."""

    RSS = "rss"
    ATOM = "atom"
    NEWS_SITEMAP = "sitemap"
    TELEGRAM = "telegram"
    MASTODON = "mastodon"
    BLUESKY = "bluesky"
    YOUTUBE = "youtube"


class Pack(StrEnum):
    """Sources that are followed together."""

    MINISTRIES = "ministries"
    WIRES = "wires"
    UKRAINE = "ukraine"
    MIDEAST = "mideast"
    COUNCIL = "council"
    MUN = "mun"


class Evidence(StrEnum):
    """What is known of an address: fetched by whoever lists it, only listed, or refused to programs."""

    FETCHED = "fetched"
    LISTED = "listed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class CatalogueSource:
    """A source of a country or body, in a language (ISO 639-1); ``outlet`` is the domain that it speaks for.

    ``found`` is where its address stands; ``evidence`` is what was known of it ``on`` a day ("2026-09-24").
    """

    name: str
    kind: SourceKind
    country: str
    language: str
    outlet: str
    form: FeedForm
    feed: str
    packs: tuple[Pack, ...]
    found: str
    evidence: Evidence
    on: str

    @property
    def state(self) -> str | None:
        """The label of its outlet ("state-funded"), None if it has none."""
        known = find_known(f"https://{self.outlet}/")
        return known.state if known else None


@dataclass(frozen=True, slots=True)
class SourceFilter:
    """Which sources are wanted; what is empty or None is not asked for."""

    words: str = ""
    country: str = ""
    language: str = ""
    kind: SourceKind | None = None
    pack: Pack | None = None

    def admits(self, source: CatalogueSource) -> bool:
        """Whether ``source`` is wanted; all words are in its name or country."""
        return (
            (not self.country or self.country == source.country)
            and (not self.language or self.language == source.language)
            and (self.kind is None or self.kind is source.kind)
            and (self.pack is None or self.pack in source.packs)
            and all(word in fold_words(f"{source.name} {source.country}") for word in fold_words(self.words).split())
        )


class SourceCatalogue:
    """Sources by name, in a fixed order; of two of one name the later counts."""

    def __init__(self, sources: Iterable[CatalogueSource]) -> None:
        self._by_name = {fold_words(source.name): source for source in sources}

    @property
    def sources(self) -> tuple[CatalogueSource, ...]:
        """All sources."""
        return tuple(self._by_name.values())

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries and bodies that have sources, by name."""
        return tuple(sorted({source.country for source in self._by_name.values()}))

    def find(self, name: str) -> CatalogueSource | None:
        """The source called ``name``, whatever the case and punctuation; None if there is none."""
        return self._by_name.get(fold_words(name))

    def filter(self, wanted: SourceFilter) -> tuple[CatalogueSource, ...]:
        """The sources that ``wanted`` admits."""
        return tuple(filter(wanted.admits, self._by_name.values()))

    def suggest(self, typed: str) -> tuple[CatalogueSource, ...]:
        """Sources for who is typing a name: those that begin with it, then those that contain it."""
        sought = fold_letters(typed.strip())
        names = [(fold_letters(source.name), source) for source in self._by_name.values()]
        first = [source for name, source in names if name.startswith(sought)]
        return (*first, *(source for name, source in names if sought in name and not name.startswith(sought)))


OWN_SOURCES = "sources.tsv"
"""The file of a table of their own that those who run the bot may keep in the data folder."""


@cache
def package_catalogue() -> SourceCatalogue:
    """The sources of the package."""
    return SourceCatalogue(parse_sources(files(__package__).joinpath("sources.tsv").read_text("utf-8")))


def open_catalogue(folder: Path) -> SourceCatalogue:
    """The sources of the package with those of the table in ``folder``, if there is one. Raises ``SettingsError``."""
    own = folder / OWN_SOURCES
    try:
        added = parse_sources(own.read_text("utf-8")) if own.is_file() else ()
    except (OSError, ValueError):
        raise SettingsError(translatable("desk-own-sources", name=OWN_SOURCES), resource=str(own)) from None
    return SourceCatalogue((*package_catalogue().sources, *added)) if added else package_catalogue()


def parse_sources(table: str) -> tuple[CatalogueSource, ...]:
    """The sources of ``table``, a row each; comments begin with "#". Raises ``ValueError`` for another table."""
    lines = (line for line in table.splitlines() if line.strip() and not line.startswith(("#", "name\t")))
    return tuple(map(_read, lines))


def _read(line: str) -> CatalogueSource:
    name, kind, country, language, outlet, form, feed, packs, found, checked = line.split("\t")
    evidence, on = checked.split()
    return CatalogueSource(
        name,
        SourceKind(kind),
        country,
        language,
        outlet,
        FeedForm(form),
        feed,
        tuple(map(Pack, packs.split())),
        found,
        Evidence(evidence),
        on,
    )
