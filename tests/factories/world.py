"""The smallest Initiative in which every role exists."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from api.access import tokens
from api.champions.models import Champion
from api.cochairs.models import CoChairTerm
from api.identity.models import Person, Standing
from api.vocabularies.catalogue import countries
from api.vocabularies.models import Commission
from tests.factories.cochairs import make_term

_REVIEW_REGIONS = {
    "MAR": Commission.ESCWA,
    "SLV": Commission.ECLAC,
    "KEN": Commission.ECA,
    "PRT": Commission.ECE,
    "BGD": Commission.ESCAP,
    "LUX": Commission.ECE,
}


@dataclass
class World:
    """Six champions: KEN and PRT co-chaired until June, MAR and SLV do now, BGD and LUX will within 30 days.

    Each has a lead focal point, ``world.headers["mar"]``; MAR also has an ordinary one, ``"mar_colleague"``. Beside
    them ``"secretariat"``, ``"observer"`` and ``"nobody"`` (no headers).
    """

    session: AsyncSession
    secret: str
    champions: dict[str, Champion] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    terms: dict[str, CoChairTerm] = field(default_factory=dict)

    @classmethod
    async def make(cls, session: AsyncSession, *, secret: str) -> "World":
        world = cls(session, secret)
        for iso3, commission in _REVIEW_REGIONS.items():
            state = countries()[iso3]
            world.champions[iso3] = Champion(
                iso3=iso3,
                region_m49=state["region_m49"],
                subregion_m49=state["subregion_m49"],
                review_region=commission,
                commissions=[commission],
            )
        session.add_all(world.champions.values())
        await session.flush()
        world._staff()
        session.add_all(world.people.values())
        await world._seat_the_pairs()
        return world

    def _staff(self) -> None:
        self.people["secretariat"] = Person(
            email="officer@example.org", name="Secretariat officer", standing=Standing.SECRETARIAT
        )
        self.people["observer"] = Person(email="observer@example.org", name="Observer", standing=Standing.OBSERVER)
        for iso3, champion in self.champions.items():
            self.people[iso3.lower()] = Person(
                email=f"{iso3.lower()}@example.org",
                name=f"Focal point of {iso3}",
                standing=Standing.FOCAL_POINT,
                champion_id=champion.id,
                is_lead=True,
            )
        self.people["mar_colleague"] = Person(
            email="mar.colleague@example.org",
            name="Colleague of MAR",
            standing=Standing.FOCAL_POINT,
            champion_id=self.champions["MAR"].id,
        )

    async def _seat_the_pairs(self) -> None:
        spans = {
            "past": (date(2026, 1, 1), date(2026, 6, 23), "KEN", "PRT"),
            "current": (date(2026, 6, 23), date(2026, 12, 23), "MAR", "SLV"),
            "incoming": (date(2026, 12, 23), date(2027, 6, 23), "BGD", "LUX"),
        }
        for name, (starts_on, ends_on, first, second) in spans.items():
            self.terms[name] = await make_term(
                self.session,
                self.champions[first],
                self.champions[second],
                starts_on=starts_on,
                ends_on=ends_on,
                length_reason="Began late." if name == "past" else "",
            )

    def person_id(self, who: str) -> UUID:
        return self.people[who].id

    def headers(self, who: str) -> dict[str, str]:
        """The headers of somebody who is signed in; none for ``nobody``."""
        if who == "nobody":
            return {}
        return {"Authorization": f"Bearer {tokens.issue(self.people[who].id, secret=self.secret, minutes=15)}"}
