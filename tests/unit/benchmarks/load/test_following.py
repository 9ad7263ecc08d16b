"""What is due by who follows what, and how the account of it is drawn."""

from benchmarks.discord_loopback.messages import Messages
from benchmarks.discord_loopback.world import channel_id
from benchmarks.load.following import Account, Following

FOLLOWING = Following(feeds=3, guilds=4, followers=2)


def posted(*told: tuple[int, int | None]) -> Messages:
    messages = Messages()
    for guild, number in told:
        link = "nothing" if number is None else f"http://127.8.0.1:8000/a/{number}"
        messages.post(channel_id(guild, 0), {"components": [{"url": link}]}, 0.0)
    return messages


def test_feeds_are_followed_in_turn_by_all_servers() -> None:
    assert [FOLLOWING.followers_of(feed) for feed in range(3)] == [[0, 1], [2, 3], [0, 1]]
    assert list(FOLLOWING.due([4])) == [(channel_id(2, 0), 4), (channel_id(3, 0), 4)]


def test_an_exact_account() -> None:
    account = Account.draw(FOLLOWING.due([3, 4]), posted((0, 3), (1, 3), (2, 4), (3, 4)).everywhere())
    assert (account.due, account.posted, account.exact) == (4, 4, True)


def test_what_is_missing_twice_undue_and_strange_is_told() -> None:
    account = Account.draw(FOLLOWING.due([3]), posted((0, 3), (0, 3), (2, 3), (3, None)).everywhere())
    assert account.missing == ((channel_id(1, 0), 3),)
    assert account.twice == ((channel_id(0, 0), 3),)
    assert account.undue == ((channel_id(2, 0), 3),)
    assert account.strange == 1
    assert not account.exact
