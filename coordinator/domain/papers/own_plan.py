"""My plan as it is printed for the person it belongs to."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from coordinator.domain.lists.plans import OwnView
from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.voice.own_plans import Deed


class Picture(StrEnum):
    """What the drawn pictures show."""

    PAPER = "paper"
    EYE = "eye"
    HEART = "heart"
    STAR = "star"
    THUMB_UP = "thumb_up"
    CROSS = "cross"
    FLAG = "flag"
    PEOPLE = "people"
    PERSON = "person"
    WARNING = "warning"
    ARROW = "arrow"
    PHONE = "phone"
    MONEY = "money"
    CALENDAR = "calendar"
    SPEECH = "speech"
    BOOK = "book"
    TICK_BOX = "tick_box"
    HAPPY = "happy"
    OK = "ok"
    NOT_HAPPY = "not_happy"


@dataclass(frozen=True, slots=True)
class OwnSection:
    """One part: its picture, its title, its sentences."""

    title: str
    picture: Picture
    sentences: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Explained:
    """A hard word and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class OwnPlanPaper:
    """My plan, whole.

    Attributes:
        imprint: Without a marking: it belongs to the person.
        called: The name they chose.
        made_on: The day it was signed off; of a draft the day it is looked at.
        signed_by: Who signed it off, where that was not the lead.
        is_signed: A draft is printed as one, and never leaves.
        is_large: Large print.
        has_pictures: Whether pictures stand beside the words.
        before: What stands before who does what.
        after: What stands after it.
        ring: The numbers that are on every copy, each in a sentence.
        view: What they said of it, where they were asked.
    """

    imprint: Imprint
    called: str = field(repr=False)
    made_on: date
    lead: str = ""
    lead_phone: str = ""
    signed_by: str = ""
    is_signed: bool = False
    is_large: bool = False
    has_pictures: bool = True
    before: tuple[OwnSection, ...] = ()
    deeds: tuple[Deed, ...] = ()
    after: tuple[OwnSection, ...] = ()
    ring: tuple[str, ...] = ()
    hard: tuple[Explained, ...] = ()
    view: OwnView | None = None
