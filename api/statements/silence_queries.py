"""Reads of the silence procedure: its rounds, and what champions did in them."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.platform import clock
from api.platform.database import columns
from api.platform.problems import NotFound
from api.slots.places import united_nations_holidays
from api.statements import queries, rules
from api.statements.models import SilenceAct, SilenceEntry, SilenceRound, SilenceState, Statement, StatementVersion
from api.statements.rules import Silence
from api.statements.silence_schemas import (
    SilenceBody,
    SilenceCheck,
    SilenceEntryBody,
    SilenceRoundBody,
    SilenceWarning,
)
from api.vocabularies.catalogue import country_name

_SATURDAY = 5


async def get_silence(session: AsyncSession, caller: Caller, statement_id: UUID, minimum: timedelta) -> SilenceBody:
    """The rounds of a statement, the last first; ``NotFound`` where no version was put under silence."""
    seen = queries.with_its_silence(select(Statement.id).select_from(Statement)).where(
        col(Statement.id) == statement_id, queries.visible(caller)
    )
    if (await session.exec(seen)).first() is None:
        raise queries.not_found()
    rounds = (await session.exec(_rounds(statement_id))).all()
    if not rounds:
        raise NotFound("No version of this statement has been put under silence yet.")
    entries = (await session.exec(_entries([each.id for each in rounds]))).all()
    champions = (await session.exec(columns(Champion.id, Champion.iso3, Champion.joined_on, Champion.left_on))).all()
    told = [_round(each, [entry for entry in entries if entry.round_id == each.id], champions) for each in rounds]
    own = [entry.act for entry in told[0].entries if caller.owns(entry.champion.id)]
    return SilenceBody.model_construct(
        state=told[0].state,
        until=told[0].until,
        minimum_hours=_hours(minimum),
        own=own[-1] if own else None,
        rounds=told,
    )


def check_period(until_at: datetime, minimum: timedelta) -> SilenceCheck:
    """What a period that began now and ended at ``until_at`` would be like."""
    now = clock.now()
    days = rules.days_touched(now, until_at) if until_at > now else []
    holidays = {day for year in {day.year for day in days} for day in united_nations_holidays(year)}
    return SilenceCheck(
        until=until_at,
        hours=round((until_at - now) / timedelta(hours=1), 2),
        minimum_hours=_hours(minimum),
        is_long_enough=rules.keeps_minimum(until_at, now, minimum),
        earliest=now + minimum,
        warnings=[
            SilenceWarning(day=day, kind="holiday" if day in holidays else "weekend")
            for day in days[:366]
            if day in holidays or day.weekday() >= _SATURDAY
        ],
    )


def _hours(minimum: timedelta) -> int:
    return int(minimum / timedelta(hours=1))


def _rounds(statement_id: UUID) -> Any:
    return (
        columns(
            SilenceRound.id,
            SilenceRound.number,
            SilenceRound.opened_at,
            SilenceRound.until_at,
            SilenceRound.broken_at,
            SilenceRound.recalled_at,
            SilenceRound.recall_reason,
            SilenceRound.opened_by_name,
            col(StatementVersion.number).label("version"),
        )
        .join(StatementVersion, col(StatementVersion.id) == col(SilenceRound.version_id))
        .where(col(SilenceRound.statement_id) == statement_id)
        .order_by(col(SilenceRound.number).desc())
    )


def _entries(round_ids: list[UUID]) -> Any:
    return (
        columns(
            SilenceEntry.id,
            SilenceEntry.round_id,
            SilenceEntry.act,
            SilenceEntry.reason,
            SilenceEntry.given_at,
            SilenceEntry.person_name,
            SilenceEntry.is_on_behalf,
            SilenceEntry.champion_id,
            Champion.iso3,
        )
        .join(Champion, col(Champion.id) == col(SilenceEntry.champion_id))
        .where(col(SilenceEntry.round_id).in_(round_ids))
        .order_by(col(SilenceEntry.id))
    )


def _round(row: Row[Any], entries: list[Row[Any]], champions: Any) -> SilenceRoundBody:
    now = clock.now()
    state = rules.state_of(Silence(row.opened_at, row.until_at, row.broken_at, row.recalled_at), now)
    ended_at = row.broken_at or row.recalled_at or (row.until_at if state is SilenceState.ADOPTED else None)
    day = (ended_at or now).date()
    spoke = {entry.champion_id for entry in entries}
    silent = [
        champion
        for champion in champions
        if champion.id not in spoke
        and (champion.joined_on is None or champion.joined_on <= day)
        and (champion.left_on is None or champion.left_on > day)
    ]
    return SilenceRoundBody.model_construct(
        number=row.number,
        version=row.version,
        state=state,
        opened_at=row.opened_at,
        opened_by=row.opened_by_name,
        until=row.until_at,
        ended_at=ended_at,
        recall_reason=row.recall_reason,
        entries=[_entry(entry) for entry in entries],
        silent=[
            ChampionRef.of(champion.id, champion.iso3)
            for champion in sorted(silent, key=lambda champion: country_name(champion.iso3))
        ],
    )


def _entry(row: Row[Any]) -> SilenceEntryBody:
    return SilenceEntryBody.model_construct(
        id=row.id,
        champion=ChampionRef.of(row.champion_id, row.iso3),
        act=SilenceAct(row.act),
        reason=row.reason,
        given_at=row.given_at,
        given_by=row.person_name,
        is_on_behalf=row.is_on_behalf,
    )
