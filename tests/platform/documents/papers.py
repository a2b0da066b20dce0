"""Papers that documents are made of, in one line each, and what is read back from them."""

import io
from typing import Any

import docx
from docx.document import Document
from pypdf import PdfReader

from api.platform.documents.paper import Paper
from api.platform.language import Language


def a_paper(*blocks: Any, **fields: Any) -> Paper:
    return Paper(**{"title": "Handover brief", "language": Language.ENGLISH, "blocks": blocks} | fields)


def pages(content: bytes) -> list[str]:
    """The text of each page of a PDF."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


def word(content: bytes) -> Document:
    """A DOCX file opened again."""
    return docx.Document(io.BytesIO(content))
