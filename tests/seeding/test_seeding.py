"""The seeds: real facts as they are, inventions marked, every date counted from today."""

from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api import all_models
from api.actionitems.models import ActionItem, ActionItemStatus
from api.activities.models import Activity
from api.audit.models import AuditEntry
from api.champions.models import Champion
from api.cochairs.models import CoChairSeat, CoChairTerm
from api.identity.models import Person, Standing
from api.mechanism.models import FundAdvocacy, FundCall, JointProgramme, NetworkTool
from api.meetings.models import AgendaItem, AgendaItemStatus, Meeting, MeetingStatus
from api.minutes.models import Decision, Minutes, MinutesText
from api.platform import clock
from api.platform.records import Confidence, DatePrecision, Provenance
from api.platform.storage import Storage
from api.pledges.models import Pledge, PledgeStatus
from api.practices.models import Practice, PracticeReviewStep, PracticeStatus, PracticeVersion
from api.processes.models import Process, ProcessDeadline
from api.seeding import service
from api.vocabularies.catalogue import countries
from api.workplan import review_rules
from api.workplan.models import Workplan, WorkplanAdoption, WorkplanItem, WorkplanReview, WorkplanStatus
from tests.conftest import NOW

pytestmark = pytest.mark.anyio

_MARKED: list[type[Any]] = [
    ActionItem,
    Activity,
    Champion,
    CoChairTerm,
    Decision,
    FundAdvocacy,
    FundCall,
    JointProgramme,
    Meeting,
    NetworkTool,
    Pledge,
    Practice,
    Process,
    ProcessDeadline,
    Workplan,
    WorkplanItem,
]


async def _counted(session: AsyncSession) -> dict[str, int]:
    tables = all_models.metadata.sorted_tables
    return {table.name: (await session.exec(select(func.count()).select_from(table))).scalar_one() for table in tables}


async def _all(session: AsyncSession, kind: type[Any]) -> list[Any]:
    return list((await session.exec(select(kind))).scalars())


@pytest.fixture
async def reference(session: AsyncSession) -> None:
    await service.seed(session, Storage("memory:///"), demonstration_password=None)


@pytest.fixture
async def demonstration(session: AsyncSession) -> None:
    await service.seed(session, Storage("memory:///"), demonstration_password="a password to show")


async def test_outside_a_demonstration_only_real_facts_are_seeded(session: AsyncSession) -> None:
    made_accounts = await service.seed(session, Storage("memory:///"), demonstration_password=None)

    counted = await _counted(session)
    assert not made_accounts
    assert (counted["champions"], counted["processes"], counted["cochair_terms"]) == (29, 12, 1)
    assert (counted["meetings"], counted["activities"]) == (3, 4)
    assert counted["people"] == counted["practices"] == counted["workplans"] == counted["audit_entries"] == 0


async def test_each_real_fact_says_where_it_comes_from_and_how_sure_it_is(
    session: AsyncSession, reference: None
) -> None:
    facts = [fact for kind in _MARKED for fact in await _all(session, kind)]

    assert len(facts) == 54
    for fact in facts:
        assert fact.source, fact
        assert fact.confidence in set(Confidence), fact
        assert not fact.is_demonstration, fact


async def test_a_champion_that_joined_in_a_month_does_not_pretend_to_know_the_day(
    session: AsyncSession, reference: None
) -> None:
    champions = {champion.iso3: champion for champion in await _all(session, Champion)}

    assert (champions["BGD"].joined_on, champions["BGD"].joined_precision) == (date(2020, 7, 1), DatePrecision.MONTH)
    assert (champions["KEN"].joined_on, champions["KEN"].joined_precision) == (date(2021, 5, 1), DatePrecision.MONTH)
    assert [iso3 for iso3, champion in champions.items() if champion.joined_on] == ["BGD", "KEN"]
    assert all(champion.objectives == [] for champion in champions.values())


async def test_the_first_term_is_marked_as_to_be_confirmed(session: AsyncSession, reference: None) -> None:
    [term] = await _all(session, CoChairTerm)

    assert (term.starts_on, term.ends_on, term.confidence) == (date(2023, 7, 1), date(2024, 1, 1), Confidence.RECALLED)
    assert "to be confirmed" in term.note


async def test_everything_invented_is_marked(session: AsyncSession, demonstration: None) -> None:
    for kind in _MARKED:
        for record in await _all(session, kind):
            assert record.is_demonstration is (record.source is None), record
    for champion in await _all(session, Champion):
        assert champion.objectives_are_demonstration is bool(champion.objectives)
    assert all(person.is_demonstration for person in await _all(session, Person))


async def test_every_champion_has_a_lead_focal_point_and_all_share_one_password_hash(
    session: AsyncSession, demonstration: None
) -> None:
    people = await _all(session, Person)

    leads = [person for person in people if person.standing is Standing.FOCAL_POINT]
    assert {person.email for person in leads} == {
        f"{champion.iso3.lower()}@demo.example" for champion in await _all(session, Champion)
    }
    assert all(person.is_lead for person in leads)
    assert {person.email for person in people} >= {"secretariat@demo.example", "observer@demo.example"}
    assert len({person.password_hash for person in people}) == 1


async def test_every_screen_looks_lived_in(session: AsyncSession, demonstration: None) -> None:
    counted = await _counted(session)
    practices = await _all(session, Practice)

    assert counted["practices"] >= 40
    assert 20 <= counted["workplan_items"] <= 30
    assert {practice.status for practice in practices} == set(PracticeStatus)
    assert {number for practice in practices for number in practice.objectives} == set(range(1, 24))
    assert {pledge.status for pledge in await _all(session, Pledge)} == set(PledgeStatus)
    assert len(await _all(session, AuditEntry)) >= 10


async def test_each_published_practice_has_its_version_and_the_review_that_led_there(
    session: AsyncSession, demonstration: None
) -> None:
    was_published = {practice.id: practice for practice in await _all(session, Practice) if practice.version}

    versions = {version.practice_id: version for version in await _all(session, PracticeVersion)}
    assert versions.keys() == was_published.keys()
    for practice in was_published.values():
        steps = sorted(
            (step for step in await _all(session, PracticeReviewStep) if step.practice_id == practice.id),
            key=lambda step: step.at,
        )
        assert steps[0].from_status is PracticeStatus.DRAFT
        assert steps[-1].to_status is practice.status
        assert [step.from_status for step in steps[1:]] == [step.to_status for step in steps[:-1]]


async def test_past_meetings_have_minutes_and_what_was_agreed_is_in_every_state(
    session: AsyncSession, demonstration: None
) -> None:
    actions = await _all(session, ActionItem)
    meetings = {meeting.id: meeting for meeting in await _all(session, Meeting)}

    for minutes in await _all(session, Minutes):
        is_closed = meetings[minutes.id].status is MeetingStatus.CLOSED
        assert (minutes.adopted_at is not None) is is_closed
    assert all(text.text and text.saved_at <= clock.now() for text in await _all(session, MinutesText))
    assert {action.status for action in actions} == set(ActionItemStatus)
    open_until = {action.due_on for action in actions if action.status is ActionItemStatus.OPEN} - {None}
    assert min(open_until) < clock.today() < max(open_until)


async def test_the_workplan_has_a_past_and_was_gone_through_at_meetings(
    session: AsyncSession, demonstration: None
) -> None:
    plans = {plan.status: plan for plan in await _all(session, Workplan)}
    items = {item.id: item for item in await _all(session, WorkplanItem)}
    reviews = sorted(await _all(session, WorkplanReview), key=lambda review: review.reviewed_at)

    went_on = [(items[item.rolled_over_from_id], item) for item in items.values() if item.rolled_over_from_id]
    [adoption] = await _all(session, WorkplanAdoption)
    changes = {change.change for change in review_rules.changes_between(reviews[0].snapshot, reviews[1].snapshot)}

    assert len(went_on) == 3
    assert {old.workplan_id for old, _ in went_on} == {plans[WorkplanStatus.CLOSED].id}
    assert adoption.workplan_id == plans[WorkplanStatus.ADOPTED].id
    assert adoption.decision_id is not None
    assert changes == set(review_rules.Change)


async def test_every_state_and_objective_that_a_record_names_exists(session: AsyncSession, demonstration: None) -> None:
    for kind in (Activity, Pledge, Practice, WorkplanItem, AgendaItem, Champion):
        assert {number for record in await _all(session, kind) for number in record.objectives} <= set(range(1, 24))
    assert {iso3 for practice in await _all(session, Practice) for iso3 in practice.countries} <= countries().keys()
    champions = {champion.iso3 for champion in await _all(session, Champion)}
    assert {iso3 for item in await _all(session, AgendaItem) for iso3 in item.leads} <= champions


@pytest.mark.parametrize(
    "today", [NOW, datetime.fromisoformat("2028-02-29T23:30:00Z"), datetime.fromisoformat("2031-01-01T00:00:00Z")]
)
async def test_the_product_never_looks_abandoned(session: AsyncSession, today: datetime) -> None:
    clock.set_to(today)

    await service.seed(session, Storage("memory:///"), demonstration_password="a password to show")

    seated = [term for term in await _all(session, CoChairTerm) if term.starts_on <= today.date() < term.ends_on]
    assert len(seated) == 1
    coming = [meeting for meeting in await _all(session, Meeting) if 0 < (meeting.starts_at - today).days <= 21]
    assert [meeting.status for meeting in coming] == [MeetingStatus.AGENDA_OPEN]
    published = [practice.published_at for practice in await _all(session, Practice) if practice.published_at]
    assert 0 <= (today - max(published)).days < 7
    [workplan] = [plan for plan in await _all(session, Workplan) if plan.status is WorkplanStatus.ADOPTED]
    assert workplan.title == f"Workplan {workplan.starts_on.year}–{workplan.ends_on.year}"
    assert workplan.starts_on < today.date() < workplan.ends_on


async def test_nothing_in_the_demonstration_happened_in_the_future(session: AsyncSession, demonstration: None) -> None:
    now = clock.now()

    for kind in (*_MARKED, AgendaItem, AuditEntry):
        for record in await _all(session, kind):
            assert getattr(record, "at", now) <= now
            if isinstance(record, Provenance):
                assert record.created_at <= record.updated_at <= now, record


async def test_the_co_chairs_in_office_on_the_day_open_each_meeting(session: AsyncSession, demonstration: None) -> None:
    champions = {champion.id: champion.iso3 for champion in await _all(session, Champion)}
    seats = sorted(await _all(session, CoChairSeat), key=lambda seat: seat.number)
    meetings = {meeting.id: meeting for meeting in await _all(session, Meeting)}

    for item in await _all(session, AgendaItem):
        if item.status is not AgendaItemStatus.ACCEPTED or item.position != 1 or item.proposed_by_id:
            continue
        held_on = meetings[item.meeting_id].starts_at.date()
        assert item.leads == [champions[s.champion_id] for s in seats if s.starts_on <= held_on < s.ends_on]


async def test_seeding_twice_changes_nothing(session: AsyncSession, demonstration: None) -> None:
    before = await _counted(session)

    made_accounts = await service.seed(session, Storage("memory:///"), demonstration_password="another password")

    assert not made_accounts
    assert await _counted(session) == before
