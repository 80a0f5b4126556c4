"""What a station may do by its role among the others."""

from pathlib import Path

from vi_events import paths
from vi_events.errors import UserError
from vi_events.journal.hub.roles import Role
from vi_events.sentences import say

CHECKIN, PALMARES, STAGE, WEBTV = "checkin", "palmares", "stage", "webtv"
_EVERYTHING = frozenset({CHECKIN, PALMARES, STAGE, WEBTV})
_ALLOWED = {
    # The palmarès goes from stage to stage only: made anywhere else, nobody would get it.
    Role.DESK: frozenset({CHECKIN}),
    Role.SUPERVISOR: frozenset({CHECKIN}),
    Role.ORGANISER: frozenset({CHECKIN, WEBTV}),
    Role.WEBTV: frozenset({CHECKIN, WEBTV}),
    Role.STAGE: _EVERYTHING,
}


def allowed(role: str) -> frozenset[str]:
    """The activities of a role (``CHECKIN``, ``PALMARES``, ``STAGE``, ``WEBTV``); an empty one works alone and does
    everything.
    """
    return _ALLOWED[Role(role)] if role else _EVERYTHING


def role_in(folder: Path) -> str:
    """The role this station has in the edition of ``folder``; empty while it works alone. StorageError."""
    if not (folder / paths.MEMBERSHIP).exists():
        return ""
    from vi_events.stations.files import load_membership  # read late: most commands are for a station alone

    membership = load_membership(folder)
    return membership.role if membership else ""


def require(role: str, activity: str) -> None:
    """Raises UserError ``role_not_allowed`` when the activity is not this role's."""
    if activity not in allowed(role):
        raise UserError(
            "role_not_allowed",
            say("Ce poste a rejoint les autres avec le rôle «\u202f{0}\u202f»\u202f: cela ne lui revient pas.", role),
            "Faites-le sur un poste de régie, ou rejoignez l’hôte par un lien du rôle voulu.",
        )
