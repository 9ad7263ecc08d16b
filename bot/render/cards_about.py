"""Cards about the bot itself: help, privacy, status, and the one card that answers an error."""

from dataclasses import dataclass
from datetime import datetime

from bot.desk.overview import Overview
from bot.render.card import Card, Tone
from bot.render.cards_desk import Fact, report_overview
from bot.render.markdown import escape, escape_prose, timestamp
from bot.render.report import markdown_of
from bot.words.moments import show_count
from bot.words.speech import say


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
        say("about-summarize"),
        say("about-whosaid"),
        say("about-twosides"),
        say("about-said"),
        say("about-timeline"),
        say("about-watch"),
        say("about-settings"),
        say("about-status"),
    )
    managers = (say("about-managers"), say("about-feed"), say("about-digest"))
    elsewhere = (say("about-on-message"), say("about-direct"), say("about-mention"))
    return Card(
        header=f"### {say('about-title')}",
        blocks=(say("about-answers"), "\n".join(everybody), "\n".join(managers), "\n".join(elsewhere)),
        footer=say("whosaid-legend"),
    )


def render_privacy() -> Card:
    """What is stored: the truth, and nothing else."""
    return Card(
        header=f"### {say('about-stored')}",
        blocks=(
            say("about-stored-articles"),
            say("about-stored-texts"),
            say("about-stored-watches"),
            say("about-stored-server"),
            say("about-stored-questions"),
            say("about-stored-nothing-else"),
            say("about-stored-forget"),
        ),
    )


def render_status(status: Status, overview: Overview | None = None) -> Card:
    """Version, engine, articles read, since when the bot is up; and a server's desk, where it is asked in one."""
    return Card(
        header=f"### {say('about-up')}",
        blocks=(
            f"**{say('about-version')}** {escape(status.version)}\n"
            f"**{say('about-engine')}** {escape(status.engine)}\n"
            f"**{say('about-articles')}** {show_count(status.articles)}\n"
            f"**{say('about-since')}** {timestamp(status.started_at)} ({timestamp(status.started_at, 'R')})",
            *([_facts(report_overview(overview))] if overview else []),
        ),
    )


def _facts(rows: tuple[Fact, ...]) -> str:
    return "\n".join(f"**{name}** {markdown_of(line)}" for name, line in rows)


def render_error(sentence: str) -> Card:
    """The answer to what went wrong: the cause and the next step."""
    return Card(header="", blocks=(escape_prose(sentence[:1500]),), tone=Tone.ERROR)
