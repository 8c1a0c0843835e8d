"""An urgent item raised in the room, by keys alone."""

from PySide6.QtTest import QTest

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.people.entering import register_person
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.meetings.views import AgendaEntry
from coordinator.ui.kit import theme
from coordinator.ui.kit.shortcuts import Key
from tests.ui.desktops import press
from tests.ui.live_tables import ENTER, ESC, Meeting, Table, hold, meeting, sit, table

__all__ = ["meeting", "table"]  # fixtures from elsewhere


def urgent(table: Table) -> list[AgendaEntry]:
    entries = read_agenda(table.meeting.desk, table.meeting.id).entries
    return [one for one in entries if one.kind is AgendaKind.URGENT]


def test_somebody_urgent_is_raised_with_the_reason_and_the_chairs_yes_and_opened(
    table: Table,
) -> None:
    table.do(Key.LIVE_URGENT)
    table.write("bra")
    table.press(ENTER)
    table.press(ENTER)
    assert "Say why it cannot wait" in table.says()
    table.write("Evicted this morning")
    table.press(ENTER)
    assert urgent(table) == []
    table.press("y")
    (entry,) = urgent(table)
    assert entry.person is not None
    assert (entry.person.id, entry.urgent_reason) == (table.meeting.bran, "Evicted this morning")
    assert table.place.item == entry.id
    assert "Urgent: Evicted this morning" in table.says() + "".join(table.told) + _marks(table)


def _marks(table: Table) -> str:
    from coordinator.ui.kit.chips import Chip

    return " ".join(one.accessibleName() for one in table.window.findChildren(Chip))


def test_a_chair_who_says_no_leaves_the_agenda_as_it_is(table: Table) -> None:
    table.do(Key.LIVE_URGENT)
    table.write("bran")
    table.press(ENTER)
    table.write("Evicted this morning")
    table.press(ENTER, "n")
    assert urgent(table) == []
    table.do(Key.LIVE_URGENT)
    assert table.line.text() == "bran"


def test_somebody_on_the_agenda_already_is_told_and_led_to(table: Table) -> None:
    table.open(table.meeting.anna)
    table.do(Key.LIVE_URGENT)
    table.write("tom")
    table.press(ENTER)
    assert urgent(table) == []
    assert table.told == ["On the agenda already: opened."]
    person = table.item.record.entry.person
    assert person is not None
    assert person.id == table.meeting.tomos


def test_somebody_new_needs_a_referral(desk: Desk, look: theme.Look) -> None:
    register_person(desk, given_name="Kerensa")
    table = sit(hold(desk))
    table.do(Key.LIVE_URGENT)
    table.write("kerensa")
    table.press(ENTER)
    assert "Kerensa is not on the caseload. Make a referral." in table.says()
    table.line.clear()
    table.write("zebedee")
    assert "Nobody on file goes by 'zebedee'." in table.says()
    assert urgent(table) == []
    table.kill()


def test_what_was_typed_of_an_urgent_item_is_there_after_a_kill(table: Table) -> None:
    press(table.window, "Urgent item")
    table.write("bran")
    table.press(ENTER)
    table.write("Evicted this mor")
    QTest.qWait(450)
    again = sit(table.meeting, table.kill())
    assert again.line.text() == "Evicted this mor"  # whom it is about was answered
    assert "Why can" in again.says()
    again.press(ESC)
    assert "Why can" not in again.says()
    again.kill()


def test_an_urgent_item_is_taken_back_by_one_key(meeting: Meeting, table: Table) -> None:
    table.do(Key.LIVE_URGENT)
    table.write("bran")
    table.press(ENTER)
    table.write("Evicted this morning")
    table.press(ENTER, "y")
    table.do(Key.UNDO)
    assert urgent(table) == []
