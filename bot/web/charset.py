"""Decodes bytes to text. Declared encodings are often wrong, so the bytes themselves count first.

The order: a byte order mark; UTF-8 that is valid except for a few errors (text in another encoding almost never looks
like UTF-8); the encodings that header and page declare, if the result looks like text; then charset-normalizer.

Labels mean what browsers take them to mean (WHATWG Encoding standard: "latin-1" is windows-1252).
"""

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*+=\s*+(?:[\"']\s*+)?([\w.:-]{2,40})", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*+=\s*+(?:[\"']\s*+)?([\w.:-]{2,40})", re.IGNORECASE)
_META_WINDOW = 4096  # bytes; browsers search the first 1,024
_UTF8_BREAKAGE = 10  # up to one broken character in eleven non-ASCII ones still counts as UTF-8
_SAMPLE = 32_768  # bytes for the detector, whose time grows with its input

# Encoding labels of the web and their Python names; other labels are unused, or unsafe like UTF-7.
_BROWSER_MEANING = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
}
_KNOWN = frozenset(
    {
        "utf-8",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "gb18030",
        "big5",
        "big5hkscs",
        "euc_jp",
        "iso2022_jp",
        "cp932",
        "cp949",
    }
    | {"koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp866", "cp874", *(f"cp{page}" for page in range(1250, 1259))}
    | {f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)}
)
_WESTERN = frozenset({"cp1250", "cp1252", "cp1254", "cp1257", "iso8859-2", "iso8859-15", "mac-roman"})


def decode(body: bytes, declared: str | None = None) -> str:
    """The text of ``body``, by the header's charset ``declared`` if any. Never fails: invalid bytes become U+FFFD."""
    for mark, marked in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(marked, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    others = len(text) - len(text.encode("ascii", "ignore")) - broken
    if broken * _UTF8_BREAKAGE <= others:
        return text
    for label in (declared, find_meta_charset(body)):
        encoding = find_encoding(label) if label else None
        if encoding and (declared_text := _plausible(body, encoding)) is not None:
            return declared_text
    return body.decode(_detect(body), "replace")


def find_header_charset(content_type: str | None) -> str | None:
    """The label in a Content-Type header; None if it has none."""
    match = _CHARSET.search((content_type or "")[:500])
    return match[1] if match else None


def find_meta_charset(body: bytes) -> str | None:
    """The label in the page's own ``<meta charset>``, None if there is none near the start."""
    match = _META.search(body[:_META_WINDOW])
    return match[1].decode("ascii", "replace") if match else None


def find_encoding(label: str) -> str | None:
    """Python's name for the encoding that browsers use for ``label``; None for an unknown label."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    name = _BROWSER_MEANING.get(name, name)
    return name if name in _KNOWN else None


def _plausible(body: bytes, encoding: str) -> str | None:
    """``body`` in ``encoding``, unless the result looks wrong: undecodable bytes, or accents on most letters."""
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        if len(body) - error.start > 4:  # a page cut within its last character is still valid
            return None
        text = body.decode(encoding, "replace")
    if encoding in _WESTERN:
        sample = re.sub(r"<[^<>]*+>", "", text[: 8 * _SAMPLE])
        letters = sum(map(str.isalpha, sample))
        if sum(not c.isascii() and c.isalpha() for c in sample) * 2 > letters:
            return None  # most letters accented: Cyrillic, Greek or Hebrew under a western label
    return text


def _detect(body: bytes) -> str:
    """The detector's guess, from the first non-ASCII part of ``body`` on; windows-1252 if it has none."""
    first = next((match.start() for match in re.finditer(rb"[\x80-\xff]", body)), 0)
    start = body.rfind(b"\n", max(0, first - 1024), first) + 1 or max(0, first - 1024)
    best = from_bytes(body[start : start + _SAMPLE]).best()
    encoding = find_encoding(best.encoding) if best else None
    # western code pages share quotation marks and most accents; browsers use the most common one too
    return "cp1252" if encoding is None or encoding in _WESTERN else encoding
