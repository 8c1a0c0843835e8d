"""Differences between two states of a plan: none for equals, all of them told, both ways alike."""

from dataclasses import fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from hypothesis import given

from coordinator.domain.plans.differences import Difference, How, Part, differences
from coordinator.domain.plans.rules import SECTIONS
from coordinator.domain.plans.snapshots import ActionLine, GoalLine, LeadLine, OfferLine, Snapshot
from coordinator.domain.states import ActionStatus, GoalStatus, OfferStatus
from coordinator.wording.differences import difference_words, summary
from tests.domain.plan_examples import SNAPSHOTS

EMPTY = Snapshot(text=dict.fromkeys(SECTIONS, ""))
ONE, TWO, THREE = (UUID(int=number) for number in (1, 2, 3))
OTHER_WAY = {How.ADDED: How.REMOVED, How.REMOVED: How.ADDED, How.CHANGED: How.CHANGED}


@given(SNAPSHOTS)
def test_a_plan_does_not_differ_from_itself(plan: Snapshot) -> None:
    assert differences(plan, plan) == ()
    assert summary(()) == "no changes"


@given(SNAPSHOTS, SNAPSHOTS)
def test_the_other_way_round_coming_is_going(one: Snapshot, other: Snapshot) -> None:
    def told(found: tuple[Difference, ...]) -> set[tuple[Any, ...]]:
        return {(d.part, d.how, d.id, d.fields, repr(d.before), repr(d.after)) for d in found}

    there, back = differences(one, other), differences(other, one)
    turned = {
        (part, OTHER_WAY[how], key, fields, after, before)
        for part, how, key, fields, before, after in told(back)
    }
    assert told(there) == turned


@given(SNAPSHOTS, SNAPSHOTS)
def test_nothing_that_differs_goes_untold(one: Snapshot, other: Snapshot) -> None:
    """Put what is told into the first plan, and it says what the second one says."""
    found = differences(one, other)
    for part, name in ((Part.GOAL, "goals"), (Part.ACTION, "actions"), (Part.OFFER, "offers"),
                       (Part.RISK, "risks"), (Part.STRENGTH, "strengths")):  # fmt: skip
        lines = {line.id: line for line in getattr(one, name)}
        wanted = {line.id: line for line in getattr(other, name)}
        for told in (d for d in found if d.part is part):
            assert told.id is not None
            if told.how is How.CHANGED:
                lines[told.id] = replace(lines[told.id], **told.after)
            elif told.how is How.REMOVED:
                del lines[told.id]
            else:
                lines[told.id] = wanted[told.id]
        assert {key: shown(line) for key, line in lines.items()} == {
            key: shown(line) for key, line in wanted.items()
        }
    texts = dict(one.text)
    for told in (d for d in found if d.part is Part.TEXT):
        texts.update(told.after)
    assert texts == other.text


def shown(line: Any) -> Any:
    """Leave out what a reader never sees change."""
    unseen = {"sensitivity", "number"} & {field.name for field in fields(line)}
    return replace(line, **dict.fromkeys(unseen, ""))


@given(SNAPSHOTS, SNAPSHOTS)
def test_every_difference_has_words(one: Snapshot, other: Snapshot) -> None:
    found = differences(one, other)
    words = difference_words(found)
    assert bool(words) == bool(found)
    assert all(words)


def goal(key: UUID, words: str = "A room", **more: object) -> GoalLine:
    return GoalLine(key, words, **more)  # type: ignore[arg-type]


def action(key: UUID, **more: object) -> ActionLine:
    number = f"M26-047/{key.int}"
    return ActionLine(key, number, "Ring", owner="Kasia Dębska", **more)  # type: ignore[arg-type]


def said(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    return difference_words(differences(before, after))


def test_the_words_of_the_panel() -> None:
    before = replace(EMPTY, goals=(goal(ONE), goal(TWO)))
    after = replace(
        EMPTY,
        goals=(goal(ONE, "A flat"), goal(TWO)),
        actions=(action(ONE), action(TWO)),
    )
    assert summary(differences(before, after)) == "goal 1 reworded, 2 actions added"
    assert summary(differences(after, before)) == "goal 1 reworded, 2 actions no longer open"


def test_what_became_of_goals_actions_and_offers_is_named() -> None:
    day = date(2027, 1, 31)
    before = replace(
        EMPTY,
        goals=(goal(ONE), goal(TWO), goal(THREE)),
        actions=(action(ONE), action(TWO), action(THREE, status=ActionStatus.DONE)),
        offers=(OfferLine(ONE, "Kerrow Homes", "A room"), OfferLine(TWO, "Police", "Time")),
    )
    after = replace(
        EMPTY,
        goals=(
            goal(ONE, status=GoalStatus.ACHIEVED),
            goal(TWO, target_on=day),
            goal(THREE, measure="A key"),
        ),
        actions=(
            action(ONE, status=ActionStatus.COULD_NOT),
            replace(action(TWO, due_on=day), owner="Dylan Ashdown"),
            action(THREE),
        ),
        offers=(
            OfferLine(ONE, "Kerrow Homes", "A room", status=OfferStatus.DELIVERED),
            OfferLine(TWO, "Police", "More time"),
        ),
    )
    assert said(before, after) == (
        "goal 1: achieved",
        "goal 2 now by 31 January 2027",
        "goal 3 changed",
        "action M26-047/1: could not be done",
        "action M26-047/2: now with Dylan Ashdown; now due 31 January 2027",
        "action M26-047/3: opened again",
        "offer of Kerrow Homes: delivered",
        "offer of Police changed",
    )


def test_texts_lead_and_order_are_named() -> None:
    kasia, dylan = LeadLine(ONE, "Kasia Dębska"), LeadLine(TWO, "Dylan Ashdown")
    before = replace(
        EMPTY,
        text=EMPTY.text | {"unknowns": "Where he sleeps", "formulation": "No rest"},  # type: ignore[operator]  # a dict
        lead=kasia,
        goals=(goal(ONE), goal(TWO)),
    )
    after = replace(
        EMPTY,
        text=EMPTY.text | {"what_matters": "My dog", "formulation": "No home"},  # type: ignore[operator]  # a dict
        lead=dylan,
        goals=(goal(THREE), goal(TWO), goal(ONE)),
    )
    assert said(before, after) == (
        "“What matters to me” written",
        "“What is going on and why” reworded",
        "“What we do not know” emptied",
        "lead professional changed from Kasia Dębska to Dylan Ashdown",
        "1 goal added",
        "goals in another order",
    )
    assert said(replace(EMPTY, lead=kasia), EMPTY) == ("lead professional to agree",)
    assert said(EMPTY, replace(EMPTY, lead=kasia)) == ("Kasia Dębska became lead professional",)


def test_a_goal_that_comes_between_does_not_reorder_the_others() -> None:
    before = replace(EMPTY, goals=(goal(ONE), goal(TWO)))
    after = replace(EMPTY, goals=(goal(ONE), goal(THREE), goal(TWO)))
    (told,) = differences(before, after)
    assert (told.part, told.how, told.place) == (Part.GOAL, How.ADDED, 2)
