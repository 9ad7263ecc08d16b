"""Who is quoted by somebody else, on short invented texts."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import Span
from bot.nlp.structure.second_hand import split_second_hand, tell_reported
from bot.nlp.tagger.tagged_text import AttributionLink
from tests.unit.nlp.tagged import tag

Said = tuple[str | None, str | None, list[str]]


def told(text: str, links: tuple[AttributionLink, ...] | list[AttributionLink]) -> list[Said]:
    return [
        (
            one.source.of(text) if one.source else None,
            one.cue.of(text) if one.cue else None,
            [piece.of(text) for piece in one.content],
        )
        for one in links
    ]


def parted(marked: str) -> list[Said]:
    """What comes of the one link of a marked text."""
    text, tagging = tag(marked)
    [link] = tagging.links
    return told(text, split_second_hand(text, link))


def by_source(source: str, marked: str) -> list[Said]:
    """The same where the tagger took ``source``, which stands later in the text, for who speaks."""
    text, tagging = tag(marked)
    [link] = tagging.links
    outlet = Span(text.index(source), text.index(source) + len(source))
    return told(
        text, split_second_hand(text, AttributionLink(outlet, link.cue, link.content, link.score, link.statement))
    )


def test_who_was_quoted_by_a_paper_speaks_and_the_paper_relays() -> None:
    marked = "{|} [Minister Orla Venn] {|was quoted by} the Harbour Post [as saying that the harbour is shut]."
    text, tagging = tag(marked.replace("{|} ", "").replace("[Minister Orla Venn] ", "Minister Orla Venn "))
    [link] = tagging.links
    outlet = Span(text.index("the Harbour Post"), text.index(" as saying"))
    who = Span(0, len("Minister Orla Venn"))
    link = AttributionLink(outlet, link.cue, (who, *link.content), 0.8, 0.4)
    found = split_second_hand(text, link)
    assert told(text, found) == [
        ("the Harbour Post", "was quoted by", ["the harbour is shut"]),
        ("Minister Orla Venn", "saying", ["the harbour is shut"]),
    ]
    assert found[1].statement == 1.0


def test_a_pronoun_that_the_tagger_left_out_is_found_where_the_clause_opens() -> None:
    marked = "It rained. He {|was quoted by} the Harbour Post [as saying the harbour is “shut”]."
    assert by_source("the Harbour Post", marked)[1] == ("He", "saying", ["the harbour is “shut”"])


def test_where_nobody_is_told_to_quote_only_who_is_quoted_speaks() -> None:
    marked = "Spokesman Tam Roe {|was cited} [as claiming the boats were found]."
    assert parted(marked) == [("Spokesman Tam Roe", "claiming", ["the boats were found"])]


def test_a_paper_that_quotes_somebody_keeps_its_own_words() -> None:
    marked = "{The Harbour Post|quoted} [Minister Orla Venn as saying that the harbour is shut]."
    assert parted(marked) == [
        ("The Harbour Post", "quoted", ["Minister Orla Venn as saying that the harbour is shut"]),
        ("Minister Orla Venn", "saying", ["the harbour is shut"]),
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "{She|cited} [the fire as a reason to stay].",
        "{The shares|were quoted} [at nine crowns]. He left, as saying nothing was rude.",
        "{She|said} [the harbour is shut, as saying so is free].",
    ],
)
def test_others_are_left_alone(marked: str) -> None:
    text, tagging = tag(marked)
    [link] = tagging.links
    assert split_second_hand(text, link) == (link,)


@pytest.mark.parametrize(
    ("content", "inner"),
    [
        ("Orla Venn said that the harbour is shut", ("Orla Venn", "said", ["the harbour is shut"])),
        ("the minister has told her hosts that it rains", ("the minister", "told", ["it rains"])),
        ("in Oslo, she denied any talks", None),
        ("Orla Venn, the minister, warned of more snow", ("Orla Venn, the minister,", "warned", ["of more snow"])),
        ("Tam Roe privately assured her that nobody left", ("Tam Roe", "assured", ["nobody left"])),
        ("Tam Roe was said to be ill", None),
        ("Tam Roe ordered the port to be closed", None),
        ("the port closed", None),
        ("Tam Roe said", None),
    ],
)
def test_what_a_report_tells_of_somebody_s_statement(content: str, inner: Said | None) -> None:
    text, tagging = tag(f"{{The Harbour Post|reported}} [{content}].")
    [outer] = told(text, tagging.links)
    assert told(text, tell_reported(text, tagging.links)) == [outer, *([inner] if inner else [])]


def test_what_a_report_tells_in_parts_is_told_as_one_statement() -> None:
    text = "A clerk later said that the lock is shut, adding that it rains, according to the Post."
    parts = tuple(Span(text.index(one), text.index(one) + len(one)) for one in (
        "A clerk later said", "the lock is shut", "it rains", "according to", "the Post",
    ))  # fmt: skip
    link = AttributionLink(parts[4], parts[3], parts[:3], 0.9, 0.9)
    outer, inner = told(text, tell_reported(text, [link]))
    assert outer[0] == "the Post"
    assert inner == ("A clerk", "said", ["the lock is shut", "it rains"])


def test_what_the_tagger_heard_itself_is_not_told_twice() -> None:
    text, tagging = tag("According to the Post, {Orla Venn|said} [that it rained].")
    said = tagging.links[0]
    assert said.source is not None
    post = AttributionLink(Span(13, 21), Span(0, 12), (Span(said.source.start, len(text) - 1),), 0.9, 0.9)
    assert tell_reported(text, [post, said]) == [post, said]


WORDS = st.lists(
    st.sampled_from(
        ["quoted", "by", "as", "saying", "was", "that", "Orla", "Venn", "said", "told", "“", "”", ",", ".", "\n"]
    ),
    max_size=30,
).map(" ".join)


@given(WORDS, st.data())
def test_whatever_is_parted_lies_inside_the_text_and_apart(text: str, data: st.DataObject) -> None:
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted).filter(lambda p: p[0] < p[1])
    if len(text) < 2:
        return
    source, cue, content = (Span(*data.draw(places)) for _ in range(3))
    for one in tell_reported(text, split_second_hand(text, AttributionLink(source, cue, (content,), 0.5, 0.5))):
        for span in filter(None, (one.source, one.cue, *one.content)):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("unit", ["Orla Venn, of Oslo ", "quoted as ", "was said, “so” "])
def test_reports_take_linear_time(unit: str) -> None:
    def seconds(count: int) -> float:
        text = "According to it, " + unit * count
        link = AttributionLink(None, Span(0, 12), (Span(17, len(text)),), 0.9, 0.9)
        began = time.process_time()
        tell_reported(text, split_second_hand(text, link))
        return time.process_time() - began

    seconds(10)
    assert min(seconds(20_000) for _ in range(3)) < 0.2


@pytest.mark.parametrize("who", ["Orla Venn", "Mr. Venn", "the minister"])
def test_who_said_it_speaks_where_a_report_is_named_after(who: str) -> None:
    text = f"“The harbour is shut,” {who} said, according to the Harbour Post. “We regret it.”"
    first, second = Span(0, text.index(", according")), Span(text.index("“We"), len(text))
    cue, paper = (Span(text.index(w), text.index(w) + len(w)) for w in ("according to", "the Harbour Post"))
    [found] = tell_reported(text, [AttributionLink(paper, cue, (first, second), 0.9, 0.9)])
    assert told(text, [found]) == [(who, "said", ["“The harbour is shut,”", "“We regret it.”"])]
    unsaid = text.replace(f"{who} said", f"{who} left")
    assert told(unsaid, tell_reported(unsaid, [AttributionLink(paper, cue, (first, second), 0.9, 0.9)]))[0][1] != "said"
