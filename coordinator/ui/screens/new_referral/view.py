"""The widgets of a new referral: who, who that might be already, and what is asked."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coordinator.domain.people.rules import PersonRow
from coordinator.domain.person.pages import PossibleDuplicate
from coordinator.ui.kit.asks import Ask
from coordinator.ui.kit.boxes import Columns, card, column, fill, holder, page, refill, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.entries import Entries
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lending import lend_keys
from coordinator.ui.kit.notices import NoticeLine, announce
from coordinator.ui.kit.tokens import M
from coordinator.ui.kit.words import chosen
from coordinator.wording import dates
from coordinator.wording.imports import REASONS
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _, ngettext

_SETTLE_MS = 250
_MOST = 6
Values = Mapping[str, Any]


class NewReferralView(QWidget):
    """A referral that is being made.

    Signals:
        typed: Who it is about so far, and everything that differs from the empty form
            (dict, dict).
        chosen: It is about somebody on file, or somebody new (PersonRow or nothing).
        save_asked: Who, and what (dict, dict).
        let_go_asked: What was typed is to be forgotten.
    """

    typed = Signal(object, object)
    chosen = Signal(object)
    save_asked = Signal(object, object)
    let_go_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("New referral"))
        self._notice = NoticeLine()
        self._who, self._what, self._alike = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._who_form, self._what_form = Entries(()), Entries(())
        self._first: Values = {}
        self._about = label("", "strong", wraps=True)
        self._somebody_else = button(_("Somebody else"), "link")
        self._somebody_else.clicked.connect(lambda: self.chosen.emit(None))
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE_MS)
        self._settled.timeout.connect(self._tell)
        save = button(_("Save as a draft"), "primary", "save")
        save.clicked.connect(self._ask_to_save)
        let_go = button(_("Let it go"), name=_("Let go of what was typed"))
        let_go.clicked.connect(self.let_go_asked)
        who = card(
            heading(_("Who it is about")),
            row(widened(self._about), self._somebody_else),
            self._who,
        )
        self._alike_card = card(heading(_("Perhaps on file already")), self._alike)
        asked = card(heading(_("What is asked")), self._what)
        both = Columns(
            760,
            (holder(column(who, None)), 3),
            (holder(column(self._alike_card, None)), 2),
        )
        head = column(
            heading(_("New referral"), "title"),
            label(_("It is a draft until it is handed in."), "quiet", wraps=True),
            gap=2,
        )
        buttons = row(None, let_go, save, gap=M)
        fill(self, page(head, self._notice, both, asked, buttons, None))

    def show_form(self, person: Sequence[Ask], referral: Sequence[Ask]) -> None:
        """Show the empty form."""
        self._settled.stop()
        self._notice.hide()
        self._who_form, self._what_form = Entries(person), Entries(referral)
        self._first = self._everything()
        for form in (self._who_form, self._what_form):
            form.edited.connect(lambda _name: self._settle())
        refill(self._who, [self._who_form])
        refill(self._what, [self._what_form])
        lend_keys(self, self._who_form.first)

    def try_again(self) -> bool:
        """Tell once more what is typed; the page is not to be read anew over it."""
        self._tell()
        return True

    def show_typed(self, values: Values) -> None:
        """Show what was typed before and never saved."""
        for form in (self._who_form, self._what_form):
            own = form.values()
            form.take_up({name: value for name, value in values.items() if name in own})

    def show_duplicates(self, found: Sequence[PossibleDuplicate]) -> None:
        """List who on file might be the same person."""
        shown = found[:_MOST]
        if not shown:
            none = _("Nobody so far. Names and dates of birth are compared while you type.")
            refill(self._alike, [label(none, "quiet", wraps=True)])
            return
        refill(self._alike, [self._alike_line(one) for one in shown])
        told = ngettext(
            "{count} person on file might be the same",
            "{count} people on file might be the same",
            len(found),
        )
        announce(self, told)

    def show_chosen(self, person: PersonRow | None) -> None:
        """Show that it is about somebody on file, or about somebody new."""
        is_known = person is not None
        self._who_form.setVisible(not is_known)
        self._somebody_else.setVisible(is_known)
        self._about.setVisible(is_known)
        self._alike_card.setVisible(not is_known)
        if person is not None:
            self._about.setText(
                _(
                    "{name}, {reference}",
                    name=chosen(person.name, person.reference),
                    reference=person.reference,
                )
            )

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say under each entry which rule it breaks."""
        of_what = {name: rule for name, rule in faults.items() if name in self._what_form.values()}
        self._what_form.show_faults(of_what)
        rest = {name: rule for name, rule in faults.items() if name not in of_what}
        if sentences := self._who_form.show_faults(rest):
            self._notice.say(" ".join(sentences))

    def _alike_line(self, one: PossibleDuplicate) -> QFrame:
        person = one.person
        name = chosen(person.name, person.reference)
        known = [person.reference, words_for(person.status)]
        if person.born_on is not None:
            known.append(_("born {day}", day=dates.plain_day(person.born_on)))
        why = ", ".join(_(REASONS[reason]) for reason in one.reasons)
        take = button(_("This is them"), "link", name=_("This is them: {name}", name=name))
        take.clicked.connect(lambda: self.chosen.emit(person))
        words = column(
            label(name, "strong", wraps=True),
            label(", ".join(known), "quiet", wraps=True),
            label(why[:1].upper() + why[1:], wraps=True),
            gap=2,
        )
        return ruled(widened(holder(words)), take)

    def _settle(self) -> None:
        if not self._settled.isActive():  # told also while somebody types on and on
            self._settled.start()

    def _tell(self) -> None:
        first, now = self._first, self._everything()
        said = {name: value for name, value in now.items() if value != first[name]}
        self.typed.emit(self._who_form.values(), said)

    def _everything(self) -> dict[str, Any]:
        return {**self._what_form.values(), **self._who_form.values()}

    def _ask_to_save(self) -> None:
        unreadable = [form.show_unreadable() for form in (self._what_form, self._who_form)]
        if not any(unreadable):
            self.save_asked.emit(self._who_form.values(), self._what_form.values())
