"""An invented paper of the office, with every kind of part."""

from coordinator.domain.papers.imprint import Fact
from coordinator.domain.papers.office import Listing, OfficePaper, OfficePart
from tests.exports.example_basics import imprint


def office(rows: int = 4) -> OfficePaper:
    listing = Listing(
        ("No.", "When", "Who", "What", "About"),
        (0.8, 1.8, 1.8, 3.0, 1.3),
        tuple(
            (
                str(one),
                "16 November 2026 at 07:06",
                "Kasia Dębska",
                "Looked at this person",
                "PK-7",
            )
            for one in range(rows)
        ),
    )
    parts = (
        OfficePart("What guards it", ("In one sentence.",), ("One rule.", "A journal.")),
        OfficePart("Counts", facts=(Fact("People on file", "40"), Fact("Without a basis", ""))),
        OfficePart("The entries", listing=listing, nothing="No entry."),
    )
    return OfficePaper(imprint("audit"), "Audit log", "Mon 16 November 2026", "A draft.", parts)
