"""The parts of the settings and their forms, for pictures and what holds of every page."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QMainWindow, QWidget

from coordinator.ui.kit.sheet import Sheet
from coordinator.ui.places.every import SettingsPart, SettingsPlace
from coordinator.ui.screens.settings.backups import BackupsPart
from coordinator.ui.screens.settings.device import LicencesDialog
from coordinator.ui.screens.settings.questions import removal
from coordinator.ui.screens.settings.secrets import CodePart, OwnPart
from coordinator.ui.screens.settings.users import UsersPart
from tests.ui.panels import MadeUp

CODE = "3F7KQZ-8HT2WM-P0XNCV-5RJ9AB-E4D6GS-1YKTQ7"
AtPlace = Callable[[MadeUp, Any], QMainWindow]


def settings_pages(
    panel: MadeUp, at_place: AtPlace
) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Give every part and form, by name."""
    for part in SettingsPart:
        yield f"settings-{part.value}", partial(at_place, panel, SettingsPlace(part))
    for name, make in (
        ("own-refused", _own_refused),
        ("code-shown", _code_shown),
        ("restore", _restoring),
        ("add-user", _adding),
        ("remove-user", _removing),
        ("new-master", _renewing),
        ("master-code", _noting),
        ("licences", _licences),
    ):
        yield f"settings-{name}", partial(make, panel, at_place)


def _at(panel: MadeUp, at_place: AtPlace, part: SettingsPart) -> QMainWindow:
    window = at_place(panel, SettingsPlace(part))
    window.resize(1024, 700)
    return window


def _part(window: QMainWindow, kind: type[Any]) -> Any:
    found = window.findChild(kind)
    assert found is not None
    return found


def _own_refused(panel: MadeUp, at_place: AtPlace) -> QWidget:
    window = _at(panel, at_place, SettingsPart.OWN)
    part = _part(window, OwnPart)
    wrong = "This passphrase does not open the store. Type it again."
    part.show_refusal({"present": wrong, "again": "This is not the same as above."}, None)
    return window


def _code_shown(panel: MadeUp, at_place: AtPlace) -> QWidget:
    window = _at(panel, at_place, SettingsPart.CODE)
    _part(window, CodePart).show_code(CODE)
    return window


def _restoring(panel: MadeUp, at_place: AtPlace) -> QWidget:
    window = _at(panel, at_place, SettingsPart.BACKUPS)
    part = _part(window, BackupsPart)
    part.show_restoring(Path("/media/stick/20261019T160000Z-asked-1a2b3c"))
    part.restoring.show_refusal({"passphrase": "This passphrase does not open it."}, None)
    return window


def _form_of(window: QMainWindow, press: str) -> QWidget:
    part = _part(window, UsersPart)
    part.table.choose(1)
    getattr(part, press).click()
    form: QWidget = part.form
    form.owner = window  # type: ignore[attr-defined]
    return form


def _adding(panel: MadeUp, at_place: AtPlace) -> QWidget:
    form: Any = _form_of(_at(panel, at_place, SettingsPart.USERS), "_add")
    form.field("who").control.setCurrentIndex(1)
    form.give()
    return form  # type: ignore[no-any-return]


def _removing(panel: MadeUp, at_place: AtPlace) -> QWidget:
    window = _at(panel, at_place, SettingsPart.USERS)
    part = _part(window, UsersPart)
    part.table.choose(1)
    sheet = Sheet(removal(part.table.chosen()), part)
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def _renewing(panel: MadeUp, at_place: AtPlace) -> QWidget:
    return _form_of(_at(panel, at_place, SettingsPart.USERS), "_renew")


def _noting(panel: MadeUp, at_place: AtPlace) -> QWidget:
    window = _at(panel, at_place, SettingsPart.USERS)
    part = _part(window, UsersPart)
    part.show_code(CODE)
    part.form.owner = window
    return part.form  # type: ignore[no-any-return]


def _licences(panel: MadeUp, at_place: AtPlace) -> QWidget:
    window = _at(panel, at_place, SettingsPart.DEVICE)
    from coordinator.reference.licences import licences

    dialog = LicencesDialog(window, licences())
    dialog.owner = window  # type: ignore[attr-defined]
    return dialog
