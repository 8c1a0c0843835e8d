"""The widgets of this part: who holds, what is ahead, steps, the new home, the housing log."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordinator.domain.cases.protocols import ProtocolRow, StepRow
from coordinator.domain.housing import MOVES, ApplicationRow, ConstraintRow
from coordinator.domain.states import HousingStep
from coordinator.domain.tonight import HoldingRow, MoveRow, Strip
from coordinator.ui.kit.boxes import Columns, card, fill, flow, holder, refill, row
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.strips import StripGrid
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, Tone
from coordinator.ui.screens.person.keeping.steps import Keep, Kept
from coordinator.ui.screens.person.parts import entry
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording import dates
from coordinator.wording.holding import (
    application_facts,
    application_words,
    constraint_words,
    gaps_words,
    holding_words,
    met_words,
    move_words,
    next_contact_words,
    step_words,
    until_words,
)
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _


class KeepingPart(QWidget):
    """What keeps somebody from falling between.

    Signals:
        wished: Something is to be done (Keep, the line it is about or nothing).
    """

    wished = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout()
        self._box.setSpacing(px(L))
        fill(self, self._box)
        self._kept: Kept | None = None
        self.hide()

    def show_kept(self, kept: Kept) -> None:
        """Show it."""
        self._kept = kept
        parts: list[QWidget] = []
        if (strip := kept.about.strip) is not None:
            parts.append(self._who_holds(kept, strip))
        left = holder(_stacked(self._steps(kept), self._home(kept)))
        right = holder(_stacked(self._housing(kept)))
        parts.append(Columns(820, (left, 1), (right, 1)))
        refill(self._box, parts)
        self.show()

    def show_nothing(self) -> None:
        """Show nothing: there is nobody to show."""
        self.hide()

    def _who_holds(self, kept: Kept, strip: Strip) -> QWidget:
        about = kept.about
        offers = [
            _("{agency} offers: {what}", agency=one.agency, what=one.what) for one in strip.offers
        ]
        return card(
            self._titled(
                _("Who holds"),
                (Keep.HOLD, _("Say who holds")),
                (Keep.MOVE, _("Add a change ahead")),
            ),
            label(until_words(about.tonight, about.today), "quiet", wraps=True),
            label(gaps_words(strip), "strong" if strip.to_see_to else "", wraps=True),
            StripGrid(strip, about.today),
            *[self._move(one, kept) for one in strip.moves],
            *[self._holding(one, kept) for one in strip.holdings],
            *[label(said, "quiet", wraps=True) for said in offers],
        )

    def _move(self, one: MoveRow, kept: Kept) -> QWidget:
        marks = () if one.is_met else (_careful(_("Nobody is named")),)
        day = dates.day(one.on, kept.about.today)
        past = _("Its day has come; nobody has said how it went") if one.is_past else ""
        links = (
            *self._link(Keep.CHANGE_MOVE, _("Change"), one, move_words(one)),
            *self._link(Keep.HAPPENED, _("It has happened"), one, move_words(one)),
        )
        about = (day, met_words(one), one.plan, past)
        return entry(move_words(one), about, *links, marks=marks)

    def _holding(self, one: HoldingRow, kept: Kept) -> QWidget:
        today = kept.about.today
        from_on = _("from {day}", day=dates.day(one.from_on, today))
        to_on = _("until {day}", day=dates.day(one.to_on, today)) if one.to_on else ""
        since = ", ".join(filter(None, (from_on, to_on)))
        marks = (_careful(_("Has left")),) if one.has_left else ()
        links = self._link(Keep.UNTIL, _("Until when"), one, holding_words(one))
        return entry(holding_words(one), (one.what, since), *links, marks=marks)

    def _steps(self, kept: Kept) -> QWidget:
        running = kept.about.running
        if running is None:
            ended = kept.about.protocols[:1]
            told = [label(_ended(one, kept), "quiet", wraps=True) for one in ended]
            if not ended:
                told = [label(_("Nothing runs."), "quiet", wraps=True)]
            starts = (Keep.START, _("They have stopped taking part"))
            return card(self._titled(_("Before anybody lets go"), starts), *told)
        since = _("Since {day}", day=dates.day(running.started_on, kept.about.today))
        parts: list[QWidget] = [
            self._titled(_("Before anybody lets go")),
            label(f"{since}. {running.why}", "quiet", wraps=True),
            *self._back(running, kept),
            *[self._step(one, kept) for one in running.steps],
            flow(*self._link(Keep.END, _("End the steps"), running, "")),
        ]
        return card(*parts)

    def _back(self, running: ProtocolRow, kept: Kept) -> Iterator[QWidget]:
        if running.met_on is not None:
            day = dates.day(running.met_on, kept.about.today)
            words = _("They took part on {day}. Back in touch?", day=day)
            yield label(words, "strong", wraps=True)

    def _step(self, one: StepRow, kept: Kept) -> QWidget:
        marks = (_careful(_("Not done yet")),) if one.is_overdue else ()
        links: tuple[QWidget, ...] = ()
        if one.done_on is None:
            links = (
                *self._link(Keep.TAKE, _("It was taken"), one, one.text),
                *self._link(Keep.ARRANGE, _("Who, and by when"), one, one.text),
            )
        return entry(one.text, (step_words(one, kept.about.today),), *links, marks=marks)

    def _home(self, kept: Kept) -> QWidget | None:
        case = kept.about.case
        if case is None or not kept.about.is_new_home:
            return None
        home, due = case.move_in, kept.about.next_contact
        said = [
            next_contact_words(due, kept.about.today) if due else home.contact_rhythm,
            _("Moved in: {day}", day=dates.day(home.moved_in_on, kept.about.today)),
            _("Contact with the landlord: {who}", who=home.tenancy_contact or _("not said")),
        ]
        marks = [flow(_careful(_("Contact is due")))] if due and due.is_overdue else []
        lines = [label(words, wraps=True) for words in said if words]
        return card(self._titled(_("The new home"), (Keep.HOME, _("Change"))), *marks, *lines)

    def _housing(self, kept: Kept) -> QWidget:
        found = kept.about.housing
        allow = [self._constraint(one) for one in found.constraints]
        asked = [self._application(one, kept) for one in found.applications]
        nothing = label(_("Nobody has been asked for a home yet."), "quiet", wraps=True)
        plain = label(_("Nothing is noted that a home must allow for."), "quiet", wraps=True)
        return card(
            self._titled(_("A home must allow for"), (Keep.CONSTRAINT, _("Note something"))),
            *(allow or [plain]),
            self._titled(_("Asked for a home"), (Keep.APPLY, _("Note an application"))),
            *(asked or [nothing]),
        )

    def _constraint(self, one: ConstraintRow) -> QWidget:
        marks = kept_back(one.sensitivity)
        links = self._link(Keep.END_CONSTRAINT, _("Take it off"), one, constraint_words(one))
        return entry(constraint_words(one), (), *links, marks=marks)

    def _application(self, one: ApplicationRow, kept: Kept) -> QWidget:
        words = application_words(one)
        facts = application_facts(one, kept.about.today)
        mark = Chip(Mark(words_for(one.status), *_look_of(one.status)))
        marks = (mark, *kept_back(one.sensitivity))
        return entry(words, facts, *self._answers(one, words), marks=marks)

    def _answers(self, one: ApplicationRow, words: str) -> Iterator[QWidget]:
        if one.status is HousingStep.APPEALED:
            yield from self._link(Keep.APPEAL_RESULT, _("The appeal was decided"), one, words)
        elif HousingStep.APPEALED in MOVES[one.status]:
            yield from self._link(Keep.APPEAL, _("Appeal"), one, words)
        elif MOVES[one.status]:
            yield from self._link(Keep.ANSWER, _("What came of it"), one, words)
        if one.refusal is not None and one.barrier_id is None:
            yield from self._link(Keep.BARRIER, _("Name it as a barrier"), one, words)

    def _titled(self, title: str, *deeds: tuple[Keep, str]) -> QWidget:
        links = [part for keep, words in deeds for part in self._link(keep, words, None, title)]
        return holder(row(widened(heading(title)), flow(*links)) if links else row(heading(title)))

    def _link(self, keep: Keep, words: str, about: object, of: str) -> Iterator[QWidget]:
        if self._kept is not None and keep in self._kept.may:
            name = ": ".join(filter(None, (words, of)))
            made: QPushButton = button(words, "link", name=name)
            made.clicked.connect(partial(self._wish, keep, about))
            yield made

    def _wish(self, keep: Keep, about: object, _checked: object = None) -> None:
        self.wished.emit(keep, about)


def _stacked(*parts: QWidget | None) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setSpacing(px(L))
    for part in parts:
        if part is not None:
            box.addWidget(part)
    box.addStretch(1)
    return box


def _careful(words: str) -> Chip:
    return Chip(Mark(words, Tone.CAREFUL, "circle-alert"))


def _ended(one: ProtocolRow, kept: Kept) -> str:
    day = dates.day(one.ended_on, kept.about.today)
    told = _("Last time: {how}, {day}", how=words_for(one.status), day=day)
    return ". ".join(filter(None, (told, one.end_note)))


def _look_of(status: HousingStep) -> tuple[Tone, str]:
    if status in {HousingStep.OFFERED, HousingStep.ACCEPTED}:
        return Tone.GOOD, "circle-check"
    if status in {HousingStep.REFUSED, HousingStep.APPEALED}:
        return Tone.CAREFUL, "circle-alert"
    return Tone.NEUTRAL, "circle-dot"
