"""The forms of Meetings: a series, a single meeting, and how both are changed."""

from datetime import date, time

from PySide6.QtWidgets import QWidget

from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.meeting_views import SeriesRow
from coordinator.domain.series import LONGEST_MEETING
from coordinator.ui.kit.asking import Ask, clock, day, number, picker, reason
from coordinator.ui.kit.forms import Field, line
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_TEN, _USUAL_MINUTES = time(10, 0), 90


def series_form(parent: QWidget, today: date) -> Ask:
    """Make the form for a new series."""
    rhythm = picker([(_("Every week"), 1), (_("Every two weeks"), 2), (_("Every four weeks"), 4)])
    fields = {
        "name": Field(_("Name of the series"), line(placeholder=_("Thursday panel"))),
        "on": Field(_("First meeting"), day(today)),
        "every_weeks": Field(_("How often"), rhythm),
        **_when_fields(),
        "meeting_type": Field(_("Kind of meeting"), _types()),
    }
    return Ask(parent, _("Start a series"), fields, _("Start"))


def single_form(parent: QWidget, today: date) -> Ask:
    """Make the form for a meeting outside any series."""
    fields = {
        "meeting_type": Field(_("Kind of meeting"), _types(MeetingType.PROFESSIONALS)),
        "on": Field(_("Day"), day(today)),
        **_when_fields(),
    }
    return Ask(parent, _("A single meeting"), fields, _("Put it in the calendar"))


def change_form(parent: QWidget, series: SeriesRow) -> Ask:
    """Make the form for what may change in a series."""
    place = line()
    place.setText(series.place)
    name = line()
    name.setText(series.name)
    fields = {
        "name": Field(_("Name of the series"), name),
        "starts_at": Field(_("Begins at"), clock(series.rhythm.starts_at)),
        "minutes_planned": Field(_("Length"), _minutes(series.minutes_planned)),
        "place": Field(_("Place"), place),
    }
    told = _("Meetings in the calendar stay as they are.")
    return Ask(parent, _("Change the series"), fields, _("Save"), about=told)


def end_form(parent: QWidget, series: SeriesRow) -> Ask:
    """Make the form that ends a series."""
    told = _("{name}: no more meetings are scheduled; those there are stay.", name=series.name)
    return Ask(parent, _("End the series"), {"reason": reason()}, _("End it"), about=told)


def _when_fields() -> dict[str, Field]:
    return {
        "starts_at": Field(_("Begins at"), clock(_TEN)),
        "minutes_planned": Field(_("Length"), _minutes(_USUAL_MINUTES)),
        "place": Field(_("Place"), line()),
    }


def _minutes(value: int) -> QWidget:
    return number(value, 1, LONGEST_MEETING, _(" min"))


def _types(chosen: MeetingType = MeetingType.TASKING) -> QWidget:
    return picker([(label(one), one) for one in MeetingType], chosen)
