"""Reads of registrations: figures for everybody, names for those who lead."""

from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.activities import queries as activities
from api.activities import rules as activity_rules
from api.activities.models import Activity
from api.platform import clock
from api.platform.database import columns
from api.platform.problems import Forbidden, NotFound
from api.platform.records import Visibility
from api.registrations import rules
from api.registrations.models import Registration, RegistrationDesk
from api.registrations.rules import RegistrationSeat
from api.registrations.schemas import (
    DeskBody,
    OwnRegistration,
    RegistrationAnswer,
    RegistrationBody,
    RegistrationLinkBody,
    RegistrationList,
)

_LINK_ACTIONS = {
    RegistrationSeat.UNCONFIRMED: ["confirm"],
    RegistrationSeat.SEATED: ["withdraw"],
    RegistrationSeat.WAITING: ["withdraw"],
}


async def get_desk(session: AsyncSession, caller: Caller, activity_id: UUID) -> DeskBody:
    """Registration for an activity that the caller sees."""
    activity = await activities.get_visible(session, caller, activity_id)
    return await desk_body(session, caller, activity)


async def desk_body(session: AsyncSession, caller: Caller, activity: Activity) -> DeskBody:
    """Figures, the caller's own registration, and what they may do."""
    desk = (await session.exec(select(RegistrationDesk).where(col(RegistrationDesk.id) == activity.id))).first()
    order = await order_of(session, activity.id)
    capacity = desk.capacity if desk else None
    seated = len(order) if capacity is None else min(capacity, len(order))
    own = await _own(session, caller, activity.id, capacity)
    is_open = desk is not None and takes(activity, desk)
    actions = await _lead_actions(session, caller, activity, desk)
    if own:
        actions.append("withdraw")
    elif is_open and desk and may_register(caller, activity, desk):
        actions.append("register")
    return DeskBody(
        closes_at=desk.closes_at if desk else None,
        is_open=is_open,
        capacity=capacity,
        is_public=desk.is_public if desk else False,
        seated=seated,
        waiting=len(order) - seated,
        own=own,
        actions=actions,
    )


async def list_registrations(session: AsyncSession, caller: Caller, activity_id: UUID) -> RegistrationList:
    """Everybody who comes or waits; ``Forbidden`` for all but those who lead and the secretariat."""
    activity = await activities.get_visible(session, caller, activity_id)
    if (await activities.parties_to(session, caller, activity)).isdisjoint(activity_rules.WRITERS):
        raise Forbidden("Names are for those who lead the activity, and for the secretariat.")
    ranked = _ranked(activity_id).subquery()
    rows = await session.exec(
        columns(ranked.c, RegistrationDesk.capacity)
        .join(RegistrationDesk, col(RegistrationDesk.id) == ranked.c.activity_id)
        .order_by(ranked.c.rank)
    )
    return RegistrationList(
        items=[
            RegistrationBody(
                seat=rules.seat(row.rank, row.capacity),
                **{name: getattr(row, name) for name in RegistrationBody.model_fields if name != "seat"},
            )
            for row in rows
        ]
    )


async def get_link(session: AsyncSession, registration_id: UUID) -> RegistrationLinkBody:
    """What a link stands for; ``NotFound`` where it was forgotten."""
    found = await session.exec(
        select(Registration, Activity)
        .join(Activity, col(Activity.id) == col(Registration.activity_id))
        .where(col(Registration.id) == registration_id)
    )
    row = found.first()
    if row is None:
        raise unknown_link()
    registration, activity = row
    answer = await answer_to(session, registration)
    return RegistrationLinkBody(
        activity_id=activity.id,
        title=activity.title,
        starts_on=activity.starts_on,
        name=registration.name,
        seat=answer.seat,
        place=answer.place,
        actions=_LINK_ACTIONS.get(answer.seat, []),
    )


async def answer_to(session: AsyncSession, registration: Registration) -> RegistrationAnswer:
    """What somebody who registered has now."""
    if registration.withdrawn_at is not None:
        left = RegistrationSeat.REMOVED if registration.is_removed else RegistrationSeat.WITHDRAWN
        return RegistrationAnswer(seat=left, place=None)
    if registration.number is None:
        return RegistrationAnswer(seat=RegistrationSeat.UNCONFIRMED, place=None)
    order = await order_of(session, registration.activity_id)
    wanted = select(RegistrationDesk.capacity).where(col(RegistrationDesk.id) == registration.activity_id)
    return _answer(order.index(registration.number) + 1, (await session.exec(wanted)).one())


async def order_of(session: AsyncSession, activity_id: UUID) -> list[int]:
    """The numbers of those who come or wait, first come first."""
    standing = select(Registration.number).where(*stands(activity_id)).order_by(col(Registration.number))
    return [number for number in await session.exec(standing) if number is not None]


def takes(activity: Activity, desk: RegistrationDesk) -> bool:
    """Whether the desk takes anybody now."""
    return rules.is_open(activity.status, desk.closes_at, is_over=_is_over(activity), now=clock.now())


def may_have_desk(activity: Activity) -> bool:
    """Whether registration for ``activity`` may be opened."""
    return rules.may_have_desk(activity.status, is_over=_is_over(activity))


def may_register(caller: Caller, activity: Activity, desk: RegistrationDesk) -> bool:
    """People with an account, and everybody where the activity and its desk are public."""
    return caller.person_id is not None or (desk.is_public and activity.visibility is Visibility.PUBLIC)


def unknown_link() -> NotFound:
    """What is told of a link that stands for nothing."""
    return NotFound("This link stands for no registration. It may have been forgotten: register anew.")


async def _own(
    session: AsyncSession, caller: Caller, activity_id: UUID, capacity: int | None
) -> OwnRegistration | None:
    if caller.person_id is None:
        return None
    ranked = _ranked(activity_id).subquery()
    found = await session.exec(columns(ranked.c.id, ranked.c.rank).where(ranked.c.person_id == caller.person_id))
    row = found.first()
    if row is None:
        return None
    answer = _answer(row.rank, capacity)
    return OwnRegistration(id=row.id, seat=answer.seat, place=answer.place)


async def _lead_actions(
    session: AsyncSession, caller: Caller, activity: Activity, desk: RegistrationDesk | None
) -> list[str]:
    if (await activities.parties_to(session, caller, activity)).isdisjoint(activity_rules.WRITERS):
        return []
    actions = ["open"] if may_have_desk(activity) else []
    if desk is not None:
        actions += ["close", "list", "remove"] if takes(activity, desk) else ["list", "remove"]
    return actions


def _ranked(activity_id: UUID) -> Any:
    rank = func.row_number().over(order_by=col(Registration.number)).label("rank")
    return columns(Registration, rank).where(*stands(activity_id))


def stands(activity_id: UUID) -> Any:
    """Whose address is confirmed, and who has not left."""
    return (
        col(Registration.activity_id) == activity_id,
        col(Registration.number).is_not(None),
        col(Registration.withdrawn_at).is_(None),
    )


def _answer(rank: int, capacity: int | None) -> RegistrationAnswer:
    seat = rules.seat(rank, capacity)
    return RegistrationAnswer(seat=seat, place=rank - (capacity or 0) if seat is RegistrationSeat.WAITING else None)


def _is_over(activity: Activity) -> bool:
    return activity_rules.is_over(activity.status, activity.starts_on, activity.ends_on, today=clock.today())
