"""What of a source phrase names its speaker: up to an object or a participle, and on to a name behind."""

import pytest

from bot.domain.text import Span
from bot.nlp.lang.entities import EntityTable
from bot.nlp.lang.lexicon import load_lexicon
from bot.nlp.lang.page import Page
from bot.nlp.lang.roles import RolePhrase
from bot.nlp.lang.source_phrases import PhraseKind, SourcePhrase, parse_source_phrase
from bot.nlp.lang.sources import is_in_place_phrase
from bot.nlp.lang.statements import find_statements
from tests.unit.nlp.lang.marked import read, statements_of, tag, with_named


def parse(phrase: str, language: str) -> SourcePhrase:
    return parse_source_phrase(Page(phrase, load_lexicon(language)), Span(0, len(phrase)))


def speakers(marked: str, language: str) -> list[str | None]:
    return [name for name, _ in statements_of(marked, language)]


_MINISTER = "{cue:قال} {source:وزير التجارة سامر حداد} إن {content:الميناء مفتوح أمام السفن}. "


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("حداد إن", "حداد"),  # a conjunction
        ("حداد بالقول", "حداد"),  # how he says it
        ("حداد لوسائل الإعلام", "حداد"),  # to whom
        ("حداد الموردين", "حداد"),  # an object
    ],
)
def test_an_arabic_subject_ends_before_what_follows_it(source: str, wanted: str) -> None:
    text, found = read(
        f"{_MINISTER}{{cue2:وأضاف}} {{source2:حداد}} أن {{content2:العقد موقع}}. "
        f"{{cue3:وأكد}} {{source3:{source}}} {{content3:الأسعار لن ترتفع هذا العام}}.",
        "ar",
    )
    assert found[-1].source is not None
    assert found[-1].speaker is not None
    assert found[-1].speaker.name == "سامر حداد"
    assert wanted in found[-1].source.of(text)


@pytest.mark.parametrize("words", ["للصحفيين أمام منزله", "مساء السبت", "وسئلت", "بلا اعتذار", "خلال المؤتمر"])
def test_arabic_words_of_time_place_and_audience_are_no_source(words: str) -> None:
    _, found = read(f"{_MINISTER}{{source2:{words}}} {{cue2:وأضاف}} {{content2:العقد موقع منذ شهر}}.", "ar")
    assert found[-1].source is None


@pytest.mark.parametrize(
    ("phrase", "name", "role"),
    [
        ("سامر الحسيني أحد مستشاري الرئيس اللبناني نبيل عون", "سامر الحسيني", None),
        ("ليلى حداد وزيرة التعليم في الحكومة", "ليلى حداد", None),
        ("ليلى حداد، زوجة الرئيس اللبناني", "ليلى حداد", None),
        ("مستشار حداد، نبيل عون", "نبيل عون", None),
    ],
)
def test_an_arabic_name_stands_before_what_the_person_is(phrase: str, name: str, role: str | None) -> None:
    found = parse(phrase, "ar")
    assert (found.kind, found.name) == (PhraseKind.PERSON, name)
    assert role is None or found.role == role


@pytest.mark.parametrize("phrase", ["الشركات الأجنبية", "40 بالمائة من السكان"])
def test_a_definite_noun_or_a_number_is_no_arabic_person(phrase: str) -> None:
    assert parse(phrase, "ar").kind is not PhraseKind.PERSON


def test_a_channel_whose_letters_are_spelled_keeps_its_name() -> None:
    _, found = read('{cue:قالت} {source:قناة "إن تي في" الخاصة} إن {content:الميناء مفتوح أمام السفن}.', "ar")
    assert found[0].speaker is not None
    assert "تي في" in found[0].speaker.name


@pytest.mark.parametrize(
    ("language", "marked", "name"),
    [
        ("fr", "{source:Le président de la Ligue} (LDP), Jon Ek, {cue:a dit} que {content:le quai gèle}.", "Jon Ek"),
        ("es", "{source:El director}, el Sr. Pablo Reyes, {cue:dijo} que {content:el muelle cierra}.", "Pablo Reyes"),
        ("ru", "{source:Глава Союза} (СР) Виктор Орешин {cue:заявил}, что {content:порт закрыт}.", "Виктор Орешин"),
        ("es", "{source:El gobierno, formado por dos}, {cue:dijo} que {content:el muelle cierra}.", "gobierno"),
        ("fr", "{source:Les élus, parmi lesquels Jon Ek}, {cue:ont dit} que {content:le quai gèle}.", "élus"),
    ],
)  # fmt: skip
def test_a_speaker_is_named_to_the_end_of_the_name_and_no_further(language: str, marked: str, name: str) -> None:
    assert speakers(marked, language) == [name]


def test_many_are_not_one_person() -> None:
    marked = (
        "{source:Jon Ek} {cue:a dit} que {content:le port est ouvert}. "
        "{source2:Les sondages} {cue2:ont dit} que {content2:le pont est fermé}."
    )
    assert speakers(marked, "fr")[1] != "Jon Ek"


@pytest.mark.parametrize(
    ("phrase", "language"), [("son porte-parole", "fr"), ("su portavoz", "es"), ("его представитель", "ru")]
)
def test_somebody_of_his_is_not_he(phrase: str, language: str) -> None:
    assert parse(phrase, language).kind is PhraseKind.DESCRIPTION


def test_a_russian_adjective_before_its_noun_is_no_name() -> None:
    assert parse("генеральный секретарь Северной партии", "ru").kind is PhraseKind.DESCRIPTION


def test_a_function_word_ends_a_run_of_capitals() -> None:
    text = "Es el informe del Puerto Norte En esta edición faltan tres tablas."
    assert not any("En" in one.name.split() for one in EntityTable(Page(text, load_lexicon("es")), ()).entities)


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        ("{cue:وفقا} {source:لأحدث أرقام حكومية}، {content:الأسعار ارتفعت كثيرا}.", "أحدث أرقام حكومية"),
        ("{source:ونقلت صحيفة الميناء} {cue:قولها} إن {content:الأسعار ارتفعت كثيرا}.", "صحيفة الميناء"),
    ],
)
def test_a_preposition_or_a_verb_before_an_arabic_source_is_no_part_of_it(marked: str, source: str) -> None:
    text, [one] = read(marked, "ar")
    assert one.source is not None
    assert one.source.of(text) == source


def test_to_whom_something_is_said_is_no_name() -> None:
    assert parse("وزير التجارة لشبكة الساحل", "ar").kind is not PhraseKind.PERSON


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Ils ont vu le ministre de l'Énergie Arne Ruiz Dahl hier soir.", "Arne Ruiz Dahl"),
        ("es", "Vieron al embajador de Noruega Pablo Reyes ayer por la tarde.", "Pablo Reyes"),
    ],
)
def test_the_field_or_state_of_an_office_is_no_given_name(language: str, text: str, name: str) -> None:
    names = [one.name for one in EntityTable(Page(text, load_lexicon(language)), ()).entities]
    assert names == [name]


def test_the_number_of_a_day_is_no_part_of_a_chinese_name() -> None:
    _, [one] = read("{source:新加坡部长林远26}日{cue:表示}，{content:港口将继续开放}。", "zh")
    assert one.speaker is not None
    assert one.speaker.name == "林远"


@pytest.mark.parametrize(("phrase", "name"), [("经港务局负责人林远", "林远"), ("河北省水利厅会商", "河北省水利厅")])
def test_what_leads_in_a_chinese_source_or_follows_it_is_no_part_of_it(phrase: str, name: str) -> None:
    assert parse(phrase, "zh").name == name


@pytest.mark.parametrize(
    ("language", "phrase", "name", "role"),
    [
        ("es", "el jefe de Francia para asuntos Jon Ek", "Jon Ek", "jefe de Francia para asuntos"),
        ("es", "la jefa del Centro de Archivos de Camboya, Ana Ek", "Ana Ek", "jefa del Centro de Archivos de Camboya"),
        ("es", "el presidente de la Oficina Checa, Jon Ek", "Jon Ek", "presidente de la Oficina Checa"),
        ("fr", "le ministre français des affaires étrangères Jon Ek", "Jon Ek", "ministre des affaires étrangères"),
    ],
)  # fmt: skip
def test_a_state_in_the_middle_of_an_office_or_of_a_body_stays(
    language: str, phrase: str, name: str, role: str
) -> None:
    found = parse(phrase, language)
    assert (found.name, found.role) == (name, role)


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("es", "el director de la Escuela Secundaria Anlo Venn"),
        ("es", "el director del Hospital János"),
        ("fr", "le directeur de l'hôpital Venn"),
        ("es", "el presidente de la Cámara Nacional"),
    ],
)
def test_the_name_of_a_body_in_an_office_is_nobody_s(language: str, phrase: str) -> None:
    assert parse(phrase, language).kind is PhraseKind.DESCRIPTION


def test_a_field_alone_is_no_office() -> None:
    assert parse("la primera noche, Roman Ershov", "es").role is None


@pytest.mark.parametrize(
    ("language", "marked", "role"),
    [
        ("es", "{source:El editor de moda, Jon Ek}, {cue:dijo} que {content:el muelle cierra}.", "editor de moda"),
        ("fr", "{source:Le cultivateur Jean Ek} {cue:a dit} que {content:le quai gèle}.", "cultivateur"),
        ("es", "{cue:Según} {source:Ana Ruiz}, jefa del grupo Penta, {content:llueve}.", "jefa del grupo Penta"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_full_name_is_the_office_whole(language: str, marked: str, role: str) -> None:
    _, [one] = read(marked, language)
    assert one.speaker is not None
    assert one.speaker.role == role


@pytest.mark.parametrize(
    ("marked", "name", "role"),
    [
        # a title with an article, and a comma before the name
        ("{cue:علق} {source:الفنان السعودي، ناصر القصبي}: {content:الميناء مفتوح}.", "ناصر القصبي", "الفنان"),
        # a rank, and the office behind the name
        ("{cue:قال} {source:الجنرال سامر حداد}، قائد الجيش، إن {content:الميناء مفتوح}.", "سامر حداد", "قائد الجيش"),
        # a preposition belongs to no name
        ("{cue:قالت} {source:نازحة من العراق} إن {content:الميناء مفتوح}.", "نازحة من العراق", None),
        # whom an outlet quotes
        ("{cue:نقلت} {source:وسائل إعلام عن خدمة الإسعاف} أن {content:الميناء مفتوح}.", "خدمة الإسعاف", None),
    ],
)
def test_an_arabic_source_is_named_whole_and_alone(marked: str, name: str, role: str | None) -> None:
    _, [one] = read(marked, "ar")
    assert one.speaker is not None
    assert (one.speaker.name, one.speaker.role) == (name, role)


def test_an_arabic_state_s_object_belongs_to_what_is_said() -> None:
    text, [one] = read("{cue:اتهمت} {source:بريطانيا روسيا} {content:بالوقوف وراء الهجوم}.", "ar")
    assert one.source is not None
    assert one.source.of(text) == "بريطانيا"
    assert [piece.of(text) for piece in one.content] == ["روسيا بالوقوف وراء الهجوم"]


def test_a_name_ends_before_whom_it_speaks_to() -> None:
    _, [one] = read("{cue:Dijo} {source:Ana Ruiz a la agencia Penta} que {content:el muelle cierra}.", "es")
    assert one.speaker is not None
    assert one.speaker.name == "Ana Ruiz"


def test_an_adverb_is_no_word_of_saying() -> None:
    assert load_lexicon("es").act("Lamentablemente") is None


def test_a_known_office_is_not_asked_for_again() -> None:
    marked = (
        "{source:Le chef de cabinet de Mme Ek, John Venn}, a appelé Mme Ek et {cue:a dit} que {content:le quai gèle}."
    )
    text, tagging = tag(marked)
    table = EntityTable(Page(text, load_lexicon("fr")), tagging.links)
    [venn] = [one for one in table.entities if one.name == "John Venn"]
    assert venn.role == "chef de cabinet de Mme Ek"
    assert table.role_phrases(venn) == []


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("es", "Ana Ruiz llegó tarde. «{content:El muelle no cierra este año}», {cue:declaró} a la {source:Onda Sur}."),
        ("es", "Ana Ruiz llegó. {cue:Pidió} al {source:Ministerio} {content:que abra el muelle antes del verano}."),
        (
            "fr",
            "Jon Ek est arrivé. « {content:Le quai reste ouvert cette année} », {cue:a-t-il dit} à la {source:BBC}.",
        ),
        ("ar", "{cue:قالت} للتلفزيون {source:الفرنسي} إن {content:الميناء مفتوح أمام السفن}."),
        ("ar", "{cue:قال} أمام {source:حشد من أنصاره} إن {content:الميناء مفتوح أمام السفن}."),
        ("ar", "وصل الوزير، {cue:مؤكدا} {source:اهتمام} {content:الحكومة بسلامة الأهالي في الميناء}."),
    ],
)
def test_who_is_spoken_to_or_of_behind_a_verb_is_no_source(language: str, marked: str) -> None:
    text, found = read(marked, language)
    assert len(found) == 1
    addressed = marked.split("{source:")[1].split("}", maxsplit=1)[0]
    assert all(addressed not in one.source.of(text) for one in found if one.source)


@pytest.mark.parametrize(
    ("language", "marked", "source"),
    [
        ("es", "{cue:Según} la {source:Onda Sur}, {content:el muelle no cierra este año}.", "Onda Sur"),
        ("es", "{cue:Dijo} {source:Fahd al Anqari} que {content:el muelle no cierra este año}.", "Fahd al Anqari"),
        ("ar", "{cue:وقالت} {source:شبكة إن بي سي الأمريكية} إن {content:الميناء مفتوح}.", "شبكة إن بي سي الأمريكية"),
    ],
)
def test_a_source_behind_its_verb_stays(language: str, marked: str, source: str) -> None:
    text, found = read(marked, language)
    assert [one.source.of(text) for one in found if one.source] == [source]


def test_an_agency_quotes_him_whom_a_pronoun_names() -> None:
    text, found = read("{cue:ونقلت} {source:وكالة الميناء عنه} {content:الميناء مفتوح أمام السفن كلها}.", "ar")
    assert [one.source.of(text) for one in found if one.source] == ["عنه"]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("民调机构“北光”的", "民调机构“北光”"),
        ("贝洛尼亚《国民报》的", "贝洛尼亚《国民报》"),
    ],
)
def test_a_chinese_phrase_ends_before_what_makes_it_an_owner(phrase: str, name: str) -> None:
    assert parse(phrase, "zh").name == name


@pytest.mark.parametrize(
    ("phrase", "subject"),
    [
        ("الحكومة التحقيق", "الحكومة"),  # an object of another gender
        ("السلطات الصحفيين", "السلطات"),
        ("المتحدث ميليشيات الساحل", "المتحدث"),  # an object without article
        ("النرويج الهجوم", "النرويج"),  # a state is named in full
        ("الحكومة النرويجية", "الحكومة النرويجية"),
        ("القوات المسلحة", "القوات المسلحة"),
        ("المحكمة العليا", "المحكمة العليا"),
        ("وزير الخارجية النرويجي", "وزير الخارجية النرويجي"),  # the minister is the Norwegian one
    ],
)
def test_an_arabic_subject_with_an_article_ends_before_a_noun_that_does_not_agree(phrase: str, subject: str) -> None:
    text, found = read(f"{{cue:ووصف}} {{source:{phrase}}} {{content:بأنه أكبر خطر على الميناء هذا العام}}.", "ar")
    assert [one.source.of(text) for one in found if one.source] == [subject]


@pytest.mark.parametrize(("share", "source"), [(0.97, "su homólogo danés Lars Holm"), (0.5, None)])
def test_a_source_that_the_links_do_not_give_is_what_the_network_surely_takes_for_it(
    share: float, source: str | None
) -> None:
    marked = (
        "Pero su homólogo danés Lars Holm llegó tarde y, ya de noche, {cue:anunció} {content:que el muelle cierra}."
    )
    text, tagging = with_named(marked, "su homólogo danés Lars Holm", share)
    links = find_statements(Page(text, load_lexicon("es")), tagging.links)
    assert [one.source.of(text) if one.source else None for one in links] == [source]


def test_whom_the_network_takes_for_the_speaker_is_among_those_who_may_be_meant() -> None:
    marked = (
        "Llegó la patronal de frutos secos. Ana Ruiz escuchó. {cue:Anunció} {content:que el muelle cierra en mayo}."
    )
    text, tagging = with_named(marked, "la patronal de frutos secos", 0.9)
    names = {one.name for one in EntityTable(Page(text, load_lexicon("es")), tagging.links).entities}
    assert "patronal de frutos secos" in names
    alone = {one.name for one in EntityTable(Page(text, load_lexicon("es")), tag(marked)[1].links).entities}
    assert "patronal de frutos secos" not in alone


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("fr", "{cue:Selon} {source:la teinte}, {content:les galaxies spirales sont des œuvres d'art}."),
        ("fr", "{cue:Selon} {source:certains critères}, {content:la pratique est meilleure en Norvège}."),
        ("es", "{cue:Según} {source:la temporada}, {content:los barcos cruzan el estrecho de noche}."),
    ],
)
def test_what_something_depends_on_says_nothing(language: str, marked: str) -> None:
    assert statements_of(marked, language) == []


def test_a_verb_names_nobody() -> None:
    marked = (
        "Ana Ruiz calló ayer. {source:Ha enviado} un mensaje en el que {cue:aconseja} {content:aplazar los viajes}."
    )
    text, found = read(marked, "es")
    assert [one.source.of(text) if one.source else None for one in found] == [None]


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("Una de las niñas", "Una de las niñas"),
        ("el de la otra parte", "otra parte"),
    ],
)
def test_one_of_several_is_named_so_and_that_of_somebody_is_his(phrase: str, wanted: str) -> None:
    assert parse(phrase, "es").name == wanted


def test_a_document_of_theirs_tells_of_them() -> None:
    assert parse("su propia valoración", "es").kind is PhraseKind.PRONOUN


def test_a_square_where_somebody_spoke_is_nobody() -> None:
    text = "Un manifestant sur la place Tharir met en garde."
    span = Span(text.index("Tharir"), text.index("Tharir") + 6)
    assert is_in_place_phrase(Page(text, load_lexicon("fr")), span)
    other = "Le ministre Tharir met en garde."
    span = Span(other.index("Tharir"), other.index("Tharir") + 6)
    assert not is_in_place_phrase(Page(other, load_lexicon("fr")), span)


def test_a_chinese_reporter_has_it_from_somebody() -> None:
    marked = "{source:记者从市政府}{cue:获悉}，{content:当地四名学生因溺水不幸身亡}。"
    assert speakers(marked, "zh") == ["市政府"]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("{source:总部设在伦敦的“海湾人权监测站”}{cue:说}，{content:双方共有至少一百四十人死亡}。", "海湾人权监测站"),
        ("{source:最新}数据{cue:显示}，{content:累计六万多人感染新冠病毒}。", "最新数据"),
    ],
)
def test_chinese_phrases_are_taken_by_their_heads(marked: str, wanted: str) -> None:
    text, [one] = read(marked, "zh")
    assert one.source is not None
    assert parse_source_phrase(Page(text, load_lexicon("zh")), one.source).name == wanted


def test_an_office_does_not_repeat_the_name() -> None:
    page = Page('Лидер партии "Дом" Фрида Асквист приехала.', load_lexicon("ru"))
    table = EntityTable(page, ())
    person = next(one for one in table.entities if one.name == "Фрида Асквист")
    words = tuple(page.words(Span(0, page.text.index(" приехала"))))
    table.set_role(person, RolePhrase(words, {}))
    assert person.role == 'лидер партии "Дом"'


@pytest.mark.parametrize(
    ("phrase", "kind", "name"),
    [
        ("71 por ciento de los", PhraseKind.OTHER, "71 por ciento"),
        ("el Gobierno de Maynas y el", PhraseKind.BODY, "Gobierno de Maynas"),
        ("el director de la Escuela Secundaria Venn Roe", PhraseKind.DESCRIPTION, None),
        ("Leonel Fuentes", PhraseKind.PERSON, "Leonel Fuentes"),
    ],
)
def test_spanish_phrases_name_whom_they_name(phrase: str, kind: PhraseKind, name: str | None) -> None:
    found = parse(phrase, "es")
    assert found.kind is kind
    assert name is None or found.name == name


def test_where_somebody_spoke_is_no_source() -> None:
    marked = "Un manifestante en la plaza {source:Tahrir} {cue:advierte}: {content:el país espera elecciones libres}."
    text, tagging = tag(marked)
    page = Page(text, load_lexicon("es"), ())
    [link] = find_statements(page, tagging.links)
    assert link.source is None or link.source.of(text) != "Tahrir"


def test_a_title_of_address_alone_names_nobody() -> None:
    text, [one] = read("{source:Mme} Ek {cue:a dit} que {content:le port reste ouvert à tous}.", "fr")
    assert one.source is None or one.source.of(text) != "Mme"
    assert one.speaker is None or one.speaker.name != "Mme"


def test_one_of_several_is_named_so_in_french() -> None:
    assert parse("une des pêcheuses", "fr").name == "une des pêcheuses"


def test_what_something_depends_on_says_nothing_where_the_source_is_cut() -> None:
    assert statements_of("{cue:Selon} {source:la} saison, {content:les navires restent au port}.", "fr") == []


def test_a_report_is_of_the_whole_office() -> None:
    marked = "{cue:D'après} {source:le rapport du réviseur général}, {content:le port manque d'argent}."
    text, tagging = tag(marked)
    names = {one.name for one in EntityTable(Page(text, load_lexicon("fr")), tagging.links).entities}
    assert "réviseur général" in names
    assert "général" not in names


def test_a_described_one_with_the_name_keeps_it_out_of_the_role() -> None:
    marked = '{source:Лидер партии "Дом" Фрида Дальберг} {cue:сказала}, что {content:порт закроют в мае}.'
    _, [one] = read(marked, "ru")
    assert one.speaker is None or "Фрида" not in (one.speaker.role or "")


def test_a_text_that_ends_behind_an_office_is_read() -> None:
    assert speakers("{content:Le port reste ouvert à tous}, {cue:a dit} {source:le ministre}, ", "fr")
    assert speakers("{cue:dijo} {content:“…”} {source:el ministro} ", "es") == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("有消息人士", "消息人士"),
        ("有专家", "专家"),
        ("有些专家", "有些专家"),
        ("有关部门", "有关部门"),
    ],
)
def test_there_are_does_not_belong_to_a_source(source: str, name: str) -> None:
    text, [one] = read(f"{{source:{source}}}{{cue:表示}}，{{content:港口将继续对外国船只开放}}。", "zh")
    assert one.source is not None
    assert one.source.of(text) == name


def test_a_camera_near_somebody_says_nothing() -> None:
    _, found = read("{source:北港气象站附近的}监控画面{cue:显示}，{content:港口将继续对外国船只开放}。", "zh")
    assert found == ()
    _, [one] = read("{source:北港气象站附近的渔民}{cue:表示}，{content:港口将继续对外国船只开放}。", "zh")
    assert one.source is not None


def test_a_body_whose_name_begins_with_its_state_keeps_it() -> None:
    assert parse("中国科学院海洋研究所研究员林远", "zh").role == "中国科学院海洋研究所研究员"
    assert parse("中国总统林远", "zh").role == "总统"


def test_the_subject_of_a_feminine_verb_is_not_the_object_behind_it() -> None:
    marked = "{cue:وتتهم} {content:النرويج فين بإغلاق الميناء}، وهو ما ينفيه {source:فين}."
    assert ("فين", ["فين بإغلاق الميناء"]) not in statements_of(marked, "ar")


@pytest.mark.parametrize(
    ("marked", "source", "content"),
    [
        ("في حين {cue:اتهم} {source:الأسطول} {content:بإغراق ثلاثة قوارب}.", None, "الأسطول بإغراق ثلاثة قوارب"),
        ("{cue:اتهم} {source:فين} {content:باحثين بإغلاق الميناء}.", "فين", "باحثين بإغلاق الميناء"),
        ("{cue:اتهم} {source:فين} {content:خصومه بإغلاق الميناء}.", "فين", "خصومه بإغلاق الميناء"),
    ],
)
def test_whom_the_charge_follows_directly_is_accused(marked: str, source: str | None, content: str) -> None:
    text, tagging = tag(marked)
    (found,) = find_statements(Page(text, load_lexicon("ar")), tagging.links)
    assert (found.source and found.source.of(text), [piece.of(text) for piece in found.content]) == (source, [content])


def test_a_man_is_no_subject_of_a_feminine_verb() -> None:
    marked = (
        "{cue:قال} {source:الشيخ فين إيك} إن {content:الميناء مفتوح}. "
        "{cue2:واعتبرتها} {content2:خطوة نحو إغلاق الجسر}. {cue3:وقال} إن {content3:الجسر مفتوح}."
    )
    assert [name for name, _ in statements_of(marked, "ar")][1:] == [None, "فين إيك"]


def test_according_to_at_the_end_of_a_line_is_of_no_words_in_the_next() -> None:
    marked = 'أغلق الميناء، {cue:وفقا} {source:لصحيفة "المرسى"}\n\nلا يعلم أحد إن {content:كان الجسر مفتوحا}.'
    assert statements_of(marked, "ar") == []


def test_a_place_may_begin_with_a_word_that_leads_elsewhere() -> None:
    text, tagging = with_named("以色列长期关注港口，并{cue:指责}{content:挪威关闭大桥}。", "以色列", 0.7)
    (found,) = find_statements(Page(text, load_lexicon("zh")), tagging.links)
    assert found.source is not None
    assert found.source.of(text) == "以色列"


def test_a_name_that_the_network_ends_before_a_hashtag_goes_on() -> None:
    text, tagging = with_named(
        "رحبت الوزيرة آنا #فيندال بالقمة، {cue:معتبرة} أن {content:الميناء مفتوح}.", "الوزيرة آنا", 0.7
    )
    (found,) = find_statements(Page(text, load_lexicon("ar")), tagging.links)
    assert found.source is not None
    assert found.source.of(text) == "الوزيرة آنا #فيندال"


def test_a_body_between_a_state_and_the_verb_speaks() -> None:
    assert speakers("据{source:挪威}媒体{cue:报道}，{content:港口已经开放}。", "zh") == ["挪威媒体"]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "{cue:ويدعو} {source:حزب الميناء الوطني وسائل الإعلام المحلية} إلى {content:إغلاق الجسر القديم}.",
            "حزب الميناء الوطني",
        ),
        (
            "{cue:ناشدت} {source:ثلاث منظمات غير حكومية السلطات النرويجية} {content:فتح الميناء للسفن}.",
            "ثلاث منظمات غير حكومية",
        ),
        (
            "وصل إيكر أمس. {cue:ووصف} {source:مستخدمو المواقع الاجتماعية إيكر} بأنه {content:صديق الميناء}.",
            "مستخدمو المواقع الاجتماعية",
        ),
        ("وصل إيكر أمس. {cue:وتتهم} {source:النرويج إيكر} {content:بإغلاق الميناء القديم}.", "النرويج"),
        ("{source:فنواب الشمال في البرلمان} {cue:أكدوا} أن {content:الميناء مفتوح}.", "نواب الشمال في البرلمان"),
        ("{cue:ووفقا لشبكة} إن {source:بي سي النرويجية}، {content:الميناء مفتوح للسفن}.", "شبكة إن بي سي النرويجية"),
        ('{cue:قال} {source:مدير عام معهد "ريد باي" سامر حداد} إن {content:الميناء مفتوح}.', "سامر حداد"),
        ("{cue:قال} {source:عمها سامر حداد} إن {content:الميناء مفتوح}.", "سامر حداد"),
        (
            "كذلك {source:عدد الوزير النرويجي} المواضيع التي {cue:نوقشت} وهي {content:الميناء والجسر القديم}.",
            "الوزير النرويجي",
        ),
        (
            "{cue:قال} {source:سامر حداد} إن {content:الميناء مفتوح}. "
            "{cue2:وقال} {source2:مكتبه} إن {content2:الجسر مفتوح}.",
            "مكتب سامر حداد",
        ),
    ],
)
def test_an_arabic_speaker_is_a_whole_noun_phrase_and_no_object(marked: str, name: str) -> None:
    assert speakers(marked, "ar")[-1] == name


@pytest.mark.parametrize(
    "marked",
    [
        "{cue:وتوقعت} {source:خطة الموازنة النرويجية} {content:وصول العائدات إلى مليون}.",
        "فيما {cue:اعتبر} {source:51 بالمائة} من الذين سئلوا أن {content:الميناء مفتوح}.",
        'وصل كيم سونغ. وسئلت هل تثق بكيم {source:سونغ}، {cue:فأجابت} {content:"المطلوب فتح الميناء أمام السفن"}.',
        "{cue:قال} {source:سامر حداد} إن {content:الميناء مفتوح}. {cue2:وقال} {source2:نبيل عون} إن {content2:سامر "
        "حداد أغلق الجسر}. {cue3:وقال} {source3:مكتبه} إن {content3:المطار مفتوح}.",
    ],
)
def test_an_arabic_thing_or_share_or_the_end_of_another_s_name_is_no_speaker(marked: str) -> None:
    assert speakers(marked, "ar")[-1] is None


def test_a_station_keeps_its_quoted_name_and_no_verb_before_it() -> None:
    marked = '{source:بثت قناة "الميناء} اليوم" فيديو مصورا، {cue:مشيرة} إلى {content:إغلاق الجسر}.'
    text, tagging = tag(marked)
    (found,) = find_statements(Page(text, load_lexicon("ar")), tagging.links)
    assert found.source is not None
    assert found.source.of(text) == 'قناة "الميناء اليوم'


def test_a_subject_known_by_a_longer_name_is_told_from_an_object_known_by_another() -> None:
    marked = (
        "{cue:قال} {source:الرئيس سامر حداد} إن {content:الميناء مفتوح}. {cue2:وأضاف} {source2:رامي عون} أن "
        "{content2:الجسر مفتوح}. وغضب حداد. {cue3:ووصف} {source3:حداد عون} بأنه {content3:رجل نابض بالحيوية}."
    )
    assert speakers(marked, "ar")[-1] == "سامر حداد"


def test_a_paper_whose_noun_stands_elsewhere_is_no_person() -> None:
    marked = (
        '{cue:وذكرت} {source:صحيفة "بلو باي بوست"} أن {content:الميناء مفتوح}. '
        "{cue2:ولفتت} {source2:بلو باي بوست} إلى {content2:أن الجسر مغلق}."
    )
    _, found = read(marked, "ar")
    assert found[-1].speaker is not None
    assert found[-1].speaker.name.endswith("بلو باي بوست")


@pytest.mark.parametrize(
    ("marked", "name", "role"),
    [
        ("{source:海湾反对派领导人林远}{cue:宣布}，{content:港口已经开放}。", "林远", "海湾反对派领导人"),
        (
            "{source:海湾统计局人口和就业统计司司长林远}{cue:表示}，{content:港口已经开放}。",
            "林远",
            "海湾统计局人口和就业统计司司长",
        ),
        ("{source:30岁的难民林远}{cue:告诉}记者，{content:港口已经开放}。", "林远", "难民"),
        ("{source:新华社海湾城9月2日电 海湾警方}{cue:说}，{content:港口已经开放}。", "海湾警方", None),
        ("{source:红十字}会{cue:愿意}{content:提供法医专家名单}。", "红十字会", None),
        ("与{source:会的沿岸国家外长}{cue:认为}，{content:港口已经开放}。", "与会的沿岸国家外长", None),
        ("邀请{source:林远的海湾诗歌节主办方}{cue:表示}，{content:港口已经开放}。", "海湾诗歌节主办方", None),
        ("{source:海湾电器公司向媒体}{cue:透露}，{content:港口已经开放}。", "海湾电器公司", None),
        ("{source:海湾公共广播公司援引安全部门}消息{cue:称}，{content:港口已经开放}。", "安全部门", None),
        ("《{source:海湾报》的即时民调}{cue:显示}，{content:多数人支持开放港口}。", "《海湾报》", None),
        ("{source:15个省}（自治区、直辖市）和海湾兵团{cue:报告}，{content:港口已经开放}。", "15个省和海湾兵团", None),
        ("{source:海湾南部州(Bay)警方声明}{cue:表示}，{content:港口已经开放}。", "海湾南部州警方", None),
        ("{source:一项挪威研究}{cue:表明}，{content:港口已经开放}。", "一项挪威研究", None),
    ],
)
def test_a_chinese_speaker_is_whole_and_alone(marked: str, name: str, role: str | None) -> None:
    _, found = read(marked, "zh")
    assert found[-1].speaker is not None
    assert (found[-1].speaker.name, found[-1].speaker.role) == (name, role)


@pytest.mark.parametrize("thing", ["公开资料", "最新数据", "有研究", "林远的作品《港口》"])
def test_what_a_chinese_document_of_nobody_shows_has_no_speaker(thing: str) -> None:
    assert speakers(f"{{source:{thing}}}{{cue:显示}}，{{content:港口已经开放}}。", "zh") == [None]
