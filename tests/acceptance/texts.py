"""Invented articles that the sites of these tests show."""

from tests.cogs.invented import TEXT
from tests.unit.jobs.worker_setup import BORDER, GRAIN, HARBOUR

__all__ = [
    "BORDER",
    "CRANES",
    "FRENCH",
    "GERMAN",
    "GRAIN",
    "HARBOUR",
    "ONE_PERSON",
    "QUARREL",
    "SILENT",
    "articles",
    "follow_ups",
    "speech",
]

QUARREL = TEXT.split("\n\nThe ship’s owner")[0]
"""Two ministers after one telephone call."""

CRANES = """The port of Lisk will buy four cranes from a yard that a tribunal had barred from bidding.

Orland's Prime Minister Mara Teven defended the order in parliament. “We buy cranes, not friendships,” she said, and \
denied that any fee had been paid.

Velonia's Foreign Minister Oskar Brandt called the purchase “a gift to a debtor”. He warned that Velonia would take \
the contract to the chamber of commerce. Brandt said that no ship had been told."""

SILENT = """The valley road was closed for repairs on Monday morning, after the spring flood had taken two culverts.

Work lasts until the end of the month, and buses go by the old quarry. The timetable hangs in the town hall, beside \
the list of shops that stay open. Snow fell again on the pass above the reservoir during the night."""

GERMAN = """Der Außenminister empfing am Montag seinen norwegischen Kollegen, um über den Fischfang zu sprechen.

„Wir haben uns auf die Fangmengen geeinigt“, sagte der Minister vor der Presse im Palast. Die Boote könnten schon in \
der nächsten Woche wieder auslaufen, fügte er hinzu, sobald die Aufseher den Hafen ein letztes Mal besucht hätten.

Die Reeder warten noch auf den Text, und die Gewerkschaften verlangen, dass die Mannschaften bezahlt werden."""

FRENCH = """Le ministre des affaires étrangères a reçu lundi son homologue norvégien pour parler de la pêche en mer.

« Nous avons trouvé un accord sur les quotas », a déclaré le ministre devant la presse réunie au palais. Il a ajouté \
que les bateaux pourraient repartir dès la semaine prochaine, après une dernière visite des inspecteurs du port.

Les armateurs attendent encore le texte écrit, et les syndicats demandent que les équipages soient payés."""

ONE_PERSON = {
    "en": """Norway's Foreign Minister Arne Dahl said on Monday that the boats would sail next week.

“We have agreed on the quotas,” Dahl told reporters in Oslo. He added that inspectors would visit the port once more \
before the fleet leaves the harbour, and that the owners of the boats had been told.""",
    "ru": """Министр иностранных дел Норвегии Арне Даль заявил в понедельник, что суда выйдут в море на следующей \
неделе.

«Мы договорились о квотах», — сказал Арне Даль журналистам в Осло. Он добавил, что инспекторы ещё раз посетят порт. \
Даль также отметил, что владельцы судов ждут текста соглашения.""",
    "zh": """挪威外交大臣阿尔内·达尔周一表示，渔船将于下周出海。

“我们已就配额达成一致”，达尔在奥斯陆对记者说。他还说，检查员将再次访问港口。船主们仍在等待协议文本，码头上的工人们也在等待消息。""",
}
"""What one invented minister says, in three languages."""

_LISTED = "nets lamps ropes tanks pumps maps logs scales crates flags horns rafts".split()


def speech(count: int) -> str:
    """So many statements of two ministers about one inspection."""
    said = [
        f"Norwegian Foreign Minister Torvald Haugseth said that the inspection had counted {number + 2} "
        f"{_LISTED[number % 12]} below the deck.\n\n“No inspection of {_LISTED[number % 12]} takes {number + 2} days,” "
        f"Icelandic Foreign Minister Birna Steinsdóttir said."
        for number in range(count // 2)
    ]
    return "The inspection of a trawler in Tromsø went on for a second day.\n\n" + "\n\n".join(said)


_PLACES = "Aldra Bexley Corvan Dunmoor Estrel Farrow Gildern Haskov Istria Jorvik Kelmar Lomond".split()
_THINGS = "bridge canal railway harbour tunnel lighthouse ferry refinery reservoir airfield archive observatory".split()
_OFFICES = "Trade,Defence,Fisheries,Energy,Interior,Finance,Transport,Justice,Health,Culture,Science,Labour".split(",")
_WORDS = (
    ("signed in the rain", "Nobody left before the ink was dry", "the masons would return in spring"),
    ("postponed for a year", "We would rather be late than sorry", "a second survey had found sand under the piers"),
    ("opened to strangers", "The gate has no lock any more", "visitors would be counted by hand"),
    ("sold to its own workers", "They know every bolt of it", "the price would be paid over nine winters"),
    ("shut without a word", "I learned of it from the newspaper", "letters had gone to the wrong office"),
    ("painted in two colours", "Each side paints its own half", "the brushes had cost more than the paint"),
    ("lent to a museum", "Steel remembers better than we do", "school classes would enter free"),
    ("moved by eleven metres", "The river moved first", "engineers had measured it at low water"),
    ("searched by divers", "They found boots and a bell", "the bell would be rung on Sundays"),
    ("named after a baker", "He fed the town in the long frost", "the sign would carry no title"),
    ("guarded by one goat", "It has not slept on duty yet", "the goat would be paid in hay"),
    ("praised by its critics", "I was wrong about the roof", "an apology would be printed on Friday"),
)


def articles(count: int) -> list[tuple[str, str]]:
    """So many titles and texts that tell of different events."""
    found = []
    for place, thing, office, (event, quoted, reported) in zip(_PLACES, _THINGS, _OFFICES, _WORDS, strict=True):
        title = f"The {thing} of {place} is {event}"
        text = (
            f"The {thing} of {place} was {event} on Tuesday, after a debate that had lasted since the thaw.\n\n"
            f"{place}'s {office} Minister {place[::-1].title()} Rask told reporters beside the {thing} what followed. "
            f"“{quoted},” Rask said. The minister added that {reported}.\n\n"
            f"People of {place} watched from the market. The council of {place} meets again when the {thing} is dry."
        )
        found.append((title, text))
    return found[:count]


def follow_ups() -> tuple[tuple[str, str], ...]:
    """Title and text of a story's first article, and of two later ones that each add something."""
    return (
        (
            "Sarvia and Tolmar talk about the ferries of Tarn",
            """The foreign ministers of Sarvia and Tolmar spoke by telephone on Monday about the ferries of Tarn, \
which have been tied up since a dispute over fuel.

Sarvia's Foreign Minister Edda Marrick said that the ferries of Tarn would sail again within a week. “Nobody wants \
an empty harbour at Tarn,” Marrick told reporters after the call.

Tolmar's Foreign Minister Ilse Dorn said that her country had sent fuel to Tarn in good faith.""",
        ),
        (
            "Marrick: crews of the Tarn ferries will be paid",
            """A day after the call between Sarvia and Tolmar, the ferries of Tarn were still tied up in the harbour.

Sarvia's Foreign Minister Edda Marrick announced on Tuesday that the crews of the Tarn ferries will be paid from a \
fund of both states. “The fund is open from this morning,” Marrick said in the harbour of Tarn.

Tolmar's Foreign Minister Ilse Dorn rejected the idea of a common fund. “Tolmar pays no crews of others,” \
Dorn said.""",
        ),
        (
            "Tarn ferries sail again, and Marrick thanks the crews",
            """The first of the ferries of Tarn left the harbour on Wednesday, two days after the call between Sarvia \
and Tolmar about the ferries, which had been tied up since a dispute over fuel.

Tolmar's Foreign Minister Ilse Dorn said that Tolmar would inspect each ferry of Tarn before the winter. \
“We trust the ferries, and we count the lifeboats,” Dorn told reporters.

Sarvia's Foreign Minister Edda Marrick thanked the crews of the Tarn ferries for their patience.""",
        ),
    )
