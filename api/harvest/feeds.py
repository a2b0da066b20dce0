"""Published practices as feeds: JSON Feed 1.1 and Atom (RFC 4287), paged (RFC 5005)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode
from uuid import UUID

from lxml import etree

from api.harvest.xml import Namespace, written
from api.platform.language import Language
from api.platform.paging import Page
from api.platform.wording import words
from api.practices import addresses
from api.practices.citations import PUBLISHER
from api.practices.schemas import PracticeInList
from api.vocabularies.catalogue import terms

_ADDRESS = "http://www.w3.org/2005/Atom"
_ATOM = Namespace(_ADDRESS, {None: _ADDRESS})
_add = _ATOM.add
_BEFORE_ANYTHING = datetime(2018, 12, 10, tzinfo=UTC)
"""When an empty feed last changed: the day on which the Compact was adopted."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A page of practices, newest first, as it was asked for: ``path``, with ``filters`` and ``cursor`` in its query."""

    home: str
    path: str
    filters: list[tuple[str, str]]
    cursor: str | None
    tongue: Language
    page: Page[PracticeInList]
    rendered: Mapping[UUID, tuple[str, str]]
    """Title and summary in ``tongue`` of those that are translated into it."""

    def words_of(self, practice: PracticeInList) -> tuple[str, str, Language]:
        """Title and summary as this feed has them, and their language."""
        if practice.id in self.rendered:
            return *self.rendered[practice.id], self.tongue
        return practice.title, practice.summary, practice.language

    def address_of(self, practice: PracticeInList) -> str:
        """Where the practice is read in those words."""
        address = addresses.of_practice(self.home, practice.id)
        return f"{address}?lang={self.tongue}" if practice.id in self.rendered else address

    @property
    def title(self) -> str:
        """What the feed is called."""
        return str(words("harvest", self.tongue)["title"])

    @property
    def first(self) -> str:
        """The address of the first page, by which the feed is known."""
        return self._at(None)

    @property
    def itself(self) -> str:
        """The address of this page."""
        return self._at(self.cursor)

    @property
    def next(self) -> str | None:
        """The address of the page after this one."""
        return self._at(self.page.next) if self.page.next else None

    def _at(self, cursor: str | None) -> str:
        query = [*self.filters, *([("cursor", cursor)] if cursor else [])]
        return f"{self.home}{self.path}" + (f"?{urlencode(query)}" if query else "")

    @property
    def subjects(self) -> dict[int, str]:
        """The objectives' words by number."""
        return {term["number"]: term["title"] for term in terms("objectives", self.tongue)}


def as_json(feed: Feed) -> bytes:
    """``feed`` as JSON Feed 1.1."""
    subjects = feed.subjects
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": f"{feed.home}/practices",
        "feed_url": feed.first,
        "next_url": feed.next,
        "authors": [{"name": PUBLISHER, "url": feed.home}],
        "language": feed.tongue.value,
        "items": [_item(feed, practice, subjects) for practice in feed.page.items],
    }
    return json.dumps({name: value for name, value in told.items() if value is not None}, ensure_ascii=False).encode()


def _item(feed: Feed, practice: PracticeInList, subjects: dict[int, str]) -> dict[str, object]:
    title, summary, spoken = feed.words_of(practice)
    return {
        "id": addresses.of_practice(feed.home, practice.id),
        "url": feed.address_of(practice),
        "title": title,
        "content_text": summary,
        "date_published": _published(practice).isoformat().replace("+00:00", "Z"),
        "authors": [{"name": practice.champion.name, "url": f"{feed.home}/champions/{practice.champion.id}"}],
        "tags": [subjects[number] for number in _served(practice)],
        "language": spoken.value,
    }


def as_atom(feed: Feed) -> bytes:
    """``feed`` as Atom."""
    subjects = feed.subjects
    document = _ATOM.root("feed", lang=feed.tongue.value)
    _add(document, "id", feed.first)
    _add(document, "title", feed.title)
    newest = max((_published(practice) for practice in feed.page.items), default=_BEFORE_ANYTHING)
    _add(document, "updated", newest.isoformat())
    author = _add(document, "author")
    _add(author, "name", PUBLISHER)
    _add(document, "link", rel="alternate", type="text/html", href=f"{feed.home}/practices")
    _add(document, "link", rel="self", type="application/atom+xml", href=feed.itself)
    _add(document, "link", rel="first", type="application/atom+xml", href=feed.first)
    if feed.next:
        _add(document, "link", rel="next", type="application/atom+xml", href=feed.next)
    for practice in feed.page.items:
        _entry(document, feed, practice, subjects)
    return written(document)


def _entry(document: etree._Element, feed: Feed, practice: PracticeInList, subjects: dict[int, str]) -> None:
    title, summary, spoken = feed.words_of(practice)
    entry = _add(document, "entry")
    _add(entry, "id", addresses.of_practice(feed.home, practice.id))
    _add(entry, "title", title, lang=spoken.value)
    _add(entry, "updated", _published(practice).isoformat())
    _add(_add(entry, "author"), "name", practice.champion.name)
    _add(entry, "link", rel="alternate", type="text/html", href=feed.address_of(practice), hreflang=spoken.value)
    for number in _served(practice):
        _add(entry, "category", term=f"objective:{number}", label=subjects[number])
    _add(entry, "summary", summary, lang=spoken.value)


def _published(practice: PracticeInList) -> datetime:
    assert practice.published_at is not None
    return practice.published_at


def _served(practice: PracticeInList) -> list[int]:
    return [*practice.objectives_primary, *practice.objectives_secondary]
