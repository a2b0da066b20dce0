"""The list of who comes as a workbook. Blocks; call it in a thread."""

from dataclasses import dataclass

from api.platform.documents.sheets import Column, as_xlsx
from api.platform.language import Language
from api.platform.wording import words
from api.registrations.schemas import RegistrationList

_WIDTHS = (8, 32, 32, 36, 16, 20)


@dataclass(frozen=True, slots=True)
class Made:
    """A file and what it is called."""

    name: str
    content: bytes


def as_workbook(listed: RegistrationList, spoken: Language) -> Made:
    """Everybody who comes or waits, first come first, in ``spoken``."""
    said = words("registrations", spoken)["sheet"]
    columns = [Column(title, width) for title, width in zip(said["columns"], _WIDTHS, strict=True)]
    rows = [
        (one.rank, one.name, one.organisation, one.email, said["seat"][one.seat], one.confirmed_at.replace(tzinfo=None))
        for one in listed.items
    ]
    return Made(said["name"], as_xlsx(said["name"], columns, rows, rtl=spoken is Language.ARABIC))
