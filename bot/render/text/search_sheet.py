"""What /said found, for a terminal: newest first, each statement with its date, outlet and link."""

from dataclasses import replace
from datetime import tzinfo

from bot.domain.statement_search import FoundStatement
from bot.i18n.dates import format_day
from bot.i18n.messages import translate
from bot.render.cards.briefing_cards import without_marks
from bot.render.cards.search_cards import count_found, name_search
from bot.render.cards.two_sides_card import outlet_name
from bot.render.localized_names import country_name, outlet_label
from bot.render.text.sheet import Caption, Note, Sheet, SpeakerBlock, compose_said, one_line, verify_sheet
from bot.services.statement_search import SearchPage


def compose_found_sheet(said: SearchPage, zone: tzinfo | None) -> Sheet:
    """The statements of a page, dates in ``zone`` (that of this machine when None). Already verified.

    Raises ``NotVerbatimError``.
    """
    page, wanted = said.page, said.wanted
    who = ", ".join(page.people) or country_name(wanted.who)
    title = name_search(*(without_marks(one_line(part)) for part in (who, wanted.about)))
    found = count_found(page)
    whole = page.older is None
    note = translate("said-all", found=found) if whole else translate("said-newest", found=found, count=len(page.found))
    return (Caption(title), Note(note), *(_speech(one, zone) for one in page.found))


def _speech(one: FoundStatement, zone: tzinfo | None) -> SpeakerBlock:
    article, speaker = one.article, one.attribution.speaker
    facts = [speaker.role, country_name(speaker.country or "")] if speaker else []
    bare = SpeakerBlock(
        one_line(speaker.name) if speaker else translate("whosaid-unresolved"),
        tuple(one_line(fact) for fact in facts if fact),
        (),
    )
    said = compose_said(article.text, one.attribution)
    outlet = one_line(outlet_label(article.outlet) if article.outlet else outlet_name(article))
    verify_sheet((bare, SpeakerBlock("", (), (said,)), Note(outlet)), article)
    at = one.at.astimezone(zone)
    told = (format_day(at), said.relayed, outlet, one_line(article.url or ""))
    return replace(bare, said=(replace(said, relayed=" · ".join(part for part in told if part)),))
