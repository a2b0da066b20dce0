"""Who sees what, as SQL: what one may not see is in no list, no count, no search and no export."""

from typing import Any

from sqlalchemy import ColumnElement, Uuid, and_, bindparam, false, or_, true
from sqlmodel import col

from api.access.caller import Caller
from api.platform.records import Visibility

OWN_CHAMPION = "own_champion_id"
"""The bind parameter of the caller's own champion, for statements that are prepared once for all callers alike."""


def sees(caller: Caller, *, visibility: Any, champion_id: Any) -> ColumnElement[bool]:
    """``public`` for all, ``members`` for members, ``private`` for the record's own champion and the secretariat."""
    if caller.is_secretariat:
        return true()
    if not caller.is_member:
        return col(visibility) == Visibility.PUBLIC
    return or_(col(visibility) != Visibility.PRIVATE, owns(caller, champion_id))


def owns(caller: Caller, champion_id: Any) -> ColumnElement[bool]:
    """Rows of the caller's own champion."""
    if caller.champion_id is None:
        return false()
    return col(champion_id) == bindparam(OWN_CHAMPION, caller.champion_id, type_=Uuid())


def sees_where_shared(caller: Caller, *, is_shared_with_observers: Any) -> ColumnElement[bool]:
    """Members' material: all of it for members, what is shared for observers, none for the public."""
    if caller.is_member:
        return true()
    return and_(col(is_shared_with_observers), true()) if caller.is_observer else false()
