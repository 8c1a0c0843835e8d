"""An invented register of gaps, with every section filled."""

from datetime import date

from coordinator.domain.papers.gaps import GapChange, GapLine, GapRegister
from coordinator.domain.papers.imprint import Fact, Label, Tone
from tests.exports.example_basics import imprint

_TITLES = (
    "Nobody assesses mental health while somebody drinks",
    "No emergency rooms that take couples or dogs",
    "No detox bed within 60 miles",
)


def gap(place: int = 1, **changes: object) -> GapLine:
    known: dict[str, object] = {
        "number": f"G26-{place:03d}",
        "title": _TITLES[place % 3],
        "theme": "Dual diagnosis",
        "first_raised": date(2025, 9, 15),
        "age": "14 months, ageing",
        "people": "fewer than 5" if place % 2 else "12",
        "evidence": "Three referrals in a year came back with the same sentence.",
        "cost": "About £40,000 a year for one worker",
        "commissioner": "D. Penrose, Commissioner for mental health, ICB",
        "status": Label("With the commissioner", Tone.WARN),
        "decision": "Public health board, 3 November 2026: Two beds are bought.",
        "workaround": "A joint visit by the outreach nurse and the drug and alcohol worker.",
    }
    return GapLine(**{**known, **changes})  # type: ignore[arg-type]


def gap_register(count: int = 6, **changes: object) -> GapRegister:
    gaps = tuple(gap(place) for place in range(1, count + 1))
    known: dict[str, object] = {
        "imprint": imprint("gaps"),
        "since": date(2026, 8, 20),
        "gaps": gaps,
        "changes": tuple(
            GapChange(one.number, one.title, "New in the register; Decided") for one in gaps[:3]
        ),
        "workarounds": gaps[:2],
        "totals": (
            Fact("Nobody has decided", "4"),
            Fact("Ageing", "3"),
            Fact("Decided", "1"),
            Fact("Closed lately", "1"),
        ),
    }
    return GapRegister(**{**known, **changes})  # type: ignore[arg-type]
