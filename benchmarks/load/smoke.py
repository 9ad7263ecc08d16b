"""Tests the load driver itself: all of it, in seconds, without goals."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from benchmarks.load import crowd, scale
from benchmarks.load.newsday import Plan, open_newsday

PLAN: Final = Plan(articles=6, feeds=3, guilds=4, followers=2, words=80, workers=1)


async def run(folder: Path, *, cores: Sequence[int]) -> bool:
    """A few articles to a few servers, and every question once; return whether all is posted once and answered."""
    async with open_newsday(folder, PLAN, cores=cores) as day:
        before = day.used()
        await day.publish(PLAN.articles)
        asked = [await day.discord.ask(path, options, guild=1) for path, options in crowd.ASKED]
        await crowd.wait_for_answers(asked)
        await day.wait_until(settled=day.settled, sent=day.due)
        account, after = day.account(), day.used()
        print(f"{account.posted} of {account.due} messages; ", end="")
        unanswered = [one.kind for one in asked if one.answered_at is None and not one.late]
        print(f"{len(asked)} questions, too late {sum(one.late for one in asked)}, unanswered {unanswered}")
        worker, sender, database = scale.cost_of(before, after, PLAN.articles).values()
        print("\n".join(scale.limits(worker, sender, database, PLAN.followers)))
        if unknown := sorted(day.discord.rest.unknown):
            print(f"Discord was asked what its double does not know: {', '.join(unknown)}")
        return account.exact and not unknown and not unanswered
