"""Which screen belongs to which place: the only module that knows them all."""

from coordinator.ui.kit.screen import Screen
from coordinator.ui.places import (
    ActionsPlace,
    MeetingPlace,
    MeetingsPlace,
    PapersPlace,
    PeoplePlace,
    PersonPlace,
    Place,
    SettingsPlace,
    WeekPlace,
)
from coordinator.ui.shell.casework_screens import build_casework_screen
from coordinator.ui.shell.workplace import Workplace


def build_screen(place: Place, work: Workplace) -> Screen:
    """Build the screen of a place; its modules are loaded on the first visit."""
    match place:
        case WeekPlace():
            from coordinator.ui.screens.this_week import screen as this_week

            return this_week.build(work.jobs, work.go, work.sitting.panel)
        case PeoplePlace(wanted):
            from coordinator.ui.screens.people import screen as people

            return people.build(work.jobs, work.go, work.moved, wanted)
        case PersonPlace(person_id):
            from coordinator.ui.screens.person import screen as person

            return person.build(work.jobs, work.tell, work.go, person_id)
        case SettingsPlace(part):
            from coordinator.ui.screens.settings import screen as settings

            # The panel's own settings are a screen of their own: `to_panel` leads there.
            around = settings.Around(work.device, work.deeds.keys, work.deeds.report, work.moved)
            return settings.build(work.jobs, work.sitting, around, part)
        case MeetingsPlace() | MeetingPlace() | PapersPlace() | ActionsPlace():
            return _of_meetings(place, work)
        case _:
            return build_casework_screen(place, work)


def _of_meetings(
    place: MeetingsPlace | MeetingPlace | PapersPlace | ActionsPlace, work: Workplace
) -> Screen:
    match place:
        case MeetingsPlace():
            from coordinator.ui.screens.meetings import screen as meetings

            return meetings.build(work.jobs, work.go, work.toast)
        case MeetingPlace(meeting_id):
            from coordinator.ui.screens.meeting import screen as meeting

            return meeting.build(work.jobs, work.go, work.toast, meeting_id)
        case PapersPlace():
            from coordinator.ui.screens.papers import screen as papers

            return papers.build(work.jobs, work.moved, work.toast, place)
        case ActionsPlace():
            from coordinator.ui.screens.actions import screen as actions

            return actions.build(work.jobs, work.go, work.moved, work.toast, place)
