"""The widgets of away and back: what came back, who has what, what is kept aside."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coordinator.domain.exchange.away_pages import (
    AwayPage,
    AwayPerson,
    HeldEntry,
    Holder,
    OwnAway,
    PanelAway,
    Return,
    Spoken,
)
from coordinator.domain.exchange.contacts import Renewals
from coordinator.domain.exchange.manifests import PackKind
from coordinator.ui.kit.boxes import Head, card, column, fill, flow, holder, page, refill, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button, tell_keys
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.folders import ask_file, ask_folder
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, Tone
from coordinator.ui.places.away import ContactsPlace
from coordinator.ui.places.every import DisagreementsPlace, PersonPlace, Place
from coordinator.ui.screens.away.came_back import CameBack
from coordinator.ui.screens.away.presenter import Deed
from coordinator.wording.away_pages import (
    about_words,
    entries,
    entry_words,
    held_lines,
    held_reasons,
    holder_lines,
    many_words,
    own_lines,
    person_words,
    since_words,
)
from coordinator.wording.contact_cards import renewal_lines
from coordinator.wording.translation import _, ngettext

_MOST_WRITTEN = 40
"""Entries of one's own that are written out; more are not read through before a hand-back."""


class AwayView(QWidget):
    """Away and back.

    Signals:
        deed_asked: Something is to be done (Deed).
        brought: A pack is to be looked at (Path).
        take_asked: What is kept aside is to be taken over after all (HeldEntry).
        leave_asked: It is to be left (HeldEntry).
        place_asked: Another page is to be opened (Place).
    """

    deed_asked = Signal(object)
    brought = Signal(object)
    take_asked = Signal(object)
    leave_asked = Signal(object)
    place_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Away and back"))
        self.sheets = Sheets(self)
        self._head, self._return, self._body = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._next = QVBoxLayout()
        self._take = self._action(_("Take it over"), Key.TAKE_THEIRS, Deed.TAKE_OVER)
        self._leave = self._action(_("Leave it"), Key.KEEP_MINE, Deed.LEAVE)
        self._on = self._action(_("Look at the next file that waits"), Key.LIVE_NEXT, Deed.NEXT)
        self.actions_here = (self._take, self._leave, self._on)
        for box in (self._return, self._body):
            box.setSpacing(px(L))
        self.sheet = page(self._head, self._next, self._return, self._body, None)
        fill(self, self.sheet)

    def show_page(self, page_: AwayPage) -> None:
        """Show who has what, or what somebody took away."""
        parts = self._of_panel(page_) if isinstance(page_, PanelAway) else self._of_lead(page_)
        head, *rest = parts
        self._refill(self._head, [head])
        self._refill(self._body, rest)

    def show_reading(self) -> None:
        """Say that a pack is being read."""
        reading = card(label(_("The pack is read…"), wraps=True), name="lead")
        self._show_what_came(reading, may_decide=False)

    def show_return(self, found: Return | None) -> None:
        """Show what came back and waits to be taken over; nothing where nothing does."""
        if found is None:
            self._show_what_came(None, may_decide=False)
            return
        self._show_what_came(CameBack(found, self.deed_asked.emit), may_decide=True)
        self.sheet.verticalScrollBar().setValue(0)

    def show_waiting(self, files: Sequence[Path]) -> None:
        """Show which packs were handed over too and are looked at next; nothing where none is."""
        self._on.setEnabled(bool(files))
        self._refill(self._next, [self._waiting(files)] if files else [])

    def ask_folder(self) -> Path | None:
        """Ask where a pack goes."""
        return ask_folder(self, _("Where the pack goes"))

    def _show_what_came(self, shown: QWidget | None, *, may_decide: bool) -> None:
        for one in (self._take, self._leave):
            one.setEnabled(may_decide)
        self._refill(self._return, [shown] if shown is not None else [])

    def _refill(self, box: QVBoxLayout, parts: Iterable[QWidget]) -> None:
        """Show other widgets; keys that were on one of those that go stay on the page."""
        focused = QApplication.focusWidget()
        items = filter(None, (box.itemAt(at) for at in range(box.count())))
        shown = filter(None, (one.widget() for one in items))
        is_going = focused is not None and any(one.isAncestorOf(focused) for one in shown)
        refill(box, parts)
        if is_going:
            self.sheet.setFocus()

    def _action(self, words: str, key: Key, deed: Deed) -> QAction:
        made = QAction(words, self)
        made.setShortcut(QKeySequence(key))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setEnabled(False)
        made.triggered.connect(lambda: self.deed_asked.emit(deed))
        self.addAction(made)
        return made

    def _of_panel(self, shown: PanelAway) -> Iterator[QWidget]:
        give = button(_("Take away…"), name=_("Take away: give somebody a pack"))
        give.clicked.connect(lambda: self.deed_asked.emit(Deed.GIVE))
        give.setEnabled(bool(shown.contacts))
        sheet = button(
            _("Update sheet…"), name=_("Update sheet: give a lead without the program a sheet")
        )
        sheet.clicked.connect(lambda: self.deed_asked.emit(Deed.SHEET))
        bring = button(_("Bring in what came back…"), "primary", "plus")
        bring.clicked.connect(self._ask_file)
        lead = _(
            "Lead professionals take their own people's plans away, representatives their agency's"
            " actions, the chair a copy for a meeting, a second coordinator the whole panel. What"
            " they hand back is looked at before it is taken over."
        )
        yield Head(_titled(lead), sheet, give, bring)
        if not shown.contacts:
            yield self._no_contacts()
        yield from self._to_renew(shown.renew)
        if shown.disagreements:
            yield self._to_settle(shown.disagreements)
        if sum(one.may_be_given_again for one in shown.holders) > 1:
            each = button(_("A newer pack for each…"), "link")
            each.clicked.connect(lambda: self.deed_asked.emit(Deed.GIVE_EACH))
            yield flow(each)
        for one in shown.holders:
            yield self._holder(one, shown)
        if not shown.holders and shown.contacts:
            yield Empty(_("Nobody has taken anything away yet."))
        yield from self._kept_aside(shown.held, shown.spoken, may_settle=True)

    def _of_lead(self, shown: OwnAway) -> Iterator[QWidget]:
        take = button(_("Take a newer pack in…") if shown.taken else _("Take a pack in…"))
        take.clicked.connect(self._ask_file)
        hand = button(_("Hand back…"), "primary")
        hand.clicked.connect(lambda: self.deed_asked.emit(Deed.HAND_BACK))
        hand.setVisible(shown.taken is not None)
        yield Head(_titled(" ".join(own_lines(shown))), take, hand)
        yield from self._to_renew(shown.renew)
        is_whole = shown.kind is PackKind.WHOLE_PANEL
        if people := [one for one in shown.people if one.changes or not is_whole]:
            title = _("My people") if shown.kind is PackKind.TAKE_AWAY else _("People")
            yield card(heading(title), *(self._own_person(one) for one in people))
        yield from _written(shown.written, shown.spoken)
        yield from self._kept_aside(shown.held, shown.spoken, may_settle=False)

    def _own_person(self, one: AwayPerson) -> QWidget:
        opened = self._person(one, person_words(one.reference, one.name))
        count = _("{changes} not with the panel yet", changes=entries(one.changes))
        said = [label(count if one.changes else _("Nothing waits"), "quiet")]
        if one.lacks:
            said.append(
                label(_("Nothing newer comes until their information basis is complete"), "quiet")
            )
        return ruled(widened(flow(opened)), holder(column(*said, gap=2)))

    def _holder(self, one: Holder, shown: PanelAway) -> QWidget:
        today = shown.now.date()
        said = column(heading(one.name), label(one.agency, "quiet", wraps=True), gap=2)
        is_whole = one.kind is PackKind.WHOLE_PANEL
        named = () if is_whole else one.people
        people: list[QWidget] = [self._person(who, since_words(who, today)) for who in named]
        if is_whole and one.people:
            people = [label(many_words(len(one.people)))]
        parts: list[QWidget] = [holder(said)]
        if marks := list(_marks(one, shown)):
            parts.append(flow(*(Chip(mark) for mark in marks)))
        parts += [label(" · ".join(holder_lines(one, today)), wraps=True)]
        parts.append(flow(*people) if people else label(_("Nobody is with them now."), "quiet"))
        return card(*parts)

    def _person(self, one: AwayPerson, words: str) -> QWidget:
        made = button(words, "link", name=_("Open: {what}", what=words))
        made.clicked.connect(partial(self._go, PersonPlace(one.person)))
        return made

    def _kept_aside(
        self, held: tuple[HeldEntry, ...], spoken: Spoken, *, may_settle: bool
    ) -> Iterator[QWidget]:
        if not held:
            return
        told = (
            _("Nothing of it is on file. Their sender is told with their next pack.")
            if may_settle
            else _("The panel did not take this over.")
        )
        rows = [self._held(one, spoken, may_settle=may_settle) for one in held]
        yield card(heading(_("Kept aside")), label(told, "quiet", wraps=True), *rows)

    def _held(self, one: HeldEntry, spoken: Spoken, *, may_settle: bool) -> QWidget:
        title = _entry_title(one, spoken)
        parts: list[QWidget] = [label(title, "strong", wraps=True)]
        parts += [label(words, wraps=True) for words in held_lines(one, spoken)]
        who = _("{name}: {why}", name=one.by, why=held_reasons(one)) if one.by else ""
        parts.append(label(who or held_reasons(one), "quiet", wraps=True))
        acts = self._settling(one, title) if may_settle else []
        return ruled(widened(holder(column(*parts, gap=2))), *acts)

    def _settling(self, one: HeldEntry, title: str) -> list[QWidget]:
        leave = button(_("Leave it"), name=_("Leave it: {what}", what=title))
        leave.clicked.connect(lambda: self.leave_asked.emit(one))
        if not one.may_take:
            return [leave]
        take = button(_("Take over after all"), name=_("Take over: {what}", what=title))
        take.clicked.connect(lambda: self.take_asked.emit(one))
        return [take, leave]

    def _waiting(self, files: Sequence[Path]) -> QWidget:
        words = ngettext(
            "{count} more file waits to be looked at: {names}.",
            "{count} more files wait to be looked at: {names}.",
            len(files),
            names=", ".join(one.name for one in files),
        )
        on = button(_("Look at the next"), "link", name=_("Look at the next file that waits"))
        on.clicked.connect(self._on.trigger)
        tell_keys(on, Key.LIVE_NEXT)
        return card(Head(label(words, wraps=True), on))

    def _to_settle(self, count: int) -> QWidget:
        words = ngettext(
            "{count} entry says two things.", "{count} entries say two things.", count
        ).format(count=count)
        choose = button(_("Choose what holds"), "link")
        choose.clicked.connect(partial(self._go, DisagreementsPlace()))
        return card(Head(label(words, wraps=True), choose))

    def _to_renew(self, old: Renewals) -> Iterator[QWidget]:
        if lines := [label(words, wraps=True) for words in renewal_lines(old)]:
            to = button(_("Contacts and words"), "link", name=_("Renew it: contacts and words"))
            to.clicked.connect(partial(self._go, ContactsPlace()))
            yield card(Head(holder(column(*lines, gap=4)), to))

    def _no_contacts(self) -> QWidget:
        words = _("Nobody can take anything away yet: their card is needed, and its words read.")
        to = button(_("Contacts and words"), "link")
        to.clicked.connect(partial(self._go, ContactsPlace()))
        return card(Head(label(words, wraps=True), to))

    def _go(self, place: Place, _checked: object = None) -> None:
        self.place_asked.emit(place)

    def _ask_file(self) -> None:
        kinds = _("Packs and update sheets (*.plan *.xlsx *.ods);;All files (*)")
        if (file := ask_file(self, _("The file they sent"), kinds)) is not None:
            self.brought.emit(file)


def _written(written: Sequence[HeldEntry], spoken: Spoken) -> Iterator[QWidget]:
    """Show what is not home yet, the latest first, as far as a page is read."""
    told = [(one, lines) for one in reversed(written) if (lines := [*held_lines(one, spoken)])]
    if not told:
        return
    rows = [_entry(one, lines, spoken) for one, lines in told[:_MOST_WRITTEN]]
    if more := len(told) - len(rows):
        words = ngettext(
            "{count} earlier entry goes along.", "{count} earlier entries go along.", more
        )
        rows.append(label(words, "quiet", wraps=True))
    goes = label(_("It goes to the panel when you hand back."), "quiet", wraps=True)
    yield card(heading(_("What I wrote that is not with the panel yet")), goes, *rows)


def _entry(one: HeldEntry, lines: Sequence[str], spoken: Spoken) -> QWidget:
    said = [label(_entry_title(one, spoken), "strong", wraps=True)]
    said += [label(words, wraps=True) for words in lines]
    return ruled(widened(holder(column(*said, gap=2))))


def _entry_title(one: HeldEntry, spoken: Spoken) -> str:
    about = about_words(one.person, spoken) if one.person else ""
    what = entry_words(one.kind, one.record, one.person, spoken)
    return ": ".join(filter(None, (about, what)))


def _titled(lead: str) -> QWidget:
    title = heading(_("Away and back"), "title")
    return holder(column(title, label(lead, "quiet", wraps=True), gap=2))


def _marks(one: Holder, shown: PanelAway) -> Iterator[Mark]:
    if one.kind is PackKind.UPDATE_SHEET:
        yield Mark(_("Sheet, not sealed"), Tone.CAREFUL, "file-text")
    if one.is_revoked:
        yield Mark(_("Revoked"), Tone.URGENT, "user-round-x")
    if one.came_back is not None:
        yield Mark(_("Back"), Tone.GOOD, "circle-check")
    elif one.is_overdue(shown.now.date()):
        yield Mark(_("Overdue"), Tone.URGENT, "clock")
    elif one.people:
        yield Mark(_("Away"), Tone.NEUTRAL, "clock")
