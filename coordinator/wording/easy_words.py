"""Words that are hard to read, each with what it means in easy words.

In small letters; what comes first is explained first. A word that is not here is not hinted at:
the list is short on purpose, of what panels write most.
"""

from collections.abc import Mapping

from coordinator.domain.voice.easy_read import Hint, HintKind
from coordinator.wording.translation import N_, _, ngettext

HARD_WORDS: Mapping[str, str] = {
    "accommodation": N_("A place to live."),
    "advocate": N_("Somebody who speaks up for you."),
    "agency": N_("A service or a team that helps people."),
    "anti-social behaviour": N_("Doing things that upset or harm people nearby."),
    "appropriate": N_("Right for you."),
    "arrears": N_("Money you owe because you are late paying."),
    "assertive outreach": N_("Workers who come to find you, again and again."),
    "assess": N_("To find out what help you need."),
    "assessment": N_("Questions to find out what help you need."),
    "benefit": N_("Money from the government to live on."),
    "capacity": N_("Being able to decide something for yourself."),
    "complaint": N_("Telling somebody that something was wrong."),
    "confidential": N_("Kept private."),
    "contingency": N_("What we do if something goes wrong."),
    "coordinator": N_("The person who keeps the plan on track for everybody."),
    "crisis": N_("When things get very bad very fast."),
    "deposit": N_("Money you pay before you move in."),
    "detox": N_("Help to stop using drugs or alcohol safely."),
    "disengage": N_("To stop taking part."),
    "dual diagnosis": N_("Having a mental health problem and using drugs or alcohol."),
    "eligible": N_("Allowed to get something."),
    "engage": N_("To take part."),
    "engagement": N_("Taking part."),
    "exclusion": N_("Not being allowed in."),
    "facilitate": N_("To help something happen."),
    "formulation": N_("What we think is going on, and why."),
    "harm reduction": N_("Ways to be safer."),
    "hostel": N_("A house with rooms for people who have no home."),
    "implement": N_("To do."),
    "independent": N_("On your own, without help."),
    "intervention": N_("Help."),
    "lead professional": N_("The worker who holds your plan together."),
    "medication": N_("Medicine from a doctor."),
    "multi-agency": N_("Many services working together."),
    "naloxone": N_("Medicine that can save a life after too much heroin."),
    "opioid": N_("Drugs like heroin, and some strong pain medicines."),
    "panel": N_("The group of services that meets about your plan."),
    "personal budget": N_("Money for your plan."),
    "prescription": N_("A paper from a doctor for your medicine."),
    "priority": N_("What comes first."),
    "probation": N_("The service for people who were in court or prison."),
    "provider": N_("A service that gives help or homes."),
    "referral": N_("Asking another service to help you."),
    "refer": N_("To ask another service to help you."),
    "relapse": N_("Starting again after you had stopped."),
    "review": N_("To look at the plan again together."),
    "safeguarding": N_("Keeping people safe from harm."),
    "substance misuse": N_("Using drugs or alcohol in a way that harms you."),
    "substance": N_("Drugs or alcohol."),
    "support worker": N_("A person whose job is to help you."),
    "temporary": N_("For a short time."),
    "tenancy": N_("The agreement that lets you live in your home."),
    "therapy": N_("Talking with somebody trained, to feel better."),
    "threshold": N_("How bad things must be before a service can help."),
    "trauma": N_("Something very bad that happened to you and still hurts."),
    "trigger": N_("Something that makes you feel bad very fast."),
    "universal credit": N_("Money from the government to live on."),
    "utilise": N_("To use."),
    "vulnerable": N_("In danger of being hurt."),
}


def explained(word: str) -> str:
    """Say what a hard word of the list means."""
    return _(HARD_WORDS[word])


def hint_words(hint: Hint) -> str:
    """Say gently what may make a sentence hard to read."""
    if hint.kind is HintKind.LONG:
        return ngettext(
            "{count} word: can it be shorter?", "{count} words: can it be shorter?", hint.count
        )
    if hint.kind is HintKind.TWO_IDEAS:
        return _("Two ideas: can it be two sentences?")
    return _("Hard word: {word}. It is explained at the end.", word=hint.word)
