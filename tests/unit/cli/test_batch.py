"""A batch: in order whatever is ready first, bounded, and never stopped by one bad line."""

import asyncio
import io
import json
from collections import defaultdict

import pytest

from bot.cli.batch import Line, answer_batch, answer_line, count_cores
from bot.errors import ReadingError


def lines(*texts: str) -> io.BytesIO:
    return io.BytesIO(b"".join(json.dumps({"id": n, "text": t}).encode() + b"\n" for n, t in enumerate(texts)))


def answers(sink: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in sink.getvalue().splitlines()]


class Readers:
    """Readers that finish when told to, and tell when they began: events by text."""

    def __init__(self) -> None:
        self.count = 0
        self.begun: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)
        self.done: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)

    async def read(self, line: Line) -> str:
        self.count += 1
        self.begun[line.text].set()
        await self.done[line.text].wait()
        return json.dumps({"id": line.id, "read": line.text})


async def echo(line: Line) -> str:
    if line.text == "too much":
        raise ReadingError("This text took too long.", "Give less.")
    return json.dumps({"id": line.id, "read": line.text})


async def test_answers_stand_in_the_order_of_the_lines_whatever_is_ready_first() -> None:
    readers, sink = Readers(), io.StringIO()
    async with asyncio.timeout(30), asyncio.TaskGroup() as tasks:
        batch = tasks.create_task(answer_batch(lines("a", "b", "c"), sink, readers.read, ahead=3))
        for text in "abc":
            await readers.begun[text].wait()
        readers.done["c"].set()
        readers.done["b"].set()
        await asyncio.sleep(0)
        assert sink.getvalue() == ""
        readers.done["a"].set()
        assert await batch
    assert [answer["read"] for answer in answers(sink)] == ["a", "b", "c"]


async def test_no_more_lines_are_on_their_way_than_allowed() -> None:
    readers, sink = Readers(), io.StringIO()
    texts = [f"text {n}" for n in range(50)]
    async with asyncio.timeout(30), asyncio.TaskGroup() as tasks:
        batch = tasks.create_task(answer_batch(lines(*texts), sink, readers.read, ahead=4))
        for n, text in enumerate(texts):
            await readers.begun[text].wait()
            # those in the queue, the one that is awaited, and the one that waits for a place
            assert readers.count <= n + 4 + 2
            readers.done[text].set()
        assert await batch
    assert [answer["read"] for answer in answers(sink)] == texts


async def test_a_bad_line_is_answered_and_the_rest_goes_on() -> None:
    source = io.BytesIO(
        b'{"id": 1, "text": "x"}\nnonsense\n{"id": 2}\n{"id": 3, "text": "too much"}\n{"id": 4, "text": "y"}\n'
    )
    sink, sizes = io.StringIO(), list[int]()
    assert not await answer_batch(source, sink, echo, ahead=2, advance=sizes.append)
    assert [(a["id"], a.get("read"), a.get("error", "")[:14]) for a in answers(sink)] == [  # type: ignore[index] # a str
        (1, "x", ""),
        (None, None, "This line is n"),
        (2, None, "This line has "),
        (3, None, "This text took"),
        (4, "y", ""),
    ]
    assert sum(sizes) == len(source.getvalue())


async def test_an_empty_batch_is_good() -> None:
    sink = io.StringIO()
    assert await answer_batch(io.BytesIO(b""), sink, echo, ahead=1)
    assert sink.getvalue() == ""


async def test_ends_when_nobody_reads_the_answers() -> None:
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        await answer_batch(lines(*"abcdefgh"), Closed(), echo, ahead=2)


def test_a_worker_analyses_the_text_exactly_as_given() -> None:
    text = "  “We agree,” said Maren Toft.\r\n\r\n\u200bShe left. "
    record = json.loads(answer_line(Line("as given", text)))
    assert record["id"] == "as given"
    assert record["article"]["text"] == text
    spans = [span for one in record["attributions"] for span in one["content"]]
    assert spans
    assert all(span["text"] == text[span["start"] : span["end"]] for span in spans)


def test_counts_at_least_one_core() -> None:
    assert count_cores() >= 1
