"""The signature of an article, about 1.2 kB without its words: recognises copies and other reports of its event."""

import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.domain.story import StoryArticle
from bot.stories.event_keys import MOST_KEYS, find_event_keys, number_of_key
from bot.stories.kinds import find_kinds
from bot.stories.terms import MOST_TERMS, TERMS, find_shingles, find_terms, split

PERMUTATIONS = 128
"""Of MinHash (Broder 1997): the share of two articles' shingles is estimated within about .04."""

MOST_NAMES = 64
MOST_NUMBERS = 32
"""Names and numbers of the whole text that are kept: those of the lowest hashes, so that two articles keep the same."""

_VERSION = 3
_HEADS = {
    1: struct.Struct("<BIHB"),  # version, series, shingles, terms
    2: struct.Struct("<BIHBIHBB"),  # and source, kinds, names, numbers
    _VERSION: struct.Struct("<BIHBIHBBBH"),  # and keys, language
}
_MOST = 0xFFFF
_NUMBERS = re.compile(r"[\W\d_]+")


class InvalidSignature(ValueError):  # noqa: N818 - named as what it is about: the bytes, not a fault of ours
    """Bytes that are no signature of this version."""


@dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """``minhash`` (128 numbers, the lower 16 bits of each minimum) and ``shingles``, how many were hashed; ``terms`` in
    rising order with their ``counts`` (1 to 255) and ``marks`` (see :mod:`bot.stories.terms`); ``series``, the same
    for pieces of one outlet that differ in the title's numbers at most, 0 where no outlet or title is known;
    ``source``, the same for all of one outlet, 0 where none is known; ``kinds`` of event; ``names`` and ``numbers`` of
    the text, 16 bits each, in rising order; ``keys`` of the event with their ``key_marks``
    (:mod:`bot.stories.event_keys`); ``language``, 0 where it is not known.
    """

    minhash: NDArray[np.uint16]
    shingles: int
    terms: NDArray[np.int64]
    counts: NDArray[np.uint8]
    marks: NDArray[np.uint8]
    series: int
    source: int
    kinds: int
    names: NDArray[np.uint16]
    numbers: NDArray[np.uint16]
    keys: NDArray[np.int64]
    key_marks: NDArray[np.uint8]
    language: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Signature) and encode_signature(self) == encode_signature(other)

    def __hash__(self) -> int:
        return hash(encode_signature(self))


def make_signature(article: StoryArticle) -> Signature:
    """The signature of an article; the title stands for a text that is missing."""
    title, text = split(article.title), split(article.text)
    shingles = find_shingles(text.folded or title.folded)
    terms = find_terms(title, text)
    outlet = article.domain or article.outlet
    keys = {number_of_key(key): mark for key, mark in find_event_keys(article).items()}
    return Signature(
        minhash=_minima(shingles),
        shingles=min(len(shingles), _MOST),
        terms=np.array(list(terms), np.int64),
        counts=np.array([min(count, 255) for count, _ in terms.values()], np.uint8),
        marks=np.array([mark for _, mark in terms.values()], np.uint8),
        series=_series(article),
        source=crc32(outlet.encode("utf-8", "replace")) if outlet else 0,
        kinds=find_kinds(title),
        names=_sketch(text.names, MOST_NAMES),
        numbers=_sketch(text.numbers, MOST_NUMBERS),
        keys=np.array(list(keys), np.int64),
        key_marks=np.array(list(keys.values()), np.uint8),
        language=_number_of_language(article.language),
    )


def encode_signature(signature: Signature) -> bytes:
    """The signature as bytes, for the archive."""
    one = signature
    sizes = len(one.terms), one.source, one.kinds, len(one.names), len(one.numbers), len(one.keys), one.language
    columns = (
        (one.minhash, "<u2"), (one.terms, "<u4"), (one.counts, "u1"), (one.marks, "u1"), (one.names, "<u2"),
        (one.numbers, "<u2"), (one.keys, "<u4"), (one.key_marks, "u1"),
    )  # fmt: skip
    head = _HEADS[_VERSION].pack(_VERSION, one.series, one.shingles, *sizes)
    return head + b"".join(column.astype(kind).tobytes() for column, kind in columns)


def decode_signature(data: bytes) -> Signature:
    """The signature that :func:`encode_signature` wrote, of this version or one before. Raises ``InvalidSignature``."""
    version = data[0] if data else 1
    if (layout := _HEADS.get(version)) is None:
        raise InvalidSignature(f"a signature of version {version}, where this program knows {_VERSION}")
    if len(data) < layout.size:
        raise InvalidSignature(f"a signature of {len(data)} bytes is too short")
    _, series, shingles, count, *rest = layout.unpack_from(data)
    source, kinds, names, numbers, keys, language = [*rest, 0, 0, 0, 0, 0, 0][:6]
    columns = [("<u2", PERMUTATIONS), ("<u4", count), ("u1", count), ("u1", count if rest else 0)]
    columns += [("<u2", names), ("<u2", numbers), ("<u4", keys), ("u1", keys)]
    size = layout.size + sum(int(kind[-1]) * length for kind, length in columns)
    if count > MOST_TERMS or keys > MOST_KEYS or len(data) != size:
        raise InvalidSignature(f"a signature of {len(data)} bytes does not hold {count} terms")
    read, at = [], layout.size
    for kind, length in columns:
        read.append(np.frombuffer(data, kind, length, at))
        at += int(kind[-1]) * length
    minhash, terms, counts = read[0].astype(np.uint16), read[1].astype(np.int64), read[2]
    if count and (terms[-1] >= TERMS or np.any(np.diff(terms) <= 0) or np.any(counts == 0)):
        raise InvalidSignature("a signature's terms stand in rising order, each at least once")
    if np.any(read[6] >= TERMS):
        raise InvalidSignature("a signature's keys are numbers of terms")
    marks = read[3] if rest else np.zeros(count, np.uint8)
    sketches = read[4].astype(np.uint16), read[5].astype(np.uint16), read[6].astype(np.int64), read[7]
    return Signature(minhash, shingles, terms, counts, marks, series, source, kinds, *sketches, language)


@cache
def _permutations() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    numbers = np.random.RandomState(1)  # whose numbers stay the same with every version of NumPy
    factors = numbers.randint(0, 1 << 31, PERMUTATIONS, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return factors, numbers.randint(0, 1 << 32, PERMUTATIONS, dtype=np.uint32)


def _minima(shingles: NDArray[np.uint32]) -> NDArray[np.uint16]:
    """The lower bits of the least number of each permutation; as datasketch 2.0 has them (scheme "affine32")."""
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):  # MurmurHash3's finalizer
        shingles = (shingles ^ (shingles >> np.uint32(shift))) * np.uint32(factor)
    factors, summands = _permutations()
    permuted = (shingles ^ (shingles >> np.uint32(16)))[:, None] * factors + summands
    least: NDArray[np.uint32] = permuted.min(axis=0, initial=0xFFFFFFFF)
    return least.astype(np.uint16)


def _number_of_language(code: str) -> int:
    """The two letters of a language as a number; 0 for another code."""
    letters = code.casefold().encode("utf-8", "replace")
    return int.from_bytes(letters) if len(letters) == len("en") else 0


def _sketch(words: Iterable[str], most: int) -> NDArray[np.uint16]:
    lowest = sorted({crc32(word.encode("utf-8", "replace")) >> 16 for word in words})[:most]
    return np.array(lowest, np.uint16)


def _series(article: StoryArticle) -> int:
    """Columns keep their title from day to day but for the date: "Daily briefing, 5 March"."""
    words = _NUMBERS.sub(" ", article.title.casefold()).strip()
    return crc32(f"{article.domain or article.outlet}\n{words}".encode("utf-8", "replace")) if words else 0
