"""Invented papers for somebody who asked what is held about them."""

from datetime import date

from coordinator.domain.papers.access import (
    AccessList,
    AccessReport,
    DecisionLine,
    DisclosureSchedule,
    HeldLine,
    HeldPart,
    HeldSection,
    ScheduleLine,
)
from coordinator.domain.papers.imprint import Fact
from coordinator.wording.access_rights import rights
from tests.exports.example_basics import imprint

_LONG = "She came by herself and stayed for an hour; she would like to see the nurse again."

_OWN = HeldLine("", "Given name: Tamsin")
_IN_PART = HeldLine("2 May 2026", "", (Fact("", "Somebody rang."),))


def access(count: int = 12, **changes: object) -> AccessReport:
    contacts = tuple(
        HeldLine(
            f"{1 + place % 28} November 2026",
            "How: On the street; What came of it: Seen, talked",
            (Fact("What they said", _LONG),),
        )
        for place in range(count)
    )
    known: dict[str, object] = {
        "imprint": imprint("what is held", recipient="The person themselves"),
        "reference": "SC-0142",
        "facts": (Fact("You asked on", "Thu 19 November 2026"), Fact("Who decided", "")),
        "about": (Fact("What it is for", "To agree one plan."), *rights()),
        "sections": (
            HeldSection("Your details", (HeldPart("Person", (_OWN,)),)),
            HeldSection("Contacts", (HeldPart("Contact", contacts),)),
            HeldSection("Safety", (HeldPart("Warning", (_IN_PART,)),)),
        ),
    }
    return AccessReport(**{**known, **changes})  # type: ignore[arg-type]


def access_list(count: int = 8) -> AccessList:
    lines = tuple(
        DecisionLine(
            "Contact, 2 November 2026",
            f"What they said: {_LONG}\nWhere: The quay",
            "Restricted; May name somebody else",
            "Give in part" if place % 3 == 0 else "",
            "Names a neighbour\nSomebody rang." if place % 3 == 0 else "",
        )
        for place in range(count)
    )
    mark = imprint("entries to decide", recipient="J. Penhale")
    return AccessList(mark, "SC-0142", "Answer owed Mon 21 December 2026: 32 days left", lines, 5)


def schedule(count: int = 9) -> DisclosureSchedule:
    lines = tuple(
        ScheduleLine(
            f"D26-{place:04d}",
            date(2026, 11, 1 + place % 28),
            "Meeting pack",
            "Kerrow Police",
            "Secure e-mail",
            "Public task, Crime and Disorder Act 1998, section 115",
            "Where she slept last night\nShe is missing" if place % 2 else "",
            "With them",
        )
        for place in range(count)
    )
    whom = (Fact("Kerrow Police", "9 times, last 12 November 2026"),)
    return DisclosureSchedule(imprint("disclosures"), "SC-0142", lines, whom)
