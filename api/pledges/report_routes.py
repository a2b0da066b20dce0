"""Follow-up reports on pledges."""

from typing import Annotated
from uuid import UUID

from fastapi import Path, status

from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision
from api.platform.unit_of_work import room_router
from api.pledges import report_queries, report_service
from api.pledges.report_schemas import ReportBody, ReportChange, ReportCreate, ReportList
from api.pledges.routes import PledgeId, PledgeRead, PledgeToMove, PledgeWrite

ReportId = Annotated[UUID, Path(description="Key of the report.")]

router = room_router("/pledges/{pledge_id}/reports", tag="Pledge reports")


@router.get("", operation_id="listPledgeReports", summary="Read what was reported on a pledge")
async def list_pledge_reports(caller: PledgeRead, session: SessionDep, pledge_id: PledgeId) -> ReportList:
    """All of it, the latest first."""
    return await report_queries.list_reports(session, caller, pledge_id)


@router.post("", operation_id="reportPledge", summary="Report on a pledge", status_code=status.HTTP_201_CREATED)
async def report_pledge(
    caller: PledgeWrite, session: SessionDep, pledge: PledgeToMove, body: ReportCreate
) -> ReportBody:
    """A sentence is enough. It may bring the pledge further: then it is the reason too, where one is asked for."""
    return await report_service.add(session, caller, pledge, body)


@router.patch("/{report_id}", operation_id="correctPledgeReport", summary="Correct a report")
async def correct_pledge_report(
    caller: PledgeWrite,
    session: SessionDep,
    pledge_id: PledgeId,
    report_id: ReportId,
    expected_revision: ExpectedRevision,
    body: ReportChange,
) -> ReportBody:
    """Change what is given and leave the rest; where it brought the pledge stays."""
    return await report_service.change(session, caller, pledge_id, report_id, expected_revision, body)
