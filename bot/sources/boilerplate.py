"""Lines of a page that are not the article: what to read next, share, sign up for, accept; dates; credits; notices.

A line is boilerplate by its shape and the class of its cue, never by the site it comes from: it is short, it speaks to
the reader or about the page, or it is a headline that is one link. Words in quotation marks are never touched by a
cue alone: a removed quotation is worse than an advertisement that stays.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum

from lxml.html import HtmlElement

LONGEST = 320  # characters; longer lines are prose, or notices that are told by their wording alone


class Boilerplate(StrEnum):
    """Why a line is not part of the article."""

    ELSEWHERE = "points to another article"
    APPEAL = "asks the reader to share, follow, sign up or pay"
    DATE = "says when the page was published or changed"
    ADVERTISEMENT = "marks an advertisement"
    CONSENT = "asks for consent"
    RIGHTS = "claims rights or gives a picture's credit"
    DISCLAIMER = "disclaims the author's opinions"
    CONTROL = "labels a control of the page"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.VERBOSE)


_QUOTED = re.compile("[\"“”„«»]|(?<!\\w)['‘].+['’](?!\\w)")
_SENTENCE_END = re.compile("[.!?…][\"”’'»)\\]]*$")

# "Read more: a headline", "RELATED: …", "Lesen Sie auch: …"
_ELSEWHERE = _pattern(
    r"""^\W*(?:
      (?P<imperative>(?:read|see|watch|learn|view)\ (?:also|more|next)|also\ (?:read|see|watch)|continue\ reading|keep\ reading)
      | also\ on | more\ (?:on\ this|from|about|news|stories|like\ this) | latest\ (?:from|news|stories)
      | related | recommended | suggested | further\ reading | (?:watch|listen|read|see)(?=\s*[:|])
      | (?:you\ )?(?:may|might)\ also\ (?:like|be\ interested) | don['’]?t\ miss | in\ case\ you\ missed | icymi
      | (?:editor['’]?s['’]?|our)\ picks? | most\ (?:read|popular|viewed|shared) | trending | top\ stories | up\ next
      | what\ to\ read\ next | (?:previous|next)\ (?:article|post|story)
      | lesen\ sie\ auch | mehr\ zum\ thema | (?:à\ )?lire\ aussi | lea\ también | leer\ más | leggi\ anche
      | leia\ (?:também|mais) | читайте\ также | читать\ также | також\ читайте | czytaj\ także | zobacz\ też
    )\b(?P<colon>[^:|.,"“]{0,30}[:|])?"""
)
_LABEL = _pattern(
    r"""^\W*(?:
      related(?:\ (?:articles?|stories|content|news|topics|links|coverage|video|posts?|reading))?
      | (?:recommended|suggested)(?:\ (?:for\ you|articles?|stories|reading|videos?))? | most\ (?:read|popular|viewed|shared)
      | (?:read|see|watch|learn|find\ out|view)\ (?:more|also|next|all)(?:\ (?:here|below|on\ this|about\ this|news|stories))?
      | more\ (?:stories|news|on\ this(?:\ (?:topic|story))?|like\ this|from\ \S+(?:\ \S+){0,3}) | latest\ (?:news|stories|headlines)
      | trending(?:\ now)? | top\ stories | up\ next | editor['’]?s['’]?\ picks? | further\ reading | (?:continue|keep)\ reading
      | also\ on\ \S+ | what\ to\ read\ next | you\ (?:may|might)\ also\ (?:like|be\ interested\ in) | don['’]?t\ miss
      | (?:previous|next)\ (?:article|post|story) | back\ to\ (?:top|home\ ?page)
    )\W*$"""
)
_SITE = r"(?:[a-z0-9-]+\.)+[a-z]{2,}"
_ALSO_ON_SITE = _pattern(rf"^\W*(?:also|more|read\ more|see\ also)\ (?:on|at|from)\ (?:the\ )?{_SITE}\b")

_CHANNEL = r"""(?:facebook|twitter|instagram|telegram|whatsapp|linkedin|youtube|tiktok|reddit|threads|bluesky|mastodon
      |viber|wechat|weibo|vk|rss|google\ news|apple\ news|flipboard|spotify|podcasts?)"""
_THIS = r"(?:this|our|the|these)\ (?:\w+\ ){0,2}?(?:story|stories|article|articles|post|page|piece|report|content|video|news|work)"
_APPEAL = _pattern(
    rf"""^\W*(?:
      if\ you\ (?:like|liked|love|loved|enjoy|enjoyed|found|find|appreciate|value|have\ found)\b.{{0,60}}
        \b(?:share|follow|subscribe|sign\ up|support|consider|tell|donate|join|leave|please)\b
      | (?:please\ |and\ )?(?:share|tweet|retweet|forward|print|e-?mail|bookmark|rate|comment\ on)\ (?:{_THIS}|it|this)\b
      | (?:please\ )?(?:follow|find|join|like|connect\ with|add|contact|support|write\ to|reach|email|message)\ (?-i:[Uu]s)\b
      | (?:please\ )?(?:follow|like|join|find|watch|subscribe\ to|sign\ up\ (?:for|to)|get|receive|download|install|try)
        \b.{{0,80}}\b(?:on\ {_CHANNEL}|newsletters?|mailing\ list|e-?mail\ (?:updates|alerts)|(?:to\ )?your\ (?:inbox|mailbox)
        |(?:our|the|free|mobile)\ (?:\w+\ )?app|(?:telegram|whatsapp|youtube|our)\ channel|podcast|alerts|notifications)\b
      | (?:please\ )?(?:subscribe|sign\ up|sign\ in|log\ in|register|donate|become\ a\ (?:\w+\ )?(?:member|subscriber|patron))\b
        (?:\ (?:now|here|today|free|below|to|for|with)\b.*)?\W*$
      | (?:share|follow|join\ the\ (?:conversation|discussion))(?:\ (?:on|via|with|this|now)\b.*)?\W*$
      | (?:have|got)\ (?:a|any|an)\ (?:\w+\ )?(?:tip|story|question|opinion|comment|correction)s?\b
      | (?:do\ )?you\ have\ \d+\ (?:\w+\ )?articles?\ (?:left|remaining)
      | (?:support|help)\ (?:our|independent|quality|free)\ (?:\w+\ )?(?:journalism|reporting|media|newsroom|work)
      | (?:leave|post|add|write)\ (?:a|your)\ (?:comment|reply) | (?:view|show|read|see)\ (?:all\ |the\ )?(?:\d+\ )?comments
      | (?:click|tap)\ (?:here|on\ the|the\ (?:link|button|bell)) | already\ (?:a|have\ an)\ (?:subscriber|member|account)
      | thank(?:s|\ you)\ for\ (?:reading|subscribing|signing\ up|your\ (?:support|subscription))
    )"""
)

_DATE_CUE = r"""(?:(?:first|last|originally)\ )?(?:published|updated|modified|posted|created|edited|issued|reviewed|date|time)
      (?:\ (?:time|date|on|at|by))*"""
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DATE_WORD = rf"""(?:{_DATE_CUE}|{_MONTH}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?
      |\d{{1,4}}(?:st|nd|rd|th|h|m|d|am|pm|hrs?|min)?|a\.?m\.?|p\.?m\.?|noon|midnight|gmt|utc|bst|cet|cest|e[sd]?t|p[sd]?t|msk|ist|z
      |an?|few|seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|ago|read(?:ing\ time)?|ist|at|on|of|the|today|yesterday)"""
_DATE_LINE = _pattern(rf"^[^\w]*{_DATE_WORD}(?:[\s,./:|•·–—()+-]+{_DATE_WORD})*[^\w]*$")
_HAS_DATE = _pattern(rf"\b(?:{_MONTH}\b|\d{{4}}\b|\d{{1,2}}[:.]\d{{2}}|ago\b|yesterday\b|today\b|min(?:ute)?s?\ read)")
_DATE_CUED = _pattern(rf"^\W*{_DATE_CUE}\b")

_ADVERTISEMENT = _pattern(
    r"""^\W*(?:
      ad(?:s|vert(?:isement|ising|s)?)? | ad\ feedback | sponsored(?:\ (?:content|post|by\ .{1,40}))? | paid\ (?:content|post)
      | promoted(?:\ content)? | (?:story|article|text|content)\ continues\ (?:below|after)(?:\ (?:the\ |this\ )?\w+)?
      | (?:skip|close|remove|hide)\ (?:this\ |the\ )?(?:ads?|advertisement) | scroll\ (?:down\ )?to\ continue.{0,30}
      | (?:loading|please\ wait) | this\ (?:ad|advertisement)\ .{1,60}
    )\W*$"""
)
_CONSENT = _pattern(
    r"""\bwe(?:\ and\ our\ (?:\w+\ )?partners)?\ use\ (?:\w+\ ){0,3}cookies\b
      | \b(?:this|our)\ (?:web\ ?)?(?:site|page)s?\ (?:uses?|requires?)\ (?:\w+\ ){0,2}(?:cookies|javascript)\b
      | \bby\ (?:continuing|clicking|signing\ up|subscribing|using|browsing|registering|submitting|providing)\b.{0,120}
        \byou\ (?:agree|consent|accept|acknowledge)\b
      | ^\W*(?:(?:accept|reject|manage|allow)\ (?:all\ )?cookies|cookie\ (?:policy|settings|preferences|notice)|privacy\ policy
        |terms\ (?:of\ (?:use|service)|and\ conditions))\W*$
      | \b(?:please\ )?(?:enable|turn\ on)\ (?:javascript|cookies)\b | \byour\ browser\ (?:does\ not|doesn['’]t|is\ not)\b
      | \bprotected\ by\ recaptcha\b | ^\W*to\ (?:view|see|watch|play)\ this\ (?:content|video|post)\b"""
)
_RIGHTS = _pattern(
    r"""^\W*(?:©|\(c\)\ |copyright\s*(?:©|\(c\)|\d{4}|by\b)) | \ball\ rights\ reserved\b | ©\s*[^.!?]{2,80}$
      | \b(?:may|must)\ not\ be\ (?:published|reproduced|copied|broadcast|rewritten|redistributed)\b
      | ^\W*(?:(?:file|archive|stock)\ )?(?:photos?|images?|pictures?|illustration|graphic|video)\ ?(?:(?:credits?|source|by|courtesy)\b[^.]{0,80}|[:/]\s*[^.]{2,60})$
      | ^\W*(?:getty\ images|reuters\ pictures|ap\ photo)\b[^.]{0,60}$"""
)
_DISCLAIMER = _pattern(
    r"""\b(?:views?|opinions?|statements?)\b.{0,120}\b(?:do|does|are|is)\ (?:not|solely)\b.{0,80}
      \b(?:reflect|represent|those\ of\ the\ (?:author|writer)|the\ (?:author|writer)['’]s)"""
)
_CONTROL_WORD = rf"""(?:share|print|e-?mail|comments?|save|copy(?:\ link)?|link|like|tweet|pin|send|menu|search|home|close|open|play|pause
      |next|previous|more|subscribe|sign\ (?:in|up)|log\ ?in|register|listen|{_CHANNEL}|x|font\ size|text\ size|\d+)"""
_CONTROL = _pattern(rf"^\W*(?!\d+\W*$){_CONTROL_WORD}(?:[\s,/|•·]+{_CONTROL_WORD})*\W*$")

_CUES = (
    (Boilerplate.ADVERTISEMENT, _ADVERTISEMENT),
    (Boilerplate.APPEAL, _APPEAL),
    (Boilerplate.CONSENT, _CONSENT),
    (Boilerplate.RIGHTS, _RIGHTS),
    (Boilerplate.CONTROL, _CONTROL),
)
_EDGE = 3  # lines from either end
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "aside",
        "blockquote",
        "figcaption",
        "dd",
        "dt",
        "body",
    ]
)


def find_boilerplate(line: str, *, linked: bool = False, edge: bool = False) -> Boilerplate | None:
    """Why ``line`` is no part of an article, None if it may be one.

    ``linked``: the page made (nearly) all of it one link. ``edge``: it stands among the first or last lines.
    """
    quoted = _QUOTED.search(line) is not None
    if len(line) <= 2 * LONGEST and not quoted and _DISCLAIMER.search(line):
        return Boilerplate.DISCLAIMER
    if len(line) > LONGEST:
        return None
    if _is_elsewhere(line, linked=linked, quoted=quoted):
        return Boilerplate.ELSEWHERE
    if quoted:
        return None
    if _DATE_LINE.match(line) and _HAS_DATE.search(line) and (edge or _DATE_CUED.match(line)):
        return Boilerplate.DATE
    return next((why for why, pattern in _CUES if pattern.search(line)), None)


def remove_boilerplate(paragraphs: Sequence[str], linked: AbstractSet[str] = frozenset()) -> list[str]:
    """``paragraphs`` without those that are boilerplate. ``linked`` is what :func:`find_linked_lines` gave."""
    last = len(paragraphs) - _EDGE
    return [
        line
        for i, line in enumerate(paragraphs)
        if not find_boilerplate(line, linked=line_key(line) in linked, edge=i < _EDGE or i >= last)
    ]


def find_linked_lines(tree: HtmlElement) -> frozenset[str]:
    """Keys (:func:`line_key`) of a page's short lines that are one link, but for a label such as "Read more:" before it."""
    linked: set[str] = set()
    for block in dict.fromkeys(map(_find_block, tree.iter("a"))):
        text = _short_text(block)
        links = [_short_text(link) for link in block.iter("a")] if text else []
        if len(links) != 1 or not links[0]:
            continue
        rest = text.replace(links[0], " ", 1)
        if not line_key(rest) or _LABEL.match(rest) or _ALSO_ON_SITE.match(rest):
            linked |= {line_key(text), line_key(links[0])}
    return frozenset(linked)


def line_key(line: str) -> str:
    """The letters and digits of ``line``, by which a line is known again after extraction has changed its spaces."""
    return "".join(filter(str.isalnum, line)).casefold()


def _is_elsewhere(line: str, *, linked: bool, quoted: bool) -> bool:
    """Whether a line sends the reader to another article."""
    headline = not _SENTENCE_END.search(line)
    if _ALSO_ON_SITE.match(line) and (linked or headline):
        return True
    cue = _ELSEWHERE.match(line)
    if cue and (linked or cue["colon"]):
        return True
    if quoted:
        return False
    return bool((linked and headline) or _LABEL.match(line) or (cue and cue["imperative"] and headline))


def _find_block(link: HtmlElement) -> HtmlElement:
    """The nearest block around a link; inline markup may stand between."""
    return next((parent for parent in link.iterancestors() if parent.tag in _BLOCKS), link)


def _short_text(element: HtmlElement) -> str:
    """The text inside ``element`` with single spaces, "" if it is longer than a line: reading stops there."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        length += len(piece.strip())
        if length > LONGEST:
            return ""
        pieces.append(piece)
    return " ".join("".join(pieces).split())
