"""Writes of documents: adding them and their versions, changing, withdrawing."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import case, func, update
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.queries import champion_to_act_for
from api.documents import queries, rules
from api.documents.models import Document, DocumentFile, DocumentStatus, DocumentVisibility
from api.documents.schemas import DocumentBody, DocumentChange, DocumentForm, FileForm
from api.meetings import queries as meetings
from api.meetings.agenda_rules import with_inserted
from api.meetings.models import AgendaItem, Meeting, MeetingStatus
from api.platform.etags import check_revision
from api.platform.language import Language
from api.platform.problems import Conflict, Forbidden, InvalidInput
from api.platform.schemas import ReasonBody
from api.platform.storage import Storage
from api.platform.transitions import Transition
from api.uploads import intake, kinds


@dataclass(frozen=True, slots=True)
class Subject:
    """A document, locked, with where its meeting stands."""

    document: Document
    meeting_status: MeetingStatus


@dataclass(frozen=True, slots=True)
class Intake:
    """Where files go, and how large one may be."""

    storage: Storage
    max_bytes: int


async def load_for_change(
    session: AsyncSession, caller: Caller, meeting_id: UUID, document_id: UUID, expected_revision: int
) -> Subject:
    """The document, locked until the transaction ends; 404 where the caller may not see it, 412 where it is stale."""
    row = (
        await session.exec(
            select(Document, Meeting.status)
            .join(Meeting, col(Meeting.id) == col(Document.meeting_id))
            .where(
                col(Document.id) == document_id,
                col(Meeting.id) == meeting_id,
                queries.visible(caller),
                meetings.visible(caller),
            )
            .with_for_update(of=Document)
        )
    ).first()
    if row is None:
        raise queries.not_found()
    check_revision(row[0], expected_revision)
    return Subject(row[0], MeetingStatus(row[1]))


async def add(
    session: AsyncSession, caller: Caller, meeting_id: UUID, form: DocumentForm, taking: Intake
) -> DocumentBody:
    """Add a document to a meeting, the last of its documents."""
    await queries.check_meeting(session, caller, meeting_id)
    _check_sharing(caller, form.visibility)
    await _check_item(session, meeting_id, form.agenda_item_id)
    champion_id = (
        None
        if caller.is_secretariat and form.champion is None
        else await champion_to_act_for(session, caller, form.champion)
    )
    taken = await intake.take(session, taking.storage, caller, form, max_bytes=taking.max_bytes)
    await session.exec(select(Meeting.id).where(col(Meeting.id) == meeting_id).with_for_update())
    document = Document(
        meeting_id=meeting_id,
        agenda_item_id=form.agenda_item_id,
        title=form.title or kinds.title_from(taken.file_name),
        position=len(await _order(session, meeting_id)) + 1,
        visibility=form.visibility,
        champion_id=champion_id,
    )
    session.add(document)
    await _record(session, caller, "added", document, related={"file": (None, taken.file_name)})
    session.add(_file(document, caller, form, taken, number=1))
    await session.flush()
    return await queries.get_document(session, caller, meeting_id, document.id)


async def add_file(
    session: AsyncSession, caller: Caller, subject: Subject, form: FileForm, taking: Intake
) -> DocumentBody:
    """Add a version of the document; the ones before stay."""
    document = _require(caller, subject, "add-file")
    taken = await intake.take(session, taking.storage, caller, form, max_bytes=taking.max_bytes)
    number = await _newest(session, document.id, form.language) + 1
    session.add(_file(document, caller, form, taken, number=number))
    flag_modified(document, "updated_at")
    named = {"file": (None, taken.file_name), "version": (None, f"{form.language.value} {number}")}
    await _record(session, caller, "version-added", document, related=named)
    return await queries.get_document(session, caller, document.meeting_id, document.id)


async def change(session: AsyncSession, caller: Caller, subject: Subject, body: DocumentChange) -> DocumentBody:
    """Change a document; what the body leaves out stays. A new place moves the others."""
    document = _require(caller, subject, "change")
    values = body.model_dump(exclude_unset=True)
    if values.get("visibility", document.visibility) != document.visibility:
        _check_sharing(caller, values["visibility"])
    await _check_item(session, document.meeting_id, values.get("agenda_item_id"))
    position = values.pop("position", None)
    document.sqlmodel_update(values)
    order: list[UUID] = []
    if position is not None:
        others = [key for key in await _order(session, document.meeting_id) if key != document.id]
        order = with_inserted(others, document.id, position)
        document.position = order.index(document.id) + 1
    await _record(session, caller, "changed", document)
    await _number(session, order)
    return await queries.get_document(session, caller, document.meeting_id, document.id)


async def delete(session: AsyncSession, caller: Caller, subject: Subject) -> None:
    """Delete a document with its files, before the agenda went out; a sweep clears the storage."""
    document = _require(caller, subject, "delete")
    await session.delete(document)
    await _record(session, caller, "deleted", document)


async def take_step(
    session: AsyncSession, caller: Caller, subject: Subject, step: Transition[DocumentStatus], body: ReasonBody
) -> DocumentBody:
    """Withdraw a document, or share it again."""
    document = _require(caller, subject, step.verb)
    if step.asks_reason_in(document.status) and body.reason is None:
        raise InvalidInput.at("/reason", "Tell those who have read it why.", code="missing")
    document.status, document.status_reason = step.target, body.reason or ""
    await _record(session, caller, step.verb, document, reason=body.reason or "")
    return await queries.get_document(session, caller, document.meeting_id, document.id)


def _require(caller: Caller, subject: Subject, verb: str) -> Document:
    document = subject.document
    parties = caller.parties_to(document.champion_id)
    if not parties:
        raise Forbidden("This document is another champion's.")
    circulated = queries.is_circulated(subject.meeting_status)
    if verb not in rules.actions(document.status, parties, is_circulated=circulated):
        raise Conflict(
            "Champions have this document by now: withdraw it instead, and say why."
            if verb == "delete"
            else f"This document is {document.status.value}: {verb} is not open to you now."
        )
    return document


def _check_sharing(caller: Caller, visibility: DocumentVisibility) -> None:
    if not rules.may_share(visibility, caller.parties_to(None)):
        raise InvalidInput.at(
            "/visibility", "Share it with members. The co-chairs and the secretariat may share it further.", code="wide"
        )


async def _check_item(session: AsyncSession, meeting_id: UUID, item_id: UUID | None) -> None:
    if item_id is None:
        return
    statement = select(AgendaItem.id).where(col(AgendaItem.id) == item_id, col(AgendaItem.meeting_id) == meeting_id)
    if (await session.exec(statement)).first() is None:
        raise InvalidInput.at("/agenda_item_id", "This meeting has no such agenda item.", code="unknown")


async def _order(session: AsyncSession, meeting_id: UUID) -> list[UUID]:
    rows = await session.exec(
        select(Document.id)
        .where(col(Document.meeting_id) == meeting_id)
        .order_by(col(Document.position), col(Document.id))
    )
    return list(rows.all())


async def _number(session: AsyncSession, order: list[UUID]) -> None:
    """Number the documents from 1, without counting it as a change of each."""
    if order:
        places = case({key: place for place, key in enumerate(order, start=1)}, value=col(Document.id))
        statement = update(Document).where(col(Document.id).in_(order)).values(position=places)
        await session.exec(statement, execution_options={"synchronize_session": False})


async def _newest(session: AsyncSession, document_id: UUID, language: Language) -> int:
    statement = select(func.coalesce(func.max(DocumentFile.number), 0)).where(
        col(DocumentFile.document_id) == document_id, col(DocumentFile.language) == language
    )
    return (await session.exec(statement)).one()


def _file(document: Document, caller: Caller, form: FileForm, taken: intake.TakenFile, *, number: int) -> DocumentFile:
    return DocumentFile(
        document_id=document.id,
        language=form.language,
        number=number,
        note=form.note,
        person_id=caller.person_id,
        person_name=caller.name,
        **taken.fields,
    )


async def _record(
    session: AsyncSession,
    caller: Caller,
    what: str,
    document: Document,
    *,
    reason: str = "",
    related: dict[str, tuple[Any, Any]] | None = None,
) -> None:
    behalf = None if caller.owns(document.champion_id) else document.champion_id
    await audit.record(
        session,
        caller,
        f"document.{what}",
        document,
        title=document.title,
        on_behalf_of=behalf,
        reason=reason,
        related=related,
    )
