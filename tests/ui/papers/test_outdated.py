"""A paper that changed since it was looked at: said, made anew, and not saved."""

from pathlib import Path

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.restrictions import set_sensitivity
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity
from coordinator.ui.places.every import PapersPlace
from tests.exports.reading import words
from tests.meetings import add_action, add_case
from tests.stores import TODAY
from tests.ui.papers.test_presenter import Screen, disclosed


def test_what_changed_since_it_was_looked_at_is_made_anew_and_not_saved(
    desk: Desk, tmp_path: Path
) -> None:
    person, _case = add_case(desk)
    action = add_action(desk, person, TODAY)
    screen = Screen(desk, PapersPlace(None, "", "tracker", agency="Kerrow Homes"))
    screen.presenter.load()
    was = words(screen.view.content)
    screen.presenter.ask_save(tmp_path)
    set_sensitivity(desk, RecordKind.ACTION, action, Sensitivity.SERIOUS_HARM, seen=1)
    screen.forms.answer(channel=Channel.SECURE_MAIL, sheet=False)
    assert (list(tmp_path.glob("*.pdf")), disclosed(desk)) == ([], 0)
    assert screen.forms.question is None
    assert len(screen.notices) == 1
    assert "Ring the surgery" in was
    assert "Ring the surgery" not in words(screen.view.content)
