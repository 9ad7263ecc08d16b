"""Folds words for comparison: no case, accents or punctuation."""

import re

from bot.domain.normal_forms import drop_marks, normalise

# scripts without spaces: each character counts as a word, so that words are found within a sentence
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")


def fold_letters(words: str) -> str:
    """``words`` without case and accents; punctuation and spaces stay."""
    if words.isascii():  # most text is ASCII and needs no decomposition
        return words.lower()
    words = normalise("NFKD", words.casefold())
    if (again := words.casefold()) != words:  # each can produce what the other removes (Unicode 3.13, D146)
        words = normalise("NFKD", again)
    return drop_marks(words)


def fold_words(words: str) -> str:
    """The folded words in ``words``, separated by one space; "" if there are none."""
    return " ".join(_WORD.findall(fold_letters(words)))


def holds_words(folded: str, sought: str) -> bool:
    """Whether ``folded`` contains ``sought`` as whole consecutive words; both as returned by ``fold_words``."""
    return f" {sought} " in f" {folded} "
