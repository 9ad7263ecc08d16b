"""Resolves the source of each attribution to a speaker: names, pronouns, descriptions, bodies and elided sources.

No answer is better than a wrong one: every answer has a probability, and is None if nothing is near enough.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.gazetteer.countries import BODIES, NamingKind, country_of
from bot.gazetteer.office_words import DOCUMENTS, HONORIFICS, SPEECH_NOUNS, head_of
from bot.gazetteer.outlets import is_outlet
from bot.gazetteer.public_figures import find_state as find_figure_state
from bot.nlp.speakers.antecedents import PRONOUNS
from bot.nlp.speakers.bulleted_lists import find_list_head
from bot.nlp.speakers.capitalised_words import CALENDAR
from bot.nlp.speakers.discourse_state import MEMORY, DiscourseState
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.speakers.elided_sources import find_predecessor, find_subjects, is_impersonal, is_spoken_to
from bot.nlp.speakers.joint_sources import NOBODY, Resolution, as_people, join_speakers, split_joint_source
from bot.nlp.speakers.noun_phrases import (
    find_by_description,
    find_by_owner,
    find_same_official,
    find_state,
    resolve_organisation,
)
from bot.nlp.speakers.organisations import DETERMINER, ISSUERS, without_apposition
from bot.nlp.speakers.participants import SIDES, STATES, find_participants, is_joint
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.pronouns import resolve_pronoun
from bot.nlp.speakers.source_spans import SourceSpan, find_heads, find_outer, foremost
from bot.nlp.speakers.titles import find_apposition, find_phrase_before

_RELATIVE = re.compile(
    r",\s+which[\s,]|(?<=[\w.)]),?\s+(?:who|whom|whose)[\s,]|(?<=\w)(?<!\b(?:at|by|in|of|on|to))(?<!\bfor)(?<!\b(?:from|with))\s+that(?:\s|$)|(?<=delegation)\s+(?:led|headed|chaired)\s+by\s|(?<=mission)\s+(?:led|headed)\s+by\s|(?<=[\w.)]),\s+(?:[a-z]+ly\s+)?(?:[a-z]+ed|led|run)\s+by\s"
)
_INCLUDING = re.compile(r"((?:[\w.’'-]++\s?){1,10}),?\s*+(?<=[\s,])including\s")
"""A group and some of its members: "critics, including Venn"."""
_ADVERBS = (
    "already also earlier even however instead later meanwhile now recently repeatedly separately still then".split()
)
_ADVERB_BEFORE = re.compile(
    rf"(?:(?i:{'|'.join(_ADVERBS)})|(?i:{'|'.join(sorted(CALENDAR))})['’]s|\w+(?:al|ate|ent|ic|ing|ive|ous)ly"
    r"|(?:Play Video \d{1,2}:|(?<=\d:))\d\d|Related Coverage),?\s++(?=\w)"
)
"""What precedes a source: an adverb, a date's "July's", the length of a video, a page's heading."""
_ADVERB_AFTER = re.compile(rf"(?<=\w)\s(?:{'|'.join(_ADVERBS)})$")
_HEADLINE = re.compile(r",\s(?:says|tells|vows|warns|urges)\b")
_DATED = re.compile(r"(?<=['’]s)\s[A-Z][a-z]{2,8}\.?\s\d{1,2}$")
"""A date after a possessor: "Venn's Oct. 9 tweet"."""
_SELF = re.compile(r"(?<!\s)\s++(?:him|her|it|them)sel(?:f|ves)$")
_GOVERNS = re.compile(
    rf"\s(?:(?:{'|'.join(sorted(SPEECH_NOUNS))})\sof|from|with|under|by|on|to|for|among|amongst|against|between|about)\s+"
)
_WE = re.compile(r"We, (?:the|these) (?:(?:the|of|and|in|(?:[a-z]+ )?[a-z]{2,}s|[A-ZÀ-Þ][\w.’'-]*+)(?:,\s|\s|,?\Z))++")
"""The authors of a joint statement: "We, the foreign ministers of Norway and Iceland,"."""
_LONGEST_WE = 600
_AND = re.compile(r"(he|she)\s++and\s++(?=\w)", re.IGNORECASE)
_PRONOUN_ASIDE = re.compile(r"(he|she),\s", re.IGNORECASE)
"""A pronoun and what is told of the person: "he, like his aides,"."""
_OTHERS = re.compile(
    r"\s+and\s+(?:(?P<own>his|her)\s+|(?:the\s+)?other\s+|some\s+|many\s+)?"
    r"(?P<group>(?:[a-z][\w-]*+\s++){0,2}?[a-z][\w-]*s(?:\s+of\s[^,;]{1,40})?)\s*"
)
"""A group joined to somebody: "and her aides", "and other supporters of the plan"."""
_JOINS = re.compile(r"['’]?s?(?:\s\([A-Z][\w.,\s-]{0,12}\))?\s*(?:,|and\b|&|/|of\b|from\b)")
"""Words that may join two names to one source: not "Venn in the Morning writer and performer Bo Roe"."""
_GAVE = re.compile(rf"^(?:the|an?)\s++(?:{'|'.join(sorted(SPEECH_NOUNS))})\s++(he|she)\s++\w++", re.IGNORECASE)
_BODY_BEFORE = re.compile(
    r"\b((?:the|an?)\s++(?:(?!the\b|an?\b)(?:(?:[A-Z]\.)++|[\w&’'-]++)\s++){0,5}[\w.&’'-]++),?\s*+$", re.IGNORECASE
)
_OPENING_BEFORE = re.compile(
    r"(?:(?<=[\w”\"’)][a-z\d”\"’)][.!?]\s)|(?<=[.!?][”\"’]\s)|(?<=\n))"
    r"(?!(?:As|At|But|And|By|For|How|If|In|On|To|When|While|Why)\b)"
    r"([A-ZÀ-Þ][\w&’'-]*+(?:\s(?:(?:of|without|for)\b|[A-ZÀ-Þ][\w&’'-]*+)){0,5}+(?:\s[a-z-]+s)?),?\s?$"
)
"""A body, or a group, that opens the sentence without an article: "Doctors without Borders, which"."""
_THING = re.compile(r"(?!(?:those|many|some|few|most|people|men|women|children|youth|police)$)[a-z]+[a-rt-z]")
_WITHIN = re.compile(r"\b(?:in|over|around|across|at|throughout|inside|within)\s$")
_BODYS_WORDS = re.compile(
    r"(?P<owner>(?:the\s+)?[A-Z][\w.&-]*+(?:\s++(?>of|and|the|for|[A-Z])[\w.&-]*+)*+)['’]s?\s++(?:[a-z-]++\s++){0,2}"
    rf"(?:{'|'.join(sorted(SPEECH_NOUNS))}|statistics|data|figures|website|schedule|estimates?|records|readout)",
    re.IGNORECASE,
)
_VIA = re.compile(
    r"^(?:an?|the|his|her|in)?\s*+(?:(?-i:[a-z\d])[\w-]*+\s++){0,3}?(?:statement|tweet|post|letter|report|speech|message|"
    r"announcement|interview|release|memo|communiqué|article|remarks|comments)(?:\s++\w+day)?\s++(?:by|from|of|to)\s++",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    rf"^(?:[\w“”\"-]++\s++){{0,4}}?[“\"]?(?:{'|'.join(sorted(DOCUMENTS))})s?[”\"]?"
    r"(?:\s++on(?=\s[^,;]{1,60}['’]s?\s(?:\w+\s)?website)|(?:\s++on)?(?:\s++\w+day)?\s++(?:by|from)|(?:\s[^,;]{0,80},)?"
    r"\s++(?:released|issued|published|written|prepared|produced|compiled|conducted|signed|read|drafted|posted)"
    r"(?:\s++[\w'’.-]++){0,5}?\s++(?:by|from))\s++(?![a-z]{3,9}\.?\s\d)",
    re.IGNORECASE,
)
"""A document with its author: "a report on the harbour, released yesterday by Harbour Watch"."""
_REPORTS_FROM = re.compile(r"(?:[\w-]++\s){0,2}?reports\sfrom\s", re.IGNORECASE)
"""What precedes a place rather than an author: "news reports from Norway"."""
_ABOUT = re.compile(r"\s(?:on\s(?:its|his|her|their)|about|into|regarding|read|sent|seen|obtained|that)\s")
_ASIDE_OF_FIRST = re.compile(
    r"(?P<first>[^,]{2,80}),\s(?:who|which|whose)\s[^,]{3,140},\sand\s(?P<second>(?![a-z]+ed\b)[^,]{2,160}),?"
)
"""Two, of the first of whom a relative clause tells: "Dahl, who left, and Roe"."""
_NUMBER = r"\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b"
_SOME = re.compile(rf"(?:some(?!\s(?:{_NUMBER}))|several|many|most|other|few)\s", re.IGNORECASE)
_CITIZENS = re.compile(r"[A-Z][a-z]+(?:an|i|n|k)s")
_NAMELY = re.compile(
    r".{3,80}?\s(?:--?|[–—])\s(?P<list>[A-Z][^–—]{3,200}?\sand\s[^–—,]{3,40}?)(?:\s(?:--?|[–—]))?", re.DOTALL
)
"""A group and all its members: "three nations - Norway, Iceland and France -"."""
_BESIDE = re.compile(
    r".{0,3}|\sof\s(?:[A-Z][\w.-]*+\s?+){1,3}+,\s|,\s(?:an?|the)\s[^.!?;,\n“”\"]{3,90},\s"
    r"|(?:,|\s\()\s?[^,()\s]{2,12}[,)],?\s"
)
_MODIFIED = re.compile(r"\s[a-z]")
"""What follows a name that stands like an adjective before a body: "the Venn administration"."""
_PAIR = re.compile(r"\b(?:pair|two|both)\b", re.IGNORECASE)
_TWO, _LATELY = 2, 8
"""People of a pair, and how many statements back it is searched for."""
_NAME_BEFORE = 120  # characters before "who" that are searched for a name


class Resolver:
    """Resolves the sources of a text in order, because earlier results help with later ones."""

    def __init__(self, context: DocumentContext, sources: Sequence[SourceSpan]) -> None:
        self._context = context
        self._sources = sources
        self._outer = find_outer(sources)
        self._discourse = DiscourseState(context, tuple(sorted(s for one in sources for s in one.content)))
        self._done: dict[int, Resolution] = {}

    @property
    def state(self) -> DiscourseState:
        """What has been resolved so far."""
        return self._discourse

    def resolve(self) -> tuple[Resolution, ...]:
        """One answer per source, in the given order."""
        order = sorted(range(len(self._sources)), key=lambda i: self._sources[i].anchor.start)
        for at, i in enumerate(order):
            answer = self._answer(i, order[:at][-MEMORY:])
            self._done[i] = answer
            anchor = self._sources[i].anchor
            # somebody quoted inside another's words, or speaking in a caption, does not continue outside
            if not self._outer[i] and not self._context.is_unfinished(anchor.start):
                self._discourse.remember(anchor, answer)
        return tuple(self._done[i] for i in range(len(self._sources)))

    def _answer(self, i: int, earlier: list[int]) -> Resolution:
        one = self._sources[i]
        if one.source is None:
            return self._elided(i, earlier)
        before = self._sources[earlier[-1]].source if earlier else None
        if before is not None and (before == one.source or self._is_relative(before, one.source)):
            return self._done[earlier[-1]]
        if is_spoken_to(self._context, one):
            return NOBODY
        answer = self._explicit(one.source)
        label = one.cue is not None and one.cue.of(self._context.text) == ":"
        heads = not one.source.start or self._context.is_unfinished(one.source.start)
        return NOBODY if label and heads and not _may_head(answer) else answer

    def _is_relative(self, before: Span, source: Span) -> bool:
        """Whether ``source`` refers to the one ``before``: "say Dahl and the ministries, who warned"."""
        text = self._context.text
        return source.of(text).lower() == "who" and text[before.end : source.start].strip() in ("", ",")

    # --- sources present in the text ---

    def _narrow(self, span: Span) -> Span:
        """The part of a source that identifies the speaker: without clauses, adverbs, and members of a group."""
        text = self._context.text
        if (clause := _RELATIVE.search(span.of(text))) and clause.start():
            span = Span(span.start, span.start + clause.start())
        if adverb := _ADVERB_BEFORE.match(text, span.start, span.end):
            span = Span(adverb.end(), span.end)
        if adverb := _ADVERB_AFTER.search(span.of(text)) or _DATED.search(span.of(text)):
            span = Span(span.start, span.start + adverb.start())
        named = self._context.mentions_in(span)
        first = named[0][0].span if named and named[0][0].span.start == span.start else None
        if first is not None and _HEADLINE.match(text, span.end):
            return first  # "Venn keeps the harbour open, says …"
        if (members := _NAMELY.fullmatch(text, span.start, span.end)) is not None:
            listed = Span(*members.span("list"))
            if all(country_of(part.of(text)) for part in self._split(listed)):
                return listed
        group = _INCLUDING.match(text, span.start, span.end)
        return span if group is None else Span(span.start, group.end(1))

    def _explicit(self, span: Span) -> Resolution:
        both = _ASIDE_OF_FIRST.fullmatch(self._context.text, span.start, span.end)
        parts = [Span(*both.span(name)) for name in ("first", "second")] if both else []
        return self._several(parts) or self._single(span)

    def _single(self, span: Span) -> Resolution:
        text, span = self._context.text, self._narrow(span)
        phrase = span.of(text).strip(" ,")
        bare = re.sub(r"['’]s?$", "", phrase) if re.search(r"(?:['’]s|s['’])$", phrase) else phrase
        bare = _SELF.sub("", bare)
        lowered = "we" if self._is_we(span) else bare.lower()
        if not re.search(r"\w", bare):
            return NOBODY
        if relative := re.match(r"(?:who|which)(?:$|\s+(?:earlier|later|once|also|then|had|has|[a-z]+ly)\b)", lowered):
            return self._relative(Span(span.start, span.start + len(relative[0].split()[0])))
        if aside := _PRONOUN_ASIDE.match(bare):
            lowered, span = aside[1].lower(), Span(span.start, span.start + aside.end(1))
        if lowered in PRONOUNS:
            return resolve_pronoun(self._discourse, span, lowered)
        if (beside := _AND.match(bare)) and (both := self._both(span, beside)):
            return both
        lead = span.start + len(span.of(text)) - len(span.of(text).lstrip())
        via = _VIA.match(bare) or _ISSUED.match(bare)
        place = country_of(bare[via.end() :]) if via and _REPORTS_FROM.fullmatch(via[0]) else None
        if via and (place is None or place[0] in BODIES):
            about = _ABOUT.search(text, lead + via.end() + 1, span.end)
            return self._explicit(Span(lead + via.end(), about.start() if about else span.end))
        if gave := _GAVE.match(bare):
            return resolve_pronoun(self._discourse, Span(lead + gave.start(1), lead + gave.end(1)), gave[1].lower())
        if (named := self._named(span, bare)) is not None:
            return named
        return self._together(span, bare) or self._several(self._split(span)) or self._described(span, bare)

    def _is_we(self, span: Span) -> bool:
        """Whether a source is the end of "We, the foreign ministers of Norway and Iceland,"."""
        start = self._context.sentences[self._context.sentence_of(span.start)].start
        return span.end - start < _LONGEST_WE and _WE.fullmatch(self._context.text, start, span.end) is not None

    def _together(self, span: Span, phrase: str) -> Resolution | None:
        """ "both ministers", "the sides": those who issued the text together, the participants, or their countries."""
        if self._context.issuers is not None and SIDES.fullmatch(phrase):
            return Resolution((), self._context.issuers, 0.8)
        joint = is_joint(phrase)
        pairs = (said.people for said in reversed(self._discourse.spoken[-_LATELY:]) if len(said.people) == _TWO)
        people = find_participants(self._context, span) if joint else ()
        if joint and not people and _PAIR.search(phrase):
            people = next(pairs, ())
        if STATES.fullmatch(phrase) is None:
            return as_people(people, 0.75) if people else None
        states = dict.fromkeys(p.country for p in people if p.country and p.country not in BODIES)
        return Resolution(people, Speaker(phrase, None, "; ".join(states)), 0.75) if len(states) > 1 else None

    def _named(self, span: Span, phrase: str) -> Resolution | None:
        """Resolve a source that names people: the one it is about, or all that it joins."""
        mentions = self._context.mentions_in(span)
        if not mentions:
            return None
        text = self._context.text
        heads = find_heads(self._context, span, mentions)
        if heads is None:
            return None
        if not heads:
            return self._around(span, phrase, mentions[0][1], mentions[0][0].span)
        groups = [[heads[0]]]
        last = heads[-1][0].span.end
        others = _OTHERS.fullmatch(text, last, span.end)
        joint = others or re.search(r"\band\b|\s&\s|/", text[heads[0][0].span.end : last])
        for left, right in pairwise(heads):
            between = text[left[0].span.end : right[0].span.start]
            joined = joint and _JOINS.match(between) and re.search(r"(?:\band\b|&|,|/)", between)
            groups.append([right]) if joined else groups[-1].append(right)
        people = tuple(dict.fromkeys(foremost(group) for group in groups))
        role = heads[0][0].role
        lead = min(heads[0][0].span.start, role.start if role else span.end)
        if len(people) == 1 and " and " in text[span.start : max(span.start, lead)]:
            several = self._several(self._split(span))
            if several is not None:
                return several
        answer = as_people(people, 0.96 if all(p.sure for p in people) else 0.9)
        if others is None or answer.speaker is None:
            return answer
        group = Speaker(others["group"], None, people[-1].country if others["own"] else None)
        return replace(answer, speaker=join_speakers((answer.speaker, group)))  # "Venn and her aides"

    def _both(self, span: Span, beside: re.Match[str]) -> Resolution | None:
        """ "He and the Commission's chief": both, if each can be resolved."""
        parts = [
            resolve_pronoun(self._discourse, Span(span.start, span.start + beside.end(1)), beside[1].lower()),
            self._explicit(Span(span.start + beside.end(), span.end)),
        ]
        speakers = [one.speaker for one in parts if one.speaker is not None]
        if len(speakers) < len(parts):
            return None
        people = tuple(person for one in parts for person in one.people)
        return Resolution(people, join_speakers(speakers), min(one.confidence for one in parts))

    def _around(self, span: Span, phrase: str, owner: Person, at: Span) -> Resolution:
        """Resolve a body described by a person: "Navalny's associates", "associates of Navalny"."""
        text = self._context.text
        person = find_by_description(self._discourse, span, phrase) if DETERMINER.match(phrase) else None
        if person is not None:
            return person
        named = without_apposition(phrase)
        if len(named) <= at.start - span.start and DETERMINER.sub("", named)[:1].isupper():
            return self._described(span, phrase)  # "Norway, an ally of Tam Roe"
        if _MODIFIED.match(text, at.end, span.end):
            if HONORIFICS.get(text[span.start : at.start].strip().lower()):
                return as_people((owner,), 0.9)  # "Mr. Venn swept"
            country = owner.country if owner.role or find_figure_state(owner.name) else None
            return resolve_organisation(self._discourse, phrase, country, span.start)
        before = text[span.start : at.start]
        if " " in owner.name:  # the full name is shown, even if the text has "Mr. Venn's aides"
            before = _without_address(before, owner.name)
        full = before + owner.name + text[at.end : span.end]
        return resolve_organisation(self._discourse, full, owner.country, span.start)

    def _relative(self, span: Span) -> Resolution:
        """ "who": the name right before it, or a description; "which": the country or the body."""
        before = self._context.mentions_in(Span(max(0, span.start - _NAME_BEFORE), span.start)) if span.start else []
        text = self._context.text
        near = [person for mention, person in before if self._is_beside(mention.span.end, span.start)]
        if near:
            return as_people((near[-1],), 0.9)
        last = bisect_left(self._context.places, span.start, key=lambda place: place.span.start) - 1
        if last >= 0 and span.of(self._context.text).lower() == "which":
            place = self._context.places[last]
            if place.naming is not NamingKind.ADJECTIVE and span.start - place.span.end <= len(", "):
                return self._described(place.span, place.span.of(text))
        nearby = text[max(0, span.start - _NAME_BEFORE) : span.start]
        body = _OPENING_BEFORE.search(nearby) or _BODY_BEFORE.search(nearby)
        end = (
            span.start - len(body[0]) + len(body[0].rstrip(" ,"))
            if body
            else len(text[max(0, span.start - 3) : span.start].rstrip(" ,")) + max(0, span.start - 3)
        )
        phrase = Span(span.start - len(body[0]), end) if body else find_phrase_before(text, end)
        if phrase is not None and span.of(text).lower() == "who":  # "a treaty under pressure from leaders who"
            governed = max((m.end() for m in _GOVERNS.finditer(text, phrase.start, end)), default=phrase.start)
            phrase = Span(governed, end) if governed < end else phrase
            if _WITHIN.search(text, max(0, phrase.start - _NAME_BEFORE), phrase.start):
                return NOBODY  # "the fishers in the bay, who"
            if _THING.fullmatch(text, phrase.start, phrase.end) and head_of(phrase.of(text)) is None:
                return NOBODY  # "took Roe by surprise, who"
        if phrase is None:
            return NOBODY
        parts = self._split(phrase)
        peoples = all(country_of(part.of(text)) for part in parts)
        return (None if peoples else self._several(parts)) or self._described(phrase, phrase.of(text))

    def _is_beside(self, end: int, start: int) -> bool:
        """Whether there is only an office, or a member's party and state, between a name and "who"."""
        office = find_apposition(self._context.text, end)
        return (office is not None and 0 <= start - office.end <= len(", ")) or _BESIDE.fullmatch(
            self._context.text, end, start
        ) is not None

    def _described(self, span: Span, phrase: str) -> Resolution:
        """Resolve a source without a name: a person by office, a country, a seat of power, or a body."""
        for find in (find_same_official, find_by_description, find_by_owner):
            if answer := find(self._discourse, span, phrase):
                return answer
        if _REPORTS_FROM.match(phrase):
            return Resolution((), Speaker(DETERMINER.sub("", phrase)), 0.8)
        name = DETERMINER.sub("", without_apposition(phrase))
        lead, _, more = name.partition(", ")
        if more[:1].islower() and country_of(lead):
            name = lead  # "Norway, at odds with Iceland over the fish"
        if said := _BODYS_WORDS.fullmatch(phrase):
            return self._explicit(Span(span.start + said.start("owner"), span.start + said.end("owner")))
        state = find_state(self._discourse, name)
        some, shown = _SOME.match(phrase), phrase[0].upper() + phrase[1:]
        if state and state.speaker and (some or _CITIZENS.fullmatch(phrase)):  # "Norwegians" are not Norway
            return replace(state, speaker=replace(state.speaker, name=shown))
        if state:
            return state
        if country := self._by_compass(name):
            return Resolution((), Speaker(self._context.full_country(country), None, country), 0.93)
        found = resolve_organisation(self._discourse, phrase, None, span.start)
        if some and some[0].lower() != "other " and found.speaker and phrase.startswith(found.speaker.name, some.end()):
            name = shown[: some.end() + len(found.speaker.name)]  # "some sailors" are not all sailors
            return replace(found, speaker=replace(found.speaker, name=name))
        return found

    def _by_compass(self, name: str) -> str | None:
        """The country that "the North" or "the South" means, if the text has just one."""
        if name not in ("North", "South"):
            return None
        states = {place.country for place in self._context.places if place.country.startswith(f"{name} ")}
        return states.pop() if len(states) == 1 else None

    def _split(self, span: Span) -> list[Span]:
        return split_joint_source(self._context, span)

    def _several(self, parts: Sequence[Span]) -> Resolution | None:
        """All ``parts`` of "X and Y" together, if each can be resolved by itself; else None."""
        answers = [self._explicit(part) for part in parts]
        speakers = [a.speaker for a in answers if a.speaker is not None]
        if not answers or len(speakers) < len(answers):
            return None
        people = tuple(p for a in answers for p in a.people)
        return Resolution(people, join_speakers(speakers), min(a.confidence for a in answers))

    # --- omitted sources ---

    def _elided(self, i: int, earlier: list[int]) -> Resolution:
        """Resolve a missing source: the earlier speaker in the sentence, else the person that the sentence is about."""
        one = self._sources[i]
        if is_impersonal(self._context, one):
            return NOBODY
        if (head := find_list_head(self._context.text, one.place.start)) is not None:
            return self._explicit(head)
        if before := find_predecessor(self._context, self._sources, self._outer, i, earlier):
            answer = self._done[before[0]]
            return replace(answer, confidence=answer.confidence * before[1])
        if one.cue is None:
            return NOBODY
        if people := find_subjects(self._context, one):
            return as_people(people, 0.8)
        return NOBODY


def resolve_speakers(context: DocumentContext, sources: Iterable[SourceSpan]) -> tuple[Resolution, ...]:
    """The speakers of ``sources``, one answer per source, in the given order."""
    return Resolver(context, tuple(sources)).resolve()


def _may_head(answer: Resolution) -> bool:
    """Whether a headline may put the speaker before a colon, as its topic may be: "Harbour: a plan for the fleet"."""
    speaker = answer.speaker
    if speaker is None or answer.people or speaker.role or country_of(speaker.name) or is_outlet(speaker.name):
        return True
    return not ISSUERS.isdisjoint(speaker.name.lower().split())


def _without_address(words: str, name: str) -> str:
    """``words`` without a form of address, or a particle of the full ``name``, at their end."""
    head, _, last = words.rstrip().rpartition(" ")
    placed = head.rpartition(" ")[2][:1].isupper()  # "Utah Gov. Venn's campaign"
    return f"{head} ".lstrip() if (last.lower() in HONORIFICS and not placed) or last in name.split() else words
