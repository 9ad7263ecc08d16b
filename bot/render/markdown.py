"""Discord's Markdown: article text escaped so that it pings nobody and breaks nothing, and read back as a person does.

The rules are those of Discord's client: a backslash before any ASCII punctuation shows that character and nothing else.
"""

import re
from datetime import datetime
from urllib.parse import quote, urlsplit

from bot.i18n.bidi import isolate
from bot.render.quotations import shorten

_ANYWHERE = re.compile(r"[\\*_~|`\[\]<>@]|(?<=[a-z]):(?=//)", re.IGNORECASE)
_CODE = re.compile(r"`[^`\n]+`")
_LINE_START = re.compile(r"^(?P<indent>[^\S\n]*+)(?:(?P<mark>[#+\-])|(?P<number>\d+)\.(?=\s))", re.MULTILINE)
_LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\[\]\\])*)\]\([^()\s]*\)")
_LINE_PREFIX = re.compile(r"^(?:>(?: |$)|-# |#{1,3} )+", re.MULTILINE)
_TIME = re.compile(r"(?<!\\)<t:\d+(?::[a-zA-Z])?>")
_MARKUP = re.compile(r"\\[!-/:-@\[-`{-~]|[*_~|`]")


def escape(words: str) -> str:
    r"""``words`` so that Discord shows exactly them: no markup, mention, custom emoji, timestamp, link or heading."""
    escaped = _ANYWHERE.sub(lambda match: f"\\{match[0]}", words)
    return _LINE_START.sub(
        lambda m: f"{m['indent']}\\{m['mark']}" if m["mark"] else f"{m['indent']}{m['number']}\\.", escaped
    )


def escape_prose(words: str) -> str:
    """A sentence of ours escaped, what is typed in it (`since`) left as code, in which Discord reads no markup."""
    parts, begin = [], 0
    for code in _CODE.finditer(words):
        parts += [escape(words[begin : code.start()]), code[0]]
        begin = code.end()
    return "".join([*parts, escape(words[begin:])])


def plain(shown: str) -> str:
    """What a person reads of our Markdown: escapes undone, marks of emphasis, quotes and headings gone, link labels."""
    shown = _TIME.sub("", _LINE_PREFIX.sub("", shown))
    shown = _LINK.sub(lambda match: match[1], shown)
    return _MARKUP.sub(lambda match: match[0][1:] if match[0].startswith("\\") else "", shown)


def block_quote(words: str) -> str:
    """Escaped ``words`` with Discord's bar beside them, on every line."""
    return "\n".join(f"> {line}" for line in words.split("\n"))


def link(label: str, url: str | None) -> str:
    """A masked link to ``url``, beside which its host should stand (see ``host``); only the label if it is invalid."""
    shown = escape(isolate(label))
    address = web_address(url)
    return f"[{shown}](<{address}>)" if address else shown


def web_address(url: str | None) -> str | None:
    """``url`` made safe to stand in a link, at most 512 characters; None unless it is http or https with a host."""
    try:
        parts = urlsplit(url or "")
        named = bool(parts.hostname)
    except ValueError:  # brackets that are no address
        return None
    if parts.scheme not in {"http", "https"} or not named or "@" in parts.netloc:
        return None
    safe = quote(url or "", safe="/:?#[]@!$&'*+,;=%~-._")
    return safe if len(safe) <= 512 else None  # the limit of a link button


def host(url: str | None) -> str:
    """The host of ``url`` as people know it, without "www."; nothing when it is no web address."""
    address = web_address(url)
    return (urlsplit(address).hostname or "").removeprefix("www.") if address else ""


def timestamp(at: datetime, style: str = "f") -> str:
    """``at`` as Discord shows it in each reader's own time zone; style as Discord names them (f: date and time)."""
    return f"<t:{int(at.timestamp())}:{style}>"


def inline(words: str, limit: int = 120) -> str:
    """``words`` of an article (a name, an office) to stand in a line of ours: short, set apart, escaped."""
    return escape(isolate(shorten(words, limit)))


def units(shown: str) -> int:
    """Length of ``shown`` in UTF-16 code units, of which Discord's limits never count more."""
    return len(shown.encode("utf-16-le", "surrogatepass")) // 2
