"""Pictures of posted cards, to look at: the bundled sample and an invented desk on a simulated Discord.

    python -m benchmarks.cards_png OUT [--chromium PATH] [--language ar]

writes OUT/<card>-<theme>-<width>.png, dark and light, wide and narrow, in one of the languages. Those of docs/screens
are those of 390 pixels, in English and Arabic, the language before the name. The README's are whosaid-dark-640.png,
twosides-dark-640.png, digest-1-dark-640.png and feed-why-dark-640.png of a run, kept as docs/card-whosaid.png,
docs/card-twosides.png, docs/card-digest.png and docs/card-feed-why.png. Needs the extra [pictures] and a Chromium;
--chromium names one where Playwright has not installed its own; Arabic needs a font that has it (fonts-noto-core).
"""

import argparse
import asyncio
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import discord
import simcord
from PIL import Image
from playwright.async_api import Browser, BrowserContext, async_playwright

from benchmarks.invented_desk import SAMPLE, draw_up
from bot import __version__
from bot.gateway.client import AttacheBot
from bot.gateway.views import message_parts
from bot.render.card import Card
from bot.render.cards_about import Status
from bot.runtime import open_rooms
from bot.settings import Settings
from bot.words.language import Language, speaking

CHANNEL = "1"
"""Stands in what is drawn up for the channel's id."""
WIDTHS = (640, 390)
HEIGHT = 4000
COLOURS = 64
# simcord draws Discord's dark theme; these are the light theme's colours for the same parts
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
#preview-app button, #preview-app [class*="button"] { background: #e6e7ea !important; color: #2f3035 !important; }
"""


class ThemedBrowser:
    """A browser whose pages carry ``style``: what simcord asks of Playwright's browser, and no more."""

    def __init__(self, browser: Browser, style: str) -> None:
        self._browser = browser
        self._style = style
        self.version = browser.version

    async def new_context(self, **options: Any) -> BrowserContext:
        """A context as Playwright makes it, with the style set in each page as soon as it has a head."""
        context = await self._browser.new_context(bypass_csp=True, **options)
        script = "addEventListener('DOMContentLoaded', () => document.head.append(Object.assign("
        await context.add_init_script(f"{script}document.createElement('style'), {{textContent: `{self._style}`}})))")
        return context

    async def close(self) -> None:
        """Leave the browser open: it is shared between themes."""


async def draw(out: Path, chromium: str | None, language: Language) -> None:
    """Post every card once, in ``language``, and write each as pictures into ``out``."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.load({"attache_data_dir": Path(folder), "database_url": None})
        async with open_rooms(settings) as rooms, async_playwright() as playwright:
            newsroom = rooms.newsroom

            async def describe_status() -> Status:
                return Status(__version__, newsroom.engine, await newsroom.count_articles(), datetime.now(UTC))

            # read before Discord's clock, which simcord stops, begins to count
            text = SAMPLE.read_text("utf-8")
            await newsroom.read(text)
            with speaking(language):
                drawn = await draw_up(newsroom.file, CHANNEL)
            browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            async with simcord.run(AttacheBot(newsroom, describe_status, rooms.bureau), settle_timeout=60.0) as env:
                env.backend.bot_user.name = "Attaché"
                channel = env.create_guild("Foreign desk").create_text_channel("news")
                reader = env.guild.add_member(env.create_user("reader"))
                for owner in (f"discord:{reader.user.id}", f"discord:guild:{env.guild.id}"):
                    await rooms.bureau.preferences.set_mine(owner, language=language)
                cards = {name: _in_channel(card, channel.id) for name, card in drawn.items()}
                await _capture(env, channel, reader, text, cards, out, browser)
            await browser.close()


async def _capture(
    env: simcord.Env,
    channel: simcord.ChannelHandle,
    reader: simcord.MemberActor,
    text: str,
    cards: Mapping[str, Card],
    out: Path,
    browser: Browser,
) -> None:
    asked: dict[str, dict[str, str]] = {
        "summarize": {"article": text},
        "whosaid": {"article": text},
        "twosides": {"article": text},
        "said": {"who": "Norway"},
        "position": {"country": "Norway"},
        "help": {},
        "privacy": {},
        "status": {},
    }
    posted: dict[str, Any] = {
        name: (await reader.slash(channel, name, **options)).response for name, options in asked.items()
    }
    place = env.bot.get_channel(channel.id)
    assert isinstance(place, discord.TextChannel)
    for name, card in cards.items():
        await place.send(**message_parts(card))
        posted[name] = channel.last_message
    for theme, style in (("dark", ""), ("light", LIGHT)):
        async with env.preview(channel, viewers=[reader]) as preview:
            # simcord starts Playwright's own Chromium only; its place is taken by the one that was named
            preview._capture_manager._browser = ThemedBrowser(browser, style)  # noqa: SLF001
            for name, message in posted.items():
                for width in WIDTHS:
                    path = out / f"{name}-{theme}-{width}.png"
                    await preview.screenshot(path, target=message, viewport=(width, HEIGHT))
                    Image.open(path).quantize(COLOURS).save(path, optimize=True)
                    print(path)


def _in_channel(card: Card, channel: int) -> Card:
    """``card``, which was drawn up before the channel was made, naming it."""
    there = f"<#{channel}>"
    return replace(card, blocks=tuple(block.replace(f"<#{CHANNEL}>", there) for block in card.blocks))


def main() -> None:
    """Draw into the folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", type=Language, default=Language.ENGLISH, help="en, ar, zh, fr, ru or es")
    parser.add_argument("--chromium", help="path of a Chromium or Chrome")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    asyncio.run(draw(arguments.out, arguments.chromium, arguments.language))


if __name__ == "__main__":
    main()
