"""Times as people read them off a clock on a wall, and the instants that they mean."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from api.platform.problems import InvalidInput


def instant_of(moment: datetime, zone: str | None, *, pointer: str) -> datetime:
    """The instant in UTC that ``moment`` means: as it is with an offset, without one on the clocks of ``zone``.

    Nothing is moved behind anybody's back: a time that the clocks skip in spring, and one that they show twice in
    autumn, raise ``InvalidInput`` at ``pointer``, with the two times or offsets from which to choose; so does one without
    an offset where nobody named a zone.
    """
    if moment.tzinfo is not None:
        return moment.astimezone(UTC)
    if zone is None:
        raise InvalidInput.at(
            pointer, "Say on whose clocks: add the offset from UTC, or name the time zone.", code="zone_missing"
        )
    clocks = ZoneInfo(zone)
    # PEP 495: without a change both folds are one instant; within a gap the first fold is the later of the two
    first, second = (moment.replace(tzinfo=clocks, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first == second:
        return first
    day, time = f"{moment:%Y-%m-%d}", f"{moment:%H:%M}"
    if first > second:
        before, after = (f"{instant.astimezone(clocks):%Y-%m-%dT%H:%M}" for instant in (second, first))
        raise InvalidInput.at(
            pointer,
            f"The clocks of {zone} go forward on {day} and never show {time}. Use {before} or {after}.",
            code="skipped_local_time",
        )
    earlier, later = (instant.astimezone(clocks).isoformat(timespec="minutes") for instant in (first, second))
    raise InvalidInput.at(
        pointer,
        f"The clocks of {zone} go back on {day} and show {time} twice. Say which one: {earlier} or {later}.",
        code="doubled_local_time",
    )
