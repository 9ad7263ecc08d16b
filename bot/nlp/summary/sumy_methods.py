"""sumy's eight summarizers, set up as its documentation says.

Import this only if one of them is requested: it loads NLTK and SciPy, 80 MB that the default method does not need.
"""

from collections.abc import Mapping
from typing import Any

from sumy.nlp.stemmers import Stemmer, null_stemmer
from sumy.summarizers import AbstractSummarizer
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from bot.nlp.summary.tokenizer import find_stop_words

# Edmundson 1969 weighs cue words: those that mark the point of a report on talks, and those that mark an aside.
_BONUS = ("agreed announced signed said decided warned called important significant key first new treaty talks").split()
_STIGMA = ("hardly impossible perhaps maybe meanwhile separately incidentally example").split()

_NO_WORDS = frozenset({"\0"})  # Edmundson's method rejects an empty list; no text contains this word

_SUMMARIZERS: Mapping[str, type[AbstractSummarizer]] = {
    "edmundson": EdmundsonSummarizer,
    "kl": KLSummarizer,
    "lex-rank": LexRankSummarizer,
    "lsa": LsaSummarizer,
    "luhn": LuhnSummarizer,
    "reduction": ReductionSummarizer,
    "sum-basic": SumBasicSummarizer,
    "text-rank": TextRankSummarizer,
}


def make_summarizer(method: str, language: str) -> Any:
    """The summarizer called ``method``; without stems and stop words if sumy has none for ``language``."""
    stop_words = find_stop_words(language)
    try:
        stemmer = Stemmer(language)
    except LookupError:
        stemmer = null_stemmer
    if method == "edmundson":
        edmundson = EdmundsonSummarizer(stemmer)
        edmundson.null_words = stop_words or _NO_WORDS
        edmundson.bonus_words = _BONUS
        edmundson.stigma_words = _STIGMA
        return edmundson
    summarizer = _SUMMARIZERS[method](stemmer)
    summarizer.stop_words = stop_words
    return summarizer
