"""Writes names of any script in Latin letters, so that one person's names can be compared across languages. Pure.

A name or a word of it that the table ``figure_names.tsv`` has becomes its English form; the rest is transliterated:
Cyrillic letter by letter, Chinese names by pinyin with the family name first, Arabic by its consonants, since short
vowels are not written. :func:`consonant_key` is a coarser form for names that were transliterated twice, on the way
from one language to another: it alone proves nothing.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from anyascii import anyascii

from bot.data_files import read_rows
from bot.domain.folding import fold_letters, fold_words
from bot.gazetteer.spelling import skeleton, without_article

_LONGEST = 200
"""Characters of a name that are read."""
_FOREIGN = re.compile(r"[^\W\d_\u0000-\u036f\u1e00-\u1eff\ufb00-\ufb06\uff21-\uff5a]")
"""A letter of another script than Latin."""
_WORD = re.compile(r"[^\W_]+(?:[-'’‐‑][^\W_]+)*")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_HAN_SCRIPT = "CJK"
_ARABIC = re.compile(r"[\u0620-\u06ff]")
_SYLLABLE = re.compile(r"[A-Z][a-z]*")
_FEWEST = 3
"""Consonants of a key that are too few."""
_DOTS = re.compile(r"[·•・‧∙⋅･=＝]")
_LONGEST_HAN_NAME = 4
_ALONE = re.compile("al|el", re.IGNORECASE)
_ARABIC_LETTERS = str.maketrans("ىةؤئکیغپچ", "يهوءكيگبش", "ـ")
_ARABIC_ARTICLE = re.compile(r"^ال(?=\w{3})")
_KEY_SOUNDS = (
    (re.compile(r"[’'ʼʻ`‘-]"), ""), (re.compile("x"), "ks"), (re.compile("tch|sch|tsh|dzh|dj|zh|sh|ch|j"), "s"),
    (re.compile("ts|tz|z|c(?=[eiy])"), "s"), (re.compile("ph|w|v"), "f"), (re.compile("kh|gh|h"), ""),
    (re.compile("[gqck]"), "k"), (re.compile("b"), "p"), (re.compile("d|th"), "t"), (re.compile("m"), "n"),
    (re.compile("r"), "l"), (re.compile("[aeiouy]"), ""), (re.compile(r"(.)\1+"), r"\1"),
)  # fmt: skip


def is_latin(text: str) -> bool:
    """Whether ``text`` has no letter of another script."""
    return text.isascii() or _FOREIGN.search(text) is None


def script_of(text: str) -> str:
    """The script of the first letter of ``text``, as Unicode names it ("CYRILLIC", "CJK"); Latin without one."""
    letter = next(filter(str.isalpha, text), "a")
    return unicodedata.name(letter, "LATIN").split()[0]


def latin_name(name: str) -> str:
    """``name`` in Latin letters, in the order in which English writes it; a Latin name only if the table has it.

    >>> latin_name("Сергей Лавров"), latin_name("王文斌"), latin_name("Vladimir Poutine"), latin_name("Arne Dahl")
    ('Sergei Lavrov', 'Wang Wenbin', 'Vladimir Putin', 'Arne Dahl')
    """
    return _latin_name(name[:_LONGEST])


def latin_words(word: str) -> tuple[str, ...]:
    """The folded Latin words that ``word``, of any script, stands for."""
    return tuple(fold_letters(latin_name(word)).replace("-", " ").split())


def words_beginning(begun: str) -> tuple[str, ...]:
    """The folded English words of the table whose form in another script begins with the folded ``begun``."""
    found = dict.fromkeys(fold_letters(name) for word, name in _tables()[1].items() if word.startswith(begun))
    return tuple(word for name in found for word in name.replace("-", " ").split())


def forms_of(word: str) -> tuple[tuple[str, ...], ...]:
    """The folded words of every form of the name that ``word`` is a part of, in the table; none if it has none."""
    english = fold_letters(without_article(latin_name(word)))
    return _forms().get(english, ())


@lru_cache(maxsize=1)
def _forms() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, dict[tuple[str, ...], None]] = {}
    for word, english in _tables()[1].items():
        key = fold_letters(without_article(english))
        found.setdefault(key, {(key,): None})[tuple(fold_words(word).split())] = None
    return {english: tuple(forms) for english, forms in found.items()}


@lru_cache(maxsize=8)
def names_in_script(script: str) -> frozenset[str]:
    """The folded names and words of the table in a script (see :func:`script_of`), without dots."""
    whole, words = _tables()
    return frozenset(name.replace(" ", "") for name in (*whole, *words) if script_of(name) == script)


def figure_names(script: str) -> dict[str, str]:
    """The English form of each name and word of a name that the table has in a script, by :func:`fold_name`."""
    whole, words = _tables()
    found = {name: known for table in (words, whole) for name, known in table.items() if script_of(name) == script}
    return found | {name.replace(" ", ""): known for name, known in found.items()} if script == _HAN_SCRIPT else found


def word_key(forms: Sequence[str]) -> str:
    """What a word of a name is compared by across languages: a figure's family name as English has it, else consonants.

    ``forms`` are the word and what it may be in the nominative. A word of few consonants is taken as it sounds.
    """
    words = _tables()[1]
    known = next((words[folded] for form in forms if (folded := fold_name(form)) in words), "")
    latin = without_article(known or " ".join(_written(forms[1] if forms[1:] else forms[0], forms[0])))
    if family := _family_names().get(skeleton(latin)):
        return family
    sound = _consonants(latin)
    return f"*{sound}" if len(sound) >= _FEWEST else f"*{skeleton(latin)}"


@lru_cache(maxsize=1)
def _family_names() -> dict[str, str]:
    """The folded last words of figures' English names by their sound."""
    words = (without_article(name.split()[-1]) for name in _tables()[0].values())
    return {skeleton(word): fold_letters(word) for word in words}


def fold_name(name: str) -> str:
    """``name`` without case and accents, Arabic letters in one form; as the table is looked up."""
    return " ".join(fold_letters(name).translate(_ARABIC_LETTERS).split())


def name_parts(name: str) -> tuple[str, ...]:
    """The words of ``name`` in Latin letters, without Arabic articles."""
    first, *others = latin_name(name).split() or [""]
    return tuple(without_article(word) for word in (first, *others) if word is first or not _ALONE.fullmatch(word))


def consonant_key(name: str) -> str:
    """The consonants of each word of ``name`` with similar sounds merged: "lft lflf". "" if they tell too little."""
    if _HAN.search(name) and not _DOTS.search(name):
        return ""
    words = [_consonants(word) for word in name_parts(name)]
    kept = [word for word in words if word]
    return " ".join(kept) if len(kept) > 1 and len(words) == len(kept) and sum(map(len, kept)) > _FEWEST else ""


@lru_cache(maxsize=8192)
def _latin_name(name: str) -> str:
    spaced = _DOTS.sub(" ", name)
    if is_latin(name):
        return _known(name)
    known = _tables()[0].get(fold_name(spaced))
    return known or _known((" ".join(_written(spaced, name)) or name)[:_LONGEST])


def _known(name: str) -> str:
    """A Latin name as English spells it, if the table has the whole or its last word."""
    whole, words = _tables()
    if known := whole.get(fold_name(name)):
        return known
    *given, last = name.split() or [""]
    return " ".join([*given, words[fold_letters(last)]]) if fold_letters(last) in words else name


def _written(spaced: str, name: str) -> Iterator[str]:
    dotted = spaced != name
    for match in _WORD.finditer(spaced):
        word = match[0]
        if known := _tables()[1].get(fold_name(word)):
            yield known
        elif _HAN.fullmatch(word):
            yield from _pinyin(word, alone=not dotted)
        elif is_latin(word):
            yield word
        else:
            yield _ascii(word)


def _ascii(word: str) -> str:
    """``word`` by its letters; in Arabic without the article, and with a vowel for a letter that may be one."""
    if not _ARABIC.search(word):
        return anyascii(word)
    written = anyascii(_ARABIC_ARTICLE.sub("", fold_name(word)))
    return written[:1] + written[1:].replace("w", "u")


def _pinyin(word: str, *, alone: bool) -> Iterator[str]:
    """The pinyin of a Chinese word; one that is a name ``alone`` has its family name first."""
    readings, double = _han_surnames()
    syllables = [syllable.lower() for letter in word for syllable in _SYLLABLE.findall(anyascii(letter))]
    if len(syllables) != len(word) or not alone or not 1 < len(word) <= _LONGEST_HAN_NAME:
        yield "".join(syllables).capitalize()
        return
    family = 2 if word[:2] in double and len(word) > 2 else 1
    first = readings.get(word[0], "") if family == 1 else ""
    yield (first or "".join(syllables[:family])).capitalize()
    yield "".join(syllables[family:]).capitalize()


@lru_cache(maxsize=4096)
def _consonants(word: str) -> str:
    sound = fold_letters(anyascii(word))
    for pattern, replacement in _KEY_SOUNDS:
        sound = pattern.sub(replacement, sound)
    return sound


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """The English name of each whole name and of each word, folded; of family-first names only the whole."""
    whole: dict[str, str] = {}
    words: dict[str, str] = {}
    for name, *scripts, latin in read_rows(__package__, "figure_names.tsv", header=True):
        for cell in scripts:
            for other in filter(None, cell.split(", ")):
                spaced = _DOTS.sub(" ", other)
                whole.setdefault(fold_name(spaced), name)
                theirs, ours = spaced.split(), name.split()
                if "·" in scripts[-1] and len(theirs) == len(ours):
                    for word, english in zip(theirs, ours, strict=True):
                        words.setdefault(fold_name(word), english)
                elif "·" in scripts[-1] and len(theirs) > 1:
                    words.setdefault(fold_name(theirs[-1]), ours[-1])
        for other in filter(None, latin.split(", ")):
            whole.setdefault(fold_name(other), name)
            last, english = other.split()[-1], name.split()[-1]
            if "·" in scripts[-1] and skeleton(without_article(last)) != skeleton(without_article(english)):
                words.setdefault(fold_letters(last), english)
    return whole, words


@lru_cache(maxsize=1)
def _han_surnames() -> tuple[dict[str, str], frozenset[str]]:
    """Family names that are read otherwise than the character alone, and those of two characters."""
    rows = read_rows(__package__, "han_surnames.tsv")
    return {name: read for name, read in rows if len(name) == 1}, frozenset(name for name, _ in rows if len(name) > 1)
