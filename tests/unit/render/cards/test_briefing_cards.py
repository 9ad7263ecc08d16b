"""The scheduled digest as messages: what it shows, where it is torn, and that no words are under a wrong article."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digests.briefing import compose_briefing
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article, Outlet
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.briefing import Briefing, BriefingSide, SpeakerLines, StoryReadings, date_reading
from bot.domain.post import PostKind, post_key
from bot.domain.text import Span, normalise_text
from bot.errors import NotVerbatimError
from bot.i18n.language import Language, using_language
from bot.render.card import FOOTER_ROOM, Action, Card, ComponentAction, verify_text
from bot.render.card_codec import decode_card, encode_card
from bot.render.cards.briefing_cards import render_briefing
from bot.render.markdown import plain, units
from bot.render.quotations import find_quotations, without_marks
from tests.golden import check_golden
from tests.unit.digests.quarrel import as_line
from tests.unit.digests.stories import BOATS, SINCE, UNTIL, chair, reading, short, story, strait
from tests.unit.render.cards.test_cards import HEADER_ROOM, NOISY

BERLIN = ZoneInfo("Europe/Berlin")


def key(part: int) -> str:
    return post_key(PostKind.DIGEST, "7", "3 2026-03-14", part)


def compose(*stories: StoryReadings, topic: str = "", limit: int = 5, late: int = 0) -> Briefing:
    return compose_briefing(
        stories, since=SINCE, until=UNTIL, now=UNTIL + timedelta(hours=late), topic=topic, limit=limit
    )


def shown(cards: tuple[Card, ...]) -> str:
    """All that a person reads, card by card."""
    texts = ("\n\n".join([*card.texts, " · ".join(card.labels)]) for card in cards)
    return "\n\n=====\n\n".join(texts) + "\n"


def test_looks_as_it_did() -> None:
    stories = [story(short(1)), story(chair()), story(*strait()), story(short(2))]
    check_golden("card-briefing.txt", shown(render_briefing(compose(*stories, limit=2, late=1), BERLIN, key)))


def test_our_words_are_the_readers_and_the_articles_their_own() -> None:
    briefing = compose(story(*strait()), late=1)
    with using_language(Language.RUSSIAN):
        (card,) = render_briefing(briefing, BERLIN, key)
    assert card.header.startswith("### Дайджест · ")
    assert "С опозданием: в " in card.blocks[0]
    assert "также " in card.blocks[1]
    assert BOATS in shown((card,))
    assert card.labels == ("1 · Кто что сказал", "Почему это здесь?")


def test_each_part_asks_why_by_its_own_key() -> None:
    cards = render_briefing(compose(*long_stories(6), limit=6), BERLIN, key)
    assert len(cards) > 1
    presses = [card.buttons[-1].press for card in cards]
    assert presses == [ComponentAction(Action.WHY, key(part)) for part in range(len(cards))]
    assert all(button.label != "Why this?" for card in render_briefing(compose(), BERLIN) for button in card.buttons)


def test_a_late_one_says_when_it_was_due() -> None:
    (card,) = render_briefing(compose(story(chair()), late=1), BERLIN)
    assert "Late: Attaché was offline or could not post at 08:00** (Europe/Berlin)" in card.blocks[0]
    (card,) = render_briefing(compose(story(chair())), BERLIN)
    assert "late" not in shown((card,))


def test_nothing_new_is_a_line() -> None:
    (card,) = render_briefing(compose(), BERLIN)
    assert card.blocks == ("Nothing new since <t:1773385200:f>.",)
    (card,) = render_briefing(compose(story(chair()), topic="ferry"), BERLIN)
    assert card.blocks == ("Nothing new about this topic since <t:1773385200:f>.",)
    assert "1 article of 1 outlet" in card.header


def test_words_under_another_article_are_not_shown() -> None:
    """A statement whose span is of one article and whose article is another: a slice of the wrong text."""
    courier, today, wire = strait()
    briefing = compose(story(courier, today, wire), story(chair()))
    told = briefing.stories[0]
    side = told.sides[0]
    forged = replace(side.voices[0], speaker=Speaker("Ada “We paid nothing and we promised all” Lind"))
    story_of = replace(told, sides=(replace(side, voices=(forged,)),))
    (card,) = render_briefing(replace(briefing, stories=(story_of, briefing.stories[1])), BERLIN)
    assert "promised all" not in shown((card,))
    assert "Harbour commission" in shown((card,))
    assert "left out because their quotations could not be verified: 1" in card.footer
    (card,) = render_briefing(replace(briefing, stories=(story_of,)), BERLIN)
    assert card.blocks == ("No story can be shown.",)


def test_a_quotation_must_be_of_the_article_it_is_under() -> None:
    courier, today, _ = (one.article for one in strait())
    words = "“We paid nothing and we promised nothing.”"
    assert verify_text(f"> {words}", courier) == f"> {words}"
    assert verify_text(f"> {words}", today, courier) == f"> {words}"
    for wrong in ((today,), ()):
        with pytest.raises(NotVerbatimError):
            verify_text(f"> {words}", *wrong)


def test_a_topic_quotes_nobody() -> None:
    (card,) = render_briefing(compose(topic="the “door” of Cote d'Ivoire, «x»"), BERLIN)
    assert "the door of Cote d'Ivoire, x" in card.header
    assert without_marks('People\'s "Daily" ’n’ more') == "People's Daily n more"


def test_an_outlet_that_is_not_what_it_says_shows_its_host() -> None:
    posing = reading(Outlet("The Northland Courier", "evil.example"), "x", "X", "It was so. It is.")
    (card,) = render_briefing(compose(story(posing)), BERLIN)
    assert "[The Northland Courier](<https://www.evil.example/x>) (evil.example)" in card.blocks[0]
    link = replace(posing.article, url="javascript:alert(1)")
    (card,) = render_briefing(compose(story(Reading(posing.id, link, posing.analysis))), BERLIN)
    assert "javascript" not in shown((card,))


def long_stories(count: int) -> list[StoryReadings]:
    """Stories of which about three fill a message."""
    stories = []
    for n in range(count):
        words = [f"“{' '.join(f'{chr(97 + k)}{chr(97 + m)}{chr(97 + n)}arbour' for k in range(20))}”" for m in range(5)]
        said = [
            (Speaker(f"Person {'ABCDEF'[m]}{n}", "Minister", f"Land {m % 3}"), Kind.DIRECT, Act.SAYS, "said", one)
            for m, one in enumerate(words)
        ]
        text = f"This is story {n}. " + " ".join(f"They said {one}." for one in words)
        stories.append(story(reading(Outlet(f"O {n}", f"o{n}.example"), "x", f"Title {n}", text, *said, hours=n)))
    return stories


def test_parts_are_in_order_and_a_story_stays_whole_where_it_can() -> None:
    cards = render_briefing(compose(*long_stories(6), limit=6), BERLIN, key)
    assert [n for n in range(6) for card in cards if f"**{n + 1} · [Title {n}]" in shown((card,))] == list(range(6))
    assert "continued**" not in shown(cards)
    assert "-# **" not in shown(cards)
    assert [f"Part {n + 1} of {len(cards)}" in card.footer for n, card in enumerate(cards)] == [True] * len(cards)
    assert "continued" in cards[1].header
    openers = list(chain.from_iterable(card.buttons for card in cards))
    assert [button.label for button in openers if "Who" in button.label] == [
        f"{n + 1} · Who said what" for n in range(6)
    ]


def test_a_story_longer_than_a_message_goes_on_under_its_side() -> None:
    text = normalise_text(" ".join(f"They said “{'*' * 270}{n} so.”" for n in range(9)))
    found = tuple(
        Attribution(
            (Span(start := text.index(f"“{'*' * 270}{n}"), start + 276),),
            None, None, Kind.DIRECT, Act.SAYS, Speaker(f"Speaker {'ABCDEFGHI'[n]}", None, f"Land {n % 3}"),
        )
        for n in range(9)
    )  # fmt: skip
    article = Article(text, "*" * 200, "https://x.example/" + "a" * 490, Outlet("X", "x.example"))
    one = Reading(reading_id(article), article, Analysis(article.text_sha256, "t", (Span(0, 200),) * 2, found, "en"))
    briefing = compose(story(one))
    voices = [SpeakerLines(said.speaker, (as_line(one, said),)) for said in found if said.speaker]
    sides = tuple(BriefingSide(f"Land {n}", tuple(voices[n::3])) for n in range(3))
    cards = render_briefing(replace(briefing, stories=(replace(briefing.stories[0], sides=sides),)), BERLIN, key)
    assert len(cards) > 1
    assert cards[1].blocks[0].startswith("-# **1** · continued\n\n-# Land")
    whole = shown(cards)
    assert all(whole.count(f"**Speaker {letter}**") == 1 for letter in "ABCDEFGHI")


def test_what_one_outlet_or_one_side_alone_tells_is_told_so() -> None:
    courier, today, wire = strait()
    (card,) = render_briefing(compose(story(courier, today, wire)), BERLIN)
    assert (
        "-# only The Northland Courier\n> denied that Northland had paid for the release of the crew" in card.blocks[0]
    )
    assert "Coastal Wire, also in The Northland Courier, Southland Today" in card.blocks[0]
    assert "is quoted on this" not in card.blocks[0]
    northland = replace(courier, analysis=replace(courier.analysis, attributions=courier.analysis.attributions[:2]))
    (card,) = render_briefing(compose(story(northland)), BERLIN)
    assert "-# Only Northland is quoted on this." in card.blocks[0]
    assert "-# only" not in card.blocks[0], "a story of one outlet names it above"


def test_a_story_is_read_on_one_screen_of_a_telephone() -> None:
    for told in (strait(), *([one] for group in long_stories(3) for one in (group.accounts[0].reading,))):
        (card,) = render_briefing(compose(story(*told)), BERLIN)
        words = re.sub(r"\(<[^)]*>\)|<t:[^>]*>", "", "\n".join(card.blocks))
        assert units(words) <= 1800
        assert card.blocks[0].count("\n> ") <= 8


@settings(max_examples=40)
@given(
    st.lists(
        st.lists(
            st.lists(st.tuples(st.integers(0, 150), st.integers(1, 60), st.sampled_from(Kind)), max_size=8),
            min_size=1,
            max_size=4,
        ),
        max_size=7,
    )
)
def test_any_stories_of_noisy_texts_fit_and_quote_their_articles(
    groups: list[list[list[tuple[int, int, Kind]]]],
) -> None:
    stories = []
    number = 0
    for group in groups:
        readings = []
        for places in group:
            number += 1
            text = normalise_text("\n\n".join([NOISY, f"no {number}", NOISY, NOISY]))
            found = tuple(
                Attribution(
                    (Span(start, min(start + length, len(text))),), None, Span(0, 7), kind, Act.SAYS,
                    Speaker(("Ada Lind", "Omar “X” Reyes", "“Lind")[start % 3], None, (None, "North «x»")[length % 2]),
                )
                for start, length, kind in places
            )  # fmt: skip
            article = Article(
                text,
                text[:300],
                f"https://x{number % 3}.example/{number}",
                Outlet(f"“{number % 3}", f"x{number % 3}.e"),
            )
            analysis = Analysis(article.text_sha256, "t", (Span(0, 60), Span(61, len(text))), found, "en")
            readings.append(Reading(reading_id(article), article, analysis))
        stories.append(StoryReadings(tuple(date_reading(one, datetime(2026, 3, 14, tzinfo=UTC)) for one in readings)))
    texts = [
        part
        for one in stories
        for account in one.accounts
        for article in (account.reading.article,)
        for part in (article.text, article.title or "", article.outlet.name if article.outlet else "")
    ]
    for part, card in enumerate(cards := render_briefing(compose(*stories, late=1), BERLIN, key)):
        assert decode_card(encode_card(card)) == card
        assert units(card.header) <= HEADER_ROOM
        assert units(card.footer) <= FOOTER_ROOM
        assert card.buttons[-1].press == ComponentAction(Action.WHY, key(part))
        for block in card.blocks:
            for quotation in find_quotations(plain(block)):
                assert any(quotation in text for text in texts)
    assert 0 < len(cards) <= 12


@pytest.mark.parametrize(
    ("filler", "language"),
    [
        *((filler, Language.ENGLISH) for filler in ("*", "_\n", "a\n\n", "👍", "“a” ", "word ")),
        *(("*a", language) for language in Language),
    ],
)
def test_the_longest_and_oddest_stories_fit(filler: str, language: Language) -> None:
    text = normalise_text(f"x{filler * 600}x " * 12)
    step = len(text) // 20
    found = tuple(
        Attribution(
            (Span(n * step, (n + 1) * step),), Span(n, n + 400), Span(n, n + 20), kind, Act.SAYS,
            Speaker(f"{n}{filler * 300}".strip(), filler * 300, filler * 200 + f"land {n % 2}"), filler * 99,
        )
        for n, kind in enumerate([*Kind] * 5)
    )  # fmt: skip
    readings = []
    for n in range(12):
        url = f"https://www.x{n}.example/" + "a" * 450
        article = Article(text, filler * 500, url, Outlet(filler * 300 + str(n), f"x{n}.example", None, "state-run"))
        analysis = Analysis(article.text_sha256, "t", tuple(Span(m * step, (m + 1) * step) for m in range(5)), found)
        readings.append(Reading(reading_id(article), article, analysis))
    briefing = compose(story(*readings), *(story(one) for one in readings), topic=filler * 90, late=1)
    with using_language(language):
        cards = render_briefing(briefing, BERLIN, key)
    for card in cards:
        assert units(card.header) <= HEADER_ROOM
        assert units(card.footer) <= FOOTER_ROOM


def test_the_words_of_three_outlets_are_told_once() -> None:
    (card,) = render_briefing(compose(story(*strait())), BERLIN)
    assert shown((card,)).count(BOATS) == 1
    assert "Coastal Wire, also in The Northland Courier, Southland Today" in card.blocks[0]
    assert "(today.example, state-controlled)" in card.blocks[0]
