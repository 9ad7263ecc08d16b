"""Decodes a feed's bytes to UTF-8 from the root element on: no declaration, no document type, no NULs.

Without its document type a document can declare no entity, so that neither entity expansion ("billion laughs") nor
external entities reach a parser. :mod:`bot.web.charset` decides the encoding.
"""

import codecs
import re
from collections.abc import Mapping

from bot.web.charset import decode, find_encoding, find_header_charset

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# XML 1.0, appendix F: a document starts with ASCII characters, so NUL bytes reveal a wide encoding
_WIDE = (
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']\s*([\w.:-]{2,40})")
_FORBIDDEN = bytes(code for code in range(32) if code not in (9, 10, 13)) + b"\x7f"
_REFERENCE = re.compile(rb"&#([xX][0-9a-fA-F]+|[0-9]+);?")
_LONGEST_REFERENCE = 16  # digits, with leading zeros; no character needs more than seven
_NONCHARACTERS = re.compile(rb"\xef\xbf[\xbe\xbf]")
# each pattern consumes everything if it is never closed, so that no document is searched twice
_PROLOG = re.compile(rb"\s*(?:<\?.*?(?:\?>|\Z)|<!--.*?(?:-->|\Z)|<!DOCTYPE)", re.DOTALL | re.IGNORECASE)
_DOCTYPE_PART = re.compile(rb"\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|[\[\]>]", re.DOTALL)
_START = re.compile(rb"<[A-Za-z!?]|\{")
_STRAY = 65_536  # bytes of stray text before a document, such as script warnings
_MOST_STRAYS = 8


def clean_body(body: bytes, headers: Mapping[str, str]) -> bytes:
    """``body`` as UTF-8 from its root element (or JSON's brace) on, by the Content-Type of ``headers``. Never fails."""
    data = _to_utf8(body, headers)
    return _drop_prolog(data.replace(b"\0", b"") if b"\0" in data else data)


def drop_forbidden(data: bytes) -> bytes:
    """``data`` in UTF-8 without characters that XML 1.0 forbids, literal or as references ("&#1;")."""
    bare = _NONCHARACTERS.sub(b"", data.translate(None, _FORBIDDEN))
    return _REFERENCE.sub(_keep_allowed, bare)


def _keep_allowed(reference: re.Match[bytes]) -> bytes:
    digits = reference[1]
    if len(digits) > _LONGEST_REFERENCE:
        return b" "  # not empty: the surrounding text could form another reference
    code = int(digits[1:], 16) if digits[:1] in b"xX" else int(digits)
    # XML 1.0, production 2 (Char)
    allowed = code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
    return reference[0] if allowed else b" "


def _to_utf8(body: bytes, headers: Mapping[str, str]) -> bytes:
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace").encode("utf-8", "replace")
    for beginning, encoding in _WIDE:
        if body.startswith(beginning):
            return body.decode(encoding, "replace").encode("utf-8", "replace")
    labels = [label for label in (_header_charset(headers), _declared_charset(body)) if label]
    encodings = [known for label in labels if (known := find_encoding(label))]
    if _is_utf8(body) and not (b"\x1b" in body and "iso2022_jp" in encodings):
        return body
    for encoding in encodings:
        try:
            return body.decode(encoding).encode("utf-8", "replace")
        except UnicodeError:
            continue
    return decode(body).encode("utf-8", "replace")


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _header_charset(headers: Mapping[str, str]) -> str | None:
    content_type = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
    return find_header_charset(content_type)


def _declared_charset(body: bytes) -> str | None:
    match = _DECLARED.search(body[:1024])
    return match[1].decode("ascii") if match else None


def _drop_prolog(data: bytes) -> bytes:
    """``data`` without everything before the root: declaration, comments, document types, and stray text."""
    at = 0
    for _ in range(_MOST_STRAYS):
        while match := _PROLOG.match(data, at):
            at = match.end() if not match[0].upper().endswith(b"<!DOCTYPE") else _end_of_doctype(data, match.end())
        start = _START.search(data, at, at + _STRAY)
        if start is None or start[0][1:] not in {b"!", b"?"} or start.start() == at:
            at = start.start() if start else at
            break
        at = start.start()
    return data[at:].strip()


def _end_of_doctype(data: bytes, at: int) -> int:
    """The end of a document type that starts before ``at``: its own ``>``, outside quotes and brackets."""
    inside = 0
    for part in _DOCTYPE_PART.finditer(data, at):
        if part[0] == b"[":
            inside += 1
        elif part[0] == b"]":
            inside -= 1
        elif part[0] == b">" and inside <= 0:
            return part.end()
    return len(data)
