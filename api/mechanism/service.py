"""Writes of the mechanism's records. Champions keep their own; the co-chairs and the secretariat put them in order."""

from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import delete as delete_rows
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.models import Champion
from api.champions.queries import champion_ids, champion_to_act_for
from api.mechanism import queries
from api.mechanism.models import (
    FundAdvocacy,
    FundCall,
    JointProgramme,
    NetworkTool,
    ProgrammeChampion,
    ProgrammePart,
    ToolSupport,
)
from api.mechanism.schemas import (
    AdvocacyBody,
    AdvocacyChange,
    AdvocacyCreate,
    CallBody,
    CallChange,
    CallCreate,
    ProgrammeBody,
    ProgrammeChange,
    ProgrammeCreate,
    ProgrammeFields,
    SupportBody,
    ToolBody,
    ToolChange,
    ToolCreate,
)
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.local_time import instant_of
from api.platform.problems import Forbidden, InvalidInput, NotFound

Kept = TypeVar("Kept", JointProgramme, FundCall, FundAdvocacy, NetworkTool)

Programme = JointProgramme
Call = FundCall
Advocacy = FundAdvocacy
Tool = NetworkTool
"""What writes work on, for the routes, which know no tables."""

_NAMES: dict[Any, str] = {
    JointProgramme: "joint_programme",
    FundCall: "fund_call",
    FundAdvocacy: "fund_advocacy",
    NetworkTool: "network_tool",
}
_PARTS = {part.value for part in ProgrammePart}


async def load_for_change(
    session: AsyncSession, caller: Caller, table: type[Kept], key: UUID, expected_revision: int
) -> Kept:
    """The record, locked until the transaction ends; 404 where the caller may not see it, 412 where it is stale."""
    seen = select(table).where(col(table.id) == key, *queries.visible(caller, table)).with_for_update()
    record = (await session.exec(seen)).first()
    if record is None:
        raise NotFound("There is no such record, or it is not for you to see.")
    check_revision(record, expected_revision)
    return record


async def create_programme(session: AsyncSession, caller: Caller, body: ProgrammeCreate) -> ProgrammeBody:
    """Write down a joint programme with the champions that fund, host or propose it."""
    parts = await _parts(session, body, given=_PARTS)
    programme = JointProgramme(
        champion_id=await _owner(session, caller, body.champion), **body.model_dump(exclude={"champion", *_PARTS})
    )
    session.add(programme)
    await _record(session, caller, "created", programme, related={part: (None, sorted(parts[part])) for part in parts})
    await _save_parts(session, programme, parts)
    return await queries.get_programme(session, caller, programme.id)


async def change_programme(
    session: AsyncSession, caller: Caller, programme: JointProgramme, body: ProgrammeChange
) -> ProgrammeBody:
    """Change a joint programme; what the body leaves out stays."""
    _require_own(caller, programme.champion_id)
    parts = await _parts(session, body, given=_PARTS & body.model_fields_set)
    before = await _parts_of(session, programme)
    programme.sqlmodel_update(body.model_dump(exclude_unset=True, exclude=_PARTS))
    related = {part: (before.get(part, []), sorted(parts[part])) for part in parts}
    if related:
        flag_modified(programme, "updated_at")
    await _record(session, caller, "changed", programme, related=related)
    await _save_parts(session, programme, parts)
    return await queries.get_programme(session, caller, programme.id)


async def create_call(session: AsyncSession, caller: Caller, body: CallCreate) -> CallBody:
    """Write down a call of the fund."""
    call = FundCall(**_closing(body.model_dump(), body, body.time_zone))
    return await _saved_call(session, caller, call, "created")


async def change_call(session: AsyncSession, caller: Caller, call: FundCall, body: CallChange) -> CallBody:
    """Change a call; what the body leaves out stays."""
    values = body.model_dump(exclude_unset=True)
    call.sqlmodel_update(_closing(values, body, values.get("time_zone", call.time_zone)))
    return await _saved_call(session, caller, call, "changed")


async def create_advocacy(session: AsyncSession, caller: Caller, body: AdvocacyCreate) -> AdvocacyBody:
    """Write down what was done for the fund."""
    done = FundAdvocacy(
        champion_id=await _owner(session, caller, body.champion), **body.model_dump(exclude={"champion"})
    )
    session.add(done)
    await _record(session, caller, "created", done)
    return await queries.get_advocacy(session, caller, done.id)


async def change_advocacy(
    session: AsyncSession, caller: Caller, done: FundAdvocacy, body: AdvocacyChange
) -> AdvocacyBody:
    """Change what was written down; what the body leaves out stays."""
    _require_own(caller, done.champion_id)
    done.sqlmodel_update(body.model_dump(exclude_unset=True))
    await _record(session, caller, "changed", done)
    return await queries.get_advocacy(session, caller, done.id)


async def create_tool(session: AsyncSession, caller: Caller, body: ToolCreate) -> ToolBody:
    """Write down what the Network makes."""
    tool = NetworkTool(**body.model_dump())
    session.add(tool)
    await _record(session, caller, "created", tool)
    return await queries.get_tool(session, caller, tool.id)


async def change_tool(session: AsyncSession, caller: Caller, tool: NetworkTool, body: ToolChange) -> ToolBody:
    """Change it; what the body leaves out stays."""
    tool.sqlmodel_update(body.model_dump(exclude_unset=True))
    await _record(session, caller, "changed", tool)
    return await queries.get_tool(session, caller, tool.id)


async def support_tool(session: AsyncSession, caller: Caller, tool: NetworkTool, body: SupportBody) -> ToolBody:
    """Say that a champion supports or tests it, and what it has to say; once a champion, the last word counts."""
    champion_id = await champion_to_act_for(session, caller, body.champion)
    support = await _support(session, tool, champion_id)
    if support is None:
        support = ToolSupport(tool_id=tool.id, champion_id=champion_id, part=body.part, since_on=clock.today())
        session.add(support)
    support.part, support.feedback = body.part, body.feedback
    await _record_support(session, caller, "said", tool, support)
    return await queries.get_tool(session, caller, tool.id)


async def end_support(session: AsyncSession, caller: Caller, tool: NetworkTool, iso3: str | None) -> ToolBody:
    """Say that a champion does not support or test it any more."""
    champion_id = await champion_to_act_for(session, caller, iso3)
    support = await _support(session, tool, champion_id)
    if support is None:
        raise NotFound("This champion neither supports nor tests it.")
    await session.delete(support)
    await _record_support(session, caller, "ended", tool, support)
    return await queries.get_tool(session, caller, tool.id)


async def delete(session: AsyncSession, caller: Caller, record: Kept) -> None:
    """Delete a record; a champion's own is deleted by it, the co-chairs or the secretariat."""
    if isinstance(record, JointProgramme | FundAdvocacy):
        _require_own(caller, record.champion_id)
    await session.delete(record)
    await _record(session, caller, "deleted", record)


async def _owner(session: AsyncSession, caller: Caller, iso3: str | None) -> UUID | None:
    if iso3 is None and caller.is_secretariat:
        return None
    return await champion_to_act_for(session, caller, iso3)


def _require_own(caller: Caller, champion_id: UUID | None) -> None:
    if not caller.parties_to(champion_id):
        raise Forbidden("This is for the champion whose record it is, the co-chairs and the secretariat.")


def _closing(values: dict[str, Any], body: CallCreate | CallChange, zone: str) -> dict[str, Any]:
    """``values`` with the instant that was meant, and a day or an instant in place of the other."""
    if body.closes_at:
        values["closes_at"] = instant_of(body.closes_at, zone, pointer="/closes_at")
        values.setdefault("closes_on", None)
    elif body.closes_on:
        values.setdefault("closes_at", None)
    return values


async def _saved_call(session: AsyncSession, caller: Caller, call: FundCall, verb: str) -> CallBody:
    if (call.closes_on is None) == (call.closes_at is None):
        raise InvalidInput.at("/closes_on", "Give the day or the instant: one of the two.", code="either_or")
    session.add(call)
    await _record(session, caller, verb, call)
    return await queries.get_call(session, caller, call.id)


async def _parts(session: AsyncSession, body: ProgrammeFields, *, given: set[str]) -> dict[str, dict[str, UUID]]:
    return {part: await champion_ids(session, getattr(body, part), pointer=f"/{part}") for part in sorted(given)}


async def _save_parts(session: AsyncSession, programme: JointProgramme, parts: dict[str, dict[str, UUID]]) -> None:
    await session.exec(
        delete_rows(ProgrammeChampion).where(
            col(ProgrammeChampion.programme_id) == programme.id, col(ProgrammeChampion.part).in_(list(parts))
        )
    )
    session.add_all(
        ProgrammeChampion(programme_id=programme.id, champion_id=key, part=ProgrammePart(part))
        for part, champions in parts.items()
        for key in champions.values()
    )
    await session.flush()


async def _parts_of(session: AsyncSession, programme: JointProgramme) -> dict[str, list[str]]:
    rows = await session.exec(
        select(ProgrammeChampion.part, Champion.iso3)
        .join(Champion, col(Champion.id) == col(ProgrammeChampion.champion_id))
        .where(col(ProgrammeChampion.programme_id) == programme.id)
        .order_by(col(Champion.iso3))
    )
    held: dict[str, list[str]] = {}
    for part, iso3 in rows.all():
        held.setdefault(str(part), []).append(iso3)
    return held


async def _support(session: AsyncSession, tool: NetworkTool, champion_id: UUID) -> ToolSupport | None:
    chosen = select(ToolSupport).where(col(ToolSupport.tool_id) == tool.id, col(ToolSupport.champion_id) == champion_id)
    return (await session.exec(chosen.with_for_update())).first()


async def _record_support(
    session: AsyncSession, caller: Caller, verb: str, tool: NetworkTool, support: ToolSupport
) -> None:
    await audit.record(
        session,
        caller,
        f"network_tool.support-{verb}",
        support,
        title=tool.title,
        on_behalf_of=None if caller.owns(support.champion_id) else support.champion_id,
    )


async def _record(
    session: AsyncSession,
    caller: Caller,
    verb: str,
    record: Kept,
    *,
    related: dict[str, tuple[Any, Any]] | None = None,
) -> None:
    owner = record.champion_id if isinstance(record, JointProgramme | FundAdvocacy) else None
    await audit.record(
        session,
        caller,
        f"{_NAMES[type(record)]}.{verb}",
        record,
        title=record.title,
        on_behalf_of=None if caller.owns(owner) else owner,
        related=related,
    )
