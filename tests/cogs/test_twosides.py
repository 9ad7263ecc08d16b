"""/twosides, /timeline and /position on Discord: options, buttons, pictures with their descriptions, and files."""

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
import simcord
from PIL import Image

from bot.archive.store import Archive
from bot.domain.digest import TwoSidesQuery
from bot.pictures.drawing import ALT_LIMIT
from bot.render.card import Action
from bot.render.cards.item_card import render_item
from bot.render.markdown import units
from bot.render.two_sides_buttons import make_two_sides_action
from tests.cogs.conftest import Server, private_text
from tests.cogs.invented import URL
from tests.cogs.posted import columns_of, labels_of, text_of
from tests.unit.digests.quarrel import trawler
from tests.unit.digests.stories import UNTIL, short
from tests.unit.services.fakes import StoppedClock

Ask = Callable[..., Any]


@pytest.fixture
def archive(records: Archive) -> Archive:
    """One archive for what is read and what is searched."""
    return records


@pytest.fixture
async def filled(records: Archive, clock: StoppedClock) -> Archive:
    story = None
    for n, reading in enumerate(trawler()):
        await records.save_reading(reading)
        placed = await records.stories.place(reading.id, story, seen_at=UNTIL + timedelta(minutes=n), signature=b"s")
        story = placed.story
    clock.at = UNTIL
    return records


@pytest.fixture
def ask(channel: simcord.ChannelHandle, member: simcord.MemberActor) -> Ask:
    async def ask(command: str, **options: Any) -> simcord.ResponseMessage:
        return answer_of(await member.slash(channel, command, **options))

    return ask


def answer_of(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    """What a person sees, be it in place of "thinking" or after it."""
    answer = result.followups[-1] if result.followups else result.response
    assert answer
    return answer


async def bytes_of(attachment: Any) -> bytes:
    return bytes(await attachment.read())


async def test_sides_that_were_named_over_everything(filled: Archive, ask: Ask) -> None:
    posted = await ask("twosides", a="Norway", b="Iceland")
    rows = columns_of(posted)
    assert rows[0][:2] == ("trawler", "The words disagree: Iceland denies")
    assert "[Geysir State Radio](<https://www.geysir.example/denial>) (state-funded)" in rows[0][3]
    assert rows[1][:2] == ("What else each side says", "Both sides")
    assert "### Two sides\n" in text_of(posted)


async def test_a_topic_alone(filled: Archive, ask: Ask) -> None:
    posted = await ask("twosides", about="meshes")
    assert "### Two sides on meshes" in text_of(posted)
    met, rest = columns_of(posted)
    assert "illegal fine meshes" in met[2]
    assert "illegal fine meshes" in met[3]
    assert "warned that the herring talks would suffer" in rest[3], "it stands in the sentence of the denial"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({}, "There is nothing to compare. Give an article, two sides a and b, or a topic."),
        ({"a": "Norway"}, "You named only one side. Name both a and b, or neither."),
        ({"article": URL, "b": "Norway"}, "You named only one side. Name both a and b, or neither."),
        ({"a": "Norway", "b": "Gondor"}, "Nothing by Gondor was found in 3 articles"),
        ({"about": "zebra", "as": "sideslight"}, "Nothing about zebra was found in 3 articles"),
    ],
)
async def test_what_cannot_be_compared_is_told_to_the_person_alone(
    filled: Archive, ask: Ask, options: dict[str, str], sentence: str
) -> None:
    posted = await ask("twosides", **options)
    assert posted.ephemeral
    assert sentence in text_of(posted).replace("\\", "")


@pytest.mark.parametrize(("shown", "paper"), [("sidesdark", (0x1E, 0x1F, 0x22)), ("sideslight", (255, 255, 255))])
async def test_a_picture_with_its_description(
    filled: Archive, ask: Ask, shown: str, paper: tuple[int, int, int]
) -> None:
    posted = await ask("twosides", a="Norway", b="Iceland", **{"as": shown})
    (attachment,) = posted.attachments
    with Image.open(BytesIO(await bytes_of(attachment))) as image:
        assert image.format == "PNG"
        assert image.convert("RGB").getpixel((1, 1)) == paper
    alt = described(attachment)
    assert units(alt) <= ALT_LIMIT
    assert "(the words disagree: Iceland denies)" in alt
    assert labels_of(posted) == ["Light" if shown == "sidesdark" else "Dark", "As columns"]


def described(attachment: Any) -> str:
    return str(attachment.description)


async def test_from_columns_to_a_picture_its_other_theme_and_back(
    filled: Archive, ask: Ask, member: simcord.MemberActor
) -> None:
    columns = await ask("twosides", a="Norway", b="Iceland", about="meshes")
    picture = answer_of(await member.click(columns, label="As a picture"))
    assert picture.attachments[0].filename == "two-sides-1-dark.png"
    assert picture.ephemeral
    await member.click(picture, label="Light")  # changes in its place
    assert [one.filename for one in picture.attachments] == ["two-sides-1-light.png"]
    assert labels_of(picture) == ["Dark", "As columns"]
    back = answer_of(await member.click(picture, label="As columns"))
    assert columns_of(back) == columns_of(columns)


async def test_the_button_on_a_storys_post_covers_all_of_its_articles(
    filled: Archive, env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    (*_, last) = trawler()
    card = render_item(last, "North Sea Wire")
    (press,) = [button.press for button in card.buttons if button.press and button.label == "Two sides"]
    assert press == make_two_sides_action(TwoSidesQuery(last.id, story=True))
    from bot.gateway.components import message_parts  # noqa: PLC0415 - only this test posts by hand

    posted = await env.bot.get_channel(channel.id).send(**message_parts(card))  # type: ignore[union-attr]
    answer = answer_of(await member.click(posted, label="Two sides"))
    assert "3 articles" in text_of(answer)
    assert columns_of(answer)[0][1] == "The words disagree: Iceland denies"


async def test_who_manages_a_server_takes_a_story_apart_there_alone(
    filled: Archive, env: simcord.Env, ours: Server, theirs: Server
) -> None:
    (*_, last) = trawler()
    from bot.gateway.components import message_parts  # noqa: PLC0415 - only these tests post by hand

    parts = message_parts(render_item(last, "North Sea Wire"))
    posted = await env.bot.get_channel(ours.channel.id).send(**parts)  # type: ignore[union-attr]
    shown = answer_of(await ours.guest.click(posted, label="Two sides"))
    refused = private_text(await ours.guest.click(shown, label="Not the same story"))
    assert "manages this server" in refused
    assert len(await filled.stories.alongside(last.id, frozenset({ours.owner}))) == 3

    shown = answer_of(await ours.chief.click(posted, label="Two sides"))
    told = answer_of(await ours.chief.click(shown, label="Not the same story"))
    assert "3 articles are separate stories here" in text_of(told)
    assert await filled.stories.alongside(last.id, frozenset({ours.owner})) == (last.id,)
    assert len(await filled.stories.alongside(last.id, frozenset({theirs.owner}))) == 3

    again = answer_of(await ours.chief.click(posted, label="Two sides"))
    assert "Not the same story" not in labels_of(again)
    assert "one story here again" in text_of(answer_of(await ours.chief.click(told, label="Undo")))
    assert len(await filled.stories.alongside(last.id, frozenset({ours.owner}))) == 3


async def test_an_article_alone_stays_alone(filled: Archive, ask: Ask) -> None:
    posted = await ask("twosides", article=URL)
    assert [row[0] for row in columns_of(posted)] == ["inspection", "What else each side says"]
    assert set(labels_of(posted)) == {"As a picture", "Who said what", "Source"}


async def test_what_a_person_pasted_is_no_part_of_a_servers_answer(
    filled: Archive, ask: Ask, member: simcord.MemberActor
) -> None:
    secret = short(1)
    await filled.save_reading(secret, owner=f"discord:{member.user.id}")
    posted = await ask("timeline", who="Norway")
    assert "4 statements" in described(posted.attachments[0])


async def test_a_timeline_is_a_picture_with_its_data(filled: Archive, ask: Ask) -> None:
    posted = await ask("timeline", who="vik", since="2026-03-01")
    picture, table = posted.attachments
    assert [picture.filename, table.filename] == ["timeline-dark.png", "timeline.csv"]
    assert described(picture).startswith("Sigrid Vik\n4 statements · 1 March 2026 – 14 March 2026 · by day (UTC)\n")
    rows = (await bytes_of(table)).decode("utf-8-sig").split("\r\n")
    assert rows[0].startswith("date,dated,speaker")
    assert len([row for row in rows[1:] if row]) == 4


async def test_a_timeline_in_light_in_the_readers_zone(filled: Archive, ask: Ask, member: simcord.MemberActor) -> None:
    await ask("settings me", timezone="Asia/Tokyo")
    posted = await ask("timeline", about="trawler", theme="light")
    assert posted.attachments[0].filename == "timeline-light.png"
    assert "(Asia/Tokyo)" in described(posted.attachments[0])


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({}, "Name who speaks, or what it is about."),
        ({"who": "Gondor"}, "Nothing by Gondor was found in 3 articles of 12 March 2026 to 14 March 2026."),
        ({"who": "vik", "since": "never ever"}, "is not a date that I understand"),
    ],
)
async def test_an_empty_timeline_is_told(filled: Archive, ask: Ask, options: dict[str, str], sentence: str) -> None:
    posted = await ask("timeline", **options)
    assert posted.ephemeral
    assert not posted.attachments
    assert sentence in text_of(posted).replace("\\", "")


async def test_a_position_by_speaker_and_as_a_file(filled: Archive, ask: Ask, member: simcord.MemberActor) -> None:
    posted = await ask("position", country="Iceland")
    shown = text_of(posted)
    assert "### Position of Iceland\n" in shown
    assert shown.index("Árni Jónsson") < shown.index("Helga Orms")  # of one article in its order
    file = answer_of(await member.click(posted, label="As a file"))
    text = (await bytes_of(file.attachments[0])).decode()
    assert file.attachments[0].filename == "position-iceland.md"
    assert "> warned that the herring talks would suffer" in text
    same = await ask("position", country="Iceland", **{"as": "positionfile"})
    assert re.sub(r"Found on .*", "", (await bytes_of(same.attachments[0])).decode()) == re.sub(
        r"Found on .*", "", text
    )


async def test_no_position_is_told(filled: Archive, ask: Ask) -> None:
    posted = await ask("position", country="Norway", topic="zebra")
    assert "Nothing by Norway about zebra was found in 3 articles" in text_of(posted)
    posted = await ask("position", country="Gondor")
    assert "I know no country or organisation by this name: Gondor." in text_of(posted)


async def test_names_are_suggested_while_they_are_typed(
    filled: Archive, channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    who = await member.autocomplete(channel, "timeline", "who", "sig")
    assert [choice["value"] for choice in who] == ["Sigrid Vik"]
    countries = await member.autocomplete(channel, "position", "country", "ice")
    assert [choice["value"] for choice in countries] == ["Iceland"]


async def test_a_picture_that_cannot_be_drawn_is_told(
    filled: Archive, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.pictures.timeline.encode_data", lambda _: "{}")
    posted = await ask("timeline", who="vik")
    assert "This picture could not be drawn." in text_of(posted)


def test_the_buttons_name_the_actions_that_are_answered() -> None:
    assert {Action.SIDESDARK, Action.SIDESLIGHT, Action.POSITION, Action.POSITIONFILE} <= set(Action)
    assert all(re.fullmatch("[a-z]{1,12}", action) for action in Action)
