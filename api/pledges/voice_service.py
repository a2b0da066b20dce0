"""What the States that are named in a pledge say of it: each champion once, by whoever speaks for it last."""

from uuid import UUID

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.queries import champion_to_act_for
from api.platform import clock
from api.platform.problems import Conflict, Forbidden
from api.pledges import queries, rules, service
from api.pledges.models import Pledge, PledgingState
from api.pledges.schemas import PledgeBody, VoiceBody


async def speak(session: AsyncSession, caller: Caller, pledge: Pledge, verb: str, body: VoiceBody) -> PledgeBody:
    """Confirm or decline the pledge for the caller's champion, or on behalf of the one that the secretariat names."""
    champion_id = await champion_to_act_for(session, caller, body.champion)
    state = await _named(session, pledge, champion_id)
    if state is None:
        raise Forbidden("This pledge does not name the champion: ask the one that records it to do so.")
    voice = rules.SPOKEN[verb]
    if state.voice is voice:
        raise Conflict(f"{state.iso3} has {voice} this pledge already.")
    said = state.voice
    state.voice, state.spoke_at = voice, clock.now()
    state.person_id, state.person_name = caller.person_id, caller.name
    state.is_on_behalf = not caller.owns(champion_id)
    flag_modified(pledge, "updated_at")
    related = {"voice": ({state.iso3: said} if said else None, {state.iso3: voice})}
    await service.record(session, caller, verb, pledge, related=related, of_champion=champion_id)
    return await queries.get_pledge(session, caller, pledge.id)


async def _named(session: AsyncSession, pledge: Pledge, champion_id: UUID) -> PledgingState | None:
    asked = select(PledgingState).where(
        col(PledgingState.pledge_id) == pledge.id, col(PledgingState.champion_id) == champion_id
    )
    return (await session.exec(asked)).first()
