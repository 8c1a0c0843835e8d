"""The text of an escalation, to copy into a letter: in the log before it is on the clipboard."""

from hashlib import sha256

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.ui.screens.escalation.deeds import Deed
from coordinator.ui.shared.copying import TakenText, keeping_copies
from tests.casework.stuck_people import stuck
from tests.ui.stuck.test_stuck import Letters


def test_the_text_of_an_escalation_is_logged_before_it_is_copied(desk: Desk) -> None:
    case, copied = stuck(desk), list[bool]()
    letters = Letters(desk, case.asked())
    letters.presenter.do(Deed.TEXT)
    letter = letters.letter_to
    assert letter is not None
    taken = TakenText(
        letter.agency, letter.text, "", lambda: copied.append(True), lambda _no: False, letter.to
    )
    keeping_copies(letters.jobs)(taken)
    (row,) = find_disclosures(desk).rows
    assert copied == [True]
    assert (row.paper, row.recipient, row.people) == ("copy-out", letter.to, ("KP-0001",))
    assert row.sha256 == sha256(letter.text.encode()).hexdigest()
