"""The story desk: one event one story, the same after a restart, bounded, and calm about odd articles."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.story import Placement, StoryArticle
from bot.stories import StoryDesk, decode_signature, encode_signature, sign
from tests.unit.stories.invented import AT, HARBOUR, HARBOUR_ELSEWHERE, QUAKE, article


def _run(desk: StoryDesk, *articles: StoryArticle, first: int = 1) -> list[tuple[int, Placement]]:
    """Place and keep ``articles``; the story each got, with its placement. New stories are numbered from ``first``."""
    made = []
    for number, one in enumerate(articles, first):
        signature = sign(one)
        placed = desk.place(signature, one.seen_at)
        story = number if placed.story is None else placed.story
        desk.keep(one.id, story, signature, one.seen_at)
        made.append((story, placed))
    return made


def _stories(*articles: StoryArticle) -> list[int]:
    return [story for story, _ in _run(StoryDesk(), *articles)]


def test_two_outlets_tell_one_event_and_a_third_another() -> None:
    made = _run(
        StoryDesk(),
        article("a", HARBOUR, "Carvania to sign harbour treaty"),
        article("b", QUAKE, "Quake in Tavland", outlet="wire.example"),
        article("c", HARBOUR_ELSEWHERE, "Harbour treaty near", outlet="coast.example"),
    )
    assert [story for story, _ in made] == [1, 2, 1]
    assert made[2][1].duplicate_of is None


def test_a_copy_names_the_first_of_equals() -> None:
    made = _run(StoryDesk(), *(article(name, HARBOUR, f"Title {name}", outlet=f"{name}.example") for name in "abc"))
    assert [(story, placed.duplicate_of) for story, placed in made] == [(1, None), (1, "a"), (1, "a")]


def test_a_live_blog_repeats_itself_and_a_column_does_not() -> None:
    blog = [
        article("a", HARBOUR, "Live: the treaty"),
        article("b", f"{QUAKE[:60]} {HARBOUR}", "Live: the treaty", hours=1),
    ]
    assert _run(StoryDesk(), *blog)[1][1].duplicate_of == "a"
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


def test_titles_alone_join_only_when_they_say_enough() -> None:
    assert _stories(article("a", "", "Press briefing"), article("b", "", "Press briefing", outlet="coast.example")) == [
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
    assert _stories(article("a", russian), article("b", other), article("c", f"Как заявлено: {russian}")) == [1, 2, 1]


def test_an_article_seen_twice_is_held_once() -> None:
    desk = StoryDesk()
    _run(desk, article("a", HARBOUR), article("a", HARBOUR))
    assert len(desk) == 1
    assert "a" in desk


def test_the_window_forgets() -> None:
    desk = StoryDesk(window=timedelta(days=5))
    made = _run(desk, article("a", HARBOUR), article("b", HARBOUR, outlet="b.example", hours=121))
    assert made[1][1] == Placement(None, None, 0.0, made[1][1].confidence)
    assert "a" not in desk
    desk.forget(AT + timedelta(days=30))
    assert len(desk) == 0


def test_memory_is_bounded() -> None:
    desk = StoryDesk(capacity=300)
    _run(desk, *(article(str(n), f"{QUAKE} {n}", hours=n / 1000) for n in range(1_500)))
    assert len(desk) == 300
    assert "1499" in desk
    assert "1199" not in desk
    assert len(desk._window._seen) <= 2 * 300


def test_an_empty_window_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at least one"):
        StoryDesk(capacity=0)


_TEXTS = st.lists(
    st.one_of(st.sampled_from([HARBOUR, HARBOUR_ELSEWHERE, QUAKE]), st.text(max_size=80)), min_size=1, max_size=12
)


@given(_TEXTS, st.integers(0, 11), st.integers(0, 40))
def test_a_desk_rebuilt_on_the_way_places_the_rest_alike(texts: list[str], cut: int, hours: int) -> None:
    articles = [article(str(n), text, text[:20], hours=n * hours) for n, text in enumerate(texts)]
    whole = _run(StoryDesk(capacity=6), *articles)
    first, rest = articles[:cut], articles[cut:]
    rebuilt = StoryDesk(capacity=6)
    for one, (story, _) in zip(first, whole, strict=False):
        rebuilt.keep(one.id, story, decode_signature(encode_signature(sign(one))), one.seen_at)
    assert _run(rebuilt, *rest, first=len(first) + 1) == whole[cut:]


@given(st.permutations([HARBOUR, HARBOUR_ELSEWHERE, QUAKE]))
def test_any_order_finds_the_same_two_events(texts: list[str]) -> None:
    made = _stories(*(article(str(n), text, outlet=f"{n}.example") for n, text in enumerate(texts)))
    events = dict(zip(texts, made, strict=True))
    assert events[HARBOUR] == events[HARBOUR_ELSEWHERE] != events[QUAKE]


@given(st.lists(st.text(max_size=200), min_size=2, max_size=5))
def test_no_text_breaks_the_desk(texts: list[str]) -> None:
    for _, placed in _run(StoryDesk(), *(article(str(n), text, text) for n, text in enumerate(texts))):
        assert 0 <= placed.similarity <= 1
        assert 0.5 <= placed.confidence <= 1
