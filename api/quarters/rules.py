"""Whether each quarter has its technical meeting, and which day would suit where it has none.

Discussion note, "Working arrangements": the champions meet once a quarter. A day suits in the middle of the week,
beside holidays and processes that the same delegates attend, and with room to prepare between two meetings.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

APART = timedelta(weeks=4)
"""At least so long between two meetings."""
NOTICE = timedelta(weeks=2)
"""A day sooner than this is none that sixty capitals can prepare for."""
MOST_QUARTERS = 12
LONGEST_EVENT = timedelta(days=31)
"""A process that lasts longer is a season, as a round of Regional Reviews is: nobody is away for all of it."""
_MIDWEEK = frozenset({1, 2, 3})
"""Tuesday to Thursday: a working day at every seat, whether its weekend begins on Friday or on Saturday."""


class ReasonCode(StrEnum):
    """Why a day is proposed, and why those nearer to the middle of the quarter are not."""

    NEAR_MIDDLE = "near_middle"
    SHORT_NOTICE = "short_notice"
    HOLIDAY = "holiday"
    PROCESS = "process"
    NEAR_MEETING = "near_meeting"
    NEAR_PROPOSAL = "near_proposal"


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of the calendar year; ``number`` from 1 to 4."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.after(1).first - timedelta(days=1)

    @property
    def middle(self) -> date:
        """The day in its middle; the earlier of the two where there are two."""
        return self.first + (self.last - self.first) // 2

    def after(self, quarters: int) -> "Quarter":
        """The quarter so many later."""
        years, number = divmod(self.number - 1 + quarters, 4)
        return Quarter(self.year + years, number + 1)

    def __str__(self) -> str:
        return f"Q{self.number} {self.year}"


@dataclass(frozen=True, slots=True)
class Engaged:
    """Days that are taken, both included, by something that has a name."""

    first: date
    last: date
    title: str

    def is_near(self, day: date, margin: timedelta = timedelta(days=1)) -> bool:
        """Whether ``day`` is less than ``margin`` away; by default: one of these days."""
        return self.first - margin < day < self.last + margin


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for a day, or against those nearer to the middle; ``title``: of what stands against them."""

    code: ReasonCode
    title: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The day for a quarter, None where no day suits, with why."""

    day: date | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the days are looked for in."""

    today: date
    holidays: Collection[date]
    processes: Sequence[Engaged]
    meetings: Sequence[Engaged]

    @property
    def events(self) -> list[Engaged]:
        """The processes that delegates attend from the first day to the last."""
        return [process for process in self.processes if process.last - process.first < LONGEST_EVENT]


def quarter_of(day: date) -> Quarter:
    """The quarter of a day."""
    return Quarter(day.year, (day.month + 2) // 3)


def quarters(first: date, last: date) -> list[Quarter]:
    """The quarters of which the days from ``first`` to ``last`` touch any."""
    begins, ends = quarter_of(first), quarter_of(last)
    number = (ends.year - begins.year) * 4 + ends.number - begins.number + 1
    return [begins.after(later) for later in range(number)]


def proposals(wanting: Iterable[Quarter], calendar: Calendar) -> dict[Quarter, Proposal]:
    """A day for each quarter that has no meeting, the earliest first: each keeps its distance from those before it."""
    found: dict[Quarter, Proposal] = {}
    proposed: list[Engaged] = []
    for quarter in sorted(wanting):
        proposal = propose(quarter, calendar, proposed)
        found[quarter] = proposal
        if proposal.day:
            proposed.append(Engaged(proposal.day, proposal.day, str(quarter)))
    return found


def propose(quarter: Quarter, calendar: Calendar, proposed: Sequence[Engaged] = ()) -> Proposal:
    """The suitable day nearest to the middle of ``quarter``; ``proposed``: days for other quarters."""
    against: dict[Reason, None] = {}
    for day in _nearest_to_the_middle(quarter):
        stands_against = _obstacle(day, calendar, proposed)
        if stands_against is None:
            return Proposal(day, (Reason(ReasonCode.NEAR_MIDDLE), *against))
        against[stands_against] = None
    return Proposal(None, tuple(against))


def _nearest_to_the_middle(quarter: Quarter) -> list[date]:
    days = (quarter.first + timedelta(days=number) for number in range((quarter.last - quarter.first).days + 1))
    midweek = (day for day in days if day.weekday() in _MIDWEEK)
    return sorted(midweek, key=lambda day: (abs(day - quarter.middle), day))


def _obstacle(day: date, calendar: Calendar, proposed: Sequence[Engaged]) -> Reason | None:
    if day < calendar.today + NOTICE:
        return Reason(ReasonCode.SHORT_NOTICE)
    if day in calendar.holidays:
        return Reason(ReasonCode.HOLIDAY)
    kinds = (
        (ReasonCode.PROCESS, calendar.events, timedelta(days=1)),
        (ReasonCode.NEAR_MEETING, calendar.meetings, APART),
        (ReasonCode.NEAR_PROPOSAL, proposed, APART),
    )
    standing = (Reason(code, one.title) for code, those, margin in kinds for one in those if one.is_near(day, margin))
    return next(standing, None)
