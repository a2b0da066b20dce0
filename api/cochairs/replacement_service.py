"""A seat changes hands in the middle of a term, with the reason; who sat before stays in the record."""

from uuid import UUID

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.queries import champion_ids
from api.cochairs import queries
from api.cochairs.models import CoChairSeat, CoChairTerm
from api.cochairs.rules import Period
from api.cochairs.schemas import CochairTermBody, Replacement
from api.cochairs.service import champions_for, codes_of, seats_of, title_of
from api.platform.problems import Conflict, FieldProblem, InvalidInput
from api.platform.schemas import ReasonBody
from api.vocabularies.catalogue import country_name


async def replace(session: AsyncSession, caller: Caller, term: CoChairTerm, body: Replacement) -> CochairTermBody:
    """Seat another champion from a day within the term; rights move at midnight UTC of that day.

    A day in the past puts the record right; one ahead takes effect by itself. Where the seat changes hands again later,
    the champion that joins sits until then.
    """
    if body.joining == body.leaving:
        raise InvalidInput.at("/joining", "Name another champion than the one that leaves.", code="same_champion_twice")
    seats = await seats_of(session, term)
    leaving_id = (await champion_ids(session, [body.leaving], pointer="/leaving"))[body.leaving]
    seat = _seat_to_hand_over(term, seats, leaving_id, body)
    ids = await champions_for(session, [body.joining], until=seat.ends_on, pointer="/joining")
    _check_sits_not_yet(seats, ids[body.joining], Period(body.from_day, seat.ends_on), body.joining)
    flag_modified(term, "updated_at")
    await _record(session, caller, term, "replace", body.reason, (body.leaving, body.joining, str(body.from_day)))
    taken_over = CoChairSeat(
        term_id=term.id,
        number=seat.number,
        champion_id=ids[body.joining],
        starts_on=body.from_day,
        ends_on=seat.ends_on,
        reason=body.reason,
    )
    seat.ends_on = body.from_day
    await session.flush()
    session.add(taken_over)
    await session.flush()
    return await queries.get_term(session, caller, term.id)


async def undo(session: AsyncSession, caller: Caller, term: CoChairTerm, body: ReasonBody) -> CochairTermBody:
    """Take back the latest replacement of a term: the one that sat before keeps its seat. The audit trail keeps both."""
    seats = await seats_of(session, term)
    latest = seats[-1]
    if latest.starts_on == term.starts_on:
        raise Conflict("No seat of this term has changed hands.")
    before = next(seat for seat in seats if seat.number == latest.number and seat.ends_on == latest.starts_on)
    leaving, joining = await codes_of(session, [before.champion_id, latest.champion_id])
    await champions_for(session, [leaving], until=latest.ends_on, pointer="/leaving")
    flag_modified(term, "updated_at")
    about = (joining, leaving, str(latest.starts_on))
    await _record(session, caller, term, "undo-replacement", body.reason or "", about)
    await session.delete(latest)
    await session.flush()
    before.ends_on = latest.ends_on
    await session.flush()
    return await queries.get_term(session, caller, term.id)


def _seat_to_hand_over(term: CoChairTerm, seats: list[CoChairSeat], leaving_id: UUID, body: Replacement) -> CoChairSeat:
    if not term.starts_on < body.from_day < term.ends_on:
        detail = (
            f"A seat changes hands between {term.starts_on} and {term.ends_on}, after the first day of the term. "
            "To have another pair from the first day, change the term."
        )
        raise InvalidInput.at("/from", detail, code="outside_the_term")
    seat = next((s for s in seats if s.champion_id == leaving_id and s.starts_on <= body.from_day < s.ends_on), None)
    if seat is None:
        detail = f"{country_name(body.leaving)} does not sit in this term on {body.from_day}."
        raise InvalidInput.at("/leaving", detail, code="not_seated")
    if seat.starts_on == body.from_day:
        detail = f"{country_name(body.leaving)} takes the seat on this very day. Undo that replacement first, or choose a later day."
        raise InvalidInput.at("/from", detail, code="takes_the_seat_that_day")
    return seat


def _check_sits_not_yet(seats: list[CoChairSeat], joining_id: UUID, period: Period, joining: str) -> None:
    if any(
        s.champion_id == joining_id and s.starts_on < period.ends_on and s.ends_on > period.starts_on for s in seats
    ):
        detail = f"{country_name(joining)} holds the other seat then. Name a champion that does not co-chair."
        raise Conflict(detail, errors=[FieldProblem(pointer="/joining", code="sits_already", detail=detail)])


async def _record(
    session: AsyncSession, caller: Caller, term: CoChairTerm, verb: str, reason: str, about: tuple[str, str, str]
) -> None:
    leaving, joining, day = about
    await audit.record(
        session,
        caller,
        f"cochair_term.{verb}",
        term,
        title=title_of(term),
        reason=reason,
        related={"co_chair": (leaving, joining), "from": (None, day)},
    )
