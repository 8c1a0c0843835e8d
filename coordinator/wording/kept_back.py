"""What of a plan few may read, in words: which texts, how many entries, and why."""

from collections import Counter

from coordinator.domain.plans.rules import SECTIONS
from coordinator.domain.plans.views import PlanView
from coordinator.domain.states import Sensitivity
from coordinator.wording.differences import SECTION_NAMES
from coordinator.wording.labels import label
from coordinator.wording.translation import _, ngettext


def kept_back_words(plan: PlanView) -> str:
    """Name what stands in a plan and few may read, by how sensitive it is; else nothing."""
    told: dict[Sensitivity, list[str]] = {
        level: _entries(plan, level) for level in Sensitivity if level is not Sensitivity.STANDARD
    }
    for name in reversed(SECTIONS):
        level = plan.parts.get(name, Sensitivity.STANDARD)
        if level in told and plan.text[name].strip():
            told[level].insert(0, _(SECTION_NAMES[name]))
    said = ((label(level), words) for level, words in told.items() if words)
    return " ".join(_("{why}: {what}.", why=why, what=", ".join(what)) for why, what in said)


def _entries(plan: PlanView, level: Sensitivity) -> list[str]:
    goals = Counter(one.line.sensitivity for one in plan.goals)[level]
    actions = Counter(one.sensitivity for one in plan.actions)[level]
    home = Counter(one.sensitivity for one in plan.constraints)[level]
    risks = Counter(one.sensitivity for one in plan.risks)[level]
    strengths = Counter(one.sensitivity for one in plan.strengths)[level]
    counted = (
        (goals, ngettext("{count} goal", "{count} goals", goals)),
        (actions, ngettext("{count} action", "{count} actions", actions)),
        (home, ngettext("{count} need of a home", "{count} needs of a home", home)),
        (risks, ngettext("{count} risk", "{count} risks", risks)),
        (strengths, ngettext("{count} strength", "{count} strengths", strengths)),
    )
    return [words for count, words in counted if count]
