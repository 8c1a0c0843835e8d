"""The widgets of one person's page: who this is, what was agreed, what happened."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coordinator.domain.people.contacts import ContactPage
from coordinator.domain.plans.views import VersionView
from coordinator.domain.records.history import HistoryView
from coordinator.ui.kit.boxes import (
    Columns,
    card,
    column,
    fill,
    flow,
    holder,
    page,
    refill,
    row,
)
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.refocusing import focus_again, focused_name
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS, L, M, S, Tone
from coordinator.ui.kit.versions import version_lines
from coordinator.ui.screens.person import cards
from coordinator.ui.screens.person.assessments import assessments_card
from coordinator.ui.screens.person.away import aside_card, stayed_line
from coordinator.ui.screens.person.death import death_cards
from coordinator.ui.screens.person.deeds import Deeds
from coordinator.ui.screens.person.demand.view import DemandPart
from coordinator.ui.screens.person.happened import Happened
from coordinator.ui.screens.person.head import head
from coordinator.ui.screens.person.keeping.view import KeepingPart
from coordinator.ui.screens.person.learning.view import LearntPart
from coordinator.ui.screens.person.needs import enquiries_card, needs_card
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.own import own_card
from coordinator.ui.screens.person.parts import Line, link, titled
from coordinator.ui.screens.person.plan import plan_parts
from coordinator.ui.screens.person.safety import safety_cards
from coordinator.ui.screens.person.sharing import around_cards, sharing_card
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.screens.person.stuck import stuck_cards
from coordinator.ui.screens.person.voice import comms_card, wishes_card
from coordinator.ui.shared.agency_texts import ChaseForm
from coordinator.ui.shared.chasing import Chase
from coordinator.ui.shared.money_part import MoneyPart
from coordinator.wording import dates
from coordinator.wording.translation import _, ngettext

_DETAILS = (Step.NAMES, Step.REACH, Step.ABOUT, Step.ALIAS, Step.NUMBER)


class PersonView(QWidget):
    """One person on one page.

    Signals:
        wished: Something is to be done (Step, the line it is about or nothing).
        more_asked: What happened before what is shown.
        contacts_asked: The contacts before those shown.
        text_taken: A text is wanted for an agency, to be copied (TakenText).
    """

    wished = Signal(object, object)
    more_asked = Signal()
    contacts_asked = Signal()
    text_taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Person"))
        self.sheets = Sheets(self)
        self._opened: OpenedPerson | None = None
        self._version: VersionView | None = None
        self._shows_versions = False
        self._earlier_words: dict[UUID, HistoryView] = {}
        self._head, self._left, self._right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for box in (self._left, self._right):
            box.setSpacing(px(L))
        self.deeds = Deeds()
        self.deeds.wished.connect(lambda step: self.wished.emit(step, None))
        self._settle = _Settle()
        self._settle.asked.connect(lambda: self.wished.emit(Step.SETTLE, None))
        self.keeping = KeepingPart()
        self.demand = DemandPart()
        self.learnt = LearntPart()
        self.money = MoneyPart()
        self._happened = Happened()
        self._happened.more_asked.connect(self.more_asked)
        self._beside = Columns(
            820,
            (holder(column(self._left, None)), 3),
            (holder(column(self._right, None)), 2),
        )
        self._nobody = Empty(_("There is nobody here that you may see."))
        self._nobody.hide()
        self.sheet = page(
            self._nobody,
            self._head,
            self.deeds,
            self._settle,
            self._beside,
            self.keeping,
            self.demand,
            self.learnt,
            self.money,
            self._happened,
            None,
        )
        fill(self, self.sheet)
        self._happened.hide()

    def show_person(self, opened: OpenedPerson) -> None:
        """Show the person, the plan and what happened."""
        kept = focused_name(self)
        self._opened = opened
        self._earlier_words.clear()
        self._nobody.hide()
        self._beside.show()
        self._happened.show()
        refill(self._head, [head(opened, self._wish), *stayed_line(opened)])
        self.deeds.show_steps(opened.steps, opened.front, opened.waiting)
        self._settle.show_count(opened.disagreements)
        self._show_plan(opened)
        self._show_beside(opened)
        self._happened.show_history(opened.history, opened.today)
        focus_again(self, kept)

    def add_history(self, history: HistoryView) -> None:
        """Show what happened before."""
        if self._opened is not None:
            self._happened.add_history(history, self._opened.today)

    def add_contacts(self, contacts: ContactPage) -> None:
        """Show earlier contacts."""
        if self._opened is not None:
            for one in cards.contact_lines(contacts.rows, self._opened.today):
                self._contacts.addWidget(one)
            self._earlier.setVisible(contacts.before is not None)

    def show_texts(self, texts: Sequence[Chase]) -> None:
        """Show what agencies copy into their own systems."""
        form = ChaseForm(self, texts, title=_("Copy for an agency's own system"))
        form.taken.connect(self.text_taken)
        self.sheets.show(form)

    def show_version(self, version: VersionView) -> None:
        """Show what was agreed one day; asked for again, it goes."""
        again = self._version is not None and self._version.row.id == version.row.id
        self._version = None if again else version
        if self._opened is not None:
            kept = focused_name(self)
            self._show_plan(self._opened)
            focus_again(self, kept)

    def show_earlier_words(self, note: UUID, history: HistoryView) -> None:
        """Show what was said of a risk before; asked for again, it goes."""
        if self._earlier_words.pop(note, None) is None:
            self._earlier_words[note] = history
        if self._opened is not None:
            kept = focused_name(self)
            self._show_beside(self._opened)
            focus_again(self, kept)

    def show_nobody(self) -> None:
        """Show that there is nobody to show."""
        self._opened = None
        refill(self._head, [])
        self._beside.hide()
        self._happened.hide()
        self._settle.hide()
        self._nobody.show()
        self.deeds.show_steps((), ())

    def _wish(self, step: Step, about: object) -> None:
        self.wished.emit(step, about)

    def _show_plan(self, opened: OpenedPerson) -> None:
        write = button(_("Write on the plan"), "link")
        write.clicked.connect(lambda: self._wish(Step.PLAN, None))
        parts = plan_parts(opened, write, self._wish)
        if opened.versions:
            parts.append(self._versions(opened))
        own = own_card(opened, self._wish)
        about = _empty_last(self._about(opened))
        aside = aside_card(opened)
        refill(self._left, [*stuck_cards(opened, self._wish), *parts, own, *aside, *about])

    def _about(self, opened: OpenedPerson) -> list[QWidget]:
        """Show how somebody is reached and who led: here the page has room beside what changes."""
        details = [step for step in _DETAILS if step in opened.steps]
        change = self.deeds.menu_of(_("Change"), details, name=_("Change the details"))
        return [
            cards.details_card(opened, self._wish, change if details else None),
            cards.case_card(opened, self._wish),
        ]

    def _versions(self, opened: OpenedPerson) -> QWidget:
        count, last = len(opened.versions), opened.versions[0].agreed_on
        words = ngettext(
            "Agreed once, {day}.",
            "Agreed {count} times, last {day}.",
            count,
            day=dates.day(last, opened.today),
        )
        shown = self._shows_versions
        turn = button(_("Hide the versions") if shown else _("Show the versions"), "link")
        turn.clicked.connect(self._turn_versions)
        lines = version_lines(
            opened.versions if shown else (),
            self._version,
            lambda one: self._wish(Step.VERSION, one),
        )
        return card(Line(words, turn), *lines)

    def _turn_versions(self) -> None:
        self._shows_versions = not self._shows_versions
        if self._opened is not None:
            self._show_plan(self._opened)
            words = _("Hide the versions") if self._shows_versions else _("Show the versions")
            focus_again(self, words)

    def _show_beside(self, opened: OpenedPerson) -> None:
        parts = [
            *death_cards(opened, self._wish),
            wishes_card(opened, self._wish),
            self._contacts_card(opened),
            *safety_cards(opened, self._wish, self._earlier_words),
            needs_card(opened, self._wish),
            enquiries_card(opened, self._wish),
            sharing_card(opened, self._wish),
            *around_cards(opened, self._wish),
            assessments_card(opened, self._wish),
            comms_card(opened, self._wish),
        ]
        refill(self._right, _empty_last(parts))

    def _contacts_card(self, opened: OpenedPerson) -> QWidget:
        note = link(_("Note a contact"), self._wish, Step.CONTACT, of=_("Contacts"))
        can = (note,) if Step.CONTACT in opened.steps else ()
        if not opened.contacts.rows:
            return Line(_("No contact has been noted yet."), *can)
        self._contacts = QVBoxLayout()
        self._contacts.setSpacing(px(S))
        self._earlier = button(_("Show earlier"), "link", name=_("Show contacts made earlier"))
        self._earlier.clicked.connect(self.contacts_asked)
        made = card(titled(_("Contacts")), self._contacts, flow(self._earlier))
        self.add_contacts(opened.contacts)
        return made


class _Settle(QFrame):
    """That entries of this person say two things, and the way to settle them.

    Signals:
        asked: Both are to be looked at.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("tone", Tone.CAREFUL.value)
        self._words = label("", "strong", wraps=True)
        go = button(_("Look at both"), name=_("Look at the entries that say two things"))
        go.clicked.connect(self.asked)
        box = row(widened(self._words), go, gap=M)
        box.setContentsMargins(px(L), px(S), px(S), px(S))
        self.setLayout(box)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many there are; nothing when there are none."""
        self._words.setText(
            ngettext("An entry says two things.", "{count} entries say two things.", count)
        )
        self.setVisible(bool(count))


def _empty_last(parts: Sequence[QWidget]) -> list[QWidget]:
    """Put the lines of what is empty into one card below the rest."""
    empty = [part for part in parts if isinstance(part, Line)]
    full = [part for part in parts if not isinstance(part, Line)]
    return [*full, *([card(*empty, gap=XS)] if empty else [])]
