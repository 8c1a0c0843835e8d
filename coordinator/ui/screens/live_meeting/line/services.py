"""Services that the words of a line are about: offered by name, and how to refer. No Qt."""

from collections.abc import Iterable, Sequence

from coordinator.domain.directory.services import ServiceRow
from coordinator.domain.texts import plain
from coordinator.wording.translation import _

_FEWEST_LETTERS = 3
_MOST = 3


class ServiceBook:
    """The service directory beside a line."""

    def __init__(self, services: Iterable[ServiceRow] = ()) -> None:
        self._services = tuple(services)

    def fitting(self, line: str) -> Sequence[ServiceRow]:
        """Give services a word of whose name begins with the word that is typed last."""
        last = plain(line).split()[-1:] if line and not line[-1].isspace() else []
        if not last or len(last[0]) < _FEWEST_LETTERS:
            return ()
        found = [one for one in self._services if _begins(one.name, last[0])]
        named = self.named_in(line)
        return [one for one in found if one not in named][:_MOST]

    def named_in(self, line: str) -> Sequence[ServiceRow]:
        """Give services whose whole name stands in the line."""
        words = plain(line)
        return [one for one in self._services if plain(one.name) in words]


def with_service(line: str, service: ServiceRow) -> str:
    """Put the name of a service in the place of the word that is typed last."""
    before = line.rstrip().rpartition(" ")[0]
    return f"{before} {service.name}".lstrip()


def how_words(service: ServiceRow) -> str:
    """Say in one line how somebody is referred there."""
    parts = [service.how_to_refer.rstrip("."), service.phone, service.hours]
    told = ". ".join(part for part in parts if part) or _("how to refer is not written down")
    if service.needs_check:
        told = _("{told} (to be checked)", told=told)
    return _("{service}: {told}.", service=service.name, told=told)


def _begins(name: str, typed: str) -> bool:
    return any(word.startswith(typed) for word in plain(name).split())
