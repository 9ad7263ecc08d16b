"""Filters: what they read, what they reject and by which rule, and that a filter written down is the same filter."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.attribution import Speaker
from bot.domain.filter import (
    FILTER_LIMIT,
    FILTER_RULES,
    Filter,
    FilterFields,
    Rule,
    RuleKind,
    find_rejection,
    find_undecided,
    parse_filter,
)
from bot.errors import UsageError

HAUGSETH = Speaker("Torvald Haugseth", "Foreign Minister of Norway", "Norway")
READ = FilterFields(
    title="Café talks on the New START treaty",
    summary="Delegations met.",
    text="Sanctions were not discussed, said the minister. 制裁について話した。",
    speakers=(HAUGSETH,),
    countries=frozenset({"norway", "norwegian", "oslo"}),
    language="en",
)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("", ()),
        ("sanctions", (("all", "sanctions"),)),
        ("new START", (("all", "new"), ("all", "START"))),
        ('any:sanctions,"New START"', (("any", "sanctions", "New START"),)),
        ("any:“New START”,„grain deal“", (("any", "New START", "grain deal"),)),
        ("NOT:sport Language:EN", (("not", "sport"), ("language", "en"))),
        ('  speaker:"Sergey  Lavrov"\tcountry:Russia ', (("speaker", "Sergey Lavrov"), ("country", "Russia"))),
        ("not:sport,sport", (("not", "sport"),)),
        ('"at 10:30"', (("all", "at 10:30"),)),
    ],
)
def test_reads_rules(text: str, rules: tuple[tuple[str, ...], ...]) -> None:
    assert parse_filter(text) == Filter(tuple(Rule(RuleKind(rule[0]), rule[1:]) for rule in rules))


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("sanctions speker:Lavrov", 11, "speker is not a rule. Did you mean speaker?"),
        ("about:fish", 1, "about is not a rule"),
        ("any:", 5, "a word is missing"),
        ("any:a,,b", 7, "a word is missing"),
        ("any:a, b", 7, "a word is missing"),
        ('not:"grain deal', 5, "a quotation mark is not closed"),
        ('not:"grain"deal', 12, "a comma or a space is missing"),
        ("not:***", 5, "a word without letters"),
        ("language:english", 10, "english is not a language code"),
        ("any:not:sport", 5, "not:sport contains a colon"),
        ('not:""', 5, "a word without letters"),
    ],
)
def test_names_the_place_of_a_mistake_with_an_example(text: str, place: int, says: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_filter(text)
    assert f"mistake at character {place} (" in caught.value.cause
    assert says in str(caught.value)
    assert 'Example: any:sanctions,"New START" not:sport' in caught.value.step


def test_has_a_limit() -> None:
    assert len(str(parse_filter("x" * FILTER_LIMIT))) == FILTER_LIMIT
    with pytest.raises(UsageError, match="501 characters; the limit is 500"):
        parse_filter("x" * (FILTER_LIMIT + 1))


def test_single_words_stay_as_they_are_typed() -> None:
    text = " ".join(f"w{number}" for number in range(100))
    assert str(parse_filter(text)) == text
    assert str(parse_filter('"grain deal" not:"sport" ALL:fish')) == '"grain deal" not:sport fish'


def test_its_own_example_is_a_filter() -> None:
    with pytest.raises(UsageError) as caught:
        parse_filter("any:")
    assert len(parse_filter(caught.value.step.removeprefix("Example: ")).rules) == 3


def test_every_kind_of_rule_is_explained_as_it_is_written() -> None:
    explained = [parse_filter(" ".join(written.split(" or "))).rules[0].kind for written, _ in FILTER_RULES]
    assert explained == list(RuleKind)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "cafe talks",
        "CAFÉ",
        "any:batman,sanctions",
        '"new start treaty"',
        "all:minister,treaty",
        "not:sport,sanction",
        "not:start-up",
        "制裁",
        "speaker:haugseth",
        'speaker:batman,"foreign minister"',
        "speaker:Norway",
        "country:Oslo",
        "country:sweden,NORWEGIAN",
        "language:en,fr",
    ],
)
def test_passes(text: str) -> None:
    assert find_rejection(parse_filter(text), READ) is None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("batman", "all:batman"),
        ("any:batman,robin", "any:batman,robin"),
        ('talks "start treaty new"', 'all:"start treaty new"'),
        ("all:minister,batman,joker", "all:batman"),
        ("not:sport,sanctions,talks", "not:sanctions"),
        ("not:sanctions", "not:sanctions"),
        ("sanction", "all:sanction"),
        ("speaker:Haug", "speaker:Haug"),
        ("speaker:us", "speaker:us"),
        ("country:Sweden", "country:Sweden"),
        ("language:fr,de", "language:fr,de"),
        ("talks not:delegations not:minister", "not:delegations"),
    ],
)
def test_the_first_rule_that_rejects_is_named(text: str, rule: str) -> None:
    rejection = find_rejection(parse_filter(text), READ)
    assert rejection
    assert str(rejection) == rule
    assert rejection.rule in parse_filter(text).rules


def test_a_language_that_nobody_told_rejects_nothing() -> None:
    assert find_rejection(parse_filter("language:fr"), FilterFields("Talks", text="Talks.")) is None
    assert find_rejection(parse_filter("language:pt"), FilterFields("Talks", language="pt-BR")) is None


def test_before_the_article_is_read_only_what_is_sure_rejects() -> None:
    entry = FilterFields("Talks on fish", "Sport was not an issue.")
    asked = parse_filter("fish any:sanctions,grain speaker:Haugseth country:Norway not:war")
    assert find_rejection(asked, entry) is None
    assert [str(rule) for rule in find_undecided(asked, entry)] == [
        "any:sanctions,grain",
        "speaker:Haugseth",
        "country:Norway",
    ]
    assert find_undecided(parse_filter("fish not:war language:fr"), entry) == ()
    assert str(find_rejection(parse_filter("not:sport"), entry)) == "not:sport"
    assert find_undecided(asked, READ) == ()


WORDS = st.text(max_size=12)
LINES = st.lists(
    st.one_of(
        WORDS,
        st.builds(
            lambda kind, words: f"{kind}:" + ",".join(f'"{word}"' for word in words),
            st.sampled_from(RuleKind),
            st.lists(WORDS, min_size=1, max_size=3),
        ),
    ),
    max_size=5,
).map(" ".join)


@given(LINES | st.text(max_size=60))
def test_a_filter_written_down_is_the_same_filter(text: str) -> None:
    with contextlib.suppress(UsageError):
        parsed = parse_filter(text)
        written = str(parsed)
        assert parse_filter(written) == parsed
        assert str(parse_filter(written)) == written


@given(LINES, st.text(max_size=80), st.text(max_size=80))
def test_it_rejects_by_one_of_its_rules(text: str, title: str, words: str) -> None:
    with contextlib.suppress(UsageError):
        parsed = parse_filter(text)
        rejection = find_rejection(parsed, FilterFields(title, text=words))
        assert rejection is None or rejection.rule in parsed.rules
        early = find_rejection(parsed, FilterFields(title))
        if early:
            assert rejection, "what the title rejects stays rejected"
            assert early.rule.kind is RuleKind.NOT
