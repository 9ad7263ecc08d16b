"""An article in which everything that can be a string tries to be more."""

from datetime import UTC, datetime

from bot.domain.article import Outlet
from bot.domain.attribution import Kind, Speaker
from tests.unit.export.invented import reading, said

STRIKE = "globalThis.struck=true"
TAGS = f"<script>{STRIKE}</script><img src=x onerror={STRIKE}>"
BREAKOUT = f"\"' onmouseover={STRIKE} x='\"></a></script><svg onload={STRIKE}>"
TEXT = (
    f"Minister {TAGS} Brod said {BREAKOUT} the bridge stays. {{{{ 7*7 }}}} {{% raise %}} said Pell. "
    "الوزير قال إن الجسر مفتوح اليوم. ]]> --> */ \\u003cscript\\u003e"
)
HOSTILE = reading(
    TEXT,
    said(TEXT, f"{BREAKOUT} the bridge stays", speaker=Speaker(f"{TAGS} Brod", BREAKOUT, TAGS), cue="said"),
    said(TEXT, "{{ 7*7 }} {% raise %}", speaker=Speaker("Pell"), kind=Kind.DIRECT, relayed_by=BREAKOUT),
    said(TEXT, "الجسر مفتوح اليوم", speaker=Speaker("الوزير", "وزير", TAGS), cue="قال", source="الوزير"),
    title=f"{TAGS}{BREAKOUT} ../../etc {{{{ 7*7 }}}}",
    url=f"javascript:{STRIKE}//https://press.example",
    outlet=Outlet(BREAKOUT, None, TAGS, TAGS),
    at=datetime(2021, 3, 1, tzinfo=UTC),
    language=f'en" onclick="{STRIKE}',
)
SECOND = reading(
    TEXT + " More.",
    said(TEXT, "the bridge stays", speaker=Speaker(f"{TAGS} Brod")),
    title=None,
    url=f'https://press.example/"><script>{STRIKE}</script>?a=1&b=2#{BREAKOUT.replace(" ", "")}',
    outlet=Outlet(f"javascript:{STRIKE}"),
)
