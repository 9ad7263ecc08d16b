"""Contents cut to the words said, on short invented texts."""

import pytest

from bot.domain.text import Span
from bot.nlp.content_edges import find_end, find_opening, is_heading, within_sentence
from bot.nlp.structure.quotations import find_quotations


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("Friday that the harbour is open", "the harbour is open"),
        ("Monday such demands are not realistic", "such demands are not realistic"),
        ("Monday was a bad day", "Monday was a bad day"),
        ("that would be too soon", "that would be too soon"),
        ("Sept. 16 that the harbour is open", "the harbour is open"),
        ("to senators that the harbour is open", "the harbour is open"),
        ("only that the harbour is open", "the harbour is open"),
        ("in a speech in Oslo that the harbour is open", "the harbour is open"),
        ("in a speech in Oslo, “The harbour is open", "“The harbour is open"),
        ("that: “The harbour is open", "“The harbour is open"),
        ("to be certain that the harbour is open", "to be certain that the harbour is open"),
        ("after a look at that report, he is now unsure", "after a look at that report, he is now unsure"),
        ("in May it was clear that the harbour is open", "in May it was clear that the harbour is open"),
        (
            "in London officials admitted that the harbour is open",
            "in London officials admitted that the harbour is open",
        ),
    ],
)
def test_what_leads_to_the_words_said_is_none_of_them(content: str, kept: str) -> None:
    text = f"She said {content}."
    start = find_opening(text, span(text, content), len("She said"))
    assert text[start : len(text) - 1] == kept


@pytest.mark.parametrize("label", ["OSLO, Norway — ", "OSLO (Reuters) - ", "Oslo (CNN) ", "8:35 a.m. ET: "])
def test_the_label_of_a_line_is_none_of_its_words(label: str) -> None:
    text = f"Rain fell.\n\n{label}The harbour is open, Dahl said."
    assert find_opening(text, span(text, f"{label}The harbour is open")) == text.index("The harbour")


@pytest.mark.parametrize(
    ("content", "kept", "rest"),
    [
        ("the harbour is open and", "the harbour is open", " warned Oslo."),
        ("the harbour is open, but", "the harbour is open", " warned Oslo."),
        ("the harbour is shut, while", "the harbour is shut", " Venn wants it open."),
        ("a friend of", "a friend of Oslo", " Oslo, which is far."),
        ("the pay of another", "the pay of another crew", " crew, of Oslo."),
        ("he helps those", "he helps those who fled", " who fled, of whom few came back."),
        ("he helps after a storm has", "he helps after a storm has passed", " passed, whenever he can."),
        ("he leaves before", "he leaves before the storm comes", " the storm comes."),
        ("the bid over the", "the bid", " weekend of rain."),
        ("the people whom he spoke to", "the people whom he spoke to", "."),
        ("the harbour is open, but did not elaborate", "the harbour is open", "."),
        ("the harbour is open without saying since when", "the harbour is open", "."),
        ("the harbour is open, but offered no hint that it would stay so", "the harbour is open", "."),
        ("the harbour is open, comments that are likely to anger Oslo", "the harbour is open", "."),
        ("the harbour is open -- a remark that drew laughter", "the harbour is open", "."),
        ("the harbour is open, a proposal that Oslo made", "the harbour is open, a proposal that Oslo made", "."),
        ("the harbour is open — sentiments shared by Dahl", "the harbour is open", "."),
        ("the harbour is shut -- marking another quarrel with Oslo", "the harbour is shut", "."),
        ("the harbour is shut, but that explanation leaves out the flood", "the harbour is shut", "."),
        ("the harbour is shut, but that helps no fisher", "the harbour is shut, but that helps no fisher", "."),
        ("the harbour is “shut” -- which had the effect of a strike", "the harbour is “shut”", "."),
        ("the harbour -- which is old -- is open", "the harbour -- which is old -- is open", "."),
        ("Oslo must open “ten ports,” or about 2 percent of them", "Oslo must open “ten ports,”", "."),
        ("the fleet will sail, after the first ship arrived in May", "the fleet will sail", "."),
        ("the fleet sailed, after the first ship arrived", "the fleet sailed, after the first ship arrived", "."),
        ("they believed that the strike was over", "they believed that the strike was over", ", warned Dahl."),
        ("“the harbour is open” — 9:10 a.m. ET", "“the harbour is open”", "."),
    ],
)
def test_no_content_ends_with_what_leads_on(content: str, kept: str, rest: str) -> None:
    text = f"She said {content}{rest}"
    cues = [text.index(word) for word in ("warned", "Venn", "weekend") if word in text]
    assert text[len("She said ") : find_end(text, span(text, content), len(text), cues)] == kept


def test_words_of_another_sentence_are_left_out() -> None:
    text = "She wrote “It is done.” Oslo has shut the harbour, the Harbour Post reports."
    whole, cue = span(text, "“It is done.” Oslo has shut the harbour"), span(text, "reports")
    assert within_sentence(text, whole, cue, find_quotations(text)) == span(text, "Oslo has shut the harbour")
    text = "“It is done.”\n\nOslo has shut the harbour, the Harbour Post reports."
    whole, cue = span(text, "“It is done.”\n\nOslo has shut the harbour"), span(text, "reports")
    assert within_sentence(text, whole, cue, find_quotations(text)) == span(text, "Oslo has shut the harbour")


def test_a_quotation_goes_on_over_the_border_of_a_sentence() -> None:
    text = "She said “It is done. Oslo has shut the harbour.”"
    whole, cue = span(text, "“It is done. Oslo has shut the harbour.”"), span(text, "said")
    assert within_sentence(text, whole, cue, find_quotations(text)) == whole


def test_a_short_line_of_its_own_is_a_heading() -> None:
    text = (
        "Rain fell.\n\n‘Every Boat’\n\nWhat was agreed?\n\n“It is done.”\n\nDahl said:\n\nThe harbour is ours\n\nRain."
    )
    assert is_heading(text, span(text, "Every Boat"))
    assert is_heading(text, span(text, "What"))
    assert not is_heading(text, span(text, "It is done"))
    assert not is_heading(text, span(text, "The harbour is ours"))
    assert not is_heading(text, span(text, "Rain fell"))


def test_a_pronoun_that_is_the_subject_is_one_of_the_words() -> None:
    text = "She said that was a loss. That attack sank a boat, Dahl said."
    assert find_opening(text, span(text, "was a loss")) == text.index("that was")
    assert find_opening(text, span(text, "attack sank a boat")) == text.index("That attack")


def test_what_leads_to_the_words_may_begin_before_the_content() -> None:
    text = "She argued in a May 28, 2017, speech that the harbour is open."
    assert find_opening(text, span(text, "speech that the harbour is open"), len("She argued")) == text.index(
        "the harb"
    )
