"""Signing in and out, refresh tokens, one-time links."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import delete, func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.queries import load_caller
from api.audit import service as audit
from api.identity import mails, passwords, queries, rules
from api.identity.models import LinkPurpose, OneTimeLink, Person, RefreshToken, SignInFailure
from api.identity.queries import token_hash
from api.identity.schemas import MeChange
from api.platform import clock
from api.platform.database import columns
from api.platform.problems import TooManyRequests, Unauthenticated
from api.settings import Settings


class SignInRefused(Unauthenticated):
    """401 for a wrong guess. The guess stays counted."""

    keeps_writes = True


class RefreshRefused(Unauthenticated):
    """401 for a refresh token that is not good. A family closed because of it stays closed."""

    keeps_writes = True


@dataclass(frozen=True, slots=True)
class RefreshSecret:
    """A refresh token as it goes into the cookie, once."""

    value: str
    max_age_seconds: int
    person_id: UUID


async def sign_in(
    session: AsyncSession, settings: Settings, *, email: str, password: str, address: str
) -> RefreshSecret:
    """Open a session for the account, or raise ``SignInRefused``; ``TooManyRequests`` after too many wrong guesses."""
    email = email.strip().lower()[:254]
    account, place = f"account:{token_hash(email)}|{address}", f"address:{address}"
    await _slow_down(session, account, place)
    person = (await session.exec(select(Person).where(col(Person.email) == email))).first()
    if (
        not await passwords.is_right(password, person.password_hash if person else None)
        or person is None
        or not await _is_welcome(session, person.id)
    ):
        session.add_all([SignInFailure(subject=account), SignInFailure(subject=place)])
        raise SignInRefused("The e-mail address or the password is not right. Check both, or ask for a new password.")
    await session.exec(delete(SignInFailure).where(col(SignInFailure.subject) == account))
    return _next_link(session, settings, person.id, family_id=uuid4())


async def refresh(session: AsyncSession, settings: Settings, value: str | None) -> RefreshSecret:
    """Exchange a refresh token for the next; one that was used before closes every session of its family."""
    if not value:
        raise RefreshRefused("Nobody is signed in here.")
    token = (
        await session.exec(
            select(RefreshToken).where(col(RefreshToken.token_hash) == token_hash(value)).with_for_update()
        )
    ).first()
    if token is None:
        raise RefreshRefused("This sign-in is not known. Sign in again.")
    if rules.is_replayed(token.used_at, token.revoked_at):
        await _close_family(session, token.family_id)
        raise RefreshRefused("This sign-in was used twice and is closed for safety. Sign in again.")
    if token.expires_at <= clock.now() or not await _is_welcome(session, token.person_id):
        raise RefreshRefused("This sign-in has expired. Sign in again.")
    token.used_at = clock.now()
    return _next_link(session, settings, token.person_id, family_id=token.family_id)


async def sign_out(session: AsyncSession, value: str | None) -> None:
    """Close the session that the refresh token belongs to; nothing happens without one."""
    token = await session.get(RefreshToken, token_hash(value)) if value else None
    if token:
        await _close_family(session, token.family_id)


async def make_link(session: AsyncSession, person: Person, purpose: LinkPurpose) -> str:
    """A new one-time link's secret for ``person``; links made before for the same purpose stop working."""
    await session.exec(
        delete(OneTimeLink).where(
            col(OneTimeLink.person_id) == person.id,
            col(OneTimeLink.purpose) == purpose,
            col(OneTimeLink.used_at).is_(None),
        )
    )
    value = secrets.token_urlsafe(32)
    expires_at = clock.now() + link_lasts(purpose)
    session.add(OneTimeLink(token_hash=token_hash(value), purpose=purpose, person_id=person.id, expires_at=expires_at))
    await session.flush()
    return value


def link_lasts(purpose: LinkPurpose) -> timedelta:
    """How long a link for ``purpose`` works."""
    return rules.INVITATION_LASTS if purpose is LinkPurpose.INVITATION else rules.RESET_LASTS


async def redeem_link(session: AsyncSession, value: str, password: str) -> Person:
    """Set the password once; every open session of the person ends, so that a thief is out."""
    link, person = await queries.open_link(session, value, lock=True)
    link.used_at = clock.now()
    person.password_hash = await passwords.hashed(password)
    await end_sessions(session, person.id)
    holder = Caller(roles=frozenset(), person_id=person.id, name=person.name, champion_id=person.champion_id)
    await audit.record(session, holder, "person.password-set", person, title=person.name)
    return person


async def end_sessions(session: AsyncSession, person_id: UUID) -> None:
    """Close every session of a person."""
    await session.exec(
        update(RefreshToken)
        .where(col(RefreshToken.person_id) == person_id, col(RefreshToken.revoked_at).is_(None))
        .values(revoked_at=clock.now())
    )


async def _is_welcome(session: AsyncSession, person_id: UUID) -> bool:
    return await load_caller(session, person_id, request_id="") is not None


async def _was_asked_often(session: AsyncSession, email: str) -> bool:
    subject = f"reset:{token_hash(email)}"
    since = clock.now() - rules.GUESS_WINDOW
    asked = await session.exec(
        select(func.count()).where(col(SignInFailure.subject) == subject, col(SignInFailure.at) > since)
    )
    session.add(SignInFailure(subject=subject))
    return rules.must_wait(asked.one(), limit=rules.RESETS_A_QUARTER_HOUR)


async def _slow_down(session: AsyncSession, account: str, place: str) -> None:
    since = clock.now() - rules.GUESS_WINDOW
    counted = await session.exec(
        columns(SignInFailure.subject, func.count())
        .where(col(SignInFailure.subject).in_([account, place]), col(SignInFailure.at) > since)
        .group_by(col(SignInFailure.subject))
    )
    failures: dict[str, int] = {row[0]: row[1] for row in counted}
    if rules.must_wait(failures.get(account, 0), limit=rules.GUESSES_A_QUARTER_HOUR) or rules.must_wait(
        failures.get(place, 0), limit=rules.GUESSES_FROM_ONE_ADDRESS
    ):
        raise TooManyRequests(
            "Too many wrong attempts. Wait a quarter of an hour, or ask for a new password.",
            retry_after_seconds=int(rules.GUESS_WINDOW.total_seconds()),
        )


async def _close_family(session: AsyncSession, family_id: UUID) -> None:
    await session.exec(
        update(RefreshToken)
        .where(col(RefreshToken.family_id) == family_id, col(RefreshToken.revoked_at).is_(None))
        .values(revoked_at=clock.now())
    )


def _next_link(session: AsyncSession, settings: Settings, person_id: UUID, *, family_id: UUID) -> RefreshSecret:
    value = secrets.token_urlsafe(32)
    lasts = timedelta(days=settings.refresh_token_days)
    session.add(
        RefreshToken(
            token_hash=token_hash(value), family_id=family_id, person_id=person_id, expires_at=clock.now() + lasts
        )
    )
    return RefreshSecret(value, int(lasts.total_seconds()), person_id)


async def send_password_reset(session: AsyncSession, email: str) -> None:
    """Mail a one-time link to the account of ``email``; nothing where there is none, so that nobody learns who has one."""
    person = (await session.exec(select(Person).where(col(Person.email) == email))).first()
    if person is None or not await _is_welcome(session, person.id) or await _was_asked_often(session, email):
        return
    value = await make_link(session, person, LinkPurpose.PASSWORD_RESET)
    await mails.send_link(session, person, LinkPurpose.PASSWORD_RESET, value)


async def change_own_details(session: AsyncSession, caller: Caller, body: MeChange) -> None:
    """Change what a person may change about themselves."""
    person = (await session.exec(select(Person).where(col(Person.id) == caller.person_id).with_for_update())).one()
    person.sqlmodel_update(body.model_dump(exclude_unset=True))
    await audit.record(session, caller, "person.changed", person, title=person.name)


async def mark_seen(session: AsyncSession, caller: Caller) -> None:
    """Note when the person was last here. Not a change of a record, so neither audited nor counted as a revision."""
    await session.exec(
        update(Person)
        .where(col(Person.id) == caller.person_id)
        .values(last_seen_at=clock.now(), updated_at=Person.updated_at)
    )
