"""Asks the planner: gathers what it must know in a fixed number of statements, and tells its answer."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from anyio import to_thread
from sqlalchemy import and_, func
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.cochairs import rotation_words
from api.cochairs.models import Availability, CoChairAvailability, CoChairSeat, CoChairTerm
from api.cochairs.rotation_pins import check_pairs, pins_of, problem_for
from api.cochairs.rotation_reasons import Reason, reasons_for
from api.cochairs.rotation_rules import Candidate, NoPair, Pair, Question, alternatives, free_terms, pair_of, propose
from api.cochairs.rotation_schemas import (
    Alternative,
    ProcessRef,
    ProposalRequest,
    Proposals,
    ProposedTerm,
    RotationReason,
)
from api.cochairs.rules import Period
from api.platform import clock
from api.platform.database import columns
from api.platform.problems import InvalidInput
from api.processes.models import Process
from api.vocabularies.models import Commission

_PROCESSES_NAMED = 3
LONGEST_TERM_DAYS = 731
"""Two years: the planner proposes no longer term."""


async def get_proposals(session: AsyncSession, request: ProposalRequest) -> Proposals:
    """The proposal and its alternatives. ``InvalidInput`` for pins that contradict, ``Conflict`` where no pair is left."""
    field = await _field(session)
    check_pairs(request, known=field.ids)
    terms = _terms(request, field)
    question = Question(
        candidates=field.candidates,
        terms=terms,
        paired_before=field.paired_before,
        pinned=pins_of(request, terms),
        forbidden=frozenset(pair_of(*pair) for pair in request.forbidden),
    )
    try:
        plans = await to_thread.run_sync(_plans, question, request.alternatives)
    except NoPair as nobody:
        raise problem_for(nobody, request, question) from nobody
    processes = await _processes(session, terms)
    first, *others = ([*_told(question, plan, field.ids, processes)] for plan in plans)
    return Proposals(items=first, alternatives=[Alternative(items=items) for items in others])


def _terms(request: ProposalRequest, field: "_Field") -> list[Period]:
    """The terms that are asked for; the first as long as is asked, the others of six months."""
    terms = free_terms(request.from_day or field.next_day, request.terms, field.taken)
    if request.first_ends_on is None:
        return terms
    first = Period(terms[0].starts_on, request.first_ends_on)
    if not 0 < first.days <= LONGEST_TERM_DAYS:
        raise InvalidInput.at(
            "/first_ends_on",
            f"The first term begins on {first.starts_on.isoformat()}: let it end after that, within two years.",
            code="not_after_its_beginning",
        )
    if any(term.starts_on < first.ends_on and term.ends_on > first.starts_on for term in field.taken):
        raise InvalidInput.at(
            "/first_ends_on", "Another term is on record before this day. Choose an earlier one.", code="overlaps"
        )
    return [first, *free_terms(first.ends_on, request.terms - 1, field.taken)]


def _plans(question: Question, others: int) -> list[list[Pair]]:
    plan = propose(question)
    return [plan, *alternatives(question, plan, others)]


@dataclass(frozen=True, slots=True)
class _Field:
    """What is on record: who may be asked, who served together, and when terms are taken."""

    candidates: list[Candidate]
    ids: dict[str, UUID]
    paired_before: dict[Pair, date]
    taken: list[Period]

    @property
    def next_day(self) -> date:
        return max([clock.today(), *(term.ends_on for term in self.taken)])


async def _field(session: AsyncSession) -> _Field:
    champions = (await session.exec(_champions())).all()
    said: dict[UUID, dict[date, Availability]] = {}
    for row in await session.exec(
        columns(CoChairAvailability.champion_id, CoChairAvailability.semester_starts_on, CoChairAvailability.answer)
    ):
        said.setdefault(row.champion_id, {})[row.semester_starts_on] = row.answer
    candidates = [
        Candidate(row.iso3, row.review_region, row.last_served, row.joined_on, row.left_on, said.get(row.id, {}))
        for row in champions
    ]
    terms = await session.exec(columns(CoChairTerm.starts_on, CoChairTerm.ends_on))
    return _Field(
        candidates=candidates,
        ids={row.iso3: row.id for row in champions},
        paired_before=await _paired_before(session),
        taken=[Period(row.starts_on, row.ends_on) for row in terms],
    )


def _champions() -> Any:
    last_served = (
        select(func.max(col(CoChairSeat.ends_on)))
        .where(col(CoChairSeat.champion_id) == col(Champion.id))
        .scalar_subquery()
    )
    return columns(
        *(Champion.id, Champion.iso3, Champion.review_region, Champion.joined_on, Champion.left_on),
        last_served.label("last_served"),
    )


async def _paired_before(session: AsyncSession) -> dict[Pair, date]:
    one, other = aliased(CoChairSeat), aliased(CoChairSeat)
    first, second = aliased(Champion), aliased(Champion)
    sat_together = and_(
        col(other.term_id) == col(one.term_id),
        col(other.number) > col(one.number),
        col(other.starts_on) < col(one.ends_on),
        col(other.ends_on) > col(one.starts_on),
    )
    since = func.max(func.greatest(col(one.starts_on), col(other.starts_on))).label("since")
    rows = await session.exec(
        columns(col(first.iso3).label("first"), col(second.iso3).label("second"), since)
        .select_from(one)
        .join(other, sat_together)
        .join(first, col(first.id) == col(one.champion_id))
        .join(second, col(second.id) == col(other.champion_id))
        .group_by(col(first.iso3), col(second.iso3))
        .order_by(since)
    )
    return {pair_of(row.first, row.second): row.since for row in rows}


async def _processes(session: AsyncSession, terms: list[Period]) -> dict[Period, list[ProcessRef]]:
    """The first few processes in the days of each term."""
    rows = (
        await session.exec(
            columns(Process.id, Process.title, Process.starts_on, Process.ends_on)
            .where(col(Process.starts_on) < terms[-1].ends_on, col(Process.ends_on) >= terms[0].starts_on)
            .order_by(col(Process.starts_on), col(Process.id))
        )
    ).all()
    return {
        term: [
            ProcessRef(id=row.id, title=row.title)
            for row in rows
            if row.starts_on < term.ends_on and row.ends_on >= term.starts_on
        ][:_PROCESSES_NAMED]
        for term in terms
    }


def _told(
    question: Question, plan: list[Pair], ids: dict[str, UUID], processes: dict[Period, list[ProcessRef]]
) -> list[ProposedTerm]:
    pinned = {pin.pair for pin in question.pinned}
    return [
        ProposedTerm(
            starts_on=term.starts_on,
            ends_on=term.ends_on,
            champions=[ChampionRef.of(ids[code], code) for code in pair],
            reasons=[_reason(reason, ids, processes[term]) for reason in reasons],
            processes=processes[term],
            is_pinned=pair in pinned,
        )
        for term, pair, reasons in zip(question.terms, plan, reasons_for(question, plan), strict=True)
    ]


def _reason(reason: Reason, ids: dict[str, UUID], processes: list[ProcessRef]) -> RotationReason:
    named = processes if reason.names_processes else []
    return RotationReason(
        code=reason.code,
        champions=[ChampionRef.of(ids[code], code) for code in reason.champions],
        commissions=[Commission(key) for key in reason.commissions],
        since=reason.since,
        processes=named,
        text=rotation_words.sentence(reason, [process.title for process in named]),
    )
