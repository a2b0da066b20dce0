"""Leads are asked two weeks before a technical meeting, once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import MeetingKind
from api.notifications.models import Mail
from api.platform import clock
from api.workplan import nudges
from api.workplan.models import WorkplanItemStatus
from tests.factories.meetings import make_meeting
from tests.factories.workplan import make_item, make_update, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio

MEETING = datetime(2026, 12, 10, 14, tzinfo=UTC)


async def asked(session: AsyncSession, at: datetime) -> list[Mail]:
    """The letters that were written when the sweep looks at ``at``."""
    clock.set_to(at)
    await nudges.ask_leads(session)
    await session.commit()
    return list((await session.exec(select(Mail))).all())


async def test_leads_without_news_are_asked_once_from_two_weeks_before(world: World, session: AsyncSession) -> None:
    plan, ken, prt = await make_workplan(session), world.champions["KEN"], world.champions["PRT"]
    await make_meeting(session, starts_at=MEETING)
    item = await make_item(session, plan, title="Calls", lead=ken, starts_on=date(2026, 6, 1))
    await make_item(session, plan, title="Done", lead=ken, status=WorkplanItemStatus.DONE)
    await make_item(session, plan, title="Later", lead=prt, starts_on=date(2027, 2, 1))
    fresh = await make_item(session, plan, title="Fresh", lead=prt)
    await make_update(session, fresh, prt, reported_at=MEETING - timedelta(days=16))
    await make_item(session, plan, title="Nobody leads")

    too_early = await asked(session, MEETING - timedelta(days=14, minutes=1))
    first = await asked(session, MEETING - timedelta(days=14))
    again = await asked(session, MEETING - timedelta(days=13))

    assert too_early == []
    assert {mail.person_name for mail in first} == {"Focal point of KEN"}
    assert first[0].letter["action"][1] == f"/workplan/{item.id}"
    assert any("Calls" in paragraph for paragraph in first[0].letter["paragraphs"])
    assert not any("Done" in paragraph for paragraph in first[0].letter["paragraphs"])
    assert len(again) == len(first)


async def test_extraordinary_meetings_ask_nobody(world: World, session: AsyncSession) -> None:
    await make_item(session, await make_workplan(session), lead=world.champions["KEN"])
    await make_meeting(session, kind=MeetingKind.EXTRAORDINARY, starts_at=MEETING)

    assert await asked(session, MEETING - timedelta(days=7)) == []
