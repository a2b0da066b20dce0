"""Where contributions come from: for each kind, its records as the caller may see them, and what ties them to what they serve."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Date, String, Uuid, and_, case, cast, false, func, literal, null
from sqlmodel import col

from api.access.caller import Caller
from api.activities import queries as activities
from api.activities.models import Activity, ActivityProcess, ActivityStatus
from api.contributions.schemas import ContributionKind
from api.platform import clock
from api.platform.database import columns
from api.pledges import queries as pledges
from api.pledges.models import Pledge, PledgeProcess, PledgeStatus
from api.practices import queries as practices
from api.practices.models import Practice, PracticeStatus
from api.processes.models import ProcessPractice
from api.statements import queries as statements
from api.statements.models import Statement, StatementStatus
from api.workplan import queries as workplans
from api.workplan.models import Workplan, WorkplanItem, WorkplanItemProcess, WorkplanItemStatus

_TAKES_PARTNERS = (ActivityStatus.IDEA, ActivityStatus.PLANNED, ActivityStatus.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Source:
    """One kind: ``seen`` selects what a caller may see, under the same names for all kinds.

    ``process_id`` is where a process is named: in ``link``, a table with its join, or in the record itself.
    ``objectives`` and ``sdgs`` are arrays of numbers; a kind may have no SDGs.
    """

    kind: ContributionKind
    seen: Callable[[Caller], Any]
    process_id: Any
    objectives: Any
    link: tuple[Any, Any] | None = None
    sdgs: Any = None

    def linked(self, caller: Caller) -> Any:
        """What the caller may see of this kind beside each process that it is linked to."""
        seen = self.seen(caller)
        return seen.join(*self.link) if self.link else seen.where(col(self.process_id).is_not(None))

    def serves_objective(self, number: int) -> Any:
        """The condition that a record of this kind names the objective ``number``."""
        return col(self.objectives).op("@>")([number])


def _contribution(kind: ContributionKind, record: Any, **told: Any) -> Any:
    values = {"champion_id": cast(null(), Uuid), "is_open": false()} | told
    return columns(
        literal(kind.value, String).label("kind"),
        col(record.id).label("id"),
        col(record.title).label("title"),
        col(record.is_demonstration).label("is_demonstration"),
        *(values[name].label(name) for name in ("champion_id", "status", "on_day", "is_open")),
    ).select_from(record)


def _statements(caller: Caller) -> Any:
    status = case(*((statements.stands(status), literal(status.value, String)) for status in StatementStatus))
    told = _contribution(
        ContributionKind.STATEMENT,
        Statement,
        status=status,
        on_day=func.coalesce(col(Statement.delivered_on), col(Statement.due_on)),
    )
    return statements.with_its_silence(told).where(
        statements.visible(caller), ~statements.stands(StatementStatus.WITHDRAWN)
    )


def _activities(caller: Caller) -> Any:
    last = func.coalesce(col(Activity.ends_on), col(Activity.sorted_on))
    is_open = and_(col(Activity.is_open_for_partners), col(Activity.status).in_(_TAKES_PARTNERS), last >= clock.today())
    return _contribution(
        ContributionKind.ACTIVITY,
        Activity,
        champion_id=col(Activity.champion_id),
        status=cast(col(Activity.status), String),
        on_day=col(Activity.starts_on),
        is_open=is_open,
    ).where(activities.visible(caller), col(Activity.status) != ActivityStatus.CANCELLED)


def _pledges(caller: Caller) -> Any:
    return _contribution(
        ContributionKind.PLEDGE,
        Pledge,
        champion_id=col(Pledge.champion_id),
        status=cast(col(Pledge.status), String),
        on_day=col(Pledge.made_on),
    ).where(pledges.visible(caller), col(Pledge.status).not_in((PledgeStatus.DRAFT, PledgeStatus.DISCONTINUED)))


def _workplan_items(caller: Caller) -> Any:
    told = _contribution(
        ContributionKind.WORKPLAN_ITEM,
        WorkplanItem,
        champion_id=col(WorkplanItem.lead_id),
        status=cast(col(WorkplanItem.status), String),
        on_day=col(WorkplanItem.due_on),
    )
    return told.join(Workplan, col(Workplan.id) == col(WorkplanItem.workplan_id)).where(
        workplans.visible(caller),
        col(WorkplanItem.status) != WorkplanItemStatus.DROPPED,
        ~workplans.is_rolled_over,
    )


def _practices(caller: Caller) -> Any:
    return _contribution(
        ContributionKind.PRACTICE,
        Practice,
        champion_id=col(Practice.champion_id),
        status=cast(col(Practice.status), String),
        on_day=cast(col(Practice.published_at), Date),
    ).where(practices.visible(caller), col(Practice.status) == PracticeStatus.PUBLISHED)


_ALL = (
    Source(
        kind=ContributionKind.STATEMENT,
        seen=_statements,
        process_id=Statement.process_id,
        objectives=Statement.objectives,
    ),
    Source(
        kind=ContributionKind.ACTIVITY,
        seen=_activities,
        process_id=ActivityProcess.process_id,
        link=(ActivityProcess, col(ActivityProcess.activity_id) == col(Activity.id)),
        objectives=Activity.objectives,
        sdgs=Activity.sdgs,
    ),
    Source(
        kind=ContributionKind.PLEDGE,
        seen=_pledges,
        process_id=PledgeProcess.process_id,
        link=(PledgeProcess, col(PledgeProcess.pledge_id) == col(Pledge.id)),
        objectives=Pledge.objectives,
    ),
    Source(
        kind=ContributionKind.WORKPLAN_ITEM,
        seen=_workplan_items,
        process_id=WorkplanItemProcess.process_id,
        link=(WorkplanItemProcess, col(WorkplanItemProcess.workplan_item_id) == col(WorkplanItem.id)),
        objectives=WorkplanItem.objectives,
    ),
    Source(
        kind=ContributionKind.PRACTICE,
        seen=_practices,
        process_id=ProcessPractice.process_id,
        link=(ProcessPractice, col(ProcessPractice.practice_id) == col(Practice.id)),
        objectives=Practice.objectives,
        sdgs=Practice.sdgs,
    ),
)


def sources(caller: Caller) -> list[Source]:
    """The kinds that the caller sees at all: the workplan is for those who are signed in."""
    is_known = caller.is_member or caller.is_observer
    return [source for source in _ALL if is_known or source.kind is not ContributionKind.WORKPLAN_ITEM]
