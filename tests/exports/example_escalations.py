"""An invented escalation as its briefing prints it."""

from datetime import date

from coordinator.domain.papers.escalation import EscalationBriefing, TriedLine
from coordinator.domain.papers.imprint import Fact, Label, Tone
from tests.exports.example_basics import imprint


def escalation(**changes: object) -> EscalationBriefing:
    """A question to a commissioner with every part filled, not answered yet."""
    known: dict[str, object] = {
        "imprint": imprint("escalation", recipient="Kerrow Public Health"),
        "number": "E26-003",
        "ask": "Fund one bed that takes a dog, for six months, or say who can.",
        "reply_by": date(2026, 12, 3),
        "standing": "Barrier ladder, level 3: commissioners",
        "status": Label("Sent, no answer yet", Tone.NOTE),
        "receiver": "Ingrid Solomon",
        "receiver_role": "Head of commissioning",
        "authority": "You hold the contract for supported housing and can vary its rules.",
        "sent_on": date(2026, 11, 19),
        "person": "KP-0142 has been on the panel's caseload since Mon 3 Aug; phase now: "
        "engaging. They sleep rough and were last seen on Tue 17 Nov.",
        "tried": (
            TriedLine("Asked three hostels, in vain.", "Kerrow Homes", date(2026, 9, 3)),
            TriedLine("Level 1: asked the manager of the hostel. No reply.", "Panel chair",
                      date(2026, 10, 1)),
        ),
        "tried_before": 2,
        "barrier": "Housing: couples or pets",
        "barrier_text": "The house rules of the only hostel with a ground-floor room.",
        "barrier_since": date(2026, 8, 20),
        "agency": "Kerrow Homes",
        "position": "\u201cOur insurance does not cover animals.\u201d",
        "impact": "Police calls: 6 in October (as at 31 Oct). A&E: 2 in October.",
        "cost": "About £1,900 a month (panel list, prices of 2025/26).",
        "options": (
            "A bed outside the contract. For: at once. Against: 14 miles away.",
            "Vary the rule for one room. For: no travel. Against: needs the insurer.",
        ),
        "recommendation": "Vary the rule for one room for six months, then look again.",
        "risk_if_nothing": "A winter outside with a chest infection.",
        "others": "Gap G26-002: fewer than 5 other people, first raised in March 2026.",
        "contacts": (
            Fact("Chair", "Morwenna Tregear, 01632 960101"),
            Fact("Coordinator", "Aled Hâf, 01632 960102"),
        ),
    }  # fmt: skip
    return EscalationBriefing(**{**known, **changes})  # type: ignore[arg-type]


def answered_escalation() -> EscalationBriefing:
    """The same, answered."""
    return escalation(
        status=Label("Answered", Tone.GOOD),
        answer="Yes, for one room.",
        answered_on=date(2026, 11, 26),
        answered_by="Ingrid Solomon",
        conditions="Until the end of May; the dog is insured.",
    )
