"""The fixed vocabularies' keys, as types. Their words are in ``catalogue``."""

from enum import StrEnum


class Commission(StrEnum):
    """The five United Nations regional commissions."""

    ECA = "ECA"
    ECE = "ECE"
    ECLAC = "ECLAC"
    ESCAP = "ESCAP"
    ESCWA = "ESCWA"


class ScopeOfWork(StrEnum):
    """The four areas of the discussion note's "Scope of work"."""

    INFORMATION_SHARING = "information_sharing"
    DIALOGUE = "dialogue"
    LEVERAGING_PROCESSES = "leveraging_processes"
    CAPACITY_BUILDING = "capacity_building"


class ActivityKind(StrEnum):
    """The eight kinds of the discussion note's "Activities"."""

    JOINT_STATEMENTS_EVENTS = "joint_statements_events"
    ENGAGING_MEMBER_STATES = "engaging_member_states"
    CAPACITY_BUILDING_MECHANISM = "capacity_building_mechanism"
    PEER_LEARNING = "peer_learning"
    NETWORK_WORKPLAN_SUPPORT = "network_workplan_support"
    PLEDGES = "pledges"
    WHOLE_OF_SOCIETY = "whole_of_society"
    COMMUNICATION_VISIBILITY = "communication_visibility"


class Format(StrEnum):
    """How people come together."""

    ONLINE = "online"
    IN_PERSON = "in_person"
    HYBRID = "hybrid"
