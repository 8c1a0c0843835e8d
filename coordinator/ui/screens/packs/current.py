"""The recipient the keys are on: which pack, about whom, who is left out and why."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.disclosing.packs import PackRow
from coordinator.domain.lists.sharing import PackVariant
from coordinator.ui.kit.boxes import column, flow, holder
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.controls import offer, picker, value_of
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M
from coordinator.ui.screens.packs.columns import Line
from coordinator.wording.packs import (
    deputy_sentences,
    left_out_words,
    lock_sentences,
    person_words,
    prompt_sentence,
    recipient_words,
    refusal_words,
    variant_words,
)
from coordinator.wording.translation import _


class Current(QFrame):
    """One recipient and what they would get.

    Signals:
        variant_chosen: Another variant is to be kept for the agency (PackRow, PackVariant).
        held_back: The pack is not to go out now, or after all (PackRow).
        told: The agency was told its password (PackRow).
        taken_back: They are no longer invited to look on (PackRow).
        replacing: The agency is to have another password (PackRow).
    """

    variant_chosen = Signal(object, object)
    held_back = Signal(object)
    told = Signal(object)
    replacing = Signal(object)
    taken_back = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._row: PackRow | None = None
        self._title = heading("")
        self._facts = label("", wraps=True)
        self._variants = picker([])
        self._variants.setAccessibleName(_("Pack"))
        self._variants.setMaximumWidth(px(220))
        self._variants.activated.connect(lambda _at: self._choose())
        self._hold = button("")
        self._hold.clicked.connect(lambda: self._say(self.held_back))
        self._tell = button(_("It was told"), name=_("The agency was told its password"))
        self._tell.clicked.connect(lambda: self._say(self.told))
        self._replace = button(_("Another password"), name=_("Another password for the agency"))
        self._replace.clicked.connect(lambda: self._say(self.replacing))
        self._back = button(_("Take back the invitation"))
        self._back.clicked.connect(lambda: self._say(self.taken_back))
        self._parts = [(heading(""), label("", wraps=True)) for _at in range(2)]
        self._choice = flow(self._variants, self._hold, self._tell, self._replace, gap=M)
        told = [holder(column(title, words, gap=2)) for title, words in self._parts]
        self._told: list[QWidget] = told
        box = column(self._title, self._facts, self._choice, flow(self._back), *told, gap=M)
        box.setContentsMargins(px(L), px(L), px(L), px(L))
        self.setLayout(box)

    def show_line(self, line: Line | None, today: date) -> None:
        """Show a recipient, or none."""
        self.setVisible(line is not None)
        self._row = line.row if line else None
        if line is None:
            return
        row = line.row
        self._title.setText(recipient_words(row))
        self._facts.setText(" ".join(_facts(row, today)))
        offer(self._variants, [(variant_words(one), one) for one in PackVariant], row.variant)
        self._variants.setEnabled(not row.to.is_officer)
        self._hold.setText(_("Hold back") if line.goes else _("Let it go out"))
        self._hold.setAccessibleName(self._hold.text())
        self._hold.setVisible(row.refused is None)
        has_password = row.needs_password and row.to.password is not None
        self._tell.setVisible(has_password)
        self._replace.setVisible(has_password)
        self._back.setVisible(row.to.invitation is not None)
        self._choice.setVisible(row.to.professional is not None and row.to.agency is not None)
        within = ", ".join(person_words(one) for one in row.people)
        left = "\n".join(
            _("{person}: {why}", person=person_words(one), why=left_out_words(why))
            for one, why in row.left_out
        )
        for at, (title, words) in enumerate(
            ((_("In this pack"), within), (_("Left out, and why"), left))
        ):
            self._parts[at][0].setText(title)
            self._parts[at][1].setText(words)
            self._told[at].setVisible(bool(words))

    def _choose(self) -> None:
        if self._row is not None:
            self.variant_chosen.emit(self._row, value_of(self._variants))

    def _say(self, signal: SignalInstance) -> None:
        if self._row is not None:
            signal.emit(self._row)


def _facts(row: PackRow, today: date) -> Iterator[str]:
    """Say how a recipient's pack stands, sentence by sentence."""
    if row.refused is not None:
        yield refusal_words(row.refused)
    yield from deputy_sentences(row)
    until, some = row.to.agreement_until, row.not_for_all
    yield from (prompt_sentence(prompt, until, today, some) for prompt in row.prompts)
    if row.refused is None:
        yield from lock_sentences(row, today)
    if row.to.is_officer:
        yield _("Chair and coordinator always get the full pack.")
    elif row.refused is None:
        yield _("What you choose is kept for the agency.")
