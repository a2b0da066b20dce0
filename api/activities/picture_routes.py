"""The pictures of activities over HTTP."""

from api.activities import picture_subjects
from api.activities.routes import ActivityId, ActivityRead, ActivityWrite
from api.pictures.routes import add_pictures
from api.pictures.subjects import Subject
from api.platform.database import SessionDep
from api.platform.unit_of_work import room_router

router = room_router("/activities/{activity_id}/pictures", tag="Activities")


async def subject_seen(caller: ActivityRead, session: SessionDep, activity_id: ActivityId) -> Subject:
    """The activity whose pictures the caller sees."""
    return await picture_subjects.seen(session, caller, activity_id)


async def subject_written(caller: ActivityWrite, session: SessionDep, activity_id: ActivityId) -> Subject:
    """The activity, locked, to whose pictures the caller writes."""
    return await picture_subjects.written(session, caller, activity_id)


add_pictures(router, noun="Activity", seen=subject_seen, written=subject_written)
