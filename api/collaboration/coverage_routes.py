"""The coverage matrix: who champions, practises, acts and pledges, for each objective."""

from typing import Annotated

from fastapi import Query, Response

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.collaboration import coverage_files, coverage_queries
from api.collaboration.coverage_schemas import CoverageBody
from api.collaboration.kinds import CoverageBy
from api.platform.database import SessionDep
from api.platform.documents.answers import Form, documented, negotiated
from api.platform.rates import MADE_TO_ORDER
from api.platform.unit_of_work import room_router

CoverageRead = Annotated[Caller, requires(Permission.COVERAGE_READ)]
CoverageForm = Annotated[Form, negotiated(Form.JSON, Form.XLSX, Form.PNG, Form.SVG)]
Columns = Annotated[
    CoverageBy, Query(description="What the columns are: the champions of today, or the UN M49 regions.")
]

router = room_router("/coverage", tag="Coverage")


@router.get(
    "",
    operation_id="getCoverage",
    dependencies=[MADE_TO_ORDER],
    summary="Read the coverage matrix",
    response_model=CoverageBody,
    responses=documented(Form.XLSX, Form.PNG, Form.SVG),
)
async def get_coverage(
    caller: CoverageRead, session: SessionDep, form: CoverageForm, by: Columns = CoverageBy.CHAMPION
) -> CoverageBody | Response:
    """The 23 objectives × champions or regions, with what the caller may see of each; also as a workbook and as a picture."""
    coverage = await coverage_queries.get_coverage(session, caller, by)
    return coverage if form is Form.JSON else await coverage_files.as_file(coverage, form)
