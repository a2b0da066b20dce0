"""Documents of a meeting over HTTP: adding, versions, downloading."""

from typing import Any

from fastapi.responses import Response, StreamingResponse

from api.documents import pack
from api.meetings.routes import MeetingId, MeetingRead
from api.platform.database import SessionDep
from api.platform.documents.answers import Form, disposition, documented, file_answer, negotiated
from api.platform.rates import MADE_TO_ORDER
from api.platform.storage import StorageDep
from api.platform.unit_of_work import room_router

router = room_router("/meetings/{meeting_id}/pack", tag="Documents")

_FORMS = (Form.PDF, Form.ZIP)
PackForm: Any = negotiated(*_FORMS)


@router.get(
    "",
    operation_id="getMeetingPack",
    dependencies=[MADE_TO_ORDER],
    summary="The agenda and the documents of a meeting in one file",
    response_class=Response,
    responses=documented(*_FORMS),
)
async def get_meeting_pack(
    caller: MeetingRead, session: SessionDep, storage: StorageDep, meeting_id: MeetingId, form: Form = PackForm
) -> Response:
    """As one PDF with a contents page, or as a ZIP; what the caller may see, in their language where it exists in it.

    In the PDF, pictures have a page of their own; what is neither PDF nor picture, or cannot be opened, is named on the
    contents page.
    """
    gathered = await pack.gather(session, caller, meeting_id)
    name = f"{gathered.meeting.title}, {gathered.meeting.starts_at:%Y-%m-%d}"
    if form is Form.ZIP:
        headers = {"Content-Disposition": disposition(f"{name}.zip"), "Cache-Control": "private, no-cache"}
        return StreamingResponse(pack.as_zip(gathered, storage), media_type=form.media_type, headers=headers)
    return file_answer(await pack.as_pdf(gathered, storage), form, name=name)
