"""My plan of somebody who was invented: short, whole, and far too long."""

from dataclasses import replace
from typing import Any

from coordinator.domain.lists.plans import OwnView
from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.papers.own_plan import Explained, OwnPlanPaper, OwnSection, Picture
from coordinator.domain.voice.own_plans import Deed
from coordinator.wording.own_plans import ring_now, what_this_is, who_sees_it
from tests.exports.example_basics import DAY

_WHOLE = OwnPlanPaper(
    imprint=Imprint("My plan", "", DAY, handling="Private: belongs to Kez"),
    called="Kez",
    made_on=DAY,
    lead="Kasia Dębska",
    lead_phone="01632 960123",
    is_signed=True,
    before=(
        OwnSection("What this is", Picture.PAPER, what_this_is()),
        OwnSection("Who sees it", Picture.EYE, who_sees_it("Kasia Dębska")),
        OwnSection("What matters to me", Picture.HEART, ("My dog comes first.", "I like quiet.")),
        OwnSection("What I am good at", Picture.STAR, ("I make people laugh.",)),
        OwnSection("What helps me", Picture.THUMB_UP, ("Come in the afternoon.",)),
        OwnSection("What does not help me", Picture.CROSS, ("Do not stand behind me.",)),
        OwnSection("What I want", Picture.FLAG, ("A flat where my dog can live.", "To sleep.")),
    ),
    deeds=(
        Deed("Rhys Roskilly", "Helps me fill in the housing form.", "Thu 26 November 2026"),
        Deed("Kasia Dębska", "Comes with me to the doctor.", "Mon 30 November 2026"),
        Deed("", "Somebody looks after my dog that day."),
    ),
    after=(
        OwnSection("What I will do", Picture.PERSON, ("I keep my phone on in the morning.",)),
        OwnSection("Signs that things are going wrong", Picture.WARNING, ("I stop eating.",)),
        OwnSection("What to do then", Picture.ARROW, ("Look for me by the harbour.",)),
        OwnSection("Who to ring", Picture.PHONE, ("Ring Kasia on 01632 960123.",)),
        OwnSection("My money", Picture.MONEY, ("There is 50 pounds for dog food.",)),
        OwnSection("When we talk again", Picture.CALENDAR, ("We talk on Thu 3 December 2026.",)),
    ),
    ring=ring_now(),
    hard=(
        Explained("tenancy", "The agreement that lets you live in your home."),
        Explained("referral", "Asking another service to help you."),
    ),
    view=OwnView.OK,
)


def own_plan(**changed: Any) -> OwnPlanPaper:
    """My plan with every part."""
    return replace(_WHOLE, **changed)


def short_own_plan() -> OwnPlanPaper:
    """The least that can be signed off."""
    goal = OwnSection("What I want", Picture.FLAG, ("A home.",))
    return own_plan(before=(goal,), after=(), deeds=(), hard=(), lead="", view=None)


def long_own_plan(**changed: Any) -> OwnPlanPaper:
    """Twelve long sentences in every part, eight deeds of a paragraph each."""
    words = " ".join(["I want somebody to come with me to the surgery on Harbour Street"] * 4)
    full = tuple(f"{words} {at}." for at in range(12))
    return own_plan(
        called="Anne-Marie Wilhelmina " * 4,
        before=tuple(replace(one, sentences=full) for one in _WHOLE.before[2:]),
        after=tuple(replace(one, sentences=full) for one in _WHOLE.after),
        deeds=tuple(Deed(f"{'Bartholomew ' * 6}{at}", words, "Thu 3 Dec") for at in range(8)),
        **changed,
    )
