"""Answering a date poll: a champion speaks with one voice, the last one in force."""

from uuid import UUID

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.models import Champion
from api.champions.queries import champion_to_act_for
from api.champions.voices import had_a_voice
from api.datepolls import queries, service
from api.datepolls.models import DatePoll, DatePollAnswer, DatePollCandidate, DatePollStatus, DatePollVoice
from api.datepolls.schemas import DateAnswers, DatePollVoiceBody
from api.platform import clock
from api.platform.etags import ANY_REVISION, check_revision
from api.platform.problems import Conflict, InvalidInput, StaleRecord
from api.vocabularies.catalogue import country_name

SILENT = 0
"""The revision of the voice of a champion that has not answered."""


async def answer(
    session: AsyncSession, caller: Caller, poll: DatePoll, iso3: str, expected_revision: int, body: DateAnswers
) -> DatePollVoiceBody:
    """Say for a champion which dates suit it, in place of what was said before. ``poll`` is locked."""
    status = service.status_of(poll)
    if status is not DatePollStatus.OPEN:
        raise Conflict(f"This poll {service.STANDS[status]}. It takes no answers now.")
    champion_id = await champion_to_act_for(session, caller, iso3)
    await _check_is_asked(session, champion_id, iso3)
    await _check_dates(session, poll, body)
    voice = await _voice(session, poll, champion_id, expected_revision)
    before = await _said(session, voice)
    voice.person_id, voice.person_name, voice.given_at = caller.person_id, caller.name, clock.now()
    voice.is_on_behalf = not caller.owns(champion_id)
    session.add(voice)
    after = {str(said.candidate_id): [said.answer.value, said.comment] for said in body.answers}
    await audit.record(
        session,
        caller,
        "date-poll.answered",
        voice,
        title=poll.title,
        on_behalf_of=None if caller.owns(champion_id) else champion_id,
        related={"answers": (before or None, after)},
    )
    await session.exec(delete(DatePollAnswer).where(col(DatePollAnswer.voice_id) == voice.id))
    session.add_all(
        DatePollAnswer(
            poll_id=poll.id,
            voice_id=voice.id,
            candidate_id=said.candidate_id,
            answer=said.answer,
            comment=said.comment,
        )
        for said in body.answers
    )
    await session.flush()
    return await queries.get_voice(session, caller, poll.id, iso3)


async def _voice(session: AsyncSession, poll: DatePoll, champion_id: UUID, expected_revision: int) -> DatePollVoice:
    """The champion's voice as the caller read it; a new one where it was silent."""
    found = await session.exec(
        select(DatePollVoice).where(
            col(DatePollVoice.poll_id) == poll.id, col(DatePollVoice.champion_id) == champion_id
        )
    )
    voice = found.first()
    if voice is not None:
        check_revision(voice, expected_revision)
        return voice
    if expected_revision not in (ANY_REVISION, SILENT):
        raise StaleRecord("These answers are not the ones that you read. Read them again and put your change on top.")
    return DatePollVoice(poll_id=poll.id, champion_id=champion_id, person_name="")


async def _said(session: AsyncSession, voice: DatePollVoice) -> dict[str, list[str]]:
    if voice.id is None:
        return {}
    rows = await session.exec(select(DatePollAnswer).where(col(DatePollAnswer.voice_id) == voice.id))
    return {str(said.candidate_id): [said.answer.value, said.comment] for said in rows}


async def _check_is_asked(session: AsyncSession, champion_id: UUID, iso3: str) -> None:
    asked = select(Champion.id).where(col(Champion.id) == champion_id, had_a_voice(clock.now()))
    if (await session.exec(asked)).first() is None:
        raise Conflict(f"{country_name(iso3)} is not a champion today and is not asked.")


async def _check_dates(session: AsyncSession, poll: DatePoll, body: DateAnswers) -> None:
    rows = await session.exec(select(DatePollCandidate.id).where(col(DatePollCandidate.poll_id) == poll.id))
    known = set(rows.all())
    for place, said in enumerate(body.answers):
        if said.candidate_id not in known:
            raise InvalidInput.at(f"/answers/{place}/candidate_id", "This is none of the poll's dates.", code="unknown")
