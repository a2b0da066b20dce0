"""The letters of the silence procedure: to every champion when it opens and however it ends, to the silent on the last day."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.champions.queries import is_current
from api.champions.voices import chairs, focal_points
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Letter, Reader
from api.notifications.moments import day_told, moment_told
from api.platform import clock, sweeps
from api.platform.wording import words
from api.statements import rules
from api.statements.models import SilenceEntry, SilenceRound, Statement, StatementVersion
from api.statements.rules import Silence
from api.vocabularies.catalogue import country_name


async def tell_opened(session: AsyncSession, statement: Statement, silence: SilenceRound) -> None:
    """Tell every focal point that silence has begun."""
    chosen = select(StatementVersion.number).where(col(StatementVersion.id) == silence.version_id)
    number = (await session.exec(chosen)).one()
    await _News(
        "opened",
        LetterKind.SILENCE_OPENED,
        statement,
        silence,
        said={"version": str(number), "round": str(silence.number)},
    ).send(session, await focal_points(session, is_current()))


async def tell_broken(session: AsyncSession, statement: Statement, silence: SilenceRound, entry: SilenceEntry) -> None:
    """Tell everyone who broke the silence, when and why."""
    await _News(
        "broken",
        LetterKind.SILENCE_BROKEN,
        statement,
        silence,
        said={"reason": entry.reason},
        of_champion=await _iso3(session, entry.champion_id),
        at=entry.given_at,
    ).send(session, await focal_points(session, is_current()))


async def tell_time_is_asked_for(
    session: AsyncSession, statement: Statement, silence: SilenceRound, entry: SilenceEntry
) -> None:
    """Ask the chairs, who may give more time."""
    await _News(
        "time_asked",
        LetterKind.SILENCE_TIME_ASKED,
        statement,
        silence,
        said={"reason": entry.reason},
        of_champion=await _iso3(session, entry.champion_id),
        key=str(entry.id),
    ).send(session, await chairs(session))


async def tell_recalled(session: AsyncSession, statement: Statement, silence: SilenceRound) -> None:
    """Tell everyone that the period was recalled."""
    await _News(
        "recalled",
        LetterKind.SILENCE_RECALLED,
        statement,
        silence,
        said={"reason": silence.recall_reason},
    ).send(session, await focal_points(session, is_current()))


@sweeps.every("statements.remind-the-silent")
async def remind_the_silent(session: AsyncSession) -> None:
    """Remind, on the last day, the people of champions that have not spoken: once for each period."""
    now = clock.now()
    for statement, silence in await _unbroken(
        session, col(SilenceRound.until_at) > now, col(SilenceRound.until_at) <= now + rules.REMINDED_BEFORE
    ):
        if rules.reminds(Silence(silence.opened_at, silence.until_at), now):
            spoke = select(SilenceEntry.champion_id).where(col(SilenceEntry.round_id) == silence.id)
            silent = await focal_points(session, is_current(), col(Champion.id).not_in(spoke))
            await _News("reminder", LetterKind.SILENCE_REMINDER, statement, silence).send(session, silent)


@sweeps.every("statements.tell-of-adoption")
async def tell_of_adoption(session: AsyncSession) -> None:
    """Tell everyone, once, of a text that silence adopted. The adoption itself waits for no sweep.

    Takes the statements' locks: an objection that is being written in time is waited for.
    """
    now = clock.now()
    for statement, silence in await _unbroken(
        session, col(SilenceRound.until_at) <= now, col(SilenceRound.until_at) > now - rules.NEWS_IS_NEWS
    ):
        to = await focal_points(session, is_current())
        await _News("adopted", LetterKind.STATEMENT_ADOPTED, statement, silence).send(session, to)


async def _unbroken(session: AsyncSession, *which: ColumnElement[bool]) -> Sequence[tuple[Statement, SilenceRound]]:
    found = await session.exec(
        select(Statement, SilenceRound)
        .join(SilenceRound, col(SilenceRound.statement_id) == col(Statement.id))
        .where(
            *which,
            col(SilenceRound.broken_at).is_(None),
            col(SilenceRound.recalled_at).is_(None),
            col(Statement.withdrawn_at).is_(None),
        )
        .with_for_update()
    )
    return found.all()


@dataclass(frozen=True, slots=True)
class _News:
    """One letter of a period of silence: its words by ``name``, and what they tell of."""

    name: str
    kind: LetterKind
    statement: Statement
    silence: SilenceRound
    said: dict[str, str] = field(default_factory=dict)
    of_champion: str | None = None
    at: datetime | None = None
    key: str | None = None

    def written(self, reader: Reader) -> Letter:
        """The letter in the reader's language and zone."""
        until = self.silence.until_at
        return Letter.worded(
            words("statements", reader.language)["letters"][self.name],
            f"/statements/{self.statement.id}",
            title=self.statement.title,
            deadline=moment_told(until, reader),
            day=day_told(until.astimezone(reader.zone).date(), reader),
            champion=country_name(self.of_champion, reader.language) if self.of_champion else "",
            moment=moment_told(self.at, reader) if self.at else "",
            **self.said,
        )

    async def send(self, session: AsyncSession, to: Sequence[UUID]) -> None:
        """Write to each of ``to``, once."""
        await letters.send(
            session,
            kind=self.kind,
            to=to,
            words=self.written,
            about=About("statement", self.statement.id),
            key=f"{self.kind}:{self.key or self.silence.id}",
        )


async def _iso3(session: AsyncSession, champion_id: UUID) -> str:
    return (await session.exec(select(Champion.iso3).where(col(Champion.id) == champion_id))).one()
