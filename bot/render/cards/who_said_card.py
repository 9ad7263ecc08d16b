"""All statements of an article: by speaker, each with its verb, its mark and the article's words. Pure."""

from bot.domain.attribution import Speaker
from bot.domain.digest import Digest, SpeakerSection
from bot.errors import UsageError
from bot.i18n.messages import translatable, translate, translate_stored
from bot.render.card import DETAIL_LIMIT, Action, ComponentAction
from bot.render.cards.article_card import compose_page
from bot.render.document import Block, Document, StrangerText, Text
from bot.render.statements import introduce, option, quote, source_of


def compose_whosaid(digest: Digest, speaker: str = "") -> Document:
    """The digest; of those speakers only whose name, office or country holds ``speaker``.

    Raises ``UsageError`` when nobody matches, ``NotVerbatimError`` when a quotation is not the article's.
    """
    reading = digest.reading
    article = reading.article
    asked = " ".join(speaker.split()).strip(" \"'“”„«»‘’")[:DETAIL_LIMIT]
    blocks: list[Block] = []
    number = 0
    for section in chosen_sections(digest, asked):
        blocks.append(introduce(section.speaker, article))
        for one in section.statements:
            number += 1
            chosen = option(article, one, number=number)
            blocks.append(quote(article, one, who=source_of(article.text, one), number=number, option=chosen))
    return compose_page(
        reading,
        translate("whosaid-title"),
        blocks or (_empty(digest),),
        Action.SUMMARY,
        *((Action.TWOSIDES,) if blocks else ()),
        notes=(translate("whosaid-withheld", count=digest.withheld),) if digest.withheld else (),
        turn=ComponentAction(Action.STATEMENTS, reading.id, detail=asked),
        choose=ComponentAction(Action.CONTEXT, reading.id),
    )


def chosen_sections(digest: Digest, asked: str) -> tuple[SpeakerSection, ...]:
    """The sections of speakers whose name, office or country holds ``asked``; all when it is empty.

    Raises ``UsageError`` that names those who are quoted.
    """
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
