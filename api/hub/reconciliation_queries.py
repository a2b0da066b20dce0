"""Reads of the last comparison with the Hub."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, true
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.hub.models import FindingKind, HubFinding, HubReconciliation
from api.hub.schemas import FindingBody, FindingCounts, FindingQuery, LastReconciliation, ReconciliationBody
from api.platform.database import columns
from api.platform.paging import Page, Sort

_FIELDS = tuple(FindingBody.model_fields)
_SORT = Sort(col(HubFinding.id), {"title": col(HubFinding.title)})


async def last_reconciliation(session: AsyncSession) -> LastReconciliation:
    """The last comparison with its counts."""
    found = select(HubReconciliation).where(col(HubReconciliation.id) == _last())
    last = (await session.exec(found.execution_options(populate_existing=True))).first()
    if last is None:
        return LastReconciliation(last=None)
    counted = (await session.exec(_counts(last.id))).one()
    counts = FindingCounts(**{name: getattr(counted, name) for name in FindingCounts.model_fields})
    return LastReconciliation(last=ReconciliationBody(**last.model_dump(), counts=counts))


async def list_findings(session: AsyncSession, query: FindingQuery) -> Page[FindingBody]:
    """One page of what the last comparison found, by title."""
    statement = columns(*(getattr(HubFinding, name) for name in _FIELDS)).where(
        col(HubFinding.reconciliation_id) == _last(),
        col(HubFinding.kind) == query.kind if query.kind else true(),
    )
    return await _SORT.fetch(
        session,
        statement,
        sort="title",
        query=query,
        build=lambda row: FindingBody.model_construct(**{name: getattr(row, name) for name in _FIELDS}),
    )


def mendable(ids: Sequence[UUID]) -> Any:
    """The findings of the last comparison, or those of ``ids``, that a new delivery mends and for which none is made yet."""
    return select(HubFinding).where(
        col(HubFinding.reconciliation_id) == _last(), _is_mendable(), col(HubFinding.id).in_(ids) if ids else true()
    )


def _last() -> Any:
    return (
        select(HubReconciliation.id)
        .order_by(col(HubReconciliation.created_at).desc(), col(HubReconciliation.id).desc())
        .limit(1)
        .scalar_subquery()
    )


def _is_mendable() -> ColumnElement[bool]:
    return col(HubFinding.is_ours) & col(HubFinding.delivery_id).is_(None)


def _counts(reconciliation_id: UUID) -> Any:
    kinds = [func.count().filter(col(HubFinding.kind) == kind).label(kind.value) for kind in FindingKind]
    return columns(*kinds, func.count().filter(_is_mendable()).label("mendable")).where(
        col(HubFinding.reconciliation_id) == reconciliation_id
    )
