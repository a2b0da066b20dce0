"""How roles follow from a person's standing and the co-chair terms."""

from datetime import date, timedelta

from api.access.permissions import Role

INCOMING_READS_AHEAD = timedelta(days=30)
"""An incoming pair reads what the current pair reads from this long before its term."""

_FOR_STANDING = {
    "secretariat": frozenset({Role.SECRETARIAT}),
    "observer": frozenset({Role.OBSERVER}),
    "focal_point": frozenset({Role.FOCAL_POINT}),
}


def roles_of(standing: str, *, is_lead: bool, seated_from: date | None, today: date) -> frozenset[Role]:
    """The roles of somebody whose champion's seat begins on ``seated_from`` (``None``: no seat now or soon).

    The caller passes only seats that have not ended; half-open terms begin and end at midnight UTC.
    """
    roles = _FOR_STANDING[standing]
    if is_lead:
        roles |= {Role.LEAD_FOCAL_POINT}
    if seated_from is not None:
        roles |= {Role.CO_CHAIR} if seated_from <= today else {Role.INCOMING_CO_CHAIR}
    return roles
