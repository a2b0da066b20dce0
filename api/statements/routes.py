"""Joint statements: drafting, versions, adoption, delivery."""

from typing import Annotated
from uuid import UUID

from anyio import to_thread
from fastapi import Depends, Path, Query, Response, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.platform.database import SessionDep
from api.platform.differences import as_pieces, differences
from api.platform.documents.answers import Form, documented, negotiated
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.rates import MADE_TO_ORDER
from api.platform.schemas import StepBody
from api.platform.unit_of_work import room_router
from api.statements import files, queries, rules, service
from api.statements.schemas import (
    Adoption,
    Delivery,
    DifferenceBody,
    SignOnPeriod,
    StatementBody,
    StatementChange,
    StatementCreate,
    StatementQuery,
    StatementSummary,
    VersionBody,
    VersionCreate,
)

StatementRead = Annotated[Caller, requires(Permission.STATEMENTS_READ)]
StatementWrite = Annotated[Caller, requires(Permission.STATEMENTS_WRITE)]
StatementCirculate = Annotated[Caller, requires(Permission.STATEMENTS_CIRCULATE)]

StatementId = Annotated[UUID, Path(description="Key of the statement.")]
Number = Annotated[int, Path(ge=1, le=1_000_000, description="Number of the version.")]
Against = Annotated[int, Query(ge=1, le=1_000_000, description="Number of the version to compare with.")]
VersionForm = Annotated[Form, negotiated(Form.JSON, Form.DOCX, Form.PDF)]

_ADOPT, _DELIVER, _WITHDRAW = rules.TRANSITIONS

router = room_router("/statements", tag="Statements")


async def statement_to_change(
    statement_id: StatementId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevision
) -> service.Subject:
    """The statement, locked, visible to the caller and as the caller read it."""
    return await service.load_for_change(session, caller, statement_id, expected_revision)


async def statement_to_move(
    statement_id: StatementId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> service.Subject:
    """The statement, locked and visible to the caller; as the caller read it, where they say."""
    return await service.load_for_change(session, caller, statement_id, expected_revision)


StatementToChange = Annotated[service.Subject, Depends(statement_to_change)]
StatementToMove = Annotated[service.Subject, Depends(statement_to_move)]


@router.get("", operation_id="listStatements", summary="List joint statements")
async def list_statements(
    caller: StatementRead, session: SessionDep, query: Annotated[StatementQuery, Query()]
) -> Page[StatementSummary]:
    """What the caller may see; the public sees public statements once they are adopted."""
    return await queries.list_statements(session, caller, query)


@router.post("", operation_id="createStatement", summary="Begin a joint statement", status_code=status.HTTP_201_CREATED)
async def create_statement(caller: StatementWrite, session: SessionDep, body: StatementCreate) -> StatementBody:
    """A title is enough. A champion that begins a statement is among its drafters."""
    return await service.create(session, caller, body)


@router.get("/{statement_id}", operation_id="getStatement", summary="Read a joint statement")
async def get_statement(caller: StatementRead, session: SessionDep, statement_id: StatementId) -> StatementBody:
    """One statement with the list of its versions."""
    return await queries.get_statement(session, caller, statement_id)


@router.patch("/{statement_id}", operation_id="changeStatement", summary="Change what is said about a statement")
async def change_statement(
    caller: StatementWrite, session: SessionDep, statement: StatementToChange, body: StatementChange
) -> StatementBody:
    """Change what is given and leave the rest, for its drafters and the chairs, while its text may still change."""
    return await service.change(session, caller, statement, body)


@router.delete(
    "/{statement_id}",
    operation_id="deleteStatement",
    summary="Delete a draft of a statement",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_statement(caller: StatementWrite, session: SessionDep, statement: StatementToChange) -> None:
    """Delete a draft that was never under silence. Others are withdrawn instead."""
    await service.delete(session, caller, statement)


@router.post(
    "/{statement_id}/versions",
    operation_id="writeStatementVersion",
    summary="Write a version of a statement",
    status_code=status.HTTP_201_CREATED,
)
async def write_statement_version(
    caller: StatementWrite, session: SessionDep, statement: StatementToMove, body: VersionCreate
) -> VersionBody:
    """A whole new text, or a translation of one. What was written before stays."""
    number = await service.write_version(session, caller, statement, body)
    return await queries.get_version(session, caller, statement.id, number)


@router.get(
    "/{statement_id}/versions/{number}",
    operation_id="getStatementVersion",
    dependencies=[MADE_TO_ORDER],
    summary="Read a version of a statement",
    response_model=VersionBody,
    responses=documented(Form.DOCX, Form.PDF),
)
async def get_statement_version(
    caller: StatementRead, session: SessionDep, statement_id: StatementId, number: Number, form: VersionForm
) -> VersionBody | Response:
    """As data, or ready for the rostrum as DOCX and PDF. Of an adopted statement the public reads what was adopted."""
    if form is Form.JSON:
        return await queries.get_version(session, caller, statement_id, number)
    return await files.get_version_file(session, caller, statement_id, number, form)


@router.get(
    "/{statement_id}/versions/{number}/diff",
    operation_id="compareStatementVersions",
    summary="Compare two versions of a statement",
)
async def compare_statement_versions(
    caller: StatementRead, session: SessionDep, statement_id: StatementId, number: Number, against: Against
) -> DifferenceBody:
    """Word by word, paragraph by paragraph."""
    before = await queries.get_version(session, caller, statement_id, against)
    after = await queries.get_version(session, caller, statement_id, number)
    told = await to_thread.run_sync(differences, before.text, after.text)
    return DifferenceBody(
        number=number,
        against=against,
        paragraphs=as_pieces(told),
    )


@router.post(
    f"/{{statement_id}}/{_ADOPT.verb}",
    operation_id=_ADOPT.operation_id("Statement"),
    summary=_ADOPT.summary,
    description=_ADOPT.story,
)
async def adopt_statement(
    caller: StatementCirculate, session: SessionDep, statement: StatementToMove, body: Adoption
) -> StatementBody:
    """At a meeting, for example."""
    return await service.adopt(session, caller, statement, body)


@router.post(
    f"/{{statement_id}}/{_DELIVER.verb}",
    operation_id=_DELIVER.operation_id("Statement"),
    summary=_DELIVER.summary,
    description=_DELIVER.story,
)
async def deliver_statement(
    caller: StatementCirculate, session: SessionDep, statement: StatementToMove, body: Delivery
) -> StatementBody:
    """Again, to correct it."""
    return await service.deliver(session, caller, statement, body)


@router.post(
    f"/{{statement_id}}/{_WITHDRAW.verb}",
    operation_id=_WITHDRAW.operation_id("Statement"),
    summary=_WITHDRAW.summary,
    description=_WITHDRAW.story,
)
async def withdraw_statement(
    caller: StatementCirculate, session: SessionDep, statement: StatementToMove, body: StepBody
) -> StatementBody:
    """A period of silence that is open ends with it."""
    return await service.withdraw(session, caller, statement, body)


@router.put(
    "/{statement_id}/sign-on-period", operation_id="setStatementSignOnPeriod", summary="Say until when States sign on"
)
async def set_statement_sign_on_period(
    caller: StatementCirculate, session: SessionDep, statement: StatementToMove, body: SignOnPeriod
) -> StatementBody:
    """Without an end, sign-on stays open."""
    return await service.open_sign_on(session, caller, statement, body)
