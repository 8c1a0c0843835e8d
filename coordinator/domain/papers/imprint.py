"""What every paper says about itself, and the small parts papers share."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Tone(StrEnum):
    """How a status is tinted; the word beside it carries the meaning."""

    PLAIN = "plain"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    NOTE = "note"
    ACCENT = "accent"


@dataclass(frozen=True, slots=True)
class Label:
    """A status in words, ready to print; empty when it is not known."""

    text: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Fact:
    """A short label and what it stands for; an empty value prints as not recorded."""

    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Imprint:
    """Panel, reference, marking and reader: printed on every page.

    `marking` is empty on what belongs to the person. `recipient` is who this copy is for and what
    it holds ("Housing Options, J. Patel; only cases A, C, F"); `handling` one short line for the
    foot of the page. `issued_on` is the day the paper is made; no clock is asked. `is_made_up`
    where it is a demo's: numbers are believed on paper, so every paper of one says so.
    """

    panel: str
    reference: str
    issued_on: date
    marking: str = ""
    version: str = ""
    recipient: str = ""
    handling: str = ""
    is_made_up: bool = False


@dataclass(frozen=True, slots=True)
class NotSettled:
    """A field two people wrote differently, by what it is called.

    `says` is what each of them wrote, `by` who that was: agency and day. Of a text too long to be
    printed twice there is only `by`, of what is not for this reader neither. `is_removal` where
    one took the entry off and another wrote in it.
    """

    what: str
    says: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    is_removal: bool = False


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action as the papers list it; `note` is its result, its reason or its last update.

    `status` is worded for the paper ("Not done yet, new date 12 Dec"), never a count of days.
    `moved` counts how often the due date was changed, `original_due` keeps the first one.
    """

    number: str
    text: str
    owner: str = ""
    agency: str = ""
    due: date | None = None
    original_due: date | None = None
    moved: int = 0
    status: Label = field(default_factory=Label)
    person: str = ""
    set_on: date | None = None
    updated_on: date | None = None
    note: str = ""
    barrier: str = ""
    goal: str = ""
    unsettled: tuple[NotSettled, ...] = ()


@dataclass(frozen=True, slots=True)
class EscalationLine:
    """A question put to somebody with more authority, and where it stands."""

    reference: str
    ask: str
    to: str = ""
    person: str = ""
    sent_on: date | None = None
    reply_by: date | None = None
    status: Label = field(default_factory=Label)
    answer: str = ""
