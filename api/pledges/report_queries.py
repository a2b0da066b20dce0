"""Reads of follow-up reports."""

from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.platform.database import columns
from api.platform.problems import NotFound
from api.pledges import queries, rules
from api.pledges.models import Pledge, PledgeReport
from api.pledges.report_schemas import ReportBody, ReportList

_FIELDS = tuple(name for name in ReportBody.model_fields if name != "actions")


async def list_reports(session: AsyncSession, caller: Caller, pledge_id: UUID) -> ReportList:
    """What was reported on a pledge, the latest first; ``NotFound`` where the caller may not see the pledge."""
    asked = columns(Pledge.champion_id, Pledge.status).where(col(Pledge.id) == pledge_id, queries.visible(caller))
    pledge = (await session.exec(asked)).first()
    if pledge is None:
        raise queries.not_found()
    may_report = "report" in rules.actions(pledge.status, caller.parties_to(pledge.champion_id))
    rows = await session.exec(
        columns(*(getattr(PledgeReport, name) for name in _FIELDS))
        .where(col(PledgeReport.pledge_id) == pledge_id)
        .order_by(col(PledgeReport.reported_on).desc(), col(PledgeReport.id).desc())
    )
    return ReportList(
        items=[
            ReportBody.model_construct(
                **dict(row._mapping) | {"person_name": row.person_name if caller.is_member else None},
                actions=["change"] if may_report else [],
            )
            for row in rows
        ]
    )


async def get_report(session: AsyncSession, caller: Caller, pledge_id: UUID, report_id: UUID) -> ReportBody:
    """One report of a pledge; ``NotFound`` where the caller may not see it."""
    listed = await list_reports(session, caller, pledge_id)
    found = next((report for report in listed.items if report.id == report_id), None)
    if found is None:
        raise NotFound("There is no such report on this pledge.")
    return found
