"""Draws pictures of cards: of the bundled sample and of an invented server, on a simulated Discord.

    python -m benchmarks.cards_png OUT [--chromium PATH] [--language ar] [--width 640] [--only whosaid said]
    python -m benchmarks.cards_png OUT --article TEXT…

writes OUT/<language>-<card>-<theme>.png, dark and light, as wide as a phone; with --article the cards of these texts.
``python -m benchmarks.screens`` draws all in English and Arabic. The README's whosaid and digest-1 are drawn with
--width 640, dark, and stored as docs/card-whosaid.png and docs/card-digest.png. Needs the extra [pictures] and a
Chromium; --chromium gives one if Playwright has not installed its own. Arabic needs a font (fonts-noto-core).
"""

import argparse
import asyncio
import math
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import discord
import simcord
import simcord.preview._markdown as simcord_markdown
import time_machine
from PIL import Image
from playwright.async_api import Browser, BrowserContext, async_playwright

from benchmarks.cards import draw as draw_cards
from benchmarks.sample_cards.answers import DisplayedStatement, Reader
from benchmarks.sample_cards.articles import NOW, file_articles
from benchmarks.sample_cards.feeds_and_digests import draw_feed_cards
from benchmarks.sample_cards.watches import draw_watches
from bot import __version__
from bot.archive.erasure import PersonalData
from bot.container import open_container
from bot.domain.analysis import Reading
from bot.errors import AttacheError, UsageError
from bot.gateway.client import AttacheBot
from bot.gateway.components import message_parts
from bot.i18n.language import Language, using_language
from bot.i18n.messages import translate
from bot.pictures.drawing import Theme
from bot.render.card import Card
from bot.render.cards.about_cards import Status, render_error
from bot.render.cards.settings_cards import render_forget
from bot.settings import Settings
from bot.web.pages.plaintext import parse_text

CHANNEL = "1"
"""Placeholder for the channel's id in prepared cards."""
PHONE = 390
"""Width of a phone in pixels."""
HEIGHT = 4000
COLOURS = 24
APART = 20
"""Minimum difference between two colours, in steps of red, green and blue."""
ATTEMPTS = 3
_QUOTE_END = re.compile(r"(?m)^(> .*)\n(?!> |\n|\Z)")
# simcord draws Discord's dark theme; these are the light theme's colours
LIGHT = """
:root { color-scheme: light !important; background: #fbfbfb !important; color: #2f3035 !important;
  --discord-bg: #fbfbfb !important; --discord-surface: #fff !important; --discord-elevated: #fff !important;
  --discord-text: #2f3035 !important; --discord-muted: #5c5e66 !important; --discord-subtle: #5c5e66 !important;
  --discord-border: #e0e1e5 !important; --component-surface: #fff !important; --component-border: #dcdde1 !important;
  --embed-field-name: #2f3035 !important; --link-text: #0067e0 !important; --link-accent: #0067e0 !important;
  --subtle-surface: #e6e7ea !important; --subtle-surface-text: #2f3035 !important; --input-surface: #fff !important;
  --button-alt: #e6e7ea !important; --control-border: #d5d7dc !important; --discord-control: #fff !important;
  --code-surface: #eef0f4 !important; --code-border: #dcdde1 !important; --code-text: #2f3035 !important; }
body, .message-author, .embed { color: #2f3035 !important; }
.mention { color: #3c45a5 !important; }
pre code span { color: #2f3035 !important; }
#preview-app button, #preview-app [class*="button"] { background: #e6e7ea !important; color: #2f3035 !important; }
"""


class ThemedBrowser:
    """A browser whose pages use ``style``, with only the methods that simcord calls."""

    def __init__(self, browser: Browser, style: str) -> None:
        self._browser = browser
        self._style = style
        self.version = browser.version

    async def new_context(self, **options: Any) -> BrowserContext:
        """A Playwright context that sets the style in each page as soon as it has a head."""
        context = await self._browser.new_context(bypass_csp=True, **options)
        script = "addEventListener('DOMContentLoaded', () => document.head.append(Object.assign("
        await context.add_init_script(f"{script}document.createElement('style'), {{textContent: `{self._style}`}})))")
        return context

    async def close(self) -> None:
        """Leave the browser open, because both themes share it."""


def draw_articles(readings: Sequence[tuple[str, Reading]]) -> Iterator[tuple[str, Card]]:
    """The cards of articles by name, of several pages the first."""
    for name, reading in readings:
        for face, render in draw_cards(reading).items():
            try:
                yield f"{name}-{face.replace(' ', '-')}", next(iter(render()))
            except UsageError as error:  # an article of one side has no two
                print(f"{name}: {face}: {error}")


def end_quotes() -> None:
    """Let simcord end a quotation where its mark ends, as Discord does; CommonMark goes on to an empty line."""
    read = simcord_markdown._discord_multiline_quotes  # noqa: SLF001
    simcord_markdown._discord_multiline_quotes = lambda text: _QUOTE_END.sub(r"\1\n\n", read(text))  # noqa: SLF001


async def draw(
    out: Path, chromium: str | None, language: Language, width: int, only: frozenset[str], articles: Sequence[Path] = ()
) -> None:
    """Draw every card (or those of ``articles``) in ``language``, as pictures ``width`` pixels wide in ``out``."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.load({"attache_data_dir": Path(folder), "database_url": None})
        async with open_container(settings) as rooms, async_playwright() as playwright:
            article_service = rooms.article_service

            async def describe_status() -> Status:
                return Status(
                    __version__, article_service.engine, await article_service.count_articles(), NOW - timedelta(days=9)
                )

            # read before simcord stops Discord's clock
            readings = await file_articles(article_service.save)
            given = [(path.stem, await article_service.save(parse_text(path.read_text("utf-8")))) for path in articles]
            with using_language(language):
                drawn = {**draw_feed_cards(readings, CHANNEL), **draw_watches(readings)}
                drawn["forget-nothing"] = render_forget(PersonalData())
                drawn["error-unexpected"] = render_error(translate("gateway-unexpected", number="5f3a90c1"))
                if articles:
                    drawn = dict(draw_articles(given))
            browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            async with simcord.run(
                AttacheBot(article_service, describe_status, rooms.services), settle_timeout=60.0
            ) as env:
                env.backend.bot_user.name = "Attaché"
                guild = env.create_guild("Foreign desk")
                channel = guild.create_text_channel("news")
                user = env.create_user("reader")
                manages = guild.create_role("chiefs", permissions=discord.Permissions(manage_guild=True))
                member = guild.add_member(user)
                chief = guild.add_member(env.create_user("chief"), roles=[manages])
                for owner in (*(f"discord:{one.id}" for one in (user, chief)), f"discord:guild:{guild.id}"):
                    await rooms.services.preferences.change(owner, language=language)
                reader = Reader(channel, user, member, chief)
                if not articles:
                    await reader.ask_everything()
                causes = [getattr(error, "original", error) for error in env.errors]
                if unexpected := [cause for cause in causes if not isinstance(cause, AttacheError)]:
                    raise unexpected[0]
                shown = [*reader.shown, *await _post(env, channel, member, drawn)]
                kept = [one for one in shown if not only or one.name in only]
                await _capture(env, kept, (member, chief), user, Naming(out, language, width), browser)
            await browser.close()


@dataclass(frozen=True, slots=True)
class Naming:
    """Names pictures: by folder, language and width in pixels."""

    out: Path
    language: Language
    width: int

    def path(self, name: str, theme: Theme) -> Path:
        """The file of a card's picture."""
        width = "" if self.width == PHONE else f"-{self.width}"
        return self.out / f"{self.language}-{name}-{theme}{width}.png"


async def _post(
    env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor, drawn: Mapping[str, Card]
) -> list[DisplayedStatement]:
    place = env.bot.get_channel(channel.id)
    assert isinstance(place, discord.TextChannel)
    shown = []
    for name, card in drawn.items():
        await place.send(**message_parts(_in_channel(card, channel.id)))
        shown.append(DisplayedStatement(name, channel, channel.last_message, member))
    return shown


async def _capture(
    env: simcord.Env,
    shown: Sequence[DisplayedStatement],
    members: Sequence[simcord.MemberActor],
    user: simcord.UserHandle,
    naming: Naming,
    browser: Browser,
) -> None:
    channels = {one.channel.id: one.channel for one in shown}
    for theme in Theme:
        for channel in channels.values():
            viewers = [user] if channel.id == user.dm_channel.id else members
            async with env.preview(channel, viewers=viewers) as preview:
                # simcord starts only Playwright's own Chromium, so it is replaced by the given one
                themed = ThemedBrowser(browser, LIGHT if theme is Theme.LIGHT else "")
                preview._capture_manager._browser = themed  # noqa: SLF001
                for one in shown:
                    if one.channel.id == channel.id and one.theme in {None, theme}:
                        await _take(preview, one, naming.path(one.name, theme), naming.width)


async def _take(preview: simcord.Preview, one: DisplayedStatement, path: Path, width: int) -> None:
    """Take one picture, in few colours; retry a capture that a busy machine delays."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            await preview.screenshot(path, viewer=one.viewer, target=one.message, viewport=(width, HEIGHT))
            break
        except (TimeoutError, simcord.SetupError):
            if attempt == ATTEMPTS:
                raise
    with Image.open(path) as whole:
        in_few_colours(whole).save(path, optimize=True)
    print(path)


def in_few_colours(picture: Image.Image) -> Image.Image:
    """``picture`` in its most frequent distinct colours; edges get the nearest."""
    whole = picture.convert("RGB")
    chosen: list[tuple[int, int, int]] = []
    counted = cast("list[tuple[int, tuple[int, int, int]]]", whole.getcolors(whole.width * whole.height))
    for _, colour in sorted(counted, reverse=True):
        if len(chosen) < COLOURS and all(math.dist(colour, other) >= APART for other in chosen):
            chosen.append(colour)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in chosen for part in colour])
    return whole.quantize(palette=palette, dither=Image.Dither.NONE)


def _in_channel(card: Card, channel: int) -> Card:
    """``card``, prepared before the channel existed, with the channel's id."""
    there = f"<#{channel}>"
    return replace(card, blocks=tuple(block.replace(f"<#{CHANNEL}>", there) for block in card.blocks))


def main() -> None:
    """Draw into the folder given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", type=Language, default=Language.ENGLISH, help="en, ar, zh, fr, ru or es")
    parser.add_argument("--width", type=int, default=PHONE, help="pixels; those of a telephone if left out")
    parser.add_argument("--only", nargs="+", default=(), help="names of cards; all if left out")
    parser.add_argument("--article", nargs="+", default=(), type=Path, help="texts whose cards to draw instead")
    parser.add_argument("--chromium", help="path of a Chromium or Chrome")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    end_quotes()
    with time_machine.travel(NOW + timedelta(hours=1)):  # near Discord's clock, which simcord starts in 2026
        asyncio.run(draw(asked.out, asked.chromium, asked.language, asked.width, frozenset(asked.only), asked.article))


if __name__ == "__main__":
    main()
