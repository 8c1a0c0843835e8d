"""The widgets of the packs: recipients in, what is chosen out."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from coordinator.casework.desk import Desk
from coordinator.casework.packs.recipients import read_pack_preview
from coordinator.domain.lists.sharing import PackVariant
from coordinator.ui.kit import theme
from coordinator.ui.screens.packs.presenter import Shown
from coordinator.ui.screens.packs.view import PacksView
from tests.packs import coming_packs
from tests.stores import NURSE, OFFICER, TODAY, WORKER
from tests.ui.desktops import says
from tests.ui.driving import settle


@pytest.fixture
def shown(desk: Desk) -> Shown:
    preview = read_pack_preview(desk, coming_packs(desk).meeting)
    return Shown(preview, frozenset({WORKER}), TODAY)


@pytest.fixture
def view(shown: Shown, look: theme.Look, qapp: QApplication) -> Iterator[PacksView]:
    del look, qapp
    made = PacksView(choose_folder=lambda _view: Path("packs"))
    made.resize(1200, 700)
    made.show_packs(shown)
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()


def _choose(view: PacksView, key: UUID) -> None:
    keys = [line.row.to.key for line in view.rows.rows]
    view.table.choose(keys.index(key))
    settle()


def test_each_recipient_says_how_their_pack_stands(view: PacksView) -> None:
    stands = {line.row.to.key: view.rows.columns[4].text(line) for line in view.rows.rows}
    assert (stands[OFFICER], stands[WORKER], stands[NURSE]) == (
        "Goes out",
        "Held back",
        "No pack",
    )


def test_the_recipient_the_keys_are_on_is_told_whole(view: PacksView) -> None:
    _choose(view, WORKER)
    assert "Rhys Roskilly, Kerrow Homes" in says(view.current)
    assert "KP-0002): must not be told" in says(view.current)
    assert "Locked with the agency's password." in says(view.current)
    _choose(view, NURSE)
    assert "Nobody on the agenda is theirs" in says(view.current)


def test_what_is_pressed_is_passed_on(view: PacksView, shown: Shown) -> None:
    heard: list[object] = []
    view.folder_chosen.connect(heard.append)
    view.held_back.connect(lambda row: heard.append(row.to.key))
    view.variant_chosen.connect(lambda row, variant: heard.append((row.to.key, variant)))
    _choose(view, OFFICER)
    view.make.click()
    hold = next(one for one in view.findChildren(QPushButton) if one.text() == "Hold back")
    hold.click()
    box = view.current._variants
    box.setCurrentIndex(list(PackVariant).index(PackVariant.PRINT_LIGHT))
    box.activated.emit(box.currentIndex())
    assert heard == [Path("packs"), OFFICER, (OFFICER, PackVariant.PRINT_LIGHT)]
    view.show_making(on=True)
    assert not view.make.isEnabled()
    view.show_making(on=False)
    assert view.make.isEnabled()
    del shown


def test_passwords_are_read_and_never_typed(view: PacksView) -> None:
    view.show_passwords([("Kerrow Homes", "k7mq-2hxw")])
    form = view.sheets.shown
    assert form is not None
    assert form.is_only_read
    assert form.answers() == {"told": "Kerrow Homes: k7mq-2hxw"}
