"""Parts of invented papers: a panel in a made-up county."""

from datetime import date, time
from typing import Any

from coordinator.domain.papers.imprint import (
    ActionLine,
    Imprint,
    Label,
    Tone,
)
from coordinator.domain.papers.meeting import AttendanceLine, MeetingFacts

DAY = date(2026, 11, 19)
STATEMENT = (
    "What is shared here is confidential and used only to support the people on the list. "
    "Share these minutes only with named workers who need them for the actions. Each agency "
    "keeps its own record of its own actions. Report a breach to the coordinator within 24 hours."
)


def imprint(kind: str = "minutes", **changes: Any) -> Imprint:
    known: dict[str, Any] = {
        "panel": "Porthkerris Complex Needs Panel",
        "reference": f"M26-047 {kind}",
        "marking": "OFFICIAL-SENSITIVE",
        "version": "version 2",
        "recipient": "Housing Options, J. Patel",
        "handling": "Named workers only",
    }
    return Imprint(issued_on=DAY, **{**known, **changes})


def action(place: int = 1, **changes: object) -> ActionLine:
    known: dict[str, object] = {
        "number": f"M26-047/{place}",
        "text": "Meet Tomos to go through the plan in easy read",
        "owner": "Kasia Dębska",
        "agency": "Community mental health",
        "due": date(2026, 11, 27),
        "original_due": date(2026, 11, 27),
        "set_on": date(2026, 11, 5),
        "status": Label("Open", Tone.PLAIN),
        "person": "TG (SC-0142)",
    }
    return ActionLine(**{**known, **changes})  # type: ignore[arg-type]


def meeting() -> MeetingFacts:
    return MeetingFacts(
        kind="Weekly tasking panel",
        day=DAY,
        starts=time(10, 0),
        ends=time(12, 10),
        place="Room 4, Old Custom House, and video call",
        chair="Morwenna Tregear, Housing Options",
        minute_taker="Aled Hâf, panel office",
        quorum="Quorate: 6 of 9 seats",
        next_day=date(2026, 11, 26),
    )


def attendance() -> tuple[AttendanceLine, ...]:
    return (
        AttendanceLine(
            "Housing Options", "Morwenna Tregear", "Chair", Label("Present", Tone.GOOD)
        ),
        AttendanceLine(
            "Police, neighbourhood",
            "PC Dylan Ashdown",
            "Neighbourhood constable",
            Label("Present for part", Tone.GOOD),
            "Left at 11:20",
        ),
        AttendanceLine(
            "Community mental health",
            "Kasia Dębska",
            "Community nurse",
            Label("Present", Tone.GOOD),
        ),
        AttendanceLine(
            "Adult social care",
            "Rhys Roskilly",
            "Team manager",
            Label("Apologies, information sent", Tone.NOTE),
            "Report of Wed 18 Nov",
        ),
        AttendanceLine("Probation", "", "", Label("Seat vacant", Tone.WARN), "Since 4 September"),
        AttendanceLine(
            "Lived-experience group",
            "Nessa Carlyon",
            "Observer",
            Label("Observer", Tone.PLAIN),
            "Confidentiality signed",
        ),
    )
