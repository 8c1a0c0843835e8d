"""Everything a demo leaves to chance, from one seed: the same seed gives the same panel."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from coordinator.domain.ids import uuid7

T = TypeVar("T")
_LONDON = ZoneInfo("Europe/London")
_ID_BITS = 74


class Dice:
    """Chance that repeats itself."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._random = Random(seed)  # noqa: S311 - made-up people, no secret

    @contextmanager
    def aside(self, story: str) -> Iterator[None]:
        """Throw for a story beside the main one, which goes on as if it had not been told."""
        usual, self._random = self._random, Random(f"{self._seed} {story}")  # noqa: S311
        try:
            yield
        finally:
            self._random = usual

    def bytes(self, count: int) -> bytes:
        """Give so many bytes, for ids and salts."""
        return self._random.randbytes(count)

    def pick(self, among: Sequence[T]) -> T:
        """Choose one."""
        return among[int(self._random.random() * len(among))]

    def some(self, among: Sequence[T], count: int) -> list[T]:
        """Choose so many different ones, fewer when there are fewer."""
        return self._random.sample(among, min(count, len(among)))

    def chance(self, share: float) -> bool:
        """Whether something happens that happens in this share of cases (0 to 1)."""
        return self._random.random() < share

    def between(self, least: int, most: int) -> int:
        """Give a whole number, both ends included."""
        return least + int(self._random.random() * (most - least + 1))

    def weighted(self, weights: Mapping[T, float]) -> T:
        """Choose one by its weight."""
        return self._random.choices(list(weights), list(weights.values()))[0]

    def shares(self, total: int, weights: Sequence[float]) -> list[int]:
        """Split a whole number by weights; the parts add up to it exactly."""
        whole = sum(weights)
        parts = [int(total * weight / whole) for weight in weights]
        for at in self._random.choices(range(len(parts)), weights, k=total - sum(parts)):
            parts[at] += 1
        return parts

    def day(self, first: date, last: date) -> date:
        """Give a day from `first` to `last`, both included."""
        return first + timedelta(days=self.between(0, max(0, (last - first).days)))

    def moment(self, on: date) -> datetime:
        """Give a moment of a working day, to the minute."""
        at = time(self.between(8, 17), self.between(0, 59))
        return datetime.combine(on, at, _LONDON)

    def new_id(self, on: date) -> UUID:
        """Make the id of a record made on this day."""
        seconds = (on.toordinal() - _EPOCH) * 86_400 + 32_400 + self.between(0, 28_800)
        return uuid7(seconds * 1000, self._random.getrandbits(_ID_BITS))


_EPOCH = date(1970, 1, 1).toordinal()
