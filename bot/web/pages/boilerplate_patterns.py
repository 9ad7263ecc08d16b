r"""Cues of boilerplate by class, as patterns; :mod:`bot.web.pages.boilerplate` weighs them with a line's shape and
links.

Written for lines of at most a few hundred characters. Blanks are escaped (verbose mode); case never matters, except in
"us", which a diplomatic bot must tell from "US".
"""

import re


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.VERBOSE)


_CHANNEL = r"""(?:facebook|twitter|instagram|telegram|whatsapp|linkedin|youtube|tiktok|reddit|threads|bluesky|mastodon
    |viber|wechat|weibo|vk|rss|google\ news|apple\ news|flipboard|spotify|podcasts?)"""
_THIS = r"""(?:this|our|the|these)\ (?:\w+\ ){0,2}?
    (?:story|stories|article|articles|post|page|piece|report|content|video|news|work)"""

# "Read more: a headline", "RELATED: a headline", "Lesen Sie auch: a headline"
ELSEWHERE = _pattern(
    r"""^\W*+(?:
      (?P<imperative>(?:read|see|watch|learn|view)\ (?:also|more|next)|also\ (?:read|see|watch)
        |(?:continue|keep)\ reading)
      | also\ on | more\ (?:on\ this|from|about|news|stories|like\ this) | latest\ (?:from|news|stories)
      | related | recommended | suggested | further\ reading | (?:watch|listen|read|see)(?=\s*[:|])
      | (?:you\ )?(?:may|might)\ also\ (?:like|be\ interested) | don['’]?t\ miss | in\ case\ you\ missed | icymi
      | (?:editor['’]?s['’]?|our)\ picks? | most\ (?:read|popular|viewed|shared) | trending | top\ stories | up\ next
      | what\ to\ read\ next | (?:previous|next)\ (?:article|post|story)
      | lesen\ sie\ auch | mehr\ zum\ thema | (?:à\ )?lire\ aussi | lea\ también | leer\ más | leggi\ anche
      | leia\ (?:também|mais) | читайте\ также | читать\ также | також\ читайте | czytaj\ także | zobacz\ też
    )\b(?P<colon>[^:|.,"“]{0,30}[:|])?"""
)
# The label alone, its headlines in lines of their own
LABEL = _pattern(
    r"""^\W*+(?:
      related(?:\ (?:articles?|stories|content|news|topics|links|coverage|video|posts?|reading))?
      | (?:recommended|suggested)(?:\ (?:for\ you|articles?|stories|reading|videos?))?
      | most\ (?:read|popular|viewed|shared) | latest\ (?:news|stories|headlines)
      | (?:read|see|watch|learn|find\ out|view)\ (?:more|also|next|all)
        (?:\ (?:here|below|on\ this|about\ this|news|stories))?
      | more\ (?:stories|news|on\ this(?:\ (?:topic|story))?|like\ this|from\ \S+(?:\ \S+){0,3})
      | trending(?:\ now)? | top\ stories | up\ next | editor['’]?s['’]?\ picks? | further\ reading
      | (?:continue|keep)\ reading | also\ on\ \S+ | what\ to\ read\ next | don['’]?t\ miss
      | you\ (?:may|might)\ also\ (?:like|be\ interested\ in)
      | (?:previous|next)\ (?:article|post|story) | back\ to\ (?:top|home\ ?page)
    )\W*$"""
)
# "Also on site.example A headline": a site's name in a headline's place sends the reader there
ALSO_ON_SITE = _pattern(
    r"^\W*+(?:also|more|read\ more|see\ also)\ (?:on|at|from)\ (?:the\ )?(?:[a-z0-9-]+\.)+[a-z]{2,}\b"
)

APPEAL = _pattern(
    rf"""^\W*+(?:
      if\ you\ (?:like|liked|love|loved|enjoy|enjoyed|found|find|appreciate|value|have\ found)\b.{{0,60}}
        \b(?:share|follow|subscribe|sign\ up|support|consider|tell|donate|join|leave|please)\b
      | (?:please\ |and\ )?(?:share|tweet|retweet|forward|print|e-?mail|bookmark|rate|comment\ on)
        \ (?:{_THIS}|it|this)\b
      | (?:please\ )?(?:follow|find|join|like|connect\ with|add|contact|support|write\ to|reach|email|message)
        \ (?-i:[Uu]s)\b
      | (?:please\ )?(?:follow|like|join|find|watch|subscribe\ to|sign\ up\ (?:for|to)|get|receive|download|install|try)
        \b.{{0,80}}\b(?:on\ {_CHANNEL}|newsletters?|mailing\ list|e-?mail\ (?:updates|alerts)|your\ (?:inbox|mailbox)
        |(?:our|the|free|mobile)\ (?:\w+\ )?app|(?:telegram|whatsapp|youtube|our)\ channel|podcast|notifications)\b
      | (?:please\ )?(?:subscribe|sign\ (?:up|in)|log\ in|register|donate|become\ a\ (?:\w+\ )?(?:member|subscriber))\b
        (?:\ (?:now|here|today|free|below)\b.*)?\W*$
      | (?:share|follow|join\ the\ (?:conversation|discussion))(?:\ (?:on|via|with|this|now)\b.*)?\W*$
      | (?:have|got)\ (?:a|any|an)\ (?:\w+\ )?(?:tip|story|question|opinion|comment|correction)s?\b
      | (?:do\ )?you\ have\ \d+\ (?:\w+\ )?articles?\ (?:left|remaining)
      | (?:support|help)\ (?:our|independent|quality|free)\ (?:\w+\ )?(?:journalism|reporting|media|newsroom|work)
      | (?:leave|post|add|write)\ (?:a|your)\ (?:comment|reply)
      | (?:view|show|read|see)\ (?:all\ |the\ )?(?:\d+\ )?comments
      | (?:click|tap)\ (?:here|on\ the|the\ (?:link|button|bell))
      | already\ (?:a|have\ an)\ (?:subscriber|member|account)
      | thank(?:s|\ you)\ for\ (?:reading|subscribing|signing\ up|your\ (?:support|subscription))
    )"""
)

_DATE_CUE = r"""(?:(?:first|last|originally)\ )?
    (?:published|updated|modified|posted|created|edited|issued|reviewed|date|time)(?:\ (?:time|date|on|at|by))*"""
_MONTH = r"""(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?
    |oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"""
_DATE_WORD = rf"""(?:{_DATE_CUE}|{_MONTH}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?
    |\d{{1,4}}(?:st|nd|rd|th|h|m|d|am|pm|hrs?|min)?|a\.?m\.?|p\.?m\.?|noon|midnight
    |gmt|utc|bst|cet|cest|e[sd]?t|p[sd]?t|msk|ist|z|an?|few|seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?
    |years?|ago|read(?:ing\ time)?|at|on|of|the|today|yesterday)"""
# Nothing but words and figures of dates: "5 May, 2031 09:26 / Updated 4 years ago"
_WHOLE_DATE_WORD = rf"(?>{_DATE_WORD}(?!\w))"  # atomic: "published on" is one word or two, never tried both ways
DATE_LINE = _pattern(rf"^\W*+{_WHOLE_DATE_WORD}(?:[\s,./|:•·–—()+-]++{_WHOLE_DATE_WORD})*+\W*+$")
DATE_POINT = _pattern(rf"\b(?:{_MONTH}\b|\d{{4}}\b|\d{{1,2}}[:.]\d{{2}}|ago\b|yesterday\b|today\b|min(?:ute)?s?\ read)")
DATE_CUE = _pattern(rf"^\W*+{_DATE_CUE}\b")

ADVERTISEMENT = _pattern(
    r"""^\W*+(?:
      ad(?:s|vert(?:isement|ising|s)?)? | ad\ feedback | sponsored(?:\ (?:content|post|by\ .{1,40}))?
      | paid\ (?:content|post) | promoted(?:\ content)?
      | (?:story|article|text|content)\ continues\ (?:below|after)(?:\ (?:the\ |this\ )?\w+)?
      | (?:skip|close|remove|hide)\ (?:this\ |the\ )?(?:ads?|advertisement) | scroll\ (?:down\ )?to\ continue.{0,30}
      | (?:loading|please\ wait) | this\ (?:ad|advertisement)\ .{1,60}
    )\W*$"""
)
CONSENT = _pattern(
    r"""\bwe(?:\ and\ our\ (?:\w+\ )?partners)?\ use\ (?:\w+\ ){0,3}cookies\b
      | \b(?:this|our)\ (?:web\ ?)?(?:site|page)s?\ (?:uses?|requires?)\ (?:\w+\ ){0,2}(?:cookies|javascript)\b
      | \bby\ (?:continuing|clicking|signing\ up|subscribing|using|browsing|registering|submitting|providing)\b
        .{0,120}\byou\ (?:agree|consent|accept|acknowledge)\b
      | ^\W*+(?:(?:accept|reject|manage|allow)\ (?:all\ )?cookies|cookie\ (?:policy|settings|preferences|notice)
        |privacy\ policy|terms\ (?:of\ (?:use|service)|and\ conditions))\W*$
      | \b(?:please\ )?(?:enable|turn\ on)\ (?:javascript|cookies)\b
      | \byour\ browser\ (?:does\ not|doesn['’]t|is\ not)\b
      | \bprotected\ by\ recaptcha\b | ^\W*+to\ (?:view|see|watch|play)\ this\ (?:content|video|post)\b"""
)
RIGHTS = _pattern(
    r"""^\W*(?:©|\(c\)\ |copyright\s*(?:©|\(c\)|\d{4}|by\b)) | \ball\ rights\ reserved\b
      | ©\s*(?:[^.!?©]|(?<=\b\w)\.){2,80}$
      | \b(?:may|must)\ not\ be\ (?:published|reproduced|copied|broadcast|rewritten|redistributed)\b
      | ^\W*(?:(?:file|archive|stock)\ )?(?:photos?|images?|pictures?|illustration|graphic)\ ?
        (?:(?:credits?|source|by|courtesy)\b[^.]{0,80}|[:/]\s*[^.]{2,60})$
      | ^\W*(?:getty\ images|reuters\ pictures|ap\ photo)\b[^.]{0,60}$"""
)
DISCLAIMER = _pattern(
    r"""\b(?:views?|opinions?|statements?)\b.{0,120}\b(?:do|does|are|is)\ (?:not|solely)\b.{0,80}
      \b(?:reflect|represent|those\ of\ the\ (?:author|writer)|the\ (?:author|writer)['’]s)"""
)

_CONTROL_WORD = rf"""(?:share|print|e-?mail|comments?|save|copy(?:\ link)?|link|like|tweet|pin|send|menu|search|home
    |close|open|play|pause|next|previous|more|subscribe|sign\ (?:in|up)|log\ ?in|register|listen|{_CHANNEL}|x
    |(?:font|text)\ size|\d+)"""
_WHOLE_CONTROL = rf"(?>{_CONTROL_WORD}(?!\w))"  # atomic, as above: "copy link"
CONTROL = _pattern(rf"^\W*+(?=.*[a-z]){_WHOLE_CONTROL}(?:[\s,/|•·]++{_WHOLE_CONTROL})*+[^\w.]*+$")

_HOVER_CARD = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]{2,30}) (?:[A-Z][\w.’'-]{0,30} ){1,4}(?P=name)(?=[A-Z0-9])"
    r"(?=[^\n]{0,500}?(?<![\w’'-])[a-z])[^\n]{5,500}? MORE\b"
)
"""What opens over a person's name: the full name, headlines about the person without a space before them, "MORE"."""


def remove_hover_cards(text: str) -> str:
    """``text`` without the cards of some sites that open over a person's name, which a copy has in its sentences."""
    return _HOVER_CARD.sub(r"\g<name>", text)
