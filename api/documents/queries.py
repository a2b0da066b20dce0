"""Reads of documents: one statement for a meeting's documents with all their files."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, false, func, or_, true
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.documents import rules
from api.documents.models import Document, DocumentFile, DocumentStatus, DocumentVisibility
from api.documents.schemas import DocumentBody, DocumentFileBody, DocumentQuery
from api.meetings import agenda_queries
from api.meetings import queries as meetings
from api.meetings.agenda_schemas import LinkedRecord
from api.meetings.models import AgendaItem, AgendaItemStatus, Meeting, MeetingStatus
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.platform.storage import KeptFile
from api.uploads import kinds

_SORT = Sort(col(Document.id), {"position": col(Document.position)})
_FIELDS = (
    "id", "revision", "created_at", "updated_at", "meeting_id", "title", "position", "visibility", "status",
    "status_reason", "source", "confidence", "is_demonstration",
)  # fmt: skip
_FILE_FIELDS = (
    "id", "language", "number", "note", "file_name", "media_type", "size", "person_name", "created_at",
)  # fmt: skip
_WORDS = {kind.media_type: kind.word for kind in kinds.KINDS}


def visible(caller: Caller) -> ColumnElement[bool]:
    """Of the documents of visible meetings, those that were shared with callers like this one.

    A withdrawn one shows to the chairs and to its own champion.
    """
    if caller.is_chair:
        return true()
    counts = or_(col(Document.status) == DocumentStatus.SHARED, owns(caller, Document.champion_id))
    if caller.is_member:
        return counts
    shared = [DocumentVisibility.PUBLIC, *([DocumentVisibility.OBSERVERS] if caller.is_observer else [])]
    return and_(counts, col(Document.visibility).in_(shared))


async def list_documents(
    session: AsyncSession, caller: Caller, meeting_id: UUID, query: DocumentQuery
) -> Page[DocumentBody]:
    """One page of the documents of a meeting, in their order; ``NotFound`` where the meeting is not for the caller."""
    await check_meeting(session, caller, meeting_id)
    return await _SORT.fetch(
        session,
        _documents(caller).where(col(Document.meeting_id) == meeting_id),
        sort="position",
        query=query,
        build=lambda row: _body(caller, row),
    )


async def get_document(session: AsyncSession, caller: Caller, meeting_id: UUID, document_id: UUID) -> DocumentBody:
    """One document with its files; ``NotFound`` where the caller may not see it."""
    found = await session.exec(
        _documents(caller).where(col(Document.id) == document_id, col(Document.meeting_id) == meeting_id)
    )
    row = found.first()
    if row is None:
        raise not_found()
    return _body(caller, row)


async def check_meeting(session: AsyncSession, caller: Caller, meeting_id: UUID) -> None:
    """Raise ``NotFound`` where the caller may not see the meeting."""
    seen = await session.exec(select(Meeting.id).where(col(Meeting.id) == meeting_id, meetings.visible(caller)))
    if seen.first() is None:
        raise meetings.not_found()


async def get_file(
    session: AsyncSession, caller: Caller, meeting_id: UUID, document_id: UUID, file_id: UUID
) -> KeptFile:
    """Where a file is and what it is called; ``NotFound`` where the caller may not have it."""
    row = (
        await session.exec(
            columns(
                DocumentFile.file_name,
                DocumentFile.media_type,
                DocumentFile.size,
                DocumentFile.sha256,
                DocumentFile.storage_key,
            )
            .join(Document, col(Document.id) == col(DocumentFile.document_id))
            .join(Meeting, col(Meeting.id) == col(Document.meeting_id))
            .where(
                col(DocumentFile.id) == file_id,
                col(Document.id) == document_id,
                col(Meeting.id) == meeting_id,
                visible(caller),
                meetings.visible(caller),
            )
        )
    ).first()
    if row is None:
        raise NotFound("There is no such file, or it is not for you to see.")
    return KeptFile(*row)


async def files_to_send(session: AsyncSession, file_ids: Sequence[UUID]) -> dict[UUID, KeptFile]:
    """Where files are that the caller is known to see, by key."""
    rows = await session.exec(
        columns(
            DocumentFile.id,
            DocumentFile.file_name,
            DocumentFile.media_type,
            DocumentFile.size,
            DocumentFile.sha256,
            DocumentFile.storage_key,
        ).where(col(DocumentFile.id).in_(file_ids))
    )
    return {row[0]: KeptFile(*row[1:]) for row in rows}


def not_found() -> NotFound:
    """The problem for a document that is not there, or not for the caller."""
    return NotFound("This meeting has no such document, or it is not for you to see.")


def _documents(caller: Caller) -> Any:
    file = [getattr(DocumentFile, name) for name in _FILE_FIELDS]
    files = (
        select(
            func.json_agg(
                aggregate_order_by(
                    func.json_build_array(*file), col(DocumentFile.language), col(DocumentFile.number).desc()
                )
            )
        )
        .where(col(DocumentFile.document_id) == col(Document.id))
        .scalar_subquery()
    )
    return (
        columns(
            *(getattr(Document, name) for name in _FIELDS),
            Document.agenda_item_id,
            col(AgendaItem.title).label("agenda_item_title"),
            Document.champion_id,
            Champion.iso3,
            col(Meeting.status).label("meeting_status"),
            files.label("files"),
        )
        .join(Meeting, col(Meeting.id) == col(Document.meeting_id))
        .outerjoin(AgendaItem, and_(col(AgendaItem.id) == col(Document.agenda_item_id), _sees_item(caller)))
        .outerjoin(Champion, col(Champion.id) == col(Document.champion_id))
        .where(visible(caller), meetings.visible(caller))
    )


def _sees_item(caller: Caller) -> ColumnElement[bool]:
    if caller.is_member:
        return true()
    if not agenda_queries.sees_agenda(caller, is_shared_with_observers=True):
        return false()
    return and_(col(Meeting.is_shared_with_observers), col(AgendaItem.status) == AgendaItemStatus.ACCEPTED)


def _body(caller: Caller, row: Row[Any]) -> DocumentBody:
    return DocumentBody.model_construct(
        **dict(zip(_FIELDS, row, strict=False)),
        agenda_item=LinkedRecord.model_construct(id=row.agenda_item_id, title=row.agenda_item_title)
        if row.agenda_item_title
        else None,
        champion=ChampionRef.of(row.champion_id, row.iso3) if row.champion_id else None,
        files=_files(row.files or []),
        actions=rules.actions(
            row.status, caller.parties_to(row.champion_id), is_circulated=is_circulated(row.meeting_status)
        )
        if caller.is_member
        else [],
    )


def is_circulated(status: MeetingStatus) -> bool:
    """Whether people have been sent the documents of a meeting in ``status``."""
    return status not in {MeetingStatus.PLANNED, MeetingStatus.AGENDA_OPEN, MeetingStatus.POSTPONED}


def _files(rows: list[list[Any]]) -> list[DocumentFileBody]:
    newest: set[str] = set()
    files = []
    for row in rows:
        values = dict(zip(_FILE_FIELDS, row, strict=True))
        language = values["language"]
        files.append(
            DocumentFileBody(**values, is_current=language not in newest, kind=_WORDS.get(values["media_type"], ""))
        )
        newest.add(language)
    return files
