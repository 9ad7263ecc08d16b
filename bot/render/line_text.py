"""Lines of parts: made of a message, and written as Markdown for Discord and files or as plain words. Pure."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime, tzinfo

from bot.domain.text import normalise_text
from bot.i18n.bidi import isolate, isolate_code
from bot.i18n.dates import format_day, format_time
from bot.i18n.language import current_language
from bot.i18n.lists import join_facts
from bot.i18n.messages import MessageValue, Translatable, translate, translate_message
from bot.render.document import (
    ChannelPart,
    CommandPart,
    HostPart,
    Line,
    LinkPart,
    OutletPart,
    Part,
    SpecialPart,
    StrangerText,
    StrongText,
    TimePart,
    TypedText,
)
from bot.render.localized_names import mark_language, outlet_state
from bot.render.markdown import escape, host, inline, link, timestamp, units, web_address
from bot.render.quotations import shorten

_FIRST = 0xE000
_MARK = re.compile("([\ue000-\uf8ff])")


def markdown_of(line: Line) -> str:
    """``line`` as Discord shows it."""
    return "".join(part if isinstance(part, str) else _marked(part) for part in line)


def plain_in(zone: tzinfo | None) -> Callable[[Line], str]:
    """What writes a line for a terminal, times in ``zone`` (this machine's when None)."""

    def plain(line: Line) -> str:
        return "".join(part if isinstance(part, str) else _words(part, zone) for part in line)

    return plain


def translate_parts(key: str, **values: Part | Line | int) -> Line:
    """The message ``key`` as a line, in the language spoken now; a value may be a line of its own.

    Words of strangers are given as parts, so that they are escaped. While the sentence is put into words, a mark stands
    for each part (a character of Unicode's private use area, which no catalogue holds).
    """
    parts: list[Line] = []
    given: dict[str, MessageValue] = {}
    for name, value in values.items():
        if isinstance(value, str | int):
            given[name] = value
        else:
            given[name] = chr(_FIRST + len(parts))
            parts.append(value if isinstance(value, tuple) else (value,))
    line: list[Part] = []
    for piece in _MARK.split(translate_message(Translatable(key, tuple(given.items())))):
        if _MARK.fullmatch(piece):
            line += parts[ord(piece) - _FIRST]
        elif piece:
            line.append(piece)
    return tuple(line)


def beside(lines: Iterable[Line], write: Callable[[Line], str] = markdown_of) -> str:
    """``lines`` beside one another, without those that are empty as they are written."""
    return " · ".join(filter(None, map(write, lines)))


def one_line(words: str) -> str:
    """``words`` on one line without controls of the terminal."""
    return " ".join(normalise_text(words).split())


def _marked(part: SpecialPart) -> str:
    match part:
        case StrangerText():
            return inline(one_line(part.words), part.limit)
        case StrongText():
            return f"**{inline(one_line(part.words), part.limit)}**"
        case TypedText() | CommandPart():
            return _typed(part.words if isinstance(part, TypedText) else f"/{part.words}", part.limit)
        case LinkPart():
            where = inline(host(part.url), 60) if part.host else ""
            return link(shorten(one_line(part.label), part.limit), part.url) + (f" ({where})" if where else "")
        case TimePart():
            return timestamp(part.at, part.style) + (f" ({timestamp(part.at, 'R')})" if part.ago else "")
        case ChannelPart():
            return f"<{part.mark}{part.name}>" if part.name.isdecimal() else escape(part.name)
        case OutletPart():
            return _outlet(part)
        case HostPart():
            where = host(part.url)
            return inline(where, 60) if where != part.known else ""


def _words(part: SpecialPart, zone: tzinfo | None) -> str:
    match part:
        case StrangerText() | StrongText():
            return isolate(shorten(one_line(part.words), part.limit))
        case TypedText() | CommandPart():
            return isolate(one_line(part.words))
        case LinkPart():
            where = host(part.url) if part.host else ""
            return isolate(shorten(one_line(part.label), part.limit)) + (f" ({where})" if where else "")
        case TimePart():
            return _time(part, part.at.astimezone(zone))
        case ChannelPart():
            return part.name
        case OutletPart():
            state = outlet_state(part.article.outlet) if part.state else ""
            return _labelled(isolate(outlet_name(part)), join_facts((state, _language(part))))
        case HostPart():
            return ""


def _time(part: TimePart, at: datetime) -> str:
    if part.style in "dD":
        return format_day(at)
    return format_time(at) if part.plainly else f"{at:%Y-%m-%d %H:%M %Z}".strip()


def outlet_name(part: OutletPart) -> str:
    """The outlet as people know it, else the host of the article's address, else that the text was pasted."""
    article = part.article
    name = article.outlet.name if article.outlet else host(article.url) or translate("twosides-pasted")
    return shorten(one_line(name), part.limit)


def _outlet(part: OutletPart) -> str:
    """Name, in bold or with a link, and in brackets what it does not tell: the host it leads to, a state's label."""
    article, name = part.article, outlet_name(part)
    short = units(web_address(article.url) or "") <= part.longest
    shown = link(name, article.url) if part.linked and short else inline(name, part.limit)
    shown += "".join(f" {link(str(number), other.url)}" for number, other in enumerate(part.others[:4], 2))
    known = (article.outlet.name if article.outlet else name).casefold()
    where = host(article.url) if part.host else ""
    told = [inline(where, 60) if where != known else ""]
    if part.state:
        told.append(escape(outlet_state(article.outlet)))
    told.append(escape(_language(part)))
    return _labelled(f"**{shown}**" if part.strong else shown, join_facts(told))


def _language(part: OutletPart) -> str:
    return mark_language(part.article.language) if part.language else ""


def _labelled(name: str, label: str) -> str:
    return f"{name} ({label})" if label else name


def _typed(words: str, limit: int) -> str:
    """Not ``shorten``, which leaves out what a cut through quotation marks would tear: a filter has its own."""
    line = one_line(words)
    if units(line) > limit:
        line = line.encode("utf-16-le")[: 2 * (limit - 2)].decode("utf-16-le", "ignore") + " …"
    typed = f"`{line.replace('`', 'ˋ')}`"
    return isolate_code(typed) if current_language().right_to_left else typed
