"""Cards about the bot itself: help, privacy, status, and the one card that answers an error."""

from dataclasses import dataclass
from datetime import datetime

from bot.i18n.dates import format_count
from bot.i18n.messages import translate
from bot.render.card import Card, Tone
from bot.render.cards.status_card import Fact, report_overview
from bot.render.document import Document, Fields, StrangerText, TimePart
from bot.render.document_cards import render_cards
from bot.render.markdown import escape_prose
from bot.services.status import StatusOverview


@dataclass(frozen=True, slots=True)
class Status:
    """How the bot is: its ``version``, the reading ``engine``, the ``articles`` read, since when it runs."""

    version: str
    engine: str
    articles: int
    started_at: datetime


def render_help() -> Card:
    """A person's first minute."""
    everybody = (
        translate("about-summarize"),
        translate("about-whosaid"),
        translate("about-twosides"),
        translate("about-said"),
        translate("about-timeline"),
        translate("about-watch"),
        translate("about-settings"),
        translate("about-status"),
    )
    managers = (translate("about-managers"), translate("about-feed"), translate("about-digest"))
    elsewhere = (translate("about-on-message"), translate("about-direct"), translate("about-mention"))
    return Card(
        header=f"### {translate('about-title')}",
        blocks=(translate("about-answers"), "\n".join(everybody), "\n".join(managers), "\n".join(elsewhere)),
    )


def render_privacy() -> Card:
    """What is stored: the truth, and nothing else."""
    return Card(
        header=f"### {translate('about-stored')}",
        blocks=(
            translate("about-stored-articles"),
            translate("about-stored-texts"),
            translate("about-stored-watches"),
            translate("about-stored-server"),
            translate("about-stored-splits"),
            translate("about-stored-questions"),
            translate("about-stored-nothing-else"),
            translate("about-stored-forget"),
        ),
    )


def render_status(status: Status, overview: StatusOverview | None = None) -> Card:
    """Version, engine, articles read, time of the start; and a server's overview if asked there."""
    facts: tuple[Fact, ...] = (
        (translate("about-version"), (StrangerText(status.version),)),
        (translate("about-engine"), (StrangerText(status.engine),)),
        (translate("about-articles"), (format_count(status.articles),)),
        (translate("about-since"), (TimePart(status.started_at, ago=True),)),
    )
    blocks = (Fields(facts), *((Fields(report_overview(overview)),) if overview else ()))
    return render_cards(Document((translate("about-up"),), blocks, one_page=True))[0]


def render_error(sentence: str) -> Card:
    """The answer to what went wrong: the cause and the next step."""
    return Card(header="", blocks=(escape_prose(sentence[:1500]),), tone=Tone.ERROR)
