"""Splits texts into words and finds keywords, in any supported language."""

from collections.abc import Iterable

from bot.nlp.summary.tokenizer import find_stop_words, summary_words

_STEM = 6
"""Number of letters by which forms of a word count as one."""


def split_words(text: str) -> tuple[str, ...]:
    """The words of ``text``, case folded, with plain apostrophes."""
    return summary_words(text)


def stop_words(language: str | None) -> frozenset[str]:
    """The words of ``language`` (ISO 639-1, English if unknown) that are no keywords."""
    return find_stop_words(language or "en")


def keyword_stems(words: Iterable[str], language: str | None) -> frozenset[str]:
    """The keywords, cut to the stem that their forms share."""
    stop = stop_words(language)
    return frozenset(w.removesuffix("'s")[:_STEM] for w in words if w not in stop and (len(w) > 2 or w.isdigit()))
