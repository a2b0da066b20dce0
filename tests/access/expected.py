"""Who gets what from every operation: the table of product.md, "Who may do what", operation by operation: in `expectations.txt`.

Columns: nobody signed in; an observer; a focal point of the champion that the record belongs to (`own`) and its lead
(`lead`); a focal point of another champion (`other`); of a champion that co-chairs now (`chair`), did last term
(`past`), will from next month (`incoming`); the secretariat (`officer`). `ok` is an answer of success.
"""

from pathlib import Path

COLUMNS = ("nobody", "observer", "own", "lead", "other", "chair", "past", "incoming", "officer")

WHO = {
    "nobody": "nobody",
    "observer": "observer",
    "own": "own",
    "lead": "lead",
    "other": "other",
    "chair": "mar",
    "past": "ken",
    "incoming": "bgd",
    "officer": "secretariat",
}
"""Column → person of the world."""


def _read(table: str) -> dict[str, dict[str, str]]:
    rows = [line.split() for line in table.splitlines() if line.strip() and not line.startswith("#")]
    return {name: dict(zip(COLUMNS, cells, strict=True)) for name, *cells in rows}


EXPECTED = _read(Path(__file__).with_name("expectations.txt").read_text(encoding="utf-8"))
"""Operation → column → `ok` or the status of the refusal."""

UNAUDITED = frozenset(
    {
        "signIn", "refreshSession", "signOut", "requestPasswordReset", "markSeen", "tellPresence",
        "markSavedSearchSeen", "getUploadProtocol", "createUpload", "getUploadOffset", "sendUploadPart", "deleteUpload",
        "proposeCochairTerms", "findMeetingSlots",
    }
)  # fmt: skip
"""Writes that change no record: sessions, the note of a visit, files that belong nowhere yet, what the planner is asked."""
