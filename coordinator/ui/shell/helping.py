"""F1: every key, read from the actions that carry it; and the problem report."""

import platform
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QPlainTextEdit, QWidget

import coordinator
from coordinator.ui.kit.boxes import fill, holder, page
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.dialogs import fit_over, put_feet
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.locking import let_lock
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XL, S
from coordinator.wording.translation import _

_WIDE, _LEAST = 620, 200  # the width of a dialog; the height of a report before it scrolls
_KEYS = 110  # the width of the keys, so that two tables stand in line
_LAST = 20  # lines of the log of faults; each holds time, kind and line, never a message


class ShortcutsDialog(QDialog):
    """The keys of the program and of the page that is open."""

    def __init__(
        self, parent: QWidget, actions: Iterable[QAction], here: Iterable[QAction] = ()
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.setObjectName("page")
        let_lock(self)
        on_page, everywhere = _with_keys(here), _with_keys(actions)
        grids: list[QWidget] = [heading(_("Keys")), holder(_table(everywhere))]
        if on_page:
            first = heading(_("Keys on this page"))
            grids = [first, holder(_table(on_page)), heading(_("Keys everywhere")), grids[1]]
        done = button(_("Close"), "primary")
        done.clicked.connect(self.accept)
        body, feet = page(*grids, None), put_feet(done)
        fill(self, body, feet, gap=0)
        fit_over(self, body, feet, _WIDE)
        done.setDefault(True)  # Return closes it
        body.setFocus()  # and the keys scroll it


def _with_keys(actions: Iterable[QAction]) -> list[QAction]:
    return [one for one in actions if not one.shortcut().isEmpty()]


def _table(actions: Iterable[QAction]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(XL))
    grid.setVerticalSpacing(px(S))
    grid.setColumnMinimumWidth(0, px(_KEYS))
    for at, action in enumerate(actions):
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        grid.addWidget(label(keys, "strong"), at, 0)
        grid.addWidget(label(action.text(), wraps=True), at, 1)
    grid.setColumnStretch(1, 1)
    return grid


class ReportDialog(QDialog):
    """What to send when something went wrong: no names, no folders, nothing from the store."""

    def __init__(self, parent: QWidget, report: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Problem report"))
        self.setObjectName("page")
        let_lock(self)
        shown = QPlainTextEdit(report)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(_("Problem report"))
        copy = button(_("Copy it"), "primary")
        done = button(_("Close"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        done.clicked.connect(self.accept)
        words = _(
            "This says what the program is and where it failed, nothing about anybody. Read it,"
            " then send it to whoever supports you, with what you were doing in your own words."
        )
        shown.setMinimumHeight(px(_LEAST))
        body = page(heading(_("Problem report")), label(words, wraps=True), shown, grows=shown)
        feet = put_feet(done, copy)
        fill(self, body, feet, gap=0)
        fit_over(self, body, feet, _WIDE)


def problem_report(log: Path) -> str:
    """Write what helps to find a fault: versions, system, the last faults by kind and line."""
    lines = [
        f"Coordinator {coordinator.__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()}, {platform.machine()}",
        "",
    ]
    try:
        faults = log.read_text(encoding="utf-8").splitlines()[-_LAST:]
    except OSError:
        faults = []
    return "\n".join([*lines, *(faults or ["No fault was noted."])])
