"""Who is quoted by somebody else, on short invented texts."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import Span
from bot.nlp.structure.second_hand import separate_relays
from bot.nlp.tagger.tagged_text import AttributionLink
from tests.unit.nlp.tagged import tag

Said = tuple[str | None, str | None, list[str]]


def told(text: str, links: tuple[AttributionLink, ...] | list[AttributionLink]) -> list[Said]:
    return [
        (
            one.source.of(text) if one.source else None,
            one.cue.of(text) if one.cue else None,
            [piece.of(text) for piece in one.content],
        )
        for one in links
    ]


def parted(marked: str) -> list[Said]:
    """What comes of the links of a marked text."""
    text, tagging = tag(marked)
    return told(text, separate_relays(text, tagging.links))


def by_source(source: str, marked: str) -> list[Said]:
    """The same where the tagger took ``source``, which stands later in the text, for who speaks."""
    text, tagging = tag(marked)
    [link] = tagging.links
    outlet = Span(text.index(source), text.index(source) + len(source))
    return told(
        text, separate_relays(text, [AttributionLink(outlet, link.cue, link.content, link.score, link.statement)])
    )


def test_who_was_quoted_by_a_paper_speaks_and_the_paper_relays() -> None:
    marked = "{|} [Minister Orla Venn] {|was quoted by} the Harbour Post [as saying that the harbour is shut]."
    text, tagging = tag(marked.replace("{|} ", "").replace("[Minister Orla Venn] ", "Minister Orla Venn "))
    [link] = tagging.links
    outlet = Span(text.index("the Harbour Post"), text.index(" as saying"))
    who = Span(0, len("Minister Orla Venn"))
    link = AttributionLink(outlet, link.cue, (who, *link.content), 0.8, 0.4)
    [found] = separate_relays(text, [link])
    assert told(text, [found]) == [("Minister Orla Venn", "saying", ["the harbour is shut"])]
    assert found.statement == 1.0
    assert found.relay == outlet


def test_a_pronoun_that_the_tagger_left_out_is_found_where_the_clause_opens() -> None:
    marked = "It rained. He {|was quoted by} the Harbour Post [as saying the harbour is “shut”]."
    assert by_source("the Harbour Post", marked)[0] == ("He", "saying", ["the harbour is “shut”"])


def test_where_nobody_is_told_to_quote_only_who_is_quoted_speaks() -> None:
    marked = "Spokesman Tam Roe {|was cited} [as claiming the boats were found]."
    assert parted(marked) == [("Spokesman Tam Roe", "claiming", ["the boats were found"])]


def test_a_paper_that_quotes_somebody_keeps_its_own_words() -> None:
    marked = "{The Harbour Post|quoted} [Minister Orla Venn as saying that the harbour is shut]."
    assert parted(marked) == [
        ("The Harbour Post", "quoted", ["Minister Orla Venn as saying that the harbour is shut"]),
        ("Minister Orla Venn", "saying", ["the harbour is shut"]),
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "{She|cited} [the fire as a reason to stay].",
        "{The shares|were quoted} [at nine crowns]. He left, as saying nothing was rude.",
        "{She|said} [the harbour is shut, as saying so is free].",
        "Roe, {|quoted} as saying [it rains].",
    ],
)
def test_others_are_left_alone(marked: str) -> None:
    text, tagging = tag(marked)
    assert separate_relays(text, tagging.links) == list(tagging.links)


@pytest.mark.parametrize(
    ("content", "inner"),
    [
        ("Orla Venn said that the harbour is shut", ("Orla Venn", "said", ["the harbour is shut"])),
        ("the minister has told her hosts that it rains", ("the minister", "told", ["it rains"])),
        ("in Oslo, she denied any talks", ("she", "denied", ["any talks"])),
        ("Orla Venn, the minister, warned of more snow", ("Orla Venn, the minister,", "warned", ["of more snow"])),
        ("Tam Roe privately assured her that nobody left", ("Tam Roe", "assured", ["nobody left"])),
        ("Tam Roe was said to be ill", None),
        ("Tam Roe ordered the port to be closed", None),
        ("the port closed", None),
        ("Tam Roe said", None),
        (
            "Meanwhile, Mr. Venn, who heads the port, said it rains",
            ("Mr. Venn, who heads the port,", "said", ["it rains"]),
        ),
        ("that in a speech to the U.N. in Oslo, Orla Venn urged haste now", ("Orla Venn", "urged", ["haste now"])),
        ("she had accused Mr. Roe of lying", ("she", "accused", ["Mr. Roe of lying"])),
        ("harbour pilots for the first time said they would strike", ("harbour pilots", "said", ["they would strike"])),
        ("he met Tam Roe in Oslo and urged him to stay", ("he", "urged", ["him to stay"])),
        ("Roe left the room and Orla Venn said it rains", ("Orla Venn", "said", ["it rains"])),
        ("Orla Venn, speaking beside Tam Roe, said it rains", ("Orla Venn", "said", ["it rains"])),
        ("Orla Venn announced that the port reopens", ("Orla Venn", "announced", ["the port reopens"])),
        ("Orla Venn announced new tolls today", None),
        ("Orla Venn had “expressed her hope for rain”", ("Orla Venn", "expressed", ["her hope for rain”"])),
        ("a pilot who knows Roe said that it rains", ("a pilot who knows Roe", "said", ["it rains"])),
        ("city pilots say it rains", ("city pilots", "say", ["it rains"])),
        ("Orla Venn demanded “a full answer”", ("Orla Venn", "demanded", ["“a full answer”"])),
        ("Orla Venn called for new tolls", ("Orla Venn", "called for", ["new tolls"])),
        ("Orla Venn called Tam Roe to thank him", None),
        ("the report said that it rains", None),
        ("sales of tickets added a tenth to it", None),
        ("Tam Roe declined to say where he was", None),
    ],
)
def test_what_a_report_tells_of_somebody_s_statement(content: str, inner: Said | None) -> None:
    text, tagging = tag(f"{{The Harbour Post|reported}} [{content}].")
    [outer] = told(text, tagging.links)
    assert told(text, separate_relays(text, tagging.links)) == [outer, *([inner] if inner else [])]


def test_what_a_report_tells_in_parts_is_told_as_one_statement() -> None:
    text = "A clerk later said that the lock is shut, adding that it rains, according to the Post."
    parts = tuple(Span(text.index(one), text.index(one) + len(one)) for one in (
        "A clerk later said", "the lock is shut", "it rains", "according to", "the Post",
    ))  # fmt: skip
    link = AttributionLink(parts[4], parts[3], parts[:3], 0.9, 0.9)
    outer, inner = told(text, separate_relays(text, [link]))
    assert outer[0] == "the Post"
    assert inner == ("A clerk", "said", ["the lock is shut", "it rains"])


def test_what_the_tagger_heard_itself_is_not_told_twice() -> None:
    text, tagging = tag("According to the Post, {Orla Venn|said} [that it rained].")
    said = tagging.links[0]
    assert said.source is not None
    post = AttributionLink(Span(13, 21), Span(0, 12), (Span(said.source.start, len(text) - 1),), 0.9, 0.9)
    found = separate_relays(text, [post, said])
    assert told(text, found) == told(text, [post, said])
    assert found[1].relay == post.source


WORDS = st.lists(
    st.sampled_from(
        [
            "quoted",
            "by",
            "as",
            "saying",
            "reported",
            "citing",
            "officials",
            "was",
            "that",
            "Orla",
            "Venn",
            "said",
            "told",
            "“",
            "”",
            ",",
            ".",
            "\n",
        ]
    ),
    max_size=30,
).map(" ".join)


@given(WORDS, st.data())
def test_whatever_is_parted_lies_inside_the_text_and_apart(text: str, data: st.DataObject) -> None:
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted).filter(lambda p: p[0] < p[1])
    if len(text) < 2:
        return
    links = []
    for _ in range(data.draw(st.integers(1, 4))):
        source, cue, content = (Span(*data.draw(places)) for _ in range(3))
        links.append(AttributionLink(source, cue, (content,), 0.5, 0.5))
    for one in separate_relays(text, links):
        for span in filter(None, (one.source, one.cue, one.relay, *one.content)):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("unit", ["Orla Venn, of Oslo ", "quoted as ", "was said, “so” "])
def test_reports_take_linear_time(unit: str) -> None:
    def seconds(count: int) -> float:
        text = "According to it, " + unit * count
        link = AttributionLink(None, Span(0, 12), (Span(17, len(text)),), 0.9, 0.9)
        began = time.process_time()
        separate_relays(text, [link])
        return time.process_time() - began

    seconds(10)
    assert min(seconds(20_000) for _ in range(3)) < 0.2


@pytest.mark.parametrize("when", ["", " after meeting Dahl", " at a dinner in Oslo, the capital, on Monday"])
@pytest.mark.parametrize("who", ["Orla Venn", "Mr. Venn", "the minister"])
def test_who_said_it_speaks_where_a_report_is_named_after(who: str, when: str) -> None:
    text = f"“The harbour is shut,” {who} said{when}, according to the Harbour Post. “We regret it.”"
    first, second = Span(0, text.index(", according")), Span(text.index("“We"), len(text))
    cue, paper = (Span(text.index(w), text.index(w) + len(w)) for w in ("according to", "the Harbour Post"))
    [found] = separate_relays(text, [AttributionLink(paper, cue, (first, second), 0.9, 0.9)])
    assert told(text, [found]) == [(who, "said", ["“The harbour is shut,”", "“We regret it.”"])]
    unsaid = text.replace(f"{who} said", f"{who} left")
    assert (
        told(unsaid, separate_relays(unsaid, [AttributionLink(paper, cue, (first, second), 0.9, 0.9)]))[0][1] != "said"
    )


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "inner", "found", "outer", "kept"),
    [
        (
            "Orla Venn told her guests that it rains, the city said in a statement.",
            ("Orla Venn", "told", ["her guests"]),
            ["that it rains"],
            ("the city", "said in a statement", ["that it rains"]),
            ["Orla Venn told her guests that it rains"],
        ),
        (
            "In the call, Orla Venn stressed the need for rain, according to the Post.",
            ("Orla Venn", "stressed", ["In the call"]),
            ["the need for rain"],
            ("the Post", "according to", ["the need for rain"]),
            ["Orla Venn stressed the need for rain"],
        ),
        (
            "But, Orla Venn said, it rains too much, the Post reports.",
            ("Orla Venn", "said", ["it rains too much"]),
            ["it rains too much"],
            ("the Post", "reports", ["But"]),
            ["Orla Venn said, it rains too much"],
        ),
        (
            "The rain, Orla Venn said, “is a gift,” according to the Post.",
            ("Orla Venn", "said", ["The rain"]),
            ["The rain", "“is a gift,”"],
            ("the Post", "according to", ["“is a gift,”"]),
            [],
        ),
        (
            "“It rains,” Orla Venn said in a statement, according to the Post.",
            ("Orla Venn", "said", ["“It rains,”"]),
            ["“It rains,”"],
            ("the Post", "according to", ["in a statement"]),
            [],
        ),
        (
            "Orla Venn told Tam Roe that it rains, the city said in a statement.",
            ("Orla Venn", "told", ["that it rains"]),
            ["that it rains"],
            ("the city", "said in a statement", ["Tam Roe"]),
            ["Orla Venn told Tam Roe that it rains"],
        ),
        (
            "“It rains,” Orla Venn said, according to the Post. “We need it.”",
            ("Orla Venn", "said", ["“It rains,”"]),
            ["“It rains,”", "“We need it.”"],
            ("the Post", "according to", ["“We need it.”"]),
            [],
        ),
        (
            "“It rains,” Orla Venn said, according to the Post.\n\nOther news\n\nIt is dry.",
            ("Orla Venn", "said", ["“It rains,”"]),
            ["“It rains,”"],
            ("the Post", "according to", ["Other news"]),
            [],
        ),
        (
            "“It rains,” Orla Venn said, according to the Post. “We need it.”",
            ("Orla Venn", "said", ["“We need it.”"]),
            ["“It rains,”", "“We need it.”"],
            ("the Post", "according to", ["“It rains,”"]),
            [],
        ),
    ],
)
def test_words_that_the_tagger_gave_to_who_relays_are_the_inner_speaker_s(
    text: str, inner: Said, found: list[str], outer: Said, kept: list[str]
) -> None:
    def link(said: Said) -> AttributionLink:
        return AttributionLink(
            at(text, said[0] or ""), at(text, said[1] or ""), tuple(at(text, w) for w in said[2]), 0.5, 0.9
        )

    one, *rest = separate_relays(text, [link(inner), link(outer)])
    assert told(text, [one]) == [(*inner[:2], found)]
    assert one.relay == at(text, outer[0] or "")
    assert told(text, rest) == ([(*outer[:2], kept)] if kept else [])


@pytest.mark.parametrize(
    "text",
    [
        "Orla Venn said it rains, while Tam Roe denied it, the Post reported.",
        "On the day the city was announcing the tolls, the pilots were at sea, the Post reported.",
        "As the Post reported, Orla Venn said it rains. That it pours is new.",
        "At least six were hurt, the Post reported, and Orla Venn said it rains.",
    ],
)
def test_words_of_who_relays_stay_its_own(text: str) -> None:
    said, own = ("it rains", "it") if "Venn" in text else ("On the day", "the tolls, the pilots were at sea")
    own = next((words for words in ("That it pours", "At least six were hurt") if words in text), own)
    first = ("Orla Venn", "said") if "Venn" in text else ("the city", "was announcing")
    links = [
        AttributionLink(at(text, first[0]), at(text, first[1]), (at(text, said),), 0.5, 0.9),
        AttributionLink(at(text, "the Post"), at(text, "reported"), (at(text, own),), 0.5, 0.9),
    ]
    assert separate_relays(text, links) == links


@pytest.mark.parametrize(
    ("words", "after", "inner"),
    [
        ("Tam Roe denied it again", ", state media said.", ("Tam Roe", "denied", ["it again"])),
        ("It rains a lot, Orla Venn told the city", ", state media said.", ("Orla Venn", "told", ["It rains a lot,"])),
        (
            "It rains a lot",
            ", said Orla Venn, the mayor, state media said.",
            ("Orla Venn, the mayor", "said", ["It rains a lot"]),
        ),
        ("“Tam Roe denied it again,”", " state media said.", None),
        ("The three sides agreed a truce", ", state media said.", None),
        ("The promised rain came", ", state media said.", None),
    ],
)
def test_who_is_named_after_the_words_relays_them(words: str, after: str, inner: Said | None) -> None:
    text = words + after
    link = AttributionLink(
        at(text, "state media"), Span(len(text) - 5, len(text) - 1), (Span(0, len(words)),), 0.9, 0.9
    )
    found = told(text, separate_relays(text, [link]))
    assert [one for one in found if one[0] != "state media"] == ([inner] if inner else [])


@pytest.mark.parametrize("whom", ["a city spokesman", "two people close to the talks", "Gen. Roe"])
def test_whom_a_report_cites_speaks(whom: str) -> None:
    found = cited(whom)
    assert [(one.content, one.relay) for one in found] == [((Span(0, 8),), Span(10, 18))]


@pytest.mark.parametrize("what", ["the wet snow", "images which experts at a school saw"])
def test_what_a_report_cites_does_not(what: str) -> None:
    assert [one.relay for one in cited(what)] == [None, None]


def test_who_says_so_citing_others_speaks() -> None:
    assert [one.relay for one in cited("a city spokesman", "Tam Roe")] == [None, None]
    assert [one.relay for one in cited("a city spokesman", "the city's news agency")] != [None, None]


def cited(words: str, who: str = "the Post") -> list[AttributionLink]:
    text = f"It rains, {who} {'reported' if who == 'the Post' else 'said'}, citing {words}."
    post = at(text, who)
    links = [
        AttributionLink(post, at(text, "reported" if who == "the Post" else "said"), (Span(0, 8),), 0.9, 0.9),
        AttributionLink(post, at(text, "citing"), (at(text, words),), 0.9, 0.9),
    ]
    return separate_relays(text, links)


def test_a_headline_of_an_official_is_not_whom_it_names() -> None:
    text, tagging = tag("Official: {Orla Venn|denied} [it again]\n\nMore: {Tam Roe|denied} [it too]")
    assert told(text, separate_relays(text, tagging.links)) == [("Tam Roe", "denied", ["it too"])]


def test_words_before_whom_a_paper_quotes_are_the_quoted_person_s() -> None:
    text, tagging = tag("It rains a lot, {the Post|quoted} [Orla Venn as saying].")
    [found] = separate_relays(text, tagging.links)
    assert told(text, [found]) == [("Orla Venn", "saying", ["It rains a lot, "])]
    assert found.relay == tagging.links[0].source


def test_a_quotation_goes_on_after_the_paper_that_relays_it() -> None:
    text = "Orla Venn said it was “wet,” the Post reports. “We need rain.”"
    said, paper = at(text, "Orla Venn said it was “wet,”"), at(text, "the Post")
    link = AttributionLink(paper, at(text, "reports"), (said, at(text, "“We need rain.”")), 0.9, 0.9)
    assert told(text, separate_relays(text, [link]))[1] == ("Orla Venn", "said", ["it was “wet,”", "“We need rain.”"])


@pytest.mark.parametrize(
    ("marked", "who", "relay"),
    [
        ("{A pilot quoted by the Post|said} [it rains].", "A pilot", "the Post"),
        (
            "{The city|released this statement from} the mayor, Orla Venn: [“It rains.”]",
            "the mayor, Orla Venn",
            "The city",
        ),
    ],
)
def test_who_is_named_with_who_relays_speaks(marked: str, who: str, relay: str) -> None:
    text, tagging = tag(marked)
    [found] = separate_relays(text, tagging.links)
    assert found.source == at(text, who)
    assert found.relay == at(text, relay)


@pytest.mark.parametrize(
    ("words", "inner"),
    [
        ("that the mayor signalled it would rain", ("the mayor", "signalled", ["it would rain"])),
        ("that Tam Roe told her that it rained", ("Tam Roe", "told", ["it rained"])),
        ("that she told Tam Roe that it rained", None),
        ("that the city protested loudly", None),
        ("“Tam Roe denied that it rained”", None),
    ],
)
def test_what_somebody_says_that_another_said(words: str, inner: Said | None) -> None:
    text, tagging = tag(f"{{Orla Venn|said}} [{words}].")
    assert told(text, separate_relays(text, tagging.links))[1:] == ([inner] if inner else [])


def test_what_one_party_claims_that_another_agreed_to_is_not_the_other_s_statement() -> None:
    claimed = "{Orla Venn|said} [her counterpart had accepted that crews would wait]."
    assert [who for who, _, _ in parted(claimed)] == ["Orla Venn"]
    reported = "{Orla Venn|said} [Tam Roe insisted that crews would wait]."
    assert [who for who, _, _ in parted(reported)] == ["Orla Venn", "Tam Roe"]


def test_somebody_quoted_by_a_paper_speaks() -> None:
    [found] = parted("Officials quoted by {the Harbour Post|said} [there would be no strike].")
    assert found == ("Officials", "said", ["there would be no strike"])


def test_words_after_saying_are_the_subjects_although_a_paper_relays_them() -> None:
    marked = "Minister Venn was evasive, saying that [“there is a range of ships,”] {|according to} the Harbour Post."
    text, _ = tag(marked.replace("[", "").replace("]", "").replace("{|", "").replace("}", ""))
    link = AttributionLink(
        span := Span(text.index("the Harbour Post"), len(text) - 1),
        Span(text.index("according to"), text.index("according to") + len("according to")),
        (Span(text.index("“"), text.index("”") + 1),),
        0.9,
        0.9,
    )
    [found] = separate_relays(text, [link])
    assert (found.source, found.relay) == (None, span)
    assert told(text, [found])[0][1:] == ("saying", ["“there is a range of ships,”"])


def test_a_report_between_a_speaker_and_the_verb_relays() -> None:
    text, tagging = tag("One guest, according to {the Harbour Post|,} told us [that it rained].")
    cue = Span(text.index("told"), text.index("told us") + len("told"))
    [link] = tagging.links
    [found] = separate_relays(text, [AttributionLink(link.source, cue, link.content, 0.9, 0.9)])
    assert found.source is not None
    assert found.source.of(text) == "One guest"
    assert found.relay == link.source


def test_a_rank_does_not_end_what_is_quoted() -> None:
    assert parted("{The Post|quotes} [spokesman Col. Orla Venn as saying it rains].")[-1] == (
        "spokesman Col. Orla Venn",
        "saying",
        ["it rains"],
    )


def test_who_is_quoted_between_the_source_and_saying_speaks() -> None:
    text = "“It rains,” Orla Venn quoted Tam Roe as saying."
    relay = Span(text.index("Orla"), text.index(" quoted"))
    link = AttributionLink(
        relay, Span(len(text) - len("saying."), len(text) - 1), (Span(0, len("“It rains,”")),), 0.9, 0.9
    )
    [found] = separate_relays(text, [link])
    assert told(text, [found]) == [("Tam Roe", "saying", ["“It rains,”"])]
    assert found.relay == relay
