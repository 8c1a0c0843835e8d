"""The part about users: who may open the store, and what can be done about it."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from coordinator.casework.stores.users import UserRow
from coordinator.ui.kit.asks import Keeper
from coordinator.ui.kit.boxes import card, column, fill, flow
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.fields import FieldsDialog
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import NoticeLine
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, Tone
from coordinator.ui.screens.settings.forms import (
    AddUser,
    CodeDialog,
    NewMaster,
    give_passphrase_form,
)
from coordinator.ui.screens.settings.presenter import UsersPage
from coordinator.ui.sitting import Keeping
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.translation import _

_MOST_SHOWN = 420  # height of the list, beyond which it scrolls by itself


class UsersPart(QWidget):
    """Who may open the store.

    Signals:
        add_asked: Somebody is to be let in, of those who could be (UsersPage).
        add_given: Who it is (dict).
        passphrase_given: Somebody is to have another passphrase (UserRow, str).
        removal_asked: Somebody is to be removed (UserRow).
        master_given: Passphrases for a new master key (dict).
        code_noted: The code that goes with it is noted.
        master_left: The new master key was given up.
    """

    add_asked = Signal(object)
    add_given = Signal(object)
    passphrase_given = Signal(object, str)
    removal_asked = Signal(object)
    master_given = Signal(object)
    code_noted = Signal()
    master_left = Signal()

    def __init__(self, keeping: Keeping, put_on_paper: Callable[[str], bool]) -> None:
        super().__init__()
        self._keeping, self._put_on_paper = keeping, put_on_paper
        self._users = UsersPage((), None, (), ())
        self._form: QDialog | None = None
        self.sheets = Sheets(self)
        self._notice = NoticeLine()
        self._rows: Rows[UserRow] = Rows(self._columns(), self)
        self.table = Table(self._rows, _("Users"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._tell_deeds())
        self._add = button(_("Add a user"), "primary", "plus")
        self._give = button(_("New passphrase"))
        self._remove = button(_("Remove"))
        self._renew = button(_("New master key…"))
        self._add.clicked.connect(lambda: self.add_asked.emit(self._users))
        self._give.clicked.connect(self._ask_passphrase)
        self._remove.clicked.connect(self._ask_removal)
        self._renew.clicked.connect(self._ask_present)
        fill(self, *self._body(), gap=L)
        self._tell_deeds()

    def show_users(self, page: UsersPage) -> None:
        """Show who may open the store; the row the keys are on stays."""
        chosen = self._chosen()
        self._users = page
        self._rows.show(page.users)
        keys = [one.id for one in page.users]
        if chosen is not None and chosen.id in keys:
            self.table.choose(keys.index(chosen.id))
        self.table.setFixedHeight(min(self.table.all_shown_height(), px(_MOST_SHOWN)))
        self._tell_deeds()

    def ask_whom(self, keeper: Keeper) -> None:
        """Ask who is to be let in, beginning with what was typed before."""
        form = AddUser(self, self._users, self._keeping, keeper)
        form.given.connect(self.add_given)
        self._open(form)

    def show_refusal(self, sentences: Mapping[str, str], notice: Notice | None) -> None:
        """Say what is wrong in the form that is open."""
        match self._form:
            case FieldsDialog() as form:
                form.refuse_in_words(sentences, notice)
            case CodeDialog() as form:
                form.refuse(sentences, notice)

    def show_done(self, told: str) -> None:
        """Close the form and say what was done."""
        self._close()
        self._notice.say(told, "", Tone.GOOD)

    def offer_new_master(self, name: str) -> None:
        """Say that somebody is removed, and lead to the new master key."""
        self._close()
        self._notice.say(
            _("{name} can no longer open this store.", name=name),
            _("If they may have kept a copy of its folder, give the store a new master key."),
            Tone.NEUTRAL,
        )
        self._renew.setFocus()

    def show_code(self, code: str) -> None:
        """Show the recovery code that goes with a new master key."""
        self._close()
        form = CodeDialog(self, code, self._put_on_paper)
        form.noted.connect(self.code_noted)
        form.rejected.connect(self.master_left)
        self._open(form)

    def show_changing(self) -> None:
        """Say that the store is being copied under its new key."""
        if isinstance(self._form, CodeDialog):
            self._form.show_changing()

    @property
    def form(self) -> QDialog | None:
        """The form that is open."""
        return self._form

    def _body(self) -> list[Any]:
        words = _(
            "Everybody opens the store with a passphrase of their own; what they do is noted as"
            " theirs."
        )
        key = card(
            heading(_("After somebody left")),
            label(
                _(
                    "Whoever kept a copy of the store's folder can still open that copy. A new"
                    " master key keeps them out of everything written from then on."
                ),
                wraps=True,
            ),
            flow(self._renew),
        )
        return [
            column(heading(_("Users")), label(words, "quiet", wraps=True), gap=2),
            self._notice,
            column(flow(self._add, self._give, self._remove), self.table, gap=M),
            key,
            None,
        ]

    def _columns(self) -> tuple[Column[UserRow], ...]:
        return (
            Column(_("Name"), text=self._name_of, share=2, width=170),
            Column(_("Role"), text=lambda one: words_for(one.role), share=1, width=150),
            Column(
                _("Since"),
                text=lambda one: dates.plain_day(one.added_at.astimezone(dates.HOME).date()),
                width=170,
                keep=1,
            ),
            Column(_("Way in"), text=_way_in, mark=_way_in_mark, width=170, keep=2),
        )

    def _name_of(self, one: UserRow) -> str:
        return _("{name} (you)", name=one.name) if one.id == self._users.me else one.name

    def _chosen(self) -> UserRow | None:
        row = self.table.chosen()
        return row if isinstance(row, UserRow) else None

    def _tell_deeds(self) -> None:
        row = self._chosen()
        is_other = row is not None and row.id != self._users.me
        for made in (self._give, self._remove):
            made.setVisible(is_other)
            name = row.name if row else ""
            made.setAccessibleName(_("{what}: {name}", what=made.text(), name=name))

    def _ask_passphrase(self) -> None:
        if (user := self._chosen()) is not None:
            form = give_passphrase_form(self, user, self._keeping)
            form.given.connect(lambda said: self.passphrase_given.emit(user, said["passphrase"]))
            self._open(form)

    def _ask_removal(self) -> None:
        if (user := self._chosen()) is not None:
            self._notice.hide()
            self.removal_asked.emit(user)

    def _ask_present(self) -> None:
        mine = [one for one in self._users.users if one.id == self._users.me and one.has_way_in]
        if self._keeping.came_by_code or not mine:
            self._notice.say(
                _("A new master key wants your passphrase, and you came in with the code."),
                _("Choose a passphrase of your own first; then lock, and come in with it."),
                Tone.NEUTRAL,
            )
            return
        form = NewMaster(self, self._users)
        form.given.connect(lambda _said: self.master_given.emit(form.typed))
        self._open(form)

    def _open(self, form: QDialog) -> None:
        self._notice.hide()
        self._form = form
        form.finished.connect(lambda _code: self._forget(form))
        form.open()

    def _close(self) -> None:
        if self._form is not None:
            self._form.accept()

    def _forget(self, form: QDialog) -> None:
        if self._form is form:
            self._form = None


def _since(one: UserRow) -> str:
    return dates.plain_day(one.added_at.astimezone(dates.HOME).date())


def _way_in(one: UserRow) -> str:
    return _("Has a passphrase") if one.has_way_in else _("Needs a passphrase")


def _way_in_mark(one: UserRow) -> Mark | None:
    return None if one.has_way_in else Mark(_way_in(one), Tone.CAREFUL, "circle-alert")
