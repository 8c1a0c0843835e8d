"""A new action from one line: understood at every key, agreed with Enter. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.directory.services import find_services
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.directory.services import ServiceRow
from coordinator.domain.errors import RuleError
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.panel.settings import Phrase
from coordinator.domain.spoken.around import Around
from coordinator.domain.spoken.few import ForFew, for_few
from coordinator.domain.spoken.line import understand
from coordinator.domain.spoken.phrases import PhraseBook
from coordinator.domain.spoken.values import NO_ANSWERS, DayState, Understood
from coordinator.ui.lanes.kept import Kept
from coordinator.ui.screens.live_meeting.line.promising import Promises
from coordinator.ui.screens.live_meeting.line.services import (
    ServiceBook,
    how_words,
    with_service,
)
from coordinator.ui.screens.live_meeting.line.thinking import (
    ENGAGEMENT,
    VICTIMS,
    ThoughtFlow,
    needs_thought,
)
from coordinator.ui.screens.live_meeting.questions import Runner
from coordinator.ui.screens.live_meeting.questions import View as QuestionView
from coordinator.ui.screens.live_meeting.reading import around_of, kind_of_line
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.sent import Sent
from coordinator.ui.screens.live_meeting.texts import Texts
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.spoken import (
    LineShown,
    day_choice,
    day_sentence,
    few_sentence,
    line_shown,
    not_discussed_sentence,
    owner_choice,
    owner_sentence,
)
from coordinator.wording.translation import _

FORM = "live.action"
THOUGHT = "live.thought"


@dataclass(frozen=True, slots=True)
class Offered:
    """Something that can be chosen by one key: an owner, a day, or words for the action."""

    words: str
    owner: UUID | None = None
    day: object = None
    text: str = ""
    service: ServiceRow | None = None


@dataclass(frozen=True, slots=True)
class LineState:
    """What stands under the line.

    Attributes:
        shown: What was understood, part by part.
        told: Questions and notices, one sentence each.
        offered: In the order of the keys.
        is_complete: Enter agrees it.
        promise: How such actions went, for the chair; nothing for anybody else.
        few: Who may see it, where not everybody may.
    """

    shown: LineShown
    told: tuple[str, ...]
    offered: tuple[Offered, ...]
    is_complete: bool
    promise: str = ""
    few: str = ""


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_state(self, state: LineState | None) -> None:
        """Show what was understood; nothing while the line is empty."""

    def fill(self, text: str) -> None:
        """Put words into the line."""

    def let_type(self, *, may: bool) -> None:
        """Let the line be typed in, or not."""

    def object_to(self, sentence: str) -> None:
        """Say under the line why it was refused; nothing takes it back."""

    def go_to_offers(self) -> None:
        """Put the keys on what can be chosen."""


class LinePresenter:
    """The line for new actions about the open item."""

    def __init__(self, room: Room, view: View, asks: QuestionView) -> None:
        self._room, self._view = room, view
        self._promises = Promises(room, self._show_again)
        self._kept = Kept(room.jobs, FORM)
        self._thoughts = Texts(room, THOUGHT)
        self.runner = Runner(room, asks, self._thoughts)
        """Asks what is to be thought of before something is agreed against somebody."""
        self._about: UUID | None = None
        self._around: Around | None = None
        self._book = PhraseBook(())
        self._services: ServiceBook | None = None
        self._phrases: dict[str, Phrase] = {}
        self._answers = NO_ANSWERS
        self._understood: Understood | None = None
        self._line = ""
        self._few = ForFew("")
        self._is_awaited = False
        self._sent: Sent | None = None
        self._came_from = room.field.removeprefix("live.")

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Read lines against who is in the room now."""
        phrases = {one.text: one for one in around.phrases}
        if phrases != self._phrases:
            self._phrases, self._book = phrases, PhraseBook(around.phrases)
        if self._services is None:
            self._services = ServiceBook()
            self._room.jobs.query(find_services, self._take_services, replaces="live services")
        self._take_up()

    def show_item(self, item: LiveItem | None) -> None:
        """Begin, or go on, with the line about the open item.

        It can be typed in before the item itself is read; Enter waits for that.
        """
        key = self._room.open_id
        if key is not None and key != self._about:
            self._about, self._answers, self._is_awaited = key, NO_ANSWERS, False
            self.runner.end()
            self._thoughts.go_to(key, self.runner.take_up)
            self._view.fill("")
            self._kept.look(key, self._fill_when_empty)
        self._take_up()
        if item is not None and self._is_awaited:
            self._is_awaited = False
            self.agree()
        self._go_back_to_thought()

    def _take_services(self, services: tuple[ServiceRow, ...]) -> None:
        self._services = ServiceBook(services)

    def _fill_when_empty(self, texts: Mapping[str, str]) -> None:
        if not self._line:
            self._view.fill(texts.get("text", ""))
            self._go_back_to_thought()

    def _go_back_to_thought(self) -> None:
        """Ask again, once, what was being answered about this line when the program ended."""
        understood, item, place = self._understood, self._room.item, self._came_from
        if place not in {VICTIMS, ENGAGEMENT}:
            return
        if understood is None or not understood.is_complete or item is None:
            return
        self._came_from = ""
        flow = ThoughtFlow(self._new(understood, item), self._agree)
        flow.go_back(self._thoughts.text(VICTIMS).strip() if place == ENGAGEMENT else "")
        self.runner.begin(flow)

    def typed(self, line: str) -> None:
        """Understand what stands in the line now."""
        self._line = line
        self._view.object_to("")
        self.runner.end()  # what was asked was about other words
        self._understand(line)

    def _understand(self, line: str) -> None:
        if not line.strip() or self._around is None:
            self._understood, self._answers = None, NO_ANSWERS
            self._view.show_state(None)
            return
        self._few = for_few(line)
        understood = understand(self._few.text, self._around, self._answers)
        self._understood = understood
        self._view.show_state(self._state(understood))

    def keep(self, line: str) -> None:
        """Keep what is typed so far."""
        self._kept.typed(text=line)

    def choose(self, offered: Offered) -> None:
        """Take one of what is offered."""
        understood = self._understood
        if understood is None:
            return
        if offered.text or offered.service is not None:
            self._view.fill(self._line_with(understood, offered))
            return
        if offered.owner is not None:
            self._answers = understood.choose_owner(offered.owner)
        else:
            self._answers = understood.choose_day(offered.day)  # type: ignore[arg-type]
        self.typed(self._line)

    def _line_with(self, understood: Understood, offered: Offered) -> str:
        if offered.service is not None:
            return with_service(self._line, offered.service)
        return self._few.mark + understood.line_with(offered.text)

    def agree(self) -> None:
        """Agree the action, when nothing is left to ask; else put the keys on the question."""
        understood, item = self._understood, self._room.item
        self._is_awaited = item is None
        if understood is None or item is None or self._sent is not None:
            return
        if not understood.is_complete:
            self._view.go_to_offers()
            return
        new = self._new(understood, item)
        if needs_thought(new):
            self.runner.begin(ThoughtFlow(new, self._agree))
        else:
            self._agree(new)

    def _agree(self, new: NewAction) -> None:
        self._thoughts.take((VICTIMS, ENGAGEMENT))
        self._thoughts.keep()
        self._sent = Sent(self._about, self._line)
        act = self._kept.ended_by(partial(add_action, new=new), text=self._line)
        self._room.do(
            act, _("Action agreed"), then=self._agreed, refused=self._refused, of=self._about
        )

    def _new(self, understood: Understood, item: LiveItem) -> NewAction:
        person, case = kind_of_line(item)
        owner = understood.owner.owner
        return NewAction(
            understood.text,
            owner.id if owner is not None else None,
            understood.day.on,
            person_id=person,
            case_id=case,
            meeting_id=self._room.id,
            kind=self._kind(understood),
            sensitivity=self._few.sensitivity,
        )

    def _kind(self, understood: Understood) -> ActionKind:
        phrase = self._phrases.get(understood.text)
        kind = phrase.action_kind if phrase is not None else None
        return kind or ActionKind.SUPPORT

    def _promise(self, understood: Understood) -> str:
        owner = understood.owner.owner
        if owner is None:
            return ""
        return self._promises.words(owner.agency_id, owner.agency, self._kind(understood))

    def _not_discussed(self, understood: Understood) -> str:
        owner, item = understood.owner.owner, self._room.item
        if owner is None or item is None:
            return ""
        if item.may_be_discussed_with(owner.name, owner.agency, owner.short_name):
            return ""
        return not_discussed_sentence(owner)

    def _show_again(self) -> None:
        """Something arrived that belongs under the line as it stands; what is typed stays."""
        if self._understood is not None:
            self._view.show_state(self._state(self._understood))

    def _agreed(self, _action: object) -> None:
        sent, self._sent = self._sent, None
        if sent is None or sent.about != self._about:
            return  # what stands in the line now is about somebody else
        rest = sent.rest_of(self._line)
        self._answers = NO_ANSWERS
        self._view.fill(rest)
        self._kept.typed(text=rest)

    def _refused(self, error: Exception) -> bool:
        sent, self._sent = self._sent, None
        if sent is None or sent.about != self._about:
            return False  # said above the page; the words wait with their item
        self._kept.typed(text=self._line)
        if not isinstance(error, RuleError):
            return False
        notice = notice_for(error)
        self._view.object_to(f"{notice.what} {notice.next}".strip())
        return True

    def _take_up(self) -> None:
        meeting, around = self._room.meeting, self._room.around
        if meeting is None or around is None:
            return
        self._around = around_of(meeting, around, self._room.item)
        self._view.let_type(may=meeting.may_run and self._about is not None)
        if self._line:
            self._understand(self._line)

    def _state(self, understood: Understood) -> LineState:
        today = self._room.around.today if self._room.around else understood.day.on
        if today is None:
            raise LookupError("a line is understood in a room that was read")
        book = self._services or ServiceBook()
        told = (
            owner_sentence(understood.owner, today),
            self._not_discussed(understood),
            day_sentence(understood.day, today),
            *(how_words(one) for one in book.named_in(self._line)),
        )
        owners = [Offered(owner_choice(one), one.id) for one in understood.owner.choices]
        days = [Offered(day_choice(one, today), day=one) for one in understood.day.choices]
        phrases = [Offered(one.text, text=one.text) for one in self._book.fitting(understood.text)]
        phrases += [Offered(one.name, service=one) for one in book.fitting(self._line)]
        is_unsaid = understood.day.state is DayState.NOT_SAID  # words first, the day comes last
        return LineState(
            line_shown(understood, today),
            tuple(filter(None, told)),
            (*owners, *phrases, *days) if is_unsaid else (*owners, *days, *phrases),
            understood.is_complete,
            self._promise(understood),
            few_sentence(self._few.sensitivity),
        )
