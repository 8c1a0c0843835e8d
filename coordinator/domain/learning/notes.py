"""Learning notes: what happened, what people would do differently, and who may read of it.

A note stays at the panel. What goes to the board or the partnership is a telling of its own, in
which nobody is named; the note itself never goes there.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.learning import LearningTag, SharedWith
from coordinator.domain.states import Sensitivity
from coordinator.domain.texts import is_blank


class About(StrEnum):
    """What a note is about."""

    CASE = "case"
    MEETING = "meeting"
    GAP = "gap"
    REVIEW = "review"
    PANEL = "panel"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a note is about: somebody, a meeting, a gap or a review; the panel's work when nothing.

    Attributes:
        case_id: Which of the person's cases; the one under way when empty.
    """

    person_id: UUID | None = None
    case_id: UUID | None = None
    meeting_id: UUID | None = None
    gap_id: UUID | None = None
    review_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewNote:
    """What somebody learnt.

    Attributes:
        noted_on: The desk's day when empty.
    """

    happened: str = field(repr=False)
    differently: str = field(default="", repr=False)
    tag: LearningTag | None = None
    noted_on: date | None = None
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class Sharing:
    """How far what was learnt goes, and what is told there.

    Attributes:
        telling: The same without anybody's name; this alone goes beyond the panel.
        nobody_is_meant: Single words that are somebody's name as well are none here.
    """

    shared_with: SharedWith
    telling: str = field(default="", repr=False)
    nobody_is_meant: bool = False


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note, for a reader who may have it.

    Attributes:
        id: Empty for what was said at a closing or a meeting and was not made a note of yet.
        about: What it is about, in words: a reference, a meeting, a gap; nothing for the panel.
        revision: Of the note; nought while there is none.
    """

    id: UUID | None
    revision: int
    subject: Subject
    kind: About
    about: str
    noted_on: date
    noted_by: str
    happened: str = field(repr=False)
    differently: str = field(repr=False)
    tag: LearningTag | None
    shared_with: SharedWith
    telling: str = field(repr=False)
    ended_on: date | None = None
    end_reason: str = field(default="", repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD

    @property
    def stands(self) -> bool:
        """Whether it is a note, and was not taken back."""
        return self.id is not None and self.ended_on is None


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """What the list of notes is narrowed to; all that stand when nothing is said.

    Attributes:
        since: Noted on this day or later.
        ended_too: Those taken back as well.
    """

    tag: LearningTag | None = None
    shared_with: SharedWith | None = None
    about: About | None = None
    since: date | None = None
    ended_too: bool = False

    def takes(self, row: NoteRow) -> bool:
        """Whether a note is wanted."""
        return (
            self.tag in {None, row.tag}
            and self.shared_with in {None, row.shared_with}
            and self.about in {None, row.kind}
            and (self.since is None or row.noted_on >= self.since)
            and (self.ended_too or row.ended_on is None)
        )


def check_subject(subject: Subject) -> None:
    """Check that a note is about one thing.

    Raises:
        InvalidFieldsError: `about` is `one-of-these`.
    """
    person = subject.person_id or subject.case_id
    if sum(map(bool, (person, subject.meeting_id, subject.gap_id, subject.review_id))) > 1:
        raise InvalidFieldsError({"about": "one-of-these"})


def check_note(new: NewNote, today: date) -> None:
    """Check what somebody learnt.

    Raises:
        InvalidFieldsError: `happened` is `required`; `noted_on` is `in-the-future`.
    """
    wrong: dict[str, str] = {}
    if is_blank(new.happened):
        wrong["happened"] = "required"
    if new.noted_on is not None and new.noted_on > today:
        wrong["noted_on"] = "in-the-future"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_sharing(sharing: Sharing, sensitivity: Sensitivity) -> None:
    """Check what is to go beyond the panel.

    Raises:
        InvalidFieldsError: `told_without_names` is `required` beyond the panel.
        GuardError: `note-restricted`: what is restricted stays at the panel.
    """
    if sharing.shared_with is SharedWith.PANEL:
        return
    if sensitivity is not Sensitivity.STANDARD:
        raise GuardError("note-restricted")
    if is_blank(sharing.telling):
        raise InvalidFieldsError({"told_without_names": "required"})


def check_stands(ended_on: date | None) -> None:
    """Refuse to change what was taken back.

    Raises:
        GuardError: `note-ended`.
    """
    if ended_on is not None:
        raise GuardError("note-ended")


def kind_of(subject: Subject) -> About:
    """Say what a note is about."""
    if subject.person_id or subject.case_id:
        return About.CASE
    if subject.meeting_id:
        return About.MEETING
    if subject.gap_id:
        return About.GAP
    return About.REVIEW if subject.review_id else About.PANEL


def says_it(note: str, said: str) -> bool:
    """Whether a note holds what was said at a closing or a meeting, however it is spaced."""
    return " ".join(said.split()) in " ".join(note.split())
