"""What stands beside an item's own columns: its champions, processes, last update, what it waits for, its chain."""

from typing import Any

from sqlalchemy import ColumnElement, func, literal_column
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from api.access.caller import Caller
from api.champions.models import Champion
from api.processes.models import Process
from api.workplan.models import (
    Workplan,
    WorkplanItem,
    WorkplanItemDependency,
    WorkplanItemProcess,
    WorkplanItemSupporter,
    WorkplanItemUpdate,
)
from api.workplan.queries import visible

EXCERPT = 280

EMPTY: ColumnElement[Any] = literal_column("'[]'::json")

_Other = aliased(WorkplanItem)
_OtherPlan = aliased(Workplan)

supporting = (
    select(
        func.coalesce(
            func.json_agg(func.json_build_array(col(Champion.id), col(Champion.iso3))).aggregate_order_by(
                col(Champion.iso3)
            ),
            EMPTY,
        )
    )
    .join(WorkplanItemSupporter, col(WorkplanItemSupporter.champion_id) == col(Champion.id))
    .where(col(WorkplanItemSupporter.workplan_item_id) == col(WorkplanItem.id))
    .correlate(WorkplanItem)
    .scalar_subquery()
)
processes = (
    select(
        func.coalesce(
            func.json_agg(
                func.json_build_array(col(Process.id), col(Process.key), col(Process.title))
            ).aggregate_order_by(col(Process.starts_on)),
            EMPTY,
        )
    )
    .join(WorkplanItemProcess, col(WorkplanItemProcess.process_id) == col(Process.id))
    .where(col(WorkplanItemProcess.workplan_item_id) == col(WorkplanItem.id))
    .correlate(WorkplanItem)
    .scalar_subquery()
)
last_update = (
    select(
        func.json_build_array(
            col(WorkplanItemUpdate.reported_at),
            func.left(col(WorkplanItemUpdate.text), EXCERPT),
            col(WorkplanItemUpdate.person_name),
        )
    )
    .where(col(WorkplanItemUpdate.workplan_item_id) == col(WorkplanItem.id))
    .order_by(col(WorkplanItemUpdate.reported_at).desc(), col(WorkplanItemUpdate.id).desc())
    .limit(1)
    .correlate(WorkplanItem)
    .scalar_subquery()
)


def _tied(near: Any, far: Any) -> Any:
    """The items at the ``far`` end of the ties whose ``near`` end is the item, as JSON; they share its workplan."""
    told = func.json_build_array(col(_Other.id), col(_Other.title), col(_Other.status))
    return (
        select(func.coalesce(func.json_agg(told).aggregate_order_by(col(_Other.title)), EMPTY))
        .select_from(WorkplanItemDependency)
        .join(_Other, col(_Other.id) == col(far))
        .where(col(near) == col(WorkplanItem.id))
        .correlate(WorkplanItem)
        .scalar_subquery()
    )


waits_for = _tied(WorkplanItemDependency.workplan_item_id, WorkplanItemDependency.waits_for_id)
awaited_by = _tied(WorkplanItemDependency.waits_for_id, WorkplanItemDependency.workplan_item_id)


def rolled_over_from(caller: Caller) -> Any:
    """The item that this one goes on with, as JSON; null where there is none that the caller may see."""
    return _link_of_the_chain(caller, col(_Other.id) == col(WorkplanItem.rolled_over_from_id))


def rolled_over_to(caller: Caller) -> Any:
    """The item that goes on with this one, as JSON; null where there is none that the caller may see."""
    return _link_of_the_chain(caller, col(_Other.rolled_over_from_id) == col(WorkplanItem.id))


def _link_of_the_chain(caller: Caller, tie: ColumnElement[bool]) -> Any:
    return (
        select(func.json_build_array(col(_Other.id), col(_Other.title), col(_OtherPlan.id), col(_OtherPlan.title)))
        .join(_OtherPlan, col(_OtherPlan.id) == col(_Other.workplan_id))
        .where(tie, visible(caller, _OtherPlan))
        .correlate(WorkplanItem)
        .scalar_subquery()
    )


def chain_of(item_id: Any) -> Any:
    """Keys of the item and of all those that it goes on with, back to the first."""
    chain = (
        select(WorkplanItem.id, WorkplanItem.rolled_over_from_id)
        .where(col(WorkplanItem.id) == item_id)
        .cte("chain", recursive=True)
    )
    before = select(_Other.id, _Other.rolled_over_from_id).join(chain, col(_Other.id) == chain.c.rolled_over_from_id)
    return select(chain.union(before).c.id)
