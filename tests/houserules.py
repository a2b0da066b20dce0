"""Rules of the house that no linter knows, each with its reason. ``python -m tests.houserules``."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]

COMMITS_LIVE_IN = {
    "api/platform/unit_of_work.py",
    "api/platform/jobs.py",
    "api/cli.py",
    "api/platform/migrating.py",
}
LONGEST_FILE = 400


def _tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def commits_in_one_place() -> Iterator[str]:
    """One request, one transaction: what is acknowledged is committed, and nothing else is."""
    for path in _tracked("api/*.py"):
        name = str(path.relative_to(ROOT))
        if name not in COMMITS_LIVE_IN and ".commit(" in path.read_text(encoding="utf-8"):
            yield f"{name} commits; only the unit of work and the transaction of a job do."


def one_clock() -> Iterator[str]:
    """A test sets the clock once for all: nobody else asks the machine for the time."""
    for path in _tracked("api/*.py"):
        name = str(path.relative_to(ROOT))
        if name != "api/platform/clock.py" and re.search(
            r"datetime\.now\(|date\.today\(|func\.now\(", path.read_text(encoding="utf-8")
        ):
            yield f"{name} asks the machine for the time; ask api.platform.clock."


def files_stay_small() -> Iterator[str]:
    """A file is small enough to read in one go."""
    for path in _tracked("api/*.py", "tests/*.py", "frontend/src/*.ts", "frontend/src/*.tsx"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > LONGEST_FILE:
            yield f"{path.relative_to(ROOT)} has {lines} lines; split it where it holds two things (at most {LONGEST_FILE})."


def names_say_what_is_inside() -> Iterator[str]:
    """A drawer called utils fills up."""
    for path in _tracked():
        if path.suffix != ".json" and re.fullmatch(r"(utils?|helpers?|misc|common|stuff)", path.stem):
            yield f"{path.relative_to(ROOT)} does not say what is inside."


def locks_name_no_host() -> Iterator[str]:
    """The locks hold hashes; where packages come from is the machine's affair."""
    for path in _tracked("requirements*.lock", "*package-lock.json"):
        if re.search(r'"resolved": "http|--(extra-)?index-url|--find-links', path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(ROOT)} names a package host."


def one_migration_head() -> Iterator[str]:
    """Each migration has one successor."""
    followed = [
        found[1]
        for path in _tracked("migrations/versions/*.py")
        if (found := re.search(r'^down_revision = "(.+)"', path.read_text(encoding="utf-8"), re.MULTILINE))
    ]
    for name in sorted({name for name in followed if followed.count(name) > 1}):
        yield f"Two migrations follow {name}; put one after the other."


RULES = (
    commits_in_one_place,
    one_clock,
    files_stay_small,
    names_say_what_is_inside,
    locks_name_no_host,
    one_migration_head,
)

if __name__ == "__main__":
    broken = [sentence for rule in RULES for sentence in rule()]
    sys.stderr.write("".join(f"{sentence}\n" for sentence in broken))
    sys.exit(bool(broken))
