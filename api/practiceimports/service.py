"""Practices brought in from files: a dry run tells what would be added, then all of it is, or nothing."""

from uuid import UUID

from anyio import to_thread
from pydantic import ValidationError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.datastructures import UploadFile

from api.access.caller import Caller
from api.champions.queries import champion_to_act_for
from api.platform.documents.tables_in import UnreadableTable
from api.platform.problems import FieldProblem, InvalidInput
from api.practiceimports import reading
from api.practiceimports.reading import Told
from api.practiceimports.schemas import ImportedPractice, ImportOutcome, ImportQuery, PracticeImport
from api.practices import rules as practice_rules
from api.practices import service as practices
from api.practices.models import Practice
from api.practices.schemas import PracticeCreate

MOST_BYTES = 5 * 1_048_576
"""The largest file that is read."""


async def import_file(session: AsyncSession, caller: Caller, file: UploadFile, how: ImportQuery) -> PracticeImport:
    """What ``file`` brings, as drafts; added unless it is a dry run.

    ``InvalidInput`` at ``/file`` where it cannot be read; without a dry run also where a practice is faulty: nothing
    is added then.
    """
    await file.seek(0)
    content = await file.read()
    try:
        told, unread = await to_thread.run_sync(reading.read, content)
    except UnreadableTable as error:
        raise InvalidInput.at("/file", str(error), code="unreadable") from None
    bodies = [_body(one, how.champion) for one in told]
    there = await _there(session, caller, bodies)
    if not how.dry_run:
        _refuse_faults(told)
    said = []
    for one, body in zip(told, bodies, strict=True):
        found = there.get(_name(body)) if body else None
        if body and found is None and not how.dry_run:
            added = await practices.create(session, caller, body)
            there[_name(body)] = added.id
            said.append(_said(one, body, ImportOutcome.ADD, added.id))
        elif body:
            said.append(_said(one, body, ImportOutcome.ADD if found is None else ImportOutcome.THERE, found))
        else:
            said.append(_said(one, None, ImportOutcome.ERROR, None))
    counts = {outcome: sum(one.outcome is outcome for one in said) for outcome in ImportOutcome}
    return PracticeImport(
        is_applied=not how.dry_run,
        added=counts[ImportOutcome.ADD],
        there=counts[ImportOutcome.THERE],
        faulty=counts[ImportOutcome.ERROR],
        unread=unread,
        practices=said,
    )


def _body(told: Told, champion: str | None) -> PracticeCreate | None:
    """The practice as a request would bring it; ``None`` where something must be mended first."""
    filled = {name: value for name, value in told.fields.items() if value not in (None, "", [])}
    try:
        body = PracticeCreate.model_validate({"champion": champion} | filled)
    except ValidationError as error:
        for fault in error.errors():
            told.fault(str(fault["loc"][0]), fault["msg"].removeprefix("Value error, "), code=fault["type"])
    return None if told.faults else body


async def _there(
    session: AsyncSession, caller: Caller, bodies: list[PracticeCreate | None]
) -> dict[tuple[str | None, str], UUID]:
    """The practices of these titles that the champions have already, by champion and title."""
    titles = {body.title for body in bodies if body}
    found: dict[tuple[str | None, str], UUID] = {}
    for iso3 in {body.champion for body in bodies if body}:
        champion_id = await champion_to_act_for(session, caller, iso3)
        theirs = await session.exec(
            select(Practice.title, Practice.id).where(
                col(Practice.champion_id) == champion_id, col(Practice.title).in_(titles)
            )
        )
        found |= {(iso3, title): key for title, key in theirs}
    return found


def _name(body: PracticeCreate) -> tuple[str | None, str]:
    return body.champion, body.title


def _said(
    told: Told, body: PracticeCreate | None, outcome: ImportOutcome, practice_id: UUID | None
) -> ImportedPractice:
    return ImportedPractice(
        place=told.place,
        title=body.title if body else str(told.fields.get("title") or "")[:200],
        outcome=outcome,
        practice_id=practice_id,
        missing=practice_rules.still_missing(body.model_dump()) if body else [],
        errors=told.faults,
    )


def _refuse_faults(told: list[Told]) -> None:
    faults = [(one.place, fault) for one in told for fault in one.faults]
    if faults:
        raise InvalidInput(
            f"{len(faults)} fields need mending; nothing was added.",
            errors=[
                FieldProblem(pointer="/file", code=fault.code, detail=f"{place}, {fault.field}: {fault.detail}")
                for place, fault in faults[:100]
            ],
        )
