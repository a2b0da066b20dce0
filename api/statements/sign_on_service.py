"""Writes of sign-ons: States and others join an adopted statement, or take their name back."""

from uuid import UUID

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.platform import clock
from api.platform.problems import Conflict, Forbidden, InvalidInput, NotFound
from api.platform.schemas import ReasonBody
from api.statements import service, sign_on_queries
from api.statements.models import SignOn, Statement
from api.statements.schemas import SignOnCreate, SignOnList
from api.vocabularies.catalogue import country_name


async def sign_on(session: AsyncSession, caller: Caller, statement: Statement, body: SignOnCreate) -> SignOnList:
    """Sign for one's own champion; the chairs record it for others."""
    await service.require(session, caller, statement, "sign-on")
    state = body.state or (None if body.name else caller.iso3)
    if state is None and not body.name:
        raise InvalidInput.at("/state", "Name the State, or whoever else signs.", code="missing")
    is_own = state is not None and state == caller.iso3
    if not is_own and not caller.is_chair:
        raise Forbidden("You sign for your own champion. The co-chairs and the secretariat record it for others.")
    await _check_once(session, statement, state, body.name or "")
    session.add(
        SignOn(
            statement_id=statement.id,
            iso3=state,
            name=body.name or "",
            person_id=caller.person_id,
            person_name=caller.name,
            is_on_behalf=not is_own,
        )
    )
    await _note(session, caller, statement, "signed_on", state, body.name or "")
    return await sign_on_queries.list_sign_ons(session, caller, statement.id)


async def withdraw(
    session: AsyncSession, caller: Caller, statement: Statement, sign_on_id: UUID, body: ReasonBody
) -> SignOnList:
    """Take a name back; that it was there is kept."""
    found = await session.exec(
        select(SignOn)
        .where(
            col(SignOn.id) == sign_on_id,
            col(SignOn.statement_id) == statement.id,
            col(SignOn.withdrawn_at).is_(None),
        )
        .with_for_update()
    )
    signed = found.first()
    if signed is None:
        raise NotFound("There is no such sign-on, or it was withdrawn.")
    if signed.iso3 != caller.iso3 and not caller.is_chair:
        raise Forbidden("A sign-on is withdrawn by the champion that gave it, or by the chairs on its behalf.")
    signed.withdrawn_at, signed.withdrawal_reason = clock.now(), body.reason or ""
    session.add(signed)
    await _note(session, caller, statement, "sign_on_withdrawn", signed.iso3, signed.name, reason=body.reason or "")
    return await sign_on_queries.list_sign_ons(session, caller, statement.id)


async def _check_once(session: AsyncSession, statement: Statement, state: str | None, name: str) -> None:
    """Under the statement's lock nobody signs twice; the database's own constraint stands behind it."""
    found = await session.exec(
        select(SignOn.iso3, SignOn.name).where(
            col(SignOn.statement_id) == statement.id, col(SignOn.withdrawn_at).is_(None)
        )
    )
    for iso3, named in found:
        if (state and iso3 == state) or (name and named.casefold() == name.casefold()):
            raise Conflict(f"{country_name(state) if state else name} has signed on already.")


async def _note(
    session: AsyncSession,
    caller: Caller,
    statement: Statement,
    what: str,
    state: str | None,
    name: str,
    reason: str = "",
) -> None:
    flag_modified(statement, "updated_at")
    champion_id = None
    if state and state != caller.iso3:
        champion_id = (await session.exec(select(Champion.id).where(col(Champion.iso3) == state))).first()
    await service.record(
        session,
        caller,
        what,
        statement,
        reason=reason,
        related={"sign_on": (None, state or name)},
        on_behalf_of=champion_id,
    )
