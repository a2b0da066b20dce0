"""What may be done with a champion, and what follows from where a State lies."""

from collections.abc import Collection
from datetime import date

from api.platform.transitions import Party
from api.vocabularies.models import Commission

DESCRIBED_BY_ITS_OWN_PEOPLE = frozenset({"about", "objectives"})
"""What a champion says of itself; everything else of its record is the secretariat's."""

_COMMISSION_OF_REGION = {
    "002": Commission.ECA,
    "019": Commission.ECLAC,
    "142": Commission.ESCAP,
    "150": Commission.ECE,
    "009": Commission.ESCAP,
}
_COMMISSION_OF_SUBREGION = {"021": Commission.ECE, "145": Commission.ESCWA}


def commission_for(region_m49: str, subregion_m49: str) -> Commission:
    """The commission whose Regional Review most States of this UN M49 region take part in; a first guess, to be changed."""
    return _COMMISSION_OF_SUBREGION.get(subregion_m49) or _COMMISSION_OF_REGION[region_m49]


def is_current(joined_on: date | None, left_on: date | None, today: date) -> bool:
    """Whether a State is a champion ``today``: joined (some day, where the day is not known) and not left."""
    return (joined_on is None or joined_on <= today) and (left_on is None or left_on > today)


def actions(parties: Collection[Party], left_on: date | None) -> list[str]:
    """What somebody who is ``parties`` to a champion may do with it."""
    if Party.SECRETARIAT in parties:
        return ["change", "delete", "leave" if left_on is None else "rejoin"]
    return ["change"] if Party.OWNER in parties else []
