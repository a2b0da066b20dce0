"""Every table of the product, for Alembic and for tests."""

from sqlmodel import SQLModel

from api.activities import models as activities
from api.audit import models as audit
from api.champions import models as champions
from api.cochairs import models as cochairs
from api.identity import models as identity
from api.meetings import models as meetings
from api.platform import idempotency
from api.practices import models as practices
from api.processes import models as processes
from api.workplan import models as workplan

metadata = SQLModel.metadata

__all__ = [
    "activities",
    "audit",
    "champions",
    "cochairs",
    "idempotency",
    "identity",
    "meetings",
    "metadata",
    "practices",
    "processes",
    "workplan",
]
