"""Quotations that continue from their subject, and take no cue of the next sentence.

Asked about the harbour, Dahl “explained the law.” She also said …
"""

import re
from collections.abc import Sequence

from bot.domain.text import Span
from bot.nlp.tagger.tagged_text import AttributionLink

_SIGNED = 0.9
_SUBJECT = re.compile(r"(?P<who>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}) (?=[“\"«][a-z])")
"""A name from which, with its verb, a quotation continues: Dahl “explained the law.”"""
_ENDED = re.compile(r"[.!?…][”\"»]?\s")


def attribute_quotations(text: str, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """``links`` in order of their cues, each quotation that continues from its subject without the cue after it."""
    return sorted((_of_its_subject(text, link) for link in links), key=lambda link: (link.cue or link.content[0]).start)


def _of_its_subject(text: str, link: AttributionLink) -> AttributionLink:
    """``link`` without a cue of a later sentence, if its words are a name and the quotation that continues from it."""
    [first, *more] = link.content
    subject = _SUBJECT.match(text, first.start, first.end)
    if link.cue is None or subject is None or more or not _ENDED.search(text, first.end - 2, link.cue.start):
        return link
    said = Span(subject.end(), first.end)
    return AttributionLink(
        Span(*subject.span("who")), None, (said,), max(link.score, _SIGNED), max(link.statement, _SIGNED)
    )
