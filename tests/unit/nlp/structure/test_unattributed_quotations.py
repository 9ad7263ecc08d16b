"""Quotations without a cue, on short invented texts: whose they are, and when they stay nobody's."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span
from bot.nlp.structure.unattributed_quotations import attribute_paragraphs, attribute_quotations, split_paragraphs
from bot.nlp.tagger.tagged_text import AttributionLink

Said = tuple[str | None, str | None, list[str]]


def link(text: str, source: str, cue: str, *content: str, statement: float = 0.9) -> AttributionLink:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return AttributionLink(span(source), span(cue), tuple(span(one) for one in content), 0.8, statement)


def said(text: str, *links: AttributionLink) -> list[Said]:
    return [
        (
            one.source.of(text) if one.source else None,
            one.cue.of(text) if one.cue else None,
            [piece.of(text) for piece in one.content],
        )
        for one in attribute_quotations(text, links)
    ]


PIECES = st.sampled_from(
    ["“", "”", '"', "«", "»", "Dahl said", ", ", ". ", "\n", "— ", "We go", "we go", " ", "Ice Ltd"]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.data())
def test_nothing_is_lost_and_everything_is_in_the_text(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=9)))
    spans = [Span(a, b) for a, b in pairwise(cuts)]
    links = [AttributionLink(None, one, (other,), 0.8, 0.9) for one, other in pairwise(spans)]
    found = attribute_quotations(text, links)
    assert len(found) >= len(links)
    for one in found:
        assert list(one.content) == sorted(one.content)
        assert all(span.of(text) for span in one.content)
        assert all(not a.overlaps(b) for a, b in pairwise(one.content))


def test_a_quotation_that_goes_on_from_its_subject_needs_no_cue_of_the_next_sentence() -> None:
    text = "Asked about the harbour, Dahl “explained the need to respect the law.” She also added that it was late."
    found = said(text, link(text, "She", "also", "Dahl “explained the need to respect the law.”"))
    assert found == [("Dahl", None, ["“explained the need to respect the law.”"])]


def test_a_quotation_that_goes_on_from_its_subject_keeps_a_cue_of_its_own_sentence() -> None:
    text = "Venn said Dahl “explained the need to respect the law.”"
    whole = ("Venn", "said", ["Dahl “explained the need to respect the law.”"])
    assert said(text, link(text, *whole[:2], *whole[2])) == [whole]


def split(text: str, source: str, cue: str, *content: str) -> list[Said]:
    one = link(text, source, cue, *content)
    dahl = Speaker("Dahl")
    made = Attribution(one.content, one.source, one.cue, Kind.DIRECT, Act.WARNS, dahl, None, 0.8, negated=True)
    parts = split_paragraphs(text, made)
    assert all(part.speaker == dahl and part.confidence == 0.8 for part in parts)
    assert all((part.act, part.negated) == ((Act.WARNS, True) if part.cue else (Act.SAYS, False)) for part in parts)
    return [
        (p.source.of(text) if p.source else None, p.cue.of(text) if p.cue else None, [c.of(text) for c in p.content])
        for p in parts
    ]


def test_a_new_quotation_in_a_paragraph_of_its_own_is_a_statement_of_its_own() -> None:
    text = "“The harbour is open,” Dahl warned.\n\n“It stays open.”"
    assert split(text, "Dahl", "warned", "“The harbour is open,”", "“It stays open.”") == [
        ("Dahl", "warned", ["“The harbour is open,”"]),
        (None, None, ["“It stays open.”"]),
    ]
    text = "“It stays open.”\n\n“The harbour is ours,” Dahl warned."
    assert split(text, "Dahl", "warned", "“It stays open.”", "“The harbour is ours,”") == [
        (None, None, ["“It stays open.”"]),
        ("Dahl", "warned", ["“The harbour is ours,”"]),
    ]


def test_a_quotation_that_is_interrupted_or_left_open_is_one_statement() -> None:
    text = "“The harbour is open,” Dahl warned. “It stays open.”"
    assert len(split(text, "Dahl", "warned", "“The harbour is open,”", "“It stays open.”")) == 1
    text = "Dahl warned: “The harbour is open.\n\n“It stays open.”"
    assert len(split(text, "Dahl", "warned", "“The harbour is open.", "“It stays open.”")) == 1


def found_in(text: str, *sayings: tuple[str, str]) -> list[tuple[str, str | None]]:
    """Who says which words of ``text``, after ``sayings``, each a name and words, found in it."""
    spans = [(name, Span(text.index(words), text.index(words) + len(words))) for name, words in sayings]
    given = [Attribution((span,), None, None, Kind.DIRECT, Act.WARNS, Speaker(name), None, 0.9) for name, span in spans]
    found = attribute_paragraphs(text, given)
    assert found[: len(given)] == given
    return [(one.content[0].of(text), one.speaker.name if one.speaker else None) for one in found[len(given) :]]


LONE = "“The storm has sunk the ferry, and nobody has come to help.”"


def test_a_quotation_that_is_a_paragraph_is_of_who_spoke_last() -> None:
    after = "“It will be so until the spring comes again.”"
    text = f"Venn was late. “We are open,” Dahl warned.\n\n{LONE}\n\n{after}\n\nRain fell."
    assert found_in(text, ("Dahl", "“We are open,”")) == [(LONE, "Dahl"), (after, "Dahl")]


def test_a_quotation_after_a_paragraph_in_which_nobody_spoke_stays_nobodys() -> None:
    text = f"“We are open,” Dahl warned.\n\nRain fell.\n\n{LONE}"
    assert found_in(text, ("Dahl", "“We are open,”")) == []


def test_a_quotation_that_somebody_has_is_not_given_away() -> None:
    text = f"“We are open,” Dahl warned.\n\n{LONE}"
    assert found_in(text, ("Dahl", "“We are open,”"), ("Venn", LONE)) == []


def test_a_heading_in_quotation_marks_is_nobodys() -> None:
    text = "“We are open,” Dahl warned.\n\n“Every boat in the harbour of the north”\n\nRain fell."
    assert found_in(text, ("Dahl", "“We are open,”")) == []


def test_nobody_names_himself_in_a_quotation() -> None:
    text = "The Harbour Union announced a count.\n\n“We work with the Harbour Union to find out who has lost a ship.”"
    assert found_in(text, ("Harbour Union", "a count")) == []
