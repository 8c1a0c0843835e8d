"""Where somebody was in the program, and the way back."""

from coordinator.ui.places.every import Place


class History:
    """Where somebody was before, and where they came back from."""

    def __init__(self, start: Place) -> None:
        self._places: list[Place] = [start]
        self._at = 0

    @property
    def here(self) -> Place:
        """Where they are."""
        return self._places[self._at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether they came back from somewhere."""
        return self._at < len(self._places) - 1

    def go(self, place: Place) -> None:
        """Go somewhere; what lay ahead is forgotten. The same place twice is one."""
        if place == self.here:
            return
        self._places = [*self._places[: self._at + 1], place]
        self._at += 1

    def change_here(self, place: Place) -> None:
        """Note that the place itself changed, such as a filter, without a step."""
        self._places[self._at] = place

    def back(self) -> Place:
        """Go back one step, if there is one."""
        self._at -= self.can_go_back
        return self.here

    def forward(self) -> Place:
        """Go forward one step, if there is one."""
        self._at += self.can_go_forward
        return self.here
