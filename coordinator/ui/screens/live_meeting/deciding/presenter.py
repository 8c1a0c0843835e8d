"""What is decided about the open line: decision, answer, lead, review, offer. No Qt.

The decision stands first and is typed in two lines; everything else is asked in place, one
question at a time. Whatever is typed is kept until it becomes an act.
"""

from collections.abc import Callable
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.leads.agreeing import find_possible_leads
from coordinator.casework.referrals.lists import read_referral
from coordinator.domain.cases.referrals import UNANSWERED, ReferralPage
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.meetings.views import DecisionRow
from coordinator.ui.places.every import PersonPlace
from coordinator.ui.screens.live_meeting.deciding import state
from coordinator.ui.screens.live_meeting.deciding.answering import AnswerFlow
from coordinator.ui.screens.live_meeting.deciding.changing import ChangeFlow, Mode
from coordinator.ui.screens.live_meeting.deciding.decided import Disagreement
from coordinator.ui.screens.live_meeting.deciding.leading import LeadFlow
from coordinator.ui.screens.live_meeting.deciding.lines import DecisionLines
from coordinator.ui.screens.live_meeting.deciding.lines import View as LinesView
from coordinator.ui.screens.live_meeting.deciding.offering import OfferFlow
from coordinator.ui.screens.live_meeting.deciding.reviewing import ReviewDay, ReviewFlow
from coordinator.ui.screens.live_meeting.deciding.state import ButtonShown, DecidingState
from coordinator.ui.screens.live_meeting.questions import Flow, Ready, Runner
from coordinator.ui.screens.live_meeting.questions import View as QuestionView
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.texts import Texts
from coordinator.ui.screens.live_meeting.words import title
from coordinator.wording import dates
from coordinator.wording.translation import _

FORM = "live.decision"


class View(LinesView, Protocol):
    """What the presenter asks of the widgets."""

    def show_state(self, shown: DecidingState) -> None:
        """Show everything but what is typed."""


class DecidingPresenter:
    """Everything that is decided about one line."""

    def __init__(
        self, room: Room, view: View, at_decision: QuestionView, below: QuestionView
    ) -> None:
        self._room, self._view = room, view
        self._texts = Texts(room, FORM)
        self._lines = DecisionLines(room, view, self._texts)
        self._first, self._second = (
            Runner(room, place, self._texts) for place in (at_decision, below)
        )
        self._about: UUID | None = None
        self._item: LiveItem | None = None
        self._referral: ReferralPage | None = None
        self._wants_lead = False
        self._was_asked_who_disagrees = room.field.startswith("live.dissent")
        self._was_answering = room.field.startswith("live.answer_")
        room.between.when_hiding(self._cover)

    @property
    def questions(self) -> tuple[Runner, Runner]:
        """The two places of questions: at the decision, and below the buttons."""
        return self._first, self._second

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Show what has become of the quorum, and who may write."""
        self._refresh()

    def show_item(self, item: LiveItem | None) -> None:
        """Show what was decided about a line; begin anew with another one."""
        item = self._room.item if item is not None else None  # acts are made of what is recorded
        key = item.record.entry.id if item is not None else self._room.open_id
        if key != self._about:
            self._leave()
            self._go_to(key)
        is_new = item is not None and self._item is None
        self._item = self._lines.item = item
        self._refresh()
        if item is not None:
            self._look_at_referral(item)
            self._lead_once_taken_on()
            if is_new:
                self._go_back_to_question()
                self._ask_again_who_disagrees()

    def typed(self, name: str, text: str) -> None:
        """Note what stands in one of the two lines."""
        self._texts.note(name, text)
        self._view.object_to("")
        self._lines.show_few()

    def keep(self) -> None:
        """Keep what is typed so far."""
        self._texts.keep()
        self._refresh()

    def enter_words(self) -> None:
        """Go on to the reason, or record: the reason may stand in the one line."""
        if self._lines.split():
            self.enter_reason()
        elif not self._lines.said[0]:
            self._view.object_to(_("Say what is decided."))
        else:
            self._view.go_to_reason()

    def enter_reason(self) -> None:
        """Ask how it was decided, and whether anyone disagrees."""
        if self._item is not None and self._may_write() and self._lines.are_whole():
            self._second.end()
            self._first.begin(self._lines.asking(self._recorded))

    def decide(self) -> None:
        """Put the keys where it is decided: the answer to a referral first, then the lines."""
        if isinstance(self._first.flow, AnswerFlow):
            self._first.begin(self._first.flow)
        elif self._is_unanswered() and not any(self._lines.said):
            self._ask_answer(with_keys=True)
        else:
            self._view.go_to_decision()

    def ask(self, what: str) -> None:
        """Ask one of the other things in place: `lead`, `review`, `offer`, `answer`."""
        asks: dict[str, Callable[[], None]] = {
            "lead": self._ask_lead,
            "review": self._ask_review,
            "offer": self._ask_offer,
            "answer": partial(self._ask_answer, with_keys=True),
        }
        asks[what]()

    def _ask_lead(self) -> None:
        meeting, around, item = self._room.meeting, self._room.around, self._item
        if meeting is None or around is None or item is None or item.record.entry.person is None:
            return
        if item.case_id is None:
            self._view.object_to(_("A lead is agreed once the panel has taken the person on."))
            return
        flow = LeadFlow(meeting, around, item, item.case_id)
        self._begin_below(flow)
        read = partial(find_possible_leads, person_id=item.record.entry.person.id)

        def take(possible: object) -> None:
            flow.take_possible(possible)  # type: ignore[arg-type]
            self._second.know_more(flow)

        self._room.jobs.query(read, take, replaces="possible leads")

    def _ask_review(self) -> None:
        meeting, around = self._room.meeting, self._room.around
        if meeting is not None and around is not None and self._item is not None:
            held_on = meeting.header.row.on
            self._begin_below(ReviewFlow(held_on, around, self._item))

    def _ask_offer(self) -> None:
        meeting, around, item = self._room.meeting, self._room.around, self._item
        if meeting is None or around is None or item is None:
            return
        if item.record.entry.person is not None:
            self._begin_below(OfferFlow(meeting, around, item.record.entry.person.id))

    def ask_change(self, decision: UUID) -> None:
        """Ask what is to become of a decision of today."""
        row = self._lines.row(decision)
        if row is None or not self._room.may_see():
            return
        if any(self._lines.said):
            self._view.object_to(_("Record or clear what is typed here first."))
            return
        self._second.end()
        self._first.begin(ChangeFlow(row, self._begin_change))

    def stop_changing(self) -> None:
        """Leave the decision as it stands; the lines are for a new one again."""
        if self._lines.mode is not None:
            self._lines.clear()
            self._first.end()
            self._refresh()

    def let_go(self, runner: Runner) -> None:
        """Close a question; what was typed stays kept."""
        is_decision = runner is self._first
        runner.leave()
        self._refresh()
        if is_decision:
            self._view.go_to_decision()

    def go_to_person(self) -> None:
        """Go to the person's page, where somebody is stepped down."""
        if self._item is not None and (person := self._item.record.entry.person) is not None:
            self._room.ways.go(PersonPlace(person.id))

    def _go_to(self, key: UUID | None) -> None:
        self._about, self._referral = key, None
        self._item = self._lines.item = None
        self._wants_lead = False
        self._first.end()
        self._second.end()
        self._view.object_to("")
        self._view.fill("", "")
        self._view.show_few("")
        if key is not None:
            self._texts.go_to(key, self._take_up)

    def _take_up(self) -> None:
        """Go on with what was typed when the line was left, or the program ended."""
        self._lines.show()
        for runner in self.questions:
            runner.take_up()
        self._refresh()
        self._ask_again_who_disagrees()

    def _leave(self) -> None:
        """Record a decision that waits for nothing but *does anyone disagree*: it was made."""
        flow = self._first.flow
        if isinstance(flow, Disagreement) and flow.is_settled and self._item is not None:
            ready = self._lines.finish(flow, self._refresh)
            if isinstance(ready, Ready):
                self._first.do(ready)
        self._texts.keep()

    def _cover(self) -> None:
        """Put away a recorded decision that is being changed, and a name in what is asked."""
        flow = self._first.flow
        if self._lines.mode is not None:
            self.stop_changing()
        elif isinstance(flow, AnswerFlow | ChangeFlow):
            self._first.end()
            if isinstance(flow, AnswerFlow):
                self._ask_answer(with_keys=False)
        self._refresh()

    def _recorded(self) -> None:
        self._refresh()
        self._view.go_to_decision()

    def _begin_change(self, mode: Mode, row: DecisionRow) -> None:
        self._lines.begin(mode, row)
        self._refresh()

    def _may_write(self) -> bool:
        meeting = self._room.meeting
        return meeting is not None and state.may_write(meeting)

    def _begin_below(self, flow: Flow) -> None:
        if not self._may_write():
            return
        self._view.object_to("")
        self._first.end()
        self._second.begin(flow)
        self._refresh()

    def _look_at_referral(self, item: LiveItem) -> None:
        referral = item.record.entry.referral
        if referral is None:
            return
        read = partial(read_referral, referral_id=referral.id)
        self._room.jobs.query(read, partial(self._know_referral, item), replaces="live referral")

    def _know_referral(self, item: LiveItem, page: ReferralPage) -> None:
        if self._about != item.record.entry.id:
            return
        waited, self._referral = self._is_unanswered(), page
        self._refresh()
        if not self._is_unanswered() and isinstance(self._first.flow, AnswerFlow):
            self._first.end()
        elif self._is_unanswered() and not waited and self._first.flow is None:
            with_keys, self._was_answering = self._was_answering, False
            self._ask_answer(with_keys=with_keys)

    def _is_unanswered(self) -> bool:
        page, meeting = self._referral, self._room.meeting
        if page is None or meeting is None or not state.may_write(meeting):
            return False
        was_today = page.decided_on == meeting.header.row.on
        return meeting.may_decide and page.row.status in UNANSWERED and not was_today

    def _ask_answer(self, *, with_keys: bool) -> None:
        meeting, around, item = self._room.meeting, self._room.around, self._item
        if meeting is None or around is None or item is None or not self._is_unanswered():
            return
        entry = item.record.entry
        review = ReviewDay(meeting.header.row.on, around)
        disagree = self._lines.disagreement
        about = title(entry, hidden=self._room.names_hidden)
        flow = AnswerFlow(entry.id, about, review, disagree, self._answered)
        flow.asks_for_children = item.children.is_open
        self._second.end()
        self._first.begin(flow, with_keys=with_keys)

    def _answered(self, case: object) -> None:
        self._wants_lead = isinstance(case, UUID)
        self._lead_once_taken_on()

    def _lead_once_taken_on(self) -> None:
        """Ask who leads as soon as somebody was taken on; Esc leaves it for later."""
        item = self._item
        if not self._wants_lead or item is None or item.case_id is None:
            return
        self._wants_lead = False
        if item.record.entry.person is not None and item.record.entry.person.lead_id is None:
            self._ask_lead()

    def _go_back_to_question(self) -> None:
        """Open the question again in which the keys were when the program ended."""
        place = self._room.field.removeprefix("live.")
        name = next((one for one in ("lead", "review", "offer") if place.startswith(one)), "")
        if name and self._second.flow is None:
            self.ask(name)
            self._second.go_back_to(place)

    def _ask_again_who_disagrees(self) -> None:
        """Ask it from its beginning, once: only what was typed is kept, not every key."""
        if self._was_asked_who_disagrees and self._item is not None and all(self._lines.said):
            self._was_asked_who_disagrees = False
            self.enter_reason()

    def _refresh(self) -> None:
        meeting, item, shown = self._room.meeting, self._item, self._room.item_shown
        if meeting is None:
            return
        mode = self._lines.mode
        decisions = shown.record.decisions if shown is not None and item is not None else ()
        may = state.may_write(meeting)
        buttons = self._buttons(item) if may and item is not None else {}
        self._view.show_state(
            DecidingState(
                may_write=may,
                decisions=tuple(state.shown(one) for one in decisions),
                beforehand=state.beforehand(meeting),
                mode=mode.told if mode is not None else "",
                ending=state.ending(item) if item is not None else (),
                **buttons,
            )
        )

    def _buttons(self, item: LiveItem) -> dict[str, ButtonShown]:
        entry = item.record.entry
        if entry.person is None:
            return {}
        lead = _("Change the lead") if entry.person.lead_id else _("Agree a lead")
        review = _("Next review")
        if entry.next_review_on is not None:
            review = _("Next review: {day}", day=dates.day(entry.next_review_on))
        shown = {"review": review, "offer": _("Offer")}
        if item.case_id is not None:
            shown = {"lead": lead, **shown}
        if self._is_unanswered():
            shown = {"answer": _("Answer the referral"), **shown}
        asked = self._second.flow.name if self._second.flow is not None else ""
        return {
            name: ButtonShown(words, name != asked and bool(self._texts.text(name).strip()))
            for name, words in shown.items()
        }
