"""Parts of documents about articles: who speaks, sentences, outlets, lines of a menu. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial
from typing import Any

from bot.domain.article import Article
from bot.domain.attribution import Attribution, Speaker
from bot.domain.text import Span
from bot.i18n.bidi import isolate
from bot.i18n.dates import format_day
from bot.i18n.messages import translate
from bot.nlp.pronoun_sources import is_pronoun
from bot.render import document
from bot.render.card import LABEL_LIMIT, Option, verify_plain
from bot.render.document import Line, OutletPart, Part, Quote, StrangerText, TimePart
from bot.render.line_text import beside, markdown_of, translate_parts
from bot.render.localized_names import speaker_facts
from bot.render.quotations import quote_span, shorten, snippet

_SNIPPET = 45
"""Characters of a statement in the menu: with marks they stay below its limit even if each counts double."""
_SHORT_ADDRESS = 150
"""Code units of an address that may stand in a column; a statement with a longer one names the outlet alone."""
_ALSO = 2


def introduce(speaker: Speaker | None, *articles: Article, level: int = 3) -> document.Speaker:
    """Who speaks, with office and country, as ``articles`` state them; what the name already says is not said again."""
    if speaker is None:
        return document.Speaker((translate("whosaid-unresolved"),), articles=articles, level=level)
    facts = tuple((StrangerText(fact, 100),) for fact in speaker_facts(speaker))
    offices = len(facts) - (speaker.country in speaker.facts)
    country = facts[offices] if facts[offices:] else ()
    return document.Speaker((StrangerText(speaker.name, 120),), facts[:offices], country, articles, level)


def published(at: datetime, **more: Any) -> Part:
    """When an article was published: the day alone where its page gives no time, which is midnight then."""
    return format_day(at) if at.astimezone(UTC).time() == time() else TimePart(at, **more)


def dated(article: Article, at: datetime, **more: Any) -> Line:
    """When an article was published; of one without a date, or with a later one, when it was read, said as such."""
    day = published(at, **more)
    return (day,) if article.published_at == at else translate_parts("said-read-on", day=day)


def quote_sentence(article: Article, span: Span, **more: Any) -> Quote:
    """A sentence of ``article``."""
    return Quote(partial(quote_span, article.text, span), (article,), **more)


def shortened(one: Quote, most: int) -> Quote:
    """``one`` with at most so many characters of its article."""
    return replace(one, words=lambda limit, escape: one.words(min(limit, most), escape))


def source_of(article: Article, said: Attribution, language: str | None) -> Line:
    """Who said it, in the article's words, where no speaker is known; a pronoun tells nothing.

    ``language``: in which the article was read; None: as it states.
    """
    if said.speaker is not None or said.source is None:
        return ()
    source = said.source.of(article.text)
    return () if is_pronoun(source, language or article.language) else (StrangerText(source, 80),)


def named(article: Article, limit: int = 40) -> OutletPart:
    """The outlet's name alone."""
    return OutletPart(article, linked=False, host=False, state=False, limit=limit)


def dated_source(article: Article, at: datetime | None) -> Line:
    """The outlet of a statement in a column, with a link that is not too long to stand there; and the date."""
    date: Line = (translate("list-facts"), *dated(article, at, style="d")) if at else ()
    return (OutletPart(article, host=False, longest=_SHORT_ADDRESS), *date)


def carried_too(articles: Sequence[Article]) -> Line:
    """Other outlets of the same words, some of them by name."""
    return translate_parts("twosides-also", names=listed(list(map(named, articles)), _ALSO)) if articles else ()


def listed(parts: Sequence[Part], most: int) -> Line:
    """The first ``most`` of ``parts`` with commas between them, and how many more there are."""
    comma = translate("list-comma")
    names = tuple(piece for part in parts[:most] for piece in (comma, part))[1:]
    return translate_parts("list-names-more", names=names, count=len(parts) - most) if len(parts) > most else names


def option(article: Article, said: Attribution, *, number: int | None = None, reading: str = "") -> Option:
    """The line of a menu that leads to the paragraph of a statement. Raises ``NotVerbatimError``."""
    name = said.speaker.name if said.speaker else translate("whosaid-unresolved")
    shown = isolate(shorten(name, LABEL_LIMIT - 10))
    label = shown if number is None else f"{number} · {shown}"
    described = snippet(article.text, said, _SNIPPET)
    place = f"{said.span.start}-{said.span.end}"
    verify_plain(f"{label}\n{described}", article)
    return Option(label, f"{reading}-{place}" if reading else place, described)


def write_speaker(one: document.Speaker, *, country: bool = True) -> str:
    """A speaker in Markdown."""
    facts = beside((*one.facts, one.country if country else ()))
    mark = "**" if one.known else "*"
    return f"{mark}{markdown_of(one.name)}{mark}" + (f" — {facts}" if facts else "")


def write_how(one: Quote) -> str:
    """What is to be said of a quote, in Markdown."""
    number = f"**{one.number}**" if one.number is not None else ""
    at = markdown_of(one.at)
    who = f"*{markdown_of(one.who)}*" if one.who else ""
    return " · ".join(filter(None, (number, at if number or not at else f"**{at}**", who, beside(one.notes))))
