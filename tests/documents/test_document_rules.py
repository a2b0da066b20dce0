"""Who shares a document how far, and what one may do with it when."""

from api.documents import rules
from api.documents.models import DocumentStatus, DocumentVisibility
from api.platform.transitions import Party


def test_only_the_chairs_share_beyond_members() -> None:
    assert rules.may_share(DocumentVisibility.MEMBERS, {Party.OWNER})
    assert not rules.may_share(DocumentVisibility.OBSERVERS, {Party.OWNER})
    assert rules.may_share(DocumentVisibility.PUBLIC, {Party.CO_CHAIR})


def test_what_was_circulated_is_withdrawn_not_deleted() -> None:
    before = rules.actions(DocumentStatus.SHARED, {Party.OWNER}, is_circulated=False)
    after = rules.actions(DocumentStatus.SHARED, {Party.OWNER}, is_circulated=True)

    assert before == ["change", "add-file", "delete", "withdraw"]
    assert after == ["change", "add-file", "withdraw"]
    assert rules.actions(DocumentStatus.WITHDRAWN, {Party.SECRETARIAT}, is_circulated=True) == ["change", "restore"]
    assert rules.actions(DocumentStatus.SHARED, set(), is_circulated=False) == []
