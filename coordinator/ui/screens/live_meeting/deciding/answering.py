"""The panel's answer to a referral: take on, put off, not for us; each with its reason. No Qt."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.live.answers import answer_at_meeting
from coordinator.casework.referrals.answering import Answered
from coordinator.domain.cases.referrals import NEEDS_DESTINATION
from coordinator.domain.lists.reasons import NotAcceptedReason
from coordinator.domain.people.children import PROMPT, SafeguardingAnswer
from coordinator.domain.states import ReferralStatus
from coordinator.ui.kit.asks import choices_of
from coordinator.ui.screens.live_meeting.deciding.decided import Disagreement
from coordinator.ui.screens.live_meeting.deciding.reviewing import ReviewDay
from coordinator.ui.screens.live_meeting.questions import (
    Asked,
    Choice,
    Flow,
    Meant,
    Objection,
    Ready,
    Step,
)
from coordinator.wording.labels import label
from coordinator.wording.refusals.rules import prompt_words
from coordinator.wording.translation import _

_S = ReferralStatus
_BY_ACTION = SafeguardingAnswer(sets_action=True)
ENDS = (
    "answer_reason",
    "answer_children",
    "answer_review",
    "answer_instead",
    "dissent_agencies",
    "dissent",
)


class Stage(Enum):
    """What is asked now."""

    ANSWER = "answer"
    BECAUSE = "because"
    INSTEAD = "instead"
    REASON = "reason"
    CHILDREN = "children"
    CHILDREN_TOLD = "children_told"
    REVIEW = "review"
    DISSENT = "dissent"


class AnswerFlow(Flow):
    """The answer to the referral of one item."""

    name = "answer"
    asks_for_children = False

    def __init__(
        self,
        item: UUID,
        called: str,
        review: ReviewDay,
        disagree: Callable[[Callable[[Disagreement], Step]], Disagreement],
        then: Callable[[Any], object],
    ) -> None:
        self._item, self._called, self._then = item, called, then
        self._review, self._disagreement = review, disagree(self.finish)
        self._stage = Stage.ANSWER
        self._status = _S.ACCEPTED
        self._reason = self._instead = ""
        self._because: NotAcceptedReason | None = None
        self._on: date | None = None
        self._safeguarding: SafeguardingAnswer | None = None

    def asked(self) -> Asked:
        """Tell what is asked now."""
        match self._stage:
            case Stage.ANSWER:
                return self._ask_answer()
            case Stage.BECAUSE:
                return self._ask_because()
            case Stage.INSTEAD:
                return Asked(_("Who can help instead?"), name="answer_instead")
            case Stage.REASON:
                return Asked(
                    _("Why?"), name="answer_reason", hint=_("In a sentence"), told=self._so_far()
                )
            case _:
                return self._ask_further()

    def typed(self, text: str) -> Meant:
        """Tell what is understood of words so far."""
        if self._stage is Stage.REVIEW:
            return self._review.meant(text)
        return self._disagreement.typed(text) if self._stage is Stage.DISSENT else Meant()

    def enter(self, text: str) -> Step:
        """Take words as the answer."""
        said = text.strip()
        match self._stage:
            case Stage.INSTEAD:
                if not said and self._because in NEEDS_DESTINATION:
                    return Objection(_("Say who is to take it up."))
                self._instead, self._stage = said, Stage.REASON
                return None
            case Stage.REASON:
                if not said:
                    return Objection(_("The panel gives a reason for its answer."))
                self._reason = said
                self._stage = self._after_reason()
                return None
        return self._enter_further(text, said)

    def _enter_further(self, text: str, said: str) -> Step:
        if self._stage is Stage.CHILDREN_TOLD:
            if not said:
                return Objection(_("Say who was told, or why nobody has to be."))
            return self._answer_for_children(SafeguardingAnswer(said))
        if self._stage is Stage.REVIEW:
            on = self._review.on(said) if said else None
            return on if isinstance(on, Objection) else self._look_on(on)
        return self._disagreement.enter(text)

    def choose(self, value: object) -> Step:
        """Take an answer by key, or what was offered."""
        if isinstance(value, ReferralStatus):
            self._status = value
            declines = value is _S.NOT_FOR_US
            self._stage = Stage.BECAUSE if declines else Stage.REASON
            return None
        if isinstance(value, NotAcceptedReason):
            self._because, self._stage = value, Stage.INSTEAD
            return None
        if isinstance(value, SafeguardingAnswer):
            return self._answer_for_children(value)
        if isinstance(value, Stage):
            self._stage = value
            return None
        if self._stage is Stage.REVIEW:
            return self._look_on(value) if isinstance(value, date) else None
        return self._disagreement.choose(value)

    def finish(self, disagreement: Disagreement) -> Step:
        """Give the act, once everything is answered."""
        because = label(self._because) if self._because else ""
        words = ": ".join(filter(None, (_DECISIONS[self._status](), self._instead)))
        reason = "; ".join(filter(None, (because, self._reason)))
        answer = Answered(
            self._status,
            self._reason,
            next_review_on=self._on,
            because=self._because,
            destination=self._instead,
            safeguarding=self._safeguarding,
        )
        act = partial(
            answer_at_meeting,
            item_id=self._item,
            answer=answer,
            decided=disagreement.decided(words, reason),
        )
        return Ready(act, _TOLD[self._status](), ENDS, self._then)

    def _after_reason(self) -> Stage:
        if self._status is not _S.ACCEPTED:
            return Stage.DISSENT
        return Stage.CHILDREN if self.asks_for_children else Stage.REVIEW

    def _answer_for_children(self, answer: SafeguardingAnswer) -> Step:
        self._safeguarding, self._stage = answer, Stage.REVIEW
        return None

    def _look_on(self, on: date | None) -> Step:
        self._on, self._stage = on, Stage.DISSENT
        return None

    def _so_far(self) -> str:
        return ": ".join(filter(None, (_DECISIONS[self._status](), self._instead)))

    def _ask_answer(self) -> Asked:
        return Asked(
            _("What does the panel answer for {person}?", person=self._called),
            choices=(
                Choice("T", _("Take on"), _S.ACCEPTED),
                Choice("P", _("Put off"), _S.DEFERRED),
                Choice("N", _("Not for us"), _S.NOT_FOR_US),
            ),
        )

    def _ask_further(self) -> Asked:
        if self._stage is Stage.CHILDREN:
            return Asked(
                prompt_words(PROMPT),
                choices=(
                    Choice("A", _("Set an action to tell them"), _BY_ACTION),
                    Choice("S", _("Say who was told"), Stage.CHILDREN_TOLD),
                ),
            )
        if self._stage is Stage.CHILDREN_TOLD:
            return Asked(
                _("Who was told, and when?"),
                name="answer_children",
                hint=_("Or why nobody has to be; name no child"),
            )
        if self._stage is Stage.REVIEW:
            return Asked(
                _("When does the panel look again?"),
                name="answer_review",
                is_typed_over=True,
                hint=_("1, 2 or 4 weeks, or a day; Enter alone for none yet"),
            )
        return self._disagreement.asked()

    def _ask_because(self) -> Asked:
        listed = choices_of(NotAcceptedReason)
        choices = (Choice(str(at), words, why) for at, (why, words) in enumerate(listed, 1))
        return Asked(_("Not for us, because"), choices=tuple(choices))


_DECISIONS = {
    _S.ACCEPTED: lambda: _("Taken on"),
    _S.DEFERRED: lambda: _("The answer is put off"),
    _S.NOT_FOR_US: lambda: _("Not for this panel"),
}
_TOLD = {
    _S.ACCEPTED: lambda: _("Taken on"),
    _S.DEFERRED: lambda: _("Answer put off"),
    _S.NOT_FOR_US: lambda: _("Answered: not for us"),
}
