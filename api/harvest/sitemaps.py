"""Sitemaps (sitemaps.org 0.9): every page that everybody may read, with its other languages, for search engines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from api.harvest.xml import Namespace, written
from api.platform.language import Language
from api.vocabularies.catalogue import OBJECTIVES

LARGEST = 10_000
"""Pages in one file. The protocol allows 50,000 and 50 MB: with their languages, so many would be larger than that."""

LISTS = (
    *(
        "/",
        "/practices",
        "/champions",
        "/activities",
        "/statements",
        "/pledges",
        "/processes",
        "/co-chairs",
        "/objectives",
    ),
    *(f"/objectives/{number}" for number in OBJECTIVES),
)
"""The screens that everybody may open, beside those of single records."""

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_site = Namespace(_SITEMAP, {None: _SITEMAP, "xhtml": _XHTML})
_html = Namespace(_XHTML, {})


def index(home: str, parts: int) -> bytes:
    """The list of the ``parts`` that the sitemap is made of."""
    document = _site.root("sitemapindex")
    for number in range(1, parts + 1):
        _site.add(_site.add(document, "sitemap"), "loc", f"{home}/sitemaps/{number}.xml")
    return written(document)


@dataclass(frozen=True, slots=True)
class Listed:
    """A page: its address below the home, and when it last changed."""

    path: str
    changed_at: datetime | None = None


def part(home: str, pages: Iterable[Listed]) -> bytes:
    """One file of ``pages``."""
    document = _site.root("urlset")
    for page in pages:
        _add_page(document, f"{home}{page.path}", page)
    return written(document)


def _add_page(document: etree._Element, address: str, listed: Listed) -> None:
    page = _site.add(document, "url")
    _site.add(page, "loc", address)
    if listed.changed_at:
        _site.add(page, "lastmod", listed.changed_at.date().isoformat())
    for tongue in sorted(Language):
        _html.add(page, "link", rel="alternate", hreflang=tongue, href=f"{address}?lang={tongue}")
    _html.add(page, "link", rel="alternate", hreflang="x-default", href=address)
