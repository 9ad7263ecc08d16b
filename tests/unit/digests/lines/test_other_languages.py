"""Lines of articles in other languages than English: from the verb, or the words alone."""

from dataclasses import replace

import pytest

from bot.digests.lines.choice import compose_lines
from bot.digests.lines.weighing import FIRST_PAGE
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article
from tests.unit.nlp.lang.marked import read


def reading_of(marked: str, language: str) -> Reading:
    text, found = read(marked, language)
    article = Article(text)
    sure = tuple(replace(one, confidence=0.9) for one in found)
    return Reading(reading_id(article), article, Analysis(article.text_sha256, "by hand 1", (), sure, language))


def lines_of(marked: str, language: str) -> list[tuple[str | None, str]]:
    reading = reading_of(marked, language)
    return [
        (line.speaker.name if line.speaker else None, " … ".join(p.of(reading.article.text) for p in line.pieces))
        for line in compose_lines(reading)
    ]


@pytest.mark.parametrize(
    ("language", "marked", "line"),
    [
        (
            "ru",
            "{source:Посол Эрик Хольм} также {cue:заявил}, что {content:судно свободно}, но ветер крепчал.",
            "также заявил, что судно свободно",
        ),
        (
            "ru",
            "«{content:Судно задержали незаконно}», — {cue:сказал} {source:Эрик Хольм}.",
            "«Судно задержали незаконно»",
        ),
        ("ru", "По {cue:словам} {source:Эрика Хольма}, {content:ответа еще нет}.", "ответа еще нет"),
        (
            "fr",
            "{source:Jon Arnason} n'a pas {cue:confirmé} {content:la date de la réunion}.",
            "n'a pas confirmé la date de la réunion",
        ),
        (
            "es",
            "{source:Rui Tavares} {cue:acusó} {content:a sus vecinos de mentir}.",
            "acusó a sus vecinos de mentir",
        ),
        (
            "fr",
            "{source:Jon Arnason} est arrivé jeudi au port et a {cue:annoncé} {content:une trêve de dix jours}.",
            "a annoncé une trêve de dix jours",
        ),
        (
            "es",
            "{source:Rui Tavares} {cue:aseguró} {content:que no firmará ningún acuerdo de paz y}.",
            "aseguró que no firmará ningún acuerdo de paz",
        ),
        ("ar", "{cue:قال} {source:سامر حداد} إن {content:المعبر سيفتح خلال أسبوع}.", "المعبر سيفتح خلال أسبوع"),
        ("zh", "{source:林远}{cue:表示}，{content:港口将继续对外国船只开放}。", "港口将继续对外国船只开放"),
        ("zh", "{source:林远}{cue:呼吁}{content:各方保持克制}。", "呼吁各方保持克制"),
    ],
)
def test_a_line_reads_on_from_the_name(language: str, marked: str, line: str) -> None:
    [(_, words)] = lines_of(marked, language)
    assert words == line


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("fr", "{source:Oslo} {cue:craint} {content:une nouvelle crise en mer}."),
        ("ru", "{source:Осло} {cue:заявило}, что {content:порт открыт}\n\nДругие новости."),
    ],
)
def test_attitudes_and_headlines_are_no_lines(language: str, marked: str) -> None:
    assert lines_of(marked, language) == []


def test_what_is_unsure_is_no_line() -> None:
    reading = reading_of("{source:Rui Tavares} {cue:dijo} que {content:el puerto sigue abierto}.", "es")
    [one] = reading.analysis.attributions
    unsure = replace(reading.analysis, attributions=(replace(one, confidence=0.3),))
    assert compose_lines(replace(reading, analysis=unsure)) == ()


def test_no_more_lines_than_a_page_holds_and_none_twice() -> None:
    marked = " ".join(
        f"{{source{n}:Rui Tavares}} {{cue{n}:dijo}} que {{content{n}:el puerto número {n} sigue abierto hoy}}."
        for n in range(10)
    )
    lines = lines_of(marked, "es")
    assert 0 < len(lines) <= FIRST_PAGE
    assert len(set(lines)) == len(lines)


def test_words_after_which_all_would_follow_are_no_line() -> None:
    marked = "По {cue:словам} {source:Эрика Хольма}, {content:ответа еще нет}. Вчера {content:и на}."
    assert lines_of(marked, "ru") == [("Эрик Хольм", "ответа еще нет")]
