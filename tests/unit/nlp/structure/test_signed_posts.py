"""Embedded posts with their signature, on invented ones."""

import pytest

from bot.nlp.structure.signed_posts import find_signed_posts

SIGNED = "— Arne Dahl (@ArneDahl) March 10, 2018"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"He wrote on.\n\nThe harbour is open. No tolls! {SIGNED}\n\nNobody came.", "The harbour is open. No tolls!"),
        (f"Skip Twitter post by @ArneDahl The harbour is open. {SIGNED}", "The harbour is open."),
        (f"The harbour is open. pic.twitter.com/5BeNXiwCjf https://t.co/XPx {SIGNED}", "The harbour is open."),
        (f"The ships left.\n\nThe harbour is open. https://t.co/XPx\n\n{SIGNED}", "The harbour is open."),
    ],
)
def test_the_words_before_a_signature_are_its_authors(text: str, said: str) -> None:
    [post] = find_signed_posts(text)
    assert (post.content.of(text), post.name.of(text), post.dash.of(text)) == (said, "Arne Dahl", "—")


def test_two_posts_in_a_row_are_two() -> None:
    text = f"The harbour is open. {SIGNED}\n\nIt is shut. — Ida Venn (@iv) 7 mars 2018"
    assert [post.content.of(text) for post in find_signed_posts(text)] == ["The harbour is open.", "It is shut."]


@pytest.mark.parametrize(
    "text", ["", SIGNED, "The harbour — Arne Dahl’s — is open (@ArneDahl).", "Follow Arne Dahl (@ArneDahl) on Twitter"]
)
def test_without_words_or_a_dated_signature_there_is_none(text: str) -> None:
    assert find_signed_posts(text) == ()
