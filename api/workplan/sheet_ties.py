"""What the items of a sheet wait for: told by title or key, of items that stand and of those that the sheet adds."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from api.workplan import rules
from api.workplan.sheet_rows import Row

_Snapshot = Mapping[str, Mapping[str, Any]]
_MOST = 50
_MOST_STEPS = 8


def names_of(snapshot: _Snapshot) -> dict[str, str]:
    """Key of each item → what a cell calls it: its title, or the key where another is called the same."""
    called = Counter(_plain(item["title"]) for item in snapshot.values())
    return {key: item["title"] if called[_plain(item["title"])] == 1 else key for key, item in snapshot.items()}


def titles_of(rows: Sequence[Row], snapshot: _Snapshot) -> dict[str, str]:
    """``ref`` of each item, there already or new → its title when the sheet is done."""
    return {key: str(item["title"]) for key, item in snapshot.items()} | {
        row.ref: str(row.told["title"]) for row in rows if row.told.get("title")
    }


def settle(rows: Sequence[Row], snapshot: _Snapshot) -> None:
    """Put in the place of titles what they stand for; note at its cell what is unknown, told of two, or a circle."""
    titles = titles_of(rows, snapshot)
    called: dict[str, set[str]] = {}
    for ref, title in [*((key, str(item["title"])) for key, item in snapshot.items()), *titles.items()]:
        called.setdefault(_plain(title), set()).add(ref)
    for key in snapshot:
        called.setdefault(key, set()).add(key)
    ties: dict[str, Sequence[str]] = {key: item["waits_for"] for key, item in snapshot.items()}
    for row in rows:
        if row.awaited is not None:
            row.awaited = _refs(row, called)
            ties[row.ref] = row.awaited
    in_circle: dict[str, str] = {}
    for row in rows:
        if row.awaited and row.ref not in in_circle:
            circle = rules.cycle_through(row.ref, ties)
            in_circle |= dict.fromkeys(circle, _told(circle, titles))
        if row.awaited and (told := in_circle.get(row.ref)):
            row.fault("waits_for", f"These would wait for one another: {told}.", code="circle")


def _told(circle: Sequence[str], titles: Mapping[str, str]) -> str:
    names = [f"“{titles.get(ref, '')}”" for ref in circle]
    if len(names) > _MOST_STEPS:
        names[_MOST_STEPS - 1 : -1] = ["…"]
    return " waits for ".join(names)


def changes(row: Row, snapshot: _Snapshot) -> bool:
    """Whether the row lets its item wait for others than before."""
    return row.awaited is not None and set(row.awaited) != _before(row, snapshot)


def adds(row: Row, snapshot: _Snapshot) -> bool:
    """Whether the row lets its item wait for more than before."""
    return bool(set(row.awaited or []) - _before(row, snapshot))


def taken_away(row: Row, snapshot: _Snapshot) -> dict[str, list[str]]:
    """What is left of what the item waited for, as a change; empty where the row takes nothing away."""
    before = _before(row, snapshot)
    left = before & set(row.awaited or [])
    return {"waits_for": sorted(left)} if row.awaited is not None and left != before else {}


def _before(row: Row, snapshot: _Snapshot) -> set[str]:
    return set(snapshot.get(row.ref, {}).get("waits_for", []))


def _refs(row: Row, called: Mapping[str, set[str]]) -> list[str]:
    refs: list[str] = []
    for name in _names(row.awaited or [], called):
        found = called.get(_plain(name), set())
        if len(found) != 1:
            what = "Two items are called" if found else "There is no item called"
            how = "Give the key instead" if found else "Give the title of one of this workplan or this table"
            row.fault("waits_for", f"{what} “{name[:80]}”. {how}.", code="unknown_item")
        else:
            refs += [ref for ref in found if ref not in refs]
    if len(refs) > _MOST:
        row.fault("waits_for", f"An item waits for at most {_MOST} others.", code="too_long")
    return refs


def _names(lines: Sequence[str], called: Mapping[str, set[str]]) -> list[str]:
    """One a line; a line that is no title may hold several, with semicolons between."""
    names: list[str] = []
    for line in lines:
        parts = [line] if _plain(line) in called else re.split("[;؛]", line)
        names += [part.strip() for part in parts if part.strip()]
    return names


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()
