"""The rotation planner over HTTP."""

from typing import Annotated

from fastapi import status

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.cochairs import rotation_queries, rotation_service
from api.cochairs.rotation_schemas import Planned, PlanRequest, ProposalRequest, Proposals
from api.platform.database import SessionDep
from api.platform.unit_of_work import room_router

RotationRead = Annotated[Caller, requires(Permission.COCHAIR_ROTATION_READ)]
TermsWrite = Annotated[Caller, requires(Permission.COCHAIR_TERMS_WRITE)]

router = room_router("/cochair-terms", tag="Co-chair terms")


@router.post("/proposals", operation_id="proposeCochairTerms", summary="Propose the next pairs, with reasons")
async def propose_cochair_terms(caller: RotationRead, session: SessionDep, body: ProposalRequest) -> Proposals:  # noqa: ARG001 -- the permission stands in the signature
    """The longest since last served first, two regional commissions, opt-outs and wishes honoured, no pair twice.

    What had to be given up stands in the reasons. Nothing is planned by asking.
    """
    return await rotation_queries.get_proposals(session, body)


@router.post(
    "/plan",
    operation_id="planCochairTerms",
    summary="Plan several terms at once",
    status_code=status.HTTP_201_CREATED,
)
async def plan_cochair_terms(caller: TermsWrite, session: SessionDep, body: PlanRequest) -> Planned:
    """Turn a proposal into planned terms: all of them, or none. A term of other than six months needs its reason."""
    return await rotation_service.plan(session, caller, body)
