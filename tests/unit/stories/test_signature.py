"""Signatures: the same anywhere, read back as written, and nothing else taken for one."""

import os
import struct
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stories import InvalidSignature, decode_signature, encode_signature, make_signature
from bot.stories.terms import MOST_TERMS
from tests.unit.stories.invented import HARBOUR, article


@given(st.text(max_size=400), st.text(max_size=60))
def test_any_article_has_a_signature_that_is_read_back(text: str, title: str) -> None:
    signature = make_signature(article("a", text, title))
    assert decode_signature(encode_signature(signature)) == signature
    assert len(signature.terms) <= MOST_TERMS


@given(st.binary(max_size=600))
def test_bytes_of_strangers_are_refused_or_are_a_signature(data: bytes) -> None:
    try:
        signature = decode_signature(data)
    except InvalidSignature:
        return
    assert data[:1] == b"\x01" or encode_signature(signature) == data


@given(st.integers(0, 10_000), st.integers(0, 255))
def test_a_changed_byte_does_no_harm(place: int, value: int) -> None:
    data = bytearray(encode_signature(make_signature(article("a", HARBOUR, "A treaty"))))
    data[place % len(data)] = value
    test_bytes_of_strangers_are_refused_or_are_a_signature.hypothesis.inner_test(bytes(data))  # type: ignore[attr-defined]  # hypothesis keeps the test there


def test_cut_and_foreign_versions_are_named() -> None:
    data = encode_signature(make_signature(article("a", HARBOUR)))
    with pytest.raises(InvalidSignature, match="does not hold"):
        decode_signature(data[:-1])
    with pytest.raises(InvalidSignature, match="version 9"):
        decode_signature(b"\x09" + data[1:])
    with pytest.raises(InvalidSignature, match="too short"):
        decode_signature(b"")


def test_minima_are_those_that_datasketch_stored() -> None:
    """Archives hold signatures that were made with datasketch 2.0, and new ones are compared with them."""
    assert make_signature(article("a", HARBOUR)).minhash[:6].tolist() == [40900, 14159, 31277, 60099, 145, 13158]


def test_a_signature_of_the_first_version_is_read() -> None:
    """Stored before this program: what it did not hold is empty."""
    one = make_signature(article("a", HARBOUR, "A treaty"))
    head = struct.pack("<BIHB", 1, one.series, one.shingles, len(one.terms))
    data = head + one.minhash.astype("<u2").tobytes() + one.terms.astype("<u4").tobytes() + one.counts.tobytes()
    read = decode_signature(data)
    assert (read.terms == one.terms).all()
    assert (read.series, read.source, read.kinds, len(read.names)) == (one.series, 0, 0, 0)
    assert not read.marks.any()


def test_every_process_makes_the_same() -> None:
    program = (
        "from bot.stories import *; from tests.unit.stories.invented import *;"
        "print(encode_signature(make_signature(article('a', HARBOUR, 'A treaty'))).hex())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", program], env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }  # fmt: skip
    assert made == {encode_signature(make_signature(article("a", HARBOUR, "A treaty"))).hex()}


def test_a_book_costs_no_more_than_its_beginning() -> None:
    assert len(encode_signature(make_signature(article("a", "word after number 12 " * 100_000)))) < 1_500
