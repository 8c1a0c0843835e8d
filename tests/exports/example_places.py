"""An invented register of place plans, with every part of one."""

from dataclasses import replace

from coordinator.domain.papers.imprint import Fact, Label
from coordinator.domain.papers.places import (
    PlaceActionLine,
    PlaceGroupLine,
    PlaceMeasureLine,
    PlacePlanLine,
    PlacePriorityLine,
    PlaceRegister,
)
from tests.exports.example_basics import DAY, imprint


def place_register(plans: int = 2) -> PlaceRegister:
    """Give so many plans; the last has nothing in it."""
    whole = [_plan(at) for at in range(1, plans)]
    return PlaceRegister(
        imprint=imprint("places"),
        plans=(*whole, PlacePlanLine("S26-000", "Tregeagle", "Nothing yet")),
        totals=(Fact("Plans", str(plans)), Fact("Actions open", "7")),
    )


def one_place_plan() -> PlaceRegister:
    """Give one plan alone, with the groups behind it."""
    groups = (
        PlaceGroupLine(
            "Safer Porthkerris",
            "Place group",
            "Meets every month & more <b>",
            "31 March 2027",
            ("Sector Inspector", "Town Clerk, Town council"),
            ("Licensing: vacant since 1 May 2026",),
        ),
        PlaceGroupLine("Lamps"),
    )
    plan = replace(_plan(1), groups=groups)
    return PlaceRegister(imprint("places"), (plan,), (Fact("Open actions", "2"),), is_one=True)


def _plan(at: int) -> PlacePlanLine:
    measure = PlaceMeasureLine(
        title="People who feel safe after dark & <b>",
        baseline="49% in 2017",
        target="60% by 2021",
        latest="52% in 2019",
        source="Residents' survey",
        caveat="Few answered; not to be held against other towns.",
    )
    action = PlaceActionLine(
        number=f"A26-{at:03d}",
        text="Light the steps behind the quay",
        agency="Council",
        due=DAY,
        status=Label("Open"),
        measure="Lamps lit",
    )
    priority = PlacePriorityLine(
        title="The quay after dark",
        why="Most reports come from there",
        agency="Police",
        actions=(action, action),
        measures=(measure,),
    )
    return PlacePlanLine(
        number=f"S26-{at:03d}",
        place="Porthkerris",
        title="Safer evenings <i>",
        group="Group for the town",
        period="1 April 2026 to 31 March 2027",
        status=Label("Agreed"),
        people="fewer than 5 people",
        open_actions=2,
        overdue=1,
        summary="What agencies do together.",
        priorities=(priority, PlacePriorityLine("Another", ended="Ended: done")),
        measures=(measure,),
    )
