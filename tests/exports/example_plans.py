"""An invented plan, with every section filled."""

from datetime import date

from coordinator.domain.charts import Bar, BarChart, Part, Shade
from coordinator.domain.papers.imprint import (
    EscalationLine,
    Label,
    Tone,
)
from coordinator.domain.papers.plan import (
    BarrierLine,
    ChangeLine,
    GoalLine,
    LevelLine,
    NeedsLines,
    OfferLine,
    Plan,
    VersionLine,
    WishLine,
)
from tests.exports.example_basics import action, imprint

_PLAN: dict[str, object] = {
    "imprint": imprint("plan", reference="SC-0142 plan", version="version 7"),
    "reference": "SC-0142",
    "name": "Tomos Gwynedd",
    "preferred_name": "Tom",
    "status": Label("Agreed", Tone.GOOD),
    "version": 7,
    "agreed_on": date(2026, 11, 12),
    "agreed_at": "M26-046",
    "review_on": date(2026, 12, 17),
    "lead": "Kasia Dębska",
    "lead_phone": "01632 960142",
    "deputy": "Duty desk, 01632 960100",
    "matters": "Keeping my flat and my dog, Pip\nSeeing my daughter every other Sunday\n"
    "Being told things straight, once, by one person",
    "admired": "He never forgets a name.\nPatient with animals",
    "helps": "Say who you are and why you came\nGive me a minute; loud rooms are hard\n"
    "Ask before you write things down",
    "avoid": "Letters\nTurning up in pairs without a text first",
    "needs": NeedsLines(
        "6 areas of need, 3 high; 2 areas not known. High: housing and homelessness, alcohol.",
        "6 areas of need, 3 high; 2 areas not known",
        "Alcohol: high → some",
        ("Area", "20 Aug 2026", "12 Nov 2026"),
        (("Housing and homelessness", "High", "High"), ("Alcohol", "High", "Some")),
        BarChart(
            "Areas of need over time",
            (Part("High", Shade.FULL), Part("Not asked", Shade.EMPTY)),
            (
                Bar("20 Aug 2026", (3, 11), "3 areas of need", "20 Aug: 3 areas of need"),
                Bar("12 Nov 2026", (2, 12), "2 areas of need", "12 Nov: 2 areas of need"),
            ),
        ),
    ),
    "enquiries": ("Declined, 3 Nov, Kasia Dębska; how we work: one person, no closed doors",),
    "trusts": "Kasia, my nurse\nMy sister Elin",
    "contact_rules": "Text after 11. Do not leave voice messages. Pip only barks.",
    "formulation": "Tom lost his home and his work in the year his mother died. "
    "Drinking keeps the nights short. Being passed from office to office makes him stay away. "
    "When one person stays, he comes back.",
    "kept_back": "Restricted: Warning signs, 1 risk. About somebody else: 1 strength.",
    "direction": "A flat he keeps, with fewer people around him.",
    "scored": ("Needs score 27 (31 in August), Kasia Dębska, Thu 12 Nov. After a trust's tool.",),
    "goals": (
        GoalLine(
            "Stay in my flat",
            "Tenancy kept for six months",
            "My home",
            "No notice served",
            "Two evictions in 2025",
            date(2027, 5, 1),
            Label("Going well", Tone.GOOD),
            3,
            7,
        ),
        GoalLine(
            "Sleep through, four nights a week",
            "",
            "My health",
            "His own count, each Sunday",
            "One night",
            date(2027, 1, 31),
            Label("Open", Tone.PLAIN),
            4,
            6,
        ),
        GoalLine(
            "Sort my money",
            "Benefits in payment",
            "Money",
            "Award letter",
            "",
            date(2026, 12, 20),
            Label("Open", Tone.PLAIN),
            2,
            4,
        ),
        GoalLine("See more of my sister", "", "People I trust", "", "", None, Label(), 6, 5),
    ),
    "actions": (
        action(1),
        action(
            2,
            text="Go through the award letter and set up a budget",
            owner="Morwenna Tregear",
            agency="Housing Options",
            status=Label("In progress", Tone.NOTE),
        ),
        action(
            3,
            text="Agree a quiet-hours plan with next door",
            owner="Dylan Ashdown",
            agency="Police, neighbourhood",
            moved=2,
            due=date(2026, 12, 4),
            status=Label("Waiting on other", Tone.WARN),
        ),
        action(
            4,
            text="First meeting at the recovery café, with Pip",
            owner="Sasha Bolitho",
            agency="Substance-use treatment",
            due=date(2026, 12, 2),
        ),
    ),
    "offers": (
        OfferLine(
            "Community mental health",
            "One nurse, weekly home visits",
            "until May 2027",
            "",
            Label("Agreed", Tone.GOOD),
        ),
        OfferLine(
            "Housing Options",
            "No notice without the panel\u2019s knowledge",
            "for the tenancy",
            "While rent is paid direct",
            Label("Agreed", Tone.GOOD),
        ),
    ),
    "risks": (
        LevelLine(
            "Losing the flat if noise complaints go on",
            "community",
            "Housing Options",
            details=("What we do: the landlord rings Kasia first", "The person knows of it"),
        ),
        LevelLine("Alone at weekends", "the person"),
        LevelLine("Old friends who sell to him", "family and peers"),
        LevelLine("Benefits stopped at a missed appointment", "society"),
    ),
    "strengths": (
        LevelLine("Walks Pip every day", "the person"),
        LevelLine("Sister rings on Sundays", "family and peers"),
        LevelLine("Known and liked at the recovery café", "community"),
    ),
    "home": ("A pet: a lurcher, three years old", "A couple"),
    "barriers": (
        BarrierLine(
            "Substance use: no detox place",
            "Wait of three weeks",
            "Substance-use treatment",
            date(2026, 10, 1),
            Label("Escalated", Tone.WARN),
        ),
    ),
    "escalations": (
        EscalationLine(
            "E26-003",
            "Fund a detox place outside the county for up to 14 days",
            "Head of commissioning",
            "",
            date(2026, 11, 19),
            date(2026, 12, 3),
            Label("Sent", Tone.NOTE),
        ),
    ),
    "warning_signs": "I miss two visits, or stop walking Pip.",
    "contingency": "Text me, then come round with Kasia. Do not cancel things. If I am not "
    "safe, stay with me.",
    "ring": "999 in danger; crisis line 01632 960199; tell Kasia.",
    "unknowns": "Whether the head injury of 2019 was ever looked at.",
    "agreed_with_person": "Yes, on Mon 23 November",
    "copy_given": "Yes, easy read, the same day",
    "since_agreed": (
        ChangeLine("1 action added, due date of 1 action moved", date(2026, 11, 14)),
        ChangeLine("What to avoid: reworded", date(2026, 11, 16)),
    ),
    "balance": "Open actions: 4 support, 1 engagement, 1 enforcement.",
    "wishes": (
        WishLine(
            "To see my daughter on a weekday too",
            date(2026, 11, 3),
            "Kasia Dębska, Kerrow Mental Health",
            date(2026, 11, 26),
        ),
        WishLine(
            "A key to the laundry",
            date(2026, 10, 8),
            "Rhys Roskilly, Kerrow Homes",
            date(2026, 10, 15),
            "Yes: it hangs at the desk, ask for number 4.",
            date(2026, 10, 12),
            is_told=True,
        ),
    ),
    "versions": (
        VersionLine(7, date(2026, 11, 12), "M26-046", "2 actions added, goal 1 reworded"),
        VersionLine(6, date(2026, 8, 20), "M26-034", "Lead professional changed"),
    ),
}


def plan(**changes: object) -> Plan:
    return Plan(**{**_PLAN, **changes})  # type: ignore[arg-type]
