"""What stands around a person: other forums that deal with them, and people they are tied to.

Of a forum the fact is kept, never what was said in it. Whoever is tied to somebody is a third
party, on file or not: their name leaves for nobody who may not have such entries.
"""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.sharing import ForumKind, ForumStatus, RelationEffect, RelationKind
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import Answer, Sensitivity
from coordinator.domain.texts import is_blank

_GUARDED_FORUMS = frozenset(
    {ForumKind.MARAC, ForumKind.MAPPA, ForumKind.CHANNEL, ForumKind.INTELLIGENCE_FORM}
)
"""That these deal with somebody is told to few: the fact alone can put a life at risk."""


@dataclass(frozen=True, slots=True)
class Forum:
    """That a forum deals with somebody, as it is typed in.

    Attributes:
        own_forum: Its name, when it is none of the list.
        reference: The forum's own number for it; `contact` whom to ask there.
    """

    forum: ForumKind
    own_forum: str = ""
    status: ForumStatus = ForumStatus.OPEN
    status_on: date | None = None
    reference: str = ""
    contact: str = ""
    sensitivity: Sensitivity | None = None


@dataclass(frozen=True, slots=True)
class ForumRow:
    """A forum that deals with somebody, as a list shows it."""

    id: UUID
    revision: int
    forum: Forum


@dataclass(frozen=True, slots=True)
class Tie:
    """Somebody the person is tied to, as it is typed in.

    Attributes:
        other: Who, when they are on file too; else `name` says it.
        not_discussed_with: The person's matters are not discussed with them.
        is_child: Under 18: somebody has asked whether they are safe.
    """

    relation: RelationKind
    other: UUID | None = None
    name: str = field(default="", repr=False)
    effect: RelationEffect | None = None
    not_discussed_with: bool = False
    lives_with: Answer | None = None
    is_child: bool = False
    note: str = field(default="", repr=False)
    sensitivity: Sensitivity = Sensitivity.THIRD_PARTY


@dataclass(frozen=True, slots=True)
class TieRow:
    """Somebody the person is tied to, as a list shows it.

    Attributes:
        reference: Of somebody on file, whose `name` is then their initials; empty otherwise.
        ended_on: Since when it is over; nothing while it stands.
        is_theirs: It was noted about them: it is changed on their page.
    """

    id: UUID
    revision: int
    tie: Tie
    name: PersonName = field(repr=False)
    reference: str = ""
    ended_on: date | None = None
    end_reason: str = ""
    is_theirs: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """Everything around one person that the reader may have; what ended comes last."""

    forums: tuple[ForumRow, ...] = ()
    ties: tuple[TieRow, ...] = ()

    @property
    def not_discussed_with(self) -> tuple[TieRow, ...]:
        """With whom the person's matters are not discussed, in the order of the list."""
        standing = (one for one in self.ties if one.ended_on is None)
        return tuple(one for one in standing if one.tie.not_discussed_with)


_SEEN_BACK = {
    RelationKind.CHILD: RelationKind.PARENT,
    RelationKind.PARENT: RelationKind.CHILD,
    RelationKind.CARER: RelationKind.CARED_FOR,
    RelationKind.CARED_FOR: RelationKind.CARER,
}


def seen_back(relation: RelationKind) -> RelationKind:
    """Say what somebody is to the one who is this to them."""
    return _SEEN_BACK.get(relation, relation)


def sensitivity_of(forum: Forum) -> Sensitivity:
    """Say how far the fact may travel: as somebody said, else by which forum it is."""
    if forum.sensitivity is not None:
        return forum.sensitivity
    guarded = forum.forum in _GUARDED_FORUMS
    return Sensitivity.RESTRICTED if guarded else Sensitivity.STANDARD


def check_forum(forum: Forum, today: date) -> None:
    """Refuse what says nothing or cannot be.

    Raises:
        InvalidFieldsError: `own_forum` `required` (none of the list), `status_on` `in-the-future`.
    """
    wrong: dict[str, str] = {}
    if forum.forum is ForumKind.OTHER and is_blank(forum.own_forum):
        wrong["own_forum"] = "required"
    if forum.status_on is not None and forum.status_on > today:
        wrong["status_on"] = "in-the-future"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_tie(tie: Tie, person: UUID) -> None:
    """Refuse a tie to nobody, or of somebody to themselves.

    Raises:
        InvalidFieldsError: `name` `required`, `other_id` `same-person`.
    """
    if tie.other is None and is_blank(tie.name):
        raise InvalidFieldsError({"name": "required"})
    if tie.other == person:
        raise InvalidFieldsError({"other_id": "same-person"})
