"""Golden files: what was shown once, was looked at, and must stay. ``UPDATE_GOLDEN=1 pytest …`` writes them anew."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent


def check_golden(name: str, shown: str) -> None:
    """Fail unless ``shown`` is what the golden file ``name`` holds."""
    path = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8"), f"{name} differs; if the new form is right: UPDATE_GOLDEN=1"
