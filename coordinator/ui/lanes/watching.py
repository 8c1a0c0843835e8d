"""Long work that nobody looks at any more: it ends when its page is left. No Qt."""

import threading
from dataclasses import dataclass

from coordinator.domain.errors import CancelledError
from coordinator.domain.progress import Progress


@dataclass(frozen=True, slots=True)
class WhileHere:
    """Progress that ends when the page is left."""

    progress: Progress
    left: threading.Event

    def step(self, done: int, total: int) -> None:
        """Pass it on.

        Raises:
            CancelledError: Stopped, or nobody looks at the page any more.
        """
        if self.left.is_set():
            raise CancelledError
        self.progress.step(done, total)
