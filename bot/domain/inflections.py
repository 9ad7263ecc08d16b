"""The regular forms of an English word that a search treats alike: "poisoning", "poisoned", "poison". Pure."""

_LEAST = 4
"""Letters of a word that is inflected."""
_SHORT = 4
"""Letters of a word at most whose last is doubled: "planned"."""
_VOWELS = frozenset("aeiou")
_NO_PLURAL = ("ss", "us", "is")
"""Endings in which the "s" belongs to the word."""


def inflections(word: str) -> tuple[str, ...]:
    """``word``, folded, and its other forms; itself alone where it is short or not of plain letters."""
    if len(word) < _LEAST or not (word.isascii() and word.isalpha()):
        return (word,)
    forms: dict[str, None] = {word: None}
    for base in _bases(word):
        forms |= dict.fromkeys(_forms(base))
    return tuple(forms)


def _bases(word: str) -> tuple[str, ...]:
    """What ``word`` may be a form of, itself where it has no ending."""
    for ending in ("ies", "ied"):
        if word.endswith(ending) and len(word) > _LEAST:
            return (f"{word[:-3]}y",)
    if word.endswith("eed"):
        return (word[:-1],)
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _LEAST - 1 and not _VOWELS.isdisjoint(stem):
            if len(stem) >= _LEAST and stem[-1] == stem[-2] and stem[-1] not in "els":
                return (stem[:-1],)
            return (stem,) if stem.endswith("ee") else (stem, f"{stem}e")
    if word.endswith(("ches", "shes", "sses", "xes")):
        return (word[:-2],)
    if word.endswith("s") and not word.endswith(_NO_PLURAL) and len(word) > _LEAST:
        return (word[:-1],)
    return (word,)


def _forms(base: str) -> tuple[str, ...]:
    if base.endswith("ee"):
        return base, f"{base}s", f"{base}d", f"{base}ing"
    if base.endswith("e"):
        return base, f"{base}s", f"{base}d", f"{base[:-1]}ing"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"
    if base.endswith(_NO_PLURAL[1:]):
        return (base,)
    if len(base) <= _SHORT and base[-1] not in "aeiouwxy" and base[-2] in _VOWELS and base[-3:-2] not in _VOWELS:
        return base, f"{base}s", f"{base}{base[-1]}ed", f"{base}{base[-1]}ing"
    plural = f"{base}es" if base.endswith(("ch", "sh", "ss", "x")) else f"{base}s"
    return base, plural, f"{base}ed", f"{base}ing"
