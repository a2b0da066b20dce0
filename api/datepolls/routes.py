"""Date polls over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.datepolls import queries, ranking_queries, rules, service, voice_service
from api.datepolls.schemas import (
    DateAnswers,
    DateChoice,
    DatePollBody,
    DatePollChange,
    DatePollCreate,
    DatePollExtension,
    DatePollQuery,
    DatePollSummary,
    DatePollVoiceBody,
)
from api.platform.database import SessionDep
from api.platform.etags import ANY_REVISION, ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.schemas import StepBody
from api.platform.transitions import Transition
from api.platform.unit_of_work import room_router
from api.vocabularies.types import Iso3

DatePollRead = Annotated[Caller, requires(Permission.DATE_POLLS_READ)]
DatePollWrite = Annotated[Caller, requires(Permission.DATE_POLLS_WRITE)]
DatePollAnswerer = Annotated[Caller, requires(Permission.DATE_POLLS_ANSWER)]

DatePollId = Annotated[UUID, Path(description="Key of the date poll.")]
Champion = Annotated[Iso3, Path(description="ISO 3166-1 alpha-3 code of the champion.", examples=["MAR"])]

router = room_router("/date-polls", tag="Date polls")


async def poll_to_change(
    poll_id: DatePollId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevision
) -> service.Subject:
    """The poll, locked, visible to the caller and as the caller read it."""
    return await service.load_for_change(session, caller, poll_id, expected_revision)


async def poll_to_move(
    poll_id: DatePollId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> service.Subject:
    """The poll, locked and visible to the caller; as the caller read it, where they say."""
    return await service.load_for_change(session, caller, poll_id, expected_revision)


async def poll_to_answer(poll_id: DatePollId, caller: CurrentCaller, session: SessionDep) -> service.Subject:
    """The poll, kept from closing until the answer is in."""
    return await service.load_for_change(session, caller, poll_id, ANY_REVISION)


PollToChange = Annotated[service.Subject, Depends(poll_to_change)]
PollToMove = Annotated[service.Subject, Depends(poll_to_move)]
PollToAnswer = Annotated[service.Subject, Depends(poll_to_answer)]


@router.get("", operation_id="listDatePolls", summary="List date polls")
async def list_date_polls(
    caller: DatePollRead, session: SessionDep, query: Annotated[DatePollQuery, Query()]
) -> Page[DatePollSummary]:
    """For champions and the secretariat; drafts for those who prepare them."""
    return await queries.list_date_polls(session, caller, query)


@router.post("", operation_id="createDatePoll", summary="Draft a date poll", status_code=status.HTTP_201_CREATED)
async def create_date_poll(caller: DatePollWrite, session: SessionDep, body: DatePollCreate) -> DatePollBody:
    """A title, dates and a deadline are enough. Nobody is asked before the draft is opened."""
    return await service.create(session, caller, body)


@router.get("/{poll_id}", operation_id="getDatePoll", summary="Read a date poll with its answers")
async def get_date_poll(caller: DatePollRead, session: SessionDep, poll_id: DatePollId) -> DatePollBody:
    """Each date with its answers in figures, its place among the others, and what puts it before the next.

    Dates that have passed and dates to which both co-chairs of that day say no come last. Then the most `yes` decide,
    the most `if_need_be`, the fewest `no`, the fairness of the time picker, and at last the sooner date.
    """
    return await ranking_queries.get_date_poll(session, caller, poll_id)


@router.patch("/{poll_id}", operation_id="changeDatePoll", summary="Change a draft")
async def change_date_poll(
    caller: DatePollWrite, session: SessionDep, poll: PollToChange, body: DatePollChange
) -> DatePollBody:
    """Change what is given and leave the rest; of a closed poll without a meeting, name the one planned for its date."""
    return await service.change(session, caller, poll, body)


@router.delete(
    "/{poll_id}", operation_id="deleteDatePoll", summary="Delete a draft", status_code=status.HTTP_204_NO_CONTENT
)
async def delete_date_poll(caller: DatePollWrite, session: SessionDep, poll: PollToChange) -> None:
    """Delete a draft. A poll that was opened is cancelled instead."""
    await service.remove(session, caller, poll)


@router.post(
    f"/{{poll_id}}/{rules.EXTEND.verb}",
    operation_id=rules.EXTEND.operation_id("DatePoll"),
    summary=rules.EXTEND.summary,
    description=rules.EXTEND.story,
)
async def extend_date_poll(
    caller: DatePollWrite, session: SessionDep, poll: PollToMove, body: DatePollExtension
) -> DatePollBody:
    """Also once the deadline has passed."""
    return await service.extend(session, caller, poll, body)


@router.post(
    f"/{{poll_id}}/{rules.CHOOSE.verb}",
    operation_id="chooseDate",
    summary=rules.CHOOSE.summary,
    description=f"{rules.CHOOSE.story} The meeting of the poll, where it has one, moves to the date.",
)
async def choose_date(caller: DatePollWrite, session: SessionDep, poll: PollToMove, body: DateChoice) -> DatePollBody:
    """All champions are told."""
    return await service.choose(session, caller, poll, body)


@router.get("/{poll_id}/answers/{champion}", operation_id="getDatePollAnswers", summary="Read what a champion says")
async def get_date_poll_answers(
    caller: DatePollRead, session: SessionDep, poll_id: DatePollId, champion: Champion
) -> DatePollVoiceBody:
    """With the `ETag` that a change of them asks for."""
    return await queries.get_voice(session, caller, poll_id, champion)


@router.put("/{poll_id}/answers/{champion}", operation_id="answerDatePoll", summary="Say which dates suit a champion")
async def answer_date_poll(
    caller: DatePollAnswerer,
    session: SessionDep,
    poll: PollToAnswer,
    champion: Champion,
    expected_revision: ExpectedRevision,
    body: DateAnswers,
) -> DatePollVoiceBody:
    """In place of what was said before, by any focal point of the champion, until the deadline.

    `If-Match` is the `ETag` of the champion's answers as they were read, `"0"` where it has given none. The secretariat
    answers on a champion's behalf, recorded as such.
    """
    return await voice_service.answer(session, caller, poll, champion, expected_revision, body)


def _add_step(step: Transition[Any]) -> None:
    @router.post(
        f"/{{poll_id}}/{step.verb}",
        operation_id=step.operation_id("DatePoll"),
        summary=step.summary,
        description=step.story,
    )
    async def take_step(caller: DatePollWrite, session: SessionDep, poll: PollToMove, body: StepBody) -> DatePollBody:
        return await service.take_step(session, caller, poll, step, body)


for _step in rules.TRANSITIONS:
    _add_step(_step)
