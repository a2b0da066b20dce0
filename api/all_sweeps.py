"""Every sweep of the product, for the worker and for the test clock; and what the worker does every minute beside them."""

from api.actionitems import reminders as actionitems
from api.cochairs import mails as cochairs
from api.collaboration import mails as collaboration
from api.consultations import mails as consultations
from api.datepolls import mails as datepolls
from api.documents import sweeps as documents
from api.hub import jobs as hub
from api.invitations import reading as replies
from api.invitations import sweeps as invitations
from api.minutes import mails as minutes
from api.notifications import sweeps as notifications
from api.platform.live import sweeping as live
from api.pledges import mails as pledges
from api.practices import review_sweeps as practices
from api.processes import mails as processes
from api.registrations import sweeps as registrations
from api.savedsearches import mails as savedsearches
from api.statements import mails as statements
from api.workplan import nudges as workplan

__all__ = [
    "actionitems",
    "cochairs",
    "collaboration",
    "consultations",
    "datepolls",
    "documents",
    "hub",
    "invitations",
    "live",
    "minutes",
    "notifications",
    "pledges",
    "practices",
    "processes",
    "registrations",
    "replies",
    "savedsearches",
    "statements",
    "workplan",
]
