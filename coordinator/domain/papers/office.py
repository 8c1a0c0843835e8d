"""Papers for whoever answers for the panel's information: parts of text, facts and tables."""

from dataclasses import dataclass, field

from coordinator.domain.papers.imprint import Fact, Imprint


@dataclass(frozen=True, slots=True)
class Listing:
    """A table: its headings, how wide each column is beside the others, and its rows.

    A share of 0 is as wide as what stands in it.
    """

    headings: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class OfficePart:
    """One part under its heading; `nothing` is said where its table has no rows."""

    heading: str
    texts: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    listing: Listing | None = None
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class OfficePaper:
    """A paper of the office; nobody on the caseload is named in it but by reference.

    Attributes:
        note: What it is and is not, in small print under its title.
        is_draft: Somebody has to finish it before it is used: it says so at its head and on every
            page.
    """

    imprint: Imprint
    title: str
    subtitle: str = ""
    note: str = ""
    parts: tuple[OfficePart, ...] = field(default=())
    is_draft: bool = False
