"""Where practices are on the web: addresses that are cited, and so never change their meaning."""

from uuid import UUID

from api.platform.unit_of_work import API


def of_practice(home: str, practice_id: UUID) -> str:
    """Where a practice is read as it is now."""
    return f"{home}/practices/{practice_id}"


def of_version(home: str, practice_id: UUID, number: int) -> str:
    """Where a version is read as it was published."""
    return f"{of_practice(home, practice_id)}/versions/{number}"


def of_file(home: str, practice_id: UUID, file_id: UUID | str) -> str:
    """Where a file is had, in every version that has it."""
    return f"{home}{API}/practices/{practice_id}/files/{file_id}"
