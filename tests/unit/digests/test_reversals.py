"""Reversals: what a speaker first said and later the opposite of, and what only looks like it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from benchmarks.reversals import PAIRS, count, load_pairs
from bot.digests.reversals import Reversal, ReversalSheet, find_reversals
from bot.digests.stance.stances import Stance, find_stances
from bot.domain.attribution import Act, Kind, Speaker
from bot.domain.statement_search import FoundStatement, SearchScope, StatementQuery
from bot.errors import NotVerbatimError
from bot.render.card import TEXT_LIMIT
from bot.render.cards.reversal_cards import compose_reversals_page
from bot.render.document_cards import render_cards
from bot.render.markdown import plain, units
from bot.render.quotations import find_quotations
from bot.render.terminal import Screen, show
from tests.unit.digests.quarrel import FJORD, NORTH, VIK, found_in
from tests.unit.digests.stories import UNTIL, reading

SCOPE = SearchScope(3, UNTIL - timedelta(days=40), UNTIL)
WONT = "Norway will not send frigates to the Strait of Hormuz"
WILL = "Norway would send two frigates to the Strait of Hormuz"


def statements(*said: tuple[Act, str, str, int], speaker: Speaker = VIK) -> tuple[FoundStatement, ...]:
    """Statements of one speaker: act, cue, words, and hours before the end of the archive."""
    articles = [
        reading(
            (FJORD, NORTH)[number % 2],
            f"piece{number}",
            f"Piece {number}",
            f"{speaker.name} {cue} that {words}.",
            (speaker, Kind.INDIRECT, act, cue, words),
            hours=hours,
        )
        for number, (act, cue, words, hours) in enumerate(said)
    ]
    return tuple(sorted(found_in(*articles), key=lambda one: one.at, reverse=True))


def stance(words: str, act: Act = Act.SAYS, cue: str = "said") -> Stance | None:
    (one,) = statements((act, cue, words, 1))
    return next(iter(find_stances(one.article.text, one.attribution)), None)


@pytest.mark.parametrize("name", ["first", "fourth"])
def test_of_forty_pairs_most_reversals_are_found_and_few_made_up(name: str) -> None:
    """Read by the trained model, as an archive would. The second of these sets was written when the rule was final."""
    pairs = load_pairs(PAIRS / f"{name}.toml")
    assert (len(pairs), sum(pair.change for pair in pairs)) == (40, 20)
    found, false = count(pairs)
    assert found >= 16
    assert false <= 2


@pytest.mark.parametrize(
    ("words", "act", "positive"),
    [
        ("Norway would send frigates to Hormuz", Act.SAYS, True),
        ("Norway would not send frigates to Hormuz", Act.SAYS, False),
        ("the frigates for Hormuz", Act.REJECTS, False),
        ("Norway would lift the embargo on Velda", Act.SAYS, False),
        ("Norway would not lift the embargo on Velda", Act.SAYS, True),
        ("Norway has no plans to lift the embargo on Velda", Act.SAYS, True),
        ("lifting the embargo on Velda", Act.REJECTS, True),
        ("the embargo on Velda is over", Act.SAYS, False),
        ("Norway had closed the harbour of Lisk before the end of June", Act.DENIES, True),
    ],
)
def test_the_sign_of_a_clause_is_the_product_of_its_marks(words: str, act: Act, *, positive: bool) -> None:
    found = stance(words, act)
    assert found
    assert found.positive is positive


@pytest.mark.parametrize(
    ("words", "act", "cue"),
    [
        ("Norway would send frigates if Oslo agreed", Act.SAYS, "said"),
        ("Norway might send frigates to Hormuz", Act.SAYS, "said"),
        ("Norway would send frigates to Hormuz", Act.ASKS, "asked"),
        ("Norway would send frigates to Hormuz", Act.SAYS, "had earlier said"),
        ("Norway would send frigates to Hormuz", Act.ATTITUDE, "hoped"),
        ("Iceland of claiming that Norway would send frigates", Act.ACCUSES, "accused"),
        ("the frigates in Hormuz", Act.SAYS, "talked about"),
    ],
)
def test_what_is_asked_conditional_or_told_again_takes_no_stand(words: str, act: Act, cue: str) -> None:
    assert stance(words, act, cue) is None


def test_a_reversal_has_both_statements_dated_and_the_words_they_share() -> None:
    (one,) = find_reversals(statements((Act.SAYS, "said", WONT, 800), (Act.SAYS, "told", WILL, 30)))
    assert one.earlier.at < one.later.at
    assert one.subject == "send · frigates · Strait · Hormuz"
    assert [words_of(one, late=late) for late in (False, True)] == [WONT, WILL]


@pytest.mark.parametrize(("others", "place", "found"), [(0, "", 1), (30, "", 0), (30, " to Lisk", 1)])
def test_what_two_of_many_statements_share_by_chance_is_no_reversal(others: int, place: str, found: int) -> None:
    told = [
        (Act.SAYS, "said", f"the ferry would sail{place}", 800),
        (Act.SAYS, "said", f"the ferry would not sail{place}", 30),
    ]
    others_ = [
        (Act.SAYS, "said", f"the {thing} of harbour {number} would be painted", 700 - number)
        for number, thing in enumerate(["bridge", "tower", "crane", "lamp", "bell", "gate"] * 5)
    ]
    assert len(find_reversals(statements(*told, *others_[:others]))) == found


def words_of(one: Reversal, *, late: bool) -> str:
    told = (one.later if late else one.earlier).told
    (span,) = told.statement.content
    return span.of(told.reading.article.text)


@pytest.mark.parametrize(
    "said",
    [
        [(Act.SAYS, "said", WONT, 32), (Act.SAYS, "told", WILL, 30)],  # of one day: accounts may disagree
        [(Act.SAYS, "said", WONT, 800), (Act.SAYS, "told", WONT, 30)],
        [(Act.SAYS, "said", WONT, 800)],
        [],
    ],
)
def test_nothing_is_found_where_there_is_nothing(said: list[tuple[Act, str, str, int]]) -> None:
    assert find_reversals(statements(*said)) == ()


def test_two_people_do_not_contradict_themselves() -> None:
    orms = Speaker("Helga Orms", "Ambassador", "Norway")
    first = statements((Act.SAYS, "said", WONT, 800))
    later = statements((Act.SAYS, "told", WILL, 30), speaker=orms)
    assert find_reversals((*later, *first)) == ()


def test_a_statement_that_two_outlets_carry_is_one() -> None:
    said = [(Act.SAYS, "said", WONT, 800), (Act.SAYS, "said", WONT, 799), (Act.SAYS, "told", WILL, 30)]
    (one,) = find_reversals(statements(*said))
    assert len(one.earlier.told.also) == 1


def sheet(*said: tuple[Act, str, str, int]) -> ReversalSheet:
    found = statements(*said)
    return ReversalSheet("Sigrid Vik", "", find_reversals(found), len(found), SCOPE, StatementQuery("Sigrid Vik"))


def test_cards_show_both_side_by_side_and_only_words_of_the_articles() -> None:
    made = sheet((Act.SAYS, "said", WONT, 800), (Act.SAYS, "told", WILL, 30))
    (card,) = render_cards(compose_reversals_page(made))
    (row,) = card.columns
    assert (row.left_name, row.right_name) == ("Earlier", "Later")
    assert WONT in plain(row.left)
    assert WILL in plain(row.right)
    assert sum(map(units, card.texts)) <= TEXT_LIMIT
    texts = [one.told.reading.article.text for both in made.reversals for one in (both.earlier, both.later)]
    assert all(any(q in text for text in texts) for shown in card.texts for q in find_quotations(plain(shown)))


def test_nothing_found_says_what_was_compared() -> None:
    shown = show(Screen(), compose_reversals_page(sheet((Act.SAYS, "said", WONT, 800))))
    assert "no later statement reverses an earlier one" in shown
    assert "1 statement compared" in shown
    assert "3 articles of" in shown


def test_an_invented_word_is_never_shown() -> None:
    made = sheet((Act.SAYS, "said", WONT, 800), (Act.SAYS, "told", WILL, 30))
    (one,) = made.reversals
    invented = replace(made, reversals=(replace(one, subject="“frigates that never sailed”"),))
    with pytest.raises(NotVerbatimError):
        render_cards(compose_reversals_page(invented))
