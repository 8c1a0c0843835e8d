"""Setting out, for pictures: the page a store is made on, and the steps to the first pack."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMainWindow, QWidget

from coordinator.app import _strength, _weakness
from coordinator.domain.exchange.contacts import ContactRead, OwnCard, SettingOut
from coordinator.domain.exchange.parcels import Taken
from coordinator.domain.progress import Progress
from coordinator.ui.places.away import AwayPlace
from coordinator.ui.screens.setting_out.view import SettingOutView
from coordinator.ui.shell.first_away import FirstAwayPage
from coordinator.ui.sitting import Sitting
from coordinator.vault.spoken import six_words
from tests.exchange.keyholders import Keyholder
from tests.ui.driving import Shown, at_place, shown_widget
from tests.ui.pages.contact_pages import page_at
from tests.ui.panels import MadeUp

RHYS = Keyholder("Rhys Roskilly", "Kerrow Homes", signing=bytes(32)).card


def every_page_of_setting_out(panel: MadeUp) -> Iterator[Shown]:
    """Give the first page away from a panel, and the steps: some taken, and none yet."""
    yield Shown("first-away", _first_away)
    yield Shown("setting-out", partial(setting_out, panel))
    yield Shown("setting-out-none", partial(_before, panel))


def setting_out(panel: MadeUp) -> QMainWindow:
    """Show a card of one's own, one whose words were read, and one that waits for that."""
    window = _before(panel)
    view = shown_widget(window)
    assert isinstance(view, SettingOutView)
    now = panel.sitting.writing.now()
    checked, _other, waiting, *_more = page_at(now).contacts
    cards = tuple(ContactRead(one, six_words(one.id)) for one in (waiting, checked))
    view.show_page(SettingOut(OwnCard(RHYS, six_words(RHYS.identity.id)), cards, now))
    return window


def _before(panel: MadeUp) -> QMainWindow:
    bare = replace(panel.sitting, set_out=_taken, is_away=True, panel="")
    return at_place(replace(panel, sitting=bare), AwayPlace())


def _taken(_pack: Path, _progress: Progress) -> tuple[Sitting, Taken]:
    raise AssertionError


def _first_away() -> QWidget:
    return FirstAwayPage(Path("/stores/away"), _strength, _weakness)
