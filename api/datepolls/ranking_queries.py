"""One poll whole: its dates in their order of merit, with every answer, and what each is in the places of those who join."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import Row, literal
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.champions.voices import had_a_voice
from api.cochairs.models import CoChairSeat
from api.datepolls import queries, rules
from api.datepolls.models import DateAnswer, DatePoll, DatePollCandidate
from api.datepolls.schemas import (
    ChairAnswer,
    DateCandidateBody,
    DatePollBody,
    DatePollPlace,
    DatePollVoiceBody,
    PlaceTime,
)
from api.platform import clock
from api.platform.database import columns
from api.platform.transitions import asking_reason
from api.slots import weighing
from api.slots.weighing import WeighedTimes

_MORE = ("note", "extended_from_at", "extension_reason", "ending_reason")


async def get_date_poll(session: AsyncSession, caller: Caller, poll_id: UUID) -> DatePollBody:
    """One poll with everybody's answers; ``NotFound`` where the caller may not see it."""
    found = queries.polls(caller, *_MORE, "ended_by_name").where(col(DatePoll.id) == poll_id, queries.visible(caller))
    row = (await session.exec(found)).first()
    if row is None:
        raise queries.not_found()
    values = queries.values_of(caller, row)
    asked_at = values["ended_at"] or clock.now()
    voices, silent = await queries.voices(session, poll_id, had_a_voice(literal(asked_at)))
    dates = (await session.exec(_dates(poll_id))).all()
    starts = [each.starts_at for each in dates]
    weighed = await weighing.weigh(session, starts, timedelta(minutes=row.duration_minutes))
    answers = _Answers(voices, await _seats(session, starts))
    return DatePollBody.model_construct(
        **values,
        **{name: getattr(row, name) for name in _MORE},
        ended_by=row.ended_by_name,
        candidates=_candidates(dates, answers, weighed, champions=len(voices) + len(silent)),
        places=[DatePollPlace.model_construct(zone=place.zone, name=place.name) for place in weighed.places],
        voices=voices if row.opened_at else [],
        silent=silent if row.opened_at else [],
        asks_reason=asking_reason((*rules.TRANSITIONS, rules.EXTEND), values["status"], values["actions"]),
    )


class _Answers:
    """What champions say to each date, and who of them would chair on it."""

    def __init__(self, voices: Sequence[DatePollVoiceBody], seats: Sequence[Row[Any]]) -> None:
        self.said = {(said.candidate_id, voice.champion.id): said.answer for voice in voices for said in voice.answers}
        self.counted = Counter((candidate, answer) for (candidate, _), answer in self.said.items())
        self.seats = seats

    def count(self, candidate_id: UUID, answer: DateAnswer) -> int:
        return self.counted[candidate_id, answer]

    def of_chairs(self, candidate_id: UUID, day: date) -> list[ChairAnswer]:
        return [
            ChairAnswer.model_construct(
                champion=ChampionRef.of(seat.champion_id, seat.iso3),
                answer=self.said.get((candidate_id, seat.champion_id)),
            )
            for seat in self.seats
            if seat.starts_on <= day < seat.ends_on
        ]


def _candidates(
    dates: Sequence[Row[Any]], answers: _Answers, weighed: WeighedTimes, *, champions: int
) -> list[DateCandidateBody]:
    chairs = {each.id: answers.of_chairs(each.id, each.starts_at.date()) for each in dates}
    standings = [_standing(each, answers, chairs[each.id], weighed) for each in dates]
    order = rules.ranked(standings)
    places = {standing.key: place for place, standing in enumerate(order, start=1)}
    reasons = {better.key: rules.decided_by(better, worse) for better, worse in pairwise(order)}
    return [
        DateCandidateBody.model_construct(
            id=standing.key,
            starts_at=standing.starts_at,
            yes=standing.yes,
            if_need_be=standing.if_need_be,
            no=standing.no,
            silent=champions - standing.yes - standing.if_need_be - standing.no,
            rank=places[standing.key],
            before_next_by=reasons.get(standing.key),
            co_chairs=chairs[standing.key],
            both_co_chairs_say_no=standing.lacks_both_chairs,
            has_passed=standing.has_passed,
            worst=round(standing.worst, 2),
            total=round(standing.total, 2),
            places=[
                PlaceTime.model_construct(starts_at_local=there.starts_at, kind=there.kind, points=there.worst)
                for there in weighed.local_times[standing.starts_at]
            ],
        )
        for standing in standings
    ]


def _standing(each: Row[Any], answers: _Answers, chairs: list[ChairAnswer], weighed: WeighedTimes) -> rules.Standing:
    slot = weighed.slots[each.starts_at]
    return rules.Standing(
        key=each.id,
        starts_at=each.starts_at,
        yes=answers.count(each.id, DateAnswer.YES),
        if_need_be=answers.count(each.id, DateAnswer.IF_NEED_BE),
        no=answers.count(each.id, DateAnswer.NO),
        chairs=tuple(chair.answer for chair in chairs),
        worst=slot.worst,
        total=slot.total,
        has_passed=each.starts_at <= clock.now(),
    )


def _dates(poll_id: UUID) -> Any:
    return (
        columns(DatePollCandidate.id, DatePollCandidate.starts_at)
        .where(col(DatePollCandidate.poll_id) == poll_id)
        .order_by(col(DatePollCandidate.starts_at))
    )


async def _seats(session: AsyncSession, starts: Sequence[datetime]) -> Sequence[Row[Any]]:
    """Who co-chairs on the days of ``starts``, one row a seat."""
    rows = await session.exec(
        columns(CoChairSeat.champion_id, Champion.iso3, CoChairSeat.starts_on, CoChairSeat.ends_on)
        .join(Champion, col(Champion.id) == col(CoChairSeat.champion_id))
        .where(col(CoChairSeat.starts_on) <= max(starts).date(), col(CoChairSeat.ends_on) > min(starts).date())
        .order_by(col(CoChairSeat.starts_on), col(CoChairSeat.number))
    )
    seats: Sequence[Row[Any]] = rows.all()
    return seats
