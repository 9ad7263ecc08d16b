"""An invented person's watches for pictures: alerts of one event and of several, and what follows. Pure."""

from datetime import timedelta

from benchmarks.sample_cards.articles import NOW
from bot.digests.watch_matching import WatchedArticle
from bot.domain.analysis import Reading
from bot.domain.post import PostKind, post_key
from bot.domain.watch import Alert, Interest, Watch, direct_to
from bot.render.card import Card
from bot.render.cards.status_card import render_desk_report
from bot.render.cards.watch_cards import AlertEvent, render_alert, render_closed, report_alerts, report_removed

PERSON = "discord:1"
CARRIED = ("The Strait Herald", "Harbour Radio", "Westfjord Wire", "Quay Courier", "The Evening Tide")


def draw_watches(readings: tuple[Reading, ...]) -> dict[str, Card]:
    """The cards by name; ``readings`` are those of :mod:`benchmarks.sample_cards.articles`."""
    trawler, _, quotas, bridge = readings
    haugseth = _watch(1, Interest("Torvald Haugseth", "trawler"))
    portugal = _watch(2, Interest("Portugal"))
    ferry = _watch(3, Interest("", "ferry, bridge"))
    events = (
        _event(haugseth, trawler, *CARRIED),
        _event(portugal, quotas, "Westfjord Wire"),
        _event(ferry, bridge, "The Strait Herald", "Harbour Radio"),
    )
    key = post_key(PostKind.ALERT, haugseth.channel, "1", 0)
    alert = Alert(haugseth.channel, 1, PERSON, haugseth, trawler.id, NOW, post=key)
    return {
        "alert": render_alert(events[:1], key),
        "alert-several": render_alert(events, key),
        "why-alert": render_desk_report(report_alerts((alert,), (CARRIED,), mine=True))[0],
        "watch-removed": render_desk_report(report_removed(haugseth))[0],
        "watch-closed": render_closed(),
    }


def _watch(number: int, interest: Interest) -> Watch:
    return Watch(number, number, PERSON, interest, direct_to(PERSON), NOW - timedelta(days=3))


def _event(watch: Watch, reading: Reading, *outlets: str) -> AlertEvent:
    return AlertEvent(watch, reading, next(iter(WatchedArticle(reading).find(watch.interest)), None), outlets)
