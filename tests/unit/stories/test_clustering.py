"""The story desk: one event one story, the same after a restart, bounded, and calm about odd articles."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.story import Placement, StoryArticle
from bot.stories import StoryClusterer, decode_signature, encode_signature, make_signature
from bot.stories.terms import WEEKDAY, find_terms, split
from tests.unit.stories.invented import AT, HARBOUR, HARBOUR_ELSEWHERE, QUAKE, article


def _run(desk: StoryClusterer, *articles: StoryArticle, first: int = 1) -> list[tuple[int, Placement]]:
    """Place and keep ``articles``; the story each got, with its placement. New stories are numbered from ``first``."""
    made = []
    for number, one in enumerate(articles, first):
        signature = make_signature(one)
        placed = desk.assign(signature, one.seen_at)
        story = number if placed.story is None else placed.story
        desk.add(one.id, story, signature, one.seen_at)
        made.append((story, placed))
    return made


def _stories(*articles: StoryArticle) -> list[int]:
    return [story for story, _ in _run(StoryClusterer(), *articles)]


def test_two_outlets_tell_one_event_and_a_third_another() -> None:
    made = _run(
        StoryClusterer(),
        article("a", HARBOUR, "Carvania to sign harbour treaty"),
        article("b", QUAKE, "Quake in Tavland", outlet="wire.example"),
        article("c", HARBOUR_ELSEWHERE, "Harbour treaty near", outlet="coast.example"),
    )
    assert [story for story, _ in made] == [1, 2, 1]
    assert made[2][1].duplicate_of is None


def test_a_copy_names_the_first_of_equals() -> None:
    made = _run(
        StoryClusterer(), *(article(name, HARBOUR, f"Title {name}", outlet=f"{name}.example") for name in "abc")
    )
    assert [(story, placed.duplicate_of) for story, placed in made] == [(1, None), (1, "a"), (1, "a")]


def test_what_an_outlet_says_anew_is_an_update_and_no_copy() -> None:
    first = article("a", HARBOUR, "Live: the treaty")
    again = article("b", HARBOUR, "Live: the treaty", hours=1)
    more = article("b", f"{QUAKE[:60]} {HARBOUR}", "Live: the treaty", hours=1)
    later = article("b", HARBOUR.replace("three years", "four years"), "Live: the treaty", hours=1)
    elsewhere = article("b", f"{QUAKE[:60]} {HARBOUR}", "The treaty", hours=1, outlet="coast.example")
    assert _run(StoryClusterer(), first, again)[1][1].duplicate_of == "a"
    for update in (more, later):
        story, placed = _run(StoryClusterer(), first, update)[1]
        assert (story, placed.duplicate_of) == (1, None)
    assert _run(StoryClusterer(), first, elsewhere)[1][1].duplicate_of == "a"


def test_a_column_does_not_repeat_itself() -> None:
    frame = (
        "Good morning, and here is what our desk of nine editors in four capitals is reading as the day begins. " * 2
    )
    column = [
        article("a", f"{frame} {HARBOUR[:120]}", "Daily briefing, 5 March"),
        article("b", f"{frame} {QUAKE[:120]}", "Daily briefing, 6 March", hours=24),
    ]
    assert _stories(*column) == [1, 2]
    reprinted = [column[0], article("b", column[0].text, "Daily briefing, 6 March", hours=24)]
    assert _stories(*reprinted) == [1, 1]


@pytest.mark.parametrize(("elsewhere", "stories"), [("Texas", [1, 1]), ("Ohio", [1, 2])])
def test_two_places_of_one_country_are_two(elsewhere: str, stories: list[int]) -> None:
    stopped = (
        "A judge in Texas stopped a new law on ballots after a hearing of two days, in which clerks told of long "
        "queues and of lost forms."
    )
    on_ice = (
        f"The rules for elections that legislators in {elsewhere} passed last year stay on ice: groups had sued, and "
        "won a first hearing."
    )
    assert stories == _stories(
        article("a", stopped, "Ballot law stopped"),
        article("b", on_ice, "Judge decides for voters", outlet="coast.example"),
    )


def _tell_of_talks(day: str) -> tuple[StoryArticle, StoryArticle]:
    left = "Miners of Hesk left talks with minister Voss on Monday, over wages."
    called_off = (
        f"On {day} the union at the pit said it saw no offer from the government that members could accept, and called "
        "off a round in Hesk over pay."
    )
    return (
        article("a", left, "Miners break off talks"),
        article("b", called_off, "Union rejects offer", outlet="coast.example", hours=5),
    )


@pytest.mark.parametrize(("day", "stories"), [("Monday", [1, 1]), ("Thursday", [1, 2])])
def test_what_happened_on_another_day_of_the_week_is_another_event(day: str, stories: list[int]) -> None:
    assert _stories(*_tell_of_talks(day)) == stories


def test_a_signature_stored_before_days_were_marked_says_nothing_about_them() -> None:
    first, other = map(make_signature, _tell_of_talks("Thursday"))
    old = decode_signature(encode_signature(replace(first, marks=first.marks & ~np.uint8(WEEKDAY))))
    marked, unmarked = StoryClusterer(), StoryClusterer()
    marked.add("a", 1, first, AT)
    unmarked.add("a", 1, old, AT)
    assert unmarked.assign(other, AT).similarity > marked.assign(other, AT).similarity


@pytest.mark.parametrize(
    "words", ["on Friday", "vendredi", "El miércoles", "в среду", "الأربعاء", "他星期一说", "周日"]
)
def test_days_of_the_week_are_marked(words: str) -> None:
    marked = [mark for _, mark in find_terms(split(""), split(words)).values() if mark & WEEKDAY]
    assert len(marked) == 1


def test_titles_alone_join_only_when_they_say_enough() -> None:
    assert _stories(
        article("a", "", "Press briefing"),
        article("b", "", "Press briefing", outlet="coast.example"),
    ) == [
        1,
        2,
    ]
    told = "Carvania and Ostrel sign harbour treaty after fishing dispute"
    assert _stories(article("a", "", told), article("b", "", f"{told}, Voss says", outlet="coast.example")) == [1, 1]


def test_nothing_joins_nothing() -> None:
    assert _stories(article("a", ""), article("b", ""), article("c", "...")) == [1, 2, 3]


def test_other_scripts() -> None:
    russian = "Министр иностранных дел сообщил, что договор о гавани будет подписан до лета после спора о рыболовстве."
    other = "Сильное землетрясение разрушило дома на севере страны, спасатели ищут пострадавших под завалами."
    again = article("c", f"Как заявлено: {russian}", outlet="coast.example")
    assert _stories(article("a", russian), article("b", other), again) == [1, 2, 1]


def test_an_article_seen_twice_is_held_once() -> None:
    desk = StoryClusterer()
    _run(desk, article("a", HARBOUR), article("a", HARBOUR))
    assert len(desk) == 1
    assert "a" in desk


def test_the_window_forgets() -> None:
    desk = StoryClusterer(window=timedelta(days=5))
    made = _run(desk, article("a", HARBOUR), article("b", HARBOUR, outlet="b.example", hours=121))
    assert made[1][1] == Placement(None, None, made[1][1].similarity, made[1][1].confidence)
    assert "a" not in desk
    desk.forget(AT + timedelta(days=30))
    assert len(desk) == 0


@pytest.mark.slow
def test_memory_is_bounded() -> None:
    desk = StoryClusterer(capacity=300)
    _run(desk, *(article(str(n), f"{QUAKE} {n}", hours=n / 1000) for n in range(1_500)))
    assert len(desk) == 300
    assert "1499" in desk
    assert "1199" not in desk
    assert len(desk._window._rows["seen"]) <= 2 * 300


def test_an_empty_window_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at least one"):
        StoryClusterer(capacity=0)


_TEXTS = st.lists(
    st.one_of(st.sampled_from([HARBOUR, HARBOUR_ELSEWHERE, QUAKE]), st.text(max_size=80)), min_size=1, max_size=12
)


@given(_TEXTS, st.integers(0, 11), st.integers(0, 40))
def test_a_desk_rebuilt_on_the_way_places_the_rest_alike(texts: list[str], cut: int, hours: int) -> None:
    articles = [article(str(n), text, text[:20], hours=n * hours) for n, text in enumerate(texts)]
    whole = _run(StoryClusterer(capacity=6), *articles)
    first, rest = articles[:cut], articles[cut:]
    rebuilt = StoryClusterer(capacity=6)
    for one, (story, _) in zip(first, whole, strict=False):
        rebuilt.add(one.id, story, decode_signature(encode_signature(make_signature(one))), one.seen_at)
    assert _run(rebuilt, *rest, first=len(first) + 1) == whole[cut:]


@given(st.permutations([HARBOUR, HARBOUR_ELSEWHERE, QUAKE]))
def test_any_order_finds_the_same_two_events(texts: list[str]) -> None:
    made = _stories(*(article(str(n), text, outlet=f"{n}.example") for n, text in enumerate(texts)))
    events = dict(zip(texts, made, strict=True))
    assert events[HARBOUR] == events[HARBOUR_ELSEWHERE] != events[QUAKE]


@given(st.lists(st.text(max_size=200), min_size=2, max_size=5))
def test_no_text_breaks_the_desk(texts: list[str]) -> None:
    for _, placed in _run(StoryClusterer(), *(article(str(n), text, text) for n, text in enumerate(texts))):
        assert 0 <= placed.similarity <= 1
        assert 0.5 <= placed.confidence <= 1


# How ministries tell of calls and meetings, in forms of their own. Names are invented.
_FORMS = [
    (
        "{envoy} call with {name}",
        "The following is attributable to Spokesperson Ada Quill: Secretary Tom Hale spoke today with {office} {name}. "
        "Secretary Hale and {office} {name} discussed the importance of cooperation, regional security, and shared "
        "interests. The Secretary reaffirmed the strength of the partnership and thanked {name} for the support.",
        "state.example",
    ),
    (
        "Foreign Minister Igor Lenko's telephone conversation with {office} {name}",
        "On 5 March, Foreign Minister Igor Lenko had a telephone conversation with {office} {name}. The ministers "
        "discussed a broad range of topical bilateral and international issues, and the schedule of contacts. They "
        "agreed to keep up the political dialogue between the two countries at all levels.",
        "mid.example",
    ),
    (
        "Foreign Secretary call with {office} {name}: readout",
        "Foreign Secretary Jane Orme spoke to {office} {name} this morning. They discussed the situation in the region "
        "and agreed on the need for restraint. The Foreign Secretary underlined the close ties of both countries.",
        "fco.example",
    ),
    (
        "Wang Shen Speaks with {office} {name} on the Phone",
        "On March 5, 2026, Foreign Minister Wang Shen had a phone call with {office} {name}. Wang Shen said that both "
        "sides should implement the important common understandings of the two heads of state, and that China stands "
        "ready to deepen mutual trust. {name} agreed and looked forward to closer exchanges.",
        "mfa-cn.example",
    ),
    (
        "High Representative meeting with {office} {name}",
        "The High Representative met today with {office} {name}. They discussed relations with the Union, and "
        "exchanged views on the latest developments. Both stressed the importance of dialogue and of full "
        "implementation of existing agreements.",
        "eeas.example",
    ),
]
_PARTNERS = [
    ("Norwegian Foreign Minister", "Kari Solberg"), ("Chilean Foreign Minister", "Pablo Rojas"),
    ("Kenyan Cabinet Secretary", "Amina Otieno"), ("Japanese Foreign Minister", "Kenji Morita"),
    ("Iraqi Foreign Minister", "Fuad Salim"), ("Polish Foreign Minister", "Ewa Nowak"),
    ("Egyptian Foreign Minister", "Samir Hassan"), ("Peruvian Foreign Minister", "Lucia Vargas"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "outlet"), _FORMS, ids=[form[2] for form in _FORMS])
@pytest.mark.parametrize("rest", [1, 7])
def test_calls_of_one_form_are_as_many_events(title: str, text: str, outlet: str, rest: int) -> None:
    """Also on a source's first day, when nothing is known yet of the form."""
    readouts = [
        article(
            str(n),
            text.format(office=office, name=name),
            title.format(envoy="Secretary Hale's", office=office, name=name),
            hours=n,
            outlet=outlet,
        )
        for n, (office, name) in enumerate(_PARTNERS[: rest + 1])
    ]
    made = _run(StoryClusterer(), *readouts)
    assert [story for story, _ in made] == list(range(1, rest + 2))
    assert all(placed.duplicate_of is None for _, placed in made)


def test_two_ministries_tell_of_one_call() -> None:
    theirs = (
        "Foreign Minister Kari Solberg spoke by telephone with Secretary Tom Hale on Thursday. Norway and the "
        "Secretary discussed cooperation, regional security and shared interests in the High North, "
        "the Foreign Ministry said."
    )
    readouts = [
        article(
            str(n),
            _FORMS[0][1].format(office=office, name=name),
            f"Secretary Hale's Call with {office} {name}",
            hours=n,
            outlet="state.example",
        )
        for n, (office, name) in enumerate(reversed(_PARTNERS))
    ]
    made = _run(
        StoryClusterer(),
        *readouts,
        article("n", theirs, "Solberg's call with Secretary Hale", hours=9, outlet="no.example"),
    )
    assert made[-1][0] == made[-2][0]
