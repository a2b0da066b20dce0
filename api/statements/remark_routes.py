"""What champions say to the paragraphs of a joint statement, and what its drafters make of it."""

from typing import Annotated
from uuid import UUID

from fastapi import Body, Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.platform.database import SessionDep
from api.platform.etags import ANY_REVISION, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.unit_of_work import room_router
from api.statements import remark_queries, remark_service, rules
from api.statements import service as statements
from api.statements.routes import StatementId, StatementToMove
from api.statements.schemas import RemarkAnswer, RemarkBody, RemarkCreate, RemarkQuery

StatementFollow = Annotated[Caller, requires(Permission.STATEMENTS_FOLLOW)]
StatementSpeak = Annotated[Caller, requires(Permission.STATEMENTS_SPEAK)]
RemarkId = Annotated[UUID, Path(description="Key of the remark.")]
AnswerBody = Annotated[RemarkAnswer, Body(default_factory=RemarkAnswer)]

router = room_router("/statements/{statement_id}/remarks", tag="Statements")


async def statement_of_remark(
    statement_id: StatementId, caller: CurrentCaller, session: SessionDep
) -> statements.Subject:
    """The statement that the remark is on, locked and visible to the caller."""
    return await statements.load_for_change(session, caller, statement_id, ANY_REVISION)


StatementOfRemark = Annotated[statements.Subject, Depends(statement_of_remark)]


async def remark_to_end(
    statement: StatementOfRemark, remark_id: RemarkId, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> remark_service.Subject:
    """The remark, locked; as the caller read it, where they say."""
    return await remark_service.load_for_change(session, statement, remark_id, expected_revision)


RemarkToEnd = Annotated[remark_service.Subject, Depends(remark_to_end)]


@router.get("", operation_id="listStatementRemarks", summary="List remarks on a statement")
async def list_statement_remarks(
    caller: StatementFollow, session: SessionDep, statement_id: StatementId, query: Annotated[RemarkQuery, Query()]
) -> Page[RemarkBody]:
    """Comments and amendments, paragraph by paragraph."""
    return await remark_queries.list_remarks(session, caller, statement_id, query)


@router.post(
    "",
    operation_id="makeStatementRemark",
    summary="Comment on a paragraph, or amend it",
    status_code=status.HTTP_201_CREATED,
)
async def make_statement_remark(
    caller: StatementSpeak, session: SessionDep, statement: StatementToMove, body: RemarkCreate
) -> RemarkBody:
    """On one paragraph of one version, while the text may still change."""
    return await remark_service.create(session, caller, statement, body)


_SUMMARIES = {"accept": "Accept a remark", "decline": "Decline a remark", "withdraw": "Withdraw a remark"}
_TOLD = {
    "accept": "By the statement's drafters, the co-chairs and the secretariat.",
    "decline": "By the statement's drafters, the co-chairs and the secretariat. Asks for a reason.",
    "withdraw": "By the champion that made it, and by the secretariat on its behalf.",
}


def _add_end(verb: str) -> None:
    @router.post(
        f"/{{remark_id}}/{verb}",
        operation_id=f"{verb}StatementRemark",
        summary=_SUMMARIES[verb],
        description=_TOLD[verb],
    )
    async def end_remark(
        caller: StatementSpeak,
        session: SessionDep,
        statement: StatementOfRemark,
        remark: RemarkToEnd,
        body: AnswerBody,
    ) -> RemarkBody:
        return await remark_service.end(session, caller, statement, remark, verb, body)


for _verb in rules.ENDS_OF_A_REMARK:
    _add_end(_verb)
