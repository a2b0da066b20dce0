"""The planner's reasons as English sentences. The app tells them in the reader's language, from their codes."""

from api.cochairs.rotation_reasons import Reason, RotationReasonCode
from api.platform.language import Language
from api.vocabularies import catalogue

_SENTENCES = {
    RotationReasonCode.PINNED: "This pair was asked for.",
    RotationReasonCode.NEVER_SERVED: "{champions} has not co-chaired yet.",
    RotationReasonCode.NOT_SERVED_SINCE: "{champions} has not co-chaired since {since}.",
    RotationReasonCode.NEW_ROUND: "{champions} serves again: every other champion that can has had its turn.",
    RotationReasonCode.SERVES_AGAIN_PINNED: "{champions} serves again before others, since this pair was asked for.",
    RotationReasonCode.SERVES_AGAIN_FOR_COMMISSION: "{champions} serves again before others, who are all of the other co-chair's commission.",
    RotationReasonCode.SERVES_AGAIN_FOR_OTHER_PAIR: "{champions} serves again before others, with whom no new pair of two commissions is possible.",
    RotationReasonCode.COMMISSIONS_DIFFER: "{commissions}.",
    RotationReasonCode.SAME_COMMISSION: "Both are of one commission ({commissions}): no pair of two is possible.",
    RotationReasonCode.NOT_PAIRED_BEFORE: "Not paired before.",
    RotationReasonCode.PAIRED_BEFORE: "Paired before, from {since}: no other pair of two commissions is possible.",
    RotationReasonCode.VOLUNTEERS: "{champions} volunteers for the semester{of_processes}.",
    RotationReasonCode.IF_NEEDED: "{champions} would rather serve at another time, and nobody else can.",
    RotationReasonCode.OTHERS_NOT_AVAILABLE: "This semester does not suit {champions}, who waits as long or longer.",
}
_OF_SEVERAL = {
    RotationReasonCode.VOLUNTEERS: "{champions} volunteer for the semester{of_processes}.",
    RotationReasonCode.IF_NEEDED: "{champions} would rather serve at another time, and nobody else can.",
    RotationReasonCode.OTHERS_NOT_AVAILABLE: "This semester does not suit {champions}, who wait as long or longer.",
}


def sentence(reason: Reason, processes: list[str]) -> str:
    """``reason`` in a sentence; ``processes`` are the titles of those in the days of the term."""
    shape = (
        _OF_SEVERAL.get(reason.code, _SENTENCES[reason.code]) if len(reason.champions) > 1 else _SENTENCES[reason.code]
    )
    return shape.format(
        champions=_listed([catalogue.country_name(iso3, Language.ENGLISH) for iso3 in reason.champions]),
        commissions=" with ".join(_commission(key) for key in reason.commissions),
        since=f"{reason.since:%B %Y}" if reason.since else "",
        of_processes=f" of the {_listed(processes)}" if processes else "",
    )


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _commission(key: str) -> str:
    return next(str(term["short"]) for term in catalogue.terms("commissions", Language.ENGLISH) if term["key"] == key)
