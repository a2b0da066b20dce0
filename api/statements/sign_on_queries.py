"""Reads of sign-ons, in the order of the protocol."""

from typing import Any
from uuid import UUID

from babel.lists import format_list
from sqlalchemy import and_
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.champions.queries import is_current
from api.platform import language
from api.platform.database import columns
from api.statements import queries
from api.statements.models import SignOn
from api.statements.schemas import SignOnBody, SignOnList
from api.vocabularies.catalogue import alphabetical, country_name


async def list_sign_ons(session: AsyncSession, caller: Caller, statement_id: UUID) -> SignOnList:
    """Who joins the statement, by name in the language of the request."""
    await queries.get_statement(session, caller, statement_id)
    rows = await session.exec(
        columns(
            SignOn.id,
            SignOn.iso3,
            SignOn.name,
            SignOn.signed_at,
            SignOn.person_name,
            SignOn.is_on_behalf,
            col(Champion.id).label("champion_id"),
        )
        .outerjoin(Champion, and_(col(Champion.iso3) == col(SignOn.iso3), is_current()))
        .where(col(SignOn.statement_id) == statement_id, col(SignOn.withdrawn_at).is_(None))
    )
    signed = sorted((_body(caller, row) for row in rows), key=lambda body: alphabetical(body.name))
    names = [body.name for body in signed]
    return SignOnList.model_construct(items=signed, on_behalf_of=in_a_row(names))


def in_a_row(names: list[str]) -> str:
    """``Ecuador, the Gambia and Portugal``, in the language of the request."""
    return format_list(names, locale=language.current().value) if names else ""


def _body(caller: Caller, row: Any) -> SignOnBody:
    return SignOnBody.model_construct(
        id=row.id,
        iso3=row.iso3,
        name=country_name(row.iso3) if row.iso3 else row.name,
        is_champion=row.champion_id is not None,
        signed_at=row.signed_at,
        signed_by=row.person_name if caller.is_member else None,
        is_on_behalf=row.is_on_behalf,
        is_own=caller.owns(row.champion_id),
    )
