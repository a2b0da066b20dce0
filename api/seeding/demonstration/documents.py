"""The demonstration's documents: small, real files, made from the records that they are about."""

import io
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

import openpyxl
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.documents.models import Document, DocumentFile, DocumentVisibility
from api.identity.models import Person
from api.meetings.models import AgendaItem, AgendaItemStatus, Meeting, MeetingStatus
from api.platform import clock
from api.platform.documents import docx, paper
from api.platform.language import Language
from api.platform.storage import Storage
from api.seeding.cast import Cast
from api.uploads import kinds
from api.uploads.intake import PREFIX

_MADE_UP = {
    Language.ENGLISH: ("Draft agenda", "Demonstration document", "{minutes} minutes"),
    Language.FRENCH: ("Projet d’ordre du jour", "Document de démonstration", "{minutes} minutes"),
    Language.SPANISH: ("Proyecto de orden del día", "Documento de demostración", "{minutes} minutos"),
}
_ASKED = (
    ("Objective", "Champions that report progress"),
    ("3 Information", 21),
    ("8 Saving lives", 14),
    ("14 Consular protection", 17),
    ("23 International cooperation", 26),
)


async def add(session: AsyncSession, storage: Storage, cast: Cast, meetings: Sequence[Meeting]) -> None:
    """Add documents to the next meeting, and the conclusions to each meeting that is closed."""
    secretariat = cast.people["secretariat"]
    for meeting in meetings:
        items = await _agenda(session, meeting)
        if meeting.status is MeetingStatus.AGENDA_OPEN:
            await _prepared(session, storage, cast, meeting, items)
        elif meeting.status is MeetingStatus.CLOSED:
            document = _document(meeting, 1, "Conclusions of the meeting", visibility=DocumentVisibility.PUBLIC)
            session.add(document)
            await session.flush()
            content = await paper.as_pdf(
                paper.Paper(document.title, Language.ENGLISH, _line(meeting), blocks=[paper.Paragraph(meeting.summary)])
            )
            name = "Conclusions.pdf"
            session.add(await _file(storage, document, secretariat, content, kinds.PDF, name, days=-3))
    await session.flush()


async def _prepared(
    session: AsyncSession, storage: Storage, cast: Cast, meeting: Meeting, items: Sequence[AgendaItem]
) -> None:
    secretariat = cast.people["secretariat"]
    about = next((item for item in items if item.proposed_by_id == cast.champion("GMB")), None)
    agenda = _document(meeting, 1, "Draft agenda", visibility=DocumentVisibility.OBSERVERS)
    survey = _document(meeting, 2, "Survey of Champions")
    note = _document(
        meeting,
        3,
        "Note on the description grid for missing migrants",
        champion_id=cast.champion("GMB"),
        agenda_item_id=about.id if about else None,
    )
    session.add_all([agenda, survey, note])
    await session.flush()
    for language, (title, _, _) in _MADE_UP.items():
        content = await paper.as_pdf(_agenda_paper(meeting, items, language))
        session.add(
            await _file(
                storage, agenda, secretariat, content, kinds.PDF, f"{title}.pdf", language=language, number=1, days=-6
            )
        )
    second = await paper.as_pdf(_agenda_paper(meeting, items, Language.ENGLISH))
    session.add(
        await _file(
            storage,
            agenda,
            secretariat,
            second,
            kinds.PDF,
            "Draft agenda v2.pdf",
            number=2,
            days=-2,
            note="With the proposal of The Gambia.",
        )
    )
    session.add(await _file(storage, survey, secretariat, _survey(), kinds.XLSX, "Survey of Champions.xlsx", days=-4))
    words = paper.Paper(
        note.title,
        Language.ENGLISH,
        _MADE_UP[Language.ENGLISH][1],
        blocks=[paper.Paragraph(about.description if about else "One grid, filled in the same way on every coast.")],
    )
    session.add(
        await _file(
            storage, note, cast.focal_point("GMB"), docx.as_docx(words), kinds.DOCX, "Description grid.docx", days=-3
        )
    )


def _agenda_paper(meeting: Meeting, items: Sequence[AgendaItem], language: Language) -> paper.Paper:
    title, made_up, minutes = _MADE_UP[language]
    entries = [
        paper.Entry(f"{place}. {item.title}", minutes.format(minutes=item.minutes))
        for place, item in enumerate(items, start=1)
    ]
    return paper.Paper(title, language, _line(meeting), made_up, [paper.Points(entries)])


def _line(meeting: Meeting) -> str:
    return f"{meeting.title}, {meeting.starts_at:%Y-%m-%d}"


def _survey() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    for row in _ASKED:
        sheet.append(row)
    sheet.column_dimensions["A"].width = sheet.column_dimensions["B"].width = 32
    book.save(out)
    return out.getvalue()


async def _agenda(session: AsyncSession, meeting: Meeting) -> Sequence[AgendaItem]:
    rows = await session.exec(
        select(AgendaItem)
        .where(col(AgendaItem.meeting_id) == meeting.id, col(AgendaItem.status) == AgendaItemStatus.ACCEPTED)
        .order_by(col(AgendaItem.position))
    )
    return rows.all()


def _document(meeting: Meeting, position: int, title: str, **fields: Any) -> Document:
    return Document(meeting_id=meeting.id, position=position, title=title, is_demonstration=True, **fields)


async def _file(
    storage: Storage,
    document: Document,
    person: Person,
    content: bytes,
    kind: kinds.FileKind,
    name: str,
    *,
    days: int,
    **fields: Any,
) -> DocumentFile:
    async def whole() -> AsyncIterator[bytes]:
        yield content

    key = f"{PREFIX}/{uuid4()}"
    stored = await storage.put(key, whole())
    made_at = clock.now() + timedelta(days=days)
    values: dict[str, Any] = {"language": Language.ENGLISH, "number": 1} | fields
    return DocumentFile(
        document_id=document.id,
        file_name=name,
        media_type=kind.media_type,
        size=stored.size,
        sha256=stored.sha256,
        storage_key=key,
        person_id=person.id,
        person_name=person.name,
        created_at=made_at,
        updated_at=made_at,
        **values,
    )
