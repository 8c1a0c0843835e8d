"""What the page of one referral does. No Qt: every step is asked for in a form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.away.rights import may_here
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.panel.settings import read_text, read_topic
from coordinator.casework.referrals.asking import (
    accept_referral,
    answer_not_for_us,
    change_referral,
    defer_referral,
    screen_referral,
    submit_referral,
    withdraw_referral,
)
from coordinator.casework.referrals.lists import read_referral
from coordinator.domain.cases.referrals import MOVES, UNANSWERED, ReferralPage
from coordinator.domain.directory.rules import DirectoryPage
from coordinator.domain.errors import BasisLackingError, ReasonNeededError, RuleError
from coordinator.domain.lists.panel import TextKey, Topic
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.panel.settings import Criterion, criteria_of
from coordinator.domain.people.children import PROMPT, SafeguardingAnswer
from coordinator.domain.roles import Right
from coordinator.domain.states import ReferralStatus
from coordinator.exports.composing import PaperKind
from coordinator.papers.bare import papers_that_wait
from coordinator.ui.kit.asks import Question, reason_name
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.every import PapersPlace, PersonPlace, Place, PlanPlace
from coordinator.ui.screens.referral import questions
from coordinator.ui.shared.asking import Asking
from coordinator.wording.refusals.notices import notice_for

_SHOWN = (
    RecordKind.REFERRAL,
    RecordKind.PERSON,
    RecordKind.BASIS,
    RecordKind.CASE,
    RecordKind.AGENCY,
)


class Step(Enum):
    """One thing that can be done with a referral, the most likely first."""

    SUBMIT = "submit"
    SCREEN = "screen"
    ACCEPT = "accept"
    DEFER = "defer"
    NOT_FOR_US = "not_for_us"
    CHANGE = "change"
    WITHDRAW = "withdraw"
    PERSON = "person"
    PLAN = "plan"
    LETTER = "letter"
    OWN_LETTER = "own_letter"


_LEADS_TO = {
    Step.SUBMIT: (ReferralStatus.SUBMITTED, Right.REFER),
    Step.SCREEN: (ReferralStatus.SCREENED, Right.RUN_MEETINGS),
    Step.ACCEPT: (ReferralStatus.ACCEPTED, Right.DECIDE),
    Step.DEFER: (ReferralStatus.DEFERRED, Right.DECIDE),
    Step.NOT_FOR_US: (ReferralStatus.NOT_FOR_US, Right.DECIDE),
    Step.WITHDRAW: (ReferralStatus.WITHDRAWN, Right.REFER),
}


_LETTERS = {
    ReferralStatus.ACCEPTED: PaperKind.ACCEPTED,
    ReferralStatus.NOT_FOR_US: PaperKind.NOT_FOR_US,
}


@dataclass(frozen=True, slots=True)
class OpenReferral:
    """One referral and what may be done with it.

    Attributes:
        purpose: Who the panel is for.
        criteria: The panel's reasons to take somebody on, in its words.
        letter_waits: The letter to who referred waits for the information basis.
    """

    page: ReferralPage
    today: date
    steps: tuple[Step, ...]
    purpose: str = ""
    criteria: tuple[Criterion, ...] = ()
    letter_waits: bool = False


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_referral(self, opened: OpenReferral) -> None:
        """Show it as it stands."""


class ReferralPresenter:
    """One referral, from a draft to the panel's answer."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        notify: Notify,
        go: Callable[[Place], None],
        referral: UUID,
    ) -> None:
        self._jobs, self._view, self._asking = jobs, view, asking
        self._notify, self._go, self._referral = notify, go, referral
        self._opened: OpenReferral | None = None

    def load(self) -> None:
        """Read it."""
        read = partial(_read, referral=self._referral)
        self._jobs.query(read, self._show, replaces=f"referral {self._referral}")

    def look_again(self, changes: Changes) -> None:
        """Read it again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def do(self, step: Step) -> None:
        """Do one step; those that need words ask for them first."""
        if self._opened is None:
            return
        page = self._opened.page
        match step:
            case Step.PERSON:
                self._go(PersonPlace(page.row.person))
            case Step.PLAN:
                self._go(PlanPlace(page.row.person))
            case Step.LETTER | Step.OWN_LETTER:
                self._write(step, self._opened)
            case Step.SUBMIT:
                act = partial(submit_referral, referral_id=self._referral)
                self._jobs.command(act, refused=self._ask_for_reasons)
            case Step.SCREEN:
                question = questions.screening(self._opened.purpose)
                act_of = partial(_screening, self._referral)
                self._asking.put(question, act_of, about=self._referral)
            case Step.WITHDRAW:
                act_of = partial(_withdrawing, self._referral)
                self._asking.put(questions.withdrawal(), act_of, about=self._referral)
            case _:
                then = partial(self._ask_with_directory, step, page)
                self._jobs.query(read_directory, then, replaces="referral step")

    def _write(self, step: Step, opened: OpenReferral) -> None:
        row = opened.page.row
        if step is Step.LETTER and opened.letter_waits:
            self._notify(notice_for(BasisLackingError(record=row.person)))
            return
        self._go(PapersPlace(kind=letter_kind(step, opened.page), person=row.reference))

    def _show(self, opened: OpenReferral) -> None:
        self._opened = opened
        self._view.show_referral(opened)

    def _ask_with_directory(
        self, step: Step, page: ReferralPage, directory: DirectoryPage
    ) -> None:
        if step is Step.CHANGE:
            criteria = self._opened.criteria if self._opened else ()
            question = questions.change(page, directory, criteria)
            act = partial(_changing, self._referral, question)
            self._asking.put(question, act, about=self._referral, seen=page.row.revision)
            return
        if step is Step.ACCEPT:
            question = questions.acceptance(directory.panel, page.children)
            self._asking.put(question, partial(_accepting, self._referral), about=self._referral)
            return
        asked, act_of = _DECISIONS[step]
        act = partial(act_of, self._referral)
        self._asking.put(asked(directory.panel), act, about=self._referral)

    def _ask_for_reasons(self, error: Exception) -> bool:
        if isinstance(error, ReasonNeededError):
            act = partial(_submitting, self._referral)
            self._asking.put(questions.reasons(error.prompts), act, about=self._referral)
            return True
        if isinstance(error, RuleError):
            self._notify(notice_for(error))
            return True
        return False


def steps_of(page: ReferralPage, allowed: Callable[[Right], bool]) -> tuple[Step, ...]:
    """Tell what may be done with a referral by somebody with these rights."""
    status = page.row.status
    found = [
        step
        for step, (wanted, right) in _LEADS_TO.items()
        if wanted in MOVES[status] and allowed(right)
    ]
    if status in UNANSWERED and allowed(Right.REFER):
        found.insert(-1 if Step.WITHDRAW in found else len(found), Step.CHANGE)
    if status in _LETTERS and allowed(Right.EXPORT_PANEL):
        found += [Step.LETTER, Step.OWN_LETTER]
    if status is ReferralStatus.ACCEPTED:
        found.append(Step.PLAN)
    return tuple(found)


def letter_kind(step: Step, page: ReferralPage) -> str:
    """Name the letter that tells of the panel's answer."""
    return (_LETTERS[page.row.status] if step is Step.LETTER else PaperKind.OWN_LETTER).value


def _read(desk: Desk, referral: UUID) -> OpenReferral:
    page = read_referral(desk, referral)
    return OpenReferral(
        page,
        desk.today(),
        steps_of(page, partial(may_here, desk)),
        read_text(desk, TextKey.PURPOSE),
        criteria_of(read_topic(desk, Topic.CRITERIA)),
        _LETTERS.get(page.row.status) in papers_that_wait(desk, page.row.person),
    )


Values = Mapping[str, Any]
Act = Callable[[Desk], Done[Any]]


def _submitting(referral: UUID, values: Values, _seen: int) -> Act:
    reasons = {questions.prompt_of(name): text for name, text in values.items()}
    return partial(submit_referral, referral_id=referral, reasons=reasons)


def _screening(referral: UUID, values: Values, _seen: int) -> Act:
    return partial(screen_referral, referral_id=referral, note=values["note"])


def _withdrawing(referral: UUID, values: Values, _seen: int) -> Act:
    return partial(withdraw_referral, referral_id=referral, reason=values["reason"])


def _changing(referral: UUID, question: Question, values: Values, seen: int) -> Act:
    said = question.changed(values)
    return partial(change_referral, referral_id=referral, seen=seen, **said)


def _accepting(referral: UUID, values: Values, _seen: int) -> Act:
    named = {questions.ACTION, reason_name(PROMPT)}
    said = {name: value for name, value in values.items() if name not in named}
    told = values.get(reason_name(PROMPT), "")
    answer = SafeguardingAnswer(told, sets_action=bool(values.get(questions.ACTION)))
    return partial(accept_referral, referral_id=referral, safeguarding=answer, **said)


def _deferring(referral: UUID, values: Values, _seen: int) -> Act:
    return partial(defer_referral, referral_id=referral, **values)


def _declining(referral: UUID, values: Values, _seen: int) -> Act:
    said = {
        "because": values["not_accepted_reason"],
        **{name: values[name] for name in ("reason", "destination", "decided_by")},
    }
    return partial(answer_not_for_us, referral_id=referral, **said)


_DECISIONS = {
    Step.DEFER: (questions.deferral, _deferring),
    Step.NOT_FOR_US: (questions.not_for_us, _declining),
}
