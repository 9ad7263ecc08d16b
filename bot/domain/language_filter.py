"""The languages that somebody wants to see, from ``language:ru,fr`` or a setting; unknown languages pass. Pure."""

import re
from collections.abc import Collection

from bot.errors import UsageError
from bot.i18n.messages import translatable

MOST = 8
"""Languages that may be chosen."""
_RULE = re.compile(r"(?<!\S)language:([^\s,]*(?:,[^\s,]+)*),?(?!\S)", re.IGNORECASE)
_CODE = re.compile(r"[a-z]{2,3}", re.ASCII)


def take_languages(words: str) -> tuple[str, frozenset[str]]:
    """``words`` without its rules ``language:…``, and their languages. Raises ``UsageError`` for what is no code."""
    codes = [code for match in _RULE.finditer(words) for code in match[1].split(",")]
    if not codes:
        return words, frozenset()
    rest = " ".join(_RULE.sub(" ", words).split()).strip(" ,")
    return rest, parse_languages(codes)


def parse_languages(codes: Collection[str]) -> frozenset[str]:
    """The languages of these codes (ISO 639). Raises ``UsageError`` for one that is none, and for too many."""
    found = frozenset(code.strip().casefold() for code in codes)
    for code in sorted(found):
        if not _CODE.fullmatch(code):
            raise UsageError(translatable("filter-codes-wrong", word=code[:40]))
    if len(found) > MOST:
        raise UsageError(translatable("filter-codes-many", most=MOST))
    return found


def write_languages(languages: Collection[str]) -> str:
    """The rule that asks for these languages; "" for all."""
    return f"language:{','.join(sorted(languages))}" if languages else ""


def passes(languages: Collection[str], language: str | None) -> bool:
    """Whether an article in ``language`` is one of ``languages``."""
    return not languages or language is None or language.casefold().split("-")[0] in languages
