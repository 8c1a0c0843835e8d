"""A computer whose date was set back: it is said once when the store opens."""

from coordinator.casework.stores.opening import Office
from coordinator.ui.shell.workplace import Workplace
from tests.meetings import add_case
from tests.stores import Clock
from tests.ui.desktops import PATIENCE, Desktop, is_told


def test_a_clock_behind_what_is_on_file_is_said_in_plain_words(
    desktop: Desktop, office: Office, clock: Clock
) -> None:
    clock.move(days=20_000)
    add_case(office.desk, "Petroc")
    office.close(back_up=False)
    window = desktop.start(office.folder.path)
    work = desktop.unlock(window)
    desktop.qtbot.waitUntil(
        lambda: is_told(work, "clock is behind what is on file"), timeout=PATIENCE
    )
    assert desktop.page(window, Workplace) is work
