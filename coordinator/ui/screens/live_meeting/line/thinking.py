"""What is asked in place before something is agreed against somebody. No Qt.

First whether it is that, when only its words say so; then what it does for victims, then whether
the person will still be found. Keys answer all of it: *1* says that nothing is expected.
"""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from coordinator.domain.actions.enforcement import Thought, is_against, names_measure
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.states import Answer
from coordinator.ui.screens.live_meeting.questions import (
    Asked,
    Choice,
    Flow,
    Leave,
    Meant,
    Objection,
    Step,
)
from coordinator.wording.translation import _

VICTIMS, ENGAGEMENT = "victim_effect", "engagement_effect"


def needs_thought(new: NewAction) -> bool:
    """Whether something is asked before an action is agreed."""
    return is_against(new.kind, new.text) or _may_be_against(new)


def _may_be_against(new: NewAction) -> bool:
    return new.kind is ActionKind.SUPPORT and names_measure(new.text)


class Stage(Enum):
    """What is asked now."""

    WHETHER = "whether"
    VICTIMS = "victims"
    ENGAGEMENT = "engagement"


class ThoughtFlow(Flow):
    """The questions before one action."""

    name = "thought"

    def __init__(self, new: NewAction, agree: Callable[[NewAction], object]) -> None:
        """Begin with the action as its line says it.

        Args:
            new: It.
            agree: Gets it with what was thought of, or as it is when it is not against anybody.
        """
        self._new, self._agree = new, agree
        self._victims = ""
        self._stage = Stage.WHETHER if _may_be_against(new) else Stage.VICTIMS

    def go_back(self, victims: str = "") -> None:
        """Go on where it was broken off: that it is against somebody was said.

        Args:
            victims: What was answered of them already; without it that is asked.
        """
        self._new = replace(self._new, kind=ActionKind.ENFORCEMENT)
        self._victims = victims
        self._stage = Stage.ENGAGEMENT if victims else Stage.VICTIMS

    def asked(self) -> Asked:
        """Tell what is asked now."""
        if self._stage is Stage.WHETHER:
            return Asked(
                _("Is this done against somebody?"),
                told=_("Its words read like enforcement: {words}", words=self._new.text),
                choices=(Choice("Y", _("Yes"), Answer.YES), Choice("N", _("No"), Answer.NO)),
            )
        if self._stage is Stage.VICTIMS:
            return Asked(_("What does this do for victims?"), name=VICTIMS)
        return Asked(
            _("Will they still be found, and still talk to somebody?"),
            name=ENGAGEMENT,
            told=_("Being moved on makes people harder to reach."),
        )

    def typed(self, text: str) -> Meant:
        """Offer the answer that nothing is expected, until something is typed."""
        if self._stage is Stage.WHETHER or text.strip():
            return Meant()
        none = _none_expected()
        return Meant("", ((none, none),))

    def enter(self, text: str) -> Step:
        """Take words as the answer."""
        said = text.strip()
        if not said:
            return Objection(_("Say it in a few words; none expected will do (Alt+1)."))
        if self._stage is Stage.VICTIMS:
            self._victims, self._stage = said, Stage.ENGAGEMENT
            return None
        thought = Thought(self._victims, said)
        return self._go(replace(self._new, thought=thought))

    def choose(self, value: object) -> Step:
        """Take whether it is against somebody, or that nothing is expected."""
        if value == _none_expected():
            return self.enter(_none_expected())
        if value is not Answer.YES:
            return self._go(self._new)
        self._new = replace(self._new, kind=ActionKind.ENFORCEMENT)
        self._stage = Stage.VICTIMS
        return None

    def _go(self, new: NewAction) -> Step:
        return Leave(lambda: self._agree(new))


def _none_expected() -> str:
    return _("None expected")
