"""What the settings page is lent of the window and of this device."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from coordinator.runtime.settings import Settings


@dataclass(frozen=True, slots=True)
class Device:
    """This device as a page may know and change it.

    Attributes:
        settings: As they are now.
        change: Keep others; another look builds every page anew, the one that asked as well.
        put_on_paper: Print a recovery code; gives whether it was sent to a printer.
        lock: Close the store and say why on the unlock page.
        go_to: Close the store and open another one, with its passphrase.
    """

    settings: Callable[[], Settings]
    change: Callable[[Settings], object]
    put_on_paper: Callable[[str], bool]
    lock: Callable[[str], object]
    go_to: Callable[[Path, str], object]
