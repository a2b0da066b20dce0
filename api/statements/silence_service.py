"""Writes of the silence procedure. What champions do is taken under the statement's lock, and dated after it is held:
an objection that comes in time is seen by whatever follows from the adoption, since that takes the same lock.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.champions.queries import champion_to_act_for, is_current
from api.platform import clock
from api.platform.problems import Conflict, InvalidInput
from api.platform.schemas import ReasonBody
from api.platform.transitions import Transition
from api.statements import mails, rules, service, silence_queries
from api.statements.models import (
    SilenceAct,
    SilenceEntry,
    SilenceRound,
    Statement,
    StatementStatus,
    StatementVersion,
)
from api.statements.silence_schemas import Joining, MoreTime, SilenceBody, SilenceBreak, SilenceOpening
from api.vocabularies.catalogue import country_name

_OPEN, _RECALL, _GIVE_TIME = rules.SILENCE

Act = SilenceAct
"""What champions do, for the routes, which know no tables."""

_TELL: dict[SilenceAct, Callable[[AsyncSession, Statement, SilenceRound, SilenceEntry], Awaitable[None]]] = {
    SilenceAct.OBJECT: mails.tell_broken,
    SilenceAct.ASK_FOR_TIME: mails.tell_time_is_asked_for,
}


async def open_silence(
    session: AsyncSession, caller: Caller, statement: Statement, body: SilenceOpening, minimum: timedelta
) -> SilenceBody:
    """Put a version under silence until an instant, and tell every champion."""
    before = await service.check_step(session, statement, _OPEN, None)
    version = await service.version(session, statement, body.version, pointer="/version")
    _check_minimum(body.until, minimum)
    service.private_no_more(statement)
    silence = await _begin(session, caller, statement, version, body.until, number=before.number + 1 if before else 1)
    await mails.tell_opened(session, statement, silence)
    return await silence_queries.get_silence(session, caller, statement.id, minimum)


async def recall_silence(
    session: AsyncSession, caller: Caller, statement: Statement, body: ReasonBody, minimum: timedelta
) -> SilenceBody:
    """End a period of silence before its time, so that the text can change."""
    silence = await service.check_step(session, statement, _RECALL, body.reason)
    assert silence is not None
    await _recall(session, caller, statement, silence, _RECALL, body.reason or "")
    await mails.tell_recalled(session, statement, silence)
    return await silence_queries.get_silence(session, caller, statement.id, minimum)


async def give_time(
    session: AsyncSession, caller: Caller, statement: Statement, body: MoreTime, minimum: timedelta
) -> SilenceBody:
    """End a period of silence and open a longer one on the same text: what was opened is never changed."""
    silence = await service.check_step(session, statement, _GIVE_TIME, body.reason)
    assert silence is not None
    if body.until <= silence.until_at:
        raise InvalidInput.at("/until", "Give an end that is later than the present one.", code="not_later")
    version = (await session.exec(select(StatementVersion).where(col(StatementVersion.id) == silence.version_id))).one()
    await _recall(session, caller, statement, silence, _GIVE_TIME, body.reason or "")
    longer = await _begin(session, caller, statement, version, body.until, number=silence.number + 1)
    await mails.tell_opened(session, statement, longer)
    return await silence_queries.get_silence(session, caller, statement.id, minimum)


async def act(
    session: AsyncSession,
    caller: Caller,
    statement: Statement,
    kind: SilenceAct,
    body: SilenceBreak | Joining,
    minimum: timedelta,
) -> SilenceBody:
    """Object, ask for more time or join, for a champion. The first objection breaks the silence at that instant."""
    silence = await service.last_round(session, statement)
    if silence is None or service.status_of(statement, silence) is not StatementStatus.UNDER_SILENCE:
        raise Conflict(_not_open(silence))
    now = clock.now()
    champion_id = await champion_to_act_for(session, caller, body.champion)
    iso3 = await _voice(session, champion_id)
    entry = SilenceEntry(
        round_id=silence.id,
        champion_id=champion_id,
        act=kind,
        reason=body.reason if isinstance(body, SilenceBreak) else "",
        given_at=now,
        person_id=caller.person_id,
        person_name=caller.name,
        is_on_behalf=not caller.owns(champion_id),
    )
    session.add(entry)
    if kind is SilenceAct.OBJECT:
        silence.broken_at = now
        session.add(silence)
    flag_modified(statement, "updated_at")
    await service.record(
        session,
        caller,
        f"silence_{kind.value}",
        statement,
        reason=entry.reason,
        related={iso3: (None, kind.value)},
        on_behalf_of=None if caller.owns(champion_id) else champion_id,
    )
    if kind in _TELL:
        await _TELL[kind](session, statement, silence, entry)
    return await silence_queries.get_silence(session, caller, statement.id, minimum)


async def _begin(
    session: AsyncSession,
    caller: Caller,
    statement: Statement,
    version: StatementVersion,
    until_at: datetime,
    *,
    number: int,
) -> SilenceRound:
    silence = SilenceRound(
        statement_id=statement.id,
        version_id=version.id,
        number=number,
        opened_at=clock.now(),
        until_at=until_at,
        opened_by_name=caller.name,
    )
    session.add(silence)
    flag_modified(statement, "updated_at")
    opened = {"round": number, "version": version.number, "until": until_at.isoformat()}
    await service.record(session, caller, _OPEN.verb, statement, related={"silence": (None, opened)})
    return silence


async def _recall(
    session: AsyncSession,
    caller: Caller,
    statement: Statement,
    silence: SilenceRound,
    step: Transition[StatementStatus],
    reason: str,
) -> None:
    silence.recalled_at, silence.recall_reason = clock.now(), reason
    session.add(silence)
    flag_modified(statement, "updated_at")
    await service.record(session, caller, step.verb, statement, reason=reason)


def _check_minimum(until_at: datetime, minimum: timedelta) -> None:
    if not rules.keeps_minimum(until_at, clock.now(), minimum):
        hours = int(minimum / timedelta(hours=1))
        raise InvalidInput.at(
            "/until", f"Silence is kept for at least {hours} hours: give a later end.", code="too_soon"
        )


def _not_open(silence: SilenceRound | None) -> str:
    if silence is None:
        return "This statement is not under silence."
    if silence.broken_at is not None:
        return f"The silence was broken at {silence.broken_at:%Y-%m-%d %H:%M:%S} UTC: a revised text will follow."
    if silence.recalled_at is not None:
        return f"The silence was recalled at {silence.recalled_at:%Y-%m-%d %H:%M:%S} UTC."
    return f"The silence ended unbroken at {silence.until_at:%Y-%m-%d %H:%M:%S} UTC: the text is adopted."


async def _voice(session: AsyncSession, champion_id: UUID) -> str:
    """The code of a champion that has a voice today."""
    iso3 = (await session.exec(select(Champion.iso3).where(col(Champion.id) == champion_id, is_current()))).first()
    if iso3 is None:
        left = (await session.exec(select(Champion.iso3).where(col(Champion.id) == champion_id))).one()
        raise Conflict(f"{country_name(left)} is not a champion today and keeps no silence.")
    return iso3
