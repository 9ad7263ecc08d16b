"""Who said what in five languages, with a tagger made by hand."""

import pytest

from bot.domain.attribution import Act, Kind
from bot.nlp.lang import LANGUAGES
from bot.nlp.lang.attributions import find_attributions
from bot.nlp.lang.lexicon import load_lexicon
from bot.nlp.tagger.tagged_text import TaggedText
from tests.unit.nlp.lang.marked import read, statements_of


@pytest.mark.parametrize(
    ("language", "marked", "words"),
    [
        ("ru", "{source:Бирна Даль} {cue:заявила}, {content:что порт открыт для всех}.", "порт открыт для всех"),
        ("fr", "{source:Jon Arnason} {cue:a affirmé} {content:qu'il resterait à Oslo}.", "il resterait à Oslo"),
        ("es", "{source:Rui Tavares} {cue:dijo} {content:que el puerto sigue abierto}.", "el puerto sigue abierto"),
        ("ar", "{cue:قال} {source:سامر حداد} {content:إن المعبر سيفتح خلال أسبوع}.", "المعبر سيفتح خلال أسبوع"),
        ("zh", "{source:索尔贝格}{cue:表示}{content:，港口将继续开放}。", "港口将继续开放"),
    ],
)
def test_conjunctions_and_commas_stand_outside_the_words(language: str, marked: str, words: str) -> None:
    assert [pieces for _, pieces in statements_of(marked, language)] == [[words]]


@pytest.mark.parametrize(
    ("language", "marked", "words"),
    [
        ("ru", "«{content:Мы никого не удерживаем}», — {cue:сказала} {source:Даль}.", "«Мы никого не удерживаем»"),
        ("fr", "« {content:Nous ne céderons pas} », {cue:a prévenu} {source:M. Arnason}.", "« Nous ne céderons pas »"),
        ("es", "“{content:No dejaremos a nadie}”, {cue:aseguró} {source:Tavares}.", "“No dejaremos a nadie”"),
        ("ar", "{cue:قال} {source:حداد}: «{content:نحتاج إلى اتفاق سريع}».", "«نحتاج إلى اتفاق سريع»"),
        ("zh", "{source:林远}{cue:说}：“{content:我们愿意与各方对话}。”", "“我们愿意与各方对话。”"),
        ("zh", "{source:林远}{cue:說}：「{content:我們願意與各方對話}。」", "「我們願意與各方對話。」"),
        ("ru", "„{content:Мы никого не удерживаем}“, — {cue:сказала} {source:Даль}.", "„Мы никого не удерживаем“"),
        ("ar", "{content:”نحتاج إلى اتفاق سريع“}، {cue:قال} {source:حداد}.", "”نحتاج إلى اتفاق سريع“"),
        ("fr", "— {content:Nous ne céderons pas}, {cue:répond} {source:M. Arnason}.", "Nous ne céderons pas"),
        ("es", "—{content:No dejaremos a nadie} —{cue:respondió} {source:Tavares}.", "No dejaremos a nadie"),
    ],
)
def test_a_quotation_is_taken_whole_and_is_direct(language: str, marked: str, words: str) -> None:
    text, [one] = read(marked, language)
    assert ([piece.of(text) for piece in one.content], one.kind) == ([words], Kind.DIRECT)


@pytest.mark.parametrize(
    ("language", "text", "speaker", "cue"),
    [
        ("ru", "«Судно задержали незаконно», — сказал посол Эрик Хольм журналистам.", "Эрик Хольм", "сказал"),
        ("fr", "« Personne ne sera renvoyé », a déclaré Ingrid Solberg.", "Ingrid Solberg", "déclaré"),
        ("es", "“Cerraremos el puente mañana”, declaró Molina Paredes a la prensa.", "Molina Paredes", "declaró"),
        ("ar", "وقال سامر حداد: «نحتاج إلى اتفاق سريع قبل الصيف».", "سامر حداد", "وقال"),
        ("zh", "外交部发言人林远说：“我们愿意与各方对话。”", "林远", "说"),
    ],
)
def test_marks_and_a_verb_make_a_statement_that_the_tagger_missed(
    language: str, text: str, speaker: str, cue: str
) -> None:
    [one] = find_attributions(text, TaggedText((), ()), language)
    assert one.speaker is not None
    assert one.cue is not None
    assert (one.speaker.name, one.cue.of(text), one.kind) == (speaker, cue, Kind.DIRECT)


@pytest.mark.parametrize(
    ("language", "marked", "act"),
    [
        ("ru", "{source:Даль} {cue:отвергла} {content:обвинения соседей}.", Act.REJECTS),
        ("ru", "{source:Даль} {cue:предупредила}, что {content:порт закроют}.", Act.WARNS),
        ("fr", "{source:Oslo} {cue:a accusé} {content:ses voisins de mentir}.", Act.ACCUSES),
        ("fr", "{source:Oslo} {cue:a démenti} {content:avoir rappelé son ambassadeur}.", Act.DENIES),
        ("es", "{source:Tavares} {cue:prometió} {content:abrir el puente}.", Act.PLEDGES),
        ("ar", "{cue:ودعت} {source:طهران} إلى {content:فتح المعبر فورا}.", Act.URGES),
        ("zh", "{source:林远}{cue:否认}{content:已召回大使}。", Act.DENIES),
        ("fr", "{source:Oslo} {cue:craint} {content:une nouvelle crise}.", Act.ATTITUDE),
        ("es", "{source:Tavares} {cue:teme} {content:una nueva crisis}.", Act.ATTITUDE),
    ],
)
def test_the_cue_tells_the_act(language: str, marked: str, act: Act) -> None:
    _, [one] = read(marked, language)
    assert one.act is act


@pytest.mark.parametrize(
    ("language", "marked", "negated"),
    [
        ("ru", "{source:Даль} не {cue:подтвердила} {content:дату встречи в Осло}.", True),
        ("fr", "{source:Oslo} n'a pas {cue:confirmé} {content:la date de la réunion}.", True),
        ("es", "{source:Tavares} no {cue:confirmó} {content:la fecha de la reunión}.", True),
        ("ar", "لم {cue:يؤكد} {source:سامر حداد} {content:موعد الاجتماع المقبل}.", True),
        ("zh", "{source:林远}未{cue:证实}{content:会晤的日期}。", True),
        ("ru", "{source:Даль} {cue:подтвердила} {content:дату встречи в Осло}.", False),
    ],
)
def test_a_negation_before_the_cue_denies_the_act(language: str, marked: str, negated: bool) -> None:
    _, [one] = read(marked, language)
    assert one.negated is negated


@pytest.mark.parametrize(
    ("language", "marked", "speakers"),
    [
        (
            "ru",
            "{source:Министр Исландии Бирна Даль} {cue:заявила}, что {content:порт открыт}. "
            "{source2:Она} {cue2:добавила}, что {content2:ответ будет в пятницу}.",
            ["Бирна Даль", "Бирна Даль"],
        ),
        (
            "ru",
            "{source:Посол Эрик Хольм} {cue:сказал}, что {content:судно свободно}. "
            "По {cue2:словам} {source2:Хольма}, {content2:ответа еще нет}.",
            ["Эрик Хольм", "Эрик Хольм"],
        ),
        (
            "es",
            "{source:El ministro Rui Tavares} {cue:dijo} que {content:habrá acuerdo} y {cue2:pidió} "
            "{content2:paciencia a los armadores}.",
            ["Rui Tavares", "Rui Tavares"],
        ),
        (
            "ar",
            "{cue:قال} {source:وزير الري المصري، كريم فهمي}، إن {content:اللجنة ستجتمع}. "
            "{cue2:وأضاف} أن {content2:الحوار مستمر بين الطرفين}.",
            ["كريم فهمي", "كريم فهمي"],
        ),
        (
            "zh",
            "{source:挪威外交大臣英格丽·索尔贝格}{cue:表示}，{content:港口将继续开放}。"
            "{source2:她}{cue2:说}，{content2:谈判下周恢复}。",
            ["英格丽·索尔贝格", "英格丽·索尔贝格"],
        ),
        (
            "fr",
            "{source:L'ambassadeur d'Islande, Jon Arnason,} {cue:a accusé} {content:Oslo de mentir}. "
            "{source2:Le diplomate} {cue2:a ajouté} que {content2:son pays attendrait}.",
            ["Jon Arnason", "Jon Arnason"],
        ),
    ],
)
def test_pronouns_surnames_and_no_words_at_all_mean_who_was_named(
    language: str, marked: str, speakers: list[str]
) -> None:
    assert [name for name, _ in statements_of(marked, language)] == speakers


def test_a_pronoun_of_another_gender_is_not_who_spoke_last() -> None:
    marked = (
        "{source:La ministre Ingrid Solberg} {cue:a dit} que {content:le port est ouvert}. "
        "{source2:Il} {cue2:a ajouté} que {content2:rien ne changerait}."
    )
    assert statements_of(marked, "fr")[1][0] is None


def test_role_and_country_told_later_hold_for_what_was_said_before() -> None:
    marked = (
        "{source:Tavares} {cue:dijo} que {content:habrá acuerdo}. "
        "{source2:El ministro portugués Rui Tavares} {cue2:insistió} en que {content2:no hay prisa}."
    )
    _, found = read(marked, "es")
    assert [(one.speaker.name, one.speaker.role, one.speaker.country) for one in found if one.speaker] == [
        ("Rui Tavares", "ministro", "Portugal")
    ] * 2


def test_after_according_to_stands_who_says_it() -> None:
    marked = "{cue:Selon} {content:elle, les marins rentreront vendredi}."
    text = "La ministre Ingrid Solberg a parlé. " + marked
    _, [one] = read(text, "fr")
    assert one.source is not None


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("text", ["", " ", "“", "«»", "a: “b”", "：“说”", "“说”，说", "(", "،،،", "— — —"])
def test_odd_texts_are_read_without_error(language: str, text: str) -> None:
    assert find_attributions(text, TaggedText((), ()), language) is not None


@pytest.mark.parametrize(
    ("language", "marked", "speaker"),
    [
        ("ar", "قال سامر حداد إن {content:المعبر سيفتح}، {cue:وفق ما نقلت} {source:وكالة الأنباء}.", "سامر حداد"),
        ("es", "Rui Tavares dijo que {content:el puerto abre}, {cue:según} {source:la agencia Norte}.", "Rui Tavares"),
        ("fr", "Jon Arnason a affirmé que {content:le port ouvre}, {cue:selon} {source:l'agence Nord}.", "Jon Arnason"),
    ],
)
def test_who_said_it_is_told_rather_than_who_passes_it_on(language: str, marked: str, speaker: str) -> None:
    [(name, _)] = statements_of(marked, language)
    assert name == speaker


def test_what_nobody_says_before_is_by_whom_it_is_according_to() -> None:
    [(name, _)] = statements_of(
        "Se sabe que {content:el puerto sigue abierto}, {cue:según} {source:Rui Tavares}.", "es"
    )
    assert name == "Rui Tavares"


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("تحدث الوزير عبر الهاتف أمس", ["تحدث"]),
        ("وعبر سامر حداد عن قلقه", ["وعبر"]),
        ("ودان الوزيران الهجوم على الميناء", ["ودان"]),
        ("وتدارك القاضي أن العقد ساري", ["وتدارك"]),
    ],
)
def test_a_verb_that_requires_a_preposition_is_a_cue_only_with_it(text: str, cues: list[str]) -> None:
    assert [one.of(text) for one in load_lexicon("ar").find_cues(text, 0, len(text))] == cues


def test_what_somebody_will_propose_is_not_said() -> None:
    assert read("{source:港务委员会}将为码头修建{cue:提出}{content:各项具体的建议}。", "zh")[1] == ()
    assert len(read("{source:港务委员会}为码头修建{cue:提出}{content:各项具体的建议}。", "zh")[1]) == 1


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "es",
            "{content:La apertura del puerto}, como lo {cue:prevé} {source:el gobierno}, "
            "{content:no sería conciliable con la ley}.",
        ),
        ("fr", "{source:Jon Ek} a étudié ce qu'{cue:a décrit} {content:le ministre du port comme un plan}."),
    ],
)
def test_what_is_planned_and_what_another_says_is_not_said(language: str, marked: str) -> None:
    assert statements_of(marked, language) == []


def test_what_somebody_says_in_a_comparison_is_said() -> None:
    marked = "{content:El puerto está abierto}, como {cue:dijo} {source:Rui Tavares}."
    assert statements_of(marked, "es") == [("Rui Tavares", ["El puerto está abierto"])]
