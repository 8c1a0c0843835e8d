"""The minutes as the paper will be, drawn from memory."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from coordinator.ui.kit.boxes import fill
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from coordinator.ui.kit.preview import Preview

_HIGH = 620


class PaperCard(QFrame):
    """Shows the minutes; a newer paper takes the place of the one before at the same page."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._preview: Preview | None = None
        self._empty = Empty(_("The minutes are laid out."))
        self._place = QVBoxLayout()
        self.again = self._empty.asked
        fill(self, heading(_("As they will be sent")), self._place, self._empty, gap=M, margin=L)

    def show_making(self) -> None:
        """Say that it is being made, where nothing is shown yet."""
        self._empty.say(_("The minutes are laid out."))

    def show_paper(self, content: bytes) -> None:
        """Show it."""
        from coordinator.ui.kit.documents import Document  # loads what draws pages

        if self._preview is None:
            self._preview = self._made()
        at = self._preview.verticalScrollBar().value()
        self._preview.show_document(Document(content))
        self._preview.verticalScrollBar().setValue(at)
        self._empty.hide()
        self._preview.show()

    def show_none(self) -> None:
        """Say that it could not be made."""
        if self._preview is not None:
            self._preview.hide()
        self._empty.say(_("The minutes could not be laid out."), _("Make them again"))
        self._empty.show()

    def _made(self) -> "Preview":
        from coordinator.ui.kit.preview import Preview

        made = Preview()
        made.setAccessibleName(_("The minutes as they will be sent"))
        made.setFixedHeight(px(_HIGH))
        self._place.addWidget(made)
        return made
