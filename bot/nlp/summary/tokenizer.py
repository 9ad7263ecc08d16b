"""Words of sentences (sumy's tokenizer interface without NLTK's data), and stop words (sumy's without its imports)."""

import re
from functools import lru_cache
from importlib import resources

from babel import Locale

from bot.nlp.lang import LANGUAGES

# A run of letters, digits and inner hyphens or apostrophes. In scripts without spaces, each character is a word: Thai,
# Lao, Khmer, kana and Han.
WORD = re.compile(
    r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
    r"|(?:(?![\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])\w)+(?:[-'’](?=\w)\w+)*"
)


def summary_words(sentence: str) -> tuple[str, ...]:
    """The words of ``sentence`` in order, case folded, with plain apostrophes."""
    return tuple(word.casefold().replace("’", "'") for word in WORD.findall(sentence))


@lru_cache(maxsize=8)
def find_stop_words(language: str) -> frozenset[str]:
    """sumy's stop words of ``language`` (ISO 639-1 or an English name), or our own; none if there is no list."""
    name = Locale("en").languages.get(language, language).lower()
    listed = resources.files("sumy").joinpath("data", "stopwords", f"{name}.txt")
    if listed.is_file():
        return frozenset(map(str.rstrip, listed.read_text("utf-8").splitlines())) - {""}
    own = resources.files("bot.nlp.lang").joinpath(language, "stop_words.txt") if language in LANGUAGES else None
    return frozenset(own.read_text("utf-8").split()) if own is not None and own.is_file() else frozenset()


class WordTokenizer:
    """The interface that sumy's ``Sentence`` requires of a tokenizer."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """See :func:`summary_words`."""
        return summary_words(sentence)
