"""Features of the countries that a speaker may represent if none is named beside the name, for all languages.

The English ranker knows English phrases; this one uses counts, distances and the table of public figures.
"""

from collections import Counter
from functools import cached_property
from math import log1p

from babel.core import get_global

from bot.domain.text import Span
from bot.gazetteer.countries import BODIES, country_codes
from bot.gazetteer.public_figures import find_figure, find_figure_by_surname
from bot.nlp.lang.entities import Entity, EntityTable, office_head
from bot.nlp.lang.page import Page
from bot.nlp.lang.places import Place
from bot.nlp.lang.rankers import Features
from bot.nlp.lang.source_phrases import PhraseKind

NOBODY = ""
"""The candidate for "no country"."""
_MOST_CANDIDATES, _MOST_MENTIONS = 10, 5
_NEAR = 60
_SORTS = {PhraseKind.PERSON: "person", PhraseKind.BODY: "body", PhraseKind.PLACE: "body"}


class CountryFeatures:
    """The countries of one text, with features for each of its entities."""

    def __init__(self, page: Page, table: EntityTable) -> None:
        self._page, self._table = page, table
        self._places = page.places
        self._counts = Counter(place.country for place in self._places)
        self._beside: dict[int, list[Place]] = {}
        for place in self._places:
            self._beside.setdefault(page.sentence(place.span.start), []).append(place)
        self._title_end = page.paragraphs[0].end if page.paragraphs else 0
        self._home = country_codes().get(_territory(page.lexicon.code))

    def of(self, entity: Entity) -> dict[str, Features]:
        """The countries that an entity may represent, each with its features; ``NOBODY`` stands for none."""
        sort = _SORTS.get(entity.kind, "other")
        sort = f"{sort} with office" if sort == "person" and entity.role else sort
        figure, full = self._figure(entity)
        named = [country for country, _ in self._counts.most_common(_MOST_CANDIDATES)]
        found = {country: self._of_text(country) for country in dict.fromkeys(named)}
        for country in filter(None, (figure, self._home)):
            found.setdefault(country, self._of_text(country))
        if figure:
            found[figure]["figure" if full else "figure by surname"] = 1.0
        self._add_near(found, entity)
        self._add_others(found, entity)
        nobody = {"no country": 1.0, "no country, candidates": log1p(len(found)) / 2}
        nobody["no country, figure"] = float(figure is not None)
        found = {
            country: {name: v for name, v in one.items() if v} for country, one in (found | {NOBODY: nobody}).items()
        }
        return {
            country: one | {f"{sort} | {name}": value for name, value in one.items()} for country, one in found.items()
        }

    def _figure(self, entity: Entity) -> tuple[str | None, bool]:
        if entity.kind is not PhraseKind.PERSON:
            return None, False
        if len(entity.name.split()) > 1:
            return find_figure(entity.name), True
        return find_figure_by_surname(entity.name), False

    def _of_text(self, country: str) -> Features:
        """The features of a country that do not depend on the speaker."""
        head = [p for p in self._places if p.span.start < self._title_end]
        top = max(self._counts.values(), default=0)
        return {
            "named": log1p(self._counts[country]) / 3,
            "share": self._counts[country] / max(1, self._counts.total()),
            "most named": float(top > 0 and self._counts[country] == top),
            "only named": float(len(self._counts) == 1 and country in self._counts),
            "not named": float(country not in self._counts),
            "in title": float(any(p.country == country for p in head)),
            "first named": float(bool(self._places) and self._places[0].country == country),
            "share of cast": self._cast[country] / max(1, self._cast.total()),
            "home of the language": float(country == self._home),
            f"home of {self._page.lexicon.code}": float(country == self._home),
            "of many": float(country in BODIES),
        }

    @cached_property
    def _cast(self) -> Counter[str]:
        """How many people are known to be of each country."""
        people = (one for one in self._table.entities if one.kind is PhraseKind.PERSON)
        return Counter(one.country for one in people if one.country)

    def _add_near(self, found: dict[str, Features], entity: Entity) -> None:
        """Add features for countries near the mentions of the entity."""
        for number, mention in enumerate(entity.mentions[:_MOST_MENTIONS]):
            beside = self._beside.get(mention.sentence, [])
            for order, place in enumerate(beside):
                one = found.get(place.country)
                if one is None:
                    continue
                one["in sentence"] = 1.0
                one["in first sentence"] = max(one.get("in first sentence", 0.0), float(number == 0))
                one["alone in sentence"] = float(len({p.country for p in beside}) == 1)
                gap = _gap(place.span, mention.span)
                one["near"] = max(one.get("near", 0.0), float(gap <= _NEAR))
                before = place.span.end <= mention.span.start
                name = "right before" if before else "right after"
                one[name] = max(one.get(name, 0.0), float(gap <= _NEAR // 3))
                one["opens sentence"] = max(one.get("opens sentence", 0.0), float(order == 0))
                one["adjective near"] = max(one.get("adjective near", 0.0), float(place.adjective and gap <= _NEAR))
            for place in self._beside.get(mention.sentence - 1, []):
                if place.country in found:
                    found[place.country]["in sentence before"] = 1.0

    def _add_others(self, found: dict[str, Features], entity: Entity) -> None:
        """Add features for offices that others already hold, and for shared surnames."""
        for other in self._by_office.get(office_head(entity.role, self._page.lexicon), []):
            if other is not entity and other.country in found:
                found[other.country]["same office"] = 1.0

    @cached_property
    def _by_office(self) -> dict[str, list[Entity]]:
        """The entities by the words that name their offices."""
        found: dict[str, list[Entity]] = {}
        for entity in self._table.entities:
            if head := office_head(entity.role, self._page.lexicon):
                found.setdefault(head, []).append(entity)
        return found


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _territory(language: str) -> str:
    """The territory with most speakers of a language, according to CLDR."""
    return str(get_global("likely_subtags").get(language, "")).rpartition("_")[2]
