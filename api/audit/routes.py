"""The audit trail over HTTP."""

from typing import Annotated

from fastapi import Query

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.audit import queries
from api.audit.schemas import AuditEntryBody, AuditQuery
from api.platform.database import SessionDep
from api.platform.paging import Page
from api.platform.unit_of_work import room_router

AuditRead = Annotated[Caller, requires(Permission.AUDIT_READ)]

router = room_router("/audit-entries", tag="Audit trail")


@router.get("", operation_id="listAuditEntries", summary="Read the audit trail")
async def list_audit_entries(
    _: AuditRead, session: SessionDep, query: Annotated[AuditQuery, Query()]
) -> Page[AuditEntryBody]:
    """Every write: who, on whose behalf, when, what was before and after. Newest first."""
    return await queries.list_entries(session, query)
