"""The widgets of one escalation: ask and clock, the case for it, what came back, its thread."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator.domain.escalations.views import (
    EscalationLink,
    EscalationRow,
    EscalationStory,
    ThreadEntry,
)
from coordinator.domain.states import EscalationStatus
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
    ruled,
    wide,
)
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.controls import words
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.forms import Field
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.numbered import Numbered
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, Tone
from coordinator.ui.screens.escalation.deeds import Deed
from coordinator.ui.screens.escalation.presenter import Opened
from coordinator.ui.shared.agency_texts import CopyForm
from coordinator.ui.shared.escalation_marks import about_whom, clock_mark
from coordinator.ui.shared.escalation_text import Letter
from coordinator.wording import dates
from coordinator.wording.barriers import category_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.refusals.rules import guard_words
from coordinator.wording.sharing import waiting_words
from coordinator.wording.stuck import outcome_words, proposed_words, receiver_words, standing
from coordinator.wording.translation import N_, _

_WORDS: Mapping[Deed, str] = {
    Deed.CHANGE: N_("Whom, what, by when"),
    Deed.CASE: N_("The case for it"),
    Deed.SEND: N_("It was sent"),
    Deed.ACKNOWLEDGE: N_("They have it"),
    Deed.ANSWER: N_("An answer came"),
    Deed.CHASE: N_("Chased"),
    Deed.NO_REPLY: N_("No answer came"),
    Deed.NEXT_LEVEL: N_("Draft the next level"),
    Deed.CLOSE: N_("Close with its effect"),
    Deed.REOPEN: N_("Open again"),
    Deed.WITHDRAW: N_("Withdraw"),
    Deed.NOTE: N_("Add a note"),
    Deed.TEXT: N_("Text to copy"),
    Deed.BRIEFING: N_("Briefing as a paper"),
    Deed.SHOW_NAMES: N_("Name the person in its papers"),
    Deed.HIDE_NAMES: N_("Reference alone in its papers"),
    Deed.PERSON: N_("Open the person"),
}
_MOST, _FRONT = 14, 5
_NAME = 128  # width of the quiet words before a fact
_SIGNS = {
    EscalationStatus.SENT: "arrow-up-right",
    EscalationStatus.ACKNOWLEDGED: "eye",
}
"""Of the others the clock says enough."""


class EscalationView(QWidget):
    """One escalation on one page.

    Signals:
        deed_asked: Something is to be done (Deed).
        link_asked: Another of its chain (UUID).
        text_taken: The text of the letter is wanted, to be copied (TakenText).
        told: Something is to be said to everybody at the page (str).
    """

    deed_asked = Signal(object)
    link_asked = Signal(object)
    text_taken = Signal(object)
    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Escalation"))
        self.sheets = Sheets(self)
        self._head, self._left, self._right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for box in (self._left, self._right):
            box.setSpacing(px(L))
        self.deeds = Numbered(_MOST, _FRONT)
        self.deeds.asked.connect(self.deed_asked)
        self._beside = Columns(
            820,
            (holder(column(self._left, None)), 3),
            (holder(column(self._right, None)), 2),
        )
        self._none = Empty(_("There is no escalation here that you may see."))
        self._none.hide()
        self.sheet = page(self._none, self._head, self.deeds, self._beside, None)
        fill(self, self.sheet)
        for one in self.deeds.actions_here:
            self.addAction(one)

    def show_escalation(self, opened: Opened) -> None:
        """Show it whole."""
        story, today = opened.story, opened.today
        self._none.hide()
        self._beside.show()
        refill(self._head, [_head(story, today)])
        offered = [(deed, _words(deed, opened)) for deed in opened.deeds]
        self.deeds.offer(offered[:_MOST])
        refill(self._left, [one for one in _left(story, today) if one is not None])
        refill(self._right, [self._thread(story, today), *self._chain(story)])

    def show_letter(self, letter: Letter) -> None:
        """Show a text that can be copied."""
        shown = words(letter.text, lines=13)
        shown.setReadOnly(True)
        hint = _("It names nobody unless the chair decided so. Send it securely.")
        fields = {"text": Field(_("Text"), shown, hint=hint)}
        title = _("Text for a letter or an e-mail")
        form = CopyForm(self, title, fields, letter.agency, letter.to)
        form.still = letter.still
        form.taken.connect(self.text_taken)
        form.copied.connect(self.told)
        self.sheets.show(form)

    def show_none(self) -> None:
        """Show that there is nothing to show."""
        refill(self._head, [])
        self.deeds.offer(())
        self._beside.hide()
        self._none.show()

    def _thread(self, story: EscalationStory, today: date) -> QWidget:
        lines = [_entry(one, today) for one in reversed(story.thread)]
        return card(heading(_("What happened")), *lines)

    def _chain(self, story: EscalationStory) -> Iterator[QWidget]:
        if story.chain:
            lines = [self._link(one) for one in story.chain]
            yield card(heading(_("The same barrier at other levels")), *lines)

    def _link(self, one: EscalationLink) -> QWidget:
        open_it = button(one.number, "link", name=_("Open {number}", number=one.number))
        open_it.clicked.connect(lambda: self.link_asked.emit(one.id))
        came = words_for(one.outcome) if one.outcome else words_for(one.status)
        level = _("level {level}", level=one.level) if one.level is not None else ""
        said = ", ".join(filter(None, (level, one.receiver, came)))
        return ruled(open_it, wide(label(said, wraps=True)))


def _words(deed: Deed, opened: Opened) -> str:
    words = _(_WORDS[deed])
    return waiting_words(words) if deed in opened.waiting else words


def _head(story: EscalationStory, today: date) -> QWidget:
    one = story.row
    step = next((level.receiver for level in story.ladder if level.level == one.level), "")
    about = ", ".join(filter(None, (about_whom(one), one.reference)))
    chips = [Chip(clock_mark(one, today))]
    if one.status in _SIGNS:
        chips.append(Chip(Mark(words_for(one.status), Tone.NEUTRAL, _SIGNS[one.status])))
    if one.names_shown:
        chips.append(Chip(Mark(_("Papers name the person"), Tone.CAREFUL, "eye")))
    if one.reopened:
        again = _("Opened again {count} times", count=one.reopened)
        chips.append(Chip(Mark(again, Tone.NEUTRAL, "history")))
    return holder(
        column(
            heading(_("{number}: {who}", number=one.number, who=about), "title"),
            label(standing(one.track, one.level, step), "quiet", wraps=True),
            flow(*chips),
            gap=6,
        )
    )


def _left(story: EscalationStory, today: date) -> Iterator[QWidget | None]:
    yield _ask(story, today)
    yield _answer(story, today)
    yield _barrier(story.row, today)
    yield _case(story)


def _ask(story: EscalationStory, today: date) -> QWidget:
    one = story.row
    by = dates.day(one.respond_by, today) if one.respond_by else dates.not_recorded()
    rule = story.kept_from_receiver
    kept = [(_("Not to be told any more"), guard_words(rule)[0])] if rule else []
    told = [
        (_("Asked of"), receiver_words(one)),
        *kept,
        (_("Answer by"), by),
        (_("Raised"), f"{dates.day(one.raised_on, today)}, {one.raised_by}"),
    ]
    if one.sent_on:
        told.append((_("Sent"), dates.day(one.sent_on, today)))
    if story.acknowledged_on:
        told.append((_("They have it since"), dates.day(story.acknowledged_on, today)))
    if story.meeting:
        told.append((_("Agreed at"), story.meeting))
    if proposed := proposed_words(one):
        told.append((_("No answer came"), proposed))
    if one.bypasses_ladder:
        told.append((_("Past the ladder"), _("999, section 42, MARAC and MAPPA do not wait.")))
    asked = one.ask or _("What exactly is asked is not said yet.")
    return card(heading(_("What is asked")), label(asked, wraps=True), *_facts(told), name="lead")


def _answer(story: EscalationStory, today: date) -> QWidget | None:
    one = story.row
    if not story.answer and one.outcome is None:
        return None
    told = [(_("It amounts to"), outcome_words(one))]
    if one.answered_on:
        told.append((_("Answered"), f"{dates.day(one.answered_on, today)}, {story.answered_by}"))
    told.append((_("Conditions"), story.conditions))
    if story.effect_kind is not None:
        changed = ": ".join(
            filter(None, (words_for(story.effect_kind), story.effect_action, story.effect))
        )
        told.append((_("What it changed"), changed))
    said = [label(story.answer, wraps=True)] if story.answer else []
    return card(heading(_("What came back")), *said, *_facts(told))


def _barrier(one: EscalationRow, today: date) -> QWidget | None:
    if one.barrier is None:
        return None
    barrier = one.barrier
    told = [
        (_("Agency"), barrier.agency),
        (_("Since"), dates.day(barrier.since, today)),
        (_("Status"), words_for(barrier.status)),
        (_("Action"), barrier.action),
        (_("What exactly"), barrier.description),
        (_("What was tried"), barrier.tried),
    ]
    title = category_words(barrier.category, barrier.own_category)
    return card(heading(_("What stands in the way")), label(title, "strong", wraps=True),
                *_facts(told))  # fmt: skip


def _case(story: EscalationStory) -> QWidget:
    told = [
        (_("Why them"), story.authority),
        (_("What the agency says"), story.agency_position),
        (_("What it means now"), story.impact),
        (_("Options"), "\n".join(story.options)),
        (_("The panel recommends"), story.recommendation),
        (_("If nothing is done"), story.risk_if_nothing),
    ]
    if not any(said for _title, said in told):
        nothing = _("Nothing yet. The briefing prints what is said here.")
        return card(heading(_("The case for it")), label(nothing, "quiet", wraps=True))
    return card(heading(_("The case for it")), *_facts(told))


def _facts(told: Iterable[tuple[str, str]]) -> list[QWidget]:
    """Give what is known, each beside its own quiet words."""
    return [_fact(title, said) for title, said in told if said.strip()]


def _fact(title: str, said: str) -> QWidget:
    name = label(title, "quiet", wraps=True)
    name.setFixedWidth(px(_NAME))
    name.setAlignment(Qt.AlignmentFlag.AlignTop)
    return holder(row(name, wide(label(said, wraps=True)), gap=M))


def _entry(one: ThreadEntry, today: date) -> QWidget:
    head = ", ".join(filter(None, (dates.day(one.on, today), one.by)))
    lines = column(
        holder(row(label(words_for(one.step), "strong"), wide(label(head, "quiet", wraps=True)))),
        gap=2,
    )
    if one.text.strip():
        lines.addWidget(label(one.text, wraps=True))
    return ruled(wide(holder(lines)))
