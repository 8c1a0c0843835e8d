"""What is said at a made-up meeting: plain, kind, and about nobody real."""

from dataclasses import dataclass

from coordinator.domain.lists.barriers import BarrierCategory

BARRIER = BarrierCategory.HOUSING_NONE_SUITABLE
CANNOT_WAIT = "They sleep outside, and nobody could meet them yet to tell them of the panel."
NO_BASIS = "The information basis is to be completed first."
LEARNING = "A text the evening before brought two people to their appointments this week."


@dataclass(frozen=True, slots=True)
class Said:
    """What a room says about one person; empty reasons mean that the item was taken."""

    summary: str
    notes: tuple[str, ...]
    view: str
    risk: str
    strength: str
    decision: str
    why: str
    action: str
    deferred_because: str = ""


ITEMS: tuple[Said, ...] = (
    Said(
        summary="Seen twice this week by the outreach team, both times in the early morning.",
        notes=("No calls since Monday.", "The application is with the landlord."),
        view="I want a door I can lock, and one person to talk to.",
        risk="Nights outside in the cold",
        strength="Comes when a time is agreed by text",
        decision="Keep the plan as it stands; one visit together before the next meeting.",
        why="It has begun to work, and too many people came last time.",
        action="Visit together early in the week and bring the form along",
    ),
    Said(
        summary="Has kept three of four appointments. Asks for fewer letters.",
        notes=("One call about noise, settled on the spot.", "Medicine reviewed on Tuesday."),
        view="Letters make me put things off. A text is fine.",
        risk="Losing the room if the arrears are not agreed",
        strength="Walks every day and has begun to cook",
        decision="Everybody texts; the landlord is asked for an agreement about the arrears.",
        why="Letters were the reason for two missed appointments.",
        action="Agree a small weekly amount with the landlord",
    ),
    Said(
        summary="Not found at the usual places for eight days.",
        notes=("Nothing known to us.", "A bed was kept until Friday and then given up."),
        view="",
        risk="Nobody knows where they sleep",
        strength="Has always come back to the breakfast club",
        decision="Ask at the breakfast club daily; missing report if there is no news by Monday.",
        why="This is longer than any time before.",
        action="Ask at the breakfast club every morning and ring the others",
    ),
    Said(
        summary="Moved into the flat and sleeps there most nights.",
        notes=("The neighbours were told whom to ring.", "Benefits are in payment."),
        view="It is quiet. I am not used to quiet.",
        risk="Alone at weekends",
        strength="Trusts the worker who was there from the start",
        decision="Contact twice a week for the first three months, weekends included.",
        why="The first weeks in a home of one's own are the hardest.",
        action="Set up a weekend call with the outreach team",
    ),
    Said(
        summary="",
        notes=(),
        view="",
        risk="",
        strength="",
        decision="",
        why="",
        action="",
        deferred_because="The worker who knows them is away until next week.",
    ),
)
