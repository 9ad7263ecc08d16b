"""Parses uploaded files into articles. Anyone can write a page, so its stated address and outlet are ignored."""

from pathlib import PurePath

from bot.domain.article import Article
from bot.errors import ParseError, TooLargeError, UsageError
from bot.i18n.messages import translatable
from bot.web.charset import decode
from bot.web.media_types import describe_foreign
from bot.web.pages.page import parse_page
from bot.web.pages.plaintext import parse_text

MAX_UPLOAD = 5_000_000  # bytes, the same as for a page

_TEXT_NAMES = frozenset({".txt", ".md", ".text", ".markdown"})
_PAGE_NAMES = frozenset({".html", ".htm", ".xhtml"})


def parse_upload(name: str, body: bytes, *, believed: bool = False) -> Article:
    """The article in the uploaded file ``name``. Its address and outlet stay unknown unless it is ``believed``.

    Set ``believed`` for a page that the operator saved and only they see; never for a stranger's file.

    Raises ``UsageError`` for files other than .txt, .md, .html and .htm and for too short a text, ``ParseError`` for a
    file without an article, ``TooLargeError`` over ``MAX_UPLOAD`` bytes or ``MAX_TEXT`` characters.
    """
    kind = PurePath(name).suffix.lower()
    if kind not in _TEXT_NAMES | _PAGE_NAMES:
        raise UsageError(translatable("sources-file-kinds"))
    if len(body) > MAX_UPLOAD:
        raise TooLargeError(translatable("sources-file-large", limit=MAX_UPLOAD / 1e6))
    if foreign := describe_foreign("text/html", body[:1024]):
        raise ParseError(translatable("sources-foreign-file", what=foreign))
    return (
        parse_page(body, url=None, headers={}, believed=believed) if kind in _PAGE_NAMES else parse_text(decode(body))
    )
