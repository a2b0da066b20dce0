"""Who reads a brief and who writes its note, by the clock."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from api.handover.rules import Sitting, may_read, may_write_note

GHANA, PERU, KENYA, CHILE = (uuid4() for _ in range(4))
BEGINS, ENDS = date(2026, 7, 1), date(2027, 1, 1)
HANDED_ON = date(2026, 10, 1)
"""Peru left its seat to Chile on this day."""
TERM = [Sitting(GHANA, BEGINS, ENDS), Sitting(PERU, BEGINS, HANDED_ON), Sitting(CHILE, HANDED_ON, ENDS)]
FOLLOWING = [Sitting(KENYA, ENDS, date(2027, 7, 1))]
A_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("champion", "today", "reads"),
    [
        (GHANA, BEGINS - A_DAY, False),
        (GHANA, BEGINS, True),
        (GHANA, ENDS + timedelta(days=400), True),
        (PERU, HANDED_ON, True),
        (CHILE, HANDED_ON - A_DAY, False),
        (CHILE, HANDED_ON, True),
        (KENYA, ENDS - timedelta(days=31), False),
        (KENYA, ENDS - timedelta(days=30), True),
        (KENYA, ENDS + A_DAY, True),
    ],
)
def test_who_sits_or_sat_reads_and_who_follows_from_thirty_days_before(
    champion: object, today: date, *, reads: bool
) -> None:
    assert may_read(champion, TERM, FOLLOWING, today) is reads  # type: ignore[arg-type]


def test_the_note_is_written_by_who_sits_now() -> None:
    assert may_write_note(GHANA, TERM, BEGINS)
    assert may_write_note(GHANA, TERM, ENDS - A_DAY)
    assert not may_write_note(GHANA, TERM, ENDS)
    assert not may_write_note(PERU, TERM, HANDED_ON)
    assert not may_write_note(KENYA, TERM, ENDS - A_DAY)
