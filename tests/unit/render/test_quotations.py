"""Quotations are slices, and whatever is no slice is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.attribution import Act, Attribution, Kind
from bot.domain.text import Span, normalise_text
from bot.errors import NotVerbatimError
from bot.render.markdown import units
from bot.render.quotations import check_verbatim, excerpt, find_quotations, shorten, snippet
from bot.render.statement_lines import write_pieces

WORDS = st.text(alphabet="abc de\n“”„«»‘’'\"…5*", min_size=1, max_size=60)
TEXTS = st.one_of(WORDS, st.text(min_size=1, max_size=60)).map(normalise_text).filter(bool)


def whole(text: str) -> Span:
    return Span(0, len(text))


@st.composite
def pieces(draw: st.DrawFn) -> tuple[str, Attribution]:
    """A text and a statement somewhere in it, of any kind, in one or two pieces."""
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=4, unique=True)))
    if len(cuts) < 2:
        cuts = [0, len(text)]
    spans = tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False))
    return text, Attribution(spans, None, None, draw(st.sampled_from(Kind)), Act.SAYS)


@given(pieces(), st.integers(1, 80))
def test_what_is_shown_always_passes_the_check(found: tuple[str, Attribution], limit: int) -> None:
    text, attribution = found
    check_verbatim(write_pieces(text, attribution, attribution.content, limit), text)


@given(TEXTS, st.integers(1, 80), st.booleans())
def test_an_excerpt_is_a_slice_within_the_limit(text: str, limit: int, quoted: bool) -> None:
    piece = excerpt(text, whole(text), limit, quoted=quoted)
    assert piece.words in text
    assert len(piece.words) <= limit
    assert piece.before.strip('“”„«»"') == piece.after.strip('“”„«»"') == ""


@given(TEXTS, st.integers(12, 60))
def test_a_shortened_name_fits_and_passes(words: str, limit: int) -> None:
    shown = shorten(words, limit)
    assert units(shown) <= limit
    check_verbatim(f"{shown}\nours", " ".join(words.split()))


@given(pieces(), st.integers(1, 80))
def test_a_snippet_stays_on_its_line_and_passes(found: tuple[str, Attribution], limit: int) -> None:
    text, attribution = found
    shown = snippet(text, attribution, limit)
    assert "\n" not in shown
    check_verbatim(shown, text)


@given(pieces(), pieces(), st.integers(1, 80))
def test_statements_below_one_another_pass(
    first: tuple[str, Attribution], second: tuple[str, Attribution], limit: int
) -> None:
    """A mark that one leaves open would run into the other."""
    shown = [f"{write_pieces(text, found, found.content, limit)}\nOmar Reyes" for text, found in (first, second)]
    check_verbatim("\n".join(shown), first[0], second[0])


@given(pieces())
def test_reported_speech_receives_no_new_marks_when_it_has_none(found: tuple[str, Attribution]) -> None:
    text, attribution = found
    bare = "".join(char for char in text if char not in "“”„«»‘’'\"‹›‚")
    spans = tuple(Span(s.start, min(s.end, len(bare))) for s in attribution.content if s.start < len(bare))
    if spans:
        shown = write_pieces(bare, Attribution(spans, None, None, Kind.INDIRECT, Act.SAYS), spans, 40)
        assert list(find_quotations(shown)) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“we remain", "“we remain”"),
        ("we remain.”", "“we remain.”"),
        ("«Мы готовы", "«Мы готовы»"),
        ("„Wir sind bereit", "„Wir sind bereit“"),
        ('the "days" are over', 'the "days" are over'),
        ('a 5" pipe', 'a 5" pipe'),
        ("ministers’ talks", "ministers’ talks"),
        (", he said, “", ", he said,"),
        ('دعا إلى "إعادة تقييم" العمل و"المساءلة"', 'دعا إلى "إعادة تقييم" العمل و"المساءلة"'),
    ],
)
def test_the_articles_own_quotation_is_completed(text: str, shown: str) -> None:
    assert excerpt(text, whole(text), 100).marked() == shown


@pytest.mark.parametrize(
    ("limit", "shown"),
    [(12, "“one two …”"), (30, "“one two three four,” he said, …"), (60, "“one two three four,” he said, “five six”")],
)
def test_cut_at_a_word_with_the_ellipsis_outside(limit: int, shown: str) -> None:
    text = "“one two three four,” he said, “five six”"
    attribution = Attribution((whole(text),), None, None, Kind.MIXED, Act.SAYS)
    assert write_pieces(text, attribution, attribution.content, limit) == shown.replace(" …”", "” …")


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (Kind.DIRECT, "“We will not go.”"),
        (Kind.MIXED, "We will not go."),
        (Kind.INDIRECT, "We will not go."),
    ],
)
def test_only_direct_speech_without_marks_receives_ours(kind: Kind, shown: str) -> None:
    text = "MR. HOLM: We will not go."
    attribution = Attribution((Span(10, len(text)),), None, None, kind, Act.SAYS)
    assert write_pieces(text, attribution, attribution.content, 100) == shown


@pytest.mark.parametrize(
    "shown",
    [
        "He said “the door is shut”.",
        'He said "the door is shut".',
        "Er sagte „the door is shut“.",
        "Il a dit « the door is shut ».",
        "Hun sagde »the door is shut«.",
        "Hon sade ”the door is shut”.",
        "He said ‘the door is shut’.",
        "He said 'the door is shut'.",
        "“the door is …”",
        "“the door\n\nis open”",
        "“the door is shut",
        "“the door is open” and “shut”",
        "“He was told ‘shut’ and the door is open”",
    ],
)
def test_what_the_article_does_not_say_is_refused(shown: str) -> None:
    with pytest.raises(NotVerbatimError):
        check_verbatim(shown, "He said that the door is open.")


@pytest.mark.parametrize(
    "shown", ["“the door is open”", "„the door is open“ 'door'", "It’s the ministers’ door", "'tis"]
)
def test_what_the_article_says_is_shown(shown: str) -> None:
    check_verbatim(shown, "He said that the door is open.")


def test_a_quotation_that_runs_into_our_words_is_refused() -> None:
    with pytest.raises(NotVerbatimError):
        check_verbatim("“the door\nOmar Reyes · quoted\nis open”", "the door is open")


def test_a_title_may_quote_itself() -> None:
    check_verbatim("“Shut!”", "The text.", "Minister: “Shut!”")


def test_direction_isolates_are_no_part_of_a_quotation() -> None:
    check_verbatim("“\u2068باب\u2069 open”", "He said باب open.")


def test_words_that_only_point_back_are_shown_with_who_says_what_of_them() -> None:
    text = "Iceland closed the port.\n\nOslo denies it. Roe denies it all."
    start = text.index("Oslo")
    attribution = Attribution(
        (Span(start + 12, start + 14),), Span(start, start + 4), Span(start + 5, start + 11), Kind.INDIRECT, Act.DENIES
    )
    assert snippet(text, attribution, 100) == "Oslo denies it"
    more = Attribution((Span(start + 12, start + 18),), None, None, Kind.INDIRECT, Act.DENIES)
    assert snippet(text, more, 100) == text[start + 12 : start + 18]
