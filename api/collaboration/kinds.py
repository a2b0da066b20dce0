"""What the finder tells apart."""

from enum import StrEnum


class CoverageBy(StrEnum):
    """What the columns of the coverage matrix are."""

    CHAMPION = "champion"
    REGION = "region"


class SuggestionStanding(StrEnum):
    """How far an objective has come in the Initiative."""

    NOBODY = "nobody"
    """Nobody champions it, and nothing is done for it."""
    CHAMPIONED = "championed"
    """Somebody champions it, and nothing is done for it yet."""
    WORKED_ON = "worked_on"


class Period(StrEnum):
    """How long the bars of a plot over time are."""

    YEAR = "year"
    QUARTER = "quarter"


class NeedKind(StrEnum):
    """Whether a champion looks for something or has it to give."""

    SEEKS = "seeks"
    OFFERS = "offers"


class SuggestionReasonKind(StrEnum):
    """Why two champions could work together. Where reasons weigh alike, the earlier comes first."""

    OVERLAP = "overlap"
    """Both plan much the same: one instead of two?"""
    LEARN_FROM = "learn_from"
    """The other has what one's own champion lacks."""
    SHARE_WITH = "share_with"
    """One's own champion has what the other lacks."""
    OPEN_INVITATION = "open_invitation"
    """An activity of the other that is open for partners."""
    SAME_OBJECTIVE = "same_objective"
    """Both champion the objective, in two regions."""
    SAME_PROCESS = "same_process"
    """Both bring something to a process that lies ahead."""


class Basis(StrEnum):
    """What shows that a champion lacks a practice. Each stands for what weighs less than the one before."""

    NEED = "need"
    PLEDGE = "pledge"
    GAP = "gap"
    """It champions the objective without a practice of its own."""


class WorkKind(StrEnum):
    """The record that a reason points at."""

    PRACTICE = "practice"
    ACTIVITY = "activity"
    PLEDGE = "pledge"
    NEED = "need"
    PROCESS = "process"


class ContactOutcome(StrEnum):
    """What came of a contact."""

    ACTIVITY = "activity"
    TALKING = "talking"
    NOTHING = "nothing"
