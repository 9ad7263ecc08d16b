"""What is wrong with what a card prints is found; what is right is not."""

from collections import Counter

import pytest

from benchmarks.cards import NEWS, check_article, find_faults, find_printed, load_articles, read_article
from bot.render.card import Card

TEXT = 'Venn said “the door is open”. Dahl denied that anyone had knocked (twice). He added: "Nobody was there."'


@pytest.mark.parametrize(
    ("block", "faults"),
    [
        ("**Orla Venn**\n> said “the door is open”", []),
        ("> denied that anyone … “Nobody was there.”", []),
        ("> the door is shut", ["no slice"]),
        ("> the door", ["fragment"]),
        ("> denied that anyone had knocked (twice", ["unbalanced"]),
        ('> He added: "Nobody was there.', ["unbalanced"]),
        ("> denied that anyone\n\n> denied that anyone", ["repeated"]),
    ],
)
def test_faults_are_found(block: str, faults: list[str]) -> None:
    assert [fault.kind for fault in find_faults("lines", [Card("### Title", (block,))], TEXT)] == faults


def test_printed_strings_are_read_back_without_markup() -> None:
    card = Card("### Title", ("**Orla Venn**\n-# via Dahl\n> said \\*the door\\*\n> is open\n\n> denied it",))
    assert list(find_printed(card)) == ["said *the door*\nis open", "denied it"]


@pytest.mark.slow
@pytest.mark.skipif(not NEWS.is_file(), reason="the articles stay outside the repository, in ../shared")
def test_cards_of_real_articles_print_what_an_article_says() -> None:
    printed: Counter[str] = Counter()
    for record in load_articles()[:10]:
        assert check_article(read_article(record), printed) == []
    assert printed["lines"] > 30
