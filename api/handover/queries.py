"""The handover brief, read from the record in a fixed number of statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Row, and_, or_
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.cochairs.models import CoChairTerm
from api.cochairs.queries import pair_of, seats_of_term
from api.cochairs.rules import Period, status_of, usual_end
from api.handover import rules, work_queries
from api.handover.models import HandoverNote
from api.handover.rules import Sitting
from api.handover.schemas import (
    BriefConsultation,
    BriefDate,
    BriefDecision,
    BriefMeeting,
    Contact,
    DateKind,
    HandoverBriefBody,
    HandoverNoteBody,
    HandoverTerm,
)
from api.identity.models import Person, Standing
from api.meetings.agenda_schemas import LinkedRecord
from api.meetings.models import Meeting, MeetingStatus
from api.meetings.queries import champions_present
from api.meetings.rules import AFTER_IT_WAS_HELD
from api.minutes.models import Decision
from api.platform import clock
from api.platform.database import columns
from api.platform.problems import NotFound
from api.processes.models import Process

_COMING = (MeetingStatus.PLANNED, MeetingStatus.AGENDA_OPEN, MeetingStatus.AGENDA_CIRCULATED)


@dataclass(frozen=True, slots=True)
class Handover:
    """A term, the one after it, who sits in either, and the note, as one statement found them."""

    row: Row[Any]
    following: Row[Any] | None

    @property
    def term(self) -> Period:
        """The term that hands over."""
        return Period(self.row.starts_on, self.row.ends_on)

    @property
    def looks_until(self) -> date:
        """The end of the next term: what lies ahead until then is of interest to it."""
        return self.following.ends_on if self.following else usual_end(self.row.ends_on)

    def may_read(self, caller: Caller) -> bool:
        """Whether the brief is for ``caller``."""
        if caller.is_secretariat or caller.champion_id is None:
            return caller.is_secretariat
        following = _sittings(self.following) if self.following else []
        return rules.may_read(caller.champion_id, _sittings(self.row), following, clock.today())

    def may_write_note(self, caller: Caller) -> bool:
        """Whether ``caller`` writes the note."""
        if caller.is_secretariat or caller.champion_id is None:
            return caller.is_secretariat
        return rules.may_write_note(caller.champion_id, _sittings(self.row), clock.today())


async def get_handover(session: AsyncSession, caller: Caller, term_id: UUID) -> Handover:
    """The term and its successor; ``NotFound`` where the brief is not for the caller."""
    starts_on = columns(CoChairTerm.starts_on).where(col(CoChairTerm.id) == term_id).scalar_subquery()
    found = await session.exec(
        columns(
            CoChairTerm.id,
            CoChairTerm.starts_on,
            CoChairTerm.ends_on,
            seats_of_term.label("seats"),
            HandoverNote.text,
            HandoverNote.revision,
            HandoverNote.updated_at,
            HandoverNote.person_name,
        )
        .outerjoin(HandoverNote, col(HandoverNote.id) == col(CoChairTerm.id))
        .where(col(CoChairTerm.starts_on) >= starts_on)
        .order_by(col(CoChairTerm.starts_on))
        .limit(2)
    )
    rows = found.all()
    handover = Handover(rows[0], rows[1] if len(rows) > 1 else None) if rows else None
    if handover is None or not handover.may_read(caller):
        raise NotFound("There is no such handover brief, or it is not for you to see.")
    return handover


async def get_brief(session: AsyncSession, caller: Caller, term_id: UUID) -> HandoverBriefBody:
    """All that a pair hands to the next."""
    handover = await get_handover(session, caller, term_id)
    today = clock.today()
    items = await work_queries.unfinished_items(session, handover.looks_until)
    consultations = await work_queries.open_consultations(session, caller)
    meetings = await _meetings(session, handover)
    term = _term(handover.row)
    following = _term(handover.following) if handover.following else None
    return HandoverBriefBody.model_construct(
        generated_at=clock.now(),
        term=term,
        next_term=following,
        note=_note(handover.row),
        open_actions=await work_queries.open_actions(session),
        overdue_items=[item for item in items if item.due_on < today],
        items_ahead=[item for item in items if item.due_on >= today],
        practices_in_review=await work_queries.practices_in_review(session, caller),
        undecided_proposals=await work_queries.undecided_proposals(session),
        open_consultations=consultations,
        next_dates=_dates(following, meetings, consultations, await _processes(session, handover.looks_until), today),
        decisions=await _decisions(session, handover.term),
        meetings=[_held(row) for row in meetings if row.status in AFTER_IT_WAS_HELD],
        contacts=await _contacts(session, [*term.champions, *(following.champions if following else [])]),
        actions=["write-note"] if handover.may_write_note(caller) else [],
    )


async def get_note(session: AsyncSession, caller: Caller, term_id: UUID) -> HandoverNoteBody:
    """The note alone."""
    return _note((await get_handover(session, caller, term_id)).row)


def _sittings(row: Row[Any]) -> list[Sitting]:
    return [
        Sitting(UUID(seat["champion_id"]), date.fromisoformat(seat["starts_on"]), date.fromisoformat(seat["ends_on"]))
        for seat in row.seats or []
    ]


def _term(row: Row[Any]) -> HandoverTerm:
    term, today = Period(row.starts_on, row.ends_on), clock.today()
    return HandoverTerm.model_construct(
        id=row.id,
        champions=pair_of(row.seats or [], term, today),
        starts_on=term.starts_on,
        ends_on=term.ends_on,
        status=status_of(term, today),
    )


def _note(row: Row[Any]) -> HandoverNoteBody:
    return HandoverNoteBody.model_construct(
        id=row.id,
        revision=row.revision or 0,
        text=row.text or "",
        updated_at=row.updated_at,
        updated_by=row.person_name or "",
    )


async def _meetings(session: AsyncSession, handover: Handover) -> Sequence[Row[Any]]:
    """The meetings held in the term and those that lie ahead, the latest first."""
    begins, ends = _midnight(handover.term.starts_on), _midnight(handover.term.ends_on)
    was_held = and_(
        col(Meeting.status).in_(AFTER_IT_WAS_HELD), col(Meeting.starts_at) >= begins, col(Meeting.starts_at) < ends
    )
    is_ahead = and_(
        col(Meeting.status).in_(_COMING),
        col(Meeting.starts_at) >= clock.now(),
        col(Meeting.starts_at) < _midnight(handover.looks_until),
    )
    fields = (*(name for name in BriefMeeting.model_fields if name != "champions_present_count"), "agenda_closes_at")
    rows = await session.exec(
        columns(*(getattr(Meeting, name) for name in fields), champions_present())
        .where(or_(was_held, is_ahead))
        .order_by(col(Meeting.starts_at).desc(), col(Meeting.id))
    )
    found: Sequence[Row[Any]] = rows.all()
    return found


def _held(row: Row[Any]) -> BriefMeeting:
    return BriefMeeting.model_construct(**{name: getattr(row, name) for name in BriefMeeting.model_fields})


async def _processes(session: AsyncSession, until: date) -> list[BriefDate]:
    rows = await session.exec(
        columns(Process.id, Process.title, Process.starts_on).where(
            col(Process.starts_on) >= clock.today(), col(Process.starts_on) < until
        )
    )
    return [_date(DateKind.PROCESS, row, on=row.starts_on) for row in rows]


async def _decisions(session: AsyncSession, term: Period) -> list[BriefDecision]:
    rows = await session.exec(
        columns(
            Decision.id,
            Decision.number,
            Decision.text,
            Decision.meeting_id,
            col(Meeting.title).label("meeting_title"),
            Meeting.starts_at,
        )
        .join(Meeting, col(Meeting.id) == col(Decision.meeting_id))
        .where(col(Meeting.starts_at) >= _midnight(term.starts_on), col(Meeting.starts_at) < _midnight(term.ends_on))
        .order_by(col(Meeting.starts_at).desc(), col(Decision.number))
    )
    return [
        BriefDecision.model_construct(
            id=row.id,
            number=row.number,
            text=row.text,
            meeting=LinkedRecord.model_construct(id=row.meeting_id, title=row.meeting_title),
            decided_on=row.starts_at.date(),
        )
        for row in rows
    ]


async def _contacts(session: AsyncSession, champions: Sequence[ChampionRef]) -> list[Contact]:
    """People in office of ``champions``, in that order, the lead first; then the secretariat."""
    order = {champion.id: place for place, champion in enumerate(champions)}
    rows = await session.exec(
        columns(
            *(getattr(Person, name) for name in Contact.model_fields if name != "champion"),
            Person.champion_id,
            Champion.iso3,
        )
        .outerjoin(Champion, col(Champion.id) == col(Person.champion_id))
        .where(
            or_(col(Person.champion_id).in_(order), col(Person.standing) == Standing.SECRETARIAT),
            or_(col(Person.ended_at).is_(None), col(Person.ended_at) > clock.now()),
        )
        .order_by(col(Person.is_lead).desc(), col(Person.name), col(Person.id))
    )
    people = sorted(rows, key=lambda row: order.get(row.champion_id, len(order)))
    return [
        Contact.model_construct(
            **{name: getattr(row, name) for name in Contact.model_fields if name != "champion"},
            champion=ChampionRef.of(row.champion_id, row.iso3) if row.champion_id else None,
        )
        for row in people
    ]


def _dates(
    following: HandoverTerm | None,
    meetings: Sequence[Row[Any]],
    consultations: Sequence[BriefConsultation],
    processes: Sequence[BriefDate],
    today: date,
) -> list[BriefDate]:
    """Everything ahead in one line, the nearest first."""
    now, dates = clock.now(), [*processes]
    for row in meetings:
        if row.status in _COMING:
            dates.append(_date(DateKind.MEETING, row, at=row.starts_at))
            if row.agenda_closes_at and row.agenda_closes_at > now:
                dates.append(_date(DateKind.AGENDA_CLOSES, row, at=row.agenda_closes_at))
    dates += [
        _date(DateKind.CONSULTATION_ENDS, asked, at=asked.deadline_at)
        for asked in consultations
        if asked.deadline_at > now
    ]
    if following and following.starts_on >= today:
        handover = BriefDate.model_construct(
            kind=DateKind.HANDOVER, id=following.id, title="", on=following.starts_on, at=None
        )
        dates.append(handover)
    return sorted(dates, key=lambda told: told.at or _midnight(told.on))


def _date(kind: DateKind, record: Any, *, on: date | None = None, at: datetime | None = None) -> BriefDate:
    day = at.astimezone(UTC).date() if at else on
    assert day is not None
    return BriefDate.model_construct(kind=kind, id=record.id, title=record.title, on=day, at=at)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
