"""Who shares a document how far, and what one may do with it when. Pure."""

from collections.abc import Collection

from api.documents.models import DocumentStatus as S
from api.documents.models import DocumentVisibility
from api.platform.transitions import Party, Transition, verbs_for

CHAIRS = frozenset({Party.CO_CHAIR, Party.SECRETARIAT})

TRANSITIONS: tuple[Transition[S], ...] = (
    Transition(
        verb="withdraw",
        sources=frozenset({S.SHARED}),
        target=S.WITHDRAWN,
        by=CHAIRS | {Party.OWNER},
        summary="Withdraw a document",
        needs_reason=True,
    ),
    Transition(
        verb="restore",
        sources=frozenset({S.WITHDRAWN}),
        target=S.SHARED,
        by=CHAIRS | {Party.OWNER},
        summary="Share a withdrawn document again",
    ),
)


def actions(status: S, parties: Collection[Party], *, is_circulated: bool) -> list[str]:
    """What somebody who is ``parties`` to a document may do with it now.

    Once the agenda is out (``is_circulated``) people have the document: it is withdrawn, with a reason, not deleted.
    """
    if not parties:
        return []
    verbs = ["change"]
    if status is S.SHARED:
        verbs.append("add-file")
    if not is_circulated:
        verbs.append("delete")
    return verbs + verbs_for(TRANSITIONS, status, parties)


def may_share(visibility: DocumentVisibility, parties: Collection[Party]) -> bool:
    """Champions share with members; what goes further is for the co-chairs and the secretariat to say."""
    return visibility is DocumentVisibility.MEMBERS or not CHAIRS.isdisjoint(parties)
