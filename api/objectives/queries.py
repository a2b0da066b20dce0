"""Reads of the objectives and of the goals beside them: a fixed number of statements, whatever was done for them."""

from typing import Any

from sqlalchemy import Row, func, literal, union_all
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.champions.queries import is_current
from api.champions.schemas import ChampionRef
from api.contributions import queries as contributions
from api.contributions.schemas import ContributionKind
from api.objectives.schemas import GoalBody, GoalList, ObjectiveBody, ObjectiveList, ObjectiveSummary
from api.platform import language
from api.platform.database import columns
from api.vocabularies import catalogue
from api.vocabularies.schemas import SdgTarget

_CHAMPION = "champion"
_NAMED_BY_GOAL = (ContributionKind.ACTIVITY, ContributionKind.PRACTICE)
"""The kinds whose records name Sustainable Development Goals."""

_Counts = dict[int, dict[str, int]]
"""Number → kind → how many."""


async def list_objectives(session: AsyncSession, caller: Caller) -> ObjectiveList:
    """The 23 objectives with who champions them and what serves them, in numbers; one statement."""
    championed = (
        columns(literal(_CHAMPION).label("kind"), func.unnest(col(Champion.objectives)).label("number"))
        .where(is_current())
        .subquery()
    )
    counted = columns(championed.c.kind, championed.c.number, func.count().label("many")).group_by(
        championed.c.kind, championed.c.number
    )
    every = union_all(counted, contributions.counts_by_number(caller, "objectives")).subquery()
    counts = _counts(await session.exec(columns(*every.c)))
    return ObjectiveList.model_construct(
        items=[
            ObjectiveSummary.model_construct(
                **_words(term),
                champions_count=counts.get(term["number"], {}).get(_CHAMPION, 0),
                contributions=contributions.counts_of(caller, counts.get(term["number"])),
            )
            for term in catalogue.terms("objectives", language.current())
        ]
    )


async def get_objective(session: AsyncSession, caller: Caller, number: int) -> ObjectiveBody:
    """One objective with who champions it, what serves it and what others may join; three statements."""
    champions = (
        await session.exec(
            columns(Champion.id, Champion.iso3, Champion.objectives_are_demonstration)
            .where(is_current(), col(Champion.objectives).op("@>")([number]))
            .order_by(col(Champion.iso3))
        )
    ).all()
    serving = await contributions.to_objective(session, caller, number)
    return ObjectiveBody.model_construct(
        **_words(catalogue.terms("objectives", language.current())[number - 1]),
        champions=[ChampionRef.of(row.id, row.iso3) for row in champions],
        are_demonstration=any(row.objectives_are_demonstration for row in champions),
        open_invitations=await contributions.open_invitations(session, caller, number),
        groups=serving.groups,
        targets=_targets(lambda target: number in target["objectives"]),
    )


async def list_goals(session: AsyncSession, caller: Caller) -> GoalList:
    """The 17 goals with the objectives that go with their targets, and what names them, in numbers; one statement."""
    counts = _counts(await session.exec(contributions.counts_by_number(caller, "sdgs")))
    return GoalList.model_construct(
        items=[
            GoalBody.model_construct(
                number=goal["number"],
                title=goal["title"],
                targets=_targets(lambda target, number=goal["number"]: target["goal"] == number),
                contributions=[
                    count
                    for count in contributions.counts_of(caller, counts.get(goal["number"]))
                    if count.kind in _NAMED_BY_GOAL
                ],
            )
            for goal in catalogue.terms("sdgs", language.current())
        ]
    )


def _counts(rows: Any) -> _Counts:
    counts: _Counts = {}
    row: Row[Any]
    for row in rows:
        counts.setdefault(row.number, {})[row.kind] = row.many
    return counts


def _words(term: dict[str, Any]) -> dict[str, Any]:
    return {name: term[name] for name in ("number", "title", "short", "round_table")}


def _targets(are_meant: Any) -> list[SdgTarget]:
    tongue = language.current()
    return [SdgTarget.of(target, tongue) for target in catalogue.sdg_targets() if are_meant(target)]
