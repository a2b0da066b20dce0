"""Answering an invitation by the signed link in its mail, without signing in."""

from typing import Annotated

from fastapi import Path, Request, Response

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.attendance import links, queries, service
from api.attendance.schemas import AnswerLinkBody, LinkedAnswer
from api.platform.database import SessionDep
from api.platform.unit_of_work import room_router

SessionUse = Annotated[Caller, requires(Permission.SESSION_USE)]

AnswerToken = Annotated[
    str,
    Path(description="The signed part of the link.", min_length=20, max_length=300, pattern=r"^[A-Za-z0-9._-]+$"),
]

router = room_router("/answer-links", tag="Answer links")


def link_in(answer_token: AnswerToken) -> links.AnswerLink:
    """What the link stands for; 404 where it was not signed here."""
    link = links.read(answer_token)
    if link is None:
        raise queries.unknown_link()
    return link


@router.get("/{answer_token}", operation_id="getAnswerLink", summary="See what the link of an invitation does")
async def get_answer_link(
    _: SessionUse, session: SessionDep, answer_token: AnswerToken, response: Response
) -> AnswerLinkBody:
    """Looking answers nothing: programs that scan mails open every link."""
    response.headers["Cache-Control"] = "no-store"
    return await queries.get_answer_link(session, link_in(answer_token))


@router.post("/{answer_token}", operation_id="answerByLink", summary="Answer an invitation by its link")
async def answer_by_link(
    _: SessionUse, request: Request, session: SessionDep, answer_token: AnswerToken, body: LinkedAnswer
) -> AnswerLinkBody:
    """For the champion of whom the link was sent to, as long as they speak for it and the meeting is when it was then."""
    return await service.answer_by_link(
        session, link_in(answer_token), body.answer, request_id=request.state.request_id
    )
