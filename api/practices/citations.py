"""A published version as reference managers take it: BibTeX, RIS and CSL JSON."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import rispy
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from pylatexenc.latexencode import UnicodeToLatexEncoder

from api.platform.documents.answers import Form
from api.platform.language import Language

PUBLISHER = "Champion countries Initiative of the Global Compact for Safe, Orderly and Regular Migration"
_GENRE = "Good practice"


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited: one version, by an address that never changes its meaning."""

    key: str
    champion: str
    title: str
    summary: str
    number: int
    published_on: date
    language: Language
    licence: str
    address: str


def write(citation: Citation, form: Form) -> bytes:
    """``citation`` in one of ``FORMS``."""
    return _WRITERS[form](citation).encode()


def _bibtex(citation: Citation) -> str:
    """As a report of its champion. Double braces keep the State's name whole and the title's capitals."""
    fields = {
        "author": f"{{{_latex(citation.champion)}}}",
        "title": f"{{{_latex(citation.title)}}}",
        "institution": _latex(PUBLISHER),
        "type": _GENRE,
        "number": f"Version {citation.number}",
        "year": str(citation.published_on.year),
        "month": str(citation.published_on.month),
        "day": str(citation.published_on.day),
        "url": citation.address,
        "language": citation.language.value,
        "copyright": citation.licence,
    }
    library = Library()
    library.add(Entry("techreport", citation.key, [Field(name, value) for name, value in fields.items()]))
    return str(write_string(library))


def _ris(citation: Citation) -> str:
    reference = {
        "type_of_reference": "RPRT",
        "id": citation.key,
        "authors": [citation.champion],
        "title": citation.title,
        "abstract": _one_line(citation.summary),
        "type_of_work": _GENRE,
        "edition": f"Version {citation.number}",
        "publisher": PUBLISHER,
        "year": str(citation.published_on.year),
        "date": citation.published_on.strftime("%Y/%m/%d"),
        "language": citation.language.value,
        "urls": [citation.address],
        "notes": [citation.licence],
    }
    return str(rispy.dumps([reference]))


def _csl(citation: Citation) -> str:
    day = citation.published_on
    reference = {
        "id": citation.key,
        "type": "report",
        "title": citation.title,
        "author": [{"literal": citation.champion}],
        "abstract": citation.summary,
        "genre": _GENRE,
        "version": str(citation.number),
        "publisher": PUBLISHER,
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "language": citation.language.value,
        "URL": citation.address,
    }
    return json.dumps([reference], ensure_ascii=False)


_encoder = UnicodeToLatexEncoder(unknown_char_policy="keep", unknown_char_warning=False)


def _latex(text: str) -> str:
    """``text`` as LaTeX sets it: what it reads as commands is escaped; letters that it has no name for stay as they are."""
    return str(_encoder.unicode_to_latex(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())


_WRITERS: MappingProxyType[Form, Callable[[Citation], str]] = MappingProxyType(
    {Form.BIBTEX: _bibtex, Form.RIS: _ris, Form.CSL: _csl}
)
FORMS = tuple(_WRITERS)
