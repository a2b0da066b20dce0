"""Hands the mails to the mail server: each in a job of its own, tried again for hours while the server is away."""

import procrastinate
import structlog
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.notifications import messages
from api.notifications.models import Mail, MailAttachment, MailStatus
from api.platform import clock
from api.platform.jobs import Surroundings, jobs, transaction
from api.platform.mail import deliver, is_refused_for_good
from api.settings import Settings

ATTEMPTS = 8
"""The last follows the first after about a day: 4, 16, 64 seconds … 18 hours."""
NO_SERVER = "No mail server is set."

_log = structlog.get_logger("mail")


@jobs.task(name="deliver_mail", queue="mail", pass_context=True, retry=procrastinate.RetryStrategy(exponential_wait=4))
async def deliver_mail(context: procrastinate.JobContext, *, mail_id: str) -> None:
    """Send one mail and note what became of it. Raises what a later attempt may overcome, so that the queue makes one."""
    around = Surroundings.of(context)
    async with transaction(around.database) as session:
        failure = await attempt(session, around.settings, mail_id)
    if failure:
        raise failure


async def attempt(session: AsyncSession, settings: Settings, mail_id: str) -> Exception | None:
    """Try once to send a queued mail; the failure where it is worth another attempt."""
    mail = (
        await session.exec(
            select(Mail).where(col(Mail.id) == mail_id, col(Mail.status) == MailStatus.QUEUED).with_for_update()
        )
    ).first()
    if mail is None:
        return None
    if settings.smtp_url is None:
        mail.status, mail.error = MailStatus.NOT_SENT, NO_SERVER
        _forget_secret(mail)
        _log.warning("mail not sent: no mail server is set", mail_id=str(mail.id), kind=mail.kind)
        return None
    files = await session.exec(
        select(MailAttachment).where(col(MailAttachment.mail_id) == mail.id).order_by(col(MailAttachment.place))
    )
    mail.attempts += 1
    try:
        await deliver(messages.compose(mail, files.all(), settings), settings.smtp_url.get_secret_value())
    except Exception as error:
        mail.error = (str(error) or type(error).__name__)[:1000]
        if mail.attempts < ATTEMPTS and not is_refused_for_good(error):
            return error
        mail.status, mail.failed_at = MailStatus.FAILED, clock.now()
        _log.exception("mail failed", mail_id=str(mail.id), kind=mail.kind, attempts=mail.attempts)
    else:
        mail.status, mail.sent_at, mail.error = MailStatus.SENT, clock.now(), ""
    _forget_secret(mail)
    return None


def _forget_secret(mail: Mail) -> None:
    if mail.is_secret:
        mail.letter = {}
