"""Who joins an adopted joint statement."""

from typing import Annotated
from uuid import UUID

from fastapi import Path, status

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.platform.database import SessionDep
from api.platform.schemas import StepBody
from api.platform.unit_of_work import room_router
from api.statements import sign_on_queries, sign_on_service
from api.statements.routes import StatementId, StatementRead, StatementToMove
from api.statements.schemas import SignOnCreate, SignOnList

StatementSpeak = Annotated[Caller, requires(Permission.STATEMENTS_SPEAK)]
SignOnId = Annotated[UUID, Path(description="Key of the sign-on.")]

router = room_router("/statements/{statement_id}/sign-ons", tag="Statements")


@router.get("", operation_id="listStatementSignOns", summary="List who joins a statement")
async def list_statement_sign_ons(caller: StatementRead, session: SessionDep, statement_id: StatementId) -> SignOnList:
    """In the order of the protocol: by name, in the language of the answer."""
    return await sign_on_queries.list_sign_ons(session, caller, statement_id)


@router.post("", operation_id="signStatement", summary="Sign on to a statement", status_code=status.HTTP_201_CREATED)
async def sign_statement(
    caller: StatementSpeak, session: SessionDep, statement: StatementToMove, body: SignOnCreate
) -> SignOnList:
    """For one's own champion; the chairs record it for other States, and for others by name."""
    return await sign_on_service.sign_on(session, caller, statement, body)


@router.post("/{sign_on_id}/withdraw", operation_id="withdrawStatementSignOn", summary="Withdraw from a statement")
async def withdraw_statement_sign_on(
    caller: StatementSpeak, session: SessionDep, statement: StatementToMove, sign_on_id: SignOnId, body: StepBody
) -> SignOnList:
    """That it was signed stays on record."""
    return await sign_on_service.withdraw(session, caller, statement, sign_on_id, body)
