"""A working paper as data: said once by a room, and set as PDF or DOCX alike. All of it is text, never markup."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from api.platform.documents import pdf
from api.platform.language import Language

_TEMPLATE = Path(__file__).with_name("paper.typ")


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside the paper; ``level`` 1 to 3."""

    text: str
    level: int = 1
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line breaks begin new paragraphs. ``is_quiet`` sets it smaller and paler."""

    text: str
    is_quiet: bool = False
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Entry:
    """One point of a list: what it is, and a line of context beneath."""

    text: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points without numbers."""

    entries: Sequence[Entry]
    kind: Literal["points"] = "points"


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with heads, and rows; ``widths`` are the columns' shares of the line."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int] = ()
    kind: Literal["table"] = "table"

    @property
    def shares(self) -> list[int]:
        """The columns' widths; equal ones where none are given."""
        return list(self.widths) or [1] * len(self.head)


Block = Heading | Paragraph | Points | Table


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: its title, the line beneath it, and its blocks in order. ``footer`` stands at the foot of each page."""

    title: str
    language: Language
    subtitle: str = ""
    footer: str = ""
    blocks: Sequence[Block] = field(default_factory=list)


async def as_pdf(paper: Paper) -> bytes:
    """``paper`` as a tagged PDF on A4 with page numbers."""
    return await pdf.typeset(_TEMPLATE, _plain(paper), language=paper.language)


def _plain(paper: Paper) -> dict[str, Any]:
    blocks = [asdict(block) | ({"widths": block.shares} if isinstance(block, Table) else {}) for block in paper.blocks]
    return {"title": paper.title, "subtitle": paper.subtitle, "footer": paper.footer, "blocks": blocks}
