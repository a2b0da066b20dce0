"""Every table of the product, for Alembic and for tests."""

from sqlmodel import SQLModel

from api.actionitems import models as actionitems
from api.activities import models as activities
from api.attendance import models as attendance
from api.audit import models as audit
from api.calendars import models as calendars
from api.champions import models as champions
from api.cochairs import models as cochairs
from api.collaboration import models as collaboration
from api.consultations import models as consultations
from api.datepolls import models as datepolls
from api.documents import models as documents
from api.handover import models as handover
from api.hub import models as hub
from api.identity import models as identity
from api.invitations import models as invitations
from api.mechanism import models as mechanism
from api.meetingroom import models as meetingroom
from api.meetings import models as meetings
from api.minutes import models as minutes
from api.notifications import models as notifications
from api.pictures import models as pictures
from api.platform import idempotency
from api.platform.live import models as live
from api.pledges import models as pledges
from api.practices import models as practices
from api.processes import models as processes
from api.registrations import models as registrations
from api.savedsearches import models as savedsearches
from api.statements import models as statements
from api.translations import models as translations
from api.uploads import models as uploads
from api.workplan import models as workplan

metadata = SQLModel.metadata

__all__ = [
    "actionitems",
    "activities",
    "attendance",
    "audit",
    "calendars",
    "champions",
    "cochairs",
    "collaboration",
    "consultations",
    "datepolls",
    "documents",
    "handover",
    "hub",
    "idempotency",
    "identity",
    "invitations",
    "live",
    "mechanism",
    "meetingroom",
    "meetings",
    "metadata",
    "minutes",
    "notifications",
    "pictures",
    "pledges",
    "practices",
    "processes",
    "registrations",
    "savedsearches",
    "statements",
    "translations",
    "uploads",
    "workplan",
]
