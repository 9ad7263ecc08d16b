"""Decides whether two spellings can name one person: transliterations, initials, nicknames, order of names."""

import re
from functools import lru_cache

from bot.domain.folding import drop_marks, normalise

_SOUNDS = (
    (re.compile(r"[’'ʼʻ`-]"), ""), (re.compile("kh"), "h"), (re.compile("ph"), "f"), (re.compile("ts|tz"), "c"),
    (re.compile("ck|q"), "k"), (re.compile("sch"), "sh"), (re.compile("ou|oo"), "u"), (re.compile("w"), "v"),
    (re.compile("(?:iy|yy|ij|ii|ey|ei|ay|ai|y)(?![aeou])"), "i"), (re.compile("[yj](?=[aeou])"), "i"),
    (re.compile(r"(.)\1+"), r"\1"), (re.compile("ie"), "e"),
)  # fmt: skip
_NICKNAMES = {
    "joe": "joseph", "tony": "anthony", "antony": "anthony", "mike": "michael", "bill": "william", "will": "william",
    "bob": "robert", "rob": "robert", "jim": "james", "tom": "thomas", "dick": "richard", "rick": "richard",
    "ted": "edward", "ned": "edward", "liz": "elizabeth", "kate": "katherine", "chris": "christopher", "dan": "daniel",
    "dave": "david", "steve": "stephen", "steven": "stephen", "matt": "matthew", "nick": "nicholas", "chuck": "charles",
    "jake": "jacob", "ben": "benjamin", "sam": "samuel", "ron": "ronald", "greg": "gregory", "jeff": "jeffrey",
    "bernie": "bernard", "mitch": "mitchell", "alex": "alexander", "don": "donald", "ken": "kenneth", "tim": "timothy",
    "abe": "abraham", "andy": "andrew", "larry": "lawrence", "jerry": "gerald", "pat": "patrick", "sue": "susan",
}  # fmt: skip


_ARTICLE = re.compile(r"(?:al|el|as|ash|ad|ar|at|an|az)[-‐‑ ](?=\w{3})", re.IGNORECASE)


def without_article(word: str) -> str:
    """``word`` without an Arabic article that is written to it: "al-Assad"."""
    return _ARTICLE.sub("", word, count=1) if _ARTICLE.match(word) else word


def fold(name: str) -> str:
    """``name`` in lower case without diacritics."""
    decomposed = normalise("NFKD", name.replace("ł", "l").replace("ø", "o").replace("ı", "i"))
    return drop_marks(decomposed).casefold()


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """``word`` by sound, so that transliterations agree: Sergei and Sergey, Zelensky and Zelenskiy."""
    sound = fold(word)
    for pattern, replacement in _SOUNDS:
        sound = pattern.sub(replacement, sound)
    return sound


def family_sound(word: str) -> str:
    """The sound of a family name, with its Arabic article or without: "al-Assad", "Assad"."""
    return skeleton(without_article(word))


def compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names can be one person's: they share the last word, and their given names do not contradict."""
    if family_sound(a[-1]) != family_sound(b[-1]):
        return _family_first(a, b)
    given_a, given_b = a[:-1], b[:-1]
    return not (given_a and given_b) or _same_given(given_a[0], given_b[0]) or _shares_given(given_a, given_b)


def _shares_given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names share a longer word, other than a particle: "bin" makes no two people one."""
    shared = {skeleton(w) for w in a if len(w) > 2} & {skeleton(w) for w in b if len(w) > 2}
    return any(skeleton(word) in shared for word in (*a, *b) if not word.islower())


def _family_first(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one name is the beginning of the other, or lacks its last words ("Wang", "Wang Yi")."""
    short, long = sorted((a, b), key=len)
    return len(long) > len(short) and [skeleton(w) for w in short] == [skeleton(w) for w in long[: len(short)]]


def _same_given(a: str, b: str) -> bool:
    x, y = fold(a).strip("."), fold(b).strip(".")
    if len(x) == 1 or len(y) == 1:
        return x[0] == y[0]
    return skeleton(_NICKNAMES.get(x, x)) == skeleton(_NICKNAMES.get(y, y)) or x.startswith(y) or y.startswith(x)
