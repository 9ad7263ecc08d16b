"""The signature of an article: all that is kept of it to recognise copies and further tellings of its event.

About 700 bytes an article. The words cannot be read back from it.
"""

import re
import struct
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from datasketch import MinHash
from numpy.typing import NDArray

from bot.domain.story import StoryArticle
from bot.stories.terms import MOST_TERMS, TERMS, count_terms, find_shingles, find_tokens

PERMUTATIONS = 128
"""Of MinHash (Broder 1997): the share of two articles' shingles is estimated within about .04."""

_VERSION = 1
_HEAD = struct.Struct("<BIHB")  # version, series, shingles, terms
_MOST = 0xFFFF
_NUMBERS = re.compile(r"[\W\d_]+")


class BadSignature(ValueError):  # noqa: N818 - named as what it is about: the bytes, not a fault of ours
    """Bytes that are no signature of this version."""


@dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """``minhash`` (128 numbers, the lower 16 bits of each minimum) and ``shingles``, how many were hashed; ``terms`` in
    rising order with their ``counts`` (1 to 255); ``series``, the same for pieces of one outlet that differ in the
    title's numbers at most, 0 where no outlet or title is known.
    """

    minhash: NDArray[np.uint16]
    shingles: int
    terms: NDArray[np.int64]
    counts: NDArray[np.uint8]
    series: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Signature) and encode_signature(self) == encode_signature(other)

    def __hash__(self) -> int:
        return hash(encode_signature(self))


def sign(article: StoryArticle) -> Signature:
    """The signature of an article; the title stands for a text that is missing."""
    shingles = find_shingles(find_tokens(article.text) or find_tokens(article.title))
    minhash = MinHash(num_perm=PERMUTATIONS, seed=1, hashfunc=int)  # the shingles are numbers already
    minhash.update_batch(shingles.tolist())
    counts = sorted(count_terms(article.title, article.text).items())
    return Signature(
        minhash=(minhash.hashvalues & _MOST).astype(np.uint16),
        shingles=min(len(shingles), _MOST),
        terms=np.array([term for term, _ in counts], np.int64),
        counts=np.array([min(count, 255) for _, count in counts], np.uint8),
        series=_series(article),
    )


def encode_signature(signature: Signature) -> bytes:
    """The signature as bytes, for the archive."""
    head = _HEAD.pack(_VERSION, signature.series, signature.shingles, len(signature.terms))
    terms, counts = signature.terms.astype("<u4"), signature.counts.astype("u1")
    return head + signature.minhash.astype("<u2").tobytes() + terms.tobytes() + counts.tobytes()


def decode_signature(data: bytes) -> Signature:
    """The signature that :func:`encode_signature` wrote. Raises ``BadSignature`` for anything else."""
    if len(data) < _HEAD.size:
        raise BadSignature(f"a signature of {len(data)} bytes is too short")
    version, series, shingles, count = _HEAD.unpack_from(data)
    if version != _VERSION:
        raise BadSignature(f"a signature of version {version}, where this program knows {_VERSION}")
    if count > MOST_TERMS or len(data) != _HEAD.size + 2 * PERMUTATIONS + 5 * count:
        raise BadSignature(f"a signature of {len(data)} bytes does not hold {count} terms")
    minhash = np.frombuffer(data, "<u2", PERMUTATIONS, _HEAD.size).astype(np.uint16)
    terms = np.frombuffer(data, "<u4", count, _HEAD.size + 2 * PERMUTATIONS).astype(np.int64)
    counts = np.frombuffer(data, "u1", count, _HEAD.size + 2 * PERMUTATIONS + 4 * count).astype(np.uint8)
    if count and (terms[-1] >= TERMS or np.any(np.diff(terms) <= 0) or np.any(counts == 0)):
        raise BadSignature("a signature's terms stand in rising order, each at least once")
    return Signature(minhash, shingles, terms, counts, series)


def _series(article: StoryArticle) -> int:
    """Columns keep their title from day to day but for the date: "Daily briefing, 5 March"."""
    words = _NUMBERS.sub(" ", article.title.casefold()).strip()
    return crc32(f"{article.domain or article.outlet}\n{words}".encode("utf-8", "replace")) if words else 0
