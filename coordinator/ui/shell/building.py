"""Which screen belongs to which place: the only module that knows them all."""

from coordinator.ui.kit.screen import Screen
from coordinator.ui.places import PeoplePlace, PersonPlace, Place, WeekPlace
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

            return person.build(work.jobs, work.tell, person_id)
        case _:
            return build_casework_screen(place, work)
