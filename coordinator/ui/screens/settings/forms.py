"""The forms about users with passphrases in them: somebody new, another one, a new key."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from coordinator.casework.stores.users import UserRow
from coordinator.domain.roles import Role
from coordinator.ui.kit.asks import Keeper
from coordinator.ui.kit.boxes import fill, page, row
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.codes import CodeBox
from coordinator.ui.kit.controls import choose, finder, picker, value_of
from coordinator.ui.kit.fields import FieldsDialog
from coordinator.ui.kit.forms import Field, line
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import NoticeLine, announce
from coordinator.ui.kit.secrets import SecretField, faults_of_new, new_passphrase
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M
from coordinator.ui.screens.settings.presenter import UsersPage
from coordinator.ui.screens.settings.questions import NOBODY, newcomer
from coordinator.ui.sitting import Keeping
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.translation import _

_WIDTH, _HEIGHT = 520, 560


class PassphraseAsk(FieldsDialog):
    """A form with a passphrase from now on, typed twice, among its fields."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        fields: Mapping[str, Field],
        act: str,
        keeping: Keeping,
        about: str = "",
    ) -> None:
        self._weakness = keeping.weakness
        self._secrets = new_passphrase(
            keeping.strength, hint=_("They type it themselves: four or more words.")
        )
        super().__init__(parent, title, {**fields, **self._secrets}, act, about=about)

    def faults(self) -> dict[str, str]:
        """Say what cannot be sent as it stands."""
        return faults_of_new(self._secrets, self._weakness)

    def give(self) -> None:
        """Hand over what is said, unless this form can tell that it will not do."""
        if faults := self.faults():
            self.refuse_in_words(faults, None)
            return
        self.refuse_in_words({}, None)
        self.wait()
        super().give()


class AddUser(PassphraseAsk):
    """Somebody of the directory, or somebody new, with a role and a first passphrase."""

    def __init__(
        self, parent: QWidget, users: UsersPage, keeping: Keeping, keeper: Keeper | None = None
    ) -> None:
        question = newcomer(users.others, users.agencies)
        self._roles = {one.id: one.role for one in users.others}
        offered = {ask.name: [(words, one) for one, words in ask.choices] for ask in question.asks}
        self._who, self._role = finder(offered["who"]), picker(offered["role"])
        choose(self._who, NOBODY)
        new = {"name": line(), "job": line(), "agency_id": picker(offered["agency_id"])}
        controls: dict[str, QWidget] = {"who": self._who, **new, "role": self._role}
        fields = {
            ask.name: Field(ask.title, controls[ask.name], hint=ask.hint) for ask in question.asks
        }
        self._new = [fields[name] for name in new]
        super().__init__(parent, question.title, fields, question.go, keeping)
        self._who.currentIndexChanged.connect(lambda _at: self._show_who())
        self._show_new()
        if keeper is not None:
            self.keep_with(keeper, told=_("The passphrase is not: it is never kept."))

    def take_up(self, values: Mapping[str, Any]) -> None:
        super().take_up(values)
        self._show_new()

    def faults(self) -> dict[str, str]:
        """Say what cannot be sent as it stands."""
        values = self.answers()
        faults = {}
        if values["who"] == NOBODY:
            faults["who"] = _("Choose who it is.")
        elif values["who"] is None and not values["name"].strip():
            faults["name"] = _("Type their name.")
        return faults | super().faults()

    def _show_who(self) -> None:
        self._show_new()
        choose(self._role, self._roles.get(value_of(self._who), Role.LEAD_PROFESSIONAL))

    def _show_new(self) -> None:
        is_new = value_of(self._who) is None
        for field in self._new:
            field.setVisible(is_new)
        self.fit()


def give_passphrase_form(parent: QWidget, user: UserRow, keeping: Keeping) -> FieldsDialog:
    """Ask for another passphrase of somebody who forgot theirs."""
    return PassphraseAsk(
        parent,
        _("New passphrase for {name}", name=user.name),
        {},
        _("Give it to them"),
        keeping,
        about=_("The one they had stops opening this store. Backups made before keep it."),
    )


class NewMaster(FieldsDialog):
    """The passphrases of whoever is in the room, for a new master key."""

    def __init__(self, parent: QWidget, users: UsersPage) -> None:
        rows = sorted(users.users, key=lambda one: one.id != users.me)
        self._secrets = {
            str(one.id): _present(one, is_me=one.id == users.me) for one in rows if one.has_way_in
        }
        self._me = str(users.me)
        super().__init__(
            parent,
            _("New master key"),
            self._secrets,
            _("Go on"),
            about=_(
                "Whoever kept a copy of the store's folder can still open that copy, and nothing"
                " written after the new key. A backup is made first, everything is copied under"
                " the new key, and the store is locked."
            ),
        )

    @property
    def typed(self) -> dict[UUID, str]:
        """What was typed, by user."""
        return {UUID(name): field.text for name, field in self._secrets.items()}

    def give(self) -> None:
        """Hand over the passphrases; one's own is needed."""
        if not self._secrets[self._me].text:
            self.refuse_in_words({self._me: _("Type your passphrase.")}, None)
            return
        self.refuse_in_words({}, None)
        self.wait()
        super().give()


def _present(user: UserRow, *, is_me: bool) -> SecretField:
    if is_me:
        return SecretField(_("Your passphrase"))
    return SecretField(
        _("Passphrase of {name}", name=user.name),
        hint=_("If they are not here, leave it empty and give them a new one afterwards."),
    )


class CodeDialog(QDialog):
    """A new recovery code, noted before the master key is changed.

    Signals:
        noted: Part of it was typed back; the change is wanted.
    """

    noted = Signal()

    def __init__(self, parent: QWidget, code: str, put_on_paper: Callable[[str], bool]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New recovery code"))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._is_busy = False
        self._notice = NoticeLine()
        self._box = CodeBox(code, put_on_paper)
        self._go = button(_("Change the master key"), "primary")
        self._leave = button(_("Cancel"))
        self._go.clicked.connect(self._ask)
        self._box.entered.connect(self._ask)
        self._leave.clicked.connect(self.reject)
        words = _(
            "With the new key comes a new recovery code. Lock it away on paper before you go on."
            " Until the key is changed, the old code works and this one opens nothing."
        )
        self._busy = label("", wraps=True)
        self._busy.hide()
        body = page(
            heading(_("New recovery code")),
            label(words, wraps=True),
            self._notice,
            self._box,
            self._busy,
            None,
        )
        feet = row(None, self._leave, self._go, gap=M)
        feet.setContentsMargins(px(L), px(M), px(L), px(L))
        fill(self, body, feet, gap=0)
        room = parent.window().size()
        self.resize(min(px(_WIDTH), room.width()), min(px(_HEIGHT), room.height()))

    def show_changing(self) -> None:
        """Say that it is under way; nothing can be pressed until it is over."""
        self._set_busy(busy=True)
        told = _("Copying the store under its new key. Do not switch the computer off.")
        self._busy.setText(told)
        self._busy.show()
        announce(self, told)

    def refuse(self, sentences: Mapping[str, str], notice: Notice | None) -> None:
        """Say why it was not changed; it can be tried again."""
        self._set_busy(busy=False)
        self._busy.hide()
        told = [*sentences.values(), *((notice.what, notice.next) if notice else ())]
        kept = _("The old key and the old recovery code still stand.")
        self._notice.say(" ".join(told) or _("Stopped."), kept)

    def reject(self) -> None:
        if not self._is_busy:
            super().reject()

    def _ask(self) -> None:
        if not self._is_busy and self._box.check():
            self.noted.emit()

    def _set_busy(self, *, busy: bool) -> None:
        self._is_busy = busy
        for part in (self._box, self._go, self._leave):
            part.setEnabled(not busy)
