"""Quotations of their own: whose they are where no word of saying stands beside them."""

import pytest

from bot.domain.attribution import Kind
from bot.nlp.lang.lexicon import load_lexicon
from bot.nlp.lang.page import Page
from bot.nlp.lang.statements import find_statements
from tests.unit.nlp.lang.marked import read, statements_of


@pytest.mark.parametrize(
    ("language", "marked", "words"),
    [
        (
            "es",
            "“{content:El muelle cierra mañana temprano}”, {cue:dijo} {source:Rui Tavares}.\n\n"
            "“No esperamos a nadie más.” El puente sigue abierto.",
            "“No esperamos a nadie más.”",
        ),
        (
            "fr",
            "{source:Jon Arnason} {cue:a dit} que {content:le quai gèle}.\n\n« Nous ne céderons pas ici. »",
            "« Nous ne céderons pas ici. »",
        ),
        ("zh", "{source:林远}{cue:表示}，{content:港口将开放}。\n\n“我们愿意与各方对话。”", "“我们愿意与各方对话。”"),
    ],
)  # fmt: skip
def test_a_quotation_goes_on_from_the_paragraph_before(language: str, marked: str, words: str) -> None:
    (first, _), (second, pieces) = statements_of(marked, language)
    assert (second, pieces) == (first, [words])


def test_a_quotation_that_nothing_leads_to_is_nobodys() -> None:
    assert statements_of("“No esperamos a nadie más.” El puente sigue abierto.", "es") == []


def test_a_chinese_quotation_ends_where_the_next_has_a_cue_of_its_own() -> None:
    marked = "{source:林远}{cue:说}：{content:“港口现在已经全部开放。”}\n\n“有人正在着急修补码头，”他说。"
    found = statements_of(marked, "zh")
    assert [pieces for _, pieces in found] == [["“港口现在已经全部开放。”"], ["“有人正在着急修补码头，”"]]
    assert {name for name, _ in found} == {"林远"}


def test_a_quotation_with_a_cue_is_no_piece_of_another_statement() -> None:
    marked = (
        "{source:报告}{cue:称}{content:税收增加了一半}。林远说：{content:“我们愿意与各方举行对话。”}港口将继续开放。"
    )
    assert [pieces for _, pieces in statements_of(marked, "zh")] == [["税收增加了一半"], ["“我们愿意与各方举行对话。”"]]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "es",
            "Rui Tavares agregó, con cierta sorna, que «las bases no se construyen así».",
            "«las bases no se construyen así»",
        ),
        ("ar", 'قال سامر الحسيني إن "الميناء سيبقى مفتوحا غدا".', '"الميناء سيبقى مفتوحا غدا"'),
        ("fr", "Jon Arnason a ajouté hier soir que « le quai sera fermé demain ».", "« le quai sera fermé demain »"),
    ],
)  # fmt: skip
def test_a_quotation_after_a_word_of_saying_needs_no_colon(language: str, text: str, words: str) -> None:
    assert [pieces for _, pieces in statements_of(text, language)] == [[words]]


def test_a_statement_goes_on_with_the_quotation_right_after_it() -> None:
    marked = "{source:林远}{cue:称}{content:选举}“平静得令人打哈欠”。"
    assert [pieces for _, pieces in statements_of(marked, "zh")] == [["选举“平静得令人打哈欠”"]]


def test_words_in_marks_are_said_whatever_verb_stands_beside_them() -> None:
    marked = "“{content:Es un honor trabajar con ella}”, {cue:confió} {source:Rui Tavares}."
    _, (found,) = read(marked, "es")
    assert found.act == "says"


def test_a_new_quotation_in_a_new_paragraph_is_a_statement_of_its_own() -> None:
    marked = "{content:« Le quai gèle demain »}, {cue:a dit} {source:Jon Arnason}.\n\n{content:« Le port attend ici. »}"
    assert statements_of(marked, "fr") == [
        ("Jon Arnason", ["« Le quai gèle demain »"]),
        ("Jon Arnason", ["« Le port attend ici. »"]),
    ]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ru", '{content:"Порт открыт для всех}, – {cue:сказал} {source:Даль}. – {content:Мост закрыт до весны"}.'),
        ("ru", '{source:Даль} {cue:сказал}: {content:"Мы не хотим "терять" порт, и моста мы не отдадим"}.'),
    ],
)
def test_words_in_marks_that_nest_or_go_on_are_direct(language: str, marked: str) -> None:
    _, [one] = read(marked, language)
    assert one.kind is Kind.DIRECT


def test_two_quotations_and_words_between_them_are_not_direct() -> None:
    _, [one] = read('{source:Даль} {cue:назвал} {content:"порт" и старый "мост"}.', "ru")
    assert one.kind is Kind.MIXED


def test_what_the_reporter_adds_behind_a_quotation_is_not_said() -> None:
    words = '"نحتاج إلى اتفاق سريع يضمن حرية الملاحة في كل الموانئ قبل نهاية الصيف"'
    text, [one] = read(f"{{cue:قال}} {{source:سامر حداد}}: {{content:{words} في إشارة إلى الميناء}}.", "ar")
    assert [piece.of(text) for piece in one.content] == [words]


@pytest.mark.parametrize(
    ("language", "marked", "pieces"),
    [
        (
            "ar",
            '{cue:قالت} {source:ليلى حداد}: {content:"لا نقبل هذا الرد أبدا" مضيفة "نريد أن نفهم ما حدث"}.',
            ['"لا نقبل هذا الرد أبدا"', '"نريد أن نفهم ما حدث"'],
        ),
        (
            "es",
            "{source:Rui Tavares} {cue:dijo}: {content:y “el puerto sigue abierto hoy”}.",
            ["“el puerto sigue abierto hoy”"],
        ),
        (
            "es",
            "{content:la nostalgia} {source:Rui Tavares} {cue:dijo} que {content:“había la misma presión por fax”}.",
            ["“había la misma presión por fax”"],
        ),
    ],
)
def test_quotations_stand_without_what_joins_them(language: str, marked: str, pieces: list[str]) -> None:
    text, [one] = read(marked, language)
    assert [piece.of(text) for piece in one.content] == pieces
    assert one.kind is Kind.DIRECT


@pytest.mark.parametrize(
    "content", ['" Este puerto sigue abierto para todos "', "'Este puerto sigue abierto para todos\""]
)
def test_marks_with_a_blank_behind_them_and_marks_that_differ_are_marks(content: str) -> None:
    _, [one] = read(f"{{content:{content}}}, {{cue:dijo}} {{source:Rui Tavares}}.", "es")
    assert one.kind is Kind.DIRECT


def test_the_kind_is_of_each_paragraph_that_is_a_statement_of_its_own() -> None:
    first = "{content:El muelle cierra y “el puerto abre mañana temprano.”} {cue:dijo} {source:Rui Tavares}."
    marked = f"{first}\n\n{{content:“El puerto sigue abierto a todos.”}}"
    _, found = read(marked, "es")
    assert [one.kind for one in found] == [Kind.MIXED, Kind.DIRECT]


@pytest.mark.parametrize(
    ("language", "marked", "words"),
    [
        (
            "ar",
            'وقال {source:مسؤول} {cue:طالبا} {content:عدم الكشف عن هويته "الميناء سيبقى مفتوحا غدا"}.',
            '"الميناء سيبقى مفتوحا غدا"',
        ),
        (
            "es",
            "{cue:Dijo} {source:un funcionario} bajo {content:condición de anonimato «el muelle cierra temprano»}.",
            "«el muelle cierra temprano»",
        ),
    ],
)  # fmt: skip
def test_a_wish_not_to_be_named_is_no_part_of_the_quotation(language: str, marked: str, words: str) -> None:
    ((_, pieces),) = statements_of(marked, language)
    assert pieces == [words]


def test_an_aside_that_tells_who_speaks_is_not_said() -> None:
    marked = (
        "Посол Эрик Хольм приехал в порт. «{content:Порт не закрывается ради одного моста}, — {cue:отмечает} "
        "{source:посол}. — {content:Мост подождет до весны}»."
    )
    assert statements_of(marked, "ru") == [
        ("Эрик Хольм", ["«Порт не закрывается ради одного моста", "Мост подождет до весны"])
    ]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("他表示，北港正在修建新的码头和两座仓库。", ["北港正在修建新的码头和两座仓库"]),
        ("他还指出，北港正在修建新的码头和两座仓库。", ["北港正在修建新的码头和两座仓库"]),
        ("他的律师表示过，北港正在修建新的码头和两座仓库。", []),
        ("他十分关注，北港正在修建新的码头和两座仓库。", []),
    ],
)
def test_a_chinese_sentence_that_begins_with_he_said_is_a_statement(sentence: str, words: list[str]) -> None:
    found = statements_of("{source:港务局长林远}{cue:表示}，{content:港口将开放}。\n\n" + sentence, "zh")
    assert [said for _, said in found[1:]] == ([words] if words else [])
    assert {name for name, _ in found} == {"林远"}


def test_a_quotation_is_not_of_those_whose_words_follow() -> None:
    marked = (
        '"Où trouverons-nous du poisson pour tous nos enfants ?" '
        "{source:D'autres} {cue:soutiennent} que {content:le port va bien}."
    )
    text, found = read(marked, "fr")
    assert [[piece.of(text) for piece in one.content] for one in found if one.cue] == [["le port va bien"]]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("وجاء في بيان وزارة النقل", "وزارة النقل"),
        ("وقد جاء في بيان لوزارة النقل أمس", "وزارة النقل"),
        ("وجاء في الصباح رجل من الميناء", None),
    ],
)
def test_a_quotation_after_the_document_that_has_it_is_of_its_owner(lead: str, speaker: str | None) -> None:
    text = f'{lead}: "إن الجسر مغلق أمام جميع السفن منذ الصباح".'
    links = find_statements(Page(text, load_lexicon("ar")), ())
    assert bool(links) is (speaker is not None)
    assert speaker is None or (links[0].source is not None and speaker in links[0].source.of(text))


def test_what_stands_in_it_is_a_quotation_of_nobody_yet() -> None:
    text = 'وجه فين رسالة إلى الصحيفة. ومما ورد فيها: "إن الجسر مغلق أمام جميع السفن منذ الصباح".'
    (link,) = find_statements(Page(text, load_lexicon("ar")), ())
    assert link.source is None
    assert link.cue is not None
    assert link.cue.of(text) == "ورد"
