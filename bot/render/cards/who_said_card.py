"""All statements of an article by speaker, each in the words of its line. Pure."""

from collections.abc import Iterable, Sequence

from bot.digests.lines.page import Page
from bot.digests.lines.statement import StatementLine, without_repeated, word_on_page
from bot.domain.attribution import Attribution, Speaker
from bot.domain.digest import Digest, SpeakerSection
from bot.errors import UsageError
from bot.i18n.messages import translatable, translate, translate_stored
from bot.render.card import DETAIL_LIMIT, Action, ComponentAction
from bot.render.cards.article_card import compose_page
from bot.render.document import Block, Document, StrangerText, Text
from bot.render.statement_lines import introduce_source, quote_line
from bot.render.statements import introduce, option


def compose_whosaid(digest: Digest, speaker: str = "") -> Document:
    """The digest, or the part of it that ``speaker`` matches. Raises ``UsageError``, ``NotVerbatimError``."""
    reading = digest.reading
    article, language = reading.article, reading.analysis.language
    asked = " ".join(speaker.split()).strip(" \"'“”„«»‘’")[:DETAIL_LIMIT]
    blocks: list[Block] = []
    page = Page(reading)
    for section in chosen_sections(digest, asked):
        above = None
        for one, line in _word_all(page, section.statements):
            name = introduce(section.speaker, article) if section.speaker else introduce_source(article, one, language)
            if name != above:
                blocks.append(name)
            above = name
            blocks.append(quote_line(article, one, line, option=option(article, one)))
    return compose_page(
        reading,
        translate("whosaid-title"),
        blocks or (_empty(digest),),
        Action.SUMMARY,
        *((Action.TWOSIDES,) if blocks else ()),
        notes=(translate("whosaid-withheld", count=digest.withheld),) if digest.withheld else (),
        turn=ComponentAction(Action.STATEMENTS, reading.id, detail=asked),
        choose=ComponentAction(Action.CONTEXT, reading.id),
        dense=True,
    )


def _word_all(page: Page, statements: Sequence[Attribution]) -> Iterable[tuple[Attribution, StatementLine]]:
    """Each of ``statements`` with its line; none of a page's invitations, and once what a headline says again."""
    # numpy, which a process that only sends does not load
    from bot.digests.lines.choice import may_be_printed  # noqa: PLC0415

    places = {one: place for place, one in enumerate(page.attributions)}
    shown = (one for one in statements if one not in places or may_be_printed(page, places[one]))
    worded = [(page.reading.id, one, word_on_page(page, one)) for one in shown]
    kept: dict[tuple[str, ...], tuple[Attribution, StatementLine]] = {}
    for _, one, line in (worded[n] for n in without_repeated(worded)):
        kept.setdefault(tuple(piece.of(page.text) for piece in line.pieces), (one, line))
    return kept.values()


def chosen_sections(digest: Digest, asked: str) -> tuple[SpeakerSection, ...]:
    """The sections whose name, office or country contains ``asked``. Raises ``UsageError`` if there are none."""
    if not asked:
        return digest.sections
    named = [section for section in digest.sections if section.speaker]
    found = tuple(s for s in named if s.speaker and _is_called(s.speaker, asked.casefold()))
    if found:
        return found
    names = ", ".join(section.speaker.name for section in named[:10] if section.speaker)
    if not names:
        raise UsageError(translatable("whosaid-unmatched-by-nobody", asked=asked))
    raise UsageError(translatable("whosaid-unmatched", asked=asked, names=names))


def _is_called(speaker: Speaker, asked: str) -> bool:
    return any(asked in fact.casefold() for fact in (speaker.name, speaker.role, speaker.country) if fact)


def _empty(digest: Digest) -> Text:
    """Why there is nothing to show."""
    if digest.reading.analysis.unread:
        return Text(((StrangerText(translate_stored(digest.reading.analysis.unread), 1000),),))
    return Text(((translate("whosaid-uncertain") if digest.withheld else translate("whosaid-nobody"),),))
