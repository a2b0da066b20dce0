"""Writes of joint statements: drafting, writing versions, adopting by hand, delivering."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete as delete_rows
from sqlalchemy import func
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.models import Champion
from api.champions.queries import champion_ids
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import Conflict, Forbidden, InvalidInput
from api.platform.records import Visibility
from api.platform.schemas import ReasonBody
from api.platform.transitions import Transition
from api.processes.models import Process
from api.statements import queries, rules
from api.statements.models import (
    SilenceRound,
    Statement,
    StatementDrafter,
    StatementStatus,
    StatementVersion,
)
from api.statements.schemas import (
    Adoption,
    Delivery,
    SignOnPeriod,
    StatementBody,
    StatementChange,
    StatementCreate,
    VersionCreate,
)

Subject = Statement
"""What a write works on, for the routes, which know no tables."""

_STANDS = {
    StatementStatus.DRAFTING: "is being drafted",
    StatementStatus.UNDER_SILENCE: "is under silence: neither its text nor its options change until that ends",
    StatementStatus.SILENCE_BROKEN: "had its silence broken: write a revised text",
    StatementStatus.ADOPTED: "is adopted: its text stays as it is",
    StatementStatus.DELIVERED: "was delivered: its text stays as it is",
    StatementStatus.WITHDRAWN: "was withdrawn",
}
_LINKS = {"drafters", "process"}


async def create(session: AsyncSession, caller: Caller, body: StatementCreate) -> StatementBody:
    """Begin a statement; a champion that begins one is among its drafters."""
    drafters = await champion_ids(session, body.drafters, pointer="/drafters")
    if caller.champion_id is not None and caller.iso3 is not None:
        drafters[caller.iso3] = caller.champion_id
    statement = Statement(**body.model_dump(exclude=_LINKS), process_id=await _process_id(session, body.process))
    session.add(statement)
    await record(session, caller, "created", statement, related={"drafters": (None, sorted(drafters))})
    session.add_all(StatementDrafter(statement_id=statement.id, champion_id=key) for key in drafters.values())
    await session.flush()
    return await queries.get_statement(session, caller, statement.id)


async def load_for_change(
    session: AsyncSession, caller: Caller, statement_id: UUID, expected_revision: int
) -> Statement:
    """The statement, locked until the transaction ends; 404 where it is not for the caller, 412 where it is stale.

    All writes of a statement, of its silence too, pass through this lock: they happen one after the other.
    """
    seen = queries.with_its_silence(select(Statement.id).select_from(Statement)).where(
        col(Statement.id) == statement_id, queries.visible(caller)
    )
    if (await session.exec(seen)).first() is None:
        raise queries.not_found()
    held = await session.exec(
        select(Statement)
        .where(col(Statement.id) == statement_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    statement = held.first()
    if statement is None:
        raise queries.not_found()
    check_revision(statement, expected_revision)
    return statement


async def change(session: AsyncSession, caller: Caller, statement: Statement, body: StatementChange) -> StatementBody:
    """Change what is said about a statement; what the body leaves out stays."""
    await require(session, caller, statement, "change")
    values = body.model_dump(exclude_unset=True, exclude=_LINKS)
    if "process" in body.model_fields_set:
        values["process_id"] = await _process_id(session, body.process)
    statement.sqlmodel_update(values)
    related = {}
    if "drafters" in body.model_fields_set:
        before = await _drafters(session, statement)
        after = await champion_ids(session, body.drafters, pointer="/drafters")
        if before.keys() != after.keys():
            related["drafters"] = (sorted(before), sorted(after))
            flag_modified(statement, "updated_at")
    await record(session, caller, "changed", statement, related=related)
    if related:
        await session.exec(delete_rows(StatementDrafter).where(col(StatementDrafter.statement_id) == statement.id))
        session.add_all(StatementDrafter(statement_id=statement.id, champion_id=key) for key in after.values())
        await session.flush()
    return await queries.get_statement(session, caller, statement.id)


async def delete(session: AsyncSession, caller: Caller, statement: Statement) -> None:
    """Delete a draft that was never put under silence; what champions were told of is withdrawn instead."""
    await require(session, caller, statement, "delete")
    if await last_round(session, statement) is not None:
        raise Conflict("This statement has been under silence, and that is kept. Withdraw it instead.")
    await session.delete(statement)
    await record(session, caller, "deleted", statement)


async def write_version(session: AsyncSession, caller: Caller, statement: Statement, body: VersionCreate) -> int:
    """Write a new version; its number."""
    await require(session, caller, statement, "write")
    newest = await session.exec(
        select(func.max(StatementVersion.number)).where(col(StatementVersion.statement_id) == statement.id)
    )
    number = (newest.one() or 0) + 1
    if body.translates is not None:
        original = await version(session, statement, body.translates, pointer="/translates")
        if original.language is body.language:
            raise InvalidInput.at(
                "/language", "A translation is in another language than its original.", code="same_language"
            )
    flag_modified(statement, "updated_at")
    await record(session, caller, "version_written", statement, related={"version": (None, number)})
    session.add(
        StatementVersion(
            statement_id=statement.id,
            number=number,
            person_id=caller.person_id,
            person_name=caller.name,
            **body.model_dump(),
        )
    )
    await session.flush()
    return number


async def adopt(session: AsyncSession, caller: Caller, statement: Statement, body: Adoption) -> StatementBody:
    """Adopt a version without silence, with the reason recorded."""
    await check_step(session, statement, _step("adopt"), body.reason)
    adopted = await version(session, statement, body.version, pointer="/version")
    statement.adopted_at, statement.adopted_number = clock.now(), adopted.number
    statement.adoption_reason = body.reason or ""
    await record(session, caller, "adopt", statement, reason=body.reason or "")
    return await queries.get_statement(session, caller, statement.id)


async def deliver(session: AsyncSession, caller: Caller, statement: Statement, body: Delivery) -> StatementBody:
    """Say when and by whom a statement was delivered, or correct it."""
    await check_step(session, statement, _step("deliver"), None)
    if body.delivered_on > clock.today():
        raise InvalidInput.at("/delivered_on", "Give the day on which it was delivered: today or before.", code="ahead")
    statement.sqlmodel_update(body.model_dump() | {"recording": body.recording or ""})
    await record(session, caller, "deliver", statement)
    return await queries.get_statement(session, caller, statement.id)


async def withdraw(session: AsyncSession, caller: Caller, statement: Statement, body: ReasonBody) -> StatementBody:
    """Withdraw a statement; a period of silence that is open ends with it."""
    await check_step(session, statement, _step("withdraw"), body.reason)
    now = clock.now()
    silence = await last_round(session, statement)
    if silence is not None and status_of(statement, silence) is StatementStatus.UNDER_SILENCE:
        silence.recalled_at, silence.recall_reason = now, body.reason or ""
        session.add(silence)
    statement.withdrawn_at, statement.withdrawal_reason = now, body.reason or ""
    await record(session, caller, "withdraw", statement, reason=body.reason or "")
    return await queries.get_statement(session, caller, statement.id)


async def open_sign_on(
    session: AsyncSession, caller: Caller, statement: Statement, body: SignOnPeriod
) -> StatementBody:
    """Say until when States sign on."""
    await require(session, caller, statement, "open-sign-on")
    statement.sign_on_until = body.until
    await record(session, caller, "sign_on_opened", statement)
    return await queries.get_statement(session, caller, statement.id)


async def require(session: AsyncSession, caller: Caller, statement: Statement, verb: str) -> None:
    """``Forbidden`` where ``verb`` is never the caller's, ``Conflict`` where it is not now."""
    silence = await last_round(session, statement)
    status = status_of(statement, silence)
    parties = queries.parties(caller, set((await _drafters(session, statement)).values()))
    speaks = caller.champion_id is not None
    can_sign = rules.may_sign(status, statement.sign_on_until, clock.now())
    if verb in rules.actions(status, parties, is_champion=speaks, may_sign=can_sign):
        return
    could = (rules.actions(other, parties, is_champion=speaks, may_sign=True) for other in StatementStatus)
    if not any(verb in verbs for verbs in could):
        raise Forbidden("This is for the statement's drafters, the co-chairs and the secretariat.")
    if verb == "sign-on" and rules.may_sign(status, None, clock.now()):
        raise Conflict("Sign-on to this statement has ended. Ask the co-chairs to open it again.")
    raise Conflict(f"This statement {_STANDS[status]}.")


async def check_step(
    session: AsyncSession, statement: Statement, step: Transition[StatementStatus], reason: str | None
) -> SilenceRound | None:
    """``Conflict`` where ``step`` cannot be taken now, ``InvalidInput`` where its reason is missing; the last round."""
    silence = await last_round(session, statement)
    status = status_of(statement, silence)
    if not step.starts_from(status):
        raise Conflict(f"This statement {_STANDS[status]}; from there the step {step.verb} cannot be taken.")
    if step.asks_reason_in(status) and reason is None:
        raise InvalidInput.at("/reason", "Give the reason for this step.", code="missing")
    return silence


async def last_round(session: AsyncSession, statement: Statement) -> SilenceRound | None:
    """The last period of silence, as it stands under the statement's lock."""
    found = await session.exec(
        select(SilenceRound)
        .where(col(SilenceRound.statement_id) == statement.id)
        .order_by(col(SilenceRound.number).desc())
        .limit(1)
        .execution_options(populate_existing=True)
    )
    return found.first()


def status_of(statement: Statement, silence: SilenceRound | None) -> StatementStatus:
    """Where the statement stands now."""
    kept = None
    if silence is not None:
        kept = rules.Silence(silence.opened_at, silence.until_at, silence.broken_at, silence.recalled_at)
    course = rules.Course(kept, statement.adopted_at, statement.delivered_on, statement.withdrawn_at)
    return rules.status_of(course, clock.now())


async def version(session: AsyncSession, statement: Statement, number: int, *, pointer: str) -> StatementVersion:
    """The version of that number; ``InvalidInput`` at ``pointer`` where there is none."""
    found = await session.exec(
        select(StatementVersion).where(
            col(StatementVersion.statement_id) == statement.id, col(StatementVersion.number) == number
        )
    )
    version = found.first()
    if version is None:
        raise InvalidInput.at(pointer, f"There is no version {number}.", code="unknown_version")
    return version


async def record(session: AsyncSession, caller: Caller, what: str, statement: Statement, **more: Any) -> None:
    """Note a write in the audit trail."""
    await audit.record(session, caller, f"statement.{what}", statement, title=statement.title, **more)


async def _drafters(session: AsyncSession, statement: Statement) -> dict[str, UUID]:
    found = await session.exec(
        select(Champion.iso3, Champion.id)
        .join(StatementDrafter, col(StatementDrafter.champion_id) == col(Champion.id))
        .where(col(StatementDrafter.statement_id) == statement.id)
    )
    return dict(found.all())


async def _process_id(session: AsyncSession, key: str | None) -> UUID | None:
    if key is None:
        return None
    found = (await session.exec(select(Process.id).where(col(Process.key) == key))).first()
    if found is None:
        raise InvalidInput.at("/process", f"There is no process {key}.", code="unknown_process")
    return found


def _step(verb: str) -> Transition[StatementStatus]:
    return next(step for step in rules.TRANSITIONS if step.verb == verb)


def private_no_more(statement: Statement) -> None:
    """Whoever is asked to keep silence must be able to read the text."""
    if statement.visibility is Visibility.PRIVATE:
        statement.visibility = Visibility.MEMBERS
