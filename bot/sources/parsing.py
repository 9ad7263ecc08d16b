"""The parsers by name: a program that lets its workers parse never loads lxml and trafilatura itself."""

from collections.abc import Mapping

from bot.domain.article import Article


def parse_page(body: bytes, *, url: str | None, headers: Mapping[str, str]) -> Article:
    """See :func:`bot.sources.page.parse_page`."""
    from bot.sources import page  # noqa: PLC0415 - see above

    return page.parse_page(body, url=url, headers=headers)


def parse_upload(name: str, body: bytes) -> Article:
    """See :func:`bot.sources.upload.parse_upload`."""
    from bot.sources import upload  # noqa: PLC0415 - see above

    return upload.parse_upload(name, body)
