"""Resolves the sources of one text: names in their fullest form, pronouns, and missing sources.

It goes through the text once. Each source refers to the most likely entity of the text, by fitted weights; if none is
likely enough, nobody is named.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.domain.attribution import Speaker
from bot.gazetteer.countries import BODIES
from bot.nlp.lang.certainty import describe_certainty, weigh_certainty
from bot.nlp.lang.country_features import NOBODY, CountryFeatures
from bot.nlp.lang.entities import Entity, EntityTable
from bot.nlp.lang.impersonal import is_impersonal
from bot.nlp.lang.lexicon import fold
from bot.nlp.lang.page import Page
from bot.nlp.lang.rankers import Features, Rankers, load_rankers
from bot.nlp.lang.referent_features import OFFICE_DIFFERS, OWNER, ReferentFeatures, Said, Source
from bot.nlp.lang.roles import no_role
from bot.nlp.lang.source_phrases import PhraseKind, is_demonstrative, is_international, is_thing
from bot.nlp.speakers.candidate_ranker import Ranker
from bot.nlp.tagger.tagged_text import AttributionLink

_LIKELY = 0.5
"""Below this probability of being a statement, an attribution reveals nothing about a person."""
_MEANT = 0.9
"""Minimum probability of an entity that the text tells for sure."""
_TELLING = 2
"""Minimum words (in scripts without spaces, pairs of characters) of a document that is named by itself."""
_BORNE = 0.8
"""The probability that a noun alone means the only person whose role it is."""
_MOST_MENTIONS = 40
"""Maximum mentions of a body that are compared with another's."""
_GRAMMAR = ("articles", "prepositions", "leading_words", "names.joiners")
_POINTING = ("names.bare", "pronouns.masculine", "pronouns.feminine", "pronouns.plural")
_WHOSE = ("pronouns.possessives", "pronouns.demonstratives")
_DESCRIBING = (PhraseKind.DESCRIPTION, PhraseKind.OTHER)


@dataclass(frozen=True, slots=True)
class Answer:
    """The speaker, and the probability that it is right; nobody if unknown."""

    speaker: Speaker | None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Choice:
    """The entities that one source may refer to, each with its features; those of "nobody" come last."""

    source: Source
    entities: list[Entity]
    rows: list[Features]
    meant: Entity | None = None
    """The entity that a bare noun of the source refers to, if the text tells it for sure."""


class SourceResolver:
    """Goes through the sources of a text; each is resolved before the next choice is built."""

    def __init__(self, page: Page, links: Sequence[AttributionLink], rankers: Rankers) -> None:
        self.table, self._page, self._lexicon = EntityTable(page, links), page, page.lexicon
        learn_roles(self.table, rankers.roles)
        self._sources = [Source.of(self.table, link) for link in links]
        self._features = ReferentFeatures(page, self.table, self._sources)
        self._said: list[Said] = []
        self.order = sorted(range(len(links)), key=lambda n: (links[n].cue or links[n].content[0]).start)

    def choice(self, number: int) -> Choice:
        """The candidates for the link with this number."""
        source = self._sources[number]
        return Choice(source, *self._features.candidates(source, self._said), self._features.meant(source, self._said))

    def step(self, choice: Choice, ranker: Ranker) -> tuple[Entity | None, float]:
        """Choose the most likely entity, with its probability."""
        best, chance = ranker.best(choice.rows)
        entity = choice.entities[best] if best < len(choice.entities) else None
        own = choice.source.own
        if entity is not None and own is not None:
            owner = choice.rows[best].get(OWNER)  # "the mayor of North Port" is not North Port
            within = owner or _is_only_named_within(entity, own, choice.source)
            entity = own if within or _is_namesake(entity, own, self.table) else entity
        if choice.meant is not None:
            entity, chance = choice.meant, max(chance, _MEANT)  # "the paper" is the paper named last
        self.record(choice, entity)
        return entity, chance

    def bearer(self, source: Source) -> Entity | None:
        """The only person named before a description that is a noun alone, if it is the person's role: "the grower"."""
        parsed, lexicon = source.phrase, self._lexicon
        described = parsed is not None and parsed.kind in _DESCRIBING and not parsed.plural
        if parsed is None or not described or " " in parsed.name or lexicon.writing.unspaced:
            return None
        if lexicon.cases is None and not is_demonstrative(parsed, lexicon, self._page.text):
            return None
        noun, roles = fold(parsed.name), self._bearers
        bearers = roles.get(noun, [])
        before = bool(bearers) and any(m.span.end <= source.place for m in bearers[0].mentions)
        return bearers[0] if len(bearers) == 1 and before else None

    @cached_property
    def _bearers(self) -> dict[str, list[Entity]]:
        """People by the first word of the roles that the text states beside their names."""
        found: dict[str, list[Entity]] = {}
        for entity in self.table.entities:
            if entity.kind is PhraseKind.PERSON and entity.role:
                found.setdefault(fold(entity.role.split()[0]), []).append(entity)
        return found

    def record(self, choice: Choice, entity: Entity | None) -> None:
        """Record who spoke, and what a description reveals about the person."""
        link = choice.source.link
        self._said.append(Said(entity, (link.cue or link.content[0]).start, link))
        parsed = choice.source.phrase
        if entity is None or parsed is None or entity is choice.source.own or entity.kind is not PhraseKind.PERSON:
            return
        if parsed.kind is PhraseKind.DESCRIPTION and link.score >= _LIKELY:
            entity.role = entity.role or entity.office(parsed.role)
            entity.country = entity.country or parsed.country
            entity.feminine = parsed.feminine if entity.feminine is None else entity.feminine


def resolve_speakers(page: Page, links: Sequence[AttributionLink], rankers: Rankers | None = None) -> list[Answer]:
    """An answer for each of ``links``, which are in text order."""
    rankers = rankers or load_rankers()
    resolver = SourceResolver(page, links, rankers)
    found: dict[int, tuple[Entity | None, float]] = {}
    for number in resolver.order:
        choice = resolver.choice(number)
        phrase = choice.source.phrase
        if _names_nobody(page, choice.source) or (phrase and resolver.table.is_object(links[number], phrase)):
            resolver.record(choice, None)
            found[number] = (None, 0.0)
            continue
        entity, chance = resolver.step(choice, rankers.referents)
        if entity is not None and entity is not choice.meant:
            shown = describe_certainty(choice.source, entity, choice.entities, chance)
            chance = weigh_certainty(rankers.names, shown)
        bearer = resolver.bearer(choice.source)
        if bearer is not None:
            entity, chance = bearer, max(chance, _BORNE)
        owned = _owner(choice.source, resolver.table, page)
        if owned is not None:
            noun, owner = owned
            named = owner and choice.source.own and replace(choice.source.own, name=f"{noun} {owner.name}")
            found[number] = (named, max(chance, _MEANT)) if named else (None, 0.0)
            continue
        if chance < rankers.threshold_for(page.lexicon.code):
            entity = as_written(choice, entity, page)
        if entity is choice.source.own and _is_unknown_place(page, choice.source, entity):
            entity = None
        found[number] = (None, 0.0) if entity is None or _is_bare(entity, page) else (entity, chance)
    # what the text reveals about a person later applies to all of the person's statements
    resolved = [found[number] for number in range(len(links))]
    infer_countries(page, resolver.table, {entity for entity, _ in resolved if entity is not None}, rankers.countries)
    if page.lexicon.cases is not None:
        for entity in resolver.table.entities:
            entity.role = page.lexicon.cases.nominative(entity.role) if entity.role else None
    for entity in resolver.table.entities:
        if entity.kind is not PhraseKind.PERSON:
            entity.name = _without_pointer(entity.name, page)
    return [Answer(entity.speaker, chance) if entity else Answer(None) for entity, chance in resolved]


def _owner(source: Source, table: EntityTable, page: Page) -> tuple[str, Entity | None] | None:
    """The noun of a source that is a body with "his" written on, and whose it is: "his-office"; None if it is none.

    He is the only person of the sentence and the one before, if there is just one.
    """
    lexicon, phrase, own = page.lexicon, source.phrase, source.own
    if phrase is None or own is None or own.kind is not PhraseKind.BODY or " " in own.name:
        return None
    if not lexicon.writing.caseless:
        return None
    his = next((one for one in lexicon.lists["pronouns.attached"].whole if own.name.endswith(one)), "")
    noun = own.name.removesuffix(his)
    if not his or not lexicon.lists["bodies.words"].holds(fold(noun)) or len(noun) <= _TELLING:
        return None
    place, sentence = phrase.span.start, page.sentence(phrase.span.start)
    near = {
        one.name: one
        for one in table.entities
        if one.kind is PhraseKind.PERSON
        for mention in one.mentions[:_MOST_MENTIONS]
        if sentence - 1 <= mention.sentence <= sentence and mention.span.start < place
    }
    return noun, next(iter(near.values())) if len(near) == 1 else None


def _is_bare(entity: Entity, page: Page) -> bool:
    """Whether an entity's words name nobody alone: "others", or "their leaders" if nobody knows whose."""
    if entity.kind is PhraseKind.PERSON or page.lexicon.writing.unspaced:
        return False
    lists, words = page.lexicon.lists, page.lexicon.words(entity.name)
    if not page.lexicon.writing.cased:
        if len(words) == 1:
            return words[0].forms[0] in lists["names.bare"].whole
        return len(words) == _TELLING and words[0].forms[0] in lists["pronouns.any_gender"].whole
    grammar = [word for word in words if not page.lexicon.has_whole(word, *_GRAMMAR)]
    nouns = [word for word in grammar if not page.lexicon.has_whole(word, *_POINTING)]
    if not nouns:
        return True  # "one of them"
    pointed = words[0].forms[0] in lists["pronouns.possessives"].whole
    ends = len(grammar) == _TELLING and len(words) > _TELLING and grammar[-1] not in nouns  # "a group of them"
    return (len(words) == _TELLING and pointed) or ends or _is_oblique(entity, page)


def _is_oblique(entity: Entity, page: Page) -> bool:
    """Whether a name begins with an adjective, or is that of a place, which stays in an oblique case."""
    cases, words = page.lexicon.cases, page.lexicon.words(entity.name)
    if cases is None:
        return False
    apart = not words[0].capital if len(words) > 1 else words[0].capital
    return apart and cases.is_oblique(words[0].text)


def _is_unknown_place(page: Page, source: Source, entity: Entity | None) -> bool:
    """Whether what looks like a surname is the place where somebody spoke: "in [Holm] they said"."""
    cases, span = page.lexicon.cases, source.link.source
    if cases is None or span is None or entity is None or entity.kind is not PhraseKind.PERSON:
        return False
    name, before = entity.name, page.words_before(span.start)[:1]
    if " " in name or not name.istitle() or name.isascii() or cases.knows(name) or name != span.of(page.text):
        return False
    governed = any(page.lexicon.has_whole(word, "locatives") for word in before)
    return governed and not page.is_placed(span)


def _without_pointer(name: str, page: Page) -> str:
    """What is named, without the word that says whose it is or which: "[their] head of protocol"."""
    words = page.lexicon.words(name)
    pointed = len(words) > 1 and page.lexicon.has_whole(words[0], *_WHOSE)
    if not pointed or not page.lexicon.writing.cased:
        return name
    rest = name[words[1].span.start :]
    return page.lexicon.cases.nominative(rest) if page.lexicon.cases is not None else rest


def as_written(choice: Choice, doubted: Entity | None, page: Page) -> Entity | None:
    """The party that a source describes in its own words, if nobody knows who is meant.

    It is a document of several words, or somebody by an office that the ``doubted`` person does not hold. In languages
    with cases, the words would stay in an oblique one.
    """
    source, lexicon = choice.source, page.lexicon
    own = source.own
    if own is None or lexicon.cases or source.link.score < _LIKELY:
        return None
    if own.kind is PhraseKind.DESCRIPTION and doubted is not None and doubted is not own:
        return own if choice.rows[choice.entities.index(doubted)].get(OFFICE_DIFFERS) else None
    words = len(own.name) // 2 if lexicon.writing.unspaced else len(lexicon.words(own.name))
    return own if own.kind is PhraseKind.DOCUMENT and words >= _TELLING else None


_WITHIN = {PhraseKind.DOCUMENT: PhraseKind.DOCUMENT, PhraseKind.BODY: PhraseKind.PERSON}
"""Kinds whose phrases may mention another of a kind: "the notes on [the draft]", "the [Venn] government"."""


def _is_only_named_within(entity: Entity, own: Entity, source: Source) -> bool:
    """Whether the phrase that names a document or body only mentions ``entity``."""
    phrase = source.link.source
    if phrase is None or entity is own or _WITHIN.get(own.kind) is not entity.kind:
        return False
    return any(phrase.contains(mention.span) for mention in entity.mentions)


def _is_namesake(entity: Entity, own: Entity, table: EntityTable) -> bool:
    """Whether an entity is a body without its state, and ``own`` one of two states' bodies of that name."""
    if entity is own or own.country is None or entity.country is not None or own.kind is not PhraseKind.BODY:
        return False
    if entity.kind is not own.kind or not own.name.endswith(entity.name):
        return False
    return len({one.country for one in _namesakes(entity, table)}) > 1


def _namesakes(entity: Entity, table: EntityTable) -> list[Entity]:
    """Bodies with a state that have the same name as an entity, with the state's name before it."""
    bodies = (one for one in table.entities if one.kind is PhraseKind.BODY and one.country and one is not entity)
    return [one for one in bodies if one.name.endswith(entity.name)]


def _country_of_namesake(entity: Entity, table: EntityTable) -> str | None:
    """The state of the body named last, with its state, before a body of the same name without one."""
    if entity.kind is not PhraseKind.BODY:
        return None
    bodies = _namesakes(entity, table)
    found = [(mention.span.start, one) for one in bodies for mention in one.mentions[:_MOST_MENTIONS]]
    ends = {mention.span.end for one in bodies for mention in one.mentions}
    first = next((m.span for m in entity.mentions if m.span.end not in ends), None)
    before = [pair for pair in found if first is not None and pair[0] < first.start]
    return max(before, key=lambda pair: pair[0])[1].country if before else None


def _names_nobody(page: Page, source: Source) -> bool:
    """Whether the source is a thing, or an impersonal verb without a source: "it was reported earlier that"."""
    cue = source.link.cue
    if source.phrase is not None:
        return is_thing(source.phrase, page)
    return source.link.source is None and cue is not None and is_impersonal(page.text, cue, page.lexicon)


def learn_roles(table: EntityTable, ranker: Ranker) -> None:
    """Give people without a title the office beside their name; else their rank, or their description."""
    for entity in table.entities:
        phrases = table.role_phrases(entity)
        if phrases:
            best, chance = ranker.best([*(phrase.features for phrase in phrases), no_role(len(phrases))])
            if best < len(phrases) and chance >= ranker.threshold:
                table.set_role(entity, phrases[best])
        entity.role = entity.role or entity.described


def is_of_several(entity: Entity, page: Page) -> bool:
    """Whether an entity is several states together, or an international body."""
    if page.lexicon.writing.unspaced:
        return page.lexicon.pattern["bodies.international"].fullmatch(entity.name) is not None
    if entity.kind is PhraseKind.PERSON:  # a judge of an international court has a state, its spokesman none
        return not page.lexicon.writing.cased and is_international(page.lexicon.words(entity.role or ""), page.lexicon)
    return entity.kind is PhraseKind.PLACE or is_international(page.lexicon.words(entity.name), page.lexicon)


def _may_represent(entity: Entity, country: str, row: Features) -> bool:
    """Whether a person may speak for a body of states: not if the text only names that body somewhere."""
    return entity.kind is not PhraseKind.PERSON or country not in BODIES or bool(row.get("in first sentence"))


def infer_countries(page: Page, table: EntityTable, speakers: Collection[Entity], ranker: Ranker) -> None:
    """Give a country to speakers without one beside their names, if the text implies it."""
    features = CountryFeatures(page, table)
    inferred = []
    for entity in table.entities:
        if entity in speakers and entity.country is None and not is_of_several(entity, page):
            if page.lexicon.writing.unspaced and (country := _country_of_namesake(entity, table)) is not None:
                inferred.append((entity, country))
                continue
            candidates = {name: row for name, row in features.of(entity).items() if _may_represent(entity, name, row)}
            best, chance = ranker.best(list(candidates.values()))
            country = list(candidates)[best]
            if country != NOBODY and chance >= ranker.threshold:
                inferred.append((entity, country))
    for entity, country in inferred:
        entity.country = country
