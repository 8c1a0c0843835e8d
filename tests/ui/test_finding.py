"""What Ctrl+K offers, without a window, and where it leads."""

from collections.abc import Sequence

from coordinator.casework.actions.agreeing import add_action as agree_action
from coordinator.casework.desk import Desk
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.actions.rules import NewAction
from coordinator.ui.places.every import ActionsPlace, PersonPlace, Place
from coordinator.ui.shell.finder import Target
from coordinator.ui.shell.finding import Finding
from tests.meetings import add_action, add_case
from tests.stores import TODAY, WORKER
from tests.ui.immediate import ImmediateJobs


class Line:
    """Keeps what it was told to show."""

    def __init__(self) -> None:
        self.targets: Sequence[Target] = ()

    def show_targets(self, targets: Sequence[Target], *, is_all: bool = True) -> None:
        self.targets = targets


def found(desk: Desk, words: str) -> tuple[list[Target], list[Place]]:
    line, gone = Line(), list[Place]()
    Finding(ImmediateJobs(desk), line, gone.append, (), Target).search(words)
    return list(line.targets), gone


def test_an_action_leads_to_itself_among_those_of_its_person(desk: Desk) -> None:
    person, _case = add_case(desk)
    action = add_action(desk, person, TODAY)
    (who, what), gone = found(desk, "surgery")
    who.go()
    what.go()
    assert gone[0] == PersonPlace(person)
    assert isinstance(gone[1], ActionsPlace)
    assert (gone[1].action, gone[1].wanted) == (action, ActionFilter(person_id=person))
    what.go()
    assert gone[2] != gone[1]  # found again, wherever the keys went since


def test_an_action_of_the_panel_leads_to_itself_among_all(desk: Desk) -> None:
    new = NewAction("Ask the library for a room", WORKER, TODAY, set_on=TODAY)
    action = agree_action(desk, new).result
    (what,), gone = found(desk, "library")
    assert what.about == "Action, The panel"
    what.go()
    assert isinstance(gone[0], ActionsPlace)
    assert (gone[0].action, gone[0].wanted) == (action, ActionFilter())
