"""What may be shared about a person, in words: the law, what they said, who is around them."""

from collections.abc import Iterator
from datetime import date

from coordinator.domain.lists.sharing import ForumStatus
from coordinator.domain.need_to_know.bases import BasisFacts
from coordinator.domain.need_to_know.sharing import ExclusionRow
from coordinator.domain.people.around import Forum, TieRow
from coordinator.domain.states import Answer
from coordinator.wording import dates
from coordinator.wording.labels import inline, label
from coordinator.wording.names import NameParts, hidden_name, isolated
from coordinator.wording.translation import _


def waiting_words(paper: str) -> str:
    """Name a paper that is offered and waits for the information basis."""
    return _("{paper} (waits for the information basis)", paper=paper)


def law_words(facts: BasisFacts) -> Iterator[str]:
    """Say on what basis and through which powers, a line each."""
    for one in (facts.lawful_basis, facts.special_condition, facts.schedule_condition):
        if one is not None:
            yield label(one)
    powers = [one for one in (facts.gateway, *facts.more_gateways) if one is not None]
    if powers:
        yield "; ".join(label(one) for one in powers)  # some have a comma of their own
    if facts.offence_data:
        yield _("Holds criminal offence data")


def agreement_words(facts: BasisFacts, today: date) -> Iterator[str]:
    """Say what the person answered when asked, and what they object to."""
    if facts.asked_to_agree is not None:
        answer = label(facts.asked_to_agree)
        yield (
            _("{answer}, {day}", answer=answer, day=dates.day(facts.agreed_on, today))
            if facts.agreed_on
            else answer
        )
    if facts.agreement:
        yield _("Agreed to: {what}", what=facts.agreement)
    if facts.objection:
        yield _("Objects to: {what}", what=facts.objection)


def capacity_words(facts: BasisFacts, today: date) -> Iterator[str]:
    """Say what was found about capacity, for which decision, and who speaks for them."""
    if facts.capacity_found is not None:
        found = {
            Answer.YES: _("Has capacity to decide: {decision}", decision=facts.capacity_decision),
            Answer.NO: _("Lacks capacity to decide: {decision}", decision=facts.capacity_decision),
            Answer.NOT_KNOWN: _(
                "Capacity not known, to decide: {decision}", decision=facts.capacity_decision
            ),
        }[facts.capacity_found]
        by = (
            facts.capacity_by,
            dates.day(facts.capacity_on, today) if facts.capacity_on else "",
        )
        yield ", ".join(filter(None, (found, *by)))
    if facts.advocate:
        yield _("Advocate: {name}", name=facts.advocate)


def forum_words(forum: Forum, today: date, *, with_contact: bool = True) -> str:
    """Say that another forum deals with somebody, since when, and whom to ask there."""
    name = isolated(forum.own_forum) if forum.own_forum else label(forum.forum)
    status = forum_status_words(forum, today)
    status = status[:1].lower() + status[1:]
    ask = _("ask {contact}", contact=forum.contact) if forum.contact and with_contact else ""
    return ", ".join(filter(None, (name, status, ask)))


def forum_status_words(forum: Forum, today: date) -> str:
    """Say where somebody stands with another forum, and since when."""
    status = label(forum.status)
    if forum.status_on is None:
        return status
    day = dates.day(forum.status_on, today)
    if forum.status is ForumStatus.OPEN:
        return _("{status} since {day}", status=status, day=day)
    return _("{status} {day}", status=status, day=day)


def tied_to(one: TieRow) -> str:
    """Name who somebody is tied to: as typed, or by initials and reference who is on file too."""
    if not one.reference:
        return isolated(one.name.given)
    name = one.name
    return hidden_name(NameParts(one.reference, name.given, name.family, name.preferred))


def tie_words(one: TieRow, today: date) -> tuple[str, ...]:
    """Say what is known of a tie, a line each."""
    kind = label(one.tie.relation)
    effect = inline(one.tie.effect) if one.tie.effect else ""
    about = [", ".join(filter(None, (kind, effect))), one.tie.note]
    if one.is_theirs:
        about.append(_("Noted on their page; change it there."))
    if one.ended_on is not None:
        about.append(_("Over since {day}", day=dates.day(one.ended_on, today)))
        about.append(one.end_reason)
    return tuple(filter(None, about))


def excluded_words(one: ExclusionRow) -> str:
    """Name who must not be told, also when they were taken off the directory meanwhile."""
    named = ", ".join(filter(None, (one.worker, one.agency)))
    return named or _("Somebody no longer in the directory")
