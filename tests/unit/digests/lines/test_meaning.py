"""Meaning is never turned round: negated, conditional, passive and nested sentences, and what a line says of them.

Each is marked as in :mod:`tests.unit.digests.lines.marked`; beside it stands the line, "" where none may be printed.
"""

from dataclasses import replace

import pytest

from bot.digests.lines.choice import compose_lines
from bot.digests.lines.page import Page
from bot.digests.lines.wording import find_wordings
from bot.domain.attribution import Act
from tests.unit.digests.lines.marked import read_marked

SENTENCES = [
    (
        "{Oslo} [had not announced] <any plans to remove the troops>.",
        "had not announced any plans to remove the troops",
    ),
    (
        "{Oslo} had not [announced] <any plans to remove the troops>.",
        "had not announced any plans to remove the troops",
    ),
    (
        "{Orla Venn} did not [say] <whether the port would reopen this year>.",
        "did not say whether the port would reopen this year",
    ),
    (
        "{Orla Venn} [didn't confirm] <that the envoy had been recalled>.",
        "didn't confirm that the envoy had been recalled",
    ),
    (
        "{Orla Venn} never [promised] <that the treaty would be signed in May>.",
        "never promised that the treaty would be signed in May",
    ),
    (
        "{Orla Venn} has yet to [confirm] <the date of the next round of talks>.",
        "has yet to confirm the date of the next round of talks",
    ),
    (
        "{Orla Venn} refused to [say] <whether Iceland had been consulted on the embargo>.",
        "refused to say whether Iceland had been consulted on the embargo",
    ),
    (
        "{Orla Venn} declined to [confirm] <reports that the harbour had been mined>.",
        "declined to confirm reports that the harbour had been mined",
    ),
    (
        "{Orla Venn} stopped short of [calling] <the seizure an act of war>.",
        "stopped short of calling the seizure an act of war",
    ),
    (
        "{Orla Venn} no longer [insists] <that the islands be handed back first>.",
        "no longer insists that the islands be handed back first",
    ),
    (
        "{Orla Venn} would not name the buyers, but [maintained] <that the harbour had been sold for good>.",
        "maintained that the harbour had been sold for good",
    ),
    ("{Orla Venn} had never in all the years since the war [announced] <that the harbour was for sale>.", ""),
    ("{Neither Oslo nor Bergen} [has confirmed] <that the pipeline was damaged>.", ""),
    ("{No minister} [said] <that the border would be closed to lorries>.", ""),
    ("{Nobody in the cabinet} [expects] <the talks to resume before spring>.", ""),
    ("{Few officials} [believe] <that the truce will hold through the winter>.", ""),
    (
        "{Orla Venn} [denied] <that Norway had sent arms to the rebels>.",
        "denied that Norway had sent arms to the rebels",
    ),
    (
        "{Orla Venn} has repeatedly [denied] <any part in the attack on the depot>.",
        "has repeatedly denied any part in the attack on the depot",
    ),
    (
        "{Orla Venn} did not [deny] <that Norway had sent arms to the rebels>.",
        "did not deny that Norway had sent arms to the rebels",
    ),
    ("{Orla Venn} [rejected] <claims that the vote had been rigged>.", "rejected claims that the vote had been rigged"),
    (
        "{Orla Venn} did not [rule out] <sending more ships to the strait>.",
        "did not rule out sending more ships to the strait",
    ),
    (
        "{Orla Venn} [ruled out] <any talks on the status of the islands>.",
        "ruled out any talks on the status of the islands",
    ),
    ("<Norway had paid for the raid>, which {Orla Venn} [denied].", ""),
    ("<The harbour was shut by Iceland>, a charge that {Orla Venn} [rejected].", ""),
    (
        "{Orla Venn} could not [say] <how many sailors had been taken off the ship>.",
        "could not say how many sailors had been taken off the ship",
    ),
    (
        "{Orla Venn} would not [comment on] <the arrest of the two captains>.",
        "would not comment on the arrest of the two captains",
    ),
    (
        "{Orla Venn} cannot [accept] <a deal that leaves the islands out>.",
        "cannot accept a deal that leaves the islands out",
    ),
    ("{Orla Venn} [would welcome] <a new round of talks in Geneva>.", "would welcome a new round of talks in Geneva"),
    (
        "{Orla Venn} [might announce] <the closure of both consulates on Friday>.",
        "might announce the closure of both consulates on Friday",
    ),
    ("If asked, {Orla Venn} [would confirm] <the order to sail north>.", "would confirm the order to sail north"),
    (
        "{Orla Venn} [said] <Norway would lift the embargo> if Iceland withdrew its fleet.",
        "said Norway would lift the embargo if Iceland withdrew its fleet",
    ),
    (
        "{Orla Venn} [said] <Norway would not sign> unless the text was changed.",
        "said Norway would not sign unless the text was changed",
    ),
    (
        "If Iceland withdraws, <Norway will lift the embargo>, {Orla Venn} [said].",
        "If Iceland withdraws, Norway will lift the embargo",
    ),
    (
        "Unless the text is changed, <Norway will not sign the accord>, {Orla Venn} [warned].",
        "Unless the text is changed, Norway will not sign the accord",
    ),
    (
        "{Orla Venn} [threatened] <to close the strait> unless the sanctions were lifted.",
        "threatened to close the strait unless the sanctions were lifted",
    ),
    (
        "{Orla Venn} [promised] <to send grain to the south> provided that the truce held.",
        "promised to send grain to the south provided that the truce held",
    ),
    (
        "{Orla Venn} [said] <if the fleet sails, Norway will answer in kind>.",
        "said if the fleet sails, Norway will answer in kind",
    ),
    (
        "{Orla Venn} was ready to [announce] <a pause in the exercises near the border>.",
        "was ready to announce a pause in the exercises near the border",
    ),
    (
        "{Orla Venn} was expected to [propose] <a ban on fishing in the northern strait>.",
        "was expected to propose a ban on fishing in the northern strait",
    ),
    (
        "{Orla Venn} plans to [ask] <the court to rule on the maritime border>.",
        "plans to ask the court to rule on the maritime border",
    ),
    (
        "{Orla Venn} threatened to [call] <a vote on leaving the alliance>.",
        "threatened to call a vote on leaving the alliance",
    ),
    (
        "{Orla Venn} agreed to [urge] <the council to send observers to the strait>.",
        "agreed to urge the council to send observers to the strait",
    ),
    ("<The attack on the embassy in Bergen> [was condemned by] {Orla Venn}.", ""),
    ("<Iceland's new rules on fishing> [were rejected by] {Orla Venn} on Monday.", ""),
    ("<The claim that the ship was armed> [was denied by] {Orla Venn}.", ""),
    ("<The islands> [have been claimed by] {Orla Venn} for years.", ""),
    (
        "It [was announced by] {Orla Venn} that <the talks would move to Geneva in May>.",
        "the talks would move to Geneva in May",
    ),
    ("The dam, which {Orla Venn} [blamed on] <negligence in the capital>, broke in March.", ""),
    ("The ship, which {Orla Venn} [called] <a floating arsenal>, left on Friday.", ""),
    ("What {Orla Venn} [described as] <a routine exercise> alarmed the neighbours.", ""),
    (
        "{Orla Venn} [said] <that Iceland did not deny the raid on the port>.",
        "said that Iceland did not deny the raid on the port",
    ),
    (
        "{Orla Venn} [said] <Iceland had refused to release the two captains>.",
        "said Iceland had refused to release the two captains",
    ),
    (
        "{Orla Venn} [noted] <the minister's statement that nobody had been hurt in the raid>.",
        "noted the minister's statement that nobody had been hurt in the raid",
    ),
    ("{Orla Venn} [denied] <saying that the treaty was dead>.", "denied saying that the treaty was dead"),
    (
        "{Orla Venn} [rejected] <a report that Norway would not sell gas to Iceland>.",
        "rejected a report that Norway would not sell gas to Iceland",
    ),
    (
        "{Orla Venn} [said] <it was not true that the crew had been held against its will>.",
        "said it was not true that the crew had been held against its will",
    ),
    (
        "[According to] {Orla Venn}, <the fleet did not leave its base in October>.",
        "the fleet did not leave its base in October",
    ),
    ("<The fleet never left its base>, {Orla Venn} [said].", "The fleet never left its base"),
    (
        "<“We will not sign a text that we have not read,”> {Orla Venn} [said].",
        "“We will not sign a text that we have not read,”",
    ),
    ("{Orla Venn} [called] <the seizure “not an act of friends.”>", "called the seizure “not an act of friends.”"),
    ("{Orla Venn} did not [call] <the seizure “an act of war.”>", "did not call the seizure “an act of war.”"),
    (
        "{Orla Venn} [urged] <Iceland not to send its fleet to the strait>.",
        "urged Iceland not to send its fleet to the strait",
    ),
    (
        "{Orla Venn} did not [urge] <Iceland to send its fleet to the strait>.",
        "did not urge Iceland to send its fleet to the strait",
    ),
    (
        "{Orla Venn} [warned against] <closing the strait to foreign ships>.",
        "warned against closing the strait to foreign ships",
    ),
    (
        "{Orla Venn} [accused] <Iceland of not honouring the accord on fishing>.",
        "accused Iceland of not honouring the accord on fishing",
    ),
    (
        "{Orla Venn} has never [accused] <Iceland of breaking the accord on fishing>.",
        "has never accused Iceland of breaking the accord on fishing",
    ),
    (
        "{Orla Venn} [agreed] <not to raise the status of the islands this year>.",
        "agreed not to raise the status of the islands this year",
    ),
    (
        "{Orla Venn} also [said] <that no ship would be stopped in the strait>.",
        "said that no ship would be stopped in the strait",
    ),
    (
        "{Orla Venn} hardly ever [mentions] <the treaty that her party once wrote>.",
        "hardly ever mentions the treaty that her party once wrote",
    ),
    (
        "Without naming Iceland, {Orla Venn} [criticised] <those who close the sea to their neighbours>.",
        "criticised those who close the sea to their neighbours",
    ),
    (
        "{Orla Venn}, who did not attend, [said] <the meeting had changed nothing for the islands>.",
        "said the meeting had changed nothing for the islands",
    ),
    (
        "{Orla Venn} failed to [convince] <the council that the raid was lawful>.",
        "failed to convince the council that the raid was lawful",
    ),
    (
        "{Orla Venn} had not, as of Friday, [announced] <any plans to withdraw the envoys>.",
        "had not, as of Friday, announced any plans to withdraw the envoys",
    ),
    (
        "{Orla Venn} [stopped short of calling] <the raid an act of war>.",
        "stopped short of calling the raid an act of war",
    ),
    (
        "{Orla Venn} [has yet to respond to] <the allegation that she lied to parliament>.",
        "has yet to respond to the allegation that she lied to parliament",
    ),
    ("If Iceland pays, {Orla Venn} [said], <Norway will open the harbour>.", ""),
    ("It is not true, {Orla Venn} [said], <that Norway armed the rebels>.", ""),
    ("Not once did {Orla Venn} [mention] <the missing fishermen in her speech>.", ""),
    ("Rather than [condemn] <the raid on the village>, {Orla Venn} praised the soldiers.", ""),
]


@pytest.mark.parametrize(("marked", "line"), SENTENCES)
def test_a_line_never_turns_its_sentence_round(marked: str, line: str) -> None:
    reading = read_marked(marked)
    lines = compose_lines(reading)
    assert " … ".join(piece.of(reading.article.text) for one in lines for piece in one.pieces) == line


def test_there_are_sixty_sentences_at_least() -> None:
    assert len({marked for marked, _ in SENTENCES}) >= 60


WORDED = [
    # only supposed to have been said
    ("{Oslo} [will have noted] <that the treaty was signed>.", ""),
    ("{The minutes} [revealed] <how ill-equipped the ships were>.", "revealed how ill-equipped the ships were"),
    ("{Oslo} [could not say] <that the treaty was signed>.", "could not say that the treaty was signed"),
    ("{Oslo} [may have promised] <to sign the treaty>.", ""),
    ("{Oslo} [has to accept] <that the treaty was signed>.", ""),
    ("{Sailors} [should be aware] <that the treaty was signed>.", ""),
    ("{Oslo} [could not confirm] <that the treaty was signed>.", "could not confirm that the treaty was signed"),
    # a negation that commas part from its verb
    (
        "{Oslo} had not, as of yesterday, [announced] <any plans to withdraw the envoys>.",
        "had not, as of yesterday, announced any plans to withdraw the envoys",
    ),
    (
        "{Oslo} has not, a month later, yet [announced] <any plans to withdraw the envoys>.",
        "has not, a month later, yet announced any plans to withdraw the envoys",
    ),
    (
        "{Oslo} had never in any of the many long years since the war [announced] <any plans to withdraw the envoys>.",
        "",
    ),
    # a relative clause ends before the main one
    (
        "Venn, {who} [rarely comments on] <his brother's fleet>, issued a statement that called the raid “a mistake”.",
        "rarely comments on his brother's fleet",
    ),
    # another subject begins to speak
    (
        "{Oslo} [said] <it had sent inspectors to the port>, while the minister of Bergen said he would stop them.",
        "said it had sent inspectors to the port",
    ),
    (
        "{Oslo} [said] <it had sent inspectors to the port> and later told reporters that two had returned.",
        "said it had sent inspectors to the port and later told reporters that two had returned",
    ),
    # an infinitive or a name for something needs its verb
    (
        "{Oslo} [vowed on Thursday] <not to allow another raid on the port>.",
        "vowed on Thursday not to allow another raid on the port",
    ),
    ("{Oslo} [also sought] <to ease the tensions over the port>.", "sought to ease the tensions over the port"),
    (
        "{Oslo} [is trying to push back] on <a stream of bad news from the port>.",
        "is trying to push back on a stream of bad news from the port",
    ),
    ("{Orla Venn} [called] <the launch of the fleet a “challenge”>.", "called the launch of the fleet a “challenge”"),
    # words before the statement belong to it
    (
        "He urged <Bergen to sign the treaty at once>, {a spokesman} [said].",
        "He urged Bergen to sign the treaty at once",
    ),
    ("<But> <the sanctions on the port would remain>, {Oslo} [said].", "the sanctions on the port would remain"),
    # neither cut within a clause nor ended by a word that goes on
    (
        "{Oslo} [says] <the port is a zone that nobody may enter, which> Bergen denies.",
        "says the port is a zone that nobody may enter, which Bergen denies",
    ),
    (
        "{Oslo} [called] <the treaty a bad deal for the U.S>. It will be signed.",
        "called the treaty a bad deal for the U.S.",
    ),
    # a caption before the article
    (
        "Image caption Venn says <there could be peace\n\nOslo will help to rebuild the port>, {Orla Venn} [has said].",
        "Oslo will help to rebuild the port",
    ),
    # a clause reads on from a name without the participle before it; what was promised does not
    ("The envoy left, {Oslo} [saying] <the port would stay open all year>.", "the port would stay open all year"),
    ("The envoy left, {Oslo} [promising] <an end to the blockade>.", "promising an end to the blockade"),
    # what somebody would have said
    ("If {Orla Venn} had come back and [said] <that Bergen paid the fleet>, Oslo would have sued.", ""),
    ("Nothing suggests that {Orla Venn} [said] <that Bergen paid the fleet>.", ""),
    ("It is unclear whether {Orla Venn} [said] <that Bergen paid the fleet>.", ""),
    ("There is no record of {Orla Venn} [saying] <that Bergen paid the fleet>.", ""),
    ("Were {Orla Venn} to [say] <that Bergen paid the fleet>, Oslo would sue.", ""),
    (
        "{Orla Venn} [withdrew her statement] that <Bergen had paid the fleet>.",
        "withdrew her statement that Bergen had paid the fleet",
    ),
    ("Asked whether Oslo would pay {Orla Venn} [said] <the port stays open>.", "said the port stays open"),
    # marks of two kinds belong together
    ('{Orla Venn} [said]: <“The northern port stays open.">', 'said: “The northern port stays open."'),
    # behind a noun the reporter goes on
    (
        "{Oslo}’s [assertion] that <the fleet has a legal right to the harbour> – and the fee – hinder the talks.",
        "the fleet has a legal right to the harbour",
    ),
    # what no line ends with
    (
        "{Oslo} [said] <it never promised to open the port, instead> it sold it.",
        "said it never promised to open the port, instead it sold it",
    ),
    # several speak, one is named
    ("{The mayor of Bergen and Orla Venn} [have said] <that the port is open>.", "said that the port is open"),
]
"""Forms seen in news: each with what its line says; empty where it is no line."""


LONG = (
    "the northern port, its two piers, the customs house, the old lighthouse and every warehouse that the fleet had "
    "used since the war between the two kingdoms ended in the spring of that long and very hard year in the islands"
)


@pytest.mark.parametrize(
    "rest",
    ["as long as Bergen paid", "on condition that Bergen paid", "but only after Bergen paid", "should Bergen pay"],
)
def test_no_line_ends_before_its_condition(rest: str) -> None:
    reading = read_marked(f"{{Oslo}} [said] <that it would hand over {LONG}, {rest}>.")
    shown = [piece.of(reading.article.text) for one in compose_lines(reading) for piece in one.pieces]
    assert len(shown) == 1
    assert rest in shown[0]


def test_no_line_ends_before_the_verb_of_its_clause() -> None:
    reading = read_marked(f"{{Oslo}} [said] <that the claim that it had sold {LONG}, was a lie>.")
    shown = [piece.of(reading.article.text) for one in compose_lines(reading) for piece in one.pieces]
    assert [words[-3:] for words in shown] == ["lie"]


@pytest.mark.parametrize(("marked", "line"), WORDED)
def test_a_line_is_the_clause_that_was_said(marked: str, line: str) -> None:
    reading = read_marked(marked)
    shown = [" … ".join(piece.of(reading.article.text) for piece in one.pieces) for one in compose_lines(reading)]
    assert shown == ([line] if line else [])


def test_no_line_begins_with_a_participle_of_feeling() -> None:
    reading = read_marked("The treaty may suit {sailors} [hoping] <that the ships will sail>.")
    one = replace(reading.analysis.attributions[0], act=Act.ATTITUDE)
    assert not find_wordings(Page(reading), one)
