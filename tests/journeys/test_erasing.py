"""Through the window: a record whose time is over is proposed, agreed, erased and certified."""

from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QPushButton

from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.restoring import check_office
from coordinator.domain.states import DisposalStatus
from coordinator.ui.kit import theme
from coordinator.ui.places.every import PapersPlace, PersonPlace, RetentionPlace
from tests.casework.told import GUARDED, PLAIN
from tests.erased import make_kept, on_disk
from tests.journeys.test_stuck import Window
from tests.stores import Clock
from tests.ui.driving import clear_away


def at_the_desk(office: Office, clock: Clock) -> Window:
    window = Window(office, clock)
    window.go(RetentionPlace())
    return window


def test_from_the_list_to_the_certificate(tmp_path: Path, clock: Clock, look: theme.Look) -> None:
    kept = make_kept(tmp_path / "store", clock)
    try:
        mine = at_the_desk(kept.office, clock)
        assert "Time is over" in shown(mine)
        mine.press("Propose to erase it…")
        mine.answer("Propose it", {})
        assert "Proposed" in mine.says()
        assert not offered(mine, "Agree that it is erased")  # whoever proposed cannot agree
        clear_away()

        other = at_the_desk(kept.chair, clock)
        other.press("Agree that it is erased")
        assert "agreed" in other.says()
        other.press("Erase it for good…")
        other.answer("Erase it", {"Type the reference of the record": "kp-0001"})
        assert "KP-0001: Erased" in other.says()
        other.press("Certificate")
        assert other.here == PapersPlace(kind="certificate", person="KP-0001")
        other.go(PersonPlace(kept.told.person))
        assert PLAIN not in other.says().lower()
        clear_away()

        (row,) = [kept.disposal(one) for one in disposals(kept.office)]
        assert row.status is DisposalStatus.DONE
        assert check_office(kept.office).is_whole
        held = on_disk(kept.office.desk.store)
        assert [one for one in (PLAIN, GUARDED) if one.encode() in held] == []
    finally:
        kept.office.close(back_up=False)


def shown(window: Window) -> str:
    table = window.table("Records whose time is over, or that are kept longer")
    model = table.model()
    cells = [
        str(model.index(row, column).data() or "")
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    return " | ".join(cells)


def offered(window: Window, words: str) -> bool:
    buttons = window.shown.findChildren(QPushButton)
    return any(one.text() == words and one.isVisible() for one in buttons)


def disposals(office: Office) -> list[UUID]:
    with office.desk.store.reading() as look:
        return [one.id for one in look.retention.disposals()]
