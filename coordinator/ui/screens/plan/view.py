"""The widgets of a plan: its standing, goals, texts, and beside them offers and versions."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from coordinator.domain.plans.rules import SECTIONS
from coordinator.domain.plans.views import PlanView, VersionView
from coordinator.domain.states import PlanStatus
from coordinator.ui.kit.boxes import Columns, Head, card, column, fill, flow, holder, page, refill
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.slots import ShowsSlots, SlotField
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, Tone
from coordinator.ui.kit.words import chosen
from coordinator.ui.lanes.autosave import Slot
from coordinator.ui.screens.plan import versions
from coordinator.ui.screens.plan.goals import GoalCard, GoalList
from coordinator.ui.screens.plan.wishes import OpenPlan, Wish
from coordinator.ui.shared.held_back import held_back_words
from coordinator.ui.shared.kept_back import kept_back
from coordinator.ui.shared.money_part import MoneyPart
from coordinator.wording import dates
from coordinator.wording.differences import SECTION_NAMES
from coordinator.wording.labels import label as words_for
from coordinator.wording.sharing import waiting_words
from coordinator.wording.translation import N_, _
from coordinator.wording.voice import alone_words, balance_words

_WORDS = {
    Wish.PROPOSE: N_("Put it forward"),
    Wish.AGREE: N_("Agree the plan"),
    Wish.TAKE_BACK: N_("Back to a draft"),
    Wish.WITH_PERSON: N_("Agreed with the person"),
    Wish.END: N_("End the plan"),
}
_MARKS = {
    PlanStatus.DRAFT: ("pen-line", Tone.NEUTRAL),
    PlanStatus.PROPOSED: ("clock", Tone.CAREFUL),
    PlanStatus.AGREED: ("circle-check", Tone.GOOD),
    PlanStatus.ENDED: ("x", Tone.NEUTRAL),
}


class PlanPage(ShowsSlots, QWidget):
    """One person's plan.

    Signals:
        wished: Something is to be done (Wish, the row it is about or nothing).
        typed: A text so far (Slot, str).
        left: A field was left (Slot, str).
        let_go_asked: What was typed is to be forgotten (Slot).
        mine_asked: The text typed here stays (Slot).
        theirs_asked: The text of somebody else stays (Slot).
    """

    wished = Signal(object, object)
    typed = Signal(object, str)
    left = Signal(object, str)
    let_go_asked = Signal(object)
    mine_asked = Signal(object)
    theirs_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Plan"))
        self.sheets = Sheets(self)
        self._slots: dict[Slot, SlotField] = {}
        self._opened: OpenPlan | None = None
        self._version: VersionView | None = None
        self._build_head()
        self._goals = GoalList()
        self._goals.wished.connect(self._wish)
        self._goals.made.connect(self._know_goal)
        self._texts = QVBoxLayout()
        self._beside = QVBoxLayout()
        self._beside.setSpacing(px(L))
        self.money = MoneyPart()
        self._empty = self._build_empty()
        self._body = self._build_body()
        fill(self, page(self._head, self._empty, self._body, None))

    def show_plan(self, opened: OpenPlan, steps: tuple[Wish, ...]) -> None:
        """Show the plan as it stands; the texts come by themselves."""
        self._opened = opened
        name = chosen(opened.person.name, opened.person.reference)
        self._title.setText(_("Plan of {name}", name=name))
        self._back.setText(_("Open {name}", name=name))
        self._back.setAccessibleName(self._back.text())
        self._paper.setVisible(opened.plan is not None and opened.may_print)
        self._say_paper(waits=opened.paper_waits)
        self._show_standing(opened.plan)
        self._show_steps(steps)
        self._empty.setVisible(opened.plan is None)
        self._body.setVisible(opened.plan is not None)
        if opened.plan is None:
            act = _("Begin the plan") if opened.may_edit and opened.may_begin else ""
            self._empty.say(_("There is no live plan for this person."), act)
            self._forget_texts()
        else:
            self._show_texts(opened.plan, opened)
            self._goals.show_goals(opened.plan.goals, opened.today, may_edit=opened.may_edit)
        self._show_beside()

    def show_version(self, version: VersionView) -> None:
        """Show what was agreed one day; asked for again, it goes."""
        again = self._version is not None and self._version.row.id == version.row.id
        self._version = None if again else version
        self._show_beside()

    def show_moved(self, goal: UUID, place: int) -> None:
        """Say where a goal stands now."""
        announce(self, _("Now goal {place}", place=place))

    def _build_head(self) -> None:
        self._title = heading("", "title")
        self._chips = QVBoxLayout()
        self._told = label("", "quiet", wraps=True)
        self._back = button("", "link", "arrow-left")
        self._back.clicked.connect(lambda: self._wish(Wish.PERSON, None))
        self._paper = button(_("On paper"), icon="printer", name=_("The plan on paper"))
        self._paper.clicked.connect(lambda: self._wish(Wish.PAPER, None))
        self._buttons = {wish: self._step(wish) for wish in _WORDS}
        self._steps = flow(*self._buttons.values())
        top = Head(self._title, self._paper)
        self._head = holder(
            column(flow(self._back), top, self._chips, self._told, self._steps, gap=M)
        )

    def _build_empty(self) -> Empty:
        made = Empty()
        made.asked.connect(lambda: self._wish(Wish.BEGIN, None))
        made.hide()
        return made

    def _build_body(self) -> Columns:
        self._texts_card = card(heading(_("The plan in words")), self._texts, gap=M)
        left = holder(column(self._goals, self._texts_card, None, gap=L))
        right = holder(column(self._beside, self.money, None, gap=L))
        made = Columns(900, (left, 5), (right, 3))
        made.hide()
        return made

    def _step(self, wish: Wish) -> QPushButton:
        kind = "primary" if wish in {Wish.PROPOSE, Wish.AGREE} else ""
        made = button(_(_WORDS[wish]), kind)
        made.clicked.connect(lambda: self._wish(wish, None))
        made.hide()
        return made

    def _wish(self, wish: Wish, about: object) -> None:
        self.wished.emit(wish, about)

    def _say_paper(self, *, waits: bool) -> None:
        """Say on the button that the paper waits for the information basis, where it does."""
        shown, name = _("On paper"), _("The plan on paper")
        self._paper.setText(waiting_words(shown) if waits else shown)
        self._paper.setAccessibleName(waiting_words(name) if waits else name)

    def _show_standing(self, plan: PlanView | None) -> None:
        if plan is None:
            refill(self._chips, [])
            self._told.setText("")
            return
        sign, tone = _MARKS[plan.status]
        refill(self._chips, [flow(Chip(Mark(words_for(plan.status), tone, sign)))])
        self._told.setText(_standing(plan))

    def _show_steps(self, steps: tuple[Wish, ...]) -> None:
        plan = self._opened.plan if self._opened else None
        if plan is not None and plan.version:
            again = _("Agree version {number}", number=plan.version + 1)
            self._buttons[Wish.AGREE].setText(again)
            self._buttons[Wish.AGREE].setAccessibleName(again)
        for wish, made in self._buttons.items():
            made.setVisible(wish in steps)
        self._steps.setVisible(bool(steps))

    def _show_texts(self, plan: PlanView, opened: OpenPlan) -> None:
        wanted = [Slot(plan.id, f"plan.{name}") for name in SECTIONS]
        if wanted[0] not in self._slots:
            self._make_texts(wanted, may_edit=opened.may_edit)
        for slot in wanted:
            field, is_held = self._slots[slot], opened.holds_back(slot.column)
            field.setVisible(opened.shows_text(slot.column))
            field.show_marks(*kept_back(plan.parts.get(slot.column)))
            field.show_instead(held_back_words() if is_held else "")

    def _make_texts(self, wanted: Sequence[Slot], *, may_edit: bool) -> None:
        self._forget_texts()
        for slot in wanted:
            field = SlotField(slot, _(SECTION_NAMES[slot.column]), lines=2)
            if not may_edit:
                field.let_read_only()
            self._texts.addWidget(field)
            self._know(field)

    def _forget_texts(self) -> None:
        refill(self._texts, [])
        self._slots = {slot: one for slot, one in self._slots.items() if _is_of_goal(slot)}

    def _show_beside(self) -> None:
        opened = self._opened
        if opened is None:
            return
        parts: list[QFrame] = []
        if opened.plan is not None:
            parts.append(versions.since_agreed(opened.plan))
            if opened.plan.constraints:
                parts.append(versions.home(opened.plan))
            if opened.shows_offers:
                offers = versions.offers(opened.plan, self.wished.emit, may_edit=opened.may_edit)
                parts.append(offers)
        refill(self._beside, [*parts, versions.versions(opened, self.wished.emit, self._version)])
        self._body.setVisible(bool(opened.plan or opened.versions))
        self._goals.setVisible(opened.plan is not None)
        self._texts_card.setVisible(opened.plan is not None)

    def _know_goal(self, made: GoalCard) -> None:
        for field in made.fields:
            self._know(field)

    def _know(self, field: SlotField) -> None:
        self._slots[field.slot] = field
        field.typed.connect(self.typed)
        field.left.connect(self.left)
        field.let_go_asked.connect(self.let_go_asked)
        field.mine_asked.connect(self.mine_asked)
        field.theirs_asked.connect(self.theirs_asked)


def _is_of_goal(slot: Slot) -> bool:
    return slot.form.startswith("goal.")


def _standing(plan: PlanView) -> str:
    told = []
    if plan.version:
        where = plan.agreed_at or _("the chair's decision")
        day = dates.plain_day(plan.agreed_on)
        told.append(
            _("Version {number}, agreed {day}, {where}", number=plan.version, day=day, where=where)
        )
    if weighed := balance_words(plan.balance).rstrip("."):
        told.append(weighed)
    if alone := alone_words(plan.balance).rstrip("."):
        told.append(alone)
    if plan.lead is not None:
        told.append(_("Lead professional: {name}", name=plan.lead.line.name))
    said = plan.with_person
    if said.answer is not None:
        told.append(_("Agreed with the person: {answer}", answer=words_for(said.answer).lower()))
    if said.copy_given_on is not None:
        told.append(_("Their copy given {day}", day=dates.plain_day(said.copy_given_on)))
    return ". ".join(told)
