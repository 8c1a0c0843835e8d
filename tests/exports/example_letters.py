"""Invented letters: every part filled."""

from typing import Any

from coordinator.domain.papers.imprint import Fact, Imprint
from coordinator.domain.papers.letter import Letter, LetterPart
from tests.exports.example_basics import DAY, action, imprint


def letter(**changed: Any) -> Letter:
    """A closure summary with every kind of part."""
    values: dict[str, Any] = {
        "imprint": imprint("SC-0142 closure"),
        "title": "Closure summary",
        "head": (Fact("About", "TG (SC-0142)"), Fact("On the caseload", "")),
        "text": "Dear Rhys Roskilly,\nThank you for this referral.",
        "parts": (
            LetterPart("Why it ended", "Goals met.\nThe flat is kept."),
            LetterPart("What changed", points=("A door of my own: Achieved", "Sees the nurse")),
            LetterPart("Still to be done", actions=(action(1), action(2))),
            LetterPart("Risk that remains", facts=(Fact("Held by", "Tenancy team"), Fact("What"))),
            LetterPart("Nothing is known"),
        ),
        "ending": ("Aled Hâf, panel office, 01632 960110", "For the panel"),
    }
    return Letter(**(values | changed))


def own_letter() -> Letter:
    """A letter to the person themselves."""
    return Letter(
        imprint=Imprint("Porthkerris Complex Needs Panel", "", DAY, handling="Private"),
        title="A letter for you",
        text="Dear Tomos,\nSince Thursday we work with you, if you want that.",
        parts=(
            LetterPart("Your lead", "Kasia Dębska will work with you most."),
            LetterPart("What happens next", points=("They will ask you what matters to you.",)),
        ),
        ending=("Aled Hâf",),
        is_own=True,
    )
