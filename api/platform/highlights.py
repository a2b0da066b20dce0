"""Where the words of a search stand in what it found: as parts of text, marked or not, never as markup."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pydantic import BaseModel, Field

OPENS, CLOSES = "\ufdd0", "\ufdd1"
"""Stand around what PostgreSQL marks: code points that are no characters, for use within a program (Unicode, 23.7)."""

_MARKED = re.compile(f"[{OPENS}{CLOSES}]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_EXCERPT = 240
_BEFORE = 60
_WORD = re.compile(r"\S+")

Range = tuple[int, int]


class TextPart(BaseModel):
    """A piece of text."""

    text: str = Field(description="The piece, plain.", examples=["contracts"])
    is_match: bool = Field(description="Whether it is one of the words searched for.", examples=[True])


class Highlight(BaseModel):
    """Where the words searched for stand. The pieces in their order are the text."""

    title: list[TextPart] = Field(description="The whole title.")
    excerpt: list[TextPart] = Field(description="The passage of the text with most of the words; empty without any.")


Copies = Sequence[str | None]
"""A text, and after it the copies of it in which PostgreSQL marked words."""


def highlight(titles: Copies, texts: Copies, words: str) -> Highlight:
    """The highlight of a record, from the copies of its title and of its text."""
    title, text = titles[0] or "", texts[0] or ""
    in_title, in_text = marks(title, titles[1:], words), marks(text, texts[1:], words)
    return Highlight.model_construct(title=parts(title, in_title), excerpt=_excerpt(text, in_text) if in_text else [])


def marks(plain: str, copies: Iterable[str | None], words: str) -> list[Range]:
    """The places in ``plain`` that any of its marked ``copies`` marks, and the runs of Chinese in ``words``; in order.

    A copy may be ``plain`` without its accents, letter by letter; one of another length says nothing of it.
    """
    found = [place for copy in copies if copy for place in _marks_in(copy, len(plain))]
    found += [
        (match.start(), match.end()) for run in set(_HAN.findall(words)) for match in re.finditer(re.escape(run), plain)
    ]
    joined: list[Range] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _marks_in(copy: str, length: int) -> Iterator[Range]:
    pieces = _MARKED.split(copy)
    if sum(map(len, pieces)) != length:
        return
    place = 0
    for number, piece in enumerate(pieces):
        if number % 2:
            yield place, place + len(piece)
        place += len(piece)


def parts(plain: str, found: list[Range]) -> list[TextPart]:
    """``plain`` cut where a mark begins or ends."""
    made, place = [], 0
    for start, end in found:
        made += [(plain[place:start], False), (plain[start:end], True)]
        place = end
    made.append((plain[place:], False))
    return [TextPart.model_construct(text=text, is_match=is_match) for text, is_match in made if text]


def _excerpt(plain: str, found: list[Range]) -> list[TextPart]:
    """The passage with most marks, the first of those with as many, cut between words."""
    starts = [start for start, _ in found]
    first = max(
        starts, key=lambda start: (sum(start <= other < start + _EXCERPT - _BEFORE for other in starts), -start)
    )
    begins, ends = max(0, first - _BEFORE), min(len(plain), first - _BEFORE + _EXCERPT)
    if begins:
        begins = next((word.start() for word in _WORD.finditer(plain, begins) if word.start() > begins), begins)
        begins = min(begins, first)
    if ends < len(plain):
        gap = max(plain.rfind(" ", begins, ends), plain.rfind("\n", begins, ends))
        ends = gap if gap > first else ends
    within = [(start - begins, min(end, ends) - begins) for start, end in found if begins <= start < ends]
    made = parts(plain[begins:ends], within)
    before = [TextPart.model_construct(text="… ", is_match=False)] if begins else []
    after = [TextPart.model_construct(text=" …", is_match=False)] if ends < len(plain) else []
    return before + made + after
