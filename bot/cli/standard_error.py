"""What a command says on standard error beside its output: notes, and a progress bar if a person watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any


def tell(words: str) -> None:
    """Print a note."""
    print(f"attache: {words}", file=sys.stderr)


@contextmanager
def progress_bar(*before: str, after: str, total: int | None = None, **fields: Any) -> Iterator[Callable[..., None]]:
    """Show a progress bar between texts, which may refer to ``{task.fields[…]}``. Yields rich's ``Progress.update``."""
    if not sys.stderr.isatty():
        yield lambda **_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (*map(TextColumn, before), BarColumn(), TextColumn(after), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield partial(bar.update, bar.add_task("", total=total, **fields))
