"""What the page of one escalation does: reads it, and does what is at hand. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.actions.lists import find_actions
from coordinator.casework.desk import Desk
from coordinator.casework.escalations.raising import hide_names
from coordinator.casework.escalations.reading import read_escalation
from coordinator.casework.stuck.reading import read_ground
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.errors import BasisLackingError, GuardError, MissingRecordError, RuleError
from coordinator.domain.escalations.views import Drafted, EscalationRow, EscalationStory, Sent
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.stuck.views import Ground
from coordinator.exports.composing import PaperKind
from coordinator.papers.bare import papers_that_wait
from coordinator.ui.kit.asks import Question
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.every import EscalationPlace, PapersPlace, PersonPlace, Place
from coordinator.ui.screens.escalation import acts, questions
from coordinator.ui.screens.escalation.deeds import Deed, deeds_of, is_ready
from coordinator.ui.shared.asking import Act, Asking
from coordinator.ui.shared.escalating import drafted_words
from coordinator.ui.shared.escalation_text import Letter, read_letter
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.translation import N_, _

_SHOWN = (
    RecordKind.ESCALATION,
    RecordKind.ESCALATION_ENTRY,
    RecordKind.BARRIER,
    RecordKind.PERSON,
    RecordKind.BASIS,
    RecordKind.PROFESSIONAL,
    RecordKind.PANEL_LINE,
)
_MOST = 200


@dataclass(frozen=True, slots=True)
class Opened:
    """One escalation, and what may be done with it.

    Attributes:
        waiting: What of that waits for the information basis: its papers.
    """

    story: EscalationStory = field(repr=False)
    deeds: tuple[Deed, ...]
    today: date
    waiting: frozenset[Deed] = frozenset()


@dataclass(frozen=True, slots=True)
class Offered:
    """What its forms choose from, and the day they are opened on: the page may be of another."""

    ground: Ground
    today: date
    actions: tuple[tuple[UUID, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the page leads and whom it tells."""

    go: Callable[[Place], None]
    toast: Callable[[str, Callable[[], object] | None], None]
    notify: Notify


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_escalation(self, opened: Opened) -> None:
        """Show it."""

    def show_letter(self, letter: Letter) -> None:
        """Show a text that can be copied."""

    def show_none(self) -> None:
        """Show that there is nothing to show."""


class EscalationPresenter:
    """One escalation."""

    def __init__(
        self, jobs: Jobs, view: View, asking: Asking, ways: Ways, escalation: UUID
    ) -> None:
        self._jobs, self._view, self._asking, self._ways = jobs, view, asking, ways
        self._id = escalation
        self._opened: Opened | None = None

    def load(self) -> None:
        """Read it."""
        read = partial(_read, escalation=self._id)
        self._jobs.query(read, self._show, replaces="escalation", refused=self._refused)

    def look_again(self, changes: Changes) -> None:
        """Read it again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def go_to(self, escalation: UUID) -> None:
        """Open another of its chain."""
        self._ways.go(EscalationPlace(escalation))

    def do(self, deed: Deed) -> None:
        """Do what somebody wants; what needs words is asked for first."""
        if self._opened is None or deed not in self._opened.deeds:
            return
        row, rule = self._opened.story.row, self._opened.story.kept_from_receiver
        match deed:
            case _ if row.person_id is not None and deed in self._opened.waiting:
                self._told(BasisLackingError(record=row.person_id))
            case Deed.CHASE if rule:
                self._told(GuardError(rule))
            case Deed.BRIEFING:
                self._ways.go(PapersPlace(kind="escalation", escalation=row.number))
            case Deed.PERSON if row.person_id is not None:
                self._ways.go(PersonPlace(row.person_id))
            case Deed.TEXT:
                read = partial(read_letter, escalation=row.id)
                self._jobs.query(
                    read, self._view.show_letter, replaces="letter", refused=self._told
                )
            case Deed.HIDE_NAMES:
                hide = partial(hide_names, escalation_id=row.id, seen=row.revision)
                self._jobs.command(hide, refused=self._told)
            case _:
                offered = partial(_offered, row=row)
                then = partial(self._ask, deed)
                self._jobs.query(offered, then, replaces="escalation form", refused=self._told)

    def _ask(self, deed: Deed, offered: Offered) -> None:
        if self._opened is None:
            return
        story = self._opened.story
        comes_first = deed is Deed.SEND and not is_ready(story.row)
        deed = Deed.CHANGE if comes_first else deed  # whom and what come first
        question, act = _form(deed, story, offered)
        if comes_first:
            question = replace(question, about=questions.not_ready(story.row))
        self._asking.put(
            question,
            act,
            about=story.row.id,
            seen=story.row.revision,
            then=partial(self._done, deed, story.row),
        )

    def _done(self, deed: Deed, row: EscalationRow, result: Any) -> None:
        if isinstance(result, Sent):
            self._ways.toast(_sent_words(row, result), None)
        elif isinstance(result, Drafted) and result.id != row.id:
            self._ways.toast(drafted_words(result), None)
            self._ways.go(EscalationPlace(result.id))
        elif isinstance(result, Drafted) and result.moved_from is not None:
            self._ways.toast(drafted_words(result), None)
        else:
            told = _("{number}: {what}.", number=row.number, what=_(_DONE[deed]))
            self._ways.toast(told, None)

    def _show(self, opened: Opened) -> None:
        self._opened = opened
        self._view.show_escalation(opened)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, RuleError | MissingRecordError):
            return False
        self._opened = None
        self._view.show_none()
        self._ways.notify(notice_for(error))
        return True

    def _told(self, error: Exception) -> bool:
        if not isinstance(error, RuleError | MissingRecordError):
            return False
        self._ways.notify(notice_for(error))
        return True


def _form(deed: Deed, story: EscalationStory, offered: Offered) -> tuple[Question, Act]:
    row, today = story.row, offered.today
    if deed is Deed.CHANGE:
        question = questions.change(story, offered.ground)
        return question, partial(acts.changed, row, question)
    if deed is Deed.CASE:
        question = questions.case(story)
        return question, partial(acts.argued, row, question)
    plain: dict[Deed, tuple[Callable[[], Question], Callable[..., acts.Act]]] = {
        Deed.SEND: (partial(questions.send, story, today), acts.sent),
        Deed.ACKNOWLEDGE: (partial(questions.acknowledge, row, today), acts.acknowledged),
        Deed.ANSWER: (partial(questions.answer, row, today), acts.answered),
        Deed.CHASE: (partial(questions.chase, row, today), acts.chased),
        Deed.NO_REPLY: (partial(questions.no_reply, row, today), acts.unanswered),
        Deed.NOTE: (partial(questions.note, row, today), acts.noted),
        Deed.NEXT_LEVEL: (partial(questions.next_level, story), acts.climbed),
        Deed.CLOSE: (partial(questions.close, story, offered.actions), acts.closed),
        Deed.REOPEN: (partial(questions.reopen, row), acts.reopened),
        Deed.WITHDRAW: (partial(questions.withdraw, row), acts.withdrawn),
        Deed.SHOW_NAMES: (partial(questions.show_names, row, offered.ground), acts.named),
    }
    made, act = plain[deed]
    return made(), partial(act, row)


_DONE = {
    Deed.CHANGE: N_("changed"),
    Deed.CASE: N_("the case for it is kept"),
    Deed.ACKNOWLEDGE: N_("they have it"),
    Deed.ANSWER: N_("answered; the next agenda brings it to the panel"),
    Deed.CHASE: N_("chased"),
    Deed.NO_REPLY: N_("noted as not answered"),
    Deed.NOTE: N_("noted"),
    Deed.CLOSE: N_("closed"),
    Deed.REOPEN: N_("open again"),
    Deed.WITHDRAW: N_("withdrawn"),
    Deed.SHOW_NAMES: N_("its papers name the person"),
}


def _sent_words(row: EscalationRow, sent: Sent) -> str:
    told = [
        _("{number}: noted as sent.", number=row.number),
        _("Answer by {day}.", day=dates.day(sent.respond_by)),
    ]
    if sent.moved_from is not None:
        told.append(_("Moved: offices are closed on {day}.", day=dates.day(sent.moved_from)))
    return " ".join(told)


def _read(desk: Desk, escalation: UUID) -> Opened:
    story = read_escalation(desk, escalation)
    return Opened(story, deeds_of(story, desk.sitter.role), desk.today(), _waiting(desk, story))


def _waiting(desk: Desk, story: EscalationStory) -> frozenset[Deed]:
    person = story.row.person_id
    if person is None or PaperKind.ESCALATION not in papers_that_wait(desk, person):
        return frozenset()
    return frozenset({Deed.BRIEFING, Deed.TEXT})


def _offered(desk: Desk, row: EscalationRow) -> Offered:
    return Offered(read_ground(desk), desk.today(), _actions(desk, row.person_id))


def _actions(desk: Desk, person: UUID | None) -> tuple[tuple[UUID, str], ...]:
    if person is None:
        return ()
    wanted = ActionFilter(person_id=person, open_only=False)
    rows = find_actions(desk, wanted, limit=_MOST).rows
    return tuple(
        (
            one.id,
            _(
                "{number}: {what} ({status})",
                number=one.number,
                what=one.text,
                status=label(one.status),
            ),
        )
        for one in rows
    )
