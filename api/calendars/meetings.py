"""What calendars call a meeting, wherever they read of it: in a mail, a file or a feed."""

from uuid import UUID

INITIATIVE = "Champion countries Initiative"


def uid(meeting_id: UUID) -> str:
    """The identifier of a meeting's entry: the same for ever, so that each program keeps one entry of it."""
    return f"meeting-{meeting_id}@champion-countries"


def meeting_of(identifier: str) -> UUID | None:
    """The meeting whose entry has this identifier, if it is one of ours."""
    name, _, home = identifier.strip().partition("@")
    try:
        return UUID(name.removeprefix("meeting-")) if home == "champion-countries" else None
    except ValueError:
        return None
