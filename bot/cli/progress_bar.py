"""A bar on standard error while a person watches it; nothing where none does."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.i18n.messages import translate


@contextmanager
def progress_bar(doing: str) -> Iterator[Callable[[str, int, int], None]]:
    """A function to tell what is done now, how much of it is, and how much there is (0: not known)."""
    if not sys.stderr.isatty():
        yield lambda _what, _done, _of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn(doing),
        TextColumn("{task.fields[what]}"),
        BarColumn(),
        TextColumn(f"{{task.completed:,}} {translate('cli-rows')}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, what="")

        def show(what: str, done: int, of: int) -> None:
            bar.update(task, completed=done, total=of or None, what=what)

        yield show
