"""The network's runtime."""

import os
import subprocess
import sys
from pathlib import Path

from bot.nlp.tagger.model import DEFAULT_FOLDER

_READ = "from bot.nlp.tagger.tagger import Tagger; Tagger.load().read('“No,” the minister said.')"


def test_reading_leaves_nothing_behind_and_reports_to_nobody(tmp_path: Path) -> None:
    """ONNX Runtime keeps an identifier and a queue of reports under the home folder when its telemetry is on."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("ORT_")} | {"HOME": str(tmp_path)}
    environment["PYTHONPATH"] = str(DEFAULT_FOLDER.parents[1])
    subprocess.run([sys.executable, "-c", _READ], check=True, env=environment, timeout=120)
    assert list(tmp_path.rglob("*")) == []
