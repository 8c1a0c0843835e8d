"""What the briefing of an escalation prints: the twelve parts, for one receiver."""

from dataclasses import dataclass, field
from datetime import date

from coordinator.domain.papers.imprint import Fact, Imprint, Label


@dataclass(frozen=True, slots=True)
class TriedLine:
    """One thing that was tried: when, by whom, what came of it."""

    what: str
    who: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class EscalationBriefing:
    """One escalation as its receiver gets it; texts may hold several lines.

    Attributes:
        number: Its own, such as *E26-003*.
        standing: Its track and level in words.
        authority: Why this receiver.
        person: Who they are, in two sentences, pseudonymised unless the chair decided otherwise.
        tried: Oldest first; `tried_before` counts those that are left out.
        position: What the agency says, in its own words.
        others: How many others have the same barrier, since when; never names.
        demand: How often services were needed, the newest of each count, with whose it is, as at
            which day and how complete; what nobody counted is no line, and never nought.
        cost: Only what somebody entered, with its source and price year.
        answer: What came back; the form to answer on stands there while it is empty.
        is_draft: It has not been sent: it says so at its head and on every page.
    """

    imprint: Imprint
    number: str
    ask: str = ""
    reply_by: date | None = None
    standing: str = ""
    status: Label = field(default_factory=Label)
    receiver: str = ""
    receiver_role: str = ""
    authority: str = ""
    sent_on: date | None = None
    person: str = ""
    tried: tuple[TriedLine, ...] = ()
    tried_before: int = 0
    barrier: str = ""
    barrier_text: str = ""
    barrier_since: date | None = None
    agency: str = ""
    position: str = ""
    impact: str = ""
    demand: tuple[str, ...] = ()
    cost: str = ""
    options: tuple[str, ...] = ()
    recommendation: str = ""
    risk_if_nothing: str = ""
    others: str = ""
    answer: str = ""
    answered_on: date | None = None
    answered_by: str = ""
    conditions: str = ""
    contacts: tuple[Fact, ...] = ()
    is_draft: bool = False
