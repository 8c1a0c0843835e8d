"""The widgets of one person's page: who this is, what was agreed, what happened."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coordinator.domain.cases import CasePeriod
from coordinator.domain.history import Happening, HistoryView
from coordinator.domain.person_pages import PersonPage
from coordinator.domain.safety import WarningRow
from coordinator.domain.states import BasisStatus, CaseStatus, RiskStatus
from coordinator.ui.kit.boxes import (
    Columns,
    card,
    clear,
    column,
    fill,
    flow,
    holder,
    page,
    refill,
    row,
    ruled,
)
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label, sign
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XL, L, M, S, Tone
from coordinator.ui.kit.words import full
from coordinator.ui.screens.person.plan import plan_parts
from coordinator.ui.screens.person.presenter import OpenedPerson
from coordinator.wording import dates
from coordinator.wording.acts import act_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _


class PersonView(QWidget):
    """One person on one page.

    Signals:
        more_asked: What happened before what is shown.
        plan_asked: The page where the plan is written.
    """

    more_asked = Signal()
    plan_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Person"))
        self._body = QVBoxLayout()
        self._body.setSpacing(px(L))
        self._happened = QVBoxLayout()
        self._happened.setSpacing(px(S))
        self._older = button(_("Show earlier"), "link")
        self.sheet = page(self._body, None)
        fill(self, self.sheet)

    def show_person(self, opened: OpenedPerson) -> None:
        """Show the person, the plan and what happened."""
        self._older = button(_("Show earlier"), "link", name=_("Show what happened earlier"))
        self._older.clicked.connect(self.more_asked)
        self._happened = QVBoxLayout()
        self._happened.setSpacing(px(S))
        write = button(_("Write on the plan"), "link")
        write.clicked.connect(self.plan_asked)
        plan = holder(column(*plan_parts(opened.plan, write), None, gap=L))
        side = holder(column(self._history(opened.history), None, gap=L))
        refill(self._body, [_head(opened), Columns(820, (plan, 3), (side, 2), gap=L)])

    def add_history(self, history: HistoryView) -> None:
        """Show what happened before."""
        for line in _lines(history):
            self._happened.addWidget(line)
        self._older.setVisible(history.before is not None)

    def show_nobody(self) -> None:
        """Show that there is nobody to show."""
        clear(self._body)
        self._body.addWidget(Empty(_("There is nobody here that you may see.")))

    def _history(self, history: HistoryView) -> QFrame:
        frame = card(heading(_("What happened")), self._happened, row(self._older, None))
        self.add_history(history)
        return frame


def _head(opened: OpenedPerson) -> QFrame:
    one = opened.page
    name = full(one.person.name, one.person.reference)
    return card(
        column(heading(name, "title"), label(_who(opened), "quiet", wraps=True), gap=2),
        flow(*[Chip(mark) for mark in _marks(opened)]),
        *_safety(one),
        flow(*[_fact(title, said) for title, said in _facts(opened)], gap=XL),
        gap=M,
    )


def _who(opened: OpenedPerson) -> str:
    one, details = opened.page, opened.page.details
    told = [details.pronouns]
    if one.person.born_on is not None:
        years = dates.age(one.person.born_on, opened.today)
        born = dates.plain_day(one.person.born_on)
        told.append(_("Born {day}, aged {years}", day=born, years=years))
    elif details.estimated_age:
        told.append(_("About {years} years old", years=details.estimated_age))
    told.append(one.person.reference)
    if one.aliases:
        names = ", ".join(alias.name for alias in one.aliases)
        told.append(_("Also known as {names}", names=names))
    return ". ".join(filter(None, told))


def _marks(opened: OpenedPerson) -> Iterable[Mark]:
    one = opened.page
    if one.details.died_on is not None:
        yield Mark(_("Died {day}", day=dates.plain_day(one.details.died_on)))
    yield _basis(one)
    for exclusion in one.sharing.exclusions:
        yield Mark(
            _("Not to be told: {agency}", agency=exclusion.agency), Tone.CAREFUL, "link-2-off"
        )
    case = _current(one)
    if case is not None and _leader(case) == "":
        yield Mark(_("Lead to agree"), Tone.CAREFUL, "user-round-x")
    if one.overdue_actions:
        words = _("{count} overdue", count=one.overdue_actions)
        yield Mark(words, Tone.URGENT, "triangle-alert")


def _basis(one: PersonPage) -> Mark:
    basis = one.sharing.basis
    if basis.status is not BasisStatus.RECORDED:
        return Mark(words_for(basis.status), Tone.CAREFUL, "circle-alert")
    if basis.facts.told_on is not None:
        day = dates.day(basis.facts.told_on)
        return Mark(_("Told about the panel {day}; basis recorded", day=day), Tone.NEUTRAL, "info")
    return Mark(words_for(basis.status), Tone.NEUTRAL, "info")


def _facts(opened: OpenedPerson) -> Iterable[tuple[str, str]]:
    one, today = opened.page, opened.today
    case = _current(one)
    lead = _leader(case) if case is not None else ""
    yield _("Lead professional"), lead or _("To agree")
    staying = one.details.place or one.details.usual_places
    yield _("Staying at"), staying or dates.not_recorded()
    if case is not None:
        yield _("On the panel since"), dates.plain_day(case.opened_on)
        yield _("Phase"), words_for(case.phase)
        yield _("Next review"), dates.day(case.next_review_on, today)
    yield _("Last seen"), dates.ago(one.last_seen_on, today)
    if one.details.communication:
        yield _("Communication"), one.details.communication


def _fact(title: str, said: str) -> QWidget:
    return holder(column(label(title, "quiet"), label(said, "strong"), gap=0))


def _safety(one: PersonPage) -> list[QFrame]:
    """What a worker must know before they meet the person: neutral words, first on the page."""
    standing = [note for note in one.safety.warnings if note.status is not RiskStatus.ENDED]
    return [_warning(warning) for warning in standing]


def _warning(warning: WarningRow) -> QFrame:
    source = warning.source or warning.noted_by
    review = dates.day(warning.note.review_on)
    about = _("From {source}. To be looked at again {day}", source=source, day=review)
    if warning.review_is_due:
        about = _("From {source}. Its review was due {day}", source=source, day=review)
    words = column(
        label(warning.note.text, "strong", wraps=True), label(about, "quiet", wraps=True), gap=0
    )
    return ruled(sign("shield-alert"), widened(holder(words)))


def _lines(history: HistoryView) -> Iterable[QWidget]:
    for one in history.happenings:
        who = history.names.get(one.by.hex, "")
        yield _happening(one, who)


def _happening(one: Happening, who: str) -> QWidget:
    what = act_words(one.act, [move.kind for move in one.moves])
    day = dates.day(one.at.astimezone(dates.HOME).date())
    about = ". ".join(filter(None, (day, who, one.reason)))
    words = column(label(what, wraps=True), label(about, "quiet", wraps=True), gap=0)
    return ruled(widened(holder(words)))


def _current(one: PersonPage) -> CasePeriod | None:
    return next((case for case in one.cases if case.status is not CaseStatus.CLOSED), None)


def _leader(case: CasePeriod) -> str:
    found = next((lead for lead in case.leads if lead.to_on is None and not lead.has_left), None)
    return ", ".join(filter(None, (found.professional, found.agency))) if found else ""
