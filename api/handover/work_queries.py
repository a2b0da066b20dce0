"""What is unfinished at a handover: actions, workplan items, submissions, proposals, consultations. One statement each."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import sees
from api.actionitems.models import ActionItem, ActionItemStatus
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.consultations import queries as consultations
from api.consultations.models import ConsultationStatus
from api.consultations.schemas import ConsultationQuery, ConsultationSummary
from api.handover.schemas import BriefAction, BriefConsultation, BriefPractice, BriefProposal, BriefWorkplanItem
from api.meetings.agenda_schemas import LinkedRecord
from api.meetings.models import AgendaItem, AgendaItemStatus, Meeting
from api.meetings.rules import BEFORE_IT_IS_HELD
from api.platform import clock
from api.platform.database import columns
from api.practices.models import Practice, PracticeStatus
from api.workplan.models import Workplan, WorkplanItem, WorkplanStatus
from api.workplan.rules import FINISHED

_IN_REVIEW = (PracticeStatus.SUBMITTED, PracticeStatus.UNDER_REVIEW, PracticeStatus.ACCEPTED)
_MOST_CONSULTATIONS = 100


async def open_actions(session: AsyncSession) -> list[BriefAction]:
    """Action items that are open, the longest due first."""
    rows = await session.exec(
        columns(
            ActionItem.id,
            ActionItem.title,
            ActionItem.due_on,
            ActionItem.owner_id,
            Champion.iso3,
            ActionItem.meeting_id,
            col(Meeting.title).label("meeting_title"),
        )
        .outerjoin(Champion, col(Champion.id) == col(ActionItem.owner_id))
        .outerjoin(Meeting, col(Meeting.id) == col(ActionItem.meeting_id))
        .where(col(ActionItem.status) == ActionItemStatus.OPEN)
        .order_by(col(ActionItem.sorted_on), col(ActionItem.id))
    )
    today = clock.today()
    return [
        BriefAction.model_construct(
            id=row.id,
            title=row.title,
            owner=_champion(row.owner_id, row.iso3),
            due_on=row.due_on,
            is_overdue=row.due_on is not None and row.due_on < today,
            meeting=_meeting(row.meeting_id, row.meeting_title),
        )
        for row in rows
    ]


async def unfinished_items(session: AsyncSession, until: date) -> list[BriefWorkplanItem]:
    """Items of the adopted workplans that are due before ``until`` or were before today, by their due date."""
    rows = await session.exec(
        columns(
            *(getattr(WorkplanItem, name) for name in ("id", "title", "scope_of_work", "due_on", "status", "lead_id")),
            Champion.iso3,
        )
        .join(Workplan, col(Workplan.id) == col(WorkplanItem.workplan_id))
        .outerjoin(Champion, col(Champion.id) == col(WorkplanItem.lead_id))
        .where(
            col(Workplan.status) == WorkplanStatus.ADOPTED,
            col(WorkplanItem.status).not_in(FINISHED),
            col(WorkplanItem.due_on) < until,
        )
        .order_by(col(WorkplanItem.sorted_on), col(WorkplanItem.id))
    )
    return [
        BriefWorkplanItem.model_construct(
            id=row.id,
            title=row.title,
            scope_of_work=row.scope_of_work,
            lead=_champion(row.lead_id, row.iso3),
            due_on=row.due_on,
            status=row.status,
        )
        for row in rows
    ]


async def practices_in_review(session: AsyncSession, caller: Caller) -> list[BriefPractice]:
    """Practices that were submitted and not published; those that are private only for whose they are."""
    rows = await session.exec(
        columns(
            Practice.id, Practice.title, Practice.status, Practice.submitted_at, Practice.champion_id, Champion.iso3
        )
        .join(Champion, col(Champion.id) == col(Practice.champion_id))
        .where(
            col(Practice.status).in_(_IN_REVIEW),
            sees(caller, visibility=Practice.visibility, champion_id=Practice.champion_id),
        )
        .order_by(col(Practice.submitted_at), col(Practice.id))
    )
    return [
        BriefPractice.model_construct(
            id=row.id,
            title=row.title,
            champion=ChampionRef.of(row.champion_id, row.iso3),
            status=row.status,
            submitted_at=row.submitted_at,
        )
        for row in rows
    ]


async def undecided_proposals(session: AsyncSession) -> list[BriefProposal]:
    """Proposals for meetings to come that are neither accepted nor declined."""
    rows = await session.exec(
        columns(
            AgendaItem.id,
            AgendaItem.title,
            AgendaItem.proposed_by_id,
            Champion.iso3,
            AgendaItem.meeting_id,
            col(Meeting.title).label("meeting_title"),
        )
        .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
        .outerjoin(Champion, col(Champion.id) == col(AgendaItem.proposed_by_id))
        .where(
            col(AgendaItem.status) == AgendaItemStatus.PROPOSED,
            or_(*(col(Meeting.status) == status for status in sorted(BEFORE_IT_IS_HELD))),
        )
        .order_by(col(Meeting.starts_at), col(AgendaItem.id))
    )
    return [
        BriefProposal.model_construct(
            id=row.id,
            title=row.title,
            proposed_by=_champion(row.proposed_by_id, row.iso3),
            meeting=LinkedRecord.model_construct(id=row.meeting_id, title=row.meeting_title),
        )
        for row in rows
    ]


async def open_consultations(session: AsyncSession, caller: Caller) -> list[BriefConsultation]:
    """Consultations that are open, or closed without a result, by their deadline."""
    query = ConsultationQuery(
        status=[ConsultationStatus.OPEN, ConsultationStatus.CLOSED], sort="deadline_at", limit=_MOST_CONSULTATIONS
    )
    page = await consultations.list_consultations(session, caller, query)
    return [_consultation(found) for found in page.items]


def _consultation(found: ConsultationSummary) -> BriefConsultation:
    return BriefConsultation.model_construct(
        id=found.id, title=found.title, status=found.status, deadline_at=found.deadline_at, tally=found.tally
    )


def _champion(key: UUID | None, iso3: Any) -> ChampionRef | None:
    return ChampionRef.of(key, iso3) if key else None


def _meeting(key: UUID | None, title: str | None) -> LinkedRecord | None:
    return None if key is None or title is None else LinkedRecord.model_construct(id=key, title=title)
