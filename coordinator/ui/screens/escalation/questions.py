"""The forms of one escalation; no Qt."""

from datetime import date
from uuid import UUID

from coordinator.domain.escalations.rules import AFTERWARDS, ANSWERS
from coordinator.domain.escalations.views import EscalationRow, EscalationStory
from coordinator.domain.lists.barriers import EscalationOutcome, EscalationTrack
from coordinator.domain.lists.escalations import EscalationEffect
from coordinator.domain.states import BarrierStatus
from coordinator.domain.stuck.views import Ground
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.shared.escalating import ask_entry, day_entry, new_day_entry, receiver_asks
from coordinator.wording.labels import label
from coordinator.wording.stuck import level_words
from coordinator.wording.translation import _

Choices = tuple[tuple[UUID, str], ...]
_OF_ACTIONS = frozenset({EscalationEffect.ACTION_ADDED, EscalationEffect.ACTION_CHANGED})


def change(story: EscalationStory, ground: Ground) -> Question:
    """Ask whom, for what exactly, and by when, as the draft has it."""
    row = story.row
    levels = tuple((one.level, level_words(one)) for one in story.ladder)
    level = Ask("level", _("Level"), Kind.CHOICE, row.level, levels)
    on_ladder = row.track is EscalationTrack.BARRIER and levels
    return Question(
        _("{number}: whom, what, by when", number=row.number),
        (
            *((level,) if on_ladder else ()),
            *receiver_asks(ground, row.receiver_id, _by_hand(row), row.receiver_role),
            ask_entry(row.ask),
            day_entry(row.respond_by, story.respond_by_usual),
        ),
        _("Save"),
    )


def not_ready(row: EscalationRow) -> str:
    """Say why it cannot be noted as sent yet."""
    if row.receiver_left:
        return _("{who} has left. Say who is asked now; then it can go.", who=row.receiver)
    return _("Say whom it asks and what exactly; then it can go.")


def case(story: EscalationStory) -> Question:
    """Ask for what the briefing argues with."""
    return Question(
        _("{number}: the case for it", number=story.row.number),
        (
            _text("authority", _("Why them? What can they decide?"), story.authority),
            _text(
                "agency_position",
                _("What does the agency say, in its own words?"),
                story.agency_position,
            ),
            _text(
                "impact",
                _("What does it mean now?"),
                story.impact,
                _("Counts with the day they stand for; a cost with its source and price year."),
            ),
            _text(
                "options",
                _("Options, one a line"),
                "\n".join(story.options),
                _("With what speaks for and against each."),
            ),
            _text("recommendation", _("What does the panel recommend?"), story.recommendation),
            _text("risk_if_nothing", _("What happens if nothing is done?"), story.risk_if_nothing),
        ),
        _("Save"),
    )


def send(story: EscalationStory, today: date) -> Question:
    """Ask when it went out, and by when an answer is needed."""
    row = story.row
    return Question(
        _("{number}: sent", number=row.number),
        (
            Ask("sent_on", _("Sent on"), Kind.CALENDAR, today),
            day_entry(row.respond_by, story.respond_by_usual),
        ),
        _("Note it as sent"),
        about=_("The program sends nothing itself: use the briefing or the text."),
    )


def acknowledge(row: EscalationRow, today: date) -> Question:
    """Ask since when they have it."""
    return Question(
        _("{number}: they have it", number=row.number),
        (Ask("acknowledged_on", _("Said on"), Kind.CALENDAR, today),),
        _("They have it"),
        about=_("The clock runs on."),
    )


def answer(row: EscalationRow, today: date) -> Question:
    """Ask what came back."""
    outcomes = tuple(one for one in choices_of(EscalationOutcome) if one[0] in ANSWERS)
    return Question(
        _("{number}: an answer came", number=row.number),
        (
            Ask("outcome", _("What does it amount to?"), Kind.CHOICE, None, outcomes),
            _text("answer", _("What did they answer?"), ""),
            Ask("answered_by", _("Who answered?"), Kind.LINE, row.receiver),
            _text("conditions", _("On what conditions, until when?"), ""),
            Ask("answered_on", _("Answered on"), Kind.CALENDAR, today),
        ),
        _("Keep the answer"),
        about=row.ask,
    )


def chase(row: EscalationRow, today: date) -> Question:
    """Ask how an answer was chased."""
    return _noted(_("{number}: chased", number=row.number), today, _("Note it"))


def no_reply(row: EscalationRow, today: date) -> Question:
    """Ask what is known of an answer that did not come."""
    title = _("{number}: no answer by the day", number=row.number)
    return _noted(title, today, _("Note it"))


def note(row: EscalationRow, today: date) -> Question:
    """Ask for a line of the thread."""
    return _noted(_("{number}: a note", number=row.number), today, _("Note it"))


def next_level(story: EscalationStory) -> Question:
    """Ask whether the next level is drafted; why, while there is still time to answer."""
    row, above = story.row, story.possible_level
    step = f"{above.level}, {above.receiver}" if above is not None else ""
    why = Ask("reason", _("Why now?"), Kind.TEXT, "")
    asks = () if row.is_overdue else (why,)
    return Question(
        _("{number}: the next level", number=row.number),
        asks,
        _("Draft the next level"),
        about=_(
            "Level {step}. The same ask is drafted; this one closes. Nothing is sent.", step=step
        ),
    )


def close(story: EscalationStory, actions: Choices) -> Question:
    """Ask what the answer changed for the person, and what becomes of the barrier."""
    row = story.row
    after = tuple((one, label(one)) for one in BarrierStatus if one in AFTERWARDS)
    barrier = Ask(
        "barrier_status",
        _("And the barrier?"),
        Kind.CHOICE,
        None,
        ((None, _("As it is")), *after),
    )
    gap = Ask(
        "title",
        _("Which gap? Its title"),
        hint=_("What is missing, of nobody in particular. Empty where it feeds a gap already."),
        only_for=("barrier_status", frozenset({BarrierStatus.GAP})),
    )
    return Question(
        _("{number}: close with its effect", number=row.number),
        (
            Ask(
                "effect_kind",
                _("What did it change?"),
                Kind.CHOICE,
                EscalationEffect.PLAN_CHANGED,
                choices_of(EscalationEffect),
            ),
            Ask(
                "effect_action_id",
                _("Which action?"),
                Kind.FIND,
                None,
                ((None, ""), *actions),
                only_for=("effect_kind", _OF_ACTIONS),
            ),
            _text("effect", _("What exactly?"), ""),
            *((barrier, gap) if row.barrier is not None else ()),
        ),
        _("Close it"),
        about=story.answer,
    )


def reopen(row: EscalationRow) -> Question:
    """Ask why it is opened again, and by when it asks now."""
    return Question(
        _("{number}: open again", number=row.number),
        (_text("reason", _("Why is it opened again?"), ""), new_day_entry()),
        _("Open it again"),
        about=_("Its last answer stays in the thread."),
    )


def withdraw(row: EscalationRow) -> Question:
    """Ask why it is taken back."""
    return Question(
        _("{number}: withdraw", number=row.number),
        (_text("reason", _("Why is it withdrawn?"), ""),),
        _("Withdraw it"),
    )


def show_names(row: EscalationRow, ground: Ground) -> Question:
    """Ask why its papers name the person, and who decides so."""
    return Question(
        _("{number}: name the person", number=row.number),
        (
            _text("reason", _("Why does the receiver need the name?"), ""),
            Ask("decided_by", _("The chair who decides"), Kind.CHOICE, None, ground.chairs),
        ),
        _("Name the person"),
        about=_("Without this decision papers give the reference alone."),
    )


def _noted(title: str, today: date, act: str) -> Question:
    asks = (
        _text("text", _("What was said, to whom?"), ""),
        Ask("happened_on", _("On"), Kind.CALENDAR, today),
    )
    return Question(title, asks, act)


def _text(name: str, title: str, value: str, hint: str = "") -> Ask:
    return Ask(name, title, Kind.TEXT, value, hint=hint)


def _by_hand(row: EscalationRow) -> str:
    return "" if row.receiver_id is not None else row.receiver
