"""What the champions have, plan, look for and work towards, as the caller may see it: a fixed number of statements."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, null, or_, select, true, union
from sqlalchemy.dialects.postgresql import distinct_on
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.activities.models import Activity, ActivityChampion, ActivityProcess
from api.activities.rules import CONCLUDED
from api.champions.models import Champion
from api.champions.queries import is_current
from api.champions.schemas import ChampionRef
from api.collaboration.counted import activity_counts, each_of, pledge_counts, practice_counts
from api.collaboration.kinds import NeedKind, WorkKind
from api.collaboration.models import CollaborationNeed
from api.collaboration.rules import Planned, Profile, Work
from api.platform import clock
from api.platform.database import columns
from api.pledges.models import Pledge, PledgeProcess, PledgeStatus
from api.practices.models import Practice
from api.processes.models import Process
from api.statements import queries as statements
from api.statements.models import Statement, StatementDrafter

_ByObjective = dict[UUID, dict[int, Work]]
"""Champion → objective → the latest record for it."""


@dataclass(slots=True)
class Landscape:
    """The champions of today with their profiles, by code."""

    champions: dict[str, ChampionRef] = field(default_factory=dict)
    profiles: dict[str, Profile] = field(default_factory=dict)


async def get_landscape(session: AsyncSession, caller: Caller) -> Landscape:
    """Everything that the finder's rules weigh."""
    champions = (await session.exec(_champions())).all()
    iso3s = {row.id: row.iso3 for row in champions}
    practices = await _latest(session, WorkKind.PRACTICE, _practices(caller))
    pledges = await _latest(session, WorkKind.PLEDGE, _open_pledges(caller))
    needs = await _needs(session)
    led = await _led(session, caller, iso3s)
    processes = await _processes(session, caller)
    landscape = Landscape()
    for row in champions:
        landscape.champions[row.iso3] = ChampionRef.of(row.id, row.iso3)
        landscape.profiles[row.iso3] = Profile(
            iso3=row.iso3,
            region=row.region_m49,
            objectives=frozenset(row.objectives),
            practices=practices[row.id],
            pledges=pledges[row.id],
            seeks=needs[NeedKind.SEEKS][row.id],
            offers=needs[NeedKind.OFFERS][row.id],
            led=tuple(led[row.id]),
            processes=processes[row.id],
        )
    return landscape


def _champions() -> Any:
    return columns(Champion.id, Champion.iso3, Champion.region_m49, Champion.objectives).where(is_current())


def _practices(caller: Caller) -> Any:
    return _for_each_objective(Practice, Practice.published_at).where(practice_counts(caller))


def _open_pledges(caller: Caller) -> Any:
    is_open = col(Pledge.status).in_((PledgeStatus.MADE, PledgeStatus.IN_PROGRESS))
    return _for_each_objective(Pledge, Pledge.made_on).where(pledge_counts(caller), is_open)


def _for_each_objective(table: Any, on: Any) -> Any:
    """The latest record of each champion for each objective."""
    named = each_of(table.objectives)
    return (
        columns(table.champion_id, named.c.number, table.id, table.title)
        .select_from(table)
        .join(named, true())
        .ext(distinct_on(col(table.champion_id), named.c.number))
        .order_by(col(table.champion_id), named.c.number, col(on).desc(), col(table.id))
    )


async def _latest(session: AsyncSession, kind: WorkKind, statement: Any) -> _ByObjective:
    found: _ByObjective = defaultdict(dict)
    for champion_id, objective, record_id, title in await session.exec(statement):
        found[champion_id][objective] = Work(kind, record_id, title)
    return found


async def _needs(session: AsyncSession) -> dict[NeedKind, _ByObjective]:
    found: dict[NeedKind, _ByObjective] = {kind: defaultdict(dict) for kind in NeedKind}
    rows = await session.exec(
        columns(
            *(getattr(CollaborationNeed, name) for name in ("kind", "champion_id", "objective", "id", "sentence"))
        ).order_by(col(CollaborationNeed.created_at), col(CollaborationNeed.id))
    )
    for kind, champion_id, objective, record_id, sentence in rows:
        found[kind][champion_id][objective] = Work(WorkKind.NEED, record_id, sentence)
    return found


async def _led(session: AsyncSession, caller: Caller, iso3s: dict[UUID, str]) -> dict[UUID, list[Planned]]:
    """The activities that lie ahead or have no day yet, by who leads them."""
    others = (
        select(func.array_agg(col(ActivityChampion.champion_id)))
        .where(col(ActivityChampion.activity_id) == col(Activity.id))
        .correlate(Activity)
        .scalar_subquery()
    )
    last_day = func.coalesce(col(Activity.ends_on), col(Activity.starts_on))
    rows = await session.exec(
        columns(
            *(getattr(Activity, name) for name in ("id", "title", "kind", "champion_id", "objectives", "starts_on")),
            Activity.ends_on,
            Activity.is_open_for_partners,
            func.tsvector_to_array(func.to_tsvector("english", col(Activity.title))).label("stems"),
            others.label("others"),
        ).where(
            col(Activity.champion_id).is_not(null()),
            col(Activity.status).not_in(CONCLUDED),
            or_(last_day.is_(null()), last_day >= clock.today()),
            activity_counts(caller),
        )
    )
    led: dict[UUID, list[Planned]] = defaultdict(list)
    for row in rows:
        led[row.champion_id].append(_planned(row, iso3s))
    return led


def _planned(row: Row[Any], iso3s: dict[UUID, str]) -> Planned:
    in_it: Iterable[UUID] = [row.champion_id, *(row.others or [])]
    return Planned(
        work=Work(WorkKind.ACTIVITY, row.id, row.title),
        kind=row.kind,
        champions=frozenset(iso3s[champion_id] for champion_id in in_it if champion_id in iso3s),
        objectives=frozenset(row.objectives),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        stems=frozenset(row.stems),
        is_open_for_partners=row.is_open_for_partners,
    )


async def _processes(session: AsyncSession, caller: Caller) -> dict[UUID, dict[UUID, Work]]:
    """What lies ahead or is under way, and whose activities, pledges and statements are linked to it."""
    of_activity = col(ActivityProcess.activity_id) == col(Activity.id)
    brought = union(
        columns(Activity.champion_id, ActivityProcess.process_id)
        .join(ActivityProcess, of_activity)
        .where(activity_counts(caller)),
        columns(ActivityChampion.champion_id, ActivityProcess.process_id)
        .select_from(Activity)
        .join(ActivityProcess, of_activity)
        .join(ActivityChampion, col(ActivityChampion.activity_id) == col(Activity.id))
        .where(activity_counts(caller)),
        columns(Pledge.champion_id, PledgeProcess.process_id)
        .join(PledgeProcess, col(PledgeProcess.pledge_id) == col(Pledge.id))
        .where(pledge_counts(caller)),
        statements.with_its_silence(columns(StatementDrafter.champion_id, Statement.process_id).select_from(Statement))
        .join(StatementDrafter, col(StatementDrafter.statement_id) == col(Statement.id))
        .where(statements.visible(caller), col(Statement.withdrawn_at).is_(null())),
    ).subquery("brought")
    rows = await session.exec(
        columns(brought.c.champion_id, Process.id, Process.title)
        .join(Process, col(Process.id) == brought.c.process_id)
        .where(col(Process.ends_on) >= clock.today())
    )
    found: dict[UUID, dict[UUID, Work]] = defaultdict(dict)
    for champion_id, process_id, title in rows:
        found[champion_id][process_id] = Work(WorkKind.PROCESS, process_id, title)
    return found
