"""Writes of processes: the calendar of what happens outside the Initiative, and who leads in it for the Champions."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete as delete_rows
from sqlalchemy import or_
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.models import Champion
from api.champions.queries import champion_ids
from api.identity.models import Person
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import InvalidInput
from api.platform.references import check_unreferenced
from api.processes import queries, rules
from api.processes.models import Process, ProcessLead
from api.processes.schemas import LeadFields, ProcessBody, ProcessChange, ProcessCreate

Subject = Process
"""What a write works on, for the routes, which know no tables."""


async def create(session: AsyncSession, caller: Caller, body: ProcessCreate) -> ProcessBody:
    """Add a process; it lasts one day and gets a key where the body says nothing else."""
    leads = await _resolve(session, body.leads)
    values = body.model_dump(exclude={"key", "ends_on", "leads"})
    process = Process(**values, key=body.key or await _free_key(session, body), ends_on=body.ends_on or body.starts_on)
    session.add(process)
    await audit.record(
        session,
        caller,
        "process.created",
        process,
        title=process.title,
        related={"leads": (None, _told(leads) or None)},
    )
    await _save(session, process, leads)
    return await queries.get_process(session, caller, process.id)


async def _free_key(session: AsyncSession, body: ProcessCreate) -> str:
    taken = await session.exec(select(Process.key).where(col(Process.key).contains(f"-{body.starts_on.year}")))
    return rules.key_for(body.kind, body.commission, body.starts_on.year, set(taken))


async def load_for_change(session: AsyncSession, process_id: UUID, expected_revision: int) -> Process:
    """The process, locked until the transaction ends; 412 where it is stale."""
    process = (await session.exec(select(Process).where(col(Process.id) == process_id).with_for_update())).first()
    if process is None:
        raise queries.not_found()
    check_revision(process, expected_revision)
    return process


async def change(session: AsyncSession, caller: Caller, process: Process, body: ProcessChange) -> ProcessBody:
    """Change a process; what the body leaves out stays."""
    process.sqlmodel_update(body.model_dump(exclude_unset=True, exclude={"leads"}))
    process.ends_on = process.ends_on or process.starts_on
    related: dict[str, tuple[Any, Any]] = {}
    if "leads" in body.model_fields_set:
        leads = await _resolve(session, body.leads)
        related["leads"] = (await _led_by(session, process), _told(leads))
        await _save(session, process, leads)
        flag_modified(process, "updated_at")
    await audit.record(session, caller, "process.changed", process, title=process.title, related=related)
    return await queries.get_process(session, caller, process.id)


async def delete(session: AsyncSession, caller: Caller, process: Process) -> None:
    """Delete a process that nothing is linked to; its deadlines, and who leads, go with it."""
    await check_unreferenced(session, process, "Take those links away first, or keep the process.")
    await session.delete(process)
    await audit.record(session, caller, "process.deleted", process, title=process.title)


_Leads = list[tuple[LeadFields, UUID]]


async def _resolve(session: AsyncSession, leads: list[LeadFields]) -> _Leads:
    """Each lead with its champion's key; ``InvalidInput`` for no champion, one named twice, or no person of its own."""
    codes = [lead.champion for lead in leads]
    keys = await champion_ids(session, codes, pointer="/leads")
    for place, iso3 in enumerate(codes):
        if iso3 in codes[:place]:
            raise InvalidInput.at(f"/leads/{place}/champion", f"{iso3} leads already: name it once.", code="repeated")
    named = [lead.person_id for lead in leads if lead.person_id]
    people = dict(
        (
            await session.exec(
                select(Person.id, Person.champion_id).where(
                    col(Person.id).in_(named), or_(col(Person.ended_at).is_(None), col(Person.ended_at) > clock.now())
                )
            )
        ).all()
    )
    for place, lead in enumerate(leads):
        if lead.person_id and people.get(lead.person_id) != keys[lead.champion]:
            raise InvalidInput.at(
                f"/leads/{place}/person_id", f"Name one of the people of {lead.champion}.", code="not_its_person"
            )
    return [(lead, keys[lead.champion]) for lead in leads]


async def _save(session: AsyncSession, process: Process, leads: _Leads) -> None:
    await session.exec(delete_rows(ProcessLead).where(col(ProcessLead.process_id) == process.id))
    session.add_all(
        ProcessLead(process_id=process.id, champion_id=champion_id, person_id=lead.person_id, task=lead.task)
        for lead, champion_id in leads
    )
    await session.flush()


async def _led_by(session: AsyncSession, process: Process) -> list[str]:
    rows = await session.exec(
        select(Champion.iso3, ProcessLead.task)
        .join(ProcessLead, col(ProcessLead.champion_id) == col(Champion.id))
        .where(col(ProcessLead.process_id) == process.id)
    )
    return sorted(_lead_told(iso3, task) for iso3, task in rows.all())


def _told(leads: _Leads) -> list[str]:
    return sorted(_lead_told(lead.champion, lead.task) for lead, _ in leads)


def _lead_told(iso3: str, task: str) -> str:
    return f"{iso3}: {task}" if task else iso3
