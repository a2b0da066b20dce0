"""The pictures of practices over HTTP."""

from api.pictures.routes import add_pictures
from api.pictures.subjects import Subject
from api.platform.database import SessionDep
from api.platform.unit_of_work import room_router
from api.practices import picture_subjects
from api.practices.routes import PracticeId, PracticeRead, PracticeWrite

router = room_router("/practices/{practice_id}/pictures", tag="Practices")


async def subject_seen(caller: PracticeRead, session: SessionDep, practice_id: PracticeId) -> Subject:
    """The practice whose pictures the caller sees."""
    return await picture_subjects.seen(session, caller, practice_id)


async def subject_written(caller: PracticeWrite, session: SessionDep, practice_id: PracticeId) -> Subject:
    """The practice, locked, to whose pictures the caller writes."""
    return await picture_subjects.written(session, caller, practice_id)


add_pictures(router, noun="Practice", seen=subject_seen, written=subject_written)
