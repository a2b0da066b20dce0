"""The owner's people are reminded once before an action item is due, on its day, and once after."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.actionitems.reminders import remind
from api.notifications.kinds import LetterKind
from api.notifications.models import Mail
from api.platform import clock
from tests.factories.actionitems import make_action_item
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def reminded(session: AsyncSession, *, on: date) -> list[str]:
    """Who was written to by then; the sweep runs twice, as it does each minute."""
    clock.set_to(datetime(on.year, on.month, on.day, 9, tzinfo=UTC))
    await remind(session)
    await remind(session)
    of_kind = select(Mail.address).where(col(Mail.kind) == LetterKind.ACTION_ITEM_REMINDER)
    return sorted((await session.exec(of_kind)).all())


async def test_each_reminder_is_sent_once_to_the_owners_people(session: AsyncSession, world: World) -> None:
    await make_action_item(session, world.champions["KEN"], due_on=date(2026, 12, 15))

    assert await reminded(session, on=date(2026, 12, 7)) == []
    assert await reminded(session, on=date(2026, 12, 8)) == ["ken@example.org"]
    assert await reminded(session, on=date(2026, 12, 15)) == ["ken@example.org"] * 2
    assert await reminded(session, on=date(2026, 12, 23)) == ["ken@example.org"] * 3
    assert await reminded(session, on=date(2027, 1, 5)) == ["ken@example.org"] * 3


async def test_the_secretariat_is_reminded_of_its_own(session: AsyncSession, world: World) -> None:
    await make_action_item(session, due_on=date(2026, 12, 15))
    await make_action_item(session, due_on=date(2026, 12, 15), status="done", closed_at=clock.now())

    assert await reminded(session, on=date(2026, 12, 15)) == ["officer@example.org"]
