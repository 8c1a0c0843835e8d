"""What each variant of a pack leaves out of what its reader may see; it never adds a word."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from coordinator.domain.lists.sharing import PackVariant
from coordinator.domain.papers.agenda import AgencyActions, Agenda, AgendaItem
from coordinator.domain.papers.imprint import ActionLine, EscalationLine, Fact, NotSettled
from coordinator.domain.papers.pack import CaseSheet, ClosureSheet, Pack, ReferralSheet
from coordinator.domain.papers.plan import GoalLine, LevelLine
from coordinator.wording.small_numbers import people_words
from coordinator.wording.translation import _

P = TypeVar("P")
_NO_ONE = frozenset({"agenda", "attendance", "tracker", "people", "referrals", "closures"})
_NOT_PRINTED = frozenset({"attendance", "escalations", "terms", "contacts"})


def as_variant(pack: Pack, variant: PackVariant) -> Pack:
    """Cut a pack down to a variant; its cover says which it is."""
    return _CUTS[variant](pack)


def _full(pack: Pack) -> Pack:
    return replace(pack, variant=_("full"))


def _own_cases(pack: Pack) -> Pack:
    return replace(pack, variant=_("own people"))


def _print_light(pack: Pack) -> Pack:
    return replace(pack, variant=_("light for printing"), without=_NOT_PRINTED)


def _limited(pack: Pack) -> Pack:
    """Leave what is needed to come, to do one's part and to be safe; initials, never a name."""
    pack = _without_what_each_said(pack)
    tracker = pack.tracker if pack.tracker and pack.tracker.agency else None
    own = frozenset(one.number for one in tracker.actions) if tracker else frozenset()
    return replace(
        pack,
        variant=_("limited"),
        tracker=tracker,
        cases=tuple(_limited_case(one, own) for one in pack.cases),
        referrals=tuple(_limited_referral(one) for one in pack.referrals),
        closures=tuple(_limited_closure(one) for one in pack.closures),
        escalations=(),
        agenda=_limited_agenda(pack.agenda, own),
        without=frozenset({"escalations"}),
    )


def _without_what_each_said(part: P) -> P:
    """Leave that something is not settled: who else wrote about somebody is told to few."""
    if isinstance(part, NotSettled):
        return cast("P", replace(part, says=(), by=()))
    if isinstance(part, tuple):
        return cast("P", tuple(map(_without_what_each_said, part)))
    if not is_dataclass(part) or isinstance(part, type):
        return part
    was = {one.name: getattr(part, one.name) for one in fields(part)}
    now = {name: _without_what_each_said(one) for name, one in was.items()}
    return replace(part, **{name: one for name, one in now.items() if one is not was[name]})


def _limited_agenda(agenda: Agenda, own: Collection[str]) -> Agenda:
    """Leave out what others do or were asked, and who else deals with somebody."""

    def cut(items: tuple[AgendaItem, ...]) -> tuple[AgendaItem, ...]:
        return tuple(
            replace(
                one,
                elsewhere="",
                lead=one.lead_alone,
                referrer=one.referrer_alone,
                offer=_left_out() if one.offer else "",
            )
            for one in items
        )

    return replace(
        agenda,
        actions_due=tuple(_own_actions(agenda.actions_due, own)),
        escalations=(),
        urgent=cut(agenda.urgent),
        reviews=cut(agenda.reviews),
        referrals=cut(agenda.referrals),
        closures=cut(agenda.closures),
    )


def _own_actions(due: Iterable[AgencyActions], own: Collection[str]) -> Iterator[AgencyActions]:
    """Leave the actions of the agency itself; of others, that there are some."""
    others = False
    for one in due:
        theirs = tuple(action for action in one.actions if action.number in own)
        others = others or len(theirs) < len(one.actions)
        if theirs:
            yield replace(one, actions=theirs)
    if others:
        yield AgencyActions(_("Other agencies"), (ActionLine(_left_out(), ""),))


def _left_out() -> str:
    """What is on file and not in this copy is not *not recorded*."""
    return _("Left out of this copy.")


def _limited_case(one: CaseSheet, own: Collection[str]) -> CaseSheet:
    """Cut a sheet down: of actions only the agency's own, as who else acts tells what it is about.

    So does where the lead professional works: only whom to ring is needed. What somebody wants is
    theirs to tell; of goals those stay that the agency itself has something to do for.

    Args:
        one: The sheet.
        own: The numbers of the actions of the agency whose copy it is.
    """
    one = replace(one, lead=one.lead_alone)
    if one.is_bare:
        return one
    actions = tuple(action for action in one.actions if action.number in own)
    return replace(
        one,
        goals=tuple(_own_goals(one.goals, {action.goal for action in actions})),
        actions=actions,
        actions_left_out=len(one.actions) - len(actions),
        name="",
        basis=_left_out(),
        changes=(_left_out(),),
        risks=(LevelLine(_left_out()),),
        barriers=(),
        escalations=(),
        last_decision="",
        known_to="",
        elsewhere=(),
        assessed=(),
    )


def _own_goals(goals: Sequence[GoalLine], wanted: Collection[str]) -> Iterator[GoalLine]:
    """Leave the words of the goals one's own actions are for; of others, that there are some."""
    own = [goal for goal in goals if (goal.own_words or goal.panel_words) in wanted]
    for goal in own:
        yield GoalLine(goal.own_words, goal.panel_words, unsettled=goal.unsettled)
    if len(own) < len(goals):
        yield GoalLine(_left_out())


def _limited_referral(one: ReferralSheet) -> ReferralSheet:
    if one.is_bare:
        return replace(one, referrer=one.referrer_alone)
    return ReferralSheet(
        one.reference,
        one.initials,
        referrer=one.referrer_alone,
        received_on=one.received_on,
        offer=_left_out() if one.offer else "",
        why_now=_left_out(),
        criteria=(_left_out(),),
        tried=_left_out(),
        risk=_left_out(),
        own_view=_left_out(),
        basis=_left_out(),
    )


def _limited_closure(one: ClosureSheet) -> ClosureSheet:
    return replace(one, name="", goals=(), remaining_risk=_left_out(), learning=_left_out())


def _strategic(pack: Pack) -> Pack:
    """Leave counts, and what was asked of whom by when: no person, no reference, no free text."""
    agenda, totals = pack.agenda, pack.tracker.totals if pack.tracker else ()
    counts = (
        Fact(_("Urgent"), people_words(len(agenda.urgent))),
        Fact(_("Reviews"), people_words(len(agenda.reviews))),
        Fact(_("New referrals"), people_words(len(agenda.referrals))),
        Fact(_("Ready to step down?"), people_words(len(agenda.closures))),
        *(replace(one, label=_("Actions: {what}", what=one.label)) for one in totals),
    )
    bare = replace(
        agenda,
        urgent=(),
        reviews=(),
        referrals=(),
        closures=(),
        topics=(),
        actions_due=(),
        escalations=(),
        own_part="",
        away=(),
        previous="",
    )
    return replace(
        pack,
        variant=_("strategic, without names"),
        agenda=bare,
        tracker=None,
        cases=(),
        referrals=(),
        closures=(),
        escalations=tuple(_asked(one) for one in pack.escalations),
        counts=counts,
        without=_NO_ONE,
    )


def _asked(one: EscalationLine) -> EscalationLine:
    return replace(one, ask=_left_out(), person="", answer="")


_CUTS: Mapping[PackVariant, Callable[[Pack], Pack]] = {
    PackVariant.FULL: _full,
    PackVariant.OWN_CASES: _own_cases,
    PackVariant.LIMITED: _limited,
    PackVariant.STRATEGIC: _strategic,
    PackVariant.PRINT_LIGHT: _print_light,
}
