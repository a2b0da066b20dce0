"""Documents with their files, and files of every kind that is taken."""

import base64
import io
import struct
import zlib
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID, uuid4

import docx
import openpyxl
from pypdf import PdfWriter
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.documents.models import Document, DocumentFile
from api.platform.language import Language
from api.platform.storage import Storage


async def make_document(
    session: AsyncSession, storage: Storage, meeting_id: UUID, champion: Champion | None = None, **fields: Any
) -> tuple[Document, DocumentFile]:
    """A note of ``champion``, or of the co-chairs, in English, and its only file."""
    values = {"title": "Note on missing migrants", "position": 1} | fields
    document = Document(meeting_id=meeting_id, champion_id=champion.id if champion else None, **values)
    session.add(document)
    await session.flush()
    file = await make_file(session, storage, document)
    return document, file


async def make_file(
    session: AsyncSession,
    storage: Storage,
    document: Document,
    content: bytes = b"Three points.",
    **fields: Any,
) -> DocumentFile:
    """A version of ``document``."""

    async def chunks() -> AsyncIterator[bytes]:
        yield content

    key = f"documents/{uuid4()}"
    stored = await storage.put(key, chunks())
    values = {
        "language": Language.ENGLISH,
        "number": 1,
        "file_name": "Note.txt",
        "media_type": "text/plain",
        "person_name": "Amina Diallo",
    } | fields
    file = DocumentFile(document_id=document.id, storage_key=key, size=stored.size, sha256=stored.sha256, **values)
    session.add(file)
    await session.commit()
    return file


def pdf(pages: int = 1, *, password: str | None = None) -> bytes:
    """A PDF of blank pages."""
    writer, out = PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    if password:
        writer.encrypt(password)
    writer.write(out)
    return out.getvalue()


def png(width: int = 3, height: int = 2) -> bytes:
    """A grey picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg() -> bytes:
    """A black pixel (the smallest that decoders take)."""
    return base64.b64decode(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////"
        "////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z"
    )


def word(text: str = "Draft agenda") -> bytes:
    """A DOCX file of one paragraph."""
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def spreadsheet() -> bytes:
    """An XLSX file of one cell."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active["A1"] = "Champion"
    book.save(out)
    return out.getvalue()


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
"""A picture of one pixel."""
