"""Reads of the audit trail."""

from typing import Any

from sqlalchemy import ColumnElement, Row
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.audit.schemas import AuditEntryBody, AuditPerson, AuditQuery, RepresentedChampion
from api.champions.models import Champion
from api.platform.database import columns
from api.platform.paging import Page, Sort

_SORT = Sort(col(AuditEntry.id), {"at": col(AuditEntry.at)})
_FIELDS = ("id", "at", "action", "record_type", "record_id", "record_title", "reason", "before", "after", "request_id")


async def list_entries(session: AsyncSession, query: AuditQuery) -> Page[AuditEntryBody]:
    """One page of the trail. Whoever may call it may see all of it."""
    statement = (
        columns(
            *(getattr(AuditEntry, field) for field in _FIELDS),
            AuditEntry.person_id,
            AuditEntry.person_name,
            AuditEntry.on_behalf_of_id,
            Champion.iso3,
        )
        .outerjoin(Champion, col(Champion.id) == col(AuditEntry.on_behalf_of_id))
        .where(*_filters(query))
    )
    return await _SORT.fetch(session, statement, sort=query.sort, query=query, build=_entry)


def _filters(query: AuditQuery) -> list[ColumnElement[bool]]:
    filters: list[ColumnElement[bool]] = []
    if query.record_type:
        filters.append(col(AuditEntry.record_type) == query.record_type)
    if query.record_id:
        filters.append(col(AuditEntry.record_id) == query.record_id)
    if query.person_id:
        filters.append(col(AuditEntry.person_id) == query.person_id)
    if query.action:
        filters.append(col(AuditEntry.action) == query.action)
    if query.champion:
        filters.append(col(Champion.iso3) == query.champion)
    if query.from_instant:
        filters.append(col(AuditEntry.at) >= query.from_instant)
    if query.until:
        filters.append(col(AuditEntry.at) < query.until)
    return filters


def _entry(row: Row[Any]) -> AuditEntryBody:
    return AuditEntryBody.model_construct(
        **dict(zip(_FIELDS, row, strict=False)),
        person=AuditPerson.model_construct(id=row.person_id, name=row.person_name),
        on_behalf_of=RepresentedChampion.of(row.on_behalf_of_id, row.iso3) if row.on_behalf_of_id else None,
    )
