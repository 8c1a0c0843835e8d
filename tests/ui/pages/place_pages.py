"""Place plans with one under way and a group, and the form with a name in it."""

from collections.abc import Iterator
from datetime import time, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.meetings.series import Appointment, schedule_meeting
from coordinator.casework.places.actions import agree_place_action
from coordinator.casework.places.groups import found_place_group
from coordinator.casework.places.measures import add_place_measure, record_place_reading
from coordinator.casework.places.plans import (
    add_place_priority,
    agree_place_plan,
    draft_place_plan,
)
from coordinator.casework.places.reading import find_place_plans
from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.lists.panel import Feature
from coordinator.domain.lists.places import GroupKind
from coordinator.domain.places.rules import (
    NewGroup,
    NewMeasure,
    NewPlaceAction,
    NewPlacePlan,
    NewPriority,
    NewReading,
)
from coordinator.domain.states import PlacePlanStatus
from coordinator.ui.places.every import MeetingPlace
from coordinator.ui.places.place_plans import PlacePlansPlace
from coordinator.ui.screens.places.deeds import Deed
from coordinator.ui.screens.places.view import PlacesView
from tests.switched import switch_on
from tests.ui.driving import Shown, at_place, shown_widget
from tests.ui.panels import MadeUp


def every_place_of_plans(panel: MadeUp) -> Iterator[Shown]:
    """Give each by name."""
    yield Shown("places", partial(_places, panel))
    yield Shown("place-form", partial(_form, panel))
    yield Shown("place-meeting", partial(_meeting, panel))


def _places(panel: MadeUp) -> QWidget:
    _plan_something(panel.sitting.writing)
    return at_place(panel, PlacePlansPlace())


def _meeting(panel: MadeUp) -> QWidget:
    desk = panel.sitting.writing
    _plan_something(desk)
    when = Appointment(desk.today() + timedelta(days=28), time(14), 120, "Town hall")
    meeting = schedule_meeting(desk, MeetingType.PLACE, when).result
    write_agenda(desk, meeting)
    return at_place(panel, MeetingPlace(meeting))


def _form(panel: MadeUp) -> QWidget:
    window = at_place(panel, PlacePlansPlace())
    window.resize(1024, 700)
    page = shown_widget(window)
    assert isinstance(page, PlacesView)
    page.deed_asked.emit(Deed.DRAFT, None)
    page.warn({"title": "“Kezia”: the name of somebody on file."})
    sheet = page.sheets.shown
    assert sheet is not None
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def _plan_something(desk: Desk) -> None:
    """Write a plan for a town that goes on, once; those of the demo may be over."""
    if any(one.status is not PlacePlanStatus.ENDED for one in find_place_plans(desk)):
        return
    switch_on(desk, Feature.PLACES)
    today = desk.today()
    group = found_place_group(
        desk, NewGroup("Safer Towns: Bodmin", GroupKind.PLACE, "Bodmin"), nobody_is_meant=True
    ).result
    plan = draft_place_plan(
        desk,
        NewPlacePlan(
            "Bodmin",
            "Calm evenings in the town centre",
            today - timedelta(days=120),
            today + timedelta(days=245),
            group,
            "What residents and traders asked for at the spring meeting.",
        ),
        nobody_is_meant=True,
    ).result
    priority = add_place_priority(
        desk, plan, NewPriority("Street drinking by the bus stops", "Named most by residents.")
    ).result
    owner = read_directory(desk).professionals[0].id
    agree_place_action(
        desk,
        priority,
        NewPlaceAction(
            "Open the drop-in two evenings a week",
            "Open on 20 of 24 evenings",
            owner,
            today + timedelta(days=21),
        ),
        nobody_is_meant=True,
    )
    _measure_something(desk, plan)
    row = next(one for one in find_place_plans(desk) if one.id == plan)
    agree_place_plan(desk, plan, seen=row.revision)


def _measure_something(desk: Desk, plan: UUID) -> None:
    today = desk.today()
    measure = add_place_measure(
        desk,
        plan,
        NewMeasure(
            "Residents who feel safe outside after dark",
            "Residents' survey, question four",
            baseline="49%",
            baseline_on=today - timedelta(days=300),
            target="60%",
            target_on=today + timedelta(days=245),
            caveat="A small survey, not weighted by age.",
        ),
        nobody_is_meant=True,
    ).result
    record_place_reading(desk, measure, NewReading("52%"))
