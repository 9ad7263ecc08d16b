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
        (
            "ar",
            "{cue:قال} {source:سامر حداد} إن {content:المعبر سيفتح خلال أسبوع}.",
            "المعبر سيفتح خلال أسبوع",
        ),
        ("zh", "{source:林远}{cue:表示}，{content:港口将继续对外国船只开放}。", "港口将继续对外国船只开放"),
        ("zh", "{source:林远}{cue:呼吁}{content:各方保持克制}。", "呼吁各方保持克制"),
        ("zh", "{source:林远}{cue:提醒}{content:旅客不要前往港口}。", "提醒旅客不要前往港口"),
        (
            "es",
            "{source:Rui Tavares}, vecino del puerto, se negó a {cue:reconocer} {content:la frontera como definitiva}.",
            "se negó a reconocer la frontera como definitiva",
        ),
        (
            "fr",
            "{source:Ada Noor} a été hier la première de tous les élus à {cue:appeler} {content:les rivaux à la paix}.",
            "a été hier la première de tous les élus à appeler les rivaux à la paix",
        ),
        (
            "fr",
            "{source:Jon Arnason} est parti, {cue:affirmant} que {content:le port reste ouvert}.",
            "le port reste ouvert",
        ),
        ("ru", "В документе {cue:подчеркивается}, что {content:порт закрыт для всех}.", "порт закрыт для всех"),
        (
            "ru",
            "{source:Эрик Хольм} {cue:отметил}, что «{content:едины в своем осуждении блокады}».",
            "отметил, что «едины в своем осуждении блокады»",
        ),
        (
            "ru",
            "{source:Эрик Хольм} будет {cue:призывать} к отказу от «{content:Южного потока-7}».",
            "будет призывать к отказу от «Южного потока-7»",
        ),
        (
            "ru",
            "Богатые, {cue:говорят} {source:социологи}, {content:не хотят делить расходы порта}.",
            "Богатые … не хотят делить расходы порта",
        ),
        (
            "fr",
            "Le rapport de {source:la Croix-Verte} de lundi {cue:contestait} {content:la fermeture du port}.",
            "contestait la fermeture du port",
        ),
        (
            "fr",
            "{source:Les Vents} se sont de leur côté {cue:félicités} {content:d'un bel accord de pêche}.",
            "se sont de leur côté félicités d'un bel accord de pêche",
        ),
        (
            "ar",
            "{cue:علق} {source:سامر حداد} الذي زار البلدة مع وفد كبير أمس على {content:استهداف الميناء القديم}.",
            "علق … على استهداف الميناء القديم",
        ),
        ("ar", "{cue:وأعرب} عن {content:قلقه من إغلاق المعبر}.", "أعرب عن قلقه من إغلاق المعبر"),
        (
            "ar",
            "{cue:وأعلن} {source:سامر حداد} {content:إغلاق المعبر البحري}.",
            "أعلن … إغلاق المعبر البحري",
        ),
        (
            "ar",
            '{cue:ودانت} {source:نقابة البحارة}، الأحد، {content:"كل أعمال التهديد في الميناء القديم"}.',
            'دانت … "كل أعمال التهديد في الميناء القديم"',
        ),
        (
            "ar",
            '{cue:وتساءل} {source:سامر حداد} {content:"هل بقي لنا غير هذا الميناء القديم"}.',
            '"هل بقي لنا غير هذا الميناء القديم"',
        ),
        (
            "ar",
            "{content:وبدا أن السفينة غادرت الميناء ليلا}، {cue:وفقا} {source:لسامر حداد}.",
            "بدا أن السفينة غادرت الميناء ليلا",
        ),
        (
            "ar",
            "{content:واجهت السفينة ريحا قوية جدا}، {cue:وفقا} {source:لسامر حداد}.",
            "واجهت السفينة ريحا قوية جدا",
        ),
        (
            "ar",
            "{cue:ووجه} {source:سامر حداد} {content:رسالة شديدة إلى بحارة الميناء}.",
            "وجه … رسالة شديدة إلى بحارة الميناء",
        ),
        (
            "ar",
            "{cue:قال} {source:سامر حداد} إن {content:المهندسين يفحصون الجسر القديم}.",
            "إن المهندسين يفحصون الجسر القديم",
        ),
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
        ("fr", "{source:Jon Arnason} a demandé : « {content:Qui va payer pour le port ?} »."),
    ],
)
def test_attitudes_and_headlines_are_no_lines(language: str, marked: str) -> None:
    assert lines_of(marked, language) == []


def test_a_title_of_several_sentences_is_no_line() -> None:
    title = "{source:Oslo} {cue:affirme} {content:avoir fini les travaux du port}. Bergen confirme"
    reading = reading_of(f"{title}\n\nLe port ouvre jeudi.", "fr")
    heading = reading.article.text.partition("\n")[0]
    assert compose_lines(replace(reading, article=replace(reading.article, title=heading))) == ()


def test_what_only_names_what_was_spoken_of_comes_last() -> None:
    marked = (
        "{source:Rui Tavares} {cue:describió} {content:el nuevo faro del puerto}."
        " {source1:Ana Brito} {cue1:dijo} que {content1:la flota zarpa mañana hacia el norte}."
        " {source2:Luis Prado} {cue2:afirmó} {content2:haber visto la flota}."
    )
    assert [speaker for speaker, _ in lines_of(marked, "es")] == ["Ana Brito", "Luis Prado", "Rui Tavares"]


def test_a_party_with_one_statement_is_heard_before_all_that_another_says() -> None:
    said = ("el puerto sigue abierto", "la flota zarpa mañana", "nadie pagará la multa", "el faro funciona bien")
    marked = " ".join(
        f"{{source{n}:Rui Tavares}} {{cue{n}:dijo}} que {{content{n}:{one}}}." for n, one in enumerate(said)
    )
    marked += " {source9:Ana Brito} {cue9:negó} {content9:que haya epidemia en la isla}."
    speakers = [speaker for speaker, _ in lines_of(marked, "es")]
    assert speakers.index("Ana Brito") < 2


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "es",
            "{source:Rui Tavares} {cue:dijo} que {content:la flota zarpó sin permiso}."
            " {source1:Rui Tavares} {cue1:añadió} que {content1:el faro funciona bien}."
            " {source2:Ana Brito} {cue2:negó} {content2:que la flota zarpara sin permiso}.",
        ),
        (
            "ru",
            "{source:Олег Дорн} {cue:заявил}, что {content:флот вышел без разрешения}."
            " {source1:Олег Дорн} {cue1:добавил}, что {content1:маяк работает хорошо}."
            " {source2:Анна Венн} {cue2:опровергла}, {content2:что флот вышел без разрешения}.",
        ),
    ],
)
def test_a_denial_stands_next_to_what_it_denies(language: str, marked: str) -> None:
    lines = compose_lines(reading_of(marked, language))
    denied = [(line.rank, line.answers) for line in lines if line.answers is not None]
    assert denied == [(2, 1)]
    assert lines[1].speaker != lines[0].speaker
    assert lines[2].speaker == lines[0].speaker


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "es",
            "{source:Rui Tavares} {cue:dijo} que {content:el puerto abrirá el martes para todos los barcos}."
            " {source1:Tavares} {cue1:añadió} que {content1:el puerto abrirá el martes}.",
        ),
        (
            "zh",
            "{source:林远}{cue:表示}，{content:对外国船只来说港口将在星期二开放}。"
            "{source1:林远}{cue1:说}，{content1:港口将在星期二开放}。",
        ),
    ],
)
def test_a_part_of_what_a_speaker_said_already_is_no_line(language: str, marked: str) -> None:
    assert len(lines_of(marked, language)) == 1


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


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "es",
            "{source:Rui Tavares} {cue:dijo} que {content:la flota zarpa mañana hacia el norte}."
            " {source1:Ana Brito} {cue1:dijo} que {content1:la flota no zarpa mañana hacia el norte}.",
        ),
        (
            "ru",
            "{source:Эрик Хольм} {cue:заявил}, что {content:флот выходит завтра на север}."
            " {source1:Анна Венн} {cue1:заявила}, что {content1:флот не выходит завтра на север}.",
        ),
        (
            "fr",
            "{source:Jon Arnason} {cue:affirme} que {content:la flotte quitte demain le port}."
            " {source1:Ada Noor} {cue1:affirme} que {content1:la flotte ne quitte pas demain le port}.",
        ),
        (
            "zh",
            "{source:林远}{cue:表示}，{content:港口将在星期二开放}。{source1:王海}{cue1:表示}，{content1:港口不将在星期二开放}。",
        ),
    ],
)
def test_who_says_the_contrary_repeats_nobody(language: str, marked: str) -> None:
    assert len(lines_of(marked, language)) == 2


UNSAID = [
    ("ru", "{source:Эрик Хольм} отрицает, что {cue:говорил}: {content:«Флот уйдет из порта до конца весны»}."),
    (
        "ru",
        "Если бы {source:Эрик Хольм} {cue:сказал}: {content:«Флот уйдет из порта до конца весны»}, все были бы рады.",
    ),
    ("fr", "{source:Jon Arnason} a démenti avoir {cue:dit} : {content:« La flotte quittera le port avant mai »}."),
    ("fr", "Si {source:Jon Arnason} {cue:avait dit} : {content:« La flotte quittera le port avant mai »}, tant mieux."),
    ("fr", "Rien n'indique que {source:Jon Arnason} {cue:ait déclaré} que {content:la flotte quitterait le port}."),
    ("ru", "Нет доказательств того, что {source:Эрик Хольм} {cue:заявил}, что {content:флот уйдет из порта}."),
    ("ru", "Неясно, {cue:заявил} ли {source:Эрик Хольм}, что {content:флот уйдет из порта до весны}."),
    ("es", "No está claro si {source:Rui Tavares} {cue:dijo} que {content:la flota saldría del puerto en mayo}."),
    ("zh", "没有证据表明{source:林远}{cue:说过}{content:舰队将在今年五月之前离开这个港口}。"),
    ("ar", "لا يوجد دليل على أن {source:سامر الحسيني} {cue:قال} إن {content:الأسطول سيغادر الميناء قريبا}."),
    ("es", "{source:Rui Tavares} negó haber {cue:dicho}: {content:«La flota saldrá del puerto antes de mayo»}."),
    ("zh", "{source:林远}否认曾{cue:说过}：{content:“舰队将在今年五月之前离开这个港口。”}"),
    ("zh", "如果{source:林远}{cue:说}：{content:“舰队将在今年五月之前离开这个港口。”}市场将会下跌。"),
    ("ar", "نفى {source:سامر الحسيني} أنه {cue:قال}: {content:«سيغادر الأسطول الميناء قبل شهر أيار»}."),
]
DENIED = [
    (
        "ru",
        "{source:Эрик Хольм никогда не} {cue:говорил}: {content:«Флот уйдет из порта до конца весны»}.",
        "никогда не говорил: «Флот уйдет из порта до конца весны»",
    ),
    (
        "fr",
        "{source:Jon Arnason} n'a jamais {cue:dit} : {content:« La flotte quittera le port avant mai »}.",
        "n'a jamais dit : « La flotte quittera le port avant mai »",
    ),
    (
        "es",
        "{source:Rui Tavares} se negó a {cue:decir}: {content:«La flota saldrá del puerto antes de mayo»}.",
        "se negó a decir: «La flota saldrá del puerto antes de mayo»",
    ),
    (
        "zh",
        "{source:林远}从未{cue:说过}：{content:“舰队将在今年五月之前离开这个港口。”}",
        "从未说过：“舰队将在今年五月之前离开这个港口。”",
    ),
]


@pytest.mark.parametrize(("language", "marked"), UNSAID)
def test_words_that_were_not_said_are_not_printed(language: str, marked: str) -> None:
    assert lines_of(marked, language) == []


@pytest.mark.parametrize(("language", "marked", "line"), DENIED)
def test_a_denied_quotation_is_printed_with_what_denies_it(language: str, marked: str, line: str) -> None:
    assert [words for _, words in lines_of(marked, language)] == [line]


def test_what_a_verb_says_that_names_nobody_is_no_line() -> None:
    marked = (
        "{source:Эрик Хольм} {cue:заявил}, что {content:порт открыт для всех}. "
        "Ранее {cue1:сообщалось}, что {content1:мост закроют до самой весны}."
    )
    assert [name for name, _ in lines_of(marked, "ru")] == ["Эрик Хольм"]


@pytest.mark.parametrize(
    ("language", "marked", "line"),
    [
        (
            "fr",
            "{source:Ada Noor} était partie du port après l'avoir quitté, et l'eut {cue:accusé}, en mai, "
            "{content:de cacher les comptes du port}.",
            "l'eut accusé, en mai, de cacher les comptes du port",
        ),
        (
            "ru",
            "{source:Эрик Хольм} никому не грозил, а лишь {cue:пожелал} {content:министру спокойной и долгой зимы}.",
            "лишь пожелал министру спокойной и долгой зимы",
        ),
        (
            "fr",
            "Dans l'entourage du {source:ministre} on {cue:laisse entendre} "
            "qu'{content:ils ont fermé le port sans rien demander}.",
            "ils ont fermé le port sans rien demander",
        ),
    ],
)
def test_a_line_keeps_what_turns_its_verb(language: str, marked: str, line: str) -> None:
    assert [words for _, words in lines_of(marked, language)] == [line]


@pytest.mark.parametrize(
    "marked",
    [
        "{source:Le reste du port} le {cue:considère} {content:comme une partie ancienne de la ville basse}.",
        'Le vent tomba lorsque {source:Ada Noor} {cue:a} voulu {content:"chasser les brumes du vieux port"}.',
        "{source:Ada Noor} {cue:sait} maintenant que {content:le port attend un nouveau directeur}.",
    ],
)
def test_what_nobody_says_is_no_line(marked: str) -> None:
    assert lines_of(marked, "fr") == []


@pytest.mark.parametrize(
    ("language", "marked", "line"),
    [
        (
            "es",
            "{source:Rui Tavares} {cue:anunció} {content:un segundo barco para el jueves}, aunque "
            "{cue1:advirtió} de que {content1:saldrá solo si la aduana abre}.",
            "anunció un segundo barco para el jueves, aunque advirtió de que saldrá solo si la aduana abre",
        ),
        (
            "ru",
            "{source:Эрик Хольм} {cue:считает} {content:новый мост очень полезным}, однако "
            "{cue1:напоминает}, что {content1:денег на мост в казне нет}.",
            "считает новый мост очень полезным, однако напоминает, что денег на мост в казне нет",
        ),
    ],
)
def test_a_line_keeps_what_its_speaker_says_against_it(language: str, marked: str, line: str) -> None:
    assert [words for _, words in lines_of(marked, language)] == [line]


def test_what_somebody_else_says_against_it_is_a_line_of_its_own() -> None:
    marked = (
        "{source:Rui Tavares} {cue:anunció} {content:un segundo barco para el jueves}, pero "
        "{source1:Ana Brito} {cue1:advirtió} de que {content1:nadie podrá salir del puerto}."
    )
    assert [name for name, _ in lines_of(marked, "es")] == ["Rui Tavares", "Ana Brito"]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "fr",
            "{source:Jon Arnason} est revenu sur sa promesse {cue:selon} laquelle "
            "{content:« le port restera ouvert à tous en hiver »}.",
        ),
        (
            "es",
            "{source:Rui Tavares} retiró la promesa {cue:según} la cual "
            "{content:«el puerto seguirá abierto para todos»}.",
        ),
    ],
)
def test_what_a_noun_holds_is_no_line_of_its_owner(language: str, marked: str) -> None:
    assert lines_of(marked, language) == []


def test_a_quotation_stands_without_the_aside_before_it() -> None:
    marked = (
        "{source1:Jon Arnason} {cue1:a dit} que {content1:le port fermerait avant la fin du mois}, puisque, "
        'a-t-{source:il} {cue:dit}, {content:"je ne vois plus de bateaux ici depuis mars"}.'
    )
    assert lines_of(marked, "fr")[1] == ("Jon Arnason", '"je ne vois plus de bateaux ici depuis mars"')


def test_the_verb_of_a_document_is_left_out() -> None:
    marked = "В открытом {source:письме} {cue:говорится}, что {content:в порту больше нет ни одного врача}."
    assert [words for _, words in lines_of(marked, "ru")] == ["в порту больше нет ни одного врача"]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("es", "“{content:No tenemos pruebas de que el muelle cierre}”, {cue:dijo} {source:Rui Tavares}."),
        ("ru", "«{content:Нет доказательств того, что порт закроют}», — {cue:сказал} {source:Эрик Хольм}."),
        ("es", "Aunque no ha entregado las pruebas, {source:Rui Tavares} {cue:dijo} que {content:el muelle cerrará}."),
        ("fr", "{source:Jon Arnason} a nié, {cue:affirmant} que {content:le port était ouvert à tous}."),
        ("es", "{source:Rui Tavares} lo negó, {cue:diciendo} que {content:el muelle está abierto a todos}."),
        ("ar", "ونفى {source:سامر الحسيني} {cue:قائلا} إن {content:الميناء مفتوح أمام السفن}."),
    ],
)
def test_what_is_said_of_proofs_or_after_a_denial_is_printed(language: str, marked: str) -> None:
    assert len(lines_of(marked, language)) == 1


@pytest.mark.parametrize(
    ("language", "marked", "line"),
    [
        (
            "es",
            "{source:La embajada de Noruega} en Porto {cue:rechazó} {content:dar su opinión sobre el barco}.",
            "rechazó dar su opinión sobre el barco",
        ),
        (
            "fr",
            "{source:Les avocats} en commerce ont {cue:dit} que {content:le port restait ouvert}.",
            "ont dit que le port restait ouvert",
        ),
        (
            "fr",
            "{source:Jon Arnason} {cue:a rejeté} {content:toute réduction des quotas}, même petite, "
            "si celle-ci n'était pas payée.",
            "a rejeté toute réduction des quotas, même petite, si celle-ci n'était pas payée",
        ),
        (
            "es",
            "{source:La asociación} se sumó a otras, al {cue:advertir} que {content:un fracaso sería un desastre}.",
            "un fracaso sería un desastre",
        ),
    ],
)
def test_a_line_begins_and_ends_where_its_clause_does(language: str, marked: str, line: str) -> None:
    assert [words for _, words in lines_of(marked, language)] == [line]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "fr",
            "{source:Le port} ne ménage pas ses efforts, depuis mars, "
            "pour faire {cue:croire} que {content:la mer est calme}.",
        ),
        ("fr", "{source:Jon Arnason} est revenu, vendredi, en {cue:promettant} {content:de fournir trente bateaux}."),
        ("ru", "{source:Эрик Хольм} выступил в порту, {cue:призывая} {content:рыбаков оставаться на берегу}."),
        ("es", "{source:Otro 20 por ciento} {cue:dijo} que {content:es probable que el puerto cierre}."),
        ("es", "El plan que, {cue:según} {source:el alcalde}, {content:debería solucionar el problema del puerto}."),
        (
            "fr",
            "{source:Jon Arnason} {cue:a rejeté} {content:toute réduction des quotas}, si, comme l'"
            + "assure depuis le mois de mars la presse du port, " * 8
            + "elle coûte.",
        ),
    ],
)
def test_part_of_a_clause_is_no_line(language: str, marked: str) -> None:
    assert lines_of(marked, language) == []


def test_what_follows_that_after_a_verb_of_saying_is_a_clause() -> None:
    marked = "La alcaldesa dijo que, {cue:según} {source:el puerto de Porto}, {content:los barcos no saldrán este año}."
    assert lines_of(marked, "es") == [("puerto de Porto", "los barcos no saldrán este año")]


def test_what_is_told_of_the_noun_before_a_relative_clause_is_no_line() -> None:
    marked = "أغلقت الشرطة مقر الجمعية التي {cue:تقول} {source:النرويج} إنها {content:فرع لنقابة البحارة}."
    assert lines_of(marked, "ar") == []
    assert lines_of(marked.replace("الجمعية التي ", "الجمعية. "), "ar") == [("النرويج", "فرع لنقابة البحارة")]


def test_a_demand_in_han_is_no_fact() -> None:
    marked = "{source:挪威港务局}{cue:主张}{content:各国船只立即离开港口和大桥}。"
    assert lines_of(marked, "zh") == [("挪威港务局", "主张各国船只立即离开港口和大桥")]


@pytest.mark.parametrize(
    ("language", "marked", "line"),
    [
        (
            "fr",
            "{source:Les syndicats} ont protesté contre la taxe et ont mis en {cue:garde} que "
            "{content:les quais seraient bientôt vides}.",
            "ont mis en garde que les quais seraient bientôt vides",
        ),
        (
            "fr",
            "{source:Ekholm}, ancien maire de Rive, a démenti tout cela et a vivement {cue:conseillé} "
            "{content:aux pêcheurs de partir avant l'hiver}.",
            "a vivement conseillé aux pêcheurs de partir avant l'hiver",
        ),
        (
            "fr",
            "Mais son adjointe, {source:Alba Ekholm}, s'{cue:est déclarée} "
            "{content:très préoccupée par les grues du port}.",
            "s'est déclarée très préoccupée par les grues du port",
        ),
        (
            "fr",
            "On parle de la menace de {source:Ekholm} qui {cue:prévenait} que {content:le port fermera dans un mois}.",
            "prévenait que le port fermera dans un mois",
        ),
    ],
)
def test_a_verb_keeps_its_auxiliaries_and_leaves_who_to_its_speaker(language: str, marked: str, line: str) -> None:
    assert [words for _, words in lines_of(marked, language)] == [line]


def test_adjacent_sentences_are_one_slice() -> None:
    lines = lines_of(
        '{content:"Le port est vide depuis lundi". }{content:"On sait que les grues sont trop vieilles"}, '
        "{cue:affirme} {source:Jon Ekholm}.",
        "fr",
    )
    assert [words for _, words in lines] == [
        '"Le port est vide depuis lundi". "On sait que les grues sont trop vieilles"'
    ]


@pytest.mark.parametrize(
    ("language", "marked", "line"),
    [
        (
            "ar",
            "سار {source:سامر حداد}. {cue:وأضاف} أن {content:الميناء مغلق أمام السفن}.",
            "الميناء مغلق أمام السفن",
        ),
        (
            "ar",
            "نقل عن {source:سامر حداد} {cue:قوله}، إن {content:الميناء مغلق أمام السفن}.",
            "الميناء مغلق أمام السفن",
        ),
        (
            "ar",
            "{cue:وحمّل} {source:سامر حداد}، نقابة البحارة، {content:مسؤولية إغلاق الميناء}.",
            "حمّل … نقابة البحارة، مسؤولية إغلاق الميناء",
        ),
        (
            "ar",
            "{cue:أكد} {source:سامر حداد} أنهم {content:من سكان الميناء القديم}.",
            "أنهم من سكان الميناء القديم",
        ),
        ("zh", "{source:林远}对{content:港口的前途}{cue:表示}{content:十分乐观}。", "对港口的前途表示十分乐观"),
        ("zh", "关闭港口被{source:渔民们}{cue:嘲讽}{content:为“改写历史的壮举”}。", "嘲讽为“改写历史的壮举”"),
        (
            "zh",
            "{source:林远}{cue:发布}视频，{content:为港口的关闭“造成的损失和痛苦”}道歉。",
            "为港口的关闭“造成的损失和痛苦”道歉",
        ),
        ("zh", "{source:林远}{cue:否认}{content:港口已经关闭}，然后收回声明。", "否认港口已经关闭，然后收回声明"),
        (
            "zh",
            "{source:林远}{cue:表示}，{content:港口已经开放，他也认为}大桥应当关闭。",
            "港口已经开放，他也认为大桥应当关闭",
        ),
        ("zh", "{source:林远}{cue:表示}，{content:港口已经开放，而且}大桥关闭。", "港口已经开放"),
        ("zh", "{source:林远}{cue:表示}，{content:港口已经开放，据}现场消息，无人受伤。", "港口已经开放"),
        (
            "zh",
            "{source:林远}{cue:表示}，{content:港口已经开放，但对于大桥的未来}，渔民直言不讳地表示：没有希望。",
            "港口已经开放",
        ),
        ("zh", "{source:林远}{cue:表示}，{content:港口已经开放，并对大桥停止工作}提出具体要求。", "港口已经开放"),
    ],
)
def test_a_line_holds_its_clause_whole(language: str, marked: str, line: str) -> None:
    assert [words for _, words in lines_of(marked, language)][-1] == line


@pytest.mark.parametrize(
    "marked",
    [
        "رحب {source:سامر حداد} بالقرار، {cue:معتبرا} {content:الجسر خبرا سارا للميناء القديم}.",
        "{cue:يذكر} أن {content:ثلاثة بحارة غرقوا قرب الميناء القديم}.",
        "{cue:قال} {source:سامر حداد} إن خطة البلدية التي أعلنتها أمس تتضمن {content:إغلاق الميناء القديم كله}.",
    ],
)
def test_a_participle_and_the_end_of_a_clause_are_no_line(marked: str) -> None:
    assert lines_of(marked, "ar") == []
