"""Writes of people: inviting, changing, ending and reinstating accounts, handing over one-time links."""

from uuid import UUID

from sqlalchemy import delete, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.queries import champion_ids, champion_to_act_for
from api.identity import mails, people_queries, rules
from api.identity.models import LinkPurpose, OneTimeLink, Person, Standing
from api.identity.people_schemas import PersonBody, PersonChange, PersonInvite, PersonWithLinkBody
from api.identity.service import end_sessions, link_lasts, make_link
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import Conflict, Forbidden, InvalidInput, NotFound
from api.platform.schemas import ReasonBody
from api.platform.transitions import Transition
from api.settings import Settings

Subject = Person
"""What a write works on, for the routes, which know no tables."""

_OFFICERS_LOCK = 7_310_412
"""Advisory lock: two officers who end each other's account at the same instant do so one after the other."""


async def invite(session: AsyncSession, settings: Settings, caller: Caller, body: PersonInvite) -> PersonWithLinkBody:
    """Make the person and a one-time link; mail it where mail is set up."""
    if not caller.is_secretariat and body.standing is not Standing.FOCAL_POINT:
        raise Forbidden("You may invite focal points of your own champion. Ask the secretariat for anybody else.")
    _check_fits(body.standing, champion=body.champion, is_lead=body.is_lead)
    champion_id = (
        await champion_to_act_for(session, caller, body.champion) if body.standing is Standing.FOCAL_POINT else None
    )
    person = Person(champion_id=champion_id, **body.model_dump(exclude={"champion"}))
    session.add(person)
    await _record(session, caller, "created", person)
    return await _with_link(session, settings, caller, person, LinkPurpose.INVITATION)


async def load_for_change(session: AsyncSession, caller: Caller, person_id: UUID, expected_revision: int) -> Person:
    """The person, locked until the transaction ends; 404 where not the caller's to look after, 412 where stale."""
    person = (
        await session.exec(
            select(Person)
            .where(col(Person.id) == person_id, people_queries.visible(caller))
            .with_for_update(key_share=True)
        )
    ).first()
    if person is None:
        raise NotFound("There is no such person, or their account is not yours to look after.")
    check_revision(person, expected_revision)
    return person


async def change(session: AsyncSession, caller: Caller, person: Person, body: PersonChange) -> PersonBody:
    """Change a person; what the body leaves out stays. Links to an address that is no longer theirs stop working."""
    changes = body.model_dump(exclude_unset=True)
    if not caller.is_secretariat and not rules.OPEN_TO_LEADS.issuperset(changes):
        raise Forbidden("The address, the standing and the champion of a person are the secretariat's to change.")
    standing = changes.get("standing", person.standing)
    if standing is not person.standing:
        await _keep_an_officer(session, caller, person)
    moved_to = changes.pop("champion", None)
    _check_fits(standing, champion=moved_to, is_lead=changes.get("is_lead", False))
    if standing is not Standing.FOCAL_POINT:
        changes |= {"champion_id": None, "is_lead": False}
    elif moved_to is not None:
        changes["champion_id"] = (await champion_ids(session, [moved_to], pointer="/champion"))[moved_to]
    elif person.champion_id is None:
        raise InvalidInput.at("/champion", "Name the champion that the focal point acts for.", code="missing")
    if changes.get("email", person.email) != person.email:
        await _drop_links(session, person)
    person.sqlmodel_update(changes)
    await _record(session, caller, "changed", person)
    return await people_queries.get_person(session, caller, person.id)


async def take_step(
    session: AsyncSession, caller: Caller, person: Person, step: Transition[rules.AccountState], body: ReasonBody
) -> PersonBody:
    """End the account, which closes its sessions and links at once, or open it again."""
    state = people_queries.state_of(person.ended_at)
    if not step.starts_from(state):
        raise Conflict(f"An account that is {state} cannot take the step {step.verb}.")
    if step.target is rules.AccountState.ENDED:
        await _keep_an_officer(session, caller, person)
        await end_sessions(session, person.id)
        await _drop_links(session, person)
    person.ended_at = clock.now() if step.target is rules.AccountState.ENDED else None
    await _record(session, caller, step.verb, person, reason=body.reason or "")
    return await people_queries.get_person(session, caller, person.id)


async def invite_again(session: AsyncSession, settings: Settings, caller: Caller, person: Person) -> PersonWithLinkBody:
    """A new invitation for somebody who has not taken up theirs; the one before stops working."""
    _check_in_use(person)
    if person.password_hash:
        raise Conflict("This person has a password already. A new one is chosen through a password reset.")
    await _record(session, caller, "invitation", person)
    return await _with_link(session, settings, caller, person, LinkPurpose.INVITATION)


async def reset_password(
    session: AsyncSession, settings: Settings, caller: Caller, person: Person
) -> PersonWithLinkBody:
    """A link to a new password, to hand over; the password of now works until it is used."""
    if not caller.is_secretariat:
        raise Forbidden("Links to a new password are the secretariat's to hand out.")
    _check_in_use(person)
    if not person.password_hash:
        raise Conflict("This person has no password yet. Send them a new invitation instead.")
    await _record(session, caller, "password-reset", person)
    return await _with_link(session, settings, caller, person, LinkPurpose.PASSWORD_RESET)


def _check_in_use(person: Person) -> None:
    if person.ended_at:
        raise Conflict("This account has ended. Reinstate it first.")


def _check_fits(standing: Standing, *, champion: str | None, is_lead: bool) -> None:
    if standing is Standing.FOCAL_POINT:
        return
    if champion is not None:
        raise InvalidInput.at("/champion", "Only a focal point acts for a champion: leave it out.", code="not_allowed")
    if is_lead:
        raise InvalidInput.at("/is_lead", "Only a focal point can be its champion's lead.", code="not_allowed")


async def _keep_an_officer(session: AsyncSession, caller: Caller, person: Person) -> None:
    if person.id == caller.person_id:
        raise Conflict("Nobody ends their own account or changes their own standing. Ask somebody else to do it.")
    if person.standing is not Standing.SECRETARIAT:
        return
    await session.exec(select(func.pg_advisory_xact_lock(_OFFICERS_LOCK)))
    others = select(Person.id).where(
        col(Person.standing) == Standing.SECRETARIAT, col(Person.ended_at).is_(None), col(Person.id) != person.id
    )
    if (await session.exec(others.limit(1))).first() is None:
        raise Conflict("This is the last account of the secretariat. Invite another officer first.")


async def _drop_links(session: AsyncSession, person: Person) -> None:
    await session.exec(
        delete(OneTimeLink).where(col(OneTimeLink.person_id) == person.id, col(OneTimeLink.used_at).is_(None))
    )


async def _record(session: AsyncSession, caller: Caller, verb: str, person: Person, *, reason: str = "") -> None:
    behalf = None if caller.owns(person.champion_id) else person.champion_id
    await audit.record(session, caller, f"person.{verb}", person, title=person.name, on_behalf_of=behalf, reason=reason)


async def _with_link(
    session: AsyncSession, settings: Settings, caller: Caller, person: Person, purpose: LinkPurpose
) -> PersonWithLinkBody:
    value = await make_link(session, person, purpose)
    link = mails.link_address(settings.public_url, purpose, value)
    if settings.smtp_url is not None:
        await mails.send_link(session, person, purpose, value)
    body = await people_queries.get_person(session, caller, person.id)
    return PersonWithLinkBody.model_construct(
        **dict(body),
        one_time_link=link,
        link_expires_at=clock.now() + link_lasts(purpose),
        is_mailed=settings.smtp_url is not None,
    )
