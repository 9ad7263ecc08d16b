"""Lines with their probability, and denials in the words of what they deny."""

from bot.digests.lines.choice import compose_lines, compose_scored_lines
from bot.digests.lines.weighing import FIRST_PAGE
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span

VENN, DAHL = Speaker("Orla Venn", "Foreign Minister", "Norway"), Speaker("Nils Dahl", "Envoy", "Iceland")
CLAIM = "the northern trawlers had used nets with illegal meshes"
TEXT = f"Orla Venn said that {CLAIM}.\n\nNils Dahl denied that {CLAIM}.\n\nThe harbour of Karr was calm on Monday."


def made(second: Act = Act.DENIES) -> Reading:
    found = []
    for speaker, cue, act in ((VENN, "said", Act.SAYS), (DAHL, "denied", second)):
        name = TEXT.index(speaker.name)
        verb = TEXT.index(cue, name)
        start = TEXT.index(CLAIM, verb)
        spans = (Span(start, start + len(CLAIM)),), Span(name, name + len(speaker.name)), Span(verb, verb + len(cue))
        found.append(Attribution(*spans, Kind.INDIRECT, act, speaker))
    article = Article(TEXT)
    return Reading(reading_id(article), article, Analysis(article.text_sha256, "t", (), tuple(found), "en"))


def test_a_denial_in_the_words_of_a_claim_is_no_copy_of_it() -> None:
    lines = [line for line, _ in compose_scored_lines(made(), 10)]
    assert {line.speaker for line in lines} == {VENN, DAHL}
    (denial,) = [line for line in lines if line.speaker == DAHL]
    assert denial.answers is not None


def test_the_same_claim_of_another_is_a_copy() -> None:
    assert len(compose_scored_lines(made(Act.SAYS), 10)) == 1


def test_an_articles_page_begins_what_is_scored() -> None:
    scored = compose_scored_lines(made(), FIRST_PAGE)
    assert all(0.0 <= chance <= 1.0 for _, chance in scored)
    shown = compose_lines(made())
    assert {line.pieces for line in shown} <= {line.pieces for line, _ in scored}
