"""The minutes of meetings: written item by item, circulated for corrections, adopted, locked."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query, Response

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.meetings import rules as of_meetings
from api.meetings.routes import MeetingId, MeetingToMove, MeetingWrite
from api.meetings.schemas import MeetingBody
from api.minutes import files, queries, service, text_service
from api.minutes.schemas import (
    AttributionBody,
    CirculationBody,
    MinutesBody,
    MinutesChange,
    MinutesItemBody,
    MinutesTextChange,
    MinutesVersionBody,
    TermMinutesBody,
    VersionQuery,
)
from api.platform.database import SessionDep
from api.platform.documents.answers import Form, documented, negotiated
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.schemas import StepBody
from api.platform.unit_of_work import room_router

MinutesRead = Annotated[Caller, requires(Permission.MINUTES_READ)]
MinutesCorrect = Annotated[Caller, requires(Permission.MINUTES_CORRECT)]
MinutesWrite = Annotated[Caller, requires(Permission.MINUTES_WRITE)]

ItemId = Annotated[UUID, Path(description="Key of the agenda item.")]
VersionNumber = Annotated[int, Path(ge=1, le=1_000_000, description="Number of the version.")]

MinutesForm = Annotated[Form, negotiated(Form.JSON, Form.DOCX, Form.PDF)]

router = room_router("", tag="Minutes")


async def text_to_change(
    meeting_id: MeetingId,
    item_id: ItemId,
    caller: CurrentCaller,
    session: SessionDep,
    expected_revision: ExpectedRevision,
) -> text_service.Subject:
    """The text of the item, held, visible to the caller and as the caller read it."""
    return await text_service.load_for_change(session, caller, meeting_id, item_id, expected_revision)


async def text_to_move(
    meeting_id: MeetingId,
    item_id: ItemId,
    caller: CurrentCaller,
    session: SessionDep,
    expected_revision: ExpectedRevisionIfSaid,
) -> text_service.Subject:
    """The text of the item, held and visible to the caller; as the caller read it, where they say."""
    return await text_service.load_for_change(session, caller, meeting_id, item_id, expected_revision)


TextToChange = Annotated[text_service.Subject, Depends(text_to_change)]
TextToMove = Annotated[text_service.Subject, Depends(text_to_move)]


@router.get(
    "/meetings/{meeting_id}/minutes",
    operation_id="getMinutes",
    summary="Read the minutes of a meeting",
    response_model=MinutesBody,
    responses=documented(Form.DOCX, Form.PDF),
)
async def get_minutes(
    caller: MinutesRead, session: SessionDep, meeting_id: MeetingId, form: MinutesForm
) -> MinutesBody | Response:
    """By agenda item. For members; for observers once they are adopted, of meetings shared with them."""
    if form is Form.JSON:
        return await queries.get_minutes(session, caller, meeting_id)
    return await files.get_minutes_file(session, caller, meeting_id, form)


@router.get(
    "/cochair-terms/{term_id}/minutes",
    operation_id="getTermMinutes",
    summary="Read all minutes of a co-chair term",
    response_model=TermMinutesBody,
    responses=documented(Form.DOCX, Form.PDF),
)
async def get_term_minutes(
    caller: MinutesRead,
    session: SessionDep,
    term_id: Annotated[UUID, Path(description="Key of the term.")],
    form: MinutesForm,
) -> TermMinutesBody | Response:
    """Of the meetings held in the term, as far as the caller may see them, compiled in the order of the meetings."""
    if form is Form.JSON:
        return await queries.get_minutes_of_term(session, caller, term_id)
    return await files.get_term_minutes_file(session, caller, term_id, form)


@router.patch(
    "/meetings/{meeting_id}/minutes", operation_id="changeMinutes", summary="Move the deadline for corrections"
)
async def change_minutes(
    caller: MinutesWrite,
    session: SessionDep,
    meeting: MeetingToMove,
    expected_revision: ExpectedRevision,
    body: MinutesChange,
) -> MinutesBody:
    """Of circulated minutes, with the minutes' ETag in `If-Match`."""
    return await service.change(session, caller, meeting, body, expected_revision)


@router.post(
    f"/meetings/{{meeting_id}}/{of_meetings.CIRCULATE_MINUTES.verb}",
    operation_id=of_meetings.CIRCULATE_MINUTES.operation_id("Meeting"),
    summary=of_meetings.CIRCULATE_MINUTES.summary,
    description=of_meetings.CIRCULATE_MINUTES.story,
)
async def circulate_minutes(
    caller: MeetingWrite, session: SessionDep, meeting: MeetingToMove, body: CirculationBody | None = None
) -> MeetingBody:
    """Champions have until the deadline to propose corrections; it passes by itself."""
    return await service.circulate(session, caller, meeting, body or CirculationBody())


@router.post(
    f"/meetings/{{meeting_id}}/{of_meetings.CLOSE.verb}",
    operation_id=of_meetings.CLOSE.operation_id("Meeting"),
    summary=of_meetings.CLOSE.summary,
    description=of_meetings.CLOSE.story,
)
async def close_meeting(
    caller: MeetingWrite, session: SessionDep, meeting: MeetingToMove, body: StepBody
) -> MeetingBody:
    """The same step as `adoptMinutes`, seen from the meeting."""
    return await service.close(session, caller, meeting, body)


@router.post("/meetings/{meeting_id}/minutes/adopt", operation_id="adoptMinutes", summary="Adopt and lock the minutes")
async def adopt_minutes(
    caller: MinutesWrite, session: SessionDep, meeting: MeetingToMove, body: StepBody
) -> MinutesBody:
    """Closes the meeting. Asks for a reason while champions still have time for corrections, or never had any."""
    return await service.adopt(session, caller, meeting, body)


@router.get(
    "/meetings/{meeting_id}/minutes/{item_id}", operation_id="getMinutesItem", summary="Read the minutes of an item"
)
async def get_minutes_item(
    caller: MinutesRead, session: SessionDep, meeting_id: MeetingId, item_id: ItemId
) -> MinutesItemBody:
    """What the minutes say on one agenda item, with the corrections to it."""
    return await queries.get_item(session, caller, meeting_id, item_id)


@router.patch(
    "/meetings/{meeting_id}/minutes/{item_id}", operation_id="writeMinutesItem", summary="Write the minutes of an item"
)
async def write_minutes_item(
    caller: MinutesWrite, session: SessionDep, text: TextToChange, body: MinutesTextChange
) -> MinutesItemBody:
    """With the item's ETag in `If-Match`, so that two people do not overwrite each other. Every saved version is kept."""
    return await text_service.write(session, caller, text, body)


@router.put(
    "/meetings/{meeting_id}/minutes/{item_id}/attribution",
    operation_id="attributeMinutesItem",
    summary="Ask to be named in the minutes of an item",
)
async def attribute_minutes_item(
    caller: MinutesCorrect, session: SessionDep, text: TextToMove, body: AttributionBody
) -> MinutesItemBody:
    """Minutes attribute to a champion only where it asks for that."""
    return await text_service.attribute(session, caller, text, body)


@router.get(
    "/meetings/{meeting_id}/minutes/{item_id}/versions",
    operation_id="listMinutesVersions",
    summary="List the versions of an item's minutes",
)
async def list_minutes_versions(
    caller: MinutesRead,
    session: SessionDep,
    meeting_id: MeetingId,
    item_id: ItemId,
    query: Annotated[VersionQuery, Query()],
) -> Page[MinutesVersionBody]:
    """Each text that was saved, the latest first; for members."""
    return await queries.list_versions(session, caller, meeting_id, item_id, query)


@router.post(
    "/meetings/{meeting_id}/minutes/{item_id}/versions/{number}/restore",
    operation_id="restoreMinutesVersion",
    summary="Restore an earlier version of an item's minutes",
)
async def restore_minutes_version(
    caller: MinutesWrite, session: SessionDep, text: TextToMove, number: VersionNumber
) -> MinutesItemBody:
    """As the next version: those between stay."""
    return await text_service.restore(session, caller, text, number)
