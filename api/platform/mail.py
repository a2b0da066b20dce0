"""Mail over SMTP. Without ``CHAMPIONS_SMTP_URL`` nothing is sent, and the screens show the links instead."""

from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

import aiosmtplib
import procrastinate

from api.platform.jobs import jobs
from api.settings import get_settings


@jobs.task(name="send_mail", queue="mail", retry=procrastinate.RetryStrategy(max_attempts=8, exponential_wait=4))
async def send_mail(*, to: str, subject: str, body: str) -> None:
    """Send one plain-text mail; tried again for about a day while the server is away."""
    settings = get_settings()
    if settings.smtp_url is None:
        return
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = settings.mail_from, to, subject
    message.set_content(body)
    server = urlsplit(settings.smtp_url.get_secret_value())
    await aiosmtplib.send(
        message,
        hostname=server.hostname,
        port=server.port,
        username=unquote(server.username) if server.username else None,
        password=unquote(server.password) if server.password else None,
        use_tls=server.scheme == "smtps",
        timeout=30,
    )
