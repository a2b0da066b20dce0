"""Looks which quarters have their technical meeting: two statements, however many quarters; the rest is ``rules``."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Row
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import Meeting, MeetingKind, MeetingStatus
from api.platform import clock
from api.platform.database import columns
from api.platform.problems import InvalidInput
from api.platform.records import DatePrecision
from api.processes.models import Process
from api.quarters import rules
from api.quarters.rules import Engaged, Quarter, ReasonCode
from api.quarters.schemas import QuarterCoverage, QuarterList, QuarterMeeting, QuarterReason, QuartersQuery
from api.slots.places import united_nations_holidays

_STANDS_NOT = frozenset({MeetingStatus.CANCELLED, MeetingStatus.POSTPONED})
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_AROUND = timedelta(days=31) + rules.APART
"""How far outside the quarters a meeting may be and still be near: also one of which only the month is known."""


async def list_quarters(session: AsyncSession, query: QuartersQuery) -> QuarterList:
    """The quarters that were asked for, each with its meetings or a day for one."""
    today = clock.today()
    wanted = _wanted(query, today)
    meetings = await _meetings(session, wanted)
    processes = await _processes(session, wanted)
    of_quarter: dict[Quarter, list[Row[Any]]] = defaultdict(list)
    for row in meetings:
        if row.kind is MeetingKind.TECHNICAL:
            of_quarter[rules.quarter_of(row.starts_at.astimezone(UTC).date())].append(row)
    covered = {quarter for quarter, rows in of_quarter.items() if any(row.status not in _STANDS_NOT for row in rows)}
    proposed = rules.proposals(
        [quarter for quarter in wanted if quarter not in covered and quarter.last >= today],
        rules.Calendar(
            today=today,
            holidays={day for year in {quarter.year for quarter in wanted} for day in united_nations_holidays(year)},
            processes=processes,
            meetings=[_engaged(row) for row in meetings if row.status not in _STANDS_NOT],
        ),
    )
    return QuarterList(
        items=[
            _coverage(quarter, of_quarter[quarter], proposed.get(quarter), today, is_covered=quarter in covered)
            for quarter in wanted
        ]
    )


def _wanted(query: QuartersQuery, today: date) -> list[Quarter]:
    first = query.from_day or today
    for name, day in (("from", query.from_day), ("to", query.to)):
        if day and not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            raise InvalidInput.parameter(
                name, f"Give a day from {_FIRST_YEAR} to {_LAST_YEAR}.", code="implausible_day"
            )
    last = query.to or rules.quarter_of(first).after(3).last
    if last < first:
        raise InvalidInput.parameter("to", "The last day comes before the first.", code="before_from")
    wanted = rules.quarters(first, last)
    if len(wanted) > rules.MOST_QUARTERS:
        raise InvalidInput.parameter("to", f"Ask for at most {rules.MOST_QUARTERS} quarters at once.", code="too_long")
    return wanted


async def _meetings(session: AsyncSession, wanted: Sequence[Quarter]) -> list[Row[Any]]:
    """The meetings in these quarters and near them."""
    since = datetime.combine(wanted[0].first - _AROUND, time.min, UTC)
    until = datetime.combine(wanted[-1].last + _AROUND, time.max, UTC)
    rows = await session.exec(
        columns(Meeting.id, Meeting.kind, Meeting.title, Meeting.starts_at, Meeting.date_precision, Meeting.status)
        .where(col(Meeting.starts_at).between(since, until))
        .order_by(col(Meeting.starts_at), col(Meeting.id))
    )
    return list(rows)


async def _processes(session: AsyncSession, wanted: Sequence[Quarter]) -> list[Engaged]:
    rows = await session.exec(
        columns(Process.starts_on, Process.ends_on, Process.title)
        .where(col(Process.ends_on) >= wanted[0].first, col(Process.starts_on) <= wanted[-1].last)
        .order_by(col(Process.starts_on), col(Process.id))
    )
    return [Engaged(row.starts_on, row.ends_on, row.title) for row in rows]


def _engaged(row: Row[Any]) -> Engaged:
    """The day of a meeting; the whole month where only that is known."""
    day = row.starts_at.astimezone(UTC).date()
    if row.date_precision is DatePrecision.DAY:
        return Engaged(day, day, row.title)
    return Engaged(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]), row.title)


def _coverage(
    quarter: Quarter, rows: Sequence[Row[Any]], proposal: rules.Proposal | None, today: date, *, is_covered: bool
) -> QuarterCoverage:
    return QuarterCoverage(
        year=quarter.year,
        quarter=quarter.number,
        starts_on=quarter.first,
        ends_on=quarter.last,
        is_over=quarter.last < today,
        is_covered=is_covered,
        meetings=[
            QuarterMeeting(id=row.id, title=row.title, starts_at=row.starts_at, status=row.status) for row in rows
        ],
        proposed_on=proposal.day if proposal else None,
        reasons=[
            QuarterReason(code=reason.code, title=reason.title, text=_TEXTS[reason.code].format(title=reason.title))
            for reason in (proposal.reasons if proposal else ())
        ],
    )


_TEXTS = {
    ReasonCode.NEAR_MIDDLE: "It is the suitable day nearest to the middle of the quarter.",
    ReasonCode.SHORT_NOTICE: "Other days have passed or are less than two weeks ahead.",
    ReasonCode.HOLIDAY: "Another day is a holiday of the United Nations.",
    ReasonCode.PROCESS: "Other days are those of “{title}”.",
    ReasonCode.NEAR_MEETING: "Other days are less than four weeks from “{title}”.",
    ReasonCode.NEAR_PROPOSAL: "Other days are less than four weeks from the day proposed for {title}.",
}
