"""Recognises a short text that reports what somebody said: news that was pasted, and not a question. Pure."""

import re

from bot.web.pages.plaintext import FEWEST_CHARACTERS

_QUOTED = re.compile(r"“[^“”]+”|\"[^\"]+\"|«[^«»]+»|„[^„“”]+[“”]|「[^「」]+」|『[^『』]+』")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_END = re.compile(r"[.!][\"”’»)]*(?=\s|$)|[。！]")
_ASKS = re.compile(r"[?؟？]")
_WORDS_QUOTED = 2
_WORDS = 8
"""Words of a text with a quotation; fewer are a slip, or a question about a phrase."""
_SENTENCES = 3
"""Sentences over several lines that are an article without a quotation."""


def is_pasted_news(text: str) -> bool:
    """Whether ``text`` is an article whatever a question could be found in it: sentences that quote somebody."""
    return _may_be_news(text) and _quotes(text) and len(_END.findall(text)) > 1


def may_be_pasted_news(text: str) -> bool:
    """Whether ``text``, in which no question was found, is an article: it quotes somebody, or has paragraphs."""
    lines = [line for line in text.splitlines() if line.strip()]
    told = len(lines) > 1 and len(_END.findall(text)) >= _SENTENCES
    return _may_be_news(text) and (told or _quotes(text))


def _may_be_news(text: str) -> bool:
    readable = sum(map(str.isalnum, text)) >= FEWEST_CHARACTERS and len(_WORD.findall(text)) >= _WORDS
    return readable and not _ASKS.search(_QUOTED.sub(" ", text))


def _quotes(text: str) -> bool:
    """Whether it quotes some words, and has others around them."""
    quoted = any(len(_WORD.findall(match[0])) >= _WORDS_QUOTED for match in _QUOTED.finditer(text))
    return quoted and len(_WORD.findall(_QUOTED.sub(" ", text))) >= _WORDS_QUOTED
