"""Invented minutes, with every section filled."""

from datetime import date, time

from coordinator.domain.papers.imprint import (
    EscalationLine,
    Label,
    Tone,
)
from coordinator.domain.papers.meeting import Topic
from coordinator.domain.papers.minutes import (
    AgencyNote,
    Correction,
    DecisionLine,
    DiscussedPerson,
    LeadLine,
    Minutes,
    MinutesStage,
    NotedLine,
    OfferedLine,
)
from tests.exports.example_basics import STATEMENT, action, attendance, imprint, meeting

_DISCUSSED: dict[str, object] = {
    "initials": "TG",
    "name": "Tomos Gwynedd",
    "lead": "Kasia Dębska, Community mental health",
    "present": "All but Probation",
    "why_listed": "Second review. Two nights out of his flat last week.",
    "summary": "Tomos moved to supported housing on 2 November. He asked for fewer people "
    "to be involved and for texts, not letters.",
    "notes": (
        AgencyNote(
            "Housing Options",
            "Tenancy signed; two noise complaints, both settled by talking with neighbours.",
            date(2026, 11, 18),
        ),
        AgencyNote(
            "Community mental health",
            "Seen weekly; sleeping better; medicine reviewed.",
            date(2026, 11, 12),
        ),
        AgencyNote("Police, neighbourhood", "No contact since the move."),
    ),
    "own_view": "“I want to keep the flat and the dog. Tell me things straight, once, by one "
    "person.”",
    "own_view_by": "Kasia Dębska",
    "comms": "May be said, by the chair: agencies work together. Not to be said: where he lives.",
    "risks": ("Losing the flat if noise complaints go on", "Alone at weekends"),
    "strengths": ("Walks Pip every day", "Answers texts", "Trusts his nurse"),
    "decisions": (
        DecisionLine(
            "Keep the plan; review at the next panel. One visit a week at home.",
            "He is settling and asked for fewer people.",
            "Agreed; the chair asked whether anyone disagreed and nobody did.",
            "Police, neighbourhood would review after four weeks",
        ),
    ),
    "leads": (
        LeadLine("Kasia Dębska, Community mental health", "Sasha Bolitho, Adult social care"),
    ),
    "offers": (
        OfferedLine(
            "Housing Options",
            "A storage unit near the flat (free of charge)",
            date(2026, 12, 24),
        ),
        OfferedLine("Police, neighbourhood", "One named officer, who rings before he comes"),
    ),
    "actions": (
        action(1),
        action(
            2,
            text="Close duplicate support referrals and tell Tomos by text",
            owner="Morwenna Tregear",
            agency="Housing Options",
        ),
        action(
            3,
            text="Agree what to do if noise complaints start again",
            owner="Dylan Ashdown",
            agency="Police, neighbourhood",
            moved=2,
            due=date(2026, 12, 4),
        ),
    ),
    "review_on": date(2026, 11, 26),
    "basis": "Public task; told about the panel on 14 August; basis recorded.",
}


def discussed(reference: str = "SC-0142", **changes: object) -> DiscussedPerson:
    return DiscussedPerson(**{**_DISCUSSED, "reference": reference, **changes})  # type: ignore[arg-type]


_MINUTES: dict[str, object] = {
    "imprint": imprint(),
    "meeting": meeting(),
    "stage": MinutesStage.ISSUED,
    "statement": STATEMENT,
    "statement_read_at": time(10, 4),
    "attendance": attendance(),
    "previous": "Agreed as a true record, with one correction: action M26-046/4 is owned by "
    "Housing Options.",
    "could_not": (
        action(
            7,
            number="M26-046/7",
            text="Arrange a detox place for NP",
            owner="Sasha Bolitho",
            agency="Substance-use treatment",
            status=Label("Could not be done", Tone.NOTE),
            barrier="Substance use: no detox place",
            note="Next place in three weeks; a bed in Plymmouth was asked for.",
            person="NP (SC-0158)",
        ),
    ),
    "not_done": (
        action(
            9,
            number="M26-046/9",
            text="Send GP summary to the panel",
            owner="Rhys Roskilly",
            agency="Adult social care",
            status=Label("Not done yet, new date 12 Dec", Tone.WARN),
            note="Waiting for the surgery's reply.",
        ),
    ),
    "done": (
        action(
            3,
            number="M26-046/3",
            text="Arrange joint visit with outreach nurse",
            status=Label("Done", Tone.GOOD),
            note="Visited on Tue 17 Nov.",
        ),
    ),
    "people": (
        discussed(),
        discussed(
            "SC-0158",
            initials="NP",
            name="Nia Penrose",
            lead="",
            leads=(LeadLine("Naomi Davey, Harbour Church"),),
            own_view="",
            risks=(),
            strengths=(),
        ),
    ),
    "escalations": (
        EscalationLine(
            "E26-003",
            "Fund a detox place outside the county for up to 14 days",
            "Head of commissioning, Public Health",
            "NP (SC-0158)",
            date(2026, 11, 19),
            date(2026, 12, 3),
            Label("Sent", Tone.NOTE),
        ),
    ),
    "barriers": (
        NotedLine(
            "Housing: none suitable: no hostel takes the dog",
            "NP (SC-0158)",
            "M26-046/7",
            "Housing Options",
        ),
        NotedLine("Information not shared", "TG (SC-0142)"),
    ),
    "gaps": (NotedLine("No detox place within three weeks", number="G26-004"),),
    "topics": (
        Topic("Gaps", "No detox place within three weeks: fourth person this year."),
        Topic("Learning", "Texts, not letters, kept two people in touch this month."),
        Topic("Any other business", "None."),
    ),
    "distribution": ("Panel members who were present", "Adult social care: R. Roskilly"),
    "issued_on": date(2026, 11, 20),
}


def minutes(**changes: object) -> Minutes:
    return Minutes(**{**_MINUTES, **changes})  # type: ignore[arg-type]


def approved_minutes() -> Minutes:
    return minutes(
        stage=MinutesStage.APPROVED,
        approved_on=date(2026, 11, 26),
        approved_by="Morwenna Tregear",
        approval_note="Recorded from the chair's e-mail of that day.",
        corrections=(Correction(date(2026, 12, 1), "Sasha Bolitho was present.", "Aled Hâf"),),
    )
