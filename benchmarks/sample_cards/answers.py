"""What invented people ask the bot on a simulated Discord, in a server and by message; each answer has a name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import simcord

from benchmarks.sample_cards.articles import SAMPLE
from bot.pictures.drawing import Theme

LOOPBACK = "http://127.0.0.1/"
QUESTIONS = {
    "question": "what did Haugseth say about the trawler?",
    "question-first": "when did Steinsdóttir first mention the trawler?",
    "question-sides": "Haugseth vs Steinsdóttir on inspectors",
    "question-nothing": "what did Haugseth say about Batman?",
    "question-misspelt": "what did Haugsett say about fish?",
    "question-unknown": "will it rain on the quay tomorrow?",
    "question-hello": "hello!",
}


@dataclass(frozen=True, slots=True)
class DisplayedStatement:
    """A message in ``channel`` as ``viewer`` sees it; ``theme`` is None if both are the same."""

    name: str
    channel: simcord.ChannelHandle
    message: Any
    viewer: Any
    theme: Theme | None = None


class Reader:
    """Asks by command in ``channel`` and by message; ``chief`` manages the server. ``shown`` are the answers so far."""

    def __init__(
        self,
        channel: simcord.ChannelHandle,
        user: simcord.UserHandle,
        member: simcord.MemberActor,
        chief: simcord.MemberActor,
    ) -> None:
        self._channel = channel
        self._user = user
        self._member = member
        self._chief = chief
        self.shown: list[DisplayedStatement] = []

    async def ask_everything(self) -> None:
        """Use every command whose answer needs no feed, and every kind of question; at the end, delete the data."""
        await self._search()  # before a text is pasted, which is found from then on too
        await self._read()
        await self._ask_about_the_bot()
        await self._fail()
        await self._write()
        await self._be_forgotten()

    async def _read(self) -> None:
        text = SAMPLE.read_text("utf-8")
        await self._ask("summarize", "summarize", article=text)
        whosaid = await self._ask("whosaid", "whosaid", article=text)
        self._keep("context", await self._member.select(whosaid, [_first_value(whosaid)]))
        await self._ask("twosides", "twosides", article=text)
        everything = await self._member.click(whosaid, custom_id=_button(whosaid, "b:statements"))
        self._keep("whosaid-all", everything)
        await self._ask("whosaid-speaker", "whosaid", article=text, speaker="Tangen")
        for theme in Theme:
            shown = await self._member.slash(self._channel, "twosides", article=text, **{"as": f"sides{theme}"})
            self._keep("twosides-picture", shown, theme=theme)

    async def _search(self) -> None:
        said = await self._ask("said", "said", who="Norway", about="trawler")
        self._keep("said-table", await self._member.click(said, custom_id=_button(said, "b:saidfile")))
        turned = await self._ask("said-page-2", "said", who="Norway")
        await self._member.click(turned, custom_id=_button(turned, "t:said"))
        await self._ask("said-nothing", "said", who="Haugsett", about="fish")
        await self._ask("position", "position", country="Norway", topic="trawler")
        await self._ask("twosides-archive", "twosides", a="Norway", b="Iceland", about="inspectors")
        for theme in Theme:
            shown = await self._member.slash(self._channel, "timeline", about="trawler", theme=theme)
            self._keep("timeline", shown, theme=theme)

    async def _ask_about_the_bot(self) -> None:
        for name in ("help", "privacy", "status"):
            await self._ask(name, name)
        await self._ask("watch-none", "watch list")
        await self._ask("watch-added", "watch add", speaker="Torvald Haugseth", topic="trawler")
        await self._member.slash(self._channel, "watch add", speaker="Portugal", deliver="here")
        await self._ask("watch-list", "watch list")
        await self._ask("settings-me", "settings me", timezone="Europe/Oslo", quiet="22:00-07:00")
        chosen = {"timezone": "Europe/Oslo", "style": "short"}
        await self._ask("settings-server", "settings server", by=self._chief, **chosen)

    async def _fail(self) -> None:
        await self._ask("error-address", "summarize", article=LOOPBACK)
        await self._ask("error-date", "said", who="Norway", since="someday")
        await self._ask("error-sides", "twosides", a="Norway")

    async def _write(self) -> None:
        for name, words in QUESTIONS.items():
            await self._user.send_dm(words)
            told = self._user.dm_channel.history()[-1]
            self.shown.append(DisplayedStatement(name, self._user.dm_channel, told, self._user))

    async def _be_forgotten(self) -> None:
        await self._ask("forget", "forget me", by=self._chief)
        asked = _answer(await self._member.slash(self._channel, "forget me"))
        deleted = await self._member.click(asked, custom_id=_button(asked, "b:forget"))
        self._keep("forgotten", deleted if deleted.response else asked)

    async def _ask(self, name: str, command: str, *, by: simcord.MemberActor | None = None, **options: Any) -> Any:
        asker = by or self._member
        return self._keep(name, await asker.slash(self._channel, command, **options), asker)

    def _keep(self, name: str, answered: Any, viewer: Any = None, *, theme: Theme | None = None) -> Any:
        message = _answer(answered)
        self.shown.append(DisplayedStatement(name, self._channel, message, viewer or self._member, theme))
        return message


def _answer(answered: Any) -> Any:
    """The last message of an answer."""
    if not hasattr(answered, "followups"):
        return answered
    return [one for one in (answered.response, *answered.followups) if one][-1]


def _button(message: Any, begins: str) -> str:
    """The id of the last button with this prefix: of two that turn pages, the one that goes forward."""
    found = [str(one.get("custom_id", "")) for one in _walk(message.components)]
    return [identity for identity in found if identity.startswith(begins)][-1]


def _first_value(message: Any) -> str:
    (menu,) = [one for one in _walk(message.components) if one["type"] == 3]
    return str(menu["options"][0]["value"])


def _walk(parts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for part in parts:
        yield part
        yield from _walk(part.get("components", []))
