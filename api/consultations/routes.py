"""Consultations of all champions by the co-chairs."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.consultations import queries, rules, service
from api.consultations.schemas import (
    Conclusion,
    ConsultationAnswerBody,
    ConsultationAnswerCreate,
    ConsultationAnswerQuery,
    ConsultationBody,
    ConsultationChange,
    ConsultationCreate,
    ConsultationQuery,
    ConsultationSummary,
    Extension,
)
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.schemas import StepBody
from api.platform.transitions import Transition
from api.platform.unit_of_work import room_router

ConsultationRead = Annotated[Caller, requires(Permission.CONSULTATIONS_READ)]
ConsultationWrite = Annotated[Caller, requires(Permission.CONSULTATIONS_WRITE)]
ConsultationAnswerer = Annotated[Caller, requires(Permission.CONSULTATIONS_ANSWER)]

ConsultationId = Annotated[UUID, Path(description="Key of the consultation.")]

router = room_router("/consultations", tag="Consultations")


async def consultation_to_change(
    consultation_id: ConsultationId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevision
) -> service.Subject:
    """The consultation, locked, visible to the caller and as the caller read it."""
    return await service.load_for_change(session, caller, consultation_id, expected_revision)


async def consultation_to_move(
    consultation_id: ConsultationId,
    caller: CurrentCaller,
    session: SessionDep,
    expected_revision: ExpectedRevisionIfSaid,
) -> service.Subject:
    """The consultation, locked and visible to the caller; as the caller read it, where they say."""
    return await service.load_for_change(session, caller, consultation_id, expected_revision)


ConsultationToChange = Annotated[service.Subject, Depends(consultation_to_change)]
ConsultationToMove = Annotated[service.Subject, Depends(consultation_to_move)]


@router.get("", operation_id="listConsultations", summary="List consultations")
async def list_consultations(
    caller: ConsultationRead, session: SessionDep, query: Annotated[ConsultationQuery, Query()]
) -> Page[ConsultationSummary]:
    """What champions were asked, with the answers in figures; drafts for those who prepare them."""
    return await queries.list_consultations(session, caller, query)


@router.post("", operation_id="createConsultation", summary="Draft a consultation", status_code=status.HTTP_201_CREATED)
async def create_consultation(
    caller: ConsultationWrite, session: SessionDep, body: ConsultationCreate
) -> ConsultationBody:
    """A title and a deadline are enough. Nobody is asked before the draft is opened."""
    return await service.create(session, caller, body)


@router.get("/{consultation_id}", operation_id="getConsultation", summary="Read a consultation")
async def get_consultation(
    caller: ConsultationRead, session: SessionDep, consultation_id: ConsultationId
) -> ConsultationBody:
    """One consultation with each champion's answer in force, and with those that have not answered."""
    return await queries.get_consultation(session, caller, consultation_id)


@router.patch("/{consultation_id}", operation_id="changeConsultation", summary="Change a draft")
async def change_consultation(
    caller: ConsultationWrite, session: SessionDep, consultation: ConsultationToChange, body: ConsultationChange
) -> ConsultationBody:
    """Change what is given and leave the rest. What champions were asked stays as they were asked."""
    return await service.change(session, caller, consultation, body)


@router.delete(
    "/{consultation_id}",
    operation_id="deleteConsultation",
    summary="Delete a draft",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_consultation(
    caller: ConsultationWrite, session: SessionDep, consultation: ConsultationToChange
) -> None:
    """Delete a draft. A consultation that was opened is withdrawn instead."""
    await service.delete(session, caller, consultation)


@router.post(
    f"/{{consultation_id}}/{rules.EXTEND.verb}",
    operation_id=rules.EXTEND.operation_id("Consultation"),
    summary=rules.EXTEND.summary,
    description=rules.EXTEND.story,
)
async def extend_consultation(
    caller: ConsultationWrite, session: SessionDep, consultation: ConsultationToMove, body: Extension
) -> ConsultationBody:
    """The new deadline is later than the present one."""
    return await service.extend(session, caller, consultation, body)


@router.post(
    f"/{{consultation_id}}/{rules.CONCLUDE.verb}",
    operation_id=rules.CONCLUDE.operation_id("Consultation"),
    summary=rules.CONCLUDE.summary,
    description=rules.CONCLUDE.story,
)
async def conclude_consultation(
    caller: ConsultationWrite, session: SessionDep, consultation: ConsultationToMove, body: Conclusion
) -> ConsultationBody:
    """Again, to correct it."""
    return await service.conclude(session, caller, consultation, body)


@router.get("/{consultation_id}/answers", operation_id="listConsultationAnswers", summary="Read every answer given")
async def list_consultation_answers(
    caller: ConsultationRead,
    session: SessionDep,
    consultation_id: ConsultationId,
    query: Annotated[ConsultationAnswerQuery, Query()],
) -> Page[ConsultationAnswerBody]:
    """The history: also the answers that a later one has replaced."""
    return await queries.list_answers(session, caller, consultation_id, query)


@router.post(
    "/{consultation_id}/answers",
    operation_id="answerConsultation",
    summary="Answer for a champion",
    status_code=status.HTTP_201_CREATED,
)
async def answer_consultation(
    caller: ConsultationAnswerer, session: SessionDep, consultation: ConsultationToMove, body: ConsultationAnswerCreate
) -> ConsultationBody:
    """One voice a champion: the last answer counts. The secretariat names the champion; that is recorded as such."""
    return await service.answer(session, caller, consultation, body)


def _add_step(step: Transition[Any]) -> None:
    @router.post(
        f"/{{consultation_id}}/{step.verb}",
        operation_id=step.operation_id("Consultation"),
        summary=step.summary,
        description=step.story,
    )
    async def take_step(
        caller: ConsultationWrite, session: SessionDep, consultation: ConsultationToMove, body: StepBody
    ) -> ConsultationBody:
        return await service.take_step(session, caller, consultation, step, body)


for _step in rules.TRANSITIONS:
    _add_step(_step)
