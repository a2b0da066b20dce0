"""State machines as tables: data from which services, ``actions`` and the docs' diagrams all come."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar


class Party(StrEnum):
    """What a caller is to one record, at the moment of the request."""

    OWNER = "owner"
    """Speaks for the champion that the record belongs to."""
    CO_CHAIR = "co_chair"
    SECRETARIAT = "secretariat"


State = TypeVar("State", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Transition(Generic[State]):
    """``verb`` takes a record from any of ``sources`` to ``target``.

    ``shortcuts`` are states from which the entitled may skip the steps between, with the reason recorded:
    the Initiative prizes flexibility. ``needs_reason`` asks for the reason from everywhere.
    """

    verb: str
    sources: frozenset[State]
    target: State
    by: frozenset[Party]
    summary: str
    shortcuts: frozenset[State] = frozenset()
    needs_reason: bool = False

    def starts_from(self, state: State) -> bool:
        """Whether the verb may be said in ``state`` at all."""
        return state in self.sources or state in self.shortcuts

    def operation_id(self, record: str) -> str:
        """``submitPractice`` for ``submit`` of a ``Practice``; ``startPracticeReview`` for ``start-review``."""
        first, *others = self.verb.split("-")
        return first + record + "".join(word.capitalize() for word in others)

    @property
    def story(self) -> str:
        """The transition in a sentence, for the API's description."""
        told = f"From {_listed(self.sources)} to `{self.target}`, by {_listed(self.by)}."
        if self.shortcuts:
            told += f" Also from {_listed(self.shortcuts)}, with the reason recorded."
        if self.needs_reason:
            told += " Asks for a reason."
        return told

    def asks_reason_in(self, state: State) -> bool:
        """Whether the reason must be given when the record is in ``state``."""
        return self.needs_reason or state in self.shortcuts


def verbs_for(transitions: Iterable[Transition[State]], state: State, parties: Collection[Party]) -> list[str]:
    """The verbs that somebody who is ``parties`` to a record in ``state`` may say now, in the table's order."""
    return [t.verb for t in transitions if t.starts_from(state) and not t.by.isdisjoint(parties)]


def asking_reason(transitions: Iterable[Transition[State]], state: State, verbs: Collection[str]) -> list[str]:
    """Those of ``verbs`` that ask for the reason when the record is in ``state``."""
    return [t.verb for t in transitions if t.verb in verbs and t.asks_reason_in(state)]


def _listed(names: Iterable[StrEnum]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))
