"""Which lines are chosen when their chances are known."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.digests.lines.choice import Candidate, choose, find_parts, find_printable, may_be_printed
from bot.digests.lines.features import Describer, holds, relate
from bot.digests.lines.page import Page
from bot.digests.lines.weighing import NEW_SPEAKER_FACTOR
from bot.digests.lines.wording import End, Start, Wording
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span
from tests.unit.digests.lines.marked import read_marked

VENN, DAHL = "Orla Venn", "Tam Dahl"
SAID = (
    (VENN, "Norway would close the northern harbour in May and had told Iceland of the mines"),
    (VENN, "the fishing fleet had doubled"),
    (DAHL, "Reykjavik knows nothing of such ships"),
)


def _describer(said: Sequence[tuple[str, str]] = SAID, *, last: Act = Act.SAYS) -> Describer:
    text = " ".join(f"{name} said {words}." for name, words in said)
    found = []
    for name, words in said:
        start, act = text.index(words), last if words == said[-1][1] else Act.SAYS
        content = (Span(start, start + len(words)),)
        found.append(Attribution(content, None, Span(start - 5, start - 1), Kind.INDIRECT, act, Speaker(name)))
    article = Article(text)
    analysis = Analysis(article.text_sha256, "by hand 1", (), tuple(found), "en")
    return Describer(Page(Reading(reading_id(article), article, analysis)))


def _candidates(describer: Describer) -> list[Candidate]:
    return [
        Candidate(place, Wording(one.content, Start.WORDS, End.STATEMENT), {})
        for place, one in enumerate(describer.page.attributions)
    ]


@pytest.mark.parametrize(("second", "chosen"), [(0.55, [0, 2]), (0.9, [0, 1])])
def test_who_is_unheard_is_printed_before_a_second_line_that_is_little_better(second: float, chosen: list[int]) -> None:
    describer = _describer()
    assert choose(describer, _candidates(describer), [0.95, second, 0.5], 0.3, 2) == chosen


def test_a_line_a_little_under_the_threshold_is_printed_if_its_speaker_is_unheard() -> None:
    describer = _describer()
    near = 0.3 / (0.3 + 0.7 * NEW_SPEAKER_FACTOR) + 0.01
    assert choose(describer, _candidates(describer), [0.9, near, near], 0.3, 8) == [0, 2]


@pytest.mark.parametrize(("act", "chosen"), [(Act.SAYS, [0]), (Act.DENIES, [0, 2])])
def test_a_denial_is_printed_beside_what_it_denies(act: Act, chosen: list[int]) -> None:
    said = (*SAID[:2], (DAHL, "having been told of the mines in the northern harbour"))
    describer = _describer(said, last=act)
    assert choose(describer, _candidates(describer), [0.9, 0.1, 0.15], 0.3, 8) == chosen


@pytest.mark.parametrize(
    ("name", "printed"), [("Others", False), ("Many of them", False), ("US", True), ("Republicans", True)]
)
def test_what_anybody_says_is_not_printed(name: str, *, printed: bool) -> None:
    describer = _describer(((name, "Norway would close the northern harbour in May"),))
    assert may_be_printed(describer.page, 0) is printed


def test_a_name_that_is_a_common_word_is_a_name_where_it_is_written_as_one() -> None:
    describer = _describer(((VENN, "the harbour stays open"), ("May", "Norway would close it in spring")))
    page = describer.page
    may = replace(page.attributions[1], source=Span(start := page.text.index("May"), start + 3))
    page.attributions[1] = may
    assert not may_be_printed(page, 1)  # opens its sentence, as "Others" would
    inside = replace(page.reading.article, text=page.text.replace("open. May", "open, May"))
    analysis = replace(page.reading.analysis, text_sha256=inside.text_sha256)
    page = Page(Reading(reading_id(inside), inside, analysis))
    page.attributions[1] = may
    assert may_be_printed(page, 1)


@pytest.mark.parametrize(("stop", "printed"), [(":", True), ("", False)])
def test_a_line_that_ends_with_a_colon_introduces_what_is_said(stop: str, *, printed: bool) -> None:
    words = "The harbour would be closed to ships in May"
    marked = f"The islands were silent.\n\n{{Orla Venn}} [said]{stop}\n\n<{words}>.\n\nIceland was not asked."
    assert may_be_printed(Page(read_marked(marked)), 0) is printed


def test_of_two_lines_of_a_speaker_the_one_that_holds_the_other_is_printed() -> None:
    describer = _describer()
    whole, _, other = _candidates(describer)
    [piece] = whole.wording.pieces
    inner = Span(describer.page.text.index("had told"), piece.end)
    short = Candidate(0, Wording((inner,), Start.WORDS, End.STATEMENT), {})
    assert choose(describer, [whole, short, other], [0.5, 0.6, 0.4], 0.3, 8) == [0, 2]


@pytest.mark.parametrize(
    ("verb", "others", "printed"),
    [("moved", 4, [0, 1, 2, 3, 4]), ("moved", 5, [1, 2, 3, 4, 5]), ("urged", 5, [0, 1, 2, 3, 4, 5])],
)
def test_a_mere_attitude_is_printed_only_if_hardly_anybody_says_anything(
    verb: str, others: int, printed: list[int]
) -> None:
    describer = _describer([(VENN, f"ship {number} was {verb} north") for number in range(others + 1)])
    page = describer.page
    start = page.text.index(verb)
    page.attributions[0] = replace(page.attributions[0], act=Act.ATTITUDE, cue=Span(start, start + len(verb)))
    assert find_printable(page) == printed


@pytest.mark.parametrize(
    ("marked", "printed"),
    [
        ("{Orla Venn} [hopes] <the harbour will open in May>.", True),
        ("{Orla Venn} [will hope] <the harbour opens in May>.", False),
        ("{Orla Venn} will come to Oslo [to promote] <the harbour>.", False),
        ("[Worried] <the harbour might close in May>, ships left.", False),
    ],
)
def test_an_attitude_of_nobody_or_to_come_is_a_writer_s_guess(marked: str, *, printed: bool) -> None:
    page = Page(read_marked(marked))
    [one] = page.attributions
    page.attributions[0] = replace(one, act=Act.ATTITUDE, speaker=one.speaker if one.source else None)
    assert may_be_printed(page, 0) is printed


def test_a_line_of_another_speaker_whose_words_are_nearly_all_in_a_longer_one_repeats_it() -> None:
    whole = "ferry crews found the northern harbour shut, wrote to the ministry and waited for an answer"
    describer = _describer(((VENN, whole), (DAHL, "the northern harbour was shut to ferry crews"), SAID[1]))
    assert choose(describer, _candidates(describer), [0.9, 0.6, 0.5], 0.3, 8) == [0, 2]


def test_what_holds_another_and_what_stands_inside() -> None:
    long, short, apart = [Span(0, 40)], [Span(10, 20), Span(30, 40)], [Span(50, 60)]
    assert holds(long, short)
    assert not holds(short, long)
    assert not holds(long, long)
    rows: list[dict[str, float]] = [{}, {}, {}]
    relate(rows, [VENN, VENN, DAHL], [long, short, apart])
    assert [row["holds own"] for row in rows] == [1.0, 0.0, 0.0]
    assert [row["inside own"] for row in rows] == [0.0, 1.0, 0.0]
    assert [row["speaker once"] for row in rows] == [False, False, True]


@pytest.mark.parametrize(("kind", "chosen"), [(Kind.DIRECT, [0, 1, 2]), (Kind.INDIRECT, [0])])
def test_an_interview_with_few_lines_takes_less_probable_answers(kind: Kind, chosen: list[int]) -> None:
    describer = _describer(tuple((VENN, words) for _, words in SAID))
    describer.page.attributions[:] = [replace(one, kind=kind) for one in describer.page.attributions]
    assert choose(describer, _candidates(describer), [0.9, 0.25, 0.25], 0.3, 8) == chosen


def test_a_courtesy_is_no_line() -> None:
    describer = _describer(((VENN, "It is a great pleasure to be here"), (DAHL, "the fleet had doubled")))
    assert choose(describer, _candidates(describer), [0.9, 0.5], 0.3, 8) == [1]


TWO = Speaker("Norway; Iceland", None, "Norway; Iceland")


@pytest.mark.parametrize(("source", "chosen"), [("We", [0, 1]), ("Both sides", [0, 1]), ("He", [0])])
def test_who_issues_the_text_speaks_at_first_hand(source: str, chosen: list[int]) -> None:
    text = "Norway and Iceland met. We urge Denmark to repay the fleet. We call on France to open its harbours."
    said = []
    text = text.replace("We ", f"{source} ")
    for words in ("Denmark to repay the fleet", "France to open its harbours"):
        start = text.index(words)
        at = text.rindex(source, 0, start)
        content, pronoun = (Span(start, start + len(words)),), Span(at, at + len(source))
        said.append(
            Attribution(
                content,
                pronoun,
                None,
                Kind.INDIRECT,
                Act.URGES,
                TWO if source != "He" else Speaker("Orla Venn; Tam Dahl"),
            )
        )
    article = Article(text)
    analysis = Analysis(article.text_sha256, "by hand 1", (), tuple(said), "en")
    describer = Describer(Page(Reading(reading_id(article), article, analysis)))
    assert choose(describer, _candidates(describer), [0.9, 0.25], 0.3, 8) == chosen
    joint = [describer.statement(place)["speakers joint"] for place in range(2)]
    assert joint == [float(source == "He")] * 2


@pytest.mark.parametrize(("speaker", "starts"), [(Speaker("Orla Venn"), {*Start}), (None, {Start.WORDS})])
def test_a_line_without_a_speaker_has_no_verb(speaker: Speaker | None, starts: set[Start]) -> None:
    page = Page(read_marked("{It} [said] <the harbour would be closed to ships in May>."))
    page.attributions[0] = replace(page.attributions[0], speaker=speaker)
    assert {way.start for part in find_parts(Describer(page)) for way in part.wordings} == starts
