"""Who said what, from what a tagger found and what the layout says. The tagger here is a hand: see ``tagged``."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span
from bot.nlp.attributions import find_attributions
from bot.nlp.tagger.tagged_text import AttributionLink, EntityMention, TaggedText
from tests.unit.nlp.tagged import tag

NOTHING = TaggedText((), ())


def read(marked: str, *names: str, statement: float = 0.9) -> tuple[str, tuple[Attribution, ...]]:
    text, tagging = tag(marked, *names, statement=statement)
    return text, find_attributions(text, tagging)


def contents(text: str, one: Attribution) -> list[str]:
    return [span.of(text) for span in one.content]


def test_a_reported_statement() -> None:
    text, [one] = read("{Icelandic Foreign Minister Birna Dahl|denied} [that the harbour is closed].", "Birna Dahl")
    assert contents(text, one) == ["the harbour is closed"]
    assert (one.kind, one.act, one.negated, one.conditional) == (Kind.INDIRECT, Act.DENIES, False, False)
    assert one.speaker is not None
    assert (one.speaker.name, one.speaker.role, one.speaker.country) == ("Birna Dahl", "Foreign Minister", "Iceland")
    assert one.source is not None
    assert one.cue is not None
    assert (one.source.of(text), one.cue.of(text)) == ("Icelandic Foreign Minister Birna Dahl", "denied")
    assert 0.0 < one.confidence <= 1.0


def test_direct_and_mixed_statements() -> None:
    _, found = read(
        "{Minister Birna Dahl|said}: [“Nobody wins.”] {She|called} the talks [“frank, and fully finished”]. "
        "{She|added} [that the crew was “free” to go home at any time].",
        "Birna Dahl",
    )
    assert [one.kind for one in found] == [Kind.DIRECT, Kind.DIRECT, Kind.MIXED]


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "«{}»", "‘{}’"])
def test_a_quotation_interrupted_by_its_speaker_is_one_statement_in_two_pieces(marks: str) -> None:
    text = f"{marks.format('A tide,')} Minister Birna Dahl said, {marks.format('comes twice.')}"
    where = [text.index("A tide,") - 1, text.index("comes twice.") - 1]
    pieces = (Span(where[0], where[0] + 9), Span(where[1], where[1] + 14))
    name, cue = text.index("Birna Dahl"), text.index("said")
    link = AttributionLink(Span(name - 9, name + 10), Span(cue, cue + 4), pieces, 0.9, 0.9)
    [one] = find_attributions(text, TaggedText((link,), (EntityMention(Span(name, name + 10), "PERSON"),)))
    assert one.content == pieces
    assert one.kind is Kind.DIRECT


@pytest.mark.parametrize(
    ("cue", "statement", "is_one"),
    [
        ("urges", 0.31, True),
        ("urges", 0.29, False),
        ("denies", 0.11, True),
        ("denies", 0.09, False),
        ("was denied", 0.29, False),
        ("asked", 0.5, False),
        ("put", 0.5, False),
        ("put", 0.6, True),
        ("voiced concern over", 0.31, True),
        ("maintained", 0.31, True),
        ("pointed to", 0.31, True),
    ],
)
def test_a_verb_of_saying_needs_less_to_be_a_statement(cue: str, statement: float, is_one: bool) -> None:
    _, [one] = read(f"{{Minister Birna Dahl|{cue}}} [the rain].", "Birna Dahl", statement=statement)
    assert (one.act is not Act.ATTITUDE) is is_one


def test_what_nobody_communicated_is_an_attitude() -> None:
    _, [one] = read("{Minister Birna Dahl|hopes} [that it rains].", "Birna Dahl", statement=0.05)
    assert one.act is Act.ATTITUDE


def test_the_inner_speaker_of_a_nested_statement_is_relayed_by_the_outer() -> None:
    text = "The daily Fjord said Minister Birna Dahl promised that the crew is free."

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    outer = AttributionLink(
        at("The daily Fjord"), at("said"), (at("Minister Birna Dahl promised that the crew is free"),), 0.9, 0.9
    )
    inner = AttributionLink(at("Minister Birna Dahl"), at("promised"), (at("that the crew is free"),), 0.9, 0.9)
    found = find_attributions(text, TaggedText((outer, inner), (EntityMention(at("Birna Dahl"), "PERSON"),)))
    by_cue = {one.cue.of(text): one for one in found if one.cue}
    assert by_cue["promised"].speaker is not None
    assert by_cue["promised"].speaker.name == "Birna Dahl"
    assert by_cue["promised"].relayed_by == "Fjord"
    assert by_cue["said"].relayed_by is None


def test_a_readout_is_relayed_by_its_spokesperson() -> None:
    _, [one] = read(
        "Call with Iceland\n\nThe below is attributable to Spokesperson Nils Prior:\n\nSecretary of State Orla Venn "
        "met Icelandic Foreign Minister Birna Dahl. {The Secretary|stressed} [the friendship of the two countries].",
        "Orla Venn",
        "Birna Dahl",
        "Nils Prior",
    )
    assert one.speaker is not None
    assert (one.speaker.name, one.relayed_by, one.kind) == ("Orla Venn", "Nils Prior", Kind.INDIRECT)


def test_a_spokesperson_who_speaks_in_his_own_readout_relays_himself_not() -> None:
    _, [one] = read(
        "Attributable to Spokesperson Nils Prior:\n\n{Spokesperson Nils Prior|said} [that they met].", "Nils Prior"
    )
    assert one.speaker is not None
    assert (one.speaker.name, one.relayed_by) == ("Nils Prior", None)


def test_a_transcript_is_read_by_its_labels_and_a_questioner_is_no_diplomat() -> None:
    text, found = read(
        "Remarks by Foreign Minister Birna Dahl of Iceland\n\nQUESTION: Did {he|say} [so]?\n\n"
        "MINISTER DAHL: {He|said} [nothing of the kind].\n\nThank you.\n",
        "Birna Dahl",
    )
    assert [(one.speaker.name if one.speaker else None, one.act) for one in found] == [
        ("QUESTION", Act.ASKS),
        ("Birna Dahl", Act.SAYS),
    ]
    assert contents(text, found[1]) == ["He said nothing of the kind.", "Thank you."]
    assert {one.kind for one in found} == {Kind.DIRECT}
    assert [one.cue.of(text) for one in found if one.cue] == [":", ":"]


def test_what_announces_a_transcript_does_not_say_its_turns() -> None:
    text = "A partial transcript follows:\n\n“MR ROE: Will you meet?\n\n“MS VENN: Not before May.\n\n“MR ROE: Why?"
    content = Span(text.index("“MR ROE"), text.index("?") + 1)
    link = AttributionLink(Span(0, 20), Span(21, 28), (content,), 0.9, 0.9)
    found = find_attributions(text, TaggedText((link,), ()))
    assert [one.cue.of(text) for one in found if one.cue] == [":", ":", ":"]


def test_a_label_without_a_person_in_the_text_gives_its_own_name() -> None:
    _, found = read("AMBASSADOR QUILLAN: Yes.\n\nMR TARNOW: No.\n\nQUESTION: Why?\n\nMR TARNOW: Because.")
    # the label's own words, in capitals or not
    names = [one.speaker.name.casefold() for one in found if one.speaker]
    assert [name.removeprefix("ambassador ") for name in names] == ["quillan", "tarnow", "question", "tarnow"]


def test_an_official_s_own_statement_is_one_direct_attribution() -> None:
    text, [one] = read(
        "The Harbour is Open\n\nBirna Dahl, Foreign Minister of Iceland\n\nWe thank the crew. {We|urge} [calm].\n\n"
        "Our door is open.",
        "Birna Dahl",
    )
    assert contents(text, one) == ["We thank the crew. We urge calm.", "Our door is open."]
    assert one.speaker is not None
    assert (one.speaker.name, one.kind, one.cue) == ("Birna Dahl", Kind.DIRECT, None)


def test_attributions_stand_in_the_order_of_the_text() -> None:
    text, found = read(
        "{Minister Birna Dahl|said} [yes one]. {Minister Tam Roe|said} [no two]. {Dahl|said} [yes three].",
        "Birna Dahl",
        "Tam Roe",
    )
    assert [contents(text, one) for one in found] == [["yes one"], ["no two"], ["yes three"]]


def test_a_text_in_which_nothing_was_found() -> None:
    assert find_attributions("", NOTHING) == ()
    assert find_attributions("The ministers met.", NOTHING) == ()


_ROUGH = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Minister ", "Orla Venn ", "said ", "that ", "“", "”", '"', "‘", ", ", ". ", "\r\n", "\n\n",
                "QUESTION: ", "MS VENN: ", "💬 ", "attributable to ", "שלום ", "مرحبا ", "😀", "\ud800", "\u2028",
                "they ", "the minister ",
            ]
        ),
        st.text(st.characters(exclude_categories=[]), max_size=4),
    ),
    min_size=1,
    max_size=30,
).map("".join)  # fmt: skip


@given(_ROUGH, st.data())
def test_whatever_a_tagger_finds_in_any_text_spans_stay_inside_it(text: str, data: st.DataObject) -> None:
    if not (words := [at for at, character in enumerate(text) if not character.isspace()]):
        return
    spans = st.sampled_from(words).flatmap(
        lambda start: st.integers(start + 1, len(text)).map(lambda end: Span(start, end))
    )
    contents_of = (
        st.lists(st.sampled_from(words), min_size=2, max_size=4, unique=True)
        .map(sorted)
        .map(lambda cuts: tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)))
        if len(words) > 1
        else st.just((Span(words[0], words[0] + 1),))
    )
    maybe = st.one_of(st.none(), spans)
    links = data.draw(
        st.lists(st.builds(AttributionLink, maybe, maybe, contents_of, st.floats(0, 1), st.floats(0, 1)), max_size=4)
    )
    mentions = data.draw(
        st.lists(st.builds(EntityMention, spans, st.sampled_from(["PERSON", "ORG", "GPE"])), max_size=4)
    )
    found = find_attributions(text, TaggedText(tuple(links), tuple(mentions)))
    for one in found:
        for span in (*one.content, one.source, one.cue):
            assert span is None or span.of(text)
        assert 0.0 <= one.confidence <= 1.0
    assert [one.content[0] for one in found] == sorted(one.content[0] for one in found)


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("“With all respect to her, no.”", Act.SAYS),
        ("“With respect”", Act.ATTITUDE),
        ("that it rained all day", Act.ATTITUDE),
    ],
)
def test_whole_words_between_quotation_marks_were_said(content: str, act: Act) -> None:
    _, [one] = read(f"{{Minister Birna Dahl|went on}}: [{content}].", "Birna Dahl", statement=0.5)
    assert one.act is act


def test_who_is_quoted_by_a_paper_is_relayed_by_it() -> None:
    text, tagging = tag("Minister Birna Dahl {|was quoted by} the Harbour Post [as saying that the harbour is shut].")
    [link] = tagging.links
    post = Span(text.index("the Harbour Post"), text.index(" as saying"))
    link = AttributionLink(post, link.cue, link.content, 0.9, 0.9)
    [dahl] = find_attributions(text, TaggedText((link,), (EntityMention(Span(9, 19), "PERSON"),)))
    assert (dahl.speaker and dahl.speaker.name, dahl.relayed_by) == ("Birna Dahl", "Harbour Post")


def test_a_signed_post_is_its_author_s_and_not_a_namesake_s() -> None:
    said = "We are ready to talk about the harbour."
    text = f"Prime Minister Arne Dahl met Ida Venn.\n\n{said} — Arne Dahl (@ArneDahl) March 10, 2018\n\n"
    text += "No tolls! — Olga Venn (@olgavenn) March 11, 2018"
    one, other = find_attributions(text, TaggedText((), ()))
    assert (one.content[0].of(text), one.kind, one.cue and one.cue.of(text)) == (said, Kind.DIRECT, "—")
    assert one.speaker is not None
    assert (one.speaker.name, one.speaker.role) == ("Arne Dahl", "Prime Minister")
    assert other.speaker == Speaker("Olga Venn")
