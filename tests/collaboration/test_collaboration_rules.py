"""The finder's rules on a made case whose right answer is known, and what must hold for any."""

import random
from datetime import date
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.collaboration import rules
from api.collaboration.kinds import Basis, SuggestionReasonKind, SuggestionStanding, WorkKind
from api.collaboration.rules import Planned, Profile, Work

_SPACE = UUID(int=7)


def work(kind: WorkKind, title: str) -> Work:
    return Work(kind, uuid5(_SPACE, title), title)


def planned(title: str, lead: str, *objectives: int, **more: object) -> Planned:
    values: dict[str, object] = {
        "kind": "peer_learning",
        "champions": frozenset({lead}),
        "starts_on": date(2027, 3, 1),
        "ends_on": None,
        "stems": frozenset(title.lower().split()),
    }
    return Planned(
        work=work(WorkKind.ACTIVITY, title),
        objectives=frozenset(objectives),
        **values | more,  # type: ignore[arg-type]
    )


FORUM = work(WorkKind.PROCESS, "Forum")
KENYA = Profile(
    "KEN",
    "002",
    objectives=frozenset({1, 4}),
    pledges={4: work(WorkKind.PLEDGE, "Register every birth")},
    seeks={1: work(WorkKind.NEED, "Somebody who counts")},
    led=(planned("Webinar on skills passports", "KEN", 18),),
    processes={FORUM.id: FORUM},
)
ECUADOR = Profile(
    "ECU",
    "019",
    objectives=frozenset({4}),
    practices={4: work(WorkKind.PRACTICE, "Birth registration on the road")},
    led=(planned("Data week", "ECU", 1, is_open_for_partners=True, starts_on=date(2027, 9, 1)),),
)
PORTUGAL = Profile("PRT", "150", led=(planned("Skills passports webinar", "PRT", 18, starts_on=date(2027, 3, 20)),))
BANGLADESH = Profile("BGD", "142", practices={1: work(WorkKind.PRACTICE, "A census of migrants")})
GHANA = Profile("GHA", "002", objectives=frozenset({4}), processes={FORUM.id: FORUM})
CHAD = Profile("TCD", "002", objectives=frozenset({2}))
EVERYBODY = [KENYA, ECUADOR, PORTUGAL, BANGLADESH, GHANA, CHAD]


def test_the_made_case_has_its_known_answer() -> None:
    suggested = rules.suggest(KENYA, EVERYBODY)

    told = {
        found.iso3: (found.score, [(reason.kind, reason.objective, reason.basis) for reason in found.reasons])
        for found in suggested
    }
    assert list(told) == ["ECU", "PRT", "BGD", "GHA"]
    assert told["ECU"] == (
        5 + 4 + 2,
        [
            (SuggestionReasonKind.LEARN_FROM, 4, Basis.PLEDGE),
            (SuggestionReasonKind.OPEN_INVITATION, 1, None),
            (SuggestionReasonKind.SAME_OBJECTIVE, 4, None),
        ],
    )
    assert told["PRT"] == (5 + 2 + 1, [(SuggestionReasonKind.OVERLAP, 18, None)])
    assert told["BGD"] == (6, [(SuggestionReasonKind.LEARN_FROM, 1, Basis.NEED)])
    assert told["GHA"] == (1, [(SuggestionReasonKind.SAME_PROCESS, None, None)])


def test_the_other_side_sees_the_same_reason_from_its_own() -> None:
    ecuador = rules.suggest(ECUADOR, EVERYBODY)[0]

    assert ecuador.iso3 == "KEN"
    assert [(reason.kind, reason.basis) for reason in ecuador.reasons] == [
        (SuggestionReasonKind.SHARE_WITH, Basis.PLEDGE),
        (SuggestionReasonKind.SAME_OBJECTIVE, None),
    ]
    shared = ecuador.reasons[0]
    assert (shared.own, shared.theirs) == (ECUADOR.practices[4], KENYA.pledges[4])


@pytest.mark.parametrize(
    ("theirs", "overlaps"),
    [
        ({"starts_on": date(2027, 4, 1)}, True),
        ({"starts_on": date(2027, 4, 2)}, False),
        ({"starts_on": None}, False),
        ({"objectives": frozenset({3})}, False),
        ({"champions": frozenset({"PRT", "KEN"})}, False),
        ({"kind": "pledges", "stems": frozenset({"something", "else"})}, False),
        ({"kind": "pledges"}, True),
    ],
)
def test_activities_overlap_by_objective_day_and_kind_or_words(theirs: dict[str, object], overlaps: bool) -> None:
    values = {"objectives": frozenset({18})} | theirs
    objectives = values.pop("objectives")
    activity = planned("Skills passports webinar", "PRT", *objectives, **values)  # type: ignore[misc]

    found = rules.suggest(KENYA, [Profile("PRT", "150", led=(activity,))])

    assert bool(found) is overlaps


def test_three_reasons_of_a_kind_count_and_the_rest_are_told() -> None:
    objectives = frozenset(range(1, 11))
    [found] = rules.suggest(
        Profile("KEN", "002", objectives=objectives), [Profile("ECU", "019", objectives=objectives)]
    )

    assert (len(found.reasons), found.score) == (10, 3 * 2)


def test_a_champion_with_a_practice_lacks_none_unless_it_says_so() -> None:
    practice, need = work(WorkKind.PRACTICE, "A practice"), work(WorkKind.NEED, "A need")

    assert Profile("KEN", "002", objectives=frozenset({4}), practices={4: practice}).lacks(4) is None
    assert Profile("KEN", "002", practices={4: practice}, seeks={4: need}).lacks(4) == (Basis.NEED, need)
    assert Profile("KEN", "002", objectives=frozenset({4})).lacks(4) == (Basis.GAP, None)
    assert Profile("KEN", "002").lacks(4) is None


def test_what_is_new_is_what_was_not_known() -> None:
    [found] = rules.suggest(KENYA, [ECUADOR])
    known = [reason.key for reason in found.reasons]

    assert found.news(known) == ()
    assert found.news(known[1:]) == (known[0],)


@pytest.mark.parametrize(
    ("counts", "standing", "depth"),
    [
        ((0, 0, 0, 0), SuggestionStanding.NOBODY, 0),
        ((1, 0, 0, 0), SuggestionStanding.CHAMPIONED, 1),
        ((0, 0, 1, 0), SuggestionStanding.WORKED_ON, 2),
        ((0, 0, 0, 1), SuggestionStanding.WORKED_ON, 2),
        ((0, 1, 0, 0), SuggestionStanding.WORKED_ON, 3),
    ],
)
def test_how_far_an_objective_has_come(counts: tuple[int, ...], standing: SuggestionStanding, depth: int) -> None:
    told = dict(zip(("champions", "practices", "activities", "pledges"), counts, strict=True))

    assert rules.standing(**told) is standing
    assert rules.depth(**told) == depth


_objectives = st.frozensets(st.integers(1, 5), max_size=3)
_REGIONS = ("002", "019", "150")


@st.composite
def profiles(draw: st.DrawFn) -> list[Profile]:
    """A few champions with something of everything."""

    def shown(iso3: str, kind: WorkKind) -> dict[int, Work]:
        return {number: work(kind, f"{kind} {iso3} {number}") for number in draw(_objectives)}

    def led(iso3: str) -> tuple[Planned, ...]:
        objectives = draw(_objectives)
        if not objectives:
            return ()
        return (planned(f"Activity of {iso3}", iso3, *objectives, is_open_for_partners=draw(st.booleans())),)

    return [
        Profile(
            iso3,
            draw(st.sampled_from(_REGIONS)),
            objectives=draw(_objectives),
            practices=shown(iso3, WorkKind.PRACTICE),
            pledges=shown(iso3, WorkKind.PLEDGE),
            seeks=shown(iso3, WorkKind.NEED),
            led=led(iso3),
            processes={FORUM.id: FORUM} if draw(st.booleans()) else {},
        )
        for iso3 in ("BGD", "CAN", "ECU", "GHA", "KEN")
    ]


@given(profiles(), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_reading(found: list[Profile], chance: random.Random) -> None:
    own, *others = found
    again = others.copy()
    chance.shuffle(again)

    suggested = rules.suggest(own, others)

    assert rules.suggest(own, again) == suggested
    ranks = [(-each.score, -len({reason.kind for reason in each.reasons}), each.iso3) for each in suggested]
    assert ranks == sorted(ranks)
    assert own.iso3 not in {each.iso3 for each in suggested}


@given(profiles())
def test_whoever_could_learn_is_told_to_the_one_that_could_share(found: list[Profile]) -> None:
    own, *others = found
    mirrored = {
        SuggestionReasonKind.LEARN_FROM: SuggestionReasonKind.SHARE_WITH,
        SuggestionReasonKind.SHARE_WITH: SuggestionReasonKind.LEARN_FROM,
    }
    for suggestion in rules.suggest(own, others):
        other = next(profile for profile in others if profile.iso3 == suggestion.iso3)
        back = {
            (reason.kind, reason.objective, reason.weight)
            for each in rules.suggest(other, [own])
            for reason in each.reasons
        }
        for reason in suggestion.reasons:
            if reason.kind in mirrored:
                assert (mirrored[reason.kind], reason.objective, reason.weight) in back
