"""Reads of consultations: columns, not objects; one statement for a list."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement as Condition
from sqlalchemy import Row, and_, case, func, literal, or_, true
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.permissions import Permission
from api.access.visibility import owns
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.champions.voices import had_a_voice
from api.consultations import rules
from api.consultations.models import AnswerKind, Consultation, ConsultationAnswer, ConsultationStatus
from api.consultations.schemas import (
    ConsultationAnswerBody,
    ConsultationAnswerQuery,
    ConsultationBody,
    ConsultationQuery,
    ConsultationSummary,
    Tally,
)
from api.meetings.agenda_schemas import LinkedRecord
from api.meetings.models import Meeting
from api.platform import clock
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.platform.transitions import asking_reason
from api.vocabularies.catalogue import country_name
from api.workplan.models import WorkplanItem

_SORT = Sort(col(Consultation.id), {"deadline_at": col(Consultation.deadline_at)})
_HISTORY = Sort(col(ConsultationAnswer.id), {"given_at": col(ConsultationAnswer.given_at)})
_HEAD = ("id", "revision", "created_at", "updated_at", "about", "title", "opened_at", "deadline_at", "outcome", "is_demonstration")  # fmt: skip
_TIMES = ("closed_at", "withdrawn_at", "concluded_at")
_MORE = ("text", "extended_from_at", "extension_reason", "ending_reason", "result")
_ORDER = (AnswerKind.OBJECT, AnswerKind.COMMENT, AnswerKind.AGREE)


def visible(caller: Caller) -> Condition[bool]:
    """What was opened, for members; drafts for those who prepare meetings."""
    return true() if caller.may(Permission.MEETINGS_PREPARE) else col(Consultation.opened_at).is_not(None)


async def list_consultations(
    session: AsyncSession, caller: Caller, query: ConsultationQuery
) -> Page[ConsultationSummary]:
    """One page of the consultations that the caller may see."""
    return await _SORT.fetch(
        session,
        _consultations(caller, (*_HEAD, *_TIMES)).where(visible(caller), *_filters(query)),
        sort=query.sort,
        query=query,
        build=lambda row: ConsultationSummary.model_construct(**_values(caller, row)),
    )


async def get_consultation(session: AsyncSession, caller: Caller, consultation_id: UUID) -> ConsultationBody:
    """One consultation with everybody's answer; ``NotFound`` where the caller may not see it."""
    statement = (
        _consultations(caller, (*_HEAD, *_TIMES, *_MORE))
        .add_columns(
            Consultation.meeting_id,
            col(Meeting.title).label("meeting_title"),
            Consultation.workplan_item_id,
            col(WorkplanItem.title).label("item_title"),
            Consultation.concluded_by_name,
        )
        .outerjoin(Meeting, col(Meeting.id) == col(Consultation.meeting_id))
        .outerjoin(WorkplanItem, col(WorkplanItem.id) == col(Consultation.workplan_item_id))
    )
    row = (await session.exec(statement.where(col(Consultation.id) == consultation_id, visible(caller)))).first()
    if row is None:
        raise not_found()
    values = _values(caller, row)
    answers, silent = await _voices(session, row)
    return ConsultationBody.model_construct(
        **values,
        **{name: getattr(row, name) for name in _MORE},
        concluded_at=row.concluded_at,
        concluded_by=row.concluded_by_name,
        meeting=_linked(row.meeting_id, row.meeting_title),
        workplan_item=_linked(row.workplan_item_id, row.item_title),
        answers=answers,
        silent=silent,
        asks_reason=asking_reason((*rules.TRANSITIONS, rules.EXTEND), values["status"], values["actions"]),
    )


async def list_answers(
    session: AsyncSession, caller: Caller, consultation_id: UUID, query: ConsultationAnswerQuery
) -> Page[ConsultationAnswerBody]:
    """Every answer that was ever given, the latest first."""
    seen = await session.exec(select(Consultation.id).where(col(Consultation.id) == consultation_id, visible(caller)))
    if seen.first() is None:
        raise not_found()
    statement = _answers().where(col(ConsultationAnswer.consultation_id) == consultation_id)
    if query.champion:
        statement = statement.where(col(Champion.iso3) == query.champion)
    return await _HISTORY.fetch(session, statement, sort=query.sort, query=query, build=_answer)


def not_found() -> NotFound:
    """The problem for a consultation that is not there, or not for the caller."""
    return NotFound("There is no such consultation, or it is not for you to see.")


def is_in_force() -> Condition[bool]:
    """The champion's last answer."""
    later = aliased(ConsultationAnswer)
    return ~(
        select(later.id)
        .where(
            col(later.consultation_id) == col(ConsultationAnswer.consultation_id),
            col(later.champion_id) == col(ConsultationAnswer.champion_id),
            col(later.id) > col(ConsultationAnswer.id),
        )
        .exists()
    )


def stands(status: ConsultationStatus) -> Condition[bool]:
    """The same as ``rules.status_of``."""
    now = clock.now()
    withdrawn, concluded = col(Consultation.withdrawn_at).is_not(None), col(Consultation.concluded_at).is_not(None)
    opened = and_(col(Consultation.opened_at).is_not(None), ~withdrawn, ~concluded)
    has_ended = _ended_at() <= now
    return {
        ConsultationStatus.DRAFT: and_(col(Consultation.opened_at).is_(None), ~withdrawn),
        ConsultationStatus.OPEN: and_(opened, ~has_ended),
        ConsultationStatus.CLOSED: and_(opened, has_ended),
        ConsultationStatus.CONCLUDED: and_(concluded, ~withdrawn),
        ConsultationStatus.WITHDRAWN: withdrawn,
    }[status]


def _ended_at() -> Any:
    return func.least(col(Consultation.closed_at), col(Consultation.deadline_at), col(Consultation.withdrawn_at))


def _filters(query: ConsultationQuery) -> list[Condition[bool]]:
    filters: list[Condition[bool]] = []
    if query.status:
        filters.append(or_(*(stands(status) for status in query.status)))
    if query.about:
        filters.append(col(Consultation.about) == query.about)
    if query.q:
        filters.append(col(Consultation.title).icontains(query.q, autoescape=True))
    return filters


def _consultations(caller: Caller, fields: tuple[str, ...]) -> Any:
    """The columns of consultations, and beside them their answers in figures."""
    asked = had_a_voice(func.least(_ended_at(), literal(clock.now())))
    champions = select(func.count()).select_from(Champion).where(asked).correlate(Consultation).scalar_subquery()
    own = (
        select(ConsultationAnswer.answer)
        .where(
            col(ConsultationAnswer.consultation_id) == col(Consultation.id),
            owns(caller, ConsultationAnswer.champion_id),
        )
        .order_by(col(ConsultationAnswer.id).desc())
        .limit(1)
        .correlate(Consultation)
        .scalar_subquery()
    )
    return columns(
        *(getattr(Consultation, name) for name in fields),
        champions.label("champions"),
        *(_said(kind, asked).label(kind.value) for kind in AnswerKind),
        own.label("own_answer"),
    )


def _said(kind: AnswerKind, asked: Condition[bool]) -> Any:
    return (
        select(func.count())
        .select_from(ConsultationAnswer)
        .join(Champion, col(Champion.id) == col(ConsultationAnswer.champion_id))
        .where(
            col(ConsultationAnswer.consultation_id) == col(Consultation.id),
            col(ConsultationAnswer.answer) == kind,
            is_in_force(),
            asked,
        )
        .correlate(Consultation)
        .scalar_subquery()
    )


def _values(caller: Caller, row: Row[Any]) -> dict[str, Any]:
    times = rules.Times(row.deadline_at, row.opened_at, row.closed_at, row.withdrawn_at, row.concluded_at)
    status = rules.status_of(times, clock.now())
    figures = {kind.value: getattr(row, kind.value) for kind in AnswerKind}
    return {name: getattr(row, name) for name in _HEAD} | {
        "status": status,
        "ended_at": _ended(times, status),
        "tally": Tally.model_construct(
            champions=row.champions, silent=row.champions - sum(figures.values()), **figures
        ),
        "own_answer": row.own_answer,
        "actions": rules.actions(status, caller.parties_to(None), is_champion=caller.champion_id is not None),
    }


def _ended(times: rules.Times, status: ConsultationStatus) -> datetime | None:
    if status is ConsultationStatus.WITHDRAWN:
        return times.withdrawn_at
    if status in {ConsultationStatus.CLOSED, ConsultationStatus.CONCLUDED}:
        return rules.ended_at(times)
    return None


async def _voices(session: AsyncSession, row: Row[Any]) -> tuple[list[ConsultationAnswerBody], list[ChampionRef]]:
    """Each champion that is asked: its answer in force, or its name among the silent."""
    if row.opened_at is None:
        return [], []
    ends = [at for at in (row.closed_at, row.deadline_at, row.withdrawn_at, clock.now()) if at]
    given = and_(
        col(ConsultationAnswer.champion_id) == col(Champion.id),
        col(ConsultationAnswer.consultation_id) == row.id,
        is_in_force(),
    )
    place = case({kind: place for place, kind in enumerate(_ORDER)}, value=col(ConsultationAnswer.answer))
    statement = (
        columns(*_ANSWER, Champion.iso3, col(Champion.id).label("champion_id"))
        .select_from(Champion)
        .outerjoin(ConsultationAnswer, given)
        .where(had_a_voice(literal(min(ends))))
        .order_by(place, col(ConsultationAnswer.id).desc())
    )
    rows = (await session.exec(statement)).all()
    silent = sorted((voice for voice in rows if voice.id is None), key=lambda voice: country_name(voice.iso3))
    return (
        [_answer(voice) for voice in rows if voice.id is not None],
        [ChampionRef.of(voice.champion_id, voice.iso3) for voice in silent],
    )


_ANSWER = (
    ConsultationAnswer.id,
    ConsultationAnswer.answer,
    ConsultationAnswer.text,
    ConsultationAnswer.given_at,
    ConsultationAnswer.person_name,
    ConsultationAnswer.is_on_behalf,
    is_in_force().label("is_in_force"),
)


def _answers() -> Any:
    return columns(*_ANSWER, ConsultationAnswer.champion_id, Champion.iso3).join(
        Champion, col(Champion.id) == col(ConsultationAnswer.champion_id)
    )


def _answer(row: Row[Any]) -> ConsultationAnswerBody:
    return ConsultationAnswerBody.model_construct(
        id=row.id,
        champion=ChampionRef.of(row.champion_id, row.iso3),
        answer=row.answer,
        text=row.text,
        given_at=row.given_at,
        given_by=row.person_name,
        is_on_behalf=row.is_on_behalf,
        is_in_force=row.is_in_force,
    )


def _linked(key: UUID | None, title: str | None) -> LinkedRecord | None:
    return None if key is None or title is None else LinkedRecord.model_construct(id=key, title=title)
