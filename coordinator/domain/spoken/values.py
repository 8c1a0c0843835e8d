"""What a spoken line is read against, and what is understood of it: facts only, no sentence.

A part of a line is *settled* when it needs nobody: an owner, or a day, is there. Otherwise its
state says what to ask or to tell, and `choices` are what can be chosen by one key. A question
never has its answer taken beforehand.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from uuid import UUID


class Part(Enum):
    """What somebody is to the meeting or to the person of the item, and is called by."""

    SITTER = "sitter"
    """Who types: *me*, *I'll*."""
    CHAIR = "chair"
    LEAD = "lead"
    """The person's lead professional."""


@dataclass(frozen=True, slots=True)
class PossibleOwner:
    """Somebody on file who can be meant by a few words.

    Attributes:
        called: Ways the kind of their agency is called: `kinds.ways_of` has them.
        is_here: In the room today.
        left_on: When they are no longer in post, or know that they will not be.
        must_not_hear: Their agency must not be told about the person of this item.
        alone_not_told: They themselves must not be, whatever holds for their agency.
    """

    id: UUID
    name: str
    agency_id: UUID
    agency: str
    short_name: str = ""
    job: str = ""
    called: tuple[str, ...] = ()
    is_here: bool = False
    is_seat_holder: bool = False
    is_contact_point: bool = False
    left_on: date | None = None
    must_not_hear: bool = False
    alone_not_told: bool = False
    parts: frozenset[Part] = frozenset()


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days a line is read against.

    Attributes:
        closed: Bank holidays on weekdays; two years ahead are enough.
        next_meeting_on: Of the same panel, after this one; nothing when none is fixed.
    """

    today: date
    closed: frozenset[date] = frozenset()
    next_meeting_on: date | None = None


class OwnerState(Enum):
    """How the owner of a line stands."""

    UNDERSTOOD = "understood"

    WHICH_PERSON = "which_person"
    """Several people go by these words: `choices`."""
    WHICH_OF_AGENCY = "which_of_agency"
    """One agency, several of its people: `choices`, `agency`."""
    WHICH_AGENCY = "which_agency"
    """Several agencies go by these words: `choices` are whom each would send."""
    SEVERAL = "several"
    """Two or more are named together; an action has one owner: `choices`. The words stay."""
    MEANT = "meant"
    """The line names them where no owner stands: do they do it? `choices`. The words stay until
    one of these is chosen."""
    ALIKE = "alike"
    """Nobody goes by these words; with one letter changed, `choices` do."""

    NOT_SAID = "not_said"
    NOT_FOUND = "not_found"
    """Nobody on file goes by `words`, which stay in the text."""
    NOT_HELD = "not_held"
    """*Me*, *the chair* or *the lead*, which `part` says, and nobody in the directory is it."""
    HAS_LEFT = "has_left"
    """`about` left `agency`; `choices` are who answers for it now, if anybody."""
    MUST_NOT_HEAR = "must_not_hear"
    """`agency` must not be told about this person; `about` when somebody was named."""
    NOBODY_THERE = "nobody_there"
    """`agency` has nobody in the room, no seat and no contact point; `choices` work there."""


@dataclass(frozen=True, slots=True)
class SpokenOwner:
    """Who does it, as far as it is understood.

    Attributes:
        words: Of the line that name them, as typed; empty when none do.
        owner: Once there is no doubt; who to name under the line.
        choices: For a question; whoever may be chosen, those in the room first.
        about: Somebody the sentence speaks of who cannot be chosen.
        agency: Its name, where the sentence speaks of one.
        part: That nobody holds, where one was named.
    """

    state: OwnerState
    words: str = field(default="", repr=False)
    owner: PossibleOwner | None = None
    choices: tuple[PossibleOwner, ...] = ()
    about: PossibleOwner | None = None
    agency: str = ""
    part: Part | None = None


class DayState(Enum):
    """How the day of a line stands."""

    UNDERSTOOD = "understood"
    CLOSED = "closed"
    """Understood, and offices are shut: a notice. `choices` are the working days beside it."""

    WHICH_WEEKDAY = "which_weekday"
    """*Next Friday*, or *Friday* said on one: this coming one or a week later? `choices`."""
    WHICH_DAY = "which_day"
    """*Next week*: `choices` are its working days."""
    WHICH_MONTH = "which_month"
    """*The 27th*, said on a 27th: today or next month? `choices`."""
    WRONG_WEEKDAY = "wrong_weekday"
    """*Friday 28 November*, which is a Saturday: `said`; `choices` are days that fit either."""
    FAR_AWAY = "far_away"
    """More than a year off: `said`, also the one of `choices`."""
    NOT_A_DAY = "not_a_day"
    """*As soon as possible*: by when? `choices` to offer."""
    MEANT = "meant"
    """Figures at the end that can be part of an address (*house 3/12*), or a day apart from the
    end: is it the day? The words stay until one of `choices` is chosen."""

    NOT_SAID = "not_said"
    """No day: `choices` has the next meeting's, if there is one."""
    PAST = "past"
    """`said` is over; `choices` has the same day a year on where no year was said."""
    NO_SUCH_DAY = "no_such_day"
    """*31/11*: `words`."""
    NO_NEXT_MEETING = "no_next_meeting"
    """*Next meeting*, and none is fixed."""


class Closing(Enum):
    """Why offices are shut on a day."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class SpokenDay:
    """By when, as far as it is understood.

    Attributes:
        words: Of the line that say it, as typed, *by* included; empty when none do.
        on: Once there is no doubt; never before today.
        choices: For a question or a notice; in order, none before today.
        said: The day the sentence speaks of, where it is not `on`.
        closing: Why offices are shut on `on`.
    """

    state: DayState
    words: str = field(default="", repr=False)
    on: date | None = None
    choices: tuple[date, ...] = ()
    said: date | None = None
    closing: Closing | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """What was chosen for a line, each with the words it was chosen for.

    Made by `Understood.choose_owner` and `choose_day`. An answer counts as long as the line says
    the same about its part: whoever types another owner is understood anew.
    """

    owner_id: UUID | None = None
    owner_words: str = field(default="", repr=False)
    day: date | None = None
    day_words: str = field(default="", repr=False)


NO_ANSWERS = Answers()


@dataclass(frozen=True, slots=True)
class Understood:
    """One line: who, what, by when.

    Attributes:
        text: The words of the action: whatever was not taken as owner or day, in order; a capital
            first, *to* and trailing punctuation gone. Empty when nothing is left.
        answers: Those that counted.
    """

    owner: SpokenOwner
    text: str = field(repr=False)
    day: SpokenDay
    answers: Answers = NO_ANSWERS

    @property
    def is_complete(self) -> bool:
        """Whether Enter may make it an action: owner, words and day are there, nothing asked."""
        return self.owner.owner is not None and bool(self.text) and self.day.on is not None

    def choose_owner(self, owner: UUID) -> Answers:
        """Answer who does it, or change it; goes to `understand` with the same line."""
        return Answers(owner, self.owner.words, self.answers.day, self.answers.day_words)

    def choose_day(self, on: date) -> Answers:
        """Answer by when, or change it; goes to `understand` with the same line."""
        return Answers(self.answers.owner_id, self.answers.owner_words, on, self.day.words)

    def line_with(self, text: str) -> str:
        """Write the line with other words for the action (a phrase): owner and day as typed."""
        owner = f"{self.owner.words}: " if self.owner.words else ""
        day = f", {self.day.words}" if self.day.words else ""
        return f"{owner}{text}{day}"


class NoteState(Enum):
    """How the agency of a note stands."""

    UNDERSTOOD = "understood"
    WHICH_AGENCY = "which_agency"
    """Several go by these words: `choices`."""
    NOT_SAID = "not_said"
    """No words before a colon or a dash."""
    NOT_FOUND = "not_found"
    """No agency in the room goes by `words`, which stay in the text."""


@dataclass(frozen=True, slots=True)
class SpokenAgency:
    """An agency in the room."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class UnderstoodNote:
    """One line of notes: which agency says what.

    Attributes:
        words: Of the line that name the agency, as typed.
        text: What it says; nothing changed but the name taken off.
    """

    state: NoteState
    text: str = field(repr=False)
    words: str = field(default="", repr=False)
    agency: SpokenAgency | None = None
    choices: tuple[SpokenAgency, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether there is an agency and something said."""
        return self.agency is not None and bool(self.text)
