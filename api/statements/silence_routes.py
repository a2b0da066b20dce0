"""The silence procedure of joint statements: adopted at the deadline unless somebody objects."""

from datetime import timedelta
from typing import Annotated

from fastapi import Depends, Query, Response, status

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.platform.configured import SettingsDep
from api.platform.database import SessionDep
from api.platform.documents.answers import Form, documented
from api.platform.schemas import StepBody
from api.platform.unit_of_work import room_router
from api.statements import files, rules, silence_queries, silence_service
from api.statements.routes import StatementCirculate, StatementId, StatementToMove
from api.statements.silence_schemas import (
    Joining,
    MoreTime,
    SilenceBody,
    SilenceBreak,
    SilenceCheck,
    SilenceCheckQuery,
    SilenceOpening,
)

StatementFollow = Annotated[Caller, requires(Permission.STATEMENTS_FOLLOW)]
StatementSpeak = Annotated[Caller, requires(Permission.STATEMENTS_SPEAK)]

_OPEN, _RECALL, _GIVE_TIME = rules.SILENCE

router = room_router("/statements/{statement_id}/silence", tag="Silence procedure")


async def least_time(settings: SettingsDep) -> timedelta:
    """The least time for which silence is kept."""
    return timedelta(hours=settings.silence_minimum_hours)


LeastTime = Annotated[timedelta, Depends(least_time)]


@router.get("", operation_id="getStatementSilence", summary="Read a silence procedure")
async def get_statement_silence(
    caller: StatementFollow, session: SessionDep, statement_id: StatementId, minimum: LeastTime
) -> SilenceBody:
    """Where it stands at this moment: the state follows from the record and the clock, no job has to run."""
    return await silence_queries.get_silence(session, caller, statement_id, minimum)


@router.post(
    "",
    operation_id="openStatementSilence",
    summary=_OPEN.summary,
    description=f"{_OPEN.story} Once it is open, neither text nor end change. Every champion is told.",
    status_code=status.HTTP_201_CREATED,
)
async def open_statement_silence(
    caller: StatementCirculate,
    session: SessionDep,
    statement: StatementToMove,
    body: SilenceOpening,
    minimum: LeastTime,
) -> SilenceBody:
    """Every champion is told."""
    return await silence_service.open_silence(session, caller, statement, body, minimum)


@router.get("/check", operation_id="checkStatementSilence", summary="Look at a period before opening it")
async def check_statement_silence(
    _: StatementCirculate,
    statement_id: StatementId,  # noqa: ARG001 -- part of the address
    query: Annotated[SilenceCheckQuery, Query()],
    minimum: LeastTime,
) -> SilenceCheck:
    """How long a period that begins now would last, and the days of it on which UN offices are closed."""
    return silence_queries.check_period(query.until, minimum)


@router.get(
    "/certificate",
    operation_id="getStatementCertificate",
    summary="Read the certificate of a silence procedure",
    response_class=Response,
    responses=documented(Form.PDF),
)
async def get_statement_certificate(
    caller: StatementFollow, session: SessionDep, statement_id: StatementId, minimum: LeastTime
) -> Response:
    """Each round with what was done in it, to the second, and the digest of its text. As PDF."""
    return await files.get_certificate(session, caller, statement_id, minimum)


@router.post("/object", operation_id="objectToStatement", summary="Break the silence")
async def object_to_statement(
    caller: StatementSpeak, session: SessionDep, statement: StatementToMove, body: SilenceBreak, minimum: LeastTime
) -> SilenceBody:
    """The first objection breaks the silence at that instant; everyone concerned is told."""
    return await silence_service.act(session, caller, statement, silence_service.Act.OBJECT, body, minimum)


@router.post("/ask-for-time", operation_id="askForStatementTime", summary="Ask for more time")
async def ask_for_statement_time(
    caller: StatementSpeak, session: SessionDep, statement: StatementToMove, body: SilenceBreak, minimum: LeastTime
) -> SilenceBody:
    """The chairs are asked; until they give more time the period runs on."""
    return await silence_service.act(session, caller, statement, silence_service.Act.ASK_FOR_TIME, body, minimum)


@router.post("/join", operation_id="joinStatementEarly", summary="Join a text before silence ends")
async def join_statement_early(
    caller: StatementSpeak, session: SessionDep, statement: StatementToMove, body: Joining, minimum: LeastTime
) -> SilenceBody:
    """A champion that joined may still object until silence ends."""
    return await silence_service.act(session, caller, statement, silence_service.Act.JOIN, body, minimum)


@router.post("/recall", operation_id="recallStatementSilence", summary=_RECALL.summary, description=_RECALL.story)
async def recall_statement_silence(
    caller: StatementCirculate, session: SessionDep, statement: StatementToMove, body: StepBody, minimum: LeastTime
) -> SilenceBody:
    """So that the text can change."""
    return await silence_service.recall_silence(session, caller, statement, body, minimum)


@router.post("/give-time", operation_id="giveStatementTime", summary=_GIVE_TIME.summary, description=_GIVE_TIME.story)
async def give_statement_time(
    caller: StatementCirculate, session: SessionDep, statement: StatementToMove, body: MoreTime, minimum: LeastTime
) -> SilenceBody:
    """The new end is later than the present one."""
    return await silence_service.give_time(session, caller, statement, body, minimum)
