"""What the product writes to people about."""

from enum import StrEnum


class LetterKind(StrEnum):
    """What a mail is for."""

    ACCOUNT_INVITATION = "account_invitation"
    CONSULTATION_OPENED = "consultation_opened"
    CONSULTATION_REMINDER = "consultation_reminder"
    PASSWORD_RESET = "password_reset"  # noqa: S105 -- a kind, not a secret
