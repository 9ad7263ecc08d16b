"""Contents are whole clauses, though the tagger leaves words out."""

import pytest

from bot.domain.attribution import Act
from tests.unit.nlp.lang.marked import read, statements_of


@pytest.mark.parametrize(
    ("language", "marked", "words"),
    [
        (
            "es",
            "{source:Rui Tavares} {cue:dijo} que {content:el puerto cierra} mañana, ya que {content:falta gente}.",
            "el puerto cierra mañana, ya que falta gente",
        ),
        (
            "es",
            "{source:Rui Tavares} {cue:dijo} que {content:el puerto cierra en el} muelle viejo. Llueve.",
            "el puerto cierra en el muelle viejo",
        ),
        (
            "fr",
            "{source:Jon Arnason} {cue:a dit} que {content:le port attend une tempête} violente, puis il est parti.",
            "le port attend une tempête violente",
        ),
        (
            "fr",
            "{source:Jon Arnason} {cue:a dit} que {content:le port} était fermé.",
            "le port était fermé",
        ),
        (
            "fr",
            "Si le port gèle, {content:le quai sera fermé}, {cue:a dit} {source:Jon Arnason}.",
            "Si le port gèle, le quai sera fermé",
        ),
        (
            "fr",
            "{cue:Selon} {source:Jon Arnason}, dans le port, {content:le quai sera fermé demain}.",
            "dans le port, le quai sera fermé demain",
        ),
        (
            "ar",
            "وزادت {content:الأعداد في الميناء}، {cue:وفقا} {source:للوزارة}.",
            "وزادت الأعداد في الميناء",
        ),
    ],
)  # fmt: skip
def test_words_that_belong_to_no_other_statement_are_part_of_the_clause(language: str, marked: str, words: str) -> None:
    assert statements_of(marked, language)[0][1] == [words]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        (
            "{source:Rui Tavares} {cue:dijo} que {content:el puerto cierra} donde nadie espera nada.",
            "el puerto cierra",  # the reporter goes on
        ),
        ("Lisboa.- {content:El muelle cierra}, {cue:informó} {source:Rui Tavares}.", "El muelle cierra"),
        (
            "{cue:Según} {source:la Liga}, el gremio del puerto, {content:el muelle cierra mañana}.",
            "el muelle cierra mañana",
        ),
        (
            "Venn afirma que llueve y {content:el muelle cierra}, {cue:informó} {source:Rui Tavares}.",
            "el muelle cierra",  # another word of saying
        ),
    ],
)
def test_what_somebody_else_says_or_the_reporter_adds_is_no_part(marked: str, words: str) -> None:
    assert statements_of(marked, "es")[-1][1] == [words]


@pytest.mark.parametrize(
    ("language", "marked", "words"),
    [
        ("es", "{source:Rui Tavares} {cue:dijo} que {content:si llueve cierra}.", "si llueve cierra"),
        ("fr", "{source:Jon Arnason} {cue:dit} qu{content:'en hiver le quai gèle}.", "en hiver le quai gèle"),
    ],
)  # fmt: skip
def test_a_condition_belongs_to_what_is_said_and_an_elision_does_not(language: str, marked: str, words: str) -> None:
    assert statements_of(marked, language)[0][1] == [words]


def test_a_cue_of_function_words_has_the_word_of_saying_beside_it() -> None:
    marked = "{content:Le quai gèle}, {cue:a} déclaré {source:Jon Arnason}."
    text, [one] = read(marked, "fr")
    assert one.cue is not None
    assert one.cue.of(text) == "a déclaré"


def test_two_finds_with_one_cue_in_a_sentence_are_one_statement() -> None:
    marked = "{cue:D}'{cue2:après} {source:Jon Arnason}, {content:le quai gèle}, {content2:le port attend}."
    assert statements_of(marked, "fr") == [("Jon Arnason", ["le quai gèle, le port attend"])]


def test_one_function_word_is_nothing_said() -> None:
    assert statements_of("{source:Jon Arnason} {cue:a annoncé} {content:l}'arrivée; il pleut.", "fr") == []


def test_words_that_open_the_text_are_read() -> None:
    assert statements_of("{content:El puerto abre} en abril, {cue:dijo} {source:Rui Tavares}.", "es")


def test_that_a_document_appeared_is_nothing_said() -> None:
    assert statements_of("{source:Jon Arnason} {cue:a publié} {content:un communiqué}.", "fr") == []


@pytest.mark.parametrize(
    ("language", "marked", "words"),
    [
        (
            "ar",
            "{cue:وأضاف} {source:سامر حداد} أن {content:السفينة غرقت قبل الفجر، لكنه لم يقدم دليلا على ذلك}.",
            "السفينة غرقت قبل الفجر",
        ),
        (
            "ar",
            "{cue:وأضاف} {source:سامر حداد} أن {content:النقابة اتهمته بالكذب، لكنها لم تقدم دليلا على ذلك}.",
            "النقابة اتهمته بالكذب، لكنها لم تقدم دليلا على ذلك",
        ),
        (
            "fr",
            "{source:Jon Arnason} {cue:a dit} que {content:le navire avait coulé, sans donner de détails}.",
            "le navire avait coulé",
        ),
    ],
)
def test_a_remark_of_the_reporter_is_not_said_by_the_speaker(language: str, marked: str, words: str) -> None:
    [(_, pieces)] = statements_of(marked, language)
    assert pieces == [words]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        (
            "{cue:قالت} {source:النقابة} إن {content:السفينة ملك للتاجر الذي تتهمه} البلدية بالغش.",
            "السفينة ملك للتاجر الذي تتهمه البلدية بالغش",
        ),
        (
            "{cue:قالت} {source:النقابة} إن {content:السفينة كانت ملكا للتاجر الذي ينكر}\xa0الحادث كله.",
            "السفينة كانت ملكا للتاجر الذي ينكر\xa0الحادث كله",
        ),
        (
            "{cue:قالت} {source:النقابة} إن {content:السفينة ملك للتاجر الذي ينكر} "
            "{source2:فيندال} {cue2:قوله} إن {content2:الميناء مفتوح}.",
            "السفينة ملك للتاجر",
        ),
        (
            "{cue:قالت} {source:النقابة} إن {content:الجسر أغلق بسبب العيد} الوطني.",
            "الجسر أغلق بسبب العيد الوطني",
        ),
        (
            "{cue:قالت} {source:النقابة} إن {content:الأمر ظل سرا حتى} كشف عنه الحارس.",
            "الأمر ظل سرا حتى كشف عنه الحارس",
        ),
    ],
)  # fmt: skip
def test_a_clause_does_not_end_after_a_word_that_needs_the_next(marked: str, words: str) -> None:
    assert statements_of(marked, "ar")[0][1] == [words]


@pytest.mark.parametrize(
    ("language", "marked", "words"),
    [
        (
            "ar",
            "{cue:قالت} {source:النقابة} إن {content:السفينة غرقت قبل الفجر}. فيندال: {content:الجسر القديم مفتوح}",
            "السفينة غرقت قبل الفجر",
        ),
        (
            "zh",
            "{source:港务局}{cue:要求}，{content:船只立即离开港口}。海鸥报记者表示，{content:大桥已经关闭多日}。",
            "船只立即离开港口",
        ),
        ("zh", "{content:这里}关门，{source:港务局}{cue:表示}，{content:港口已经开放}。", "港口已经开放"),
    ],
)
def test_a_heading_and_what_another_finds_are_no_part(language: str, marked: str, words: str) -> None:
    assert statements_of(marked, language)[0][1] == [words]


def test_a_word_with_signs_of_vowels_is_one_word() -> None:
    text, [one] = read("{cue:وحمّل} {source:سامر حداد} {content:النقابة مسؤولية إغلاق الميناء}.", "ar")
    assert one.cue is not None
    assert (one.cue.of(text), one.act) == ("وحمّل", Act.ACCUSES)
