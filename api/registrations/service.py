"""Writes of registrations. Whatever changes the order locks the desk first: two that come at once come one after the other."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.activities import queries as activities
from api.activities import rules as activity_rules
from api.activities.models import Activity
from api.audit import service as audit
from api.identity.models import Person
from api.platform import clock
from api.platform.language import current as current_language
from api.platform.problems import Conflict, Forbidden, InvalidInput, NotFound, TooManyRequests
from api.platform.schemas import ReasonBody
from api.registrations import mails, queries, rules, told
from api.registrations.models import Registration, RegistrationDesk
from api.registrations.schemas import DeskBody, DeskOpen, RegistrationAnswer, RegistrationCreate, RegistrationLinkBody


async def open_desk(session: AsyncSession, caller: Caller, activity: Activity, body: DeskOpen) -> DeskBody:
    """Open registration, or change until when and for how many. Those that a larger capacity gives a place are told."""
    await _require_lead(session, caller, activity)
    if not queries.may_have_desk(activity):
        raise Conflict("People register for what is planned or confirmed, and not over.")
    if body.closes_at <= clock.now():
        raise InvalidInput.at("/closes_at", "Registration closes in the future: give a later instant.", code="past")
    desk = await _locked_desk(session, activity.id) or RegistrationDesk(
        id=activity.id, closes_at=body.closes_at, told=told.kept(told.as_it_is(activity))
    )
    order, had = await queries.order_of(session, activity.id), desk.capacity
    taken = len(order) if had is None else min(had, len(order))
    if not rules.may_shrink(body.capacity, seated=taken):
        detail = f"{taken} places are taken: nobody who has one loses it."
        raise InvalidInput.at("/capacity", detail, code="places_taken")
    desk.sqlmodel_update(body.model_dump())
    session.add(desk)
    await _record(session, caller, "desk_opened", activity, desk)
    up = rules.moved_up(order, had, after=order, later_capacity=body.capacity) if order else []
    await _tell_moved_up(session, activity, desk, up)
    return await queries.desk_body(session, caller, activity)


async def close_desk(session: AsyncSession, caller: Caller, activity: Activity) -> DeskBody:
    """Take nobody more from now on."""
    await _require_lead(session, caller, activity)
    desk = await _desk(session, activity)
    if desk.closes_at <= clock.now():
        raise Conflict("Registration is closed already.")
    desk.closes_at = clock.now()
    await _record(session, caller, "desk_closed", activity, desk)
    return await queries.desk_body(session, caller, activity)


async def register(
    session: AsyncSession, caller: Caller, activity: Activity, body: RegistrationCreate
) -> RegistrationAnswer:
    """Register oneself: at once with an account, by a link to one's address without."""
    desk = await _desk(session, activity)
    if not queries.may_register(caller, activity, desk):
        raise Forbidden("Registration for this activity is for people of the Initiative. Sign in first.")
    if not queries.takes(activity, desk):
        raise Conflict("Registration for this activity is closed.")
    if caller.person_id is None:
        return await _register_stranger(session, caller, activity, body)
    person = await session.get_one(Person, caller.person_id)
    known = await _standing(session, activity.id, person.email)
    if known and known.number is not None:
        raise Conflict("You are registered already.")
    if known:  # whoever gave this address without confirming it was not its owner, or is now
        await session.delete(known)
        await session.flush()
    registration = Registration(
        activity_id=activity.id,
        person_id=person.id,
        name=person.name,
        organisation=body.organisation,
        email=person.email,
        language=person.language,
    )
    return await _confirm(session, caller, activity, desk, registration)


async def withdraw(session: AsyncSession, caller: Caller, activity: Activity) -> DeskBody:
    """Give one's own place back."""
    desk = await _desk(session, activity)
    registration = await _in_order(session, activity, col(Registration.person_id) == caller.person_id)
    if registration is None:
        raise Conflict("You are not registered.")
    await _leave(session, caller, activity, desk, registration, "withdrawn")
    return await queries.desk_body(session, caller, activity)


async def remove(
    session: AsyncSession, caller: Caller, activity: Activity, registration_id: UUID, body: ReasonBody
) -> DeskBody:
    """Take somebody off the list, and tell them; the first who waits has the place then."""
    await _require_lead(session, caller, activity)
    desk = await _desk(session, activity)
    registration = await _in_order(session, activity, col(Registration.id) == registration_id)
    if registration is None:
        raise NotFound("Nobody is registered under this key.")
    reason = body.reason or ""
    await _leave(session, caller, activity, desk, registration, "removed", reason=reason)
    await mails.tell_removed(session, activity, registration, reason)
    return await queries.desk_body(session, caller, activity)


async def confirm_by_link(session: AsyncSession, caller: Caller, registration_id: UUID) -> RegistrationLinkBody:
    """Whoever has the link has the address: from now on they are in the order."""
    registration, activity, desk = await _linked(session, registration_id)
    if registration.withdrawn_at is None and registration.number is None:
        await _confirm(session, caller, activity, desk, registration)
    return await queries.get_link(session, registration_id)


async def withdraw_by_link(session: AsyncSession, caller: Caller, registration_id: UUID) -> RegistrationLinkBody:
    """Give the place back that the link stands for."""
    registration, activity, desk = await _linked(session, registration_id)
    if registration.withdrawn_at is None:
        await _leave(session, caller, activity, desk, registration, "withdrawn")
    return await queries.get_link(session, registration_id)


async def _register_stranger(
    session: AsyncSession, caller: Caller, activity: Activity, body: RegistrationCreate
) -> RegistrationAnswer:
    """The answer is the same whether the address was known or not: who comes is nobody's business."""
    if body.name is None or body.email is None:
        field = "name" if body.name is None else "email"
        raise InvalidInput.at(f"/{field}", "Give your name and your address, or sign in.", code="missing")
    known = await _standing(session, activity.id, body.email)
    if known is None:
        await _check_flood(session, activity.id)
        known = Registration(
            activity_id=activity.id,
            name=body.name,
            organisation=body.organisation,
            email=body.email,
            language=current_language(),
        )
        session.add(known)
    elif clock.now() - known.updated_at < rules.MAILED_AGAIN_AFTER:
        return RegistrationAnswer(seat=rules.RegistrationSeat.UNCONFIRMED, place=None)
    else:
        known.updated_at = clock.now()
    await _record(session, caller, "asked", activity, known)
    await mails.send_link(session, activity, known)
    return RegistrationAnswer(seat=rules.RegistrationSeat.UNCONFIRMED, place=None)


async def _confirm(
    session: AsyncSession, caller: Caller, activity: Activity, desk: RegistrationDesk, registration: Registration
) -> RegistrationAnswer:
    """Put somebody at the end of the order, which is the caller's to change: the desk is locked."""
    last = select(func.max(Registration.number)).where(col(Registration.activity_id) == activity.id)
    registration.number = ((await session.exec(last)).one() or 0) + 1
    registration.confirmed_at = clock.now()
    session.add(registration)
    await _record(session, caller, "registered", activity, registration)
    answer = await queries.answer_to(session, registration)
    await mails.tell_registered(session, activity, desk, registration, answer)
    return answer


async def _leave(
    session: AsyncSession,
    caller: Caller,
    activity: Activity,
    desk: RegistrationDesk,
    registration: Registration,
    what: str,
    *,
    reason: str = "",
) -> None:
    order = await queries.order_of(session, activity.id)
    registration.withdrawn_at, registration.is_removed = clock.now(), what == "removed"
    await _record(session, caller, what, activity, registration, reason=reason)
    after = await queries.order_of(session, activity.id)
    up = rules.moved_up(order, desk.capacity, after=after, later_capacity=desk.capacity)
    await _tell_moved_up(session, activity, desk, up)


async def _tell_moved_up(
    session: AsyncSession, activity: Activity, desk: RegistrationDesk, numbers: Sequence[int]
) -> None:
    found = await session.exec(
        select(Registration).where(col(Registration.activity_id) == activity.id, col(Registration.number).in_(numbers))
    )
    for registration in found:
        await mails.tell_moved_up(session, activity, desk, registration)


async def _linked(session: AsyncSession, registration_id: UUID) -> tuple[Registration, Activity, RegistrationDesk]:
    """The registration behind a link with its activity; the desk is locked before it is read."""
    at = select(Registration.activity_id).where(col(Registration.id) == registration_id)
    activity_id = (await session.exec(at)).first()
    desk = await _locked_desk(session, activity_id) if activity_id else None
    if desk is None:
        raise queries.unknown_link()
    registration = await session.get_one(Registration, registration_id)
    return registration, await session.get_one(Activity, desk.id), desk


async def _in_order(session: AsyncSession, activity: Activity, who: Any) -> Registration | None:
    found = await session.exec(select(Registration).where(*queries.stands(activity.id), who))
    return found.first()


async def _desk(session: AsyncSession, activity: Activity) -> RegistrationDesk:
    desk = await _locked_desk(session, activity.id)
    if desk is None:
        raise Conflict("There is no registration for this activity.")
    return desk


async def _locked_desk(session: AsyncSession, activity_id: UUID) -> RegistrationDesk | None:
    found = select(RegistrationDesk).where(col(RegistrationDesk.id) == activity_id).with_for_update()
    return (await session.exec(found.execution_options(populate_existing=True))).first()


async def _standing(session: AsyncSession, activity_id: UUID, email: str) -> Registration | None:
    found = await session.exec(
        select(Registration).where(
            col(Registration.activity_id) == activity_id,
            func.lower(col(Registration.email)) == email.lower(),
            col(Registration.withdrawn_at).is_(None),
        )
    )
    return found.first()


async def _check_flood(session: AsyncSession, activity_id: UUID) -> None:
    asked = (
        select(func.count())
        .select_from(Registration)
        .where(
            col(Registration.activity_id) == activity_id,
            col(Registration.number).is_(None),
            col(Registration.created_at) > clock.now() - rules.ASKED_IN,
        )
    )
    if (await session.exec(asked)).one() >= rules.MOST_UNCONFIRMED:
        raise TooManyRequests(
            "Many people register at this moment. Try again in a quarter of an hour.",
            retry_after_seconds=int(rules.ASKED_IN.total_seconds()),
        )


async def _require_lead(session: AsyncSession, caller: Caller, activity: Activity) -> None:
    if (await activities.parties_to(session, caller, activity)).isdisjoint(activity_rules.WRITERS):
        raise Forbidden("This is for the champions that lead the activity, and for the secretariat.")


async def _record(
    session: AsyncSession,
    caller: Caller,
    what: str,
    activity: Activity,
    subject: Registration | RegistrationDesk,
    *,
    reason: str = "",
) -> None:
    await audit.record(session, caller, f"registration.{what}", subject, title=activity.title, reason=reason)
