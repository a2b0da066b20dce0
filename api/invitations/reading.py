"""Reads the mailbox to which calendar programs answer, once a minute where one is set."""

import procrastinate

from api.invitations import replies
from api.platform import mailbox
from api.platform.jobs import Surroundings, jobs, transaction


@jobs.periodic(cron="* * * * *")
@jobs.task(name="read_replies", queue="mail", queueing_lock="read_replies", lock="read_replies", pass_context=True)
async def read_replies(context: procrastinate.JobContext, timestamp: int) -> None:  # noqa: ARG001 -- for which minute
    """Keep the answers in unread mails, and mark these as read only once that is committed."""
    await read_mailbox(Surroundings.of(context))


async def read_mailbox(around: Surroundings) -> None:
    """As the job does; a mail that cannot be taken stops no other."""
    if around.settings.imap_url is None:
        return
    address = around.settings.imap_url.get_secret_value()
    mails = await mailbox.unread(address)
    for _, raw in mails:
        for reply in replies.replies_in(raw):
            async with transaction(around.database) as session:
                await replies.take(session, reply)
    await mailbox.mark_read(address, [number for number, _ in mails])
