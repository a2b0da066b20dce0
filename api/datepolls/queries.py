"""Reads of date polls: columns, not objects; one statement for a list."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, false, func, literal, or_, true
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.permissions import Permission
from api.access.visibility import owns
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.champions.voices import had_a_voice
from api.datepolls import rules
from api.datepolls.models import DatePoll, DatePollAnswer, DatePollCandidate, DatePollStatus, DatePollVoice
from api.datepolls.schemas import DateAnswerBody, DatePollQuery, DatePollSummary, DatePollVoiceBody
from api.meetings.agenda_schemas import LinkedRecord
from api.meetings.models import Meeting
from api.platform import clock
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.vocabularies.catalogue import country_name

_SORT = Sort(col(DatePoll.id), {"deadline_at": col(DatePoll.deadline_at)})
HEAD = (
    "id", "revision", "created_at", "updated_at", "title", "duration_minutes", "time_zone", "opened_at", "deadline_at",
    "chosen_starts_at", "is_demonstration",
)  # fmt: skip
_TIMES = ("closed_at", "cancelled_at")


def visible(caller: Caller) -> ColumnElement[bool]:
    """What was opened, for members; drafts for those who prepare meetings; nothing for everybody else."""
    if not caller.is_member:
        return false()
    return true() if caller.may(Permission.MEETINGS_PREPARE) else col(DatePoll.opened_at).is_not(None)


async def list_date_polls(session: AsyncSession, caller: Caller, query: DatePollQuery) -> Page[DatePollSummary]:
    """One page of the polls that the caller may see."""
    return await _SORT.fetch(
        session,
        polls(caller).where(visible(caller), *_filters(query)),
        sort=query.sort,
        query=query,
        build=lambda row: DatePollSummary.model_construct(**values_of(caller, row)),
    )


async def get_voice(session: AsyncSession, caller: Caller, poll_id: UUID, iso3: str) -> DatePollVoiceBody:
    """What a champion says; ``NotFound`` where the poll is not for the caller, or the champion is silent."""
    seen = await session.exec(select(DatePoll.id).where(col(DatePoll.id) == poll_id, visible(caller)))
    if seen.first() is None:
        raise not_found()
    found = await voices(session, poll_id, col(Champion.iso3) == iso3, col(DatePollVoice.id).is_not(None))
    if not found[0]:
        raise NotFound(f"{country_name(iso3)} has not answered this poll.")
    return found[0][0]


def not_found() -> NotFound:
    """The problem for a poll that is not there, or not for the caller."""
    return NotFound("There is no such date poll, or it is not for you to see.")


def stands(status: DatePollStatus) -> ColumnElement[bool]:
    """The same as ``rules.status_of``."""
    cancelled, closed = col(DatePoll.cancelled_at).is_not(None), col(DatePoll.closed_at).is_not(None)
    asks = and_(col(DatePoll.opened_at).is_not(None), ~cancelled, ~closed)
    has_ended = col(DatePoll.deadline_at) <= clock.now()
    return {
        DatePollStatus.DRAFT: and_(col(DatePoll.opened_at).is_(None), ~cancelled),
        DatePollStatus.OPEN: and_(asks, ~has_ended),
        DatePollStatus.ENDED: and_(asks, has_ended),
        DatePollStatus.CLOSED: and_(closed, ~cancelled),
        DatePollStatus.CANCELLED: cancelled,
    }[status]


def has_answered(which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the poll of the statement around it has the voice of ``which``."""
    voice = select(DatePollVoice.id).where(col(DatePollVoice.poll_id) == col(DatePoll.id), which)
    return voice.correlate(DatePoll, Champion).exists()


def polls(caller: Caller, *more: str) -> Any:
    """The columns of polls, and beside them their answers in figures; ``more`` fields of the poll."""
    ended = func.least(
        col(DatePoll.deadline_at), col(DatePoll.closed_at), col(DatePoll.cancelled_at), literal(clock.now())
    )
    dates = select(func.count()).where(col(DatePollCandidate.poll_id) == col(DatePoll.id))
    asked = select(func.count()).select_from(Champion).where(had_a_voice(ended))
    answered = asked.join(DatePollVoice, col(DatePollVoice.champion_id) == col(Champion.id)).where(
        col(DatePollVoice.poll_id) == col(DatePoll.id)
    )
    return columns(
        *(getattr(DatePoll, name) for name in (*HEAD, *_TIMES, *more)),
        DatePoll.meeting_id,
        col(Meeting.title).label("meeting_title"),
        dates.correlate(DatePoll).scalar_subquery().label("dates_count"),
        asked.correlate(DatePoll).scalar_subquery().label("champions_count"),
        answered.correlate(DatePoll).scalar_subquery().label("answered_count"),
        has_answered(owns(caller, DatePollVoice.champion_id)).label("has_answered"),
    ).outerjoin(Meeting, col(Meeting.id) == col(DatePoll.meeting_id))


def times_of(poll: Any) -> rules.Times:
    """What is recorded of the course of a poll, or of a row with its columns."""
    return rules.Times(poll.deadline_at, poll.opened_at, poll.closed_at, poll.cancelled_at)


def values_of(caller: Caller, row: Row[Any]) -> dict[str, Any]:
    """The fields of a summary, from a row of ``polls``."""
    times, now = times_of(row), clock.now()
    status = rules.status_of(times, now)
    counted = ("dates_count", "champions_count", "answered_count", "has_answered")
    return {name: getattr(row, name) for name in (*HEAD, *counted)} | {
        "status": status,
        "ended_at": rules.ended_at(times, now),
        "meeting": LinkedRecord.model_construct(id=row.meeting_id, title=row.meeting_title) if row.meeting_id else None,
        "actions": rules.actions(
            status,
            caller.parties_to(None),
            is_champion=caller.champion_id is not None,
            lacks_meeting=row.chosen_starts_at is not None and row.meeting_id is None,
        ),
    }


async def voices(
    session: AsyncSession, poll_id: UUID, *which: ColumnElement[bool]
) -> tuple[list[DatePollVoiceBody], list[ChampionRef]]:
    """What each champion of ``which`` says, by its name; and those that say nothing."""
    of_poll = and_(col(DatePollVoice.champion_id) == col(Champion.id), col(DatePollVoice.poll_id) == poll_id)
    said = func.json_build_array(
        col(DatePollAnswer.candidate_id), col(DatePollAnswer.answer), col(DatePollAnswer.comment)
    )
    answers = (
        select(func.json_agg(said))
        .where(col(DatePollAnswer.voice_id) == col(DatePollVoice.id))
        .correlate(DatePollVoice)
        .scalar_subquery()
    )
    statement = (
        columns(
            *(getattr(DatePollVoice, name) for name in ("id", "revision", "created_at", "updated_at", "given_at")),
            DatePollVoice.person_name,
            DatePollVoice.is_on_behalf,
            col(Champion.id).label("champion_id"),
            Champion.iso3,
            answers.label("answers"),
        )
        .select_from(Champion)
        .outerjoin(DatePollVoice, of_poll)
        .where(*which)
    )
    rows = sorted((await session.exec(statement)).all(), key=lambda row: country_name(row.iso3))
    return (
        [_voice(row) for row in rows if row.id is not None],
        [ChampionRef.of(row.champion_id, row.iso3) for row in rows if row.id is None],
    )


def _voice(row: Row[Any]) -> DatePollVoiceBody:
    return DatePollVoiceBody(
        id=row.id,
        revision=row.revision,
        created_at=row.created_at,
        updated_at=row.updated_at,
        champion=ChampionRef.of(row.champion_id, row.iso3),
        answers=[
            DateAnswerBody(candidate_id=key, answer=answer, comment=comment)
            for key, answer, comment in row.answers or []
        ],
        given_at=row.given_at,
        given_by=row.person_name,
        is_on_behalf=row.is_on_behalf,
    )


def _filters(query: DatePollQuery) -> list[ColumnElement[bool]]:
    filters: list[ColumnElement[bool]] = []
    if query.status:
        filters.append(or_(*(stands(status) for status in query.status)))
    if query.meeting_id:
        filters.append(col(DatePoll.meeting_id) == query.meeting_id)
    if query.q:
        filters.append(col(DatePoll.title).icontains(query.q, autoescape=True))
    return filters
