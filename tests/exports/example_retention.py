"""An invented certificate, and an invented list to be signed."""

from coordinator.domain.papers.imprint import Fact
from coordinator.domain.papers.retention import (
    DisposalLine,
    DisposalList,
    KeptBackup,
    RetentionCertificate,
)
from tests.exports.example_basics import imprint


def certificate(**changes: object) -> RetentionCertificate:
    """A record that was erased after a second person agreed."""
    known: dict[str, object] = {
        "imprint": imprint("certificate"),
        "reference": "SC-0007",
        "rule": "Case of somebody on the list",
        "facts": (Fact("Record", "SC-0007"), Fact("Erased", "Thursday 19 November 2026")),
        "steps": (
            ("Proposed", "Thursday 5 November 2026", "Aled Hâf"),
            ("Agreed by a second person", "Thursday 12 November 2026", "Morwenna Tregear"),
        ),
        "counts": (Fact("Rows removed", "412"), Fact("Entries of the journal emptied", "187")),
        "backups": tuple(
            KeptBackup(f"{day} November 2026", "Before this erasure", f"{day} December 2027")
            for day in (17, 18, 19)
        ),
        "remains": (
            "2 entries about others, or of the panel, name them in their text.",
            "Copies of the store made by hand are not known to the program.",
        ),
    }
    return RetentionCertificate(**{**known, **changes})  # type: ignore[arg-type]


def disposal_list(count: int = 4) -> DisposalList:
    """Records that wait for two signatures."""
    lines = tuple(
        DisposalLine(
            f"SC-{at:04}",
            f"TG (SC-{at:04})",
            "Case of somebody on the list",
            "Last case closed 5 March 2019",
            "5 March 2025",
            "5 November 2026, Aled Hâf",
        )
        for at in range(1, count + 1)
    )
    return DisposalList(imprint("disposals"), lines)
