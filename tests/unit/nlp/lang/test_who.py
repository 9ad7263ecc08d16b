"""Who is meant in five languages: persons, bodies, descriptions and pronouns, with a tagger made by hand."""

from dataclasses import replace

import pytest

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.nlp.lang.attributions import find_attributions
from bot.nlp.lang.entities import EntityTable, office_head
from bot.nlp.lang.lexicon import load_lexicon
from bot.nlp.lang.page import Page
from bot.nlp.lang.rankers import Features, load_rankers
from bot.nlp.lang.roles import RolePhrase
from bot.nlp.lang.source_phrases import PhraseKind, parse_source_phrase
from bot.nlp.lang.speakers import SourceResolver, as_written
from bot.nlp.lang.statements import find_statements
from bot.nlp.lang.unspaced_names import find_names
from bot.nlp.speakers.candidate_ranker import Ranker
from bot.nlp.tagger.tagged_text import AttributionLink
from tests.unit.nlp.lang.marked import read, statements_of, tag, with_named


def speakers(marked: str, language: str) -> list[str | None]:
    return [name for name, _ in statements_of(marked, language)]


def table_of(marked: str, language: str) -> EntityTable:
    text, tagging = tag(marked)
    return EntityTable(Page(text, load_lexicon(language)), tagging.links)


def test_two_persons_of_one_surname_stay_two() -> None:
    marked = (
        "{source:Le président Jon Ek} {cue:a dit} que {content:le port est ouvert}. "
        "{source2:Ingrid Ek} {cue2:a répondu} que {content2:le pont est fermé}."
    )
    assert speakers(marked, "fr") == ["Jon Ek", "Ingrid Ek"]


@pytest.mark.parametrize(
    ("phrase", "subject"),
    [
        ("Центрального банка", "Центральный банк"),
        ("российской стороны", "российская сторона"),
        ("Минторге", "Минторг"),
        ("пресс-службе порта", "пресс-служба порта"),
        ("египетских властей", "египетские власти"),
        ("источников в порту", "источников в порту"),
        ("министры", "министры"),
        ("совместном заявлении", "совместное заявление"),
        ("докладе", "доклад"),
        ("Хольма", "Хольма"),
        ("Герман Гордеев", "Герман Гордеев"),
        ("Германии", "Германия"),
        ("трех участников встречи", "трое участников встречи"),
        ("трем участникам встречи", "трем участникам встречи"),
        ("пояснении к законопроекту", "пояснение к законопроекту"),
        ("пресс-секретарем порта", "пресс-секретарь порта"),
        ("главный инспектор порта", "главный инспектор порта"),
        ("советник по рыбной ловле", "советник по рыбной ловле"),
        ("обвинительному заключению", "обвинительное заключение"),
        ("первым частичным результатам", "первые частичные результаты"),
        ("статье", "статья"),
        ("аналитиков", "аналитики"),
        ("аналитика", "аналитик"),
    ],
)
def test_a_russian_body_is_named_as_a_subject(phrase: str, subject: str) -> None:
    cases = load_lexicon("ru").cases
    assert cases is not None
    assert cases.nominative(phrase) == subject


def test_a_russian_body_after_a_preposition_is_named_as_a_subject() -> None:
    assert speakers("В {source:Минторге} {cue:заявили}, что {content:порт открыт для всех}.", "ru") == ["Минторг"]


@pytest.mark.parametrize(
    ("language", "phrase", "kind"),
    [
        ("fr", "la Télévision tchèque", PhraseKind.BODY),
        ("fr", "la Reine Sofía", PhraseKind.PERSON),
        ("fr", "sa", PhraseKind.PRONOUN),
        ("es", "su", PhraseKind.PRONOUN),
        ("ar", "وزيرة التعليم ليلى حداد", PhraseKind.PERSON),
        ("ar", "وكتب", PhraseKind.OTHER),
        ("ar", "مسؤول آخر", PhraseKind.DESCRIPTION),
        ("ar", "القضاة", PhraseKind.GROUP),
        ("ar", "محامي حداد", PhraseKind.DESCRIPTION),
        ("ar", "المحامي حداد", PhraseKind.PERSON),
        ("ru", "Минводхозе", PhraseKind.BODY),
        ("zh", "挪威选举委员会", PhraseKind.BODY),
        ("zh", "挪威总统府", PhraseKind.BODY),
        ("zh", "这位部长", PhraseKind.DESCRIPTION),
        ("zh", "它", PhraseKind.PRONOUN),
        ("zh", "一位外交官", PhraseKind.DESCRIPTION),
        ("zh", "来自挪威的专家", PhraseKind.DESCRIPTION),
        ("zh", "晨光（集团）有限公司副总经理林远", PhraseKind.PERSON),
    ],
)
def test_what_looked_like_a_name_is_none(language: str, phrase: str, kind: PhraseKind) -> None:
    assert parse_source_phrase(Page(phrase, load_lexicon(language)), Span(0, len(phrase))).kind is kind


def test_words_before_a_relative_pronoun_are_somebody_who_may_be_meant() -> None:
    marked = "Tout dépend du gouvernement islandais, {source:qui} {cue:a dit} {content:vouloir attendre le printemps}."
    assert "gouvernement islandais" in [one.name for one in table_of(marked, "fr").entities]
    text, tagging = with_named(marked, "gouvernement islandais", 0.8)
    found = find_attributions(text, tagging, "fr")
    assert [one.speaker.name for one in found if one.speaker] == ["gouvernement islandais"]


@pytest.mark.parametrize(
    ("language", "marked", "role"),
    [
        ("fr", "{source:Jon Ek}, éleveur d'huîtres à Bergen, {cue:a dit} que {content:la mer est froide}.", "éleveur"),
        ("es", "{source:Rui Tavares}, pescador de Oporto, {cue:dijo} que {content:el mar está frío}.", "pescador"),
    ],
)
def test_an_office_that_no_list_has_is_told_by_where_it_stands(language: str, marked: str, role: str) -> None:
    _, [one] = read(marked, language)
    assert one.speaker is not None
    assert one.speaker.role is not None
    assert role in one.speaker.role


def test_nobody_is_named_where_nobody_is_likely_enough() -> None:
    marked = "{source:Elle} {cue:a ajouté} que {content:son pays attendrait encore}."
    assert speakers(marked, "fr") == [None]


def test_the_released_weights_are_those_of_four_rankers() -> None:
    rankers = load_rankers()
    for one in (rankers.referents, rankers.names, rankers.roles, rankers.countries):
        assert 0 <= one.threshold < 1
        assert one.weights
        assert all(abs(weight) < 20 for weight in one.weights.values())


def test_the_likeliest_row_is_chosen_and_the_first_of_equals() -> None:
    ranker = Ranker({"near": 2.0, "far": -1.0}, 0.5)
    assert ranker.best([{"far": 1.0}, {"near": 1.0}])[0] == 1
    assert ranker.best([{}, {}]) == (0, 0.5)
    assert replace(ranker, weights={}).best([{"near": 1.0}, {}]) == (0, 0.5)


def test_a_hashtag_is_read_as_a_name() -> None:
    assert speakers("{cue:قال} {source:الوزير سامر #حداد} إن {content:المعبر سيفتح خلال أسبوع}.", "ar") == ["سامر حداد"]


def test_a_chinese_person_who_is_named_behind_a_title_is_meant_by_a_pronoun() -> None:
    marked = (
        "{source:林远}{cue:表示}，{content:港口将开放}。\n\n挪威外交大臣阿恩·达尔赞同这一主张。"
        "{source2:他}{cue2:宣布}，{content2:将派出两艘船}。"
    )
    table = table_of(marked, "zh")
    assert [entity.name for entity in table.entities] == ["林远", "阿恩·达尔"]


@pytest.mark.parametrize(
    ("language", "phrase", "name", "kind"),
    [
        ("zh", "其发言人林远", "林远", PhraseKind.PERSON),
        ("zh", "专家组", "专家组", PhraseKind.DESCRIPTION),
        ("es", "La Corte Internacional de Justicia", "Corte Internacional de Justicia", PhraseKind.BODY),
        ("es", "muchos vecinos", "muchos vecinos", PhraseKind.GROUP),
        ("ar", "فالحكومة", "الحكومة", PhraseKind.BODY),
    ],
)
def test_a_body_or_group_is_no_person_of_its_last_word(language: str, phrase: str, name: str, kind: PhraseKind) -> None:
    found = parse_source_phrase(Page(phrase, load_lexicon(language)), Span(0, len(phrase)))
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("Натальи Кулаковой", "Наталья Кулакова"),
        ("Олега Хольмского", "Олег Хольмский"),
        ("Сергея Игнатова", "Сергей Игнатов"),
    ],
)
def test_a_russian_name_in_the_genitive_is_told_as_a_subject(name: str, subject: str) -> None:
    marked = f"По {{cue:мнению}} {{source:{name}}}, {{content:порт открыт для всех}}."
    assert speakers(marked, "ru") == [subject]


def test_an_arabic_subject_ends_before_the_person_who_is_addressed() -> None:
    marked = (
        "{cue:قال} {source:سامر الحسيني} إن {content:الميناء مفتوح}. "
        "{cue2:قال} {source2:كريم البنا} إن {content2:الجسر مغلق}. "
        "{cue3:حذر} {source3:الحسيني البنا} من أن {content3:الطريق طويل}."
    )
    assert speakers(marked, "ar")[2] == "سامر الحسيني"


@pytest.mark.parametrize(("language", "name", "woman"), [("es", "Lucía Herrera", True), ("ru", "Олег Хольм", False)])
def test_a_given_name_tells_whether_a_woman_speaks(language: str, name: str, woman: bool) -> None:
    table = table_of(f"{{source:{name}}} {{cue:x}} {{content:y}}", language)
    assert [entity.feminine for entity in table.entities] == [woman]


def test_a_spanish_subject_is_named_after_its_possessive() -> None:
    marked = "Su gerente, Pilar Bádenas, {cue:afirmó} que {content:el sector vive de promesas}."
    assert speakers(marked, "es") == ["Pilar Bádenas"]


def test_a_chinese_source_ends_before_the_verb_that_quotes() -> None:
    marked = "{source:晨光社引述}一名交易员的话{cue:说}，{content:市场已经平静}。"
    assert speakers(marked, "zh") == ["晨光社"]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [("سامر الحسيني، المبعوث الخاص لوزير الخارجية، كريم", "سامر الحسيني"), ("مفوضة الأمم المتحدة لحقوق الإنسان", None)],
)
def test_an_arabic_name_is_not_what_follows_the_office(phrase: str, name: str | None) -> None:
    found = parse_source_phrase(Page(phrase, load_lexicon("ar")), Span(0, len(phrase)))
    assert (found.name if found.kind is PhraseKind.PERSON else None) == name


def test_an_arabic_lawyer_is_not_the_person_whom_he_defends() -> None:
    marked = (
        "{cue:قال} {source:سامر الحسيني} إن {content:الميناء مفتوح}. "
        "{cue2:قال} {source2:محامي الحسيني كريم البنا} إن {content2:الجسر مغلق}."
    )
    assert speakers(marked, "ar") == ["سامر الحسيني", "كريم البنا"]


def test_no_more_names_are_told_of_a_long_chinese_text_than_are_of_use() -> None:
    letters = "阿巴卡达尔"
    text = "".join(f"总统{letters[n % 5]}{letters[n // 5 % 5]}{letters[n // 25 % 5]}{n}说" for n in range(9000))
    assert len(list(find_names(text, load_lexicon("zh")))) == 300


@pytest.mark.parametrize(
    ("source", "name"),
    [("الحسيني", "سامر الحسيني"), ("وكالة الأنباء الكورية", "وكالة الأنباء الكورية")],
)
def test_an_arabic_surname_with_an_article_is_a_person_s(source: str, name: str) -> None:
    marked = (
        "{cue:قال} {source:الوزير سامر الحسيني} إن {content:الميناء مفتوح}.\n\n"
        f"{{cue2:قال}} {{source2:{source}}} إن {{content2:الجسر مغلق}}."
    )
    assert speakers(marked, "ar")[1] == name


def test_an_arabic_article_is_whole_behind_a_preposition() -> None:
    assert speakers("{content:الميناء مفتوح}، {cue:وفقا} {source:للوفد الكوري}.", "ar") == ["الوفد الكوري"]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("{cue:По словам} {source:Валерия}, {content:порт открыт}.", ["Валерий"]),
        (
            "{cue:По словам} {source:Дараги}, {content:порт открыт}. "
            "{source2:Дараги} {cue2:заявил}, {content2:мост закрыт}.",
            ["Дараги", "Дараги"],
        ),
    ],
)
def test_a_russian_name_keeps_the_form_that_it_has_as_a_subject(marked: str, names: list[str]) -> None:
    assert speakers(marked, "ru") == names


@pytest.mark.parametrize(("score", "role"), [(0.9, "ministro"), (0.1, None)])
def test_a_doubtful_find_tells_no_office(score: float, role: str | None) -> None:
    text, tagging = tag("{cue:Dijo} {source:Tavares} {content:sí}. {source2:El ministro} {cue2:dijo} {content2:no}.")
    links = [replace(link, score=score) for link in tagging.links]
    resolver = SourceResolver(Page(text, load_lexicon("es")), links, load_rankers())
    person = next(one for one in resolver.table.entities if one.name == "Tavares")
    resolver.record(resolver.choice(1), person)
    assert person.role == role


def rows_of(marked: str, language: str, number: int) -> dict[str, Features]:
    """The features of all whom one source may mean, by name; who spoke before is told by the released weights."""
    text, tagging = tag(marked)
    rankers = load_rankers()
    resolver = SourceResolver(Page(text, load_lexicon(language)), tagging.links, rankers)
    for before in resolver.order[:number]:
        resolver.step(resolver.choice(before), rankers.referents)
    choice = resolver.choice(resolver.order[number])
    return {one.name: row for one, row in zip(choice.entities, choice.rows, strict=False)}


@pytest.mark.parametrize(
    ("language", "marked", "state"),
    [
        (
            "ar",
            "{cue:قال} {source:وزير الخارجية يون إك} إن {content:الميناء مفتوح أمام السفن}. "
            "{cue2:وذكر} أن {source2:كوريا الشمالية} {content2:ستلتزم بالاتفاق الجديد}.",
            "كوريا الشمالية",
        ),
        (
            "es",
            "{source:La ministra Ana Robles} {cue:dijo} que {content:el puerto está abierto}. "
            "{cue2:Añadió} que {source2:Noruega} {content2:cumplirá el acuerdo}.",
            "Noruega",
        ),
    ],
)
def test_who_stands_behind_the_conjunction_is_what_is_spoken_of(language: str, marked: str, state: str) -> None:
    assert rows_of(marked, language, 1)[state]["own, behind conjunction"] == 1.0
    assert "own, behind conjunction" not in next(iter(rows_of(marked, language, 0).values()))


def test_whose_lawyer_speaks_is_named_behind_of() -> None:
    marked = (
        "El empresario Iván Lobera llegó. {source:El abogado de Lobera} {cue:afirma} que {content:todo está en orden}."
    )
    assert rows_of(marked, "es", 0)["Iván Lobera"]["within source, oblique"] == 1.0


@pytest.mark.parametrize(
    ("phrase", "feminine"),
    [
        ("وزارة الخارجية", True),
        ("الحكومة العراقية", True),
        ("السلطات العراقية", True),
        ("مجلس الأمن", False),
        ("المتحدث باسم الخارجية", False),
        ("المتحدثة باسم البيت الأبيض", True),
    ],
)
def test_the_first_noun_of_an_arabic_phrase_has_its_gender(phrase: str, feminine: bool) -> None:
    assert parse_source_phrase(Page(phrase, load_lexicon("ar")), Span(0, len(phrase))).feminine is feminine


@pytest.mark.parametrize(("cue", "feature"), [("وقال", "man's cue, a body"), ("وقالت", "woman's cue, a body")])
def test_an_arabic_verb_tells_of_a_state_too(cue: str, feature: str) -> None:
    marked = "{content:الميناء مفتوح}، {cue:بحسب} {source:كوريا الشمالية}. {cue2:%s} إن {content2:الجسر مفتوح أيضا}."
    assert rows_of(marked % cue, "ar", 1)["كوريا الشمالية"][feature] == 1.0


@pytest.mark.parametrize(
    ("language", "phrase", "name", "role"),
    [
        ("es", "El congresista Hernando Cuba", "Hernando Cuba", "congresista"),
        ("es", "El ministro Leonel Fuentes", "Leonel Fuentes", "ministro"),
        ("ar", "ريزان حدو المستشار الإعلامي لوحدات حماية الشعب", "ريزان حدو", "المستشار الإعلامي لوحدات حماية الشعب"),
    ],
)
def test_a_name_ends_where_its_phrase_or_the_role_behind_it_tells(
    language: str, phrase: str, name: str, role: str
) -> None:
    parsed = parse_source_phrase(Page(phrase, load_lexicon(language)), Span(0, len(phrase)))
    assert (parsed.kind, parsed.name, parsed.role) == (PhraseKind.PERSON, name, role)


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("es", "El director de Greenpeace España"),
        ("es", "El ministro de Exteriores de Francia"),
        ("ar", "المدعي العام بضرورة"),
        ("ar", "المستشار الإعلامي لوحدات حماية الشعب"),
    ],
)
def test_a_role_without_a_name_stays_a_description(language: str, phrase: str) -> None:
    assert (
        parse_source_phrase(Page(phrase, load_lexicon(language)), Span(0, len(phrase))).kind is PhraseKind.DESCRIPTION
    )


@pytest.mark.parametrize(
    "opening",
    [
        "Ana Ruiz visitó el muelle",  # a given name
        "Sor Lim, de 55 años, visitó el muelle",  # an age behind it
        "Evka Ruiz visitó el muelle y ayer habló Ruiz",  # the surname alone elsewhere
    ],
)
def test_a_full_name_that_opens_a_sentence_is_somebody_s(opening: str) -> None:
    full = " ".join(opening.replace(",", "").split()[:2])
    surname = full.split()[1]
    found = statements_of(f"{opening}. Llueve. {{cue:Según}} {{source:{surname}}}, {{content:el puerto cierra}}.", "es")
    assert found == [(full, ["el puerto cierra"])]


def test_an_adverb_before_a_known_surname_is_no_given_name() -> None:
    marked = (
        "El presidente Jon Ek llegó. Actualmente Ek viaja y ayer habló Ek. {cue:Según} {source:Ek}, {content:llueve}."
    )
    assert statements_of(marked, "es")[-1][0] == "Jon Ek"


def test_an_office_ends_before_somebody_else_behind_a_comma() -> None:
    marked = (
        "Venn a salué le leader du groupe, et Jean Ek est parti. {cue:Selon} {source:Jean Ek}, {content:le quai gèle}."
    )
    _, found = read(marked, "fr")
    assert found[-1].speaker is not None
    assert found[-1].speaker.role is None


@pytest.mark.parametrize("word", ["وي", "أعلن", "كان"])
def test_no_word_of_grammar_is_a_person_in_a_script_without_capitals(word: str) -> None:
    marked = f"{{source:{word}}} {{cue:قال}} إن {{content:الميناء مفتوح أمام السفن}}."
    assert [one for one in table_of(marked, "ar").entities if one.kind is PhraseKind.PERSON] == []


@pytest.mark.parametrize(
    ("language", "text", "phrase", "owner"),
    [
        ("es", "Iván Lobo calló. El abogado de Lobo afirma que volverá.", "El abogado de Lobo", True),
        (
            "es",
            "Iván Lobo calló. El ministro de Exteriores Iván Lobo volverá.",
            "ministro de Exteriores Iván Lobo",
            False,
        ),
        (
            "es",
            "Iván Lobo calló. El asesor del presidente Iván Lobo volverá.",
            "El asesor del presidente Iván Lobo",
            True,
        ),
        ("zh", "外长比安卓·莫雷蒂没有出席。莫雷蒂的律师否认此事。", "莫雷蒂的律师", True),
        ("zh", "外长比安卓·莫雷蒂没有出席。外长莫雷蒂否认此事。", "外长莫雷蒂", False),
        ("ru", "Антон Долин молчал. Адвокат Долина возразил.", "Адвокат Долина", True),
        ("ru", "Антон Долин молчал. Адвокат Долин возразил.", "Адвокат Долин", False),
    ],
)
def test_an_owner_within_a_phrase_is_not_whom_it_describes(language: str, text: str, phrase: str, owner: bool) -> None:
    page = Page(text, load_lexicon(language))
    at = text.index(phrase)
    name = next(one for one in ("Iván Lobo", "比安卓·莫雷蒂", "Антон Долин") if one in text)
    link = AttributionLink(Span(text.index(name), text.index(name) + len(name)), None, (Span(0, 1),), 0.9, 0.9)
    table = EntityTable(page, [link])
    person = next(one for one in table.entities if one.kind is PhraseKind.PERSON and name.split()[-1] in one.name)
    within = [m.span for m in person.mentions if Span(at, at + len(phrase)).contains(m.span)]
    assert [table.is_owner(person, span, Span(at, at + len(phrase))) for span in within] == [owner] * len(within)
    assert within


def test_one_character_of_a_chinese_source_is_nobody() -> None:
    table = table_of("{source:者}{cue:表示}{content:港口将继续开放到年底}。", "zh")
    assert [one.name for one in table.entities] == []


@pytest.mark.parametrize(("one", "other"), [("المتحدث", "متحدث باسم الحكومة"), ("الوزير", "وزير التجارة")])
def test_an_office_is_the_same_with_and_without_article(one: str, other: str) -> None:
    lexicon = load_lexicon("ar")
    assert office_head(one, lexicon) == office_head(other, lexicon)


@pytest.mark.parametrize(
    ("language", "phrase", "name"),
    [("ar", "نظيره الألماني هايكو ماس", "هايكو ماس"), ("es", "su homólogo danés Lars Holm", "Lars Holm")],
)
def test_a_counterpart_is_no_office(language: str, phrase: str, name: str) -> None:
    found = parse_source_phrase(Page(phrase, load_lexicon(language)), Span(0, len(phrase)))
    assert (found.kind, found.name, found.role) == (PhraseKind.PERSON, name, None)


def test_where_something_was_published_is_nobody() -> None:
    marked = "«{content:Порт открыт}», – {cue:говорится} в {source:заявлении}, опубликованном на сайте Норвегии."
    text, tagging = with_named(marked, "сайте Норвегии", 0.9)
    [one] = find_attributions(text, tagging, "ru")
    assert one.speaker is None or "сайт" not in one.speaker.name


def test_whom_an_office_belongs_to_is_not_who_holds_it() -> None:
    marked = (
        "{source:La ministra Ana Ruiz} {cue:dijo} que {content:el muelle de Puerto Norte cierra}. "
        "{source2:El alcalde de Puerto Norte} {cue2:advirtió} de que {content2:nadie podrá pasar en mayo}."
    )
    assert [name for name, _ in statements_of(marked, "es")] == ["Ana Ruiz", "alcalde de Puerto Norte"]


def test_a_spokesman_is_not_the_ministry_that_he_speaks_for() -> None:
    marked = (
        "{cue:أعلنت} {source:وزارة الطاقة النرويجية} {content:إغلاق الميناء ثلاثة أيام}. "
        "{cue2:وقال} {source2:المتحدث باسم وزارة الطاقة النرويجية} إن {content2:الجسر مغلق}. "
        '{cue3:وأضاف}: {content3:"السفن تنتظر منذ يوم الأحد"}.'
    )
    spokesman = "المتحدث باسم وزارة الطاقة النرويجية"
    assert speakers(marked, "ar") == ["وزارة الطاقة النرويجية", spokesman, spokesman]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "ru",
            "{source:Эрик Хольм} {cue:заявил}, что {content:порт открыт для всех}. "
            "Ранее {cue1:сообщалось}, что {content1:мост закроют до самой весны}.",
        ),
        (
            "fr",
            "{source:Jon Arnason} {cue:a affirmé} que {content:le port est ouvert} "
            "{cue1:On estime} que {content1:le pont fermera avant la fin de mars}.",
        ),
        (
            "es",
            "{source:Rui Tavares} {cue:dijo} que {content:el puerto sigue abierto}. "
            "Más tarde se {cue1:informó} de que {content1:el puente cierra esta semana}.",
        ),
    ],
)
def test_a_verb_that_names_nobody_has_no_speaker(language: str, marked: str) -> None:
    assert speakers(marked, language)[1:] == [None]


def test_a_reflexive_verb_is_somebodys() -> None:
    marked = (
        "{source:Rui Tavares} {cue:dijo} que {content:el puerto sigue abierto}. "
        "Se {cue1:quejó} de que {content1:el puente cierra esta semana}."
    )
    assert speakers(marked, "es") == ["Rui Tavares", "Rui Tavares"]


def test_a_noun_alone_is_the_only_person_of_that_role() -> None:
    marked = (
        "{source:La ostricultora Ana Ruiz} {cue:dijo} que {content:el muelle cierra en mayo}. "
        "{source1:El Puerto de Solvik} {cue1:aseguró} que {content1:nadie cerrará el muelle}. "
        "{source2:La ostricultora} lo {cue2:niega}: {content2:«El muelle cierra en mayo»}."
    )
    assert speakers(marked, "es")[2] == "Ana Ruiz"


def test_a_noun_alone_is_neither_of_two_persons_of_that_role() -> None:
    marked = (
        "{source:La ostricultora Ana Ruiz} {cue:dijo} que {content:el muelle cierra en mayo}. "
        "{source1:La ostricultora Eva Lund} {cue1:aseguró} que {content1:nadie cerrará el muelle}. "
        "{source2:La ostricultora} lo {cue2:niega}: {content2:«El muelle cierra en mayo»}."
    )
    text, tagging = tag(marked)
    page = Page(text, load_lexicon("es"))
    resolver = SourceResolver(page, tagging.links, load_rankers())
    assert [resolver.bearer(resolver.choice(number).source) for number in range(3)] == [None, None, None]


@pytest.mark.parametrize(
    ("language", "marked", "name"),
    [
        (
            "ar",
            "{cue:وأوضح} {source:بيان للمكتب الصحفي لوزارة الموانئ} أن {content:السفن تنتظر منذ يوم الأحد}.",
            "بيان للمكتب الصحفي لوزارة الموانئ",
        ),
        ("zh", "{source:公告内容}{cue:显示}，{content:港口将继续对外国船只开放}。", "公告内容"),
    ],
)
def test_a_document_that_nobody_explains_is_named_as_it_is_written(language: str, marked: str, name: str) -> None:
    assert speakers(marked, language) == [name]


def test_a_document_with_an_issuer_is_no_other_document() -> None:
    marked = (
        "{cue:قال} {source:بيان رسمي} إن {content:الجسر مغلق أمام الشاحنات}. "
        "{cue2:وأوضح} {source2:بيان للمكتب الصحفي لوزارة الموانئ} أن {content2:السفن تنتظر منذ يوم الأحد}."
    )
    assert "بيان رسمي" not in speakers(marked, "ar")[1:]


@pytest.mark.parametrize(
    ("language", "marked", "name"),
    [
        (
            "es",
            "{cue:Según} fuentes de {source:la Delegación de Puertos}, {content:el muelle cierra en mayo}.",
            "fuentes de la Delegación de Puertos",
        ),
        (
            "fr",
            "Dans l'entourage du {source:président Jon Ek}, {cue:on laisse entendre} que {content:le port fermera}.",
            "entourage du président Jon Ek",
        ),
    ],
)
def test_those_around_somebody_are_not_that_somebody(language: str, marked: str, name: str) -> None:
    assert speakers(marked, language) == [name]


def test_an_office_that_the_person_before_does_not_hold_is_named_as_it_is_written() -> None:
    marked = (
        "{source:挪威港务局局长林远}26日{cue:表示}，{content:港口将继续开放}。林远回应渔业部部长的要求。\n\n"
        "{source3:他}{cue3:表示}，{content3:码头正在修建}。{source2:渔业部部长}{cue2:宣布}，{content2:仓库将在今年落成}。"
    )
    text, links = tag(marked)
    resolver = SourceResolver(Page(text, load_lexicon("zh")), links.links, load_rankers())
    choices = [resolver.choice(number) for number in resolver.order]
    [choice] = [one for one in choices if one.source.phrase is not None and one.source.phrase.name == "渔业部部长"]
    person = next(one for one in choice.entities if one.name == "林远")
    page = Page(text, load_lexicon("zh"))
    assert as_written(choice, person, page) is choice.source.own
    assert as_written(choice, None, page) is None


@pytest.mark.parametrize(
    ("language", "marked", "country"),
    [
        ("ar", "{cue:دعت} {source:النرويج وآيسلندا والدنمارك} إلى {content:فتح الميناء القديم}.", None),
        ("ar", "{cue:دعت} {source:النرويج} إلى {content:فتح الميناء القديم}.", "Norway"),
        ("fr", "{source:La Norvège et l'Islande} {cue:ont condamné} {content:la fermeture du port}.", None),
        ("ar", "{cue:قالت} {source:المحكمة الدولية الخاصة بالنرويج} إن {content:العقد باطل تماما}.", None),
        ("ar", "{cue:أعلن} {source:قضاة محكمة في لاهاي} أن {content:العقد باطل تماما}.", None),
        ("ar", "{cue:قالت} {source:المحكمة العليا في النرويج} إن {content:العقد باطل تماما}.", "Norway"),
    ],
)
def test_several_states_and_an_international_body_are_of_no_country(
    language: str, marked: str, country: str | None
) -> None:
    _, [one] = read(marked, language)
    assert one.speaker is not None
    assert one.speaker.country == country


def test_the_paper_is_the_paper_named_last() -> None:
    marked = (
        "{cue:قالت} {source:صحيفة الشراع النرويجية} إن {content:الميناء مفتوح أمام السفن}. "
        "{cue2:وأضافت} {source2:الصحيفة} أن {content2:الجسر مغلق منذ يومين}. "
        "{cue3:وقالت} {source3:صحيفة المنارة الآيسلندية} إن {content3:العقد باطل تماما}. "
        "{cue4:وأضافت} {source4:الصحيفة} أن {content4:الريح قوية جدا}."
    )
    first, second = "صحيفة الشراع النرويجية", "صحيفة المنارة الآيسلندية"
    assert speakers(marked, "ar") == [first, first, second, second]


def test_the_paper_is_none_that_was_named_before_another_unknown_one() -> None:
    marked = (
        "{cue:قالت} {source:صحيفة الشراع النرويجية} إن {content:الميناء مفتوح أمام السفن}. "
        "وفي صحيفة أخرى مقال عن الجسر. {cue2:وأضافت} {source2:الصحيفة} أن {content2:الجسر مغلق منذ يومين}."
    )
    assert speakers(marked, "ar")[1] != "صحيفة الشراع النرويجية"


@pytest.mark.parametrize("report", ["报道", "该报道"])
def test_a_report_is_of_the_paper_that_reported(report: str) -> None:
    marked = (
        "据{source:《北港晚报》}{cue:报道}，{content:港口将开放}。{source2:渔业部部长}{cue2:表示}，{content2:码头正在修建}。"
        f"{{source3:{report}}}{{cue3:说}}，{{content3:仓库将在今年落成}}。"
    )
    assert speakers(marked, "zh")[2] == "《北港晚报》"


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "«{content:Порт закроют до самой весны}», - {cue:говорится} в пояснении к {source:законопроекту}.",
            "пояснение к законопроекту",
        ),
        (
            "{content:Порт закроют до самой весны}, {cue:следует из} {source:проекта постановления, подготовленного "
            "Министерством рыбы}.",
            "проект постановления",
        ),
    ],
)
def test_a_russian_document_is_named_whole_and_as_a_subject(marked: str, name: str) -> None:
    text, tagging = tag(marked)
    page = Page(text, load_lexicon("ru"))
    table = EntityTable(page, find_statements(page, tagging.links))
    assert name in [entity.name for entity in table.entities]


def test_a_role_beside_a_name_is_printed_as_a_subject() -> None:
    marked = (
        "Об этом сказано в письме, переданном пресс-секретарем Мари Хольт. "
        "«{content:Порт закроют до самой весны}», - {cue:сказала} {source:Мари Хольт}."
    )
    _, [one] = read(marked, "ru")
    assert one.speaker is not None
    assert (one.speaker.name, one.speaker.role) == ("Мари Хольт", "пресс-секретарь")


def test_the_office_of_another_person_is_no_role() -> None:
    marked = (
        "Plusieurs conseillers, notamment Ruiz, ancienne cheffe de campagne d'Arnason Jean Morel et les autres, ont "
        "parlé. {source:Ruiz} {cue:a confirmé} que {content:le port fermerait avant la fin du mois}."
    )
    _, [one] = read(marked, "fr")
    assert one.speaker is None or one.speaker.role is None


def test_a_body_of_states_that_the_text_only_names_is_nobodys_country() -> None:
    marked = (
        "{source:La armadora Ana Ruiz} {cue:dijo} que {content:el muelle cierra en mayo}. "
        "{source1:Ruiz} {cue1:anunció} que {content1:escribirá a la Comisión Europea}, la Corte Europea y la "
        "Comisión Europea."
    )
    _, found = read(marked, "es")
    assert [one.speaker.country for one in found if one.speaker] == [None, None]


@pytest.mark.parametrize(
    ("marked", "language", "name"),
    [
        ("{source:La maniobra} {cue:indicó} que {content:el puerto abriría}.", "es", None),
        ("{source:La sonde Kestrel} {cue:a montré} que {content:le port est ouvert}.", "fr", None),
        ("{source:él abrió y la primera cosa} {cue:dijo} que {content:el puerto abriría}.", "es", None),
        ("{source:deux} {cue:ont dit} que {content:le port est ouvert}.", "fr", None),
        ("{source:Deux ministres} {cue:ont dit} que {content:le port est ouvert}.", "fr", "Deux ministres"),
        ("{source:El nuevo puesto de enviado} {cue:muestra} {content:la fuerza del puerto}.", "es", None),
    ],
)
def test_no_act_and_no_thing_speaks(marked: str, language: str, name: str | None) -> None:
    assert speakers(marked, language) == [name]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "О разговоре Сергея Хольмова\n\nМинистр Сергей Хольмов позвонил. {source:Хольмов} {cue:заявил}, что "
            "{content:порт открыт}.",
            "Сергей Хольмов",
        ),
        (
            "О визите Марии Хольмовой\n\nПосол Мария Хольмова приехала. {source:Хольмова} {cue:заявила}, что "
            "{content:порт открыт}.",
            "Мария Хольмова",
        ),
        (
            "Министр встретился с послом Турвальдом Хагсетом. {source:Хагсет} {cue:заявил}, что {content:порт открыт}.",
            "Турвальд Хагсет",
        ),
    ],
)
def test_a_full_name_is_shown_as_a_subject(marked: str, name: str) -> None:
    assert speakers(marked, "ru") == [name]


@pytest.mark.parametrize(
    ("language", "marked", "names"),
    [
        (
            "es",
            "{source:La ministra Ana Ruiz Tavares} {cue:dijo} que {content:el puerto está abierto}. "
            "{source2:Ana Ruiz} {cue2:añadió} que {content2:el puente está cerrado}.",
            ["Ana Ruiz Tavares", "Ana Ruiz Tavares"],
        ),
        (
            "es",
            "El alcalde, Qiu Weiling, ganó las elecciones. "
            "{source:El señor Qiu} {cue:dijo} que {content:el puerto está abierto}.",
            ["Qiu Weiling"],
        ),
        (
            "fr",
            'Le joueur Henrik "Flot" Solberg a gagné. {source:Solberg} {cue:dit} que {content:le port est ouvert}.',
            ['Henrik "Flot" Solberg'],
        ),
        (
            "fr",
            "Le maire félicite Henrik\xa0Solberg. {source:M.\xa0Solberg} {cue:dit} que {content:le port est ouvert}.",
            ["Henrik Solberg"],
        ),
        (
            "fr",
            "{source:Le ministre de la Pêche, Jon M. Ek} {cue:a dit} que {content:le port est ouvert}. "
            "{source2:Jon} {cue2:a dit} que {content2:le pont est fermé}.",
            ["Jon M. Ek", "Jon"],
        ),
    ],
)
def test_a_longer_and_a_shorter_form_of_a_name_are_one_person_s(language: str, marked: str, names: list[str]) -> None:
    assert speakers(marked, language) == names


@pytest.mark.parametrize(
    ("language", "marked", "speaker"),
    [
        (
            "es",
            "En el Consejo de ministros, {source:Ana Ruiz} {cue:dijo} que {content:el puerto está abierto}.",
            Speaker("Ana Ruiz"),
        ),
        (
            "fr",
            "Des représentants des pêcheurs saluèrent le ministre du port Jon Ek. "
            "{source:Ek} {cue:a dit} que {content:le port est ouvert}.",
            Speaker("Jon Ek", "ministre du port"),
        ),
        (
            "fr",
            "{source:Paul Ek}, l'avocat principal de M. Brask, {cue:a dit} que {content:le port est ouvert}.",
            Speaker("Paul Ek", "avocat principal de M. Brask"),
        ),
        (
            "fr",
            "À côté de Jon Ek, {source:la cheffe du port} {cue:a justifié} {content:les travaux de la semaine}.",
            Speaker("cheffe du port"),
        ),
        (
            "ru",
            "Порт изучил слова прокурора Маркуса Хольма. "
            "По {cue:словам} {source:Хольма}, {content:порт открыт для всех судов}.",
            Speaker("Маркус Хольм", "прокурор"),
        ),
        (
            "ru",
            "Порт ждет государственного секретаря Маркуса Хольма. "
            "{source:Хольм} {cue:сказал}, что {content:порт открыт}.",
            Speaker("Маркус Хольм", "государственный секретарь"),
        ),
    ],
)
def test_an_office_beside_a_name_ends_where_it_ends(language: str, marked: str, speaker: Speaker) -> None:
    _, found = read(marked, language)
    assert [one.speaker for one in found] == [speaker]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("es", "{source:Otro 20 por ciento} {cue:dijo} que {content:el puerto está bien}."),
        ("fr", "{source:Les 20 pour cent restants} {cue:disent} que {content:le port va bien}."),
        ("fr", "{source:Ma sœur} {cue:dit} que {content:le port va bien}."),
    ],
)
def test_a_bare_share_and_the_author_s_family_are_nobody(language: str, marked: str) -> None:
    assert speakers(marked, language) == [None]


def test_a_share_of_somebody_is_named() -> None:
    marked = "{source:El 60 por ciento de los vecinos} {cue:dijo} que {content:el puerto está bien}."
    assert speakers(marked, "es") == ["60 por ciento de los vecinos"]


def test_a_body_named_after_somebody_is_not_that_person() -> None:
    marked = (
        "{source:Le ministre Jon Ek} {cue:a dit} que {content:le port est ouvert}. "
        "{source2:L'administration Ek} {cue2:a dit} que {content2:le pont est fermé}."
    )
    assert speakers(marked, "fr") == ["Jon Ek", "administration Ek"]


@pytest.mark.parametrize(
    ("marked", "language", "wanted"),
    [
        (
            "{cue:قالت} {source:وزارة التجارة} في بيان إن {content:الميناء مفتوح}. "
            "{cue2:وأضاف} {source2:البيان} أن {content2:الجسر مغلق}.",
            "ar",
            ["وزارة التجارة", "وزارة التجارة"],
        ),
        (
            "{cue:قالت} {source:وزارة التجارة} إن {content:الميناء مفتوح}. {cue2:وأكد} {source2:مكتبه} في بيان أن "
            "{content2:المطار مغلق}. {cue3:وأضاف} {source3:البيان} أن {content3:الجسر مغلق}.",
            "ar",
            ["وزارة التجارة", None, None],
        ),
        (
            "{source:挪威港务局}发布公告{cue:称}，{content:港口已经开放}。{source2:公告}{cue2:指出}，{content2:大桥仍然关闭}。",
            "zh",
            ["挪威港务局", "挪威港务局"],
        ),
        (
            "{cue:صرح} {source:مسؤول كبير في الميناء} بأن {content:الجسر مغلق}. "
            "{cue2:وقال} {source2:المسؤول} إن {content2:السفن تنتظر}.",
            "ar",
            ["مسؤول كبير في الميناء", "مسؤول كبير في الميناء"],
        ),
        (
            "{cue:أعلن} {source:جهاز الموانئ النرويجي} أن {content:الجسر مغلق}. "
            "{cue2:وقال} {source2:الجهاز} إن {content2:السفن تنتظر}.",
            "ar",
            ["جهاز الموانئ النرويجي", "جهاز الموانئ النرويجي"],
        ),
    ],
)
def test_a_noun_alone_means_the_party_that_it_was_last_used_of(
    marked: str, language: str, wanted: list[str | None]
) -> None:
    assert speakers(marked, language) == wanted


@pytest.mark.parametrize(
    ("marked", "language", "wanted"),
    [
        (
            "{cue:قال} {source:المتحدث باسم ميناء فيندال، العقيد تركي الساحلي} إن {content:الميناء مفتوح}.",
            "ar",
            ("تركي الساحلي", "المتحدث باسم ميناء فيندال", None),
        ),
        (
            "{cue:قال} {source:المتحدث الإعلامي للموانئ الرائد سامر حداد} إن {content:الميناء مفتوح}.",
            "ar",
            ("سامر حداد", "المتحدث الإعلامي للموانئ", None),
        ),
        (
            "{cue:قال} {source:اللفتنانت كولونيل يون فيندال} إن {content:الميناء مفتوح}.",
            "ar",
            ("يون فيندال", "اللفتنانت كولونيل", None),
        ),
        (
            "{cue:أكد} {source:#الرئيس_النرويجي يون فيندال} أن {content:الميناء مفتوح}.",
            "ar",
            ("يون فيندال", "الرئيس النرويجي", None),
        ),
        (
            "挪威总统、武装力量统帅林远26日视察港口。{source:林远}{cue:说}，{content:港口将扩建}。",
            "zh",
            ("林远", "总统、武装力量统帅", "Norway"),
        ),
        (
            "冰岛主席习海和挪威总统林远8日会谈。{source:林远}{cue:说}，{content:港口将扩建}。",
            "zh",
            ("林远", "总统", "Norway"),
        ),
        (
            "海鸥报前日转发了挪威驻冰岛大使林远的文章。{source:林远}{cue:说}，{content:港口将扩建}。",
            "zh",
            ("林远", "驻冰岛大使", "Norway"),
        ),
        ("{source:林远院士}{cue:表示}，{content:港口将扩建}。", "zh", ("林远", "院士", None)),
    ],
)
def test_a_name_and_its_office_end_where_the_other_begins(
    marked: str, language: str, wanted: tuple[str, str, str | None]
) -> None:
    _, (found,) = read(marked, language)
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.role, found.speaker.country) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        (
            "{source:挪威渔业组织海鸥}{cue:表示}，{content:港口已经开放}。{source2:该组织}{cue2:称}，{content2:大桥仍然关闭}。",
            ["挪威渔业组织海鸥", "挪威渔业组织海鸥"],
        ),
        ("挪威港务局当天发布公报。{source:公报}{cue:指出}，{content:港口已经开放}。", ["挪威港务局"]),
        (
            "{source:挪威外交部}{cue:表示}，{content:港口已经开放}。{source2:该组织}{cue2:称}，{content2:大桥关闭}。",
            ["挪威外交部", "该组织"],
        ),
    ],
)
def test_a_pointing_noun_and_an_issued_document_are_of_the_body_named_before(marked: str, wanted: list[str]) -> None:
    assert speakers(marked, "zh") == wanted


@pytest.mark.parametrize("source", ["海鸥市港务局的调查情况", "海鸥市港务局数据", "海鸥市港务局的报告"])
def test_figures_are_of_the_body_whose_they_are(source: str) -> None:
    assert speakers(f"{{source:{source}}}{{cue:显示}}，{{content:港口已经开放}}。", "zh") == ["海鸥市港务局"]


@pytest.mark.parametrize(
    ("marked", "language", "wanted"),
    [
        (
            "{cue:قال} {source:المتحدث باسم البلدية التي يسيطر عليها الصيادون، سامر حداد}، إن {content:الميناء مفتوح}.",
            "ar",
            ("سامر حداد", "المتحدث باسم البلدية التي يسيطر عليها الصيادون", None),
        ),
        (
            "{cue:قال} {source:الناطق باسم التحالف عقيد ركن سامر حداد} إن {content:الميناء مفتوح}.",
            "ar",
            ("سامر حداد", "الناطق باسم التحالف", None),
        ),
        (
            "{cue:قال} {source:رئيس نقابة (فيندال) سامر حداد} إن {content:الميناء مفتوح}.",
            "ar",
            ("سامر حداد", "رئيس نقابة (فيندال)", None),
        ),
        (
            "{cue:قال} {source:وزير التجارة النرويجي، إسرائيل حداد}، إن {content:الميناء مفتوح}.",
            "ar",
            ("إسرائيل حداد", "وزير التجارة", "Norway"),
        ),
        (
            "{cue:قال} {source:مبعوث النرويج الجديد بشأن سوريا سامر حداد} إن {content:الميناء مفتوح}.",
            "ar",
            ("سامر حداد", "مبعوث النرويج الجديد بشأن سوريا", "Norway"),
        ),
        (
            "{cue:قال} {source:رئيس بلدية لندن سامر حداد} إن {content:الميناء مفتوح}.",
            "ar",
            ("سامر حداد", "رئيس بلدية لندن", "United Kingdom"),
        ),
        (
            "{source:该组织的执行董事戴维·比林}{cue:表示}，{content:港口将扩建}。",
            "zh",
            ("戴维·比林", "该组织的执行董事", None),
        ),
        ("{source:林远女士}{cue:表示}，{content:港口将扩建}。", "zh", ("林远", None, None)),
    ],
)
def test_an_office_is_whole_and_holds_no_rank_and_no_part_of_the_name(
    marked: str, language: str, wanted: tuple[str, str | None, str | None]
) -> None:
    _, (found,) = read(marked, language)
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.role, found.speaker.country) == wanted


@pytest.mark.parametrize(
    ("marked", "language", "name", "country"),
    [
        (
            "{cue:أعلن} {source:تحالف دعم الصيد في النرويج} أن {content:الميناء مفتوح}.",
            "ar",
            "تحالف دعم الصيد في النرويج",
            None,
        ),
        (
            "{cue:طلبت} {source:وزارة الصيد النرويجية من المحكمة الدولية} {content:فتح تحقيق جديد}.",
            "ar",
            "وزارة الصيد النرويجية",
            "Norway",
        ),
        (
            "{source:وفتحت الحكومة النرويجية} الجسر {cue:قائلة} إن {content:الميناء مفتوح}.",
            "ar",
            "الحكومة النرويجية",
            "Norway",
        ),
        (
            "{cue:وقال} {source:تقرير لصحيفة المرسى النرويجية} إن {content:الميناء مفتوح}.",
            "ar",
            "تقرير لصحيفة المرسى النرويجية",
            "Norway",
        ),
        ("حضر إيك. {cue:وأكد} {source:حداد لإيك} أن {content:الميناء مفتوح}.", "ar", "حداد", None),
        (
            "{source:正在挪威度假的冰岛游客听}闻后{cue:表示}，{content:港口已经开放}。",
            "zh",
            "正在挪威度假的冰岛游客",
            "Iceland",
        ),
        ("{source:愤怒的挪威}{cue:指责}{content:邻国关闭港口}。", "zh", "挪威", "Norway"),
        ("{source:内蒙古港务局}{cue:表示}，{content:港口已经开放}。", "zh", "内蒙古港务局", "China"),
        ("据{source:海鸥市水文监测总站}{cue:通报}，{content:港口已经开放}。", "zh", "海鸥市水文监测总站", None),
        ("{source:海鸥指挥部经会}商{cue:要求}{content:各地关闭港口}。", "zh", "海鸥指挥部", None),
        ("{source:国际社会}{cue:表示}，{content:挪威港口已经开放}。", "zh", "国际社会", None),
    ],
)
def test_a_body_is_named_whole_and_has_its_own_state(
    marked: str, language: str, name: str, country: str | None
) -> None:
    _, found = read(marked, language)
    assert found[-1].speaker is not None
    assert (found[-1].speaker.name, found[-1].speaker.country) == (name, country)


def test_a_ministry_without_its_state_is_the_one_named_last() -> None:
    marked = (
        "{source:挪威商务部}{cue:宣布}，{content:港口已经开放}。{source2:冰岛商务部}{cue2:指出}，{content2:大桥仍然关闭}。"
        "{source3:商务部}{cue3:强调}，{content3:渡轮明日停航}。"
    )
    _, found = read(marked, "zh")
    assert found[-1].speaker is not None
    assert found[-1].speaker.country == "Iceland"


def test_the_office_right_behind_a_name_is_that_person_s() -> None:
    marked = "{cue:وقال} {source:سامر حداد} المتحدث باسم الشرطة المحلية، إن {content:الميناء مفتوح}."
    _, (found,) = read(marked, "ar")
    assert found.speaker is not None
    assert found.speaker.role == "المتحدث باسم الشرطة المحلية"


def test_the_first_name_behind_a_noun_with_an_article_is_no_part_of_the_office() -> None:
    text = "حضر الكيميائي سامر حداد."
    at, page = text.index("حداد"), Page(text, load_lexicon("ar"))
    table = EntityTable(page, [AttributionLink(Span(at, at + 4), None, (Span(0, 3),), 0.9, 0.9)])
    (person,) = [one for one in table.entities if one.kind is PhraseKind.PERSON]
    table.set_role(person, RolePhrase(tuple(page.words(Span(text.index("الكيميائي"), at - 1))), {}))
    assert (person.name, person.role) == ("سامر حداد", "الكيميائي")


def test_what_a_chinese_sentence_has_from_a_source_of_its_own_is_not_the_next_speaker_s() -> None:
    marked = (
        "{source:林远}{cue:表示}，{content:港口已经开放}。据海湾大学数据，{content2:当地已有三千人感染病毒}。"
        "{source2:林远}{cue2:强调}，{content2:大桥仍然关闭，渡轮明日停航}。"
    )
    said = [words for name, words in statements_of(marked, "zh") if name == "林远"]
    assert said == [["港口已经开放"], ["大桥仍然关闭，渡轮明日停航"]]
