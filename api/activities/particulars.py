"""The few fields that each of the discussion note's eight kinds asks for beside those of all activities.

``OF_KIND`` is the one place that says which kind asks for what: requests, answers and the form follow it.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from api.platform.schemas import RequestBody
from api.platform.texts import ShortText
from api.vocabularies.models import ActivityKind as K
from api.vocabularies.types import Iso3, no_repeats


class Mechanism(StrEnum):
    """The parts of the GCM's capacity-building mechanism (A/RES/73/195, para. 43)."""

    MIGRATION_MPTF = "migration_mptf"
    MIGRATION_NETWORK_HUB = "migration_network_hub"


class Stage(StrEnum):
    """What the Network's guidance or tool is going through."""

    DEVELOPMENT = "development"
    CONSULTATION = "consultation"
    TESTING = "testing"
    TRANSLATION = "translation"
    ROLLOUT = "rollout"


class Channel(StrEnum):
    """By which the Champions are seen and heard."""

    PRESS = "press"
    SOCIAL_MEDIA = "social_media"
    WEBSITE = "website"
    FILM = "film"
    EXHIBITION = "exhibition"


OF_KIND: dict[K, tuple[str, ...]] = {
    K.JOINT_STATEMENTS_EVENTS: ("event",),
    K.ENGAGING_MEMBER_STATES: ("invited_states",),
    K.CAPACITY_BUILDING_MECHANISM: ("mechanism", "contribution"),
    K.PEER_LEARNING: ("seeks", "offers"),
    K.NETWORK_WORKPLAN_SUPPORT: ("guidance", "stage"),
    K.PLEDGES: ("event", "pledges_sought"),
    K.WHOLE_OF_SOCIETY: ("how_engaged", "accessibility"),
    K.COMMUNICATION_VISIBILITY: ("channels", "hashtag"),
}


class Particulars(RequestBody):
    """All of them; each kind asks for the few that ``particular_fields`` names."""

    event: ShortText = Field(default="", description="At or beside which event.", examples=["HLPF 2027"])
    invited_states: Annotated[list[Iso3], Field(max_length=193), AfterValidator(no_repeats)] = Field(
        default_factory=list, description="States that it reaches out to.", examples=[["FRA"]]
    )
    mechanism: Mechanism | None = Field(
        default=None, description="Which part of the capacity-building mechanism.", examples=["migration_mptf"]
    )
    contribution: ShortText = Field(
        default="", description="What is given, hosted or proposed.", examples=["A joint appeal"]
    )
    seeks: ShortText = Field(default="", description="What one wants to learn.", examples=["Privacy in small samples"])
    offers: ShortText = Field(default="", description="What one can teach.", examples=["A register of consulates"])
    guidance: ShortText = Field(default="", description="Which guidance or tool.", examples=["Implementation handbook"])
    stage: Stage | None = Field(default=None, description="What the guidance is going through.", examples=["testing"])
    pledges_sought: Annotated[int, Field(ge=1, le=1000)] | None = Field(
        default=None, description="How many pledges are hoped for.", examples=[5]
    )
    how_engaged: ShortText = Field(default="", description="What part stakeholders take.", examples=["They open it"])
    accessibility: ShortText = Field(
        default="", description="How migrants themselves can take part.", examples=["Interpretation, travel paid"]
    )
    channels: Annotated[list[Channel], Field(max_length=5), AfterValidator(no_repeats)] = Field(
        default_factory=list, description="Where the Champions are seen and heard.", examples=[["press"]]
    )
    hashtag: Annotated[ShortText, Field(max_length=60)] = Field(
        default="", description="Under which word it is found.", examples=["#ForMigration"]
    )


def shown(kind: K, kept: Mapping[str, Any]) -> Particulars:
    """What ``kind`` asks for, of all that was ever written."""
    return Particulars.model_validate({name: kept[name] for name in OF_KIND[kind] if name in kept})


def written(kind: K, kept: Mapping[str, Any], given: Particulars) -> dict[str, Any]:
    """``kept`` with what is ``given``: words for another kind stay until it is of that kind, so that a change of kind and
    back loses nothing, and only what ``kind`` asks for can be emptied.
    """
    said = given.model_dump(mode="json", exclude_unset=True)
    empty = given.model_dump(mode="json", exclude_unset=True, include=set(OF_KIND[kind]))
    spoken = {name: value for name, value in said.items() if value}
    return {**kept, **spoken, **empty}
