"""The reasons of a draft as English sentences. The app tells them in the reader's language, from their codes."""

from api.meetings.drafting_rules import Reason, Why
from api.platform.language import Language
from api.vocabularies.catalogue import country_name

_SENTENCES = {
    Why.OPENS_THE_MEETING: "Opens every meeting.",
    Why.ADOPTS_THE_AGENDA: "A meeting adopts its agenda first.",
    Why.NOT_REACHED: "Not reached at “{meeting}” on {day}.",
    Why.NOT_MARKED: "Nobody noted whether “{meeting}” on {day} came to it.",
    Why.MEETING_CANCELLED: "“{meeting}” on {day} was cancelled before it came to it.",
    Why.ACTION_ITEMS_DUE: "{count} {actions} due by the day of the meeting, {late} already late.",
    Why.WORKPLAN_ITEMS_DUE: "{count} {items} due by the day of the meeting, {late} already late.",
    Why.SUPPORTED: "Matters to {champions}.",
    Why.PROPOSED: "Proposed by {champions}.",
    Why.PROPOSED_BY_CHAIRS: "Proposed by the co-chairs.",
    Why.ENDS_THE_MEETING: "Leaves room for what nobody foresaw.",
    Why.SETS_THE_NEXT_MEETING: "Every meeting ends with the date of the next.",
}


def sentence(reason: Reason) -> str:
    """``reason`` in a sentence."""
    day = reason.meeting_starts_at
    names = [country_name(iso3, Language.ENGLISH) for iso3 in reason.champions]
    *others, last = names or [""]
    return _SENTENCES[reason.code].format(
        meeting=reason.meeting_title,
        day=f"{day.day} {day:%B %Y}" if day else "",
        count=reason.count,
        late=reason.late_count,
        actions="action item is" if reason.count == 1 else "action items are",
        items="workplan item is" if reason.count == 1 else "workplan items are",
        champions=f"{', '.join(others)} and {last}" if others else last,
    )
