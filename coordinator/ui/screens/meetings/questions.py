"""The forms of Meetings: a series, a single meeting, and how both are changed; no Qt."""

from datetime import date, time

from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.meetings.series import LONGEST_MEETING
from coordinator.domain.meetings.views import SeriesRow
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_TEN, _USUAL_MINUTES = time(10, 0), 90


def new_series(today: date) -> Question:
    """Ask for a new series."""
    rhythm = ((1, _("Every week")), (2, _("Every two weeks")), (4, _("Every four weeks")))
    return Question(
        _("Start a series"),
        (
            Ask("name", _("Name of the series"), value="", example=_("Thursday panel")),
            Ask("on", _("First meeting"), Kind.CALENDAR, today),
            Ask("every_weeks", _("How often"), Kind.CHOICE, 1, rhythm),
            *_when(_TEN, _USUAL_MINUTES, ""),
            _type(MeetingType.TASKING),
        ),
        _("Start"),
    )


def single(today: date) -> Question:
    """Ask for a meeting outside any series."""
    return Question(
        _("A single meeting"),
        (
            _type(MeetingType.PROFESSIONALS),
            Ask("on", _("Day"), Kind.CALENDAR, today),
            *_when(_TEN, _USUAL_MINUTES, ""),
        ),
        _("Put it in the calendar"),
    )


def change(series: SeriesRow) -> Question:
    """Ask for what may change in a series."""
    return Question(
        _("Change the series"),
        (
            Ask("name", _("Name of the series"), value=series.name),
            *_when(series.rhythm.starts_at, series.minutes_planned, series.place),
        ),
        _("Save"),
        about=_("Meetings in the calendar stay as they are."),
    )


def end(series: SeriesRow) -> Question:
    """Ask why a series ends."""
    return Question(
        _("End the series"),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("End it"),
        about=_("{name}: no more meetings are scheduled; those there are stay.", name=series.name),
    )


def _when(starts_at: time, minutes: int, place: str) -> tuple[Ask, ...]:
    return (
        Ask("starts_at", _("Begins at"), Kind.CLOCK, starts_at),
        Ask(
            "minutes_planned",
            _("Length"),
            Kind.AMOUNT,
            minutes,
            within=(1, LONGEST_MEETING),
            unit=_(" min"),
        ),
        Ask("place", _("Place"), value=place),
    )


def _type(usual: MeetingType) -> Ask:
    kinds = tuple((one, label(one)) for one in MeetingType)
    return Ask("meeting_type", _("Kind of meeting"), Kind.CHOICE, usual, kinds)
