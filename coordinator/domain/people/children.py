"""Whether children may be affected, and whether safeguarding has been told of it.

Who the children are stays with the panel: what leaves says that they may be, never a name.
"""

from dataclasses import dataclass, field

from coordinator.domain.lists.sharing import ForumKind
from coordinator.domain.reasons import need_reason
from coordinator.domain.states import Answer

PROMPT = "children-safeguarding"
KNOWS = frozenset({ForumKind.CHILD_PROTECTION, ForumKind.SAFEGUARDING_HUB})
"""Forums that know of the children of those they deal with."""
_MAY_BE = frozenset({Answer.YES, Answer.NOT_KNOWN})


@dataclass(frozen=True, slots=True)
class Children:
    """What is known of children around somebody, as far as the reader may have it.

    Attributes:
        affected: What was answered; nothing while nobody has asked.
        noted: How many children stand among the people around them.
        is_told: An action for safeguarding was set, or a forum that looks after children knows.
    """

    affected: Answer | None = None
    noted: int = 0
    is_told: bool = False

    @property
    def may_be_affected(self) -> bool:
        """Whether there is something to tell safeguarding; a child nobody asked about counts."""
        return self.affected in _MAY_BE or (self.affected is None and self.noted > 0)

    @property
    def is_open(self) -> bool:
        """Whether nothing tells that safeguarding knows."""
        return self.may_be_affected and not self.is_told


NOT_ASKED = Children()


@dataclass(frozen=True, slots=True)
class SafeguardingAnswer:
    """What is answered when somebody is taken on and children may be affected.

    Attributes:
        told: Who was told and when, or why nobody has to be.
        sets_action: An action to tell them is agreed with it.
    """

    told: str = field(default="", repr=False)
    sets_action: bool = False


def check_answered(children: Children, answer: SafeguardingAnswer | None) -> None:
    """Ask for an answer before somebody is taken on whose children nobody may have spoken for.

    Raises:
        ReasonNeededError: `children-safeguarding`.
    """
    said = answer or SafeguardingAnswer()
    if children.is_open and not said.sets_action:
        need_reason(said.told, PROMPT)
