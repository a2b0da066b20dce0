"""What a draft of an agenda is made from: one statement a source, whatever there is."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, true
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.actionitems.models import ActionItem, ActionItemStatus
from api.champions.schemas import ChampionRef
from api.meetings import agenda_queries, agenda_rules, drafting_rules, queries, rules
from api.meetings.agenda_schemas import AgendaItemBody
from api.meetings.drafting_reasons import sentence
from api.meetings.drafting_rules import Due, LeftOver, OnRecord, OpenProposal, Reason, Suggestion
from api.meetings.drafting_schemas import AgendaSuggestion, DraftedAgenda, SuggestionReason
from api.meetings.drafting_words import titles
from api.meetings.models import AgendaItem, AgendaItemOrigin, AgendaItemStatus, Meeting, MeetingKind, MeetingStatus
from api.platform import clock, language
from api.platform.database import columns
from api.platform.problems import Conflict
from api.workplan import rules as workplan_rules
from api.workplan.models import Workplan, WorkplanItem, WorkplanStatus
from api.workplan.queries import is_rolled_over

_MAY_BE_CARRIED = (AgendaItemOrigin.PROPOSAL, AgendaItemOrigin.CARRIED_OVER)
"""What every meeting has is drafted anew for each."""


async def get_draft(session: AsyncSession, caller: Caller, meeting_id: UUID) -> DraftedAgenda:
    """What could go on the agenda of a meeting that the caller may see, with why, and whether it fits."""
    wanted = columns(Meeting.id, Meeting.status, Meeting.starts_at, Meeting.duration_minutes)
    wanted = wanted.add_columns(col(Meeting.is_shared_with_observers))
    meeting = (await session.exec(wanted.where(col(Meeting.id) == meeting_id, queries.visible(caller)))).first()
    if meeting is None:
        raise queries.not_found()
    items = await agenda_queries.list_items(session, caller, meeting)
    suggestions = await suggest(session, meeting, items)
    accepted = sum(item.minutes for item in items if item.status == AgendaItemStatus.ACCEPTED)
    champions = {ref.iso3: ref for item in items for ref in _champions(item)}
    return DraftedAgenda.model_construct(
        items=[_body(suggestion, champions) for suggestion in suggestions],
        duration_minutes=meeting.duration_minutes,
        accepted_minutes=accepted,
        minutes_over=drafting_rules.minutes_over(
            (one for one in suggestions if one.is_recommended), accepted=accepted, duration=meeting.duration_minutes
        ),
    )


async def suggest(session: AsyncSession, meeting: Any, items: list[AgendaItemBody]) -> list[Suggestion]:
    """What could go on the agenda of ``meeting`` beside its ``items``."""
    if meeting.status not in rules.BEFORE_IT_IS_HELD:
        raise Conflict("The meeting is over or cancelled: its agenda stays as it is.")
    accepted = [item for item in items if item.status == AgendaItemStatus.ACCEPTED]
    day = meeting.starts_at.date()
    return drafting_rules.draft(
        OnRecord(
            origins={AgendaItemOrigin(item.origin) for item in accepted},
            titles=[
                title for item in accepted for title in (item.title, *(one.title for one in item.translations.values()))
            ],
            proposals=[_proposal(item) for item in items if item.status == AgendaItemStatus.PROPOSED],
            left_over=await _left_over(session, meeting),
            action_items=await _due(
                session,
                ActionItem.due_on,
                col(ActionItem.status) == ActionItemStatus.OPEN,
                col(ActionItem.due_on) <= day,
            ),
            workplan_items=await _due(
                session,
                WorkplanItem.due_on,
                col(WorkplanItem.due_on) <= day,
                col(WorkplanItem.status).not_in(workplan_rules.FINISHED),
                ~is_rolled_over,
                select(Workplan.id)
                .where(
                    col(Workplan.id) == col(WorkplanItem.workplan_id), col(Workplan.status) == WorkplanStatus.ADOPTED
                )
                .exists(),
            ),
        )
    )


async def _due(session: AsyncSession, due_on: Any, *wanted: ColumnElement[bool]) -> Due:
    late = func.count().filter(col(due_on) < clock.today())
    count, late_count = (await session.exec(columns(func.count(), late).where(*wanted))).one()
    return Due(count, late_count)


async def _left_over(session: AsyncSession, meeting: Any) -> list[LeftOver]:
    """What goes on nowhere else yet: of the last technical meeting before this one what it did not come to, and of
    meetings cancelled since all that was on their agenda or proposed for it.
    """
    held = aliased(Meeting)
    last = (
        select(held.id, held.starts_at)
        .where(
            col(held.starts_at) < meeting.starts_at,
            col(held.kind) == MeetingKind.TECHNICAL,
            col(held.status).in_(rules.AFTER_IT_WAS_HELD),
        )
        .order_by(col(held.starts_at).desc(), col(held.id).desc())
        .limit(1)
        .cte("last_held")
    )
    is_cancelled = col(Meeting.status) == MeetingStatus.CANCELLED
    carried = aliased(AgendaItem)
    rows = await session.exec(
        columns(
            AgendaItem.id,
            AgendaItem.title,
            AgendaItem.minutes,
            AgendaItem.is_reached,
            col(Meeting.title).label("meeting_title"),
            col(Meeting.starts_at).label("meeting_starts_at"),
            is_cancelled.label("is_meeting_cancelled"),
        )
        .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
        .outerjoin(last, true())
        .where(
            or_(
                and_(col(Meeting.id) == last.c.id, col(AgendaItem.status) == AgendaItemStatus.ACCEPTED),
                and_(
                    is_cancelled,
                    or_(last.c.id.is_(None), col(Meeting.starts_at) > last.c.starts_at),
                    col(AgendaItem.status).in_(agenda_rules.ALIVE),
                ),
            ),
            col(AgendaItem.is_reached).is_not(True),
            col(AgendaItem.origin).in_(_MAY_BE_CARRIED),
            ~select(carried.id).where(col(carried.carried_from_id) == col(AgendaItem.id)).exists(),
        )
        .order_by(col(Meeting.starts_at), col(Meeting.id), col(AgendaItem.position).nulls_last(), col(AgendaItem.id))
    )
    return [LeftOver(**row._mapping) for row in rows]


def _proposal(item: AgendaItemBody) -> OpenProposal:
    proposers = [item.proposed_by] if item.proposed_by else []
    return OpenProposal(
        id=item.id,
        title=item.title,
        minutes=item.minutes,
        proposed_by=tuple(champion.iso3 for champion in (*proposers, *item.co_proposers)),
        supporters=tuple(supporter.champion.iso3 for supporter in item.supporters),
    )


def _champions(item: AgendaItemBody) -> list[ChampionRef]:
    named = [item.proposed_by] if item.proposed_by else []
    return [*named, *item.co_proposers, *(supporter.champion for supporter in item.supporters)]


def _body(suggestion: Suggestion, champions: dict[str, ChampionRef]) -> AgendaSuggestion:
    return AgendaSuggestion.model_construct(
        key=suggestion.key,
        origin=suggestion.origin,
        title=suggestion.title or titles(suggestion.origin)[language.current()],
        minutes=suggestion.minutes,
        is_recommended=suggestion.is_recommended,
        why=_why(suggestion.reason, champions),
    )


def _why(reason: Reason, champions: dict[str, ChampionRef]) -> SuggestionReason:
    return SuggestionReason.model_construct(
        code=reason.code,
        champions=[champions[iso3] for iso3 in reason.champions],
        count=reason.count,
        late_count=reason.late_count,
        meeting_title=reason.meeting_title,
        meeting_starts_at=reason.meeting_starts_at,
        text=sentence(reason),
    )
