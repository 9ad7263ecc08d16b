"""Large CDATA sections set aside while the rest is parsed: libxml2 reads them a character at a time, at half its cost.

Only bytes from :func:`~bot.sources.feeds.decoding.clean_body` may be given: they are valid UTF-8. A section may hold
characters that XML forbids, over which a parser would have stumbled; here they do no harm. (The idea is
fastfeedparser's.)
"""

import re
from collections.abc import Sequence

_LEAST = 512  # bytes; a smaller section is parsed as fast as it is set aside
_OPEN, _CLOSE = b"<![CDATA[", b"]]>"
# Characters of a private use area mark what was set aside; a document that marks something itself is left alone.
_MARK, _END = "\ue0fe", "\ue0ff"
_PLACE = re.compile(f"{_MARK}([0-9]{{1,6}}){_END}")


def set_aside(data: bytes) -> tuple[bytes, list[str]]:
    """``data`` with a mark for each large section, and the sections' texts; ``data`` itself and none where unsure."""
    first, *pieces = data.split(_OPEN)
    if not pieces or b"\r" in data:  # an XML parser reads line ends of its own way
        return data, []
    kept, sections = [first], list[str]()
    for piece in pieces:
        # From the end, which is near; XML allows the closing mark nowhere but once behind each opening.
        section, closed, rest = piece.rpartition(_CLOSE)
        if not closed or (b"]" in section and _CLOSE in section):
            return data, []
        if len(section) < _LEAST:
            kept += (_OPEN, piece)
            continue
        kept += (f"{_MARK}{len(sections)}{_END}".encode(), rest)
        sections.append(section.decode())
    found = b"".join(kept)
    # Within a comment or an instruction the opening of a section means nothing.
    unsure = b"<!--" in found or b"<?" in found or found.count(_MARK.encode()) != len(sections)
    return (data, []) if unsure else (found, sections)


def put_back(text: str, sections: Sequence[str]) -> str:
    """``text`` of the parsed document with its sections in place."""
    if not sections or _MARK not in text:
        return text
    return _PLACE.sub(lambda match: sections[int(match[1])], text)
