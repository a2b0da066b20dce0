"""Tells the people of a champion what the Hub made of their practice."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.champions.voices import focal_points
from api.hub.models import DeliveryState, HubDelivery, HubStatus
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Letter, Reader
from api.platform.wording import words
from api.practices.models import Practice

_KINDS = {HubStatus.PUBLISHED: LetterKind.HUB_PUBLISHED, HubStatus.REFUSED: LetterKind.HUB_REFUSED}


async def tell_author(session: AsyncSession, delivery: HubDelivery) -> None:
    """Write to the champion's people, once for each version, that the Hub has published or refused it."""
    kind = _KINDS.get(delivery.hub_status) if delivery.hub_status else None
    if kind is None or delivery.state is not DeliveryState.DELIVERED:
        return
    of = select(Practice.champion_id).where(col(Practice.id) == delivery.practice_id)
    await letters.send(
        session,
        kind=kind,
        to=await focal_points(session, col(Champion.id).in_(of)),
        words=lambda reader: _letter(delivery, kind, reader),
        about=About("practice", delivery.practice_id),
        key=f"{kind}:{delivery.id}",
    )


def _letter(delivery: HubDelivery, kind: LetterKind, reader: Reader) -> Letter:
    said = words("hub", reader.language)[kind]
    told = {"title": delivery.title, "version": str(delivery.version), "link": delivery.hub_link}
    told["words"] = delivery.hub_words or said["no_words"]
    paragraphs = [
        paragraph.format(**told) for paragraph in said["paragraphs"] if "{link}" not in paragraph or delivery.hub_link
    ]
    return Letter(
        said["subject"].format(**told), paragraphs, action=(said["action"], f"/practices/{delivery.practice_id}")
    )
