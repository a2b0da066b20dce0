"""Turns a proposal into planned terms: all of them, or none."""

from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.cochairs import service
from api.cochairs.rotation_schemas import Planned, PlannedTerm, PlanRequest
from api.cochairs.schemas import CochairTermBody, CochairTermCreate
from api.platform.database import violated_constraint
from api.platform.problems import Problem, constraint_explanations

_LONGEST_REASON = 1000


async def plan(session: AsyncSession, caller: Caller, body: PlanRequest) -> Planned:
    """Plan every term of ``body``, each with its reasons in the audit trail; the problem of one stops them all."""
    return Planned(
        items=[await _plan(session, caller, term, f"/terms/{place}") for place, term in enumerate(body.terms)]
    )


async def _plan(session: AsyncSession, caller: Caller, term: PlannedTerm, pointer: str) -> CochairTermBody:
    why = " ".join(term.reasons)[:_LONGEST_REASON]
    body = CochairTermCreate.model_validate(term.model_dump(exclude={"reasons"}))
    try:
        return await service.create(session, caller, body, why=why)
    except IntegrityError as error:
        raise _at(pointer, constraint_explanations.problem_for(violated_constraint(error))) from error
    except Problem as problem:
        raise _at(pointer, problem) from problem


def _at(pointer: str, problem: Problem) -> Problem:
    """``problem`` of one term, told of the request that it stands in."""
    for error in problem.errors:
        error.pointer = f"{pointer}{error.pointer}"
    return problem
