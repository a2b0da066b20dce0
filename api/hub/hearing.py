"""What the Hub says of a practice, whichever way it comes: noted once, and told to those whose practice it is."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.hub import mails, rules
from api.hub.models import DeliveryState, HubDelivery, HubStatus
from api.platform import clock

HUB = Caller(roles=frozenset(), name="Migration Network Hub")
"""Who speaks, for the audit trail."""


async def hear(
    session: AsyncSession, delivery: HubDelivery, said: HubStatus, at: datetime, *, words: str = "", link: str = ""
) -> bool:
    """Note that the Hub ``said`` so of ``delivery`` at ``at``; whether that went beyond what was known.

    The Hub speaks of what it has: a delivery whose answer was lost is delivered by that.
    """
    words = rules.words_kept(words)
    if not rules.counts(said, at, delivery.hub_status, delivery.hub_said_at):
        return False
    if delivery.state in {DeliveryState.QUEUED, DeliveryState.GIVEN_UP}:
        delivery.state, delivery.delivered_at = DeliveryState.DELIVERED, clock.now()
        delivery.takes += 1
    delivery.hub_status, delivery.hub_said_at = said, at
    delivery.hub_words, delivery.hub_link = words, link if _is_web_address(link) else ""
    if said in rules.FINAL and delivery.leased_until is None:
        delivery.due_at = None
    await audit.record(session, HUB, f"hub_delivery.{said}", delivery, title=delivery.title, reason=words[:1000])
    await mails.tell_author(session, delivery)
    return True


def _is_web_address(link: str) -> bool:
    return len(link) <= 500 and link.isprintable() and " " not in link and link.startswith(("https://", "http://"))
