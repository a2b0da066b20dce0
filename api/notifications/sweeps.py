"""What time does to mails."""

from datetime import timedelta

from sqlalchemy import update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.notifications.models import Mail
from api.platform import clock, sweeps

SECRETS_WAIT = timedelta(days=1)
"""How long a one-time link may wait for the mail server."""


@sweeps.every("notifications.forget-secrets")
async def forget_secrets(session: AsyncSession) -> None:
    """Empty mails with one-time links that never left: no link stays readable for longer than a day."""
    await session.exec(
        update(Mail)
        .where(col(Mail.is_secret), col(Mail.letter) != {}, col(Mail.queued_at) < clock.now() - SECRETS_WAIT)
        .values(letter={})
    )
