import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.patterns.measure import seconds_of
from bot.web.charset import decode, find_encoding, find_meta_charset

FRENCH = "<p>La ministre a déclaré que l’accord « était prêt » à Genève — c’est sûr, répète-t-elle.</p>"
RUSSIAN = "<p>Министр заявил, что переговоры состоятся в четверг. Он подчеркнул важность диалога и доверия.</p>" * 3
JAPANESE = "<p>外務大臣は木曜日に会談すると述べた。両国は来月また会う。</p>" * 3


@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1", "windows-1252", "utf-7", "hex", "no-such-charset"])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "utf-8"),
        (JAPANESE, "shift_jis"),
    ],
)
def test_text_survives_missing_and_wrong_declarations(text: str, encoding: str, declared: str | None) -> None:
    assert decode(text.encode(encoding), declared) == text


@pytest.mark.parametrize(
    ("text", "encoding"), [(JAPANESE, "euc_jp"), ("<p>Ministerstvo žádá schůzku, řekl úředník.</p>", "iso8859-2")]
)
def test_a_true_declaration_is_believed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), encoding) == text


def test_the_page_declares_what_the_header_does_not() -> None:
    text = f"<html><head><meta charset='windows-1250'></head><p>žluťoučký kůň úpěl ďábelské ódy</p>{FRENCH[:3]}"
    assert decode(text.encode("cp1250")) == text


def test_one_broken_byte_does_not_turn_a_page_into_another_encoding() -> None:
    assert decode(FRENCH.encode() + b"\xff") == FRENCH + "\ufffd"
    assert decode((FRENCH * 2).encode()[:-1] + b"\xe2\x80", "utf-8").startswith(FRENCH)


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("Latin1", "cp1252"),
        (" UTF8 ", "utf-8"),
        ("gb2312", "gb18030"),
        ("x-sjis", None),
        ("utf-7", None),
        ("base64", None),
        ("nonsense", None),
        ("a\x00b", None),
    ],
)
def test_labels_mean_what_browsers_take_them_to_mean(label: str, encoding: str | None) -> None:
    assert find_encoding(label) == encoding


def test_meta_charset_is_read_in_both_spellings() -> None:
    assert find_meta_charset(b'<meta charset="koi8-r">') == "koi8-r"
    assert find_meta_charset(b"<META http-equiv=content-type content='text/html; charset=big5'>") == "big5"
    assert find_meta_charset(b"<p>charset=big5</p>") is None


@given(st.binary(max_size=400), st.none() | st.text(max_size=12))
def test_decoding_never_fails(body: bytes, declared: str | None) -> None:
    assert isinstance(decode(body, declared), str)


def test_what_looks_like_tags_costs_no_more_than_it_is_long() -> None:
    body = b"\xe9\xe8 " + b"<" * 260_000
    assert seconds_of(lambda label: decode(body, label), "cp1252", 5.0) < 1.0  # 16 s before
