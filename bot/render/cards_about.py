"""Cards about the bot itself: help, privacy, status, and the one card that answers an error."""

from dataclasses import dataclass
from datetime import datetime

from bot.desk.overview import Overview
from bot.render.card import Card, Tone
from bot.render.cards_desk import Fact, report_overview
from bot.render.markdown import escape, timestamp
from bot.render.report import markdown_of
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
    return Card(
        header="### Attaché reads diplomatic news",
        blocks=(
            "Give me a link or paste an article. I answer in the article's own words: what happened, and **who said "
            "what**, with each speaker's office and whether the words are quoted or reported.",
            "`/summarize` the key sentences, word for word\n"
            "`/whosaid` statements by speaker; `speaker` narrows it to a name, office or country\n"
            "`/twosides` two accounts of one event, side by side\n"
            "`/said` who said what about what, in everything I read\n"
            "`/timeline` the same as a picture · `/position` what a country said on a topic\n"
            "`/watch` add, list, remove: be told by direct message, once for each event\n"
            "`/settings` your time zone, quiet hours, attitudes; `/settings server` its digests\n"
            "`/status` how I am · `/privacy` what I store · `/forget me` delete all of mine",
            "**Those who manage a server** have feeds posted as they come, and digests on schedule:\n"
            "`/feed` add, list, why, filter, remove, pause, resume, token, import, export\n"
            "`/digest` now, preview, schedule, list, pause, resume, remove",
            "**On any message:** Apps › Summarize, or Apps › Who said what.\n"
            "**In a direct message:** send a link, a text or a file (.txt, .html), or ask: *What did … say about …?*\n"
            "**In a server:** mention me with a link or a question.",
        ),
        footer=say("whosaid-legend"),
    )


def render_privacy() -> Card:
    """What is stored: the truth, and nothing else."""
    return Card(
        header="### What Attaché stores",
        blocks=(
            "**Articles it read**, from public addresses: text, title, address, outlet, date, and what it found in "
            "them: key sentences and who said what. They are nobody's, and are kept so that a text is read once.",
            "**Texts and files you gave it**, with your Discord id: only you find them in searches.",
            "**Your watches and settings**, with your Discord id: what you watch for, where you set it up, which "
            "events were found, and your alerts with the time and number of their messages.",
            "**What a server set up**: its feeds, filters, digests and settings, with the ids of their channels and "
            "the Discord id of who set each up; what its own sources sent; what became of each item of its feeds, and "
            "its posts until they are sent. No other server sees them.",
            "**What was searched for and asked**, for 90 days, so that buttons go on working: without who asked.",
            "**Nothing else.** No messages, no names, no record of who asked for which link. Nothing is "
            "sent to a language model or to anyone; links are fetched from their sites without anything about you.",
            "**`/forget me`** shows what is stored of you, and deletes it: your texts with what was found in them, "
            "watches, alerts, settings, and your id wherever you set something up for a server. The log of this "
            "program holds neither your id nor what you gave. Backups are with the people who run this bot.",
        ),
    )


def render_status(status: Status, overview: Overview | None = None) -> Card:
    """Version, engine, articles read, since when the bot is up; and a server's desk, where it is asked in one."""
    return Card(
        header="### Attaché is up",
        blocks=(
            f"**Version** {escape(status.version)}\n"
            f"**Reading engine** {escape(status.engine)}\n"
            f"**Articles read** {status.articles:,}\n"
            f"**Running since** {timestamp(status.started_at)} ({timestamp(status.started_at, 'R')})",
            *([_facts(report_overview(overview))] if overview else []),
        ),
    )


def _facts(rows: tuple[Fact, ...]) -> str:
    return "\n".join(f"**{name}** {markdown_of(line)}" for name, line in rows)


def render_error(sentence: str) -> Card:
    """The answer to what went wrong: the cause and the next step."""
    return Card(header="", blocks=(escape(sentence[:1500]),), tone=Tone.ERROR)
