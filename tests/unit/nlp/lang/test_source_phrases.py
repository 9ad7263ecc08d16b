"""What a source phrase names, in five languages."""

import pytest

from bot.domain.text import Span
from bot.nlp.lang.lexicon import load_lexicon
from bot.nlp.lang.page import Page
from bot.nlp.lang.source_phrases import PhraseKind, SourcePhrase, name_key, parse_source_phrase


def parse(phrase: str, language: str, text: str | None = None) -> SourcePhrase:
    text = text or phrase
    start = text.index(phrase)
    return parse_source_phrase(Page(text, load_lexicon(language)), Span(start, start + len(phrase)))


@pytest.mark.parametrize(
    ("language", "phrase", "name", "role", "country"),
    [
        ("ru", "Глава МИД Исландии Бирна Даль", "Бирна Даль", "глава МИД", "Iceland"),
        ("ru", "норвежский посол Эрик Хольм", "Эрик Хольм", "посол", "Norway"),
        ("ru", "глава Сбербанка Герман Орлов", "Герман Орлов", "глава Сбербанка", None),
        ("fr", "le chef de la diplomatie turque, Ahmet Kaya", "Ahmet Kaya", "chef de la diplomatie", "Turkey"),
        (
            "fr",
            "la ministre norvégienne des Affaires étrangères Ingrid Solberg",
            "Ingrid Solberg",
            "ministre des Affaires étrangères",
            "Norway",
        ),
        ("fr", "Jon Arnason, ambassadeur d'Islande", "Jon Arnason", "ambassadeur", "Iceland"),
        (
            "es",
            "El secretario de Estado de Estados Unidos, Andrés Molina Paredes",
            "Andrés Molina Paredes",
            "secretario de Estado",
            "United States",
        ),
        ("es", "la canciller colombiana, Lucía Herrera", "Lucía Herrera", "canciller", "Colombia"),
        ("es", "la ministra noruega Orla Venn", "Orla Venn", "ministra", "Norway"),
        ("ar", "وزير الخارجية الأردني، سامر الحسيني", "سامر الحسيني", "وزير الخارجية", "Jordan"),
        ("ar", "وزير الخارجية الأردني سامر حداد", "سامر حداد", "وزير الخارجية", "Jordan"),
        ("zh", "挪威外交大臣英格丽·索尔贝格", "英格丽·索尔贝格", "外交大臣", "Norway"),
        ("zh", "联合国秘书长林远", "林远", "秘书长", "United Nations"),
    ],
)
def test_a_person_has_name_role_and_country(
    language: str, phrase: str, name: str, role: str, country: str | None
) -> None:
    found = parse(phrase, language)
    assert (found.kind, found.name, found.role, found.country) == (PhraseKind.PERSON, name, role, country)


@pytest.mark.parametrize(
    ("language", "phrase", "kind"),
    [
        ("ru", "она", PhraseKind.PRONOUN),
        ("ru", "министр иностранных дел", PhraseKind.DESCRIPTION),
        ("ru", "МИД России", PhraseKind.BODY),
        ("ru", "заявлении", PhraseKind.DOCUMENT),
        ("ru", "Норвегия", PhraseKind.PLACE),
        ("ru", "который", PhraseKind.RELATIVE),
        ("fr", "Le gouvernement islandais", PhraseKind.BODY),
        ("fr", "les experts", PhraseKind.GROUP),
        ("fr", "elle", PhraseKind.PRONOUN),
        ("es", "El Pentágono", PhraseKind.BODY),
        ("es", "Rusia", PhraseKind.PLACE),
        ("es", "quien", PhraseKind.RELATIVE),
        ("ar", "طهران", PhraseKind.PLACE),
        ("ar", "الحكومة اللبنانية", PhraseKind.BODY),
        ("zh", "他", PhraseKind.PRONOUN),
        ("zh", "中国外交部", PhraseKind.BODY),
        ("zh", "总统", PhraseKind.DESCRIPTION),
        ("zh", "《晨报》", PhraseKind.BODY),
    ],
)
def test_what_is_no_name_has_a_kind(language: str, phrase: str, kind: PhraseKind) -> None:
    assert parse(phrase, language).kind is kind


def test_a_feminine_title_tells_the_gender() -> None:
    assert parse("la ministre norvégienne Ingrid Solberg", "fr").feminine is True
    assert parse("وزيرة الخارجية الأردنية ليلى حداد", "ar").feminine is True


def test_what_is_written_behind_a_chinese_source_is_not_its_name() -> None:
    assert parse("能源部长林远26日接受电视台采访", "zh").name == "林远"


@pytest.mark.parametrize("form", ["Хольма", "Хольму", "Хольмом"])
def test_a_russian_surname_has_one_key_in_all_its_cases(form: str) -> None:
    lexicon = load_lexicon("ru")
    assert name_key(form, lexicon) == name_key("Эрик Хольм", lexicon)


def test_a_chinese_surname_is_the_last_part_of_a_foreign_name() -> None:
    lexicon = load_lexicon("zh")
    assert name_key("英格丽·索尔贝格", lexicon) == name_key("索尔贝格", lexicon)


@pytest.mark.parametrize(
    ("language", "phrase", "woman"),
    [
        ("fr", "le chef de la diplomatie turque, Emre Aksoy", False),
        ("es", "El jefe de la diplomacia española", False),
        ("fr", "la ministre de la Défense", True),
    ],
)
def test_a_woman_is_told_by_the_words_of_the_office_itself(language: str, phrase: str, woman: bool) -> None:
    assert parse(phrase, language).feminine is woman


@pytest.mark.parametrize("phrase", ["мэрии Липника", "Инфляция замедлилась"])
def test_no_body_and_no_verb_is_an_office_by_how_it_begins(phrase: str) -> None:
    found = parse(phrase, "ru")
    assert found.role is None
    assert found.kind is not PhraseKind.PERSON


@pytest.mark.parametrize(
    ("phrase", "kind", "name"),
    [
        ("رئيس مجلس محافظة ديالى", PhraseKind.DESCRIPTION, "رئيس مجلس محافظة ديالى"),
        ("رئيس مجلس محافظة ديالى سامر الحسيني", PhraseKind.PERSON, "سامر الحسيني"),
        ("محافظتي كركوك ونينوى", PhraseKind.OTHER, "محافظتي كركوك ونينوى"),
    ],
)
def test_the_name_of_a_province_is_no_person_s(phrase: str, kind: PhraseKind, name: str) -> None:
    found = parse(phrase, "ar")
    assert (found.kind, found.name) == (kind, name)


@pytest.mark.parametrize(
    ("language", "phrase", "name", "role"),
    [
        ("es", "El vocero de la Liga del Mar, monseñor Rui Tavares", "Rui Tavares", "vocero de la Liga del Mar"),
        ("es", "la portavoz de la flota, coronel Ana Ruiz", "Ana Ruiz", "portavoz de la flota"),
        ("ru", "врач из поселка Хвойный Эрик Хольм", "Эрик Хольм", "врач из поселка Хвойный"),
        ("ru", "глава города Эрик Хольм", "Эрик Хольм", "глава города"),
        ("ru", "председатель порта Эрик Хольм", "Эрик Хольм", "председатель порта"),
    ],
)
def test_an_office_ends_before_ranks_and_names(language: str, phrase: str, name: str, role: str) -> None:
    found = parse_source_phrase(Page(phrase, load_lexicon(language)), Span(0, len(phrase)))
    assert (found.name, found.role) == (name, role)


def test_a_rank_stands_where_no_office_does() -> None:
    phrase = "Капитан Эрик Хольм"
    found = parse_source_phrase(Page(phrase, load_lexicon("ru")), Span(0, len(phrase)))
    assert (found.name, found.role, found.described) == ("Эрик Хольм", None, "капитан")


def test_a_demonym_is_no_description() -> None:
    phrase = "la peruana Ana Ruiz"
    found = parse_source_phrase(Page(phrase, load_lexicon("es")), Span(0, len(phrase)))
    assert (found.name, found.described, found.country) == ("Ana Ruiz", None, "Peru")


def test_a_paper_with_a_foreign_name_keeps_it_whole() -> None:
    found = parse("Solviker listy", "ru", "Об этом пишет Solviker listy")
    assert (found.kind, found.name) == (PhraseKind.BODY, "Solviker listy")


@pytest.mark.parametrize(
    ("language", "phrase", "role", "country"),
    [
        ("fr", "la spécialiste de la Norvège Ana Ruiz", "spécialiste de la Norvège", None),
        ("fr", "l'anti-norvégien Jon Ek", None, None),
        ("fr", "le ministre norvégien Jon Ek", "ministre", "Norway"),
        ("es", "La señora Ruiz", None, None),
        ("fr", "Le Secrétaire à la Défense, Jon M. Ek", "secrétaire à la Défense", None),
        ("ru", "Первый министр Эрик Хольм", "первый министр", None),
        ("ru", "исполнительный директор Эрик Хольм", "исполнительный директор", None),
        ("ru", "норвежский министр Эрик Хольм", "министр", "Norway"),
    ],
)
def test_an_office_has_the_state_that_it_serves(
    language: str, phrase: str, role: str | None, country: str | None
) -> None:
    found = parse_source_phrase(Page(phrase, load_lexicon(language)), Span(0, len(phrase)))
    assert (found.role, found.country) == (role, country)


def test_a_body_is_no_union_s_because_of_what_it_trades_in() -> None:
    phrase = "комитет Ассоциации европейского бизнеса"
    assert parse_source_phrase(Page(phrase, load_lexicon("ru")), Span(0, len(phrase))).country is None


def test_a_body_keeps_the_states_that_its_second_adjective_names() -> None:
    text = "el Banco Central Europeo"
    parsed = parse_source_phrase(Page(text, load_lexicon("es")), Span(0, len(text)))
    assert parsed.country == "European Union"
