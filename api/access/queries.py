"""Loads the caller in one statement: person, champion, and the seat that the clock gives it."""

from uuid import UUID

from sqlalchemy import Date, Uuid, and_
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller, SeatedTerm
from api.access.rules import INCOMING_READS_AHEAD, roles_of
from api.champions.models import Champion
from api.cochairs.models import CoChairSeat
from api.identity.models import Person
from api.platform import clock
from api.platform.database import columns
from api.platform.prepared import PreparedStatement, given

_CALLER = PreparedStatement(
    columns(
        Person.name,
        Person.standing,
        Person.is_lead,
        Person.ended_at,
        Person.last_seen_at,
        Person.champion_id,
        Champion.iso3,
        Champion.left_on,
        CoChairSeat.term_id,
        CoChairSeat.starts_on,
        CoChairSeat.ends_on,
    )
    .outerjoin(Champion, col(Champion.id) == col(Person.champion_id))
    .outerjoin(
        CoChairSeat,
        and_(
            col(CoChairSeat.champion_id) == col(Person.champion_id),
            col(CoChairSeat.ends_on) > given("today", Date),
            col(CoChairSeat.starts_on) <= given("reads_until", Date),
        ),
    )
    .where(col(Person.id) == given("person_id", Uuid))
    .order_by(col(CoChairSeat.starts_on))
    .limit(1)
)


async def load_caller(session: AsyncSession, person_id: UUID, *, request_id: str) -> Caller | None:
    """The caller with the roles of this moment; ``None`` where the account has ended or its champion has left."""
    today, now = clock.today(), clock.now()
    found = await _CALLER.rows(
        session, {"person_id": person_id, "today": today, "reads_until": today + INCOMING_READS_AHEAD}
    )
    if not found:
        return None
    row = found[0]
    if (row["ended_at"] and row["ended_at"] <= now) or (row["left_on"] and row["left_on"] <= today):
        return None
    return Caller(
        person_id=person_id,
        name=row["name"],
        champion_id=row["champion_id"],
        iso3=row["iso3"],
        roles=roles_of(row["standing"], is_lead=row["is_lead"], seated_from=row["starts_on"], today=today),
        term=SeatedTerm(row["term_id"], row["starts_on"], row["ends_on"]) if row["term_id"] else None,
        last_seen_at=row["last_seen_at"],
        request_id=request_id,
    )
