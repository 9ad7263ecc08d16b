"""Numeric features of a statement and of a wording, from which the choice of lines is learned."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from bot.digests.lines.meaning import Meaning, Weights, likeness, part_of
from bot.digests.lines.page import Page
from bot.digests.lines.vocabulary import count_negations, words_of
from bot.digests.lines.wording import End, Start, Wording, covered, find_verb_start, is_verb
from bot.domain.attribution import DENIALS, Act, Attribution, Kind
from bot.domain.text import Span, hull
from bot.nlp.summary.tokenizer import find_stop_words

Features = Mapping[str, float]

_NUMBER = re.compile(r"\d")
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_MONEY = re.compile(r"[$£€]|\b[mb]illion\b")
_PERCENT = re.compile(r"%|\bper ?cent\b")
WORD = "word "
"""Prefix of a feature for a function word in the line, such as "not", "he" or "must"."""
FEW_QUOTED = 0.35
"""Below this share, only some of a line's words are quoted."""
_CLOSE = 150
"""How many characters before a line are searched for a question that it may answer."""
_ACTS = {act: act.value for act in Act}
_DEMANDS = frozenset((Act.URGES, Act.DEMANDS))
_ASKING = frozenset(("how", "what", "why", "where"))
_GROUPS = ("outlet", "experts", "leaders", "ministers", "voices")


class Describer:
    """Features for the statements of one article."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.meaning = Meaning(page)
        text = page.text
        self._body = _find_body(page)
        self._lead = [s for s in page.sentences if s.start >= self._body][:3]
        self._title = self.meaning.of(page.sentences[:1])
        self._lead_words = [self.meaning.of((sentence,)) for sentence in self._lead]
        self._speakers = Counter(one.speaker.name for one in page.attributions if one.speaker)
        self._issuers = {one.speaker.name for one in page.attributions if one.speaker and page.is_of_issuer(one)}
        self._sides = Counter(one.speaker.country for one in page.attributions if one.speaker and one.speaker.country)
        self._statements = max(1, len(page.attributions))
        self._seen: Counter[str] = Counter()
        self._order: dict[int, int] = {}
        for place in range(len(page.attributions)):
            name = page.speaker_name(place)
            self._order[place] = self._seen[name]
            self._seen[name] += 1
        self._mentions = Counter(word for word in re.findall(r"[^\W\d_][\w’'-]+", text) if word[0].isupper())
        self._names = {name: self._count_name(name) for name in self._speakers}
        self._spoken = [self.meaning.of(one.content) for one in page.attributions]
        self.hulls = [hull(one.content) for one in page.attributions]
        self._alike = _compare(self._spoken)
        self._named = max(self._names.values(), default=1)
        self._central = likeness_scale([likeness(self.meaning.of((s,)), self.meaning.whole) for s in page.sentences])

    def _count_name(self, name: str) -> int:
        last = name.split(";", maxsplit=1)[0].rsplit(maxsplit=1)[-1] if name.split() else name
        return self._mentions[last]

    def statement(self, place: int) -> dict[str, float]:
        """The features of the statement at ``place`` that do not depend on the wording."""
        page, one = self.page, self.page.attributions[place]
        start = one.cue.start if one.cue else one.content[0].start
        number = page.sentence_at(start)
        sentence = page.sentences[number]
        found: dict[str, float] = {
            "at": start / max(1, len(page.text)),
            "sentence": math.log1p(number),
            "sentence of": number / len(page.sentences),
            "length": math.log1p(len(page.sentences)),
            "statements": math.log1p(self._statements),
            "headline": float(start < self._body),
            "in lead": float(any(s.overlaps(sentence) for s in self._lead[:2])),
            "confidence": one.confidence,
            "negated": one.negated,
            "conditional": one.conditional,
            "relayed": one.relayed_by is not None,
            "direct": one.kind is Kind.DIRECT,
            "mixed": one.kind is Kind.MIXED,
            "no cue": one.cue is None,
            "no source": one.source is None,
            "order": math.log1p(self._order[place]),
            "first": self._order[place] == 0,
        }
        for act, name in _ACTS.items():
            found[f"act {name}"] = one.act is act
        found["demand"] = one.act in _DEMANDS
        self._add_cue(found, one)
        self._add_speaker(found, one)
        self._add_place(found, place, one, sentence)
        self._add_run(found, place)
        self._add_time(found, sentence)
        self._add_summary(found, sentence)
        return found

    def _add_summary(self, found: dict[str, float], sentence: Span) -> None:
        """Add the rank of its sentence among the key sentences of the article."""
        ranked = self.page.reading.analysis.ranked_summary
        rank = next((rank for rank, key in ranked if key.overlaps(sentence)), None)
        found["key sentence"] = rank is not None
        found["key sentence near first"] = 1 / rank if rank else 0.0

    def _add_time(self, found: dict[str, float], sentence: Span) -> None:
        words = self.page.lower_in(sentence.start, sentence.end)
        past = words_of("past")
        found["on a day"] = not words_of("weekdays").isdisjoint(words)
        found["in the past"] = sum([w in past or (len(w) == 4 and w[:2] in ("19", "20")) for w in words])
        found["had"] = "had" in words

    def _add_run(self, found: dict[str, float], place: int) -> None:
        """Add features for what the same speaker said right before and after."""
        others = self.page.attributions
        for name, step in (("before", -1), ("after", 1)):
            near = place + step
            same = 0 <= near < len(others) and _same(others[place], others[near])
            found[f"run {name}"] = same
            if same:
                gap = self.page.sentence_at(others[near].span.start) - self.page.sentence_at(others[place].span.start)
                found[f"run {name} gap"] = min(5, abs(gap))
                found[f"run {name} direct"] = others[near].kind is Kind.DIRECT
                found[f"run {name} indirect"] = others[near].kind is Kind.INDIRECT
                found[f"run {name} words"] = min(50, self.page.count(others[near].content))
                found[f"run {name} alike"] = self._alike[place][near]
        back = ahead = 0
        while place - back - 1 >= 0 and _same(others[place], others[place - back - 1]):
            back += 1
        while place + ahead + 1 < len(others) and _same(others[place], others[place + ahead + 1]):
            ahead += 1
        found["run place"] = back
        found["run left"] = ahead

    def _add_cue(self, found: dict[str, float], one: Attribution) -> None:
        page = self.page
        words = page.lower_in(one.cue.start, one.cue.end) if one.cue else []
        last = words[-1] if words else ""
        found["cue words"] = len(words)
        found["cue verb"] = one.cue is not None and is_verb(page, one.cue)
        found["cue said"] = bool({"said", "says", "say"} & set(words))
        found["cue told"] = "told" in words
        found["cue added"] = bool({"added", "adding", "adds"} & set(words))
        found["cue according"] = "according" in words
        found["cue -ing"] = any(word.endswith("ing") for word in words)
        found["cue to"] = bool(words) and page.text[: one.cue.start].rstrip().endswith(" to") if one.cue else False
        found["cue perfect"] = bool({"has", "have"} & set(words))
        found["cue past"] = last.endswith("ed") or last in ("said", "told")
        found["cue present"] = last.endswith("s") and last != "was"
        found["cue been"] = bool({"was", "were", "been", "being", "is", "are"} & set(words))
        found["cue colon"] = one.cue is not None and not words
        found["cue after"] = one.cue is not None and one.content[0].end <= one.cue.start
        if one.cue is not None and found["cue verb"]:
            start = find_verb_start(page, one)
            found["verb turned"] = start is None
            before = page.words_in(start, one.cue.start) if start is not None else []
            found["verb governed"] = any(page.lower(w) in words_of("governing") for w in before)
        if one.source is not None:
            source = page.lower(one.source)
            first = source in ("we", "i", "you") and not page.is_of_issuer(one)
            found["source pronoun"] = first or source in ("he", "she", "they", "it", "who")
            found["source words"] = len(source.split())
            found["source plural"] = source.endswith("s")
            found["source lower"] = one.source.of(page.text)[:1].islower() and not found["source pronoun"]
            found["source first"] = first

    def _add_speaker(self, found: dict[str, float], one: Attribution) -> None:
        speaker = one.speaker
        found["nobody"] = speaker is None
        if speaker is None:
            return
        mentions = self._names[speaker.name]
        found["speaker share"] = self._speakers[speaker.name] / self._statements
        found["speaker said"] = math.log1p(self._speakers[speaker.name])
        found["speaker named"] = math.log1p(mentions)
        found["speaker most"] = mentions / max(1, self._named)
        found["speaker role"] = speaker.role is not None
        found["speaker country"] = speaker.country is not None
        found["speaker is side"] = speaker.country is not None and speaker.country == speaker.name
        found["speakers joint"] = ";" in speaker.name and speaker.name not in self._issuers
        found["side share"] = self._sides[speaker.country] / self._statements if speaker.country else 0.0
        found["speaker lower"] = speaker.name[:1].islower()
        found["speaker words"] = len(speaker.name.split())
        told = set(re.findall(r"[\w-]+", f"{speaker.role or ''} {speaker.name}".lower()))
        for group in _GROUPS:
            found[f"speaker {group}"] = bool(told & words_of(group))
        person = len(speaker.name.split()) > 1 and not found["speaker lower"] and not found["speaker is side"]
        found["speaker person"] = person and speaker.role is not None
        for name in ("attitude", "says", "announces"):
            found[f"side {name}"] = bool(found["speaker is side"]) and one.act.value == name
            found[f"person {name}"] = bool(found["speaker person"]) and one.act.value == name
            found[f"other {name}"] = not (found["speaker is side"] or person) and one.act.value == name
        found["outlet says"] = bool(found["speaker outlet"]) and one.act is Act.SAYS

    def _add_place(self, found: dict[str, float], place: int, one: Attribution, sentence: Span) -> None:
        mine, span = self._spoken[place], self.hulls[place]
        others, alike = self.page.attributions, self._alike[place]
        found["said before"] = max(alike[:place], default=0.0)
        found["said after"] = max(alike[place + 1 :], default=0.0)
        found["told before"] = max(
            (part_of(mine, self._spoken[k]) for k in range(place) if alike[k] and not self.hulls[k].overlaps(span)),
            default=0.0,
        )
        inner = outer = same = 0
        met = 0.0
        for k, (other, h, whole) in enumerate(zip(others, self.hulls, self.page.spans, strict=True)):
            if other is one:
                continue
            if h.start < span.end and span.start < h.end and h != span:
                outer += h.contains(span)
                inner += span.contains(h)
            if whole.start < sentence.end and sentence.start < whole.end:
                same += 1
            if alike[k] > met and other.speaker and one.speaker and other.speaker.name != one.speaker.name:
                met = alike[k]
        found["inside another"] = outer
        found["holds others"] = inner
        found["in sentence"] = same
        found["met by other"] = met
        found["neighbour answers"] = any(
            others[k].act in DENIALS and others[k].speaker != one.speaker
            for k in range(max(0, place - 2), min(len(others), place + 3))
            if k != place
        )
        # a new paragraph that begins with the statement; what the sentence opens with
        opening = [self.page.lower(w) for w in self.page.words_in(sentence.start, sentence.end)[:1]]
        found["sentence opens back"] = bool(opening) and opening[0] in words_of("pointing")
        found["sentence contrasts"] = bool(opening) and opening[0] in words_of("contrasting")
        found["paragraph opens"] = (
            "\n" in self.page.text[max(0, sentence.start - 2) : sentence.start] or sentence.start == 0
        )
        found["fills sentence"] = len(one.span) / max(1, len(sentence))
        found["centrality"] = self._central[self.page.sentence_at(sentence.start)]

    def wording(self, place: int, wording: Wording, group: Sequence[Wording]) -> dict[str, float]:
        """See :func:`describe_wording`."""
        return describe_wording(self.page, self.page.attributions[place], wording, group)

    def shown(self, wording: Wording) -> dict[str, float]:
        """The features of the words that are shown."""
        page, meaning = self.page, self.meaning
        pieces = wording.pieces
        whole = hull(pieces)
        words = [w for p in pieces for w in page.words_in(p.start, p.end)]
        lower = [w for p in pieces for w in page.lower_in(p.start, p.end)]
        weights = meaning.of(pieces)
        count = max(1, len(words))
        capitals = sum([page.text[w.start].isupper() for w in words[1:]])
        found: dict[str, float] = {
            "s words": count,
            "s short": count < 7,
            "s 7 to 12": 7 <= count < 13,
            "s 13 to 20": 13 <= count < 21,
            "s 21 to 30": 21 <= count < 31,
            "s long": count >= 40,
            "s telling": len(weights),
            "s telling part": len(weights) / count,
            "s content": weights.total / 10,
            "s numbers": sum([_NUMBER.search(page.text, w.start, w.end) is not None for w in words]),
            "s names": capitals,
            "s names part": capitals / count,
            "s negative": count_negations(lower),
            "s modal": _count("modals", lower),
            "s will": "will" in lower or "would" in lower,
            "s must": bool({"must", "should", "needs", "need"} & set(lower)),
            "s contrast": _count("contrasting", lower),
            "s points": _count("pointing", lower) / count,
            "s first person": _count("first_person", lower) / count,
            "s opens back": lower[0] in words_of("pointing") if lower else 0.0,
            "s furniture": _count("furniture", lower) / count,
            "s question": page.text[whole.start : whole.end + 1].rstrip("”\"’'» ").endswith("?"),
            "s central": likeness(weights, meaning.whole),
            "s title": part_of(self._title, weights),
            "s of title": likeness(weights, self._title),
            "s lead": max([likeness(weights, words) for words in self._lead_words], default=0.0),
            "s quoted": float(page.quotation_at(whole.start) is not None),
            "s verb": wording.start is Start.VERB,
            "s asks": any(word in _ASKING for word in lower[:6]),
        }
        small = find_stop_words("en")
        found.update((WORD + word, 1.0) for word in lower if word in small)
        printed = page.text[whole.start : whole.end]
        quoted = sum(len(match) for match in _QUOTED.findall(printed)) / len(printed)
        found["s quoted part"] = quoted
        found["s few quoted"] = 0 < quoted < FEW_QUOTED
        found["s money"] = _MONEY.search(printed) is not None
        found["s percent"] = _PERCENT.search(printed) is not None
        found["s after question"] = "?" in page.text[max(0, whole.start - _CLOSE) : whole.start]
        return found


def describe_wording(page: Page, one: Attribution, wording: Wording, group: Sequence[Wording]) -> dict[str, float]:
    """The features of a wording of the statement ``one``, compared with the others of ``group``."""
    pieces = wording.pieces
    whole = hull(pieces)
    count = page.count(pieces)
    longest = max(page.count(w.pieces) for w in group)
    said = page.count(one.content)
    sentence = page.sentences[page.sentence_at(whole.start)]
    last = page.sentences[page.sentence_at(whole.end - 1)]
    found: dict[str, float] = {
        "w words": count,
        "w of longest": count / longest,
        "w of said": count / max(1, said),
        "w said": said,
        "w choices": len(group),
        "w pieces": len(pieces),
        "w verb": wording.start is Start.VERB,
        "w could verb": any(w.start is Start.VERB for w in group),
        "w statement": wording.end is End.STATEMENT,
        "w earlier": wording.end is End.EARLIER,
        "w later": wording.end is End.LATER,
        "w sentence": wording.end is End.SENTENCE,
        "w first": wording.first,
        "w sentences": page.sentence_at(whole.end - 1) - page.sentence_at(whole.start) + 1,
        "w left in sentence": len(page.words_in(whole.end, last.end)),
        "w before in sentence": len(page.words_in(sentence.start, whole.start)),
        "w direct": one.kind is Kind.DIRECT,
        "w mixed": one.kind is Kind.MIXED,
        "w cue after": one.cue is not None and one.content[0].end <= one.cue.start,
        "w no cue": one.cue is None,
        "w act attitude": one.act is Act.ATTITUDE,
        "w quoted": float(all((q := page.quotation_at(p.start)) is not None and q.end >= p.end for p in pieces)),
        "w marks": sum(page.text[p.start] in "“\"«‘'" for p in pieces),
    }
    words = [w for p in pieces for w in page.lower_in(p.start, p.end)]
    content = words
    if wording.start is Start.VERB and one.cue is not None:
        lead = len(page.words_in(whole.start, max(whole.start, one.content[0].start)))
        found["w lead"] = lead
        content = words[lead:]
        cue = page.lower_in(one.cue.start, one.cue.end)
        found["w -ing"] = any(w.endswith("ing") for w in cue[:1])
        found["w said verb"] = bool({"said", "says"} & set(cue))
    found["w points"] = bool(content) and content[0] in words_of("pointing")
    found["w own"] = bool(content) and content[0] in words_of("own")
    found["w first person"] = bool(set(content) & words_of("first_person"))
    found["w question"] = page.text[whole.start : whole.end + 1].rstrip("”\"’'» ").endswith("?")
    after = page.text[whole.end : whole.end + 3].lstrip("”\"»’'")
    found["w then comma"] = after[:1] == ","
    found["w then stop"] = after[:1] in (".", "!", "?", "") or "\n" in after
    found["w then dash"] = after.lstrip()[:1] in ("-", "–", "—")
    following = page.words_in(whole.end, last.end)[:1]
    nxt = page.lower(following[0]) if following else ""
    found["w then opens"] = nxt in words_of("openers")
    found["w then and"] = nxt in ("and", "but")
    found["w then who"] = nxt in ("who", "which", "where", "whose")
    found["w then as"] = nxt in ("as", "after", "because", "when", "while", "since", "before", "following")
    found["w then -ing"] = nxt.endswith("ing")
    numbers = covered(page, pieces)
    mine = [k for k in numbers if page.attributions[k] is not one]
    found["w covers own"] = sum(_same(one, page.attributions[k]) for k in mine)
    found["w covers others"] = len(mine) - found["w covers own"]
    rest = Span(whole.end, last.end) if last.end > whole.end else None
    left = [
        a for a in page.attributions if rest is not None and a is not one and a.cue is not None and rest.contains(a.cue)
    ]
    found["w leaves own"] = sum(_same(one, a) for a in left)
    found["w leaves others"] = len(left) - found["w leaves own"]
    return found


def _count(group: str, words: Sequence[str]) -> int:
    """How many of ``words`` are in a group of the vocabulary."""
    return sum(map(words_of(group).__contains__, words))


def _same(one: Attribution, other: Attribution) -> bool:
    return one.speaker is not None and other.speaker is not None and one.speaker.name == other.speaker.name


def _compare(spoken: Sequence[Weights]) -> list[list[float]]:
    """The likeness of each pair; 0 for a statement and itself."""
    table = [[0.0] * len(spoken) for _ in spoken]
    for i, one in enumerate(spoken):
        for j in range(i):
            table[i][j] = table[j][i] = likeness(one, spoken[j])
    return table


def likeness_scale(values: Sequence[float]) -> list[float]:
    """``values`` relative to the greatest of them."""
    most = max(values, default=0.0) or 1.0
    return [value / most for value in values]


def _find_body(page: Page) -> int:
    """The start of the report: after the headline and other lines at the top that end without a stop."""
    for sentence in page.sentences[:8]:
        ends = page.text[sentence.start : sentence.end].rstrip("”\"’'») ")
        if ends.endswith((".", "!", "…")) and page.count((sentence,)) >= 8:
            return sentence.start
    return 0


_RELATED = (
    "s content", "s central", "s title", "s lead", "s words", "s names", "s quoted", "confidence", "at",
    "speaker named",
    "met by other", "said before",
)  # fmt: skip


_COMPARED = tuple([f"{how} {name}" for name in _RELATED] for how in ("rank", "own better", "own above"))


def relate(rows: Sequence[dict[str, float]], speakers: Sequence[str], lines: Sequence[Sequence[Span]]) -> None:
    """Add to each of ``rows`` its standing among all, and among those of its speaker; ``lines`` are their slices."""
    if not rows:
        return
    groups: dict[str, list[int]] = {}
    for number, speaker in enumerate(speakers):
        groups.setdefault(speaker, []).append(number)
    values = np.array([[float(row.get(name, 0.0)) for row in rows] for name in _RELATED])
    ranks = values.argsort(kind="stable").argsort(kind="stable") / max(1, len(rows) - 1)
    for numbers in groups.values():
        own = np.ascontiguousarray(values[:, numbers])  # a sum over strides may differ in the last bit
        better = (own[:, None, :] > own[:, :, None]).sum(axis=2, dtype=np.float64)
        above = own - own.mean(axis=1, keepdims=True)
        told = zip(ranks[:, numbers].T.tolist(), better.T.tolist(), above.T.tolist(), strict=True)
        for number, kinds in zip(numbers, told, strict=True):
            for names, kind in zip(_COMPARED, kinds, strict=True):
                rows[number].update(zip(names, kind, strict=True))
    for number, row in enumerate(rows):
        row["speakers"] = math.log1p(len(groups))
        row["candidates"] = math.log1p(len(rows))
        row["speaker lines"] = math.log(len(groups[speakers[number]]))
        row["speaker once"] = len(groups[speakers[number]]) == 1
        row["speaker changes"] = number == 0 or speakers[number] != speakers[number - 1]
    _add_nesting(rows, speakers, lines)


def _add_nesting(rows: Sequence[dict[str, float]], speakers: Sequence[str], lines: Sequence[Sequence[Span]]) -> None:
    """Add whether a line contains another or is contained in it, by its own speaker or by somebody else."""
    for row in rows:
        row.update(dict.fromkeys(("holds own", "holds another's", "inside own", "inside another's"), 0.0))
    for number, line in enumerate(lines):
        for other, inner in enumerate(lines):
            if number != other and holds(line, inner):
                whose = "own" if speakers[number] == speakers[other] else "another's"
                rows[number][f"holds {whose}"] = rows[other][f"inside {whose}"] = 1.0


def holds(line: Sequence[Span], inner: Sequence[Span]) -> bool:
    """Whether ``line`` contains all words of ``inner``, and more."""
    if line[0].start > inner[0].start or line[-1].end < inner[-1].end or line == inner:
        return False
    return all(any(piece.contains(part) for piece in line) for part in inner)
