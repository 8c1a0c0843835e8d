"""The part about backups: which there are, making one, checking one, bringing one back."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coordinator.ui.kit.boxes import card, column, fill, flow
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.controls import choose, picker, value_of
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.fields import FieldsDialog
from coordinator.ui.kit.folders import ask_folder
from coordinator.ui.kit.forms import Field
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import NoticeLine
from coordinator.ui.kit.restoring import RestoreForm
from coordinator.ui.kit.secrets import SecretField
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, Tone
from coordinator.ui.screens.settings.backing_up import Listed, Safety, Seen
from coordinator.wording import dates
from coordinator.wording.backups import reason_words, size_words
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.translation import _, ngettext

_MOST_SHOWN = 380  # height of the list, beyond which it scrolls by itself
_WIDTH = 560
_REMINDERS = (0, 7, 14, 30, 60, 90)  # days; 0 for never
_CHECKED = {
    Seen.NOW: (Tone.GOOD, "circle-check"),
    Seen.FAILED: (Tone.URGENT, "triangle-alert"),
}


class BackupsPart(QWidget):
    """Backups of the open store.

    Signals:
        make_asked: One in the store's folder.
        elsewhere_asked: One in another folder (Path).
        check_asked: One is to be opened and checked (Listed, passphrase or nothing).
        restore_asked: The backup, the empty folder, the passphrase (Path, Path, str).
        reminder_set: After how many days to remind (int).
    """

    make_asked = Signal()
    elsewhere_asked = Signal(object)
    check_asked = Signal(object, str)
    restore_asked = Signal(object, object, str)
    reminder_set = Signal(int)

    def __init__(self, store: Path) -> None:
        super().__init__()
        self._form: FieldsDialog | None = None
        self._last_folder = ""
        self._notice = NoticeLine()
        self.restoring = RestoreCard(store)
        self._rows: Rows[Listed] = Rows(_columns(), self)
        self.table = Table(self._rows, _("Backups"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._tell_deeds())
        self._empty = Empty(_("No backup of this store has been made yet."))
        self.make = button(_("Back up now"), "primary", "save")
        self._elsewhere = button(_("Back up to another folder…"))
        self._bring = button(_("Bring a backup back…"))
        self._check, self._bring_this = button(_("Check it")), button(_("Bring it back…"))
        self._safety = label("", wraps=True)
        self._overdue = NoticeLine()
        self._days = picker([(_days(after), after) for after in _REMINDERS])
        self._connect()
        self._listing = self._list()
        self.restoring.hide()
        fill(self, self._listing, self.restoring)
        self._tell_deeds()

    def show_backups(self, backups: Sequence[Listed]) -> None:
        """Show which backups there are; the row the keys are on stays."""
        chosen = self._chosen()
        self._rows.show(backups)
        paths = [one.backup.path for one in backups]
        if chosen is not None and chosen.backup.path in paths:
            self.table.choose(paths.index(chosen.backup.path))
        self.table.setVisible(bool(backups))
        self._empty.setVisible(not backups)
        self.table.setFixedHeight(min(self.table.all_shown_height(), px(_MOST_SHOWN)))
        self._tell_deeds()

    def show_safety(self, safety: Safety) -> None:
        """Say when the last backup went elsewhere, and whether it is time for one."""
        self._last_folder = safety.last.folder if safety.last else ""
        told = _("No backup of this store has been made in another folder yet.")
        if safety.last is not None:
            told = _(
                "The last backup elsewhere was made on {day}, in {folder}.",
                day=dates.day(safety.last.on, safety.today),
                folder=safety.last.folder,
            )
        self._safety.setText(told)
        self._safety.setVisible(not safety.is_overdue)
        self._overdue.setVisible(safety.is_overdue)
        if safety.is_overdue:
            then = _("Plug a stick in, or choose a network drive, and back up to it.")
            self._overdue.say(told, then, Tone.CAREFUL)
        choose(self._days, min(_REMINDERS, key=lambda one: abs(one - safety.remind_after)))

    def say(self, notice: Notice, *, good: bool) -> None:
        """Say what became of something."""
        if self._form is not None:
            self._form.accept()
        self._notice.say(
            " ".join((notice.what, *notice.details)),
            notice.next,
            Tone.GOOD if good else Tone.URGENT,
        )

    def ask_passphrase(self, listed: Listed, *, again: bool) -> None:
        """Ask for the passphrase of a backup's day."""
        if self._form is not None:
            self._form.refuse_in_words({"passphrase": _("This does not open it either.")}, None)
            return
        form = FieldsDialog(
            self,
            _("Check the backup"),
            {"passphrase": SecretField(_("Passphrase of the day it was made"))},
            _("Check it"),
            about=_("It was made before the present keys, so it wants a passphrase of its day."),
        )

        def give(said: Mapping[str, Any]) -> None:
            if said["passphrase"]:
                form.wait()
                self.check_asked.emit(listed, said["passphrase"])

        form.given.connect(give)
        form.finished.connect(lambda _code: self._forget(form))
        self._form = form
        form.open()

    def show_restoring(self, backup: Path | None) -> None:
        """Show the form that brings a backup back."""
        self._notice.hide()
        self.restoring.form.begin(backup)
        self._listing.hide()
        self.restoring.show()
        self.restoring.form.first.setFocus()

    def show_list(self) -> None:
        """Show the list again."""
        self.restoring.hide()
        self._listing.show()
        self._bring.setFocus()

    def _list(self) -> QWidget:
        words = _(
            "What is new is backed up into the store's own folder each time it is locked. That"
            " helps after a mistake; only a copy elsewhere helps when this computer is lost."
        )
        reminder = Field(_("Ask for a backup elsewhere"), self._days)
        reminder.setMaximumWidth(px(_WIDTH))
        made = QWidget()
        fill(
            made,
            column(heading(_("Backups")), label(words, "quiet", wraps=True), gap=2),
            self._notice,
            self._overdue,
            self._safety,
            column(
                flow(self.make, self._elsewhere, self._bring),
                self.table,
                self._empty,
                flow(self._check, self._bring_this),
                gap=M,
            ),
            reminder,
            None,
            gap=L,
        )
        return made

    def _connect(self) -> None:
        self.make.clicked.connect(self.make_asked)
        self._elsewhere.clicked.connect(self._choose_folder)
        self._bring.clicked.connect(lambda: self.show_restoring(None))
        self._bring_this.clicked.connect(self._bring_chosen)
        self._check.clicked.connect(self._check_chosen)
        self._days.currentIndexChanged.connect(
            lambda _at: self.reminder_set.emit(value_of(self._days))
        )
        self.restoring.left.connect(self.show_list)
        self.restoring.restore_asked.connect(self.restore_asked)

    def _chosen(self) -> Listed | None:
        row = self.table.chosen()
        return row if isinstance(row, Listed) else None

    def _tell_deeds(self) -> None:
        row = self._chosen()
        for made in (self._check, self._bring_this):
            made.setVisible(row is not None)
            about = _when(row) if row else ""
            made.setAccessibleName(_("{what}: {name}", what=made.text(), name=about))

    def _check_chosen(self) -> None:
        if (row := self._chosen()) is not None:
            self._notice.hide()
            self.check_asked.emit(row, "")

    def _bring_chosen(self) -> None:
        if (row := self._chosen()) is not None:
            self.show_restoring(row.backup.path)

    def _choose_folder(self) -> None:
        start = self._last_folder or str(Path.home())
        chosen = ask_folder(self, _("Where the backup goes"), start)
        if chosen is not None:
            self._notice.hide()
            self.elsewhere_asked.emit(chosen)

    def _forget(self, form: FieldsDialog) -> None:
        if self._form is form:
            self._form = None


class RestoreCard(QWidget):
    """Brings a backup back into a folder of its own.

    Signals:
        restore_asked: The backup, the empty folder, the passphrase (Path, Path, str).
        left: It was given up.
    """

    restore_asked = Signal(object, object, str)
    left = Signal()

    def __init__(self, store: Path) -> None:
        super().__init__()
        self.form = RestoreForm(store.with_name(f"{store.name}-restored"), _("Back to the list"))
        self.form.restore_asked.connect(self.restore_asked)
        self.form.left.connect(self.left)
        held = card(self.form)
        held.setMaximumWidth(px(_WIDTH))
        words = _(
            "A backup gets a folder of its own. The store that is open is locked and stays as it"
            " is; you go on in the one brought back, and can open the other one again at any time."
        )
        head = column(heading(_("Bring a backup back")), label(words, wraps=True), gap=2)
        fill(self, head, held, None, gap=L)

    def show_refusal(self, sentences: Mapping[str, str], notice: Notice | None) -> None:
        """Say why it could not be brought back; it can be tried again."""
        what, then = (notice.what, notice.next) if notice else ("", "")
        self.form.refuse(sentences, what, then)


def _days(after: int) -> str:
    if not after:
        return _("Never")
    return ngettext(
        "When the last one is older than {count} day",
        "When the last one is older than {count} days",
        after,
    )


def _columns() -> tuple[Column[Listed], ...]:
    return (
        Column(_("Made"), text=_when, share=2, width=240),
        Column(_("What for"), text=_reason, share=2, width=130),
        Column(_("Where"), text=_where, tip=_folder, share=1, width=140, keep=1),
        Column(_("Size"), text=lambda one: size_words(one.backup.size), width=90, keep=2),
        Column(_("Checked"), text=_checked, mark=_checked_mark, width=170, keep=3),
    )


def _when(one: Listed) -> str:
    return dates.moment(one.backup.made)


def _reason(one: Listed) -> str:
    return reason_words(one.backup.reason)


def _where(one: Listed) -> str:
    return one.backup.path.parent.name if one.elsewhere else _("With the store")


def _folder(one: Listed) -> str:
    return str(one.backup.path.parent)


def _checked(one: Listed) -> str:
    words = {
        Seen.WHEN_MADE: _("When it was made"),
        Seen.NOW: _("Just now"),
        Seen.FAILED: _("Does not check out"),
    }
    return words[one.seen]


def _checked_mark(one: Listed) -> Mark | None:
    if one.seen not in _CHECKED:
        return None
    tone, sign = _CHECKED[one.seen]
    return Mark(_checked(one), tone, sign)
