"""What counts as done in matrix, plots and suggestions alike, as the caller may see it."""

from typing import Any

from sqlalchemy import ColumnElement, and_, func
from sqlmodel import col

from api.access.caller import Caller
from api.access.visibility import sees
from api.activities import queries as activities
from api.activities.models import Activity, ActivityStatus
from api.pledges.models import Pledge, PledgeStatus, PledgeVoice, PledgingState
from api.practices.models import Practice, PracticeStatus


def practice_counts(caller: Caller) -> ColumnElement[bool]:
    """Practices that are published."""
    return and_(
        col(Practice.status) == PracticeStatus.PUBLISHED,
        sees(caller, visibility=Practice.visibility, champion_id=Practice.champion_id),
    )


def activity_counts(caller: Caller) -> ColumnElement[bool]:
    """Activities that were not cancelled."""
    return and_(col(Activity.status) != ActivityStatus.CANCELLED, activities.visible(caller))


def pledge_counts(caller: Caller) -> ColumnElement[bool]:
    """Pledges that were made and not given up."""
    return and_(
        col(Pledge.status).not_in((PledgeStatus.DRAFT, PledgeStatus.DISCONTINUED)),
        sees(caller, visibility=Pledge.visibility, champion_id=Pledge.champion_id),
    )


def joined_pledge() -> ColumnElement[bool]:
    """Champions that another named in its pledge, and that have confirmed it."""
    return and_(col(PledgingState.pledge_id) == col(Pledge.id), col(PledgingState.voice) == PledgeVoice.CONFIRMED)


def each_of(numbers: Any) -> Any:
    """The numbers of an array as rows beside their own, in the column ``number``."""
    return func.unnest(numbers).table_valued("number").render_derived().lateral()
