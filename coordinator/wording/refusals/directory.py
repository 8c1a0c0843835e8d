"""What stops a change to agencies, posts and seats, and what to do about it."""

from collections.abc import Mapping

from coordinator.wording.translation import N_

GUARDS: Mapping[str, tuple[str | tuple[str, str], str]] = {
    "panel-officer": (
        N_("This person is the panel's chair or coordinator."),
        N_("Name another chair or coordinator first."),
    ),
    "other-agency": (
        N_("The seat belongs to another agency."),
        N_("Choose somebody of that agency, or change whose seat it is."),
    ),
    "seat-stays": (
        N_("A seat of the panel stays on the list."),
        N_("Say how it was filled, or that it was not required."),
    ),
    "seat-vacant": (N_("The seat is already vacant."), N_("Fill it when somebody is named.")),
    "people-in-post": (
        (
            N_("Somebody is still in post at this agency."),
            N_("{count} people are still in post at this agency."),
        ),
        N_("Record that they left, or merge the agency into the one that took over."),
    ),
    "open-actions-of-agency": (
        (
            N_("An action of this agency is still open."),
            N_("{count} actions of this agency are still open."),
        ),
        N_("Pass them on first, or merge the agency into the one that took over."),
    ),
}
