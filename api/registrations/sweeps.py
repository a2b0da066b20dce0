"""What time does to registrations: addresses that nobody confirmed are forgotten, changes are told, places are reminded of."""

from datetime import timedelta
from typing import Any

from sqlalchemy import delete, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import PRODUCT
from api.activities import rules as activity_rules
from api.activities.models import Activity
from api.audit import service as audit
from api.platform import clock
from api.platform.sweeps import every
from api.registrations import mails, queries, rules, told
from api.registrations.models import Registration, RegistrationDesk
from api.registrations.rules import RegistrationSeat

_A_DAY = timedelta(days=1)


@every("registrations.forget-unconfirmed")
async def forget_unconfirmed(session: AsyncSession) -> None:
    """Whoever did not follow the link was perhaps never asked: nothing of them is kept."""
    long_ago = clock.now() - rules.FORGOTTEN_AFTER
    unconfirmed = delete(Registration).where(
        col(Registration.number).is_(None), col(Registration.updated_at) < long_ago
    )
    await session.exec(unconfirmed)


@every("registrations.tell-news")
async def tell_news(session: AsyncSession) -> None:
    """Tell those who come or wait that it was moved, postponed, cancelled or taken up again: once, as it is by then."""
    last_day = func.coalesce(col(Activity.ends_on), col(Activity.starts_on))
    for desk, activity in await _desks(session, or_(last_day.is_(None), last_day >= clock.today())):
        was, now = told.read(desk.told), told.as_it_is(activity)
        news = rules.news(was, now, today=clock.today())
        if news is None or not rules.is_due(news, activity.updated_at, now=clock.now()):
            continue
        desk.told, desk.told_times = told.kept(now), desk.told_times + 1
        order = await _in_order(session, desk)
        for registration, seat in order:
            is_seated = seat is RegistrationSeat.SEATED
            await mails.tell_news(session, activity, desk, registration, news, was, is_seated=is_seated)
        related = {"news": (None, news.value), "people_told": (None, len(order))}
        await audit.record(session, PRODUCT, "registration.news-told", desk, title=activity.title, related=related)


@every("registrations.remind")
async def remind(session: AsyncSession) -> None:
    """Remind those who have a place the day before; whoever gets one later is told then."""
    today = clock.today()
    near = (
        col(Activity.starts_on).between(today - _A_DAY, today + 2 * _A_DAY),
        col(Activity.status).in_(rules.TAKES_PLACE),
        col(RegistrationDesk.reminded_on).is_distinct_from(col(Activity.starts_on)),
    )
    for desk, activity in await _desks(session, *near):
        assert activity.starts_on is not None
        starts_at = activity_rules.instant(activity.starts_on, activity.starts_time, activity.time_zone)
        if not rules.reminder_is_due(activity.starts_on, starts_at, now=clock.now()):
            continue
        desk.reminded_on = activity.starts_on
        for registration, seat in await _in_order(session, desk):
            if seat is RegistrationSeat.SEATED:
                await mails.remind(session, activity, registration)


async def _desks(session: AsyncSession, *which: Any) -> list[tuple[RegistrationDesk, Activity]]:
    """Desks with their activities; locked, so that nobody comes or leaves meanwhile."""
    rows = await session.exec(
        select(RegistrationDesk, Activity)
        .join(Activity, col(Activity.id) == col(RegistrationDesk.id))
        .where(*which)
        .order_by(col(RegistrationDesk.id))
        .with_for_update(of=RegistrationDesk)
        .execution_options(populate_existing=True)
    )
    return [(desk, activity) for desk, activity in rows]


async def _in_order(session: AsyncSession, desk: RegistrationDesk) -> list[tuple[Registration, RegistrationSeat]]:
    """Those who come or wait, first come first, with what each has."""
    standing = select(Registration).where(*queries.stands(desk.id)).order_by(col(Registration.number))
    return [
        (registration, rules.seat(rank, desk.capacity))
        for rank, registration in enumerate(await session.exec(standing), start=1)
    ]
