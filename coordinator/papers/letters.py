"""Letters about a person: each read for the one who gets it, and put into words.

Nobody is named in what was typed: whoever is on file stands there by initials and reference, and
whom the reader must not hear of does not stand there at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.naming import with_initials
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.casework.panel.settings import read_text
from coordinator.casework.person.letters import (
    read_answer_letter,
    read_closure,
    read_hand_over,
    read_own_letter,
)
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.lists.panel import TextKey
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.panel.letter_texts import LetterText, letter_text
from coordinator.domain.papers.imprint import ActionLine, Fact, Imprint
from coordinator.domain.papers.letter import Letter, LetterPart
from coordinator.domain.people.wishes import WishRow
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.person.letters import AnsweredFacts, ClosureFacts, HandOverFacts, Reach
from coordinator.domain.plans.snapshots import GoalLine, OfferLine
from coordinator.domain.states import ReferralStatus
from coordinator.exports.composing import PaperKind
from coordinator.papers import lines
from coordinator.papers.bare import check_leaves
from coordinator.papers.own_letters import own_letter
from coordinator.papers.plan_lines import warning_line
from coordinator.wording import letters as words
from coordinator.wording.dates import long_day
from coordinator.wording.labels import label
from coordinator.wording.names import first_name
from coordinator.wording.translation import _


class _Typed:
    """What people typed about somebody, gathered, to be made fit for one reader at once."""

    def __init__(self, desk: Desk, person: UUID, reader: Reader | None) -> None:
        self._desk, self._person, self._reader = desk, person, reader
        self._clean: dict[str, str] = {}
        self.today = desk.today()

    def gather(self, texts: Iterable[str]) -> None:
        """Take names out of these texts."""
        asked = [text for text in dict.fromkeys(texts) if text.strip()]
        clean = with_initials(self._desk, asked, people={self._person}, reader=self._reader)
        self._clean |= dict(zip(asked, clean, strict=True))

    def __call__(self, text: str) -> str:
        """Give a text as it may leave; one that was not gathered is a bug."""
        return self._clean[text] if text.strip() else ""

    def each(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Give several as they may leave."""
        return tuple(map(self, texts))


def letter_of(
    desk: Desk, kind: PaperKind, person: UUID, audience: Audience
) -> tuple[Letter, Audience]:
    """Write one kind of letter about somebody, and say for whom it is.

    Args:
        desk: Who writes.
        kind: One of `LETTERS`.
        person: About whom.
        audience: Whose copy a closure summary is; the others have one reader each.

    Raises:
        GuardError, MissingRecordError, WithheldError: As for what it is read from.
        BasisLackingError: It waits for their basis.
    """
    check_leaves(desk, kind, person)
    match kind:
        case PaperKind.ACCEPTED:
            return answer_letter(desk, person, ReferralStatus.ACCEPTED)
        case PaperKind.NOT_FOR_US:
            return answer_letter(desk, person, ReferralStatus.NOT_FOR_US)
        case PaperKind.OWN_LETTER:
            return letter_to_person(desk, person), lines.themselves()
        case PaperKind.CLOSURE:
            return closure_summary(desk, person, audience), audience
        case PaperKind.HAND_OVER:
            return hand_over_note(desk, person)
    raise ValueError(kind)


def answer_letter(desk: Desk, person: UUID, status: ReferralStatus) -> tuple[Letter, Audience]:
    """Write the panel's answer to whoever referred somebody.

    Raises:
        GuardError, MissingRecordError, WithheldError: As for `read_answer_letter`.
    """
    facts = read_answer_letter(desk, person, status=status)
    typed = _Typed(desk, person, facts.audience.reader)
    accepted = facts.status is ReferralStatus.ACCEPTED
    key = TextKey.LETTER_TAKEN_ON if accepted else TextKey.LETTER_NOT_FOR_US
    own = _own_words(desk, key, facts.decided_on or facts.referred_on)
    typed.gather([facts.reason, facts.destination, facts.offer, own.opening, *own.points])
    parts = (_accepted if accepted else _declined)(facts, typed, typed.each(own.points))
    title = _("Your referral: taken on") if accepted else _("Your referral: not for this panel")
    head = [
        Fact(_("To"), words.reach_words(facts.to)),
        Fact(_("About"), lines.in_a_list(facts.reference, facts.name)),
        Fact(_("Referred"), long_day(facts.referred_on)),
    ]
    reference = _("{reference} answer", reference=facts.reference)
    letter = Letter(
        imprint=_imprint(desk, _by_name(facts), reference),
        title=title,
        head=tuple(head),
        text="\n".join((words.greeting(facts.to), typed(own.opening))),
        parts=tuple(parts),
        ending=_ending(desk, facts.coordinator),
    )
    return letter, facts.audience


def _accepted(
    facts: AnsweredFacts, typed: _Typed, points: tuple[str, ...]
) -> Iterator[LetterPart]:
    yield LetterPart(_("Why"), typed(facts.reason))
    lead = words.reach_words(facts.lead) or _("The panel agrees a lead professional next.")
    led = [Fact(_("Lead professional"), lead)]
    if facts.next_review_on:
        led.append(Fact(_("The panel looks again"), long_day(facts.next_review_on)))
    yield LetterPart(_("Who leads"), facts=tuple(led))
    yield from _next(points)
    if facts.offer.strip():
        said = _("You said that you will keep doing this. Please go on with it.")
        yield LetterPart(_("What you offered"), f"{said}\n{typed(facts.offer)}")


def _declined(
    facts: AnsweredFacts, typed: _Typed, points: tuple[str, ...]
) -> Iterator[LetterPart]:
    listed = f"{label(facts.because)}." if facts.because else ""
    yield LetterPart(_("Why"), "\n".join(filter(None, (listed, typed(facts.reason)))))
    if facts.destination.strip():
        yield LetterPart(_("Who can help"), typed(facts.destination))
    yield from _next(points)


def _next(points: tuple[str, ...]) -> Iterator[LetterPart]:
    if points:
        yield LetterPart(_("What happens next"), points=points)


def closure_summary(desk: Desk, person: UUID, audience: Audience) -> Letter:
    """Write why a period ended, what changed, what is left in place and whom to ring.

    Raises:
        GuardError, MissingRecordError, WithheldError: As for `read_closure`.
    """
    facts = read_closure(desk, person, reader=audience.reader)
    typed = _Typed(desk, person, audience.reader)
    again = _own_words(desk, TextKey.LETTER_CLOSED)
    typed.gather(
        [
            facts.note,
            facts.remaining_risk,
            facts.risk_held_by,
            facts.ring,
            again.opening,
            *again.points,
            *_goal_texts(facts.goals),
            *_offer_texts(facts.offers),
            *_action_texts(facts.actions),
        ]
    )
    name = lines.in_a_list(facts.reference, facts.name)
    head = [
        Fact(_("About"), name),
        Fact(_("On the caseload"), f"{long_day(facts.opened_on)} - {long_day(facts.closed_on)}"),
        Fact(_("Phase at the end"), label(facts.phase)),
        Fact(_("Last lead professional"), words.reach_words(facts.lead)),
        Fact(_("Was the person told?"), label(facts.person_told) if facts.person_told else ""),
    ]
    reference = _("{reference} closure", reference=facts.reference)
    return Letter(
        imprint=_imprint(desk, audience, reference),
        title=_("Closure summary"),
        head=tuple(head),
        parts=(*_closure_parts(facts, typed), _again(again, typed)),
        ending=_ending(desk, facts.coordinator),
    )


def _closure_parts(facts: ClosureFacts, typed: _Typed) -> Iterator[LetterPart]:
    why = f"{label(facts.because)}." if facts.because else ""
    yield LetterPart(_("Why it ended"), "\n".join(filter(None, (why, typed(facts.note)))))
    goals = tuple(_goal(one, typed) for one in facts.goals)
    yield LetterPart(_("What changed"), "" if goals else _("No goal is on file."), goals)
    offers = tuple(_offer(one, typed) for one in facts.offers)
    left = "" if offers else _("No agency has said that it goes on with something.")
    yield LetterPart(_("What is left in place"), left, offers)
    if facts.actions:
        yield LetterPart(_("Still to be done"), actions=_actions(facts.actions, typed))
    risk = [
        Fact(_("What remains"), typed(facts.remaining_risk)),
        Fact(_("Held by"), typed(facts.risk_held_by)),
    ]
    yield LetterPart(_("Risk that remains, and who holds it"), facts=tuple(risk))
    ring = [typed(facts.ring), words.reach_words(facts.coordinator)]
    yield LetterPart(_("Whom to ring"), "\n".join(filter(None, ring)))


def _again(own: LetterText, typed: _Typed) -> LetterPart:
    return LetterPart(_("If it gets worse"), typed(own.opening), typed.each(own.points))


def _own_words(desk: Desk, key: TextKey, on: date | None = None) -> LetterText:
    """Give what the panel itself says in a letter; whom it names there is not told either."""
    values = {"panel": read_panel_face(desk).name}
    return letter_text(read_text(desk, key), values | ({"day": long_day(on)} if on else {}))


def hand_over_note(desk: Desk, person: UUID) -> tuple[Letter, Audience]:
    """Write what one lead professional hands to the next.

    Raises:
        GuardError, MissingRecordError, WithheldError: As for `read_hand_over`.
    """
    facts = read_hand_over(desk, person)
    typed = _Typed(desk, person, facts.audience.reader)
    own = _own_words(desk, TextKey.LETTER_HAND_OVER, facts.on)
    typed.gather(
        [
            own.opening,
            *own.points,
            facts.note,
            facts.safe_contact,
            facts.rhythm,
            *facts.texts.values(),
            *(one.text for one in facts.warnings),
            *(one.source for one in facts.warnings),
            *(one.words for one in facts.wishes),
            *_offer_texts(facts.offers),
            *_action_texts(facts.actions),
        ]
    )
    head = [
        Fact(_("About"), lines.in_a_list(facts.reference, facts.name)),
        Fact(_("From"), words.reach_words(facts.given_by)),
        Fact(_("To"), words.reach_words(facts.to)),
        Fact(_("Handed over"), long_day(facts.on)),
        Fact(_("Accepted"), long_day(facts.accepted_on) if facts.accepted_on else _("Not yet")),
    ]
    reference = _("{reference} hand-over", reference=facts.reference)
    letter = Letter(
        imprint=_imprint(desk, _by_name(facts), reference),
        title=_("Hand-over note"),
        head=tuple(head),
        text=typed(own.opening),
        parts=(*_hand_over_parts(facts, typed), *_next(typed.each(own.points))),
    )
    return letter, facts.audience


def _hand_over_parts(facts: HandOverFacts, typed: _Typed) -> Iterator[LetterPart]:
    warnings = tuple(
        warning_line(typed(one.text), typed(one.source), one.review_on, typed.today)
        for one in facts.warnings
    )
    reach = typed(facts.safe_contact)
    if warnings or reach:
        yield LetterPart(_("Know this first"), reach, warnings)
    yield LetterPart(_("What the last lead says"), typed(facts.note))
    known = (
        (_("What matters to the person"), "what_matters"),
        (_("What works"), "how_to_work"),
        (_("What does not"), "what_to_avoid"),
        (_("Whom they trust"), "who_i_trust"),
        (_("If it breaks down"), "contingency"),
    )
    for title, name in known:
        if text := typed(facts.texts.get(name, "")):
            yield LetterPart(title, text)
    actions = _actions(facts.actions, typed)
    yield LetterPart(_("Open actions"), "" if actions else _("None."), actions=actions)
    yield LetterPart(_("Contacts due"), facts=tuple(_due(facts, typed)))
    promised = tuple(_promised(facts, typed))
    yield LetterPart(_("What was promised"), "" if promised else _("Nothing on file."), promised)


def _due(facts: HandOverFacts, typed: _Typed) -> Iterator[Fact]:
    yield Fact(_("Last seen"), long_day(facts.last_seen_on) if facts.last_seen_on else "")
    yield Fact(_("Next try"), long_day(facts.next_try_on) if facts.next_try_on else "")
    if facts.rhythm.strip():
        yield Fact(_("How often"), typed(facts.rhythm))
    yield Fact(_("Next review"), long_day(facts.next_review_on) if facts.next_review_on else "")


def _promised(facts: HandOverFacts, typed: _Typed) -> Iterator[str]:
    for wish in facts.wishes:
        yield _wish(wish, typed)
    for offer in facts.offers:
        yield _offer(offer, typed)


def _wish(wish: WishRow, typed: _Typed) -> str:
    said = typed(wish.words).rstrip(".")
    if wish.answered_on is not None:
        return _("Asked: “{words}”. Answered; the person is still to be told.", words=said)
    if wish.answer_by is None:
        return _("Asked: “{words}”. Waits for an answer.", words=said)
    by = long_day(wish.answer_by)
    return _("Asked: “{words}”. An answer is promised by {day}.", words=said, day=by)


def _goal(goal: GoalLine, typed: _Typed) -> str:
    said = typed(goal.own_words) or typed(goal.panel_words)
    note = typed(goal.status_note)
    return f"{said.rstrip('.')}: {label(goal.status)}" + (f" ({note})" if note else "")


def _goal_texts(goals: Iterable[GoalLine]) -> Iterator[str]:
    for one in goals:
        yield from (one.own_words, one.panel_words, one.status_note)


def _offer(offer: OfferLine, typed: _Typed) -> str:
    line = f"{offer.agency}: {typed(offer.what)}"
    if offer.amount:
        line += f" ({typed(offer.amount)})"
    if offer.to_on is not None:
        line += _(", until {day}", day=long_day(offer.to_on))
    return f"{line}. {typed(offer.conditions)}" if offer.conditions.strip() else line


def _offer_texts(offers: Iterable[OfferLine]) -> Iterator[str]:
    for one in offers:
        yield from (one.what, one.amount, one.conditions)


def _actions(rows: Sequence[ActionRow], typed: _Typed) -> tuple[ActionLine, ...]:
    return tuple(
        ActionLine(
            number=row.number,
            text=typed(row.text),
            owner=row.owner.name,
            agency=row.owner.agency,
            due=row.due_on,
            original_due=row.original_due_on,
            moved=row.moved,
        )
        for row in rows
    )


def _action_texts(rows: Iterable[ActionRow]) -> Iterator[str]:
    return (row.text for row in rows)


def letter_to_person(desk: Desk, person: UUID) -> Letter:
    """Write to the person themselves, as things stand.

    Raises:
        GuardError, MissingRecordError, WithheldError: As for `read_own_letter`.
    """
    facts = read_own_letter(desk, person)
    panel = read_panel_face(desk).name
    called = first_name(lines.parts(facts.reference, facts.name))
    own, typed = _own_words(desk, TextKey.LETTER_OWN), _Typed(desk, person, None)
    typed.gather([own.opening, *own.points])
    said = LetterText(typed(own.opening), typed.each(own.points))
    return own_letter(facts, panel, called, desk.today(), said)


def _by_name(facts: AnsweredFacts | HandOverFacts) -> Audience:
    """Say on the page to whom at the agency it goes; a file's name says the agency alone."""
    whom = ", ".join(filter(None, (facts.to.name, facts.to.agency)))
    return replace(facts.audience, name=whom)


def _imprint(desk: Desk, audience: Audience, reference: str) -> Imprint:
    return lines.imprint(read_panel_face(desk), audience, reference, desk.today())


def _ending(desk: Desk, coordinator: Reach | None) -> tuple[str, ...]:
    face = read_panel_face(desk)
    if coordinator is None:
        return (_("For the panel: {panel}", panel=face.name),)
    return (words.reach_words(coordinator), _("For the panel: {panel}", panel=face.name))
