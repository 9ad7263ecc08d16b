"""Runs the container's build steps without a container engine: ``python deploy/dry_build.py``.

Executes the first stage of ``Containerfile`` line by line in a scratch folder, with /opt/attache moved there too, and
then checks that the built program finds its own files. Only an engine can check the rest: the base image, the second
stage's user, the health check.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = "/opt/attache"


def parse_stage(text: str) -> list[tuple[str, str]]:
    """Instructions of the first stage with their arguments, continued lines joined, comments left out."""
    lines = re.sub(r"\\\n", " ", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE)).splitlines()
    steps = [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in lines if line.strip()]
    ends = [number for number, (word, _) in enumerate(steps) if word == "FROM"][1:]
    return steps[1 : ends[0] if ends else len(steps)]


def build(scratch: Path) -> Path:
    """Run the stage in ``scratch``; the environment that it made. Raises ``CalledProcessError`` where a step fails."""
    source, made = scratch / "src", scratch / "attache"
    source.mkdir()
    for word, rest in parse_stage((ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")):
        print(f"{word} {' '.join(rest.split())}", flush=True)
        if word == "COPY":
            *names, to = rest.split()
            for name in names:
                if (ROOT / name).is_dir():
                    shutil.copytree(ROOT / name, source / to, dirs_exist_ok=True)
                else:
                    shutil.copy(ROOT / name, source / to)
        elif word == "RUN":
            command = rest.replace(TARGET, str(made)).replace("python -m venv", f"{sys.executable} -m venv")
            subprocess.run(["/bin/sh", "-ec", command], cwd=source, check=True)  # noqa: S603 - our own file's lines
        elif word != "WORKDIR":
            raise ValueError(f"a step that cannot be tried here: {word}")
    return made


def main() -> None:
    """See the module."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        made = build(scratch)
        (scratch / "data").mkdir()
        subprocess.run(  # noqa: S603 - what was just built
            [made / "bin/python", "-m", "bot", "doctor", "--offline"],
            cwd=scratch / "data",
            env={"PATH": "/usr/bin:/bin", "ATTACHE_DATA_DIR": str(scratch / "data")},
            check=True,
        )


if __name__ == "__main__":
    main()
