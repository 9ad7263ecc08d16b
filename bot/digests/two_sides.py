"""Two accounts of one event: the lines of two parties side by side, in one article or several. Pure.

The lines are those of the articles' pages. A row has opposed claims: what one side says and the other denies, answers
or describes differently (:mod:`bot.digests.opposed_claims`). The other lines are below in two columns, without a topic.
A party is a state, a body or a movement with the people who represent it (:mod:`bot.digests.represented_side`), or a
person.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from bot.digests.account_lines import AccountLines, Party
from bot.digests.story_lines import StoryLine
from bot.digests.two_sides_rows import Comparison
from bot.domain.analysis import Reading
from bot.domain.attribution import THRESHOLD, Attribution, Speaker
from bot.domain.digest import Side, TwoSides
from bot.domain.folding import fold_letters
from bot.errors import UsageError
from bot.gazetteer.countries import BODIES, find_country
from bot.gazetteer.speaker_kinds import kind_of
from bot.i18n.messages import translatable

Spoken = tuple[Reading, Attribution]
MOST_OF_SIDE = 150
"""The newest lines of a side that are compared, across several articles: comparing is quadratic."""
_CANDIDATES = 5
"""The two parties are chosen among this many with the most lines."""


def compose_two_sides(
    *readings: Reading, a: str = "", b: str = "", about: str = "", threshold: float = THRESHOLD
) -> TwoSides:
    """The lines of two parties in ``readings`` (oldest first), without thoughts and uncertain ones.

    The parties are the two states, bodies or movements with the most opposed claims and the most lines; persons if
    there are none. ``a`` and ``b`` together choose them by part of a name, office or country. ``about`` keeps lines
    whose words or sentence contain it. Raises ``UsageError`` if there are no two parties or nothing is left, naming who
    is quoted.
    """
    if bool(a) != bool(b):
        raise UsageError(translatable("desk-one-side"))
    place = "article" if len(readings) == 1 else "articles"
    page = AccountLines(readings, threshold)
    if a:
        parties = [party for words in (a, b) if (party := _find_party(page, words))]
    else:
        parties = _leading_parties(page, about) or _leading_parties(page, "")
    if len(parties) < 2 or parties[0].persons & parties[1].persons:
        raise _no_two_sides(place, [person.speaker for person in page.persons])
    first, second = _without_joint(page, parties)
    kept = [page.of(party, about) for party in (first, second)]
    if not any(kept):
        raise UsageError(translatable("desk-sides-not-mentioned", about=about, place=place))
    sides = [Side(party.label, page.speakers_of(party)) for party in (first, second)]
    return _compose(page, sides[0], sides[1], kept[0], kept[1], about)


def compose_sides(
    first: Side, second: Side, said: Sequence[Spoken], answered: Sequence[Spoken], *, about: str = "", left_out: int = 0
) -> TwoSides:
    """The lines of two sides: ``said`` are the first's statements, ``answered`` the second's.

    Raises ``UsageError`` if none of them can be shown as a line. ``about`` and ``left_out`` are passed on.
    """
    page = AccountLines(_join([reading for reading, _ in (*said, *answered)]), 0.0)
    kept = [page.of_statements(side) for side in (said, answered)]
    if not any(kept):
        raise UsageError(translatable("desk-sides-uncertain"))
    sides = _compose(page, first, second, kept[0], kept[1], about)
    return replace(sides, left_out=sides.left_out + left_out)


def _join(readings: Sequence[Reading]) -> list[Reading]:
    """Each article once, with the statements of all its ``readings``."""
    found: dict[str, Reading] = {}
    for reading in dict.fromkeys(readings):
        known = found.setdefault(reading.id, reading)
        said = dict.fromkeys((*known.analysis.attributions, *reading.analysis.attributions))
        ordered = tuple(sorted(said, key=lambda one: one.span))
        found[reading.id] = replace(known, analysis=replace(known.analysis, attributions=ordered))
    return list(found.values())


def name_side(speakers: Sequence[Speaker], words: str) -> str:
    """The column heading for ``speakers``, who were asked for as ``words``: their common country or name.

    The country if it was asked for, the fullest name if all share it, else the country.
    """
    asked = fold_letters(words.strip())
    countries = {one.country for one in speakers}
    country = countries.pop() if len(countries) == 1 else None
    if country and asked in fold_letters(country):
        return country
    if speakers and all(asked in fold_letters(one.name) for one in speakers):
        return max((one.name for one in speakers), key=len)
    return country or words.strip()


def _compose(
    page: AccountLines, first: Side, second: Side, a: Sequence[StoryLine], b: Sequence[StoryLine], about: str
) -> TwoSides:
    several = len(page.readings) > 1
    kept = [side[-MOST_OF_SIDE:] if several else side for side in (a, b)]
    rows = Comparison(page, kept[0], kept[1], (first.label, second.label)).rows()
    left_out = sum(map(len, (a, b))) - sum(map(len, kept))
    return TwoSides(page.readings, first, second, rows, about, left_out)


def _leading_parties(page: AccountLines, about: str) -> list[Party]:
    """The two parties with the most opposed claims and lines, in order of first appearance; none if there are fewer.

    States and movements come before bodies, and those before persons, unless they have no opposed claims.
    """
    sides = page.parties(lambda n: page.sides[n], about)
    states = [party for party in sides if party.label not in BODIES]
    alone = page.parties(lambda n: _name_alone(page, n), about)
    best: tuple[tuple[int, int], list[Party]] = ((-1, 0), [])
    for parties in (states, sides, sorted([*sides, *alone], key=lambda party: min(party.persons))):
        most = sorted(parties, key=lambda party: -len(page.of(party, about)))[:_CANDIDATES]
        for pair in combinations([party for party in parties if party in most], 2):
            worth = _score(page, *pair, about)
            if worth > best[0] and (worth[0] > 0 or not best[1] or parties is states):
                best = (worth, list(pair))
        if best[0][0] > 0:
            break
    return best[1]


def _name_alone(page: AccountLines, n: int) -> str | None:
    """The name of a person, group or company that represents itself; no outlet, no expert, nobody without a name."""
    speaker = page.persons[n].speaker
    is_party = kind_of(f"{speaker.name} / {speaker.role or ''}") not in ("outlet", "expert")
    named = find_country(speaker.name)
    of_side = named is not None and named in page.sides  # "US officials" without any details in the article
    return speaker.name if page.sides[n] is None and is_party and not of_side and speaker.name[:1].isupper() else None


def _score(page: AccountLines, a: Party, b: Party, about: str) -> tuple[int, int]:
    """How much two parties disagree, then how much they say at all."""
    said = [page.of(party, about) for party in (a, b)]
    return Comparison(page, said[0], said[1], (a.label, b.label)).measure_dispute(), sum(map(len, said))


def _find_party(page: AccountLines, words: str) -> Party | None:
    """The speakers for the country ``words``, or else those whose name, office or country contains it; None if nobody.

    The country comes first: "Norway" is not Iceland's ambassador to Norway.
    """
    asked = fold_letters(words.strip())

    def is_called(n: int) -> bool:
        speaker = page.persons[n].speaker
        return any(asked in fold_letters(fact) for fact in (speaker.name, speaker.role, page.sides[n]) if fact)

    numbers = range(len(page.persons))
    of_side = frozenset(n for n in numbers if fold_letters(page.sides[n] or "") == asked)
    of = of_side or frozenset(n for n in numbers if is_called(n))
    speakers = [replace(page.persons[n].speaker, country=page.sides[n]) for n in sorted(of)]
    return Party(name_side(speakers, words), of) if of else None


def _without_joint(page: AccountLines, parties: Sequence[Party]) -> list[Party]:
    """Without speakers named after all parties ("the ministers of Norway and Iceland"), who belong to none."""
    labels = [one.label.casefold() for one in parties]
    names = enumerate(person.speaker.name.casefold() for person in page.persons)
    joint = {n for n, name in names if all(label in name for label in labels)}
    return [replace(party, persons=party.persons - joint) for party in parties]


def _no_two_sides(place: str, speakers: Sequence[Speaker]) -> UsageError:
    names = ", ".join(dict.fromkeys(speaker.name for speaker in speakers))
    if not names:
        return UsageError(translatable("desk-no-sides-at-all", place=place))
    return UsageError(translatable("desk-no-two-sides", place=place, names=names))
