"""The meeting pack: the agenda and the documents as one PDF with a contents page and bookmarks, or as a ZIP of files.

It holds what the caller may see, in their language where a document exists in it. Pictures are set on a page of their
own. What is neither, or cannot be opened, is named on the contents page as attached separately, and never breaks the pack.
"""

import io
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import anyio.to_thread
from pypdf import PdfReader, PdfWriter
from sqlmodel.ext.asyncio.session import AsyncSession
from zipstream import ZipStream

from api.access.caller import Caller
from api.documents import queries
from api.documents.models import DocumentStatus
from api.documents.schemas import DocumentBody, DocumentQuery
from api.meetings import queries as meetings
from api.meetings.models import AgendaItemStatus
from api.meetings.schemas import MeetingBody
from api.platform import language
from api.platform.documents import paper, picture
from api.platform.language import Language
from api.platform.storage import KeptFile, Storage
from api.platform.texts import safe_file_name
from api.platform.wording import words
from api.uploads import kinds

MOST_BYTES = 100 * 2**20
"""Documents beyond this many bytes together are named, not bound in."""

_PICTURES = frozenset({kinds.PNG.media_type, kinds.JPEG.media_type})
_BOUND = _PICTURES | {kinds.PDF.media_type}


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A document in the one file of it that goes into the pack."""

    title: str
    champion: str
    file: KeptFile


@dataclass(frozen=True, slots=True)
class Pack:
    """What goes into the pack of a meeting, in its order."""

    meeting: MeetingBody
    enclosures: Sequence[Enclosure]


async def gather(session: AsyncSession, caller: Caller, meeting_id: UUID) -> Pack:
    """What the caller sees of a meeting; ``NotFound`` where that is nothing."""
    meeting = await meetings.get_meeting(session, caller, meeting_id)
    page = await queries.list_documents(session, caller, meeting_id, DocumentQuery())
    chosen = [
        (document, file)
        for document in page.items
        if document.status is DocumentStatus.SHARED and (file := _file_for(document)) is not None
    ]
    found = await queries.files_to_send(session, [file for _, file in chosen])
    return Pack(
        meeting,
        [
            Enclosure(document.title, document.champion.name if document.champion else "", found[file])
            for document, file in chosen
        ],
    )


async def as_pdf(pack: Pack, storage: Storage) -> bytes:
    """The pack as one PDF: contents, then each document behind a page with its title, all bookmarked."""
    parts: list[tuple[int, PdfReader, PdfReader]] = []
    taken = 0
    for number, enclosure in enumerate(pack.enclosures):
        if enclosure.file.media_type not in _BOUND or taken + enclosure.file.size > MOST_BYTES:
            continue
        opened = await _to_bind(enclosure, await storage.read_whole(enclosure.file.storage_key))
        if opened is not None:
            taken += enclosure.file.size
            parts.append((number, await _title_page(pack, enclosure), opened))
    first = await _contents(pack, {})
    pages, at = {}, len(first.pages) + 1
    for number, title, body in parts:
        pages[number] = at
        at += len(title.pages) + len(body.pages)
    contents = await _contents(pack, pages)
    return await anyio.to_thread.run_sync(_bound, pack, contents, parts)


async def as_zip(pack: Pack, storage: Storage) -> AsyncIterator[bytes]:
    """The pack as a ZIP: the agenda as PDF, then each document's file, numbered so that they stay in order."""
    archive = ZipStream()
    archive.add(await paper.as_pdf(_paper(pack, {})), f"00 {safe_file_name(_words()['agenda'])}.pdf")
    for chunk in archive.all_files():
        yield chunk
    for number, enclosure in enumerate(pack.enclosures, start=1):
        name = safe_file_name(f"{enclosure.title}.{kinds.extension_of(enclosure.file.file_name)}")
        archive.add(await storage.read_whole(enclosure.file.storage_key), f"{number:02} {name}")
        for chunk in archive.all_files():
            yield chunk
    for chunk in archive.finalize():
        yield chunk


def _file_for(document: DocumentBody) -> UUID | None:
    """The newest file in the reader's language, else in English, else in any."""
    current = {file.language: file.id for file in document.files if file.is_current}
    wanted = (language.current(), Language.ENGLISH, *current)
    return next((current[tongue] for tongue in wanted if tongue in current), None)


def _words() -> dict[str, Any]:
    return words("documents", language.current())


def _paper(pack: Pack, pages: dict[int, int]) -> paper.Paper:
    said = _words()
    items = [item for item in pack.meeting.agenda_items if item.status is AgendaItemStatus.ACCEPTED]
    blocks: list[paper.Block] = []
    if items:
        entries = [
            paper.Entry(f"{item.position}. {item.title}", said["minutes"].format(item.minutes)) for item in items
        ]
        blocks += [paper.Heading(said["agenda"]), paper.Points(entries)]
    if pack.enclosures:
        told = [
            paper.Entry(
                f"{number + 1}. {enclosure.title}",
                said["page"].format(pages[number]) if number in pages else said["attached_separately"],
            )
            for number, enclosure in enumerate(pack.enclosures)
        ]
        blocks += [paper.Heading(said["documents"]), paper.Points(told)]
    return paper.Paper(pack.meeting.title, language.current(), _when(pack.meeting), blocks=blocks)


def _when(meeting: MeetingBody) -> str:
    return f"{meeting.starts_at:%Y-%m-%d %H:%M} UTC"


async def _contents(pack: Pack, pages: dict[int, int]) -> PdfReader:
    return PdfReader(io.BytesIO(await paper.as_pdf(_paper(pack, pages))))


async def _title_page(pack: Pack, enclosure: Enclosure) -> PdfReader:
    by = _words()["by"].format(enclosure.champion) if enclosure.champion else ""
    page = paper.Paper(enclosure.title, language.current(), by, footer=pack.meeting.title)
    return PdfReader(io.BytesIO(await paper.as_pdf(page)))


async def _to_bind(enclosure: Enclosure, content: bytes) -> PdfReader | None:
    if enclosure.file.media_type in _PICTURES:
        try:
            content = await picture.as_pdf(content, enclosure.file.media_type, enclosure.title)
        except ValueError:
            return None
    return await anyio.to_thread.run_sync(_opened, content)


def _opened(content: bytes) -> PdfReader | None:
    """The PDF, if it can be read to its last page and bound; ``None`` for a damaged or locked one."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted or not reader.pages:
            return None
        trial = PdfWriter()
        trial.append(reader, import_outline=False)
        trial.write(io.BytesIO())
    except Exception:  # whatever a hostile file does to its reader, the pack goes on without it
        return None
    return reader


def _bound(pack: Pack, contents: PdfReader, parts: Sequence[tuple[int, PdfReader, PdfReader]]) -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    writer.append(contents, import_outline=False)
    for number, title, body in parts:
        at = len(writer.pages)
        writer.append(title, import_outline=False)
        writer.append(body, import_outline=False)
        writer.add_outline_item(title=pack.enclosures[number].title, page_number=at)
    writer.add_metadata({"/Title": pack.meeting.title})
    writer.write(out)
    return out.getvalue()
