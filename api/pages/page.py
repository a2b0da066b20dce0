"""A page as search engines, libraries and people without scripts read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from babel.dates import format_date

from api.platform import language
from api.vocabularies.catalogue import terms

_LONGEST_EXCERPT = 200


@dataclass(frozen=True, slots=True)
class Link:
    """Something that a page leads to: an address below the home, or a whole one."""

    address: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A text or a list of links under a heading; the first one of a page may do without."""

    heading: str
    text: str = ""
    links: list[Link] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says. ``spoken`` is the language of its texts, which may be another than the one around them."""

    path: str
    title: str
    description: str
    sections: list[Section] = field(default_factory=list)
    facts: list[tuple[str, list[str]]] = field(default_factory=list)
    notice: str = ""
    spoken: str = ""
    status: int = 200
    structured: Mapping[str, Any] = field(default_factory=dict)
    """schema.org, as JSON-LD."""
    dublin_core: list[tuple[str, str]] = field(default_factory=list)
    signposts: list[tuple[str, str]] = field(default_factory=list)
    """Relation → address, for the ``Link`` header (FAIR Signposting)."""

    @property
    def is_indexed(self) -> bool:
        """Whether search engines may show it."""
        return self.status == 200


def told_day(day: date) -> str:
    """``day`` as one writes it in the language of the moment."""
    return format_date(day, "d MMMM y", locale=language.current().value)


def objectives_told(numbers: Iterable[int]) -> list[str]:
    """Objectives by number and title."""
    titles = {term["number"]: term["title"] for term in terms("objectives", language.current())}
    return [f"{number}. {titles[number]}" for number in numbers]


def shortened(text: str) -> str:
    """``text`` in the length of a search engine's excerpt, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_EXCERPT else line[:_LONGEST_EXCERPT].rsplit(" ", 1)[0] + "…"
