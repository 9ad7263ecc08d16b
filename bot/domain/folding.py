"""Words as they are compared: without case, accents or punctuation."""

import re

from bot.domain.normal_forms import drop_marks, normalise

# scripts that write no spaces: each of their signs counts as a word, so that a word is found inside a sentence
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")


def fold_letters(words: str) -> str:
    """``words`` without case and accents; punctuation and spaces stay."""
    if words.isascii():  # most are, and there is nothing to take apart
        return words.lower()
    words = normalise("NFKD", words.casefold())
    if (again := words.casefold()) != words:  # either can bring about what the other removes (Unicode 3.13, D146)
        words = normalise("NFKD", again)
    return drop_marks(words)


def fold_words(words: str) -> str:
    """The words in ``words`` as they are compared, one space between; "" when there is none."""
    return " ".join(_WORD.findall(fold_letters(words)))


def holds_words(folded: str, sought: str) -> bool:
    """Whether ``sought`` stands in ``folded`` as whole words in a row; both as ``fold_words`` gives them."""
    return f" {sought} " in f" {folded} "
