"""Words of a text for the network that reads several languages.

Its tokenizer (XLM-R's, cut) writes the blank before a word into the piece. Here a word is a run of pieces without its
blank, a quotation mark is a word, and in scripts without blanks each piece is one.
"""

import re

import numpy as np
from tokenizers import Tokenizer

from bot.domain.text import UNSPACED
from bot.nlp.tagger.tokens import LINE, PLAIN, SEPARATOR, TokenizedText, features_of, show_line

_UNSPACED = re.compile(f"[{UNSPACED}]")
_BLANK = "▁"
_CORNERS = str.maketrans("「」『』", "“”“”")


def tokenize_multilingual(text: str, tokenizer: Tokenizer) -> TokenizedText:
    """Tokenise ``text``, as ``tokens.tokenize_text`` does for the English network. Linear in its length."""
    separator: int = tokenizer.token_to_id(SEPARATOR) or 0
    start: list[int] = []
    end: list[int] = []
    first: list[int] = []
    lines: list[int] = []
    shapes: list[str] = []
    pieces: list[int] = []
    for number, line in enumerate(LINE.finditer(text)):
        shown = show_line(line.group().translate(_CORNERS))
        encoding = tokenizer.encode(shown, add_special_tokens=False)
        if not encoding.ids:
            continue
        if pieces:
            pieces.append(separator)
        base, offset, previous = len(pieces), line.start(), None
        pieces.extend(encoding.ids)
        found = zip(encoding.tokens, encoding.word_ids, encoding.offsets, strict=True)
        for k, (token, word, (s, e)) in enumerate(found):
            s += len(shown[s:e]) - len(shown[s:e].lstrip())  # noqa: PLW2901 - the blank belongs to no word
            if token == _BLANK or s >= e:
                continue
            begins = word != previous or word is None or _UNSPACED.search(shown[s:e]) is not None
            begins = begins and not (start and start[-1] == offset + s and lines[-1] == number)
            if begins or not start or lines[-1] != number:
                start.append(offset + s)
                end.append(offset + e)
                first.append(base + k)
                lines.append(number)
                shapes.append(shown[s:e])
            else:
                end[-1] = max(end[-1], offset + e)
            previous = word
    features = np.full(len(pieces), PLAIN, dtype=np.int32)
    features[first] = features_of(shapes, lines)
    columns = (np.asarray(column, dtype=np.int32) for column in (start, end, first, lines, pieces, features))
    return TokenizedText(*columns)
