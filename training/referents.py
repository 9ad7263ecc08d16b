"""Fits the weights of ``bot.nlp.lang.rankers``: a conditional logit with a ridge, all languages together.

    python -m training.referents FOLDER [FOLDER ...] [--shared ../shared] [--cache DIR] [--limit 0.043] [--write]

Each folder is named after its language (``ru``) and has ``<id>.gold.json`` and ``<id>.txt``; ``--shared`` first writes
them from ``training/annotations/languages``, without the held-out ones. Each source is a choice among the entities of
its text and nobody, once with the annotated source, cue and words, and once as the tagger finds them. Each person
without a title is a choice among the phrases beside the name, each speaker without a state one among the countries of
the text. The program prints how often the choices are right and wrong, cross-validated by text, for some thresholds. It
takes the lowest threshold at which at most ``--limit`` of the names are wrong, and a higher one for a language that
needs it; ``--write`` saves the weights.

The network was not trained on texts marked ``for_ranker``. They show how far its opinion on speakers can be trusted
compared with everything else, and how certain a name is. ``--cache`` saves what the tagger finds. A cache from a tagger
that was not trained on a text is better than a new one, because it shows more of what the tagger does to other texts.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from bot.domain.text import UNSPACED, Span
from bot.gazetteer.countries import BODIES, country_codes
from bot.nlp.lang import rankers
from bot.nlp.lang.attributions import load_multilingual_tagger
from bot.nlp.lang.certainty import RANKED, describe_certainty
from bot.nlp.lang.country_features import NOBODY, CountryFeatures
from bot.nlp.lang.entities import Entity
from bot.nlp.lang.lexicon import fold, load_lexicon
from bot.nlp.lang.page import Page
from bot.nlp.lang.rankers import Features, Rankers
from bot.nlp.lang.referent_features import NETWORK
from bot.nlp.lang.roles import no_role
from bot.nlp.lang.source_phrases import PhraseKind
from bot.nlp.lang.speakers import Choice, SourceResolver, resolve_speakers
from bot.nlp.lang.statements import find_statements
from bot.nlp.speakers.candidate_ranker import Ranker
from bot.nlp.tagger.tagged_text import AttributionLink
from training.countries import read_tagged
from training.folders import lay_out, read_lines
from training.languages import ANNOTATIONS, read_texts
from training.ranking import maximise

FOLDS, SEED = 5, 15
THRESHOLDS = {"roles": 0.4, "countries": 0.5}
"""Minimum probabilities for choosing an office or country; the report shows the results for others."""
LIMIT, LIMIT_OF_LANGUAGE = 0.043, 0.03
"""Maximum shares of wrong names, over all and in a single language, from which the thresholds follow.

They are below the promised 5 %, since texts that were not trained on show more errors (their totals were consulted for
this), and lower for a single language, since it has fewer texts.
"""
ENOUGH = 200
"""A language with this many statements has its own threshold, if that is stricter."""
STEPS = tuple(round(0.3 + 0.02 * step, 2) for step in range(34))
"""The thresholds for names that are tried."""
RIDGE, RIDGE_OF_SORT = 0.3, 1.0
"""Strengths that pull weights to zero: of a feature, and of one for a single sort of source."""
EXPECTED = {"gender differs": -2.0, "state differs": -1.5, "office differs": -1.0, "number differs": -1.0}
"""Weights that rare features are pulled to instead of zero."""
UNKNOWN = 0.5
"""The weight of a find that matches no annotation and whose source is no speaker of the text."""
LEAST = 0.04
"""Weights closer to zero are left out."""
WEIGHTS = Path(rankers.__file__).with_name("speaker_weights.json")
_COUNTED = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")


@dataclass(frozen=True, slots=True)
class Case:
    """A text's links, each with its annotation; None for a link without one."""

    language: str
    ident: str
    tagged: bool
    page: Page
    links: tuple[AttributionLink, ...]
    golds: tuple[dict[str, Any] | None, ...]
    annotated: tuple[dict[str, Any], ...]
    """All annotations of the text."""
    withheld: bool = False
    """Whether the network was not trained on the text, so that it shows how far the network can be trusted."""

    @property
    def bare(self) -> "Case":
        """The same without the network's opinion on speakers."""
        return replace(self, links=tuple(replace(link, named=()) for link in self.links), withheld=False)


@dataclass(frozen=True, slots=True)
class Example:
    """The rows of one choice, and which of them are right."""

    ident: str
    rows: list[Features]
    right: list[bool]
    weight: float = 1.0


# --- training data ---


def lay_out_language(folder: Path, shared: Path) -> int:
    """Write the annotated texts of the language named by ``folder``, without held-out ones; return their number."""
    texts = read_texts(shared, folder.name)
    files = sorted(ANNOTATIONS.glob(f"{folder.name}*.jsonl"))
    records = (record for file in files for record in read_lines(file) if not record.get("held_out"))
    return lay_out(records, texts, folder)


def read_folder(folder: Path, cache: Path | None) -> Iterator[Case]:
    """Each text twice: with annotated links, and with those that the tagger finds."""
    lexicon = load_lexicon(folder.name)
    for file in sorted(folder.glob("*.gold.json")):
        text = file.with_name(file.name.replace(".gold.json", ".txt")).read_text("utf-8")
        record = json.loads(file.read_text("utf-8"))
        golds, withheld = record["attributions"], bool(record.get("for_ranker"))
        tagged = read_tagged(text, cache, load_multilingual_tagger)
        page, ident = Page(text, lexicon, tagged.names), file.name.removesuffix(".gold.json")
        yield Case(folder.name, ident, False, page, tuple(map(_link, golds)), tuple(golds), tuple(golds))
        links = tuple(find_statements(page, tagged.links))
        paired = tuple(_paired(page, links, golds))
        case = Case(folder.name, ident, True, page, links, paired, tuple(golds), withheld)
        yield case if withheld else case.bare


def _spans(value: Any) -> tuple[Span, ...]:
    if not value:
        return ()
    return (Span(*value),) if isinstance(value[0], int) else tuple(Span(*one) for one in sorted(value))


def _link(gold: Mapping[str, Any]) -> AttributionLink:
    source, cue = _spans(gold["source"]), _spans(gold["cue"])
    return AttributionLink(next(iter(source), None), next(iter(cue), None), _spans(gold["content"]), 1.0, 1.0)


def _tokens(text: str, spans: Iterable[Span]) -> set[int]:
    return {m.start() for span in spans for m in _COUNTED.finditer(text, span.start, span.end)}


def _paired(
    page: Page, links: Sequence[AttributionLink], golds: Sequence[dict[str, Any]]
) -> list[dict[str, Any] | None]:
    """For each link, the annotation with the same words, one to one, the most similar first."""
    ours = [_tokens(page.text, link.content) for link in links]
    theirs = [_tokens(page.text, _spans(gold["content"])) for gold in golds]
    alike = [
        (len(a & b) / len(a | b), not golds[j].get("optional"), -i, -j)
        for i, a in enumerate(ours)
        for j, b in enumerate(theirs)
        if a & b
    ]
    found: list[dict[str, Any] | None] = [None] * len(links)
    taken: set[int] = set()
    for share, _, i, j in sorted(alike, reverse=True):
        if share >= 0.5 and found[-i] is None and -j not in taken:
            found[-i] = golds[-j]
            taken.add(-j)
    return found


def is_right(name: str, gold: Mapping[str, Any]) -> bool:
    """Whether a name is one of those that an annotation accepts."""
    return any(_is_same(name, other) for other in (gold["speaker"], *(gold.get("accept") or [])) if other)


def _is_same(name: str, other: str) -> bool:
    a, b = _name_words(name), _name_words(other)
    if not a or not b or ";" in other:
        return False
    short, long = sorted((a, b), key=len)
    if set(short) <= set(long) and (short[-1] == long[-1] or len(short) > 1):
        return True
    unspaced = re.search(f"[{UNSPACED}]", name) is not None and min(len(name), len(other)) > 1
    return unspaced and (fold(name) in fold(other) or fold(other) in fold(name))


def _name_words(name: str) -> list[str]:
    words = re.findall(r"\w+", fold(name))
    return [word for word in words if len(word) > 1] or words


# --- fitting ---


def role_examples(case: Case, resolver: SourceResolver) -> Iterator[Example]:
    """The choices of an office for each annotated person without a title."""
    for entity in resolver.table.entities:
        phrases = resolver.table.role_phrases(entity)
        gold = next((one for one in case.golds if one and is_right(entity.name, one)), None)
        if phrases and gold is not None:
            wanted = set(_name_words(gold["role"])) if gold["role"] else set[str]()
            right = [bool(wanted & set(_name_words(phrase.span.of(case.page.text)))) for phrase in phrases]
            rows = [*(phrase.features for phrase in phrases), no_role(len(phrases))]
            yield Example(case.ident, rows, [*right, not any(right)])


def country_examples(case: Case, resolver: SourceResolver) -> Iterator[Example]:
    """The choices of a country for each annotated speaker without one."""
    features = CountryFeatures(case.page, resolver.table)
    known = {NOBODY, *country_codes().values(), *BODIES}
    for entity in resolver.table.entities:
        golds = [one for one in case.golds if one and is_right(entity.name, one)]
        if entity.country is None and golds:
            country, _ = Counter(one["country"] or NOBODY for one in golds).most_common(1)[0]
            if country not in known:
                continue  # an invented text's own
            candidates = features.of(entity)
            right = [one == country for one in candidates]
            if not any(right):
                right = [one == NOBODY for one in candidates]
            yield Example(case.ident, list(candidates.values()), right)


def referent_examples(case: Case, resolver: SourceResolver, ranker: Ranker | None = None) -> Iterator[Example]:
    """The choices of a text; earlier speakers are as annotated, or as ``ranker`` resolves them."""
    for number in resolver.order:
        choice, gold = resolver.choice(number), case.golds[number]
        if gold is not None:
            right = _right_ones(choice, gold)
            yield Example(case.ident, choice.rows, [*right, not any(right)])
        elif _names_nobody(choice, case.annotated):
            yield Example(case.ident, choice.rows, [False] * len(choice.entities) + [True], UNKNOWN)
        resolver.record(choice, _told(choice, gold) if ranker is None else _likeliest(choice, ranker))


def _names_nobody(choice: Choice, golds: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the tagger's speaker matches no annotation of the text."""
    own = choice.source.own
    return own is not None and not any(is_right(own.name, gold) for gold in golds)


def _right_ones(choice: Choice, gold: Mapping[str, Any]) -> list[bool]:
    """The entities that match the annotation: a person rather than an accepted description of the person."""
    right = [is_right(one.name, gold) for one in choice.entities]
    persons = [one.kind is PhraseKind.PERSON for one in choice.entities]
    named = any(a and b for a, b in zip(right, persons, strict=True))
    return [a and (b or not named) for a, b in zip(right, persons, strict=True)]


def _told(choice: Choice, gold: Mapping[str, Any] | None) -> Entity | None:
    if gold is None:
        return choice.source.own
    right = _right_ones(choice, gold)
    return next((one for one, fits in zip(choice.entities, right, strict=True) if fits), None)


def _likeliest(choice: Choice, ranker: Ranker) -> Entity | None:
    best, _ = ranker.best(choice.rows)
    return choice.entities[best] if best < len(choice.entities) else None


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weights that make the right rows most likely."""
    texts: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for row in example.rows:
            for name in row:
                texts[name].add(example.ident)
    names = sorted(name for name, where in texts.items() if len(where) > FOLDS)
    return maximise(
        names,
        [(example.rows, example.right, example.weight) for example in examples],
        ridge=[RIDGE_OF_SORT if " | " in name else RIDGE for name in names],
        expected=[EXPECTED.get(name, 0.0) for name in names],
        least=LEAST,
    )


def add_network(weights: Mapping[str, float], examples: Sequence[Example]) -> dict[str, float]:
    """The same weights, weaker, with weights for the network's opinion and for nobody, fitted on ``examples``."""
    if not examples:
        return dict(weights)

    def summed(row: Features) -> Features:
        score = sum(weights.get(name, 0.0) * value for name, value in row.items())
        return {"own": score, NETWORK: row.get(NETWORK, 0.0), "nobody": row.get("nobody", 0.0)}

    names = ("own", NETWORK, "nobody")
    choices = [([summed(row) for row in one.rows], one.right, one.weight) for one in examples]
    own, network, nobody = (
        maximise(names, choices, ridge=[RIDGE] * 3, expected=[1.0, 0.0, 0.0], least=0.0)[name] for name in names
    )
    weaker = {name: round(own * weight, 3) for name, weight in weights.items()}
    return weaker | {NETWORK: network, "nobody": round(weaker.get("nobody", 0.0) + nobody, 3)}


@dataclass(frozen=True, slots=True)
class Taught:
    """All examples of a text; offices and countries only from annotated links."""

    case: Case
    roles: list[Example]
    countries: list[Example]
    referents: list[Example]
    with_network: list[Example]
    """Its choices with the network's opinion, if the network was not trained on the text."""


def teach(cases: Sequence[Case]) -> list[Taught]:
    """The examples of all texts: once with speakers as annotated, once as weights fitted on those resolve them."""
    nothing = Ranker({}, 2.0)
    plain = Rankers(nothing, nothing, nothing, nothing)
    roles = {id(c): list(role_examples(c, SourceResolver(c.page, c.links, plain))) for c in cases if not c.tagged}
    offices = Ranker(fit([one for found in roles.values() for one in found]), THRESHOLDS["roles"])
    known = Rankers(nothing, nothing, offices, nothing)
    taught = []
    for case in cases:
        bare = case.bare
        resolver = _resolver(bare, known)
        referents = list(referent_examples(bare, resolver))
        countries = [] if case.tagged else list(country_examples(case, resolver))
        with_network = list(referent_examples(case, _resolver(case, known))) if case.withheld else []
        taught.append(Taught(case, roles.get(id(case), []), countries, referents, with_network))
    first = Ranker(fit([one for each in taught for one in each.referents]), 0.0)
    for each in taught:
        bare = each.case.bare
        each.referents.extend(referent_examples(bare, _resolver(bare, known), first))
        if each.case.withheld:
            each.with_network.extend(referent_examples(each.case, _resolver(each.case, known), first))
    return taught


def _resolver(case: Case, rankers: Rankers) -> SourceResolver:
    return SourceResolver(case.page, case.links, rankers)


def fit_all(taught: Sequence[Taught], threshold: float = 0.0) -> Rankers:
    """All weights; names are shown from ``threshold`` on."""
    weights = fit([one for each in taught for one in each.referents])
    known = Rankers(
        Ranker(add_network(weights, [one for each in taught for one in each.with_network]), 0.0),
        Ranker({}, threshold),
        Ranker(fit([one for each in taught for one in each.roles]), THRESHOLDS["roles"]),
        Ranker(fit([one for each in taught for one in each.countries]), THRESHOLDS["countries"]),
    )
    new = [one for each in taught if each.case.withheld for one in certainty_examples(each.case, known)]
    return replace(known, names=Ranker(fit_certainty(new), threshold))


def certainty_examples(case: Case, rankers: Rankers) -> Iterator[Example]:
    """Each resolved name of the required statements of a text, and whether it is right."""
    resolver = _resolver(case, rankers)
    for number in resolver.order:
        choice, gold = resolver.choice(number), case.golds[number]
        chosen, chance = resolver.step(choice, rankers.referents)
        if chosen is not None and gold is not None and _is_required(gold):
            row = describe_certainty(choice.source, chosen, choice.entities, chance)
            right = is_right(chosen.name, gold)
            yield Example(case.ident, [row, {}], [right, not right])


def fit_certainty(examples: Sequence[Example]) -> dict[str, float]:
    """The weights for the certainty of a name; just the ranker's probability if there is nothing else."""
    if not examples:
        return {RANKED: 1.0}
    names = sorted({name for example in examples for name in example.rows[0]})
    expected = [float(name == RANKED) for name in names]
    choices = [(one.rows, one.right, one.weight) for one in examples]
    return maximise(names, choices, ridge=[RIDGE_OF_SORT] * len(names), expected=expected, least=0.0)


def _is_required(gold: Mapping[str, Any]) -> bool:
    return not gold.get("optional") and gold.get("act") != "attitude"


# --- evaluation ---


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer for a text outside the training data; name, role and country are each right, wrong or missing."""

    language: str
    tagged: bool
    withheld: bool
    chance: float
    name: bool | None
    role: bool | None
    country: bool | None
    wanted: tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A choice of an office or country: the probability of its best row, and whether that is none and right."""

    what: str
    chance: float
    none: bool
    right: bool
    wanted: bool


def cross_validate(taught: Sequence[Taught]) -> tuple[list[Judged], list[Weighed]]:
    """Every required statement, and each office and country, by weights from the other texts."""
    idents = sorted({each.case.ident for each in taught})
    order = np.random.default_rng(SEED).permutation(len(idents))
    judged: list[Judged] = []
    weighed: list[Weighed] = []
    for part in range(FOLDS):
        out = frozenset(idents[n] for n in order[part::FOLDS])
        fitted = fit_all([each for each in taught if each.case.ident not in out])
        for each in taught:
            if each.case.ident in out:
                judged += judge(each.case, fitted)
                weighed += (_weigh("role", one, fitted.roles) for one in each.roles)
                weighed += (_weigh("country", one, fitted.countries) for one in each.countries)
    return judged, weighed


def _weigh(what: str, example: Example, ranker: Ranker) -> Weighed:
    best, chance = ranker.best(example.rows)
    nothing = next(n for n, row in enumerate(example.rows) if "no role" in row or "no country" in row)
    return Weighed(what, chance, best == nothing, example.right[best], not example.right[nothing])


def judge(case: Case, fitted: Rankers) -> Iterator[Judged]:
    """The required statements of a text, answered by ``fitted``."""
    answers = resolve_speakers(case.page, case.links, fitted)
    for answer, gold in zip(answers, case.golds, strict=True):
        if gold is None or not _is_required(gold):
            continue
        speaker = answer.speaker
        name = is_right(speaker.name, gold) if speaker else None
        role = country = None
        if speaker and speaker.role and gold["role"]:
            role = bool(set(_name_words(speaker.role)) & set(_name_words(gold["role"])))
            role = role or fold(speaker.role) in fold(gold["role"])
        if speaker and speaker.country and gold["country"]:
            country = speaker.country == gold["country"]
        wanted = (bool(gold["role"]), bool(gold["country"]))
        yield Judged(case.language, case.tagged, case.withheld, answer.confidence, name, role, country, wanted)


def choose_threshold(judged: Sequence[Judged], limit: float) -> float:
    """The lowest threshold at which the share of wrong names of tagged sources is at most ``limit``."""
    new = [one for one in judged if one.withheld] or [one for one in judged if one.tagged]
    wrong = [one.chance for one in new if one.name is False]
    fitting = (step for step in STEPS if sum(1 for chance in wrong if chance >= step) <= limit * len(new))
    return next(fitting, STEPS[-1])


def choose_stricter(judged: Sequence[Judged], common: float) -> dict[str, float]:
    """The languages with enough statements that need a higher threshold than ``common`` to keep to their limit."""
    found: dict[str, float] = {}
    for language in sorted({one.language for one in judged}):
        of = [one for one in judged if one.language == language and one.withheld]
        own = choose_threshold(of, LIMIT_OF_LANGUAGE)
        if len(of) >= ENOUGH and own > common:
            found[language] = own
    return found


def report(judged: Sequence[Judged], weighed: Sequence[Weighed]) -> Iterator[str]:
    """Right and wrong in per cent, for some thresholds; offices and countries of the annotated ones at zero."""
    steps = (0.0, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
    sets = {
        "annotated": [one for one in judged if not one.tagged],
        "tagged": [one for one in judged if one.tagged],
        "new to the network": [one for one in judged if one.withheld],
    }
    for name, those in sets.items():
        for language in (*sorted({one.language for one in those}), ""):
            of = [one for one in those if language in ("", one.language)]
            line = f"{name:19}{language or 'all':4}{len(of):5} names"
            for at in steps:
                told = [one.name for one in of if one.chance >= at]
                line += f"  {at}: {_share(told, True, of)}/{_share(told, False, of)}"
            roles, countries = ([one for one in of if one.wanted[k]] for k in (0, 1))
            line += f" | roles {_share([one.role for one in roles], True, roles)}"
            line += f"/{_share([one.role for one in roles], False, roles)}"
            line += f" | countries {_share([one.country for one in countries], True, countries)}"
            yield line + f"/{_share([one.country for one in countries], False, countries)}"
    for what in ("role", "country"):
        ones = [one for one in weighed if one.what == what]
        wanted, unwanted = ([one for one in ones if one.wanted is it] for it in (True, False))
        line = f"{what}: {len(wanted)} wanted, {len(unwanted)} not; right, wrong of the former, told of the latter"
        for at in steps[1:]:
            rights = [one.right for one in wanted if not one.none and one.chance >= at]
            extra = sum(1 for one in unwanted if not one.none and one.chance >= at)
            line += f"  {at}: {_share(rights, True, wanted)}/{_share(rights, False, wanted)}"
            line += f"/{100 * extra / max(1, len(unwanted)):.0f}"
        yield line


def _share(told: Sequence[bool | None], which: bool, of: Sequence[object]) -> str:
    return f"{100 * sum(1 for one in told if one is which) / max(1, len(of)):.1f}"


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--limit", type=float, default=LIMIT)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    for folder in options.folders if options.shared else ():
        lay_out_language(folder, options.shared)
    cases = [case for folder in options.folders for case in read_folder(folder, options.cache)]
    taught = teach(cases)
    print(len(cases) // 2, "texts;", sum(len(each.referents) for each in taught), "sources")
    judged, weighed = cross_validate(taught)
    for line in report(judged, weighed):
        print(line, flush=True)
    fitted = fit_all(taught, choose_threshold(judged, options.limit))
    fitted = replace(fitted, stricter=choose_stricter(judged, fitted.names.threshold))
    print("names are told from", fitted.names.threshold, fitted.stricter)
    parts = {name: getattr(fitted, name) for name in rankers.RANKERS}
    print({name: len(one.weights) for name, one in parts.items()}, "weights")
    if options.write:
        record = {
            name: {"threshold": one.threshold, "weights": dict(sorted(one.weights.items()))}
            for name, one in parts.items()
        } | {"stricter": fitted.stricter}
        WEIGHTS.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
