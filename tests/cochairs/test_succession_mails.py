"""A term that ends without a successor: all concerned are told 60, 30 and 7 days before, once each."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.cochairs import rules
from api.cochairs.mails import remind_of_succession
from api.notifications.models import Mail
from api.platform import clock
from tests.factories.cochairs import make_term
from tests.factories.world import World

END = datetime(2027, 6, 23, tzinfo=UTC)


async def told(session: AsyncSession, days_before: float) -> list[str]:
    """Whom the sweep has written to so far, after it ran so many days before the end of the last term."""
    clock.set_to(END - timedelta(days=days_before))
    await remind_of_succession(session)
    rows = await session.exec(select(Mail.person_name).order_by(col(Mail.queued_at), col(Mail.person_name)))
    return list(rows)


@pytest.mark.anyio
async def test_the_pair_and_the_secretariat_are_told_three_times(session: AsyncSession, world: World) -> None:
    concerned = ["Focal point of BGD", "Focal point of LUX", "Secretariat officer"]

    assert await told(session, 61) == []
    assert await told(session, 60) == concerned
    assert await told(session, 59) == concerned
    assert await told(session, 30) == concerned * 2
    assert await told(session, 7) == concerned * 3
    assert await told(session, 1) == concerned * 3
    assert await told(session, 0) == concerned * 3


@pytest.mark.anyio
async def test_who_has_a_successor_is_left_in_peace(session: AsyncSession, world: World) -> None:
    await make_term(session, world.champions["KEN"], world.champions["SLV"], starts_on=date(2027, 7, 1))

    assert await told(session, 30) == []


@given(st.integers(-10, 200))
def test_the_nearest_notice_that_has_come_is_due(days: int) -> None:
    due = rules.notice_due(date(2027, 6, 23), date(2027, 6, 23) - timedelta(days=days))

    assert (due is None) == (days <= 0 or days > 60)
    assert due is None or (days <= due and not any(days <= nearer < due for nearer in rules.NOTICES))
