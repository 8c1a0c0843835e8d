"""What may be shared about somebody, other forums that deal with them, whom they are tied to."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.need_to_know.sharing import ExclusionRow
from coordinator.domain.people.around import ForumRow, TieRow
from coordinator.domain.states import Answer, BasisStatus
from coordinator.ui.kit.boxes import card, flow
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.screens.person.head import basis_words
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.parts import Line, Wished, entry, link, titled
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording import dates
from coordinator.wording.disclosures import astray_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.refusals.rules import field_name
from coordinator.wording.sharing import (
    agreement_words,
    capacity_words,
    excluded_words,
    forum_status_words,
    law_words,
    tie_words,
    tied_to,
)
from coordinator.wording.translation import N_, _, ngettext

Allowed = Callable[[Step], bool]


def sharing_card(opened: OpenedPerson, wished: Wished) -> QWidget:
    """Say what the law allows, what the person was told, what they said, and who is not told."""
    sharing = opened.page.sharing
    basis = sharing.basis
    if basis.id is None and not sharing.exclusions:
        return Line(
            _("No information basis is recorded yet."),
            *_links(opened, wished, ((N_("Record the basis"), Step.BASIS), *_URGENT)),
        )
    return card(
        titled(_("Sharing"), *_links(opened, wished, ((N_("Change"), Step.BASIS),))),
        label(basis_words(opened), wraps=True),
        *_late(opened),
        *_told_astray(sharing.told_astray),
        *_to_ask_back(sharing.to_ask_back),
        *[label(words, "quiet", wraps=True) for words in _of_basis(opened)],
        *[_exclusion(one, opened, wished) for one in sharing.exclusions],
        flow(*_links(opened, wished, _MORE if basis.complete_by is None else _LATER)),
    )


_URGENT = ((N_("It cannot wait"), Step.URGENT),)
_LATER = (
    (N_("What they said"), Step.AGREEMENT),
    (N_("Capacity and advocate"), Step.CAPACITY),
    (N_("Keep an agency from being told"), Step.EXCLUDE),
    (N_("Keep a worker from being told"), Step.EXCLUDE_WORKER),
    (N_("What went to whom"), Step.DISCLOSURES),
    (N_("How long this is kept"), Step.RETENTION),
)
_MORE = (*_LATER, *_URGENT)


def _links(
    opened: OpenedPerson, wished: Wished, wanted: Iterable[tuple[str, Step]]
) -> list[QWidget]:
    return [
        link(_(words), wished, step, of=_("Sharing"))
        for words, step in wanted
        if step in opened.steps
    ]


def _late(opened: OpenedPerson) -> Iterator[QWidget]:
    until = opened.page.sharing.basis.complete_by
    if until is None:
        return
    day = dates.day(until, opened.today)
    words = _("Urgent: the basis is to be complete by {day}", day=day)
    if until < opened.today:
        words = _("The basis was to be complete by {day}", day=day)
    yield flow(Chip(Mark(words, Tone.CAREFUL, "clock")))


def _told_astray(count: int) -> Iterator[QWidget]:
    if count:
        yield flow(Chip(Mark(astray_words(count), Tone.CAREFUL, "triangle-alert")))


def _to_ask_back(count: int) -> Iterator[QWidget]:
    if count:
        words = ngettext("{count} copy to ask back", "{count} copies to ask back", count)
        yield flow(Chip(Mark(words, Tone.CAREFUL, "clock")))


def _of_basis(opened: OpenedPerson) -> Iterator[str]:
    basis, today = opened.page.sharing.basis, opened.today
    facts = basis.facts
    if basis.stands_until is not None:
        day = dates.day(basis.stands_until, today)
        yield _(
            "Still to say, or it no longer counts as complete from {day}: {fields}",
            day=day,
            fields=_fields(basis.missing),
        )
    elif basis.missing and basis.status is not BasisStatus.WITHDRAWN:
        yield _("Still to say: {fields}", fields=_fields(basis.missing))
    elif basis.advised:
        yield _("Worth saying: {fields}", fields=_fields(basis.advised))
    if facts.told is not None and facts.told_on is None:
        yield words_for(facts.told)
    yield from law_words(facts)
    yield from agreement_words(facts, today)
    yield from capacity_words(facts, today)
    if facts.review_on is not None:
        day = dates.day(facts.review_on, today)
        due = _("To be looked at again since {day}", day=day)
        yield due if basis.review_is_due else _("To be looked at again {day}", day=day)


def _fields(names: Iterable[str]) -> str:
    words = [field_name(name) for name in names]
    return ", ".join(one[:1].lower() + one[1:] for one in words)


def _exclusion(one: ExclusionRow, opened: OpenedPerson, wished: Wished) -> QFrame:
    who = excluded_words(one)
    since = _("Since {day}", day=dates.day(one.since, opened.today))
    lift = link(_("They may be told again"), wished, Step.LIFT, one, of=who)
    lifted = (lift,) if Step.LIFT in opened.steps else ()
    return entry(_("Not to be told: {agency}", agency=who), (one.reason, since), *lifted)


def around_cards(opened: OpenedPerson, wished: Wished) -> list[QWidget]:
    """List the forums and the ties; what is empty is one line with the button that fills it."""
    around = opened.page.around
    forum = _links(opened, wished, ((N_("Note a forum"), Step.FORUM),))
    tie = _links(opened, wished, ((N_("Note somebody"), Step.TIE),))
    forums = (
        card(
            titled(_("Other forums"), *forum),
            *[_forum(one, opened, wished) for one in around.forums],
        )
        if around.forums
        else Line(_("No other forum is noted."), *forum)
    )
    ties = (
        card(
            titled(_("People around them"), *tie), *[_tie(x, opened, wished) for x in around.ties]
        )
        if around.ties
        else Line(_("Nobody around them is noted."), *tie)
    )
    return [forums, ties]


def _forum(one: ForumRow, opened: OpenedPerson, wished: Wished) -> QFrame:
    forum = one.forum
    name = forum.own_forum or words_for(forum.forum)
    about = (
        forum_status_words(forum, opened.today),
        forum.reference and _("Reference: {reference}", reference=forum.reference),
        forum.contact and _("Ask: {contact}", contact=forum.contact),
    )
    may = Step.FORUM in opened.steps
    change = (link(_("Change"), wished, Step.CHANGE_FORUM, one, of=name),) if may else ()
    return entry(name, tuple(filter(None, about)), *change, marks=kept_back(forum.sensitivity))


def _tie(one: TieRow, opened: OpenedPerson, wished: Wished) -> QFrame:
    who, about = tied_to(one), tie_words(one, opened.today)
    marks: list[QWidget] = []
    if one.ended_on is None and one.tie.not_discussed_with:
        marks.append(Chip(Mark(_("Do not discuss with"), Tone.CAREFUL, "circle-alert")))
    if one.tie.is_child:
        marks.append(Chip(Mark(_("A child"), Tone.NEUTRAL, "circle-dot")))
    if one.tie.lives_with is Answer.YES:
        marks.append(Chip(Mark(_("Lives with them"), Tone.NEUTRAL, "circle-dot")))
    marks += kept_back(one.tie.sensitivity)
    may = Step.TIE in opened.steps and one.ended_on is None and not one.is_theirs
    links = (
        (
            link(_("Change"), wished, Step.CHANGE_TIE, one, of=who),
            link(_("It is over"), wished, Step.END_TIE, one, of=who),
        )
        if may
        else ()
    )
    return entry(who, about, *links, marks=tuple(marks))
