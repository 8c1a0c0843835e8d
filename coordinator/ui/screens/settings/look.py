"""The part about the look and about locking: shown before it is worn."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from coordinator.runtime.settings import (
    LARGEST_TEXT,
    SMALLEST_TEXT,
    Settings,
)
from coordinator.ui.kit import theme
from coordinator.ui.kit.boxes import Columns, card, column, fill, flow, holder
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.controls import picker, value_of
from coordinator.ui.kit.forms import Field
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, Scheme
from coordinator.ui.screens.settings.sample import Sample
from coordinator.wording.translation import N_, _, ngettext

_THEMES = (
    ("system", N_("As the desktop has them")),
    ("light", N_("Light")),
    ("dark", N_("Dark")),
    ("contrast", N_("High contrast")),
)
_MINUTES = (1, 2, 5, 10, 15, 20, 30, 45, 60)
_WIDTH = 560
_STEPS = round((LARGEST_TEXT - SMALLEST_TEXT) * 10) + 1
_SIZES = tuple(round(SMALLEST_TEXT + step / 10, 1) for step in range(_STEPS))


class LookPart(QWidget):
    """Colours, text and letters, with a sample of what is chosen; and when the store locks.

    Signals:
        changed: Other settings are wanted (Settings).
    """

    changed = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.theme = picker([(_(words), key) for key, words in _THEMES], settings.theme)
        sizes = [(_("{percent}%", percent=round(size * 100)), size) for size in _SIZES]
        self._size = picker(sizes, _nearest(settings.text_scale))
        self._letters = QCheckBox(_("Clearer letters"))
        self._letters.setChecked(settings.clear_letters)
        self._sample = Sample()
        self._wear = button(_("Use this look"), "primary")
        waits = sorted({*_MINUTES, settings.idle_min})
        self._minutes = picker([(_minutes(wait), wait) for wait in waits], settings.idle_min)
        self._with_desktop = QCheckBox(_("Lock with the desktop, and before it sleeps"))
        self._with_desktop.setChecked(settings.lock_with_desktop)
        for box in (self._letters, self._with_desktop):
            box.setAccessibleName(box.text())
        self._connect()
        fill(self, self._look(), self._locking(), None, gap=L)
        self._show()

    def chosen(self) -> Settings:
        """Give the settings as they stand on the page."""
        return replace(
            self._settings,
            theme=value_of(self.theme),
            text_scale=value_of(self._size),
            clear_letters=self._letters.isChecked(),
        )

    def _connect(self) -> None:
        self.theme.currentIndexChanged.connect(lambda _at: self._show())
        self._size.currentIndexChanged.connect(lambda _at: self._show())
        self._letters.toggled.connect(lambda _on: self._show())
        self._wear.clicked.connect(lambda: self.changed.emit(self.chosen()))
        self._minutes.currentIndexChanged.connect(lambda _at: self._keep_locking())
        self._with_desktop.toggled.connect(lambda _on: self._keep_locking())

    def _look(self) -> QWidget:
        choices = holder(
            column(
                Field(_("Colours"), self.theme),
                Field(_("Size of the text"), self._size),
                self._letters,
                None,
                flow(self._wear),
                gap=L,
            )
        )
        shown = holder(column(label(_("So it would look:"), "quiet"), self._sample, None))
        words = _("For this computer; keys work everywhere: Ctrl and plus, minus or 0.")
        return holder(
            column(
                column(heading(_("Look")), label(words, "quiet", wraps=True), gap=2),
                card(Columns(720, (choices, 2), (shown, 3), gap=L)),
                gap=L,
            )
        )

    def _locking(self) -> QWidget:
        words = _("Locking closes the store; nothing that was read stays in memory or on screen.")
        held = card(
            Field(_("Lock when nobody is at the desk for"), self._minutes),
            self._with_desktop,
            gap=L,
        )
        held.setMaximumWidth(px(_WIDTH))
        head = column(heading(_("Locking")), label(words, "quiet", wraps=True), gap=2)
        return holder(column(head, held, gap=L))

    def _show(self) -> None:
        chosen = self.chosen()
        look = theme.Look(_scheme(chosen.theme), chosen.text_scale, chosen.clear_letters)
        percent = round(chosen.text_scale * 100)
        colours = self.theme.currentText()
        self._sample.show_look(
            look, _("Sample: {colours}, text at {percent}%", colours=colours, percent=percent)
        )
        is_worn = (chosen.theme, chosen.text_scale, chosen.clear_letters) == (
            self._settings.theme,
            _nearest(self._settings.text_scale),
            self._settings.clear_letters,
        )
        self._wear.setEnabled(not is_worn)

    def _keep_locking(self) -> None:
        self._settings = replace(
            self._settings,
            idle_min=value_of(self._minutes),
            lock_with_desktop=self._with_desktop.isChecked(),
        )
        self.changed.emit(self._settings)


def _scheme(chosen: str) -> Scheme:
    app = QApplication.instance()
    if chosen == "system" and isinstance(app, QApplication):
        return theme.system_scheme(app)
    return Scheme(chosen)


def _minutes(wait: int) -> str:
    return ngettext("{count} minute", "{count} minutes", wait)


def _nearest(scale: float) -> float:
    return min(_SIZES, key=lambda size: abs(size - scale))
