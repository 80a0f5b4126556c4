"""The hosting goes from one station to another that is there: what each of the two does, in its stations' thread."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from threading import Event

from vi_events.errors import DeviceError, UserError
from vi_events.journal.hub.client import HubClient
from vi_events.journal.hub.link import Membership, open_link
from vi_events.journal.hub.views import CONNECTED
from vi_events.sentences import say
from vi_events.stations.beside import Messages
from vi_events.stations.hosting import Hosting

_ANSWER_S = 60.0
"""For a station to start hosting; its server may have to be started from a slow disk."""
_CONFIRM_S = 30.0
_TRIAL_S, _SWITCH_S = 15.0, 15.0
_AGAIN_S = 1.0
_POLL_S = 0.05


def give(station: str, hosting: Hosting, client: HubClient, messages: Messages, ending: Event) -> None:
    """Returns once ``station`` hosts and every station was told; the server here may end. UserError when it does not
    take it, or cannot be reached: then nobody was told anything, and the hosting stays here. ``ending``: the program
    ends, and waits no longer.
    """
    answered, where = Event(), list[str]()

    def on_hosting(name: str, servers: tuple[str, ...]) -> None:
        if name == station and servers and not answered.is_set():
            where[:] = servers
            answered.set()

    before, messages.on_hosting = messages.on_hosting, on_hosting
    try:
        hosting.give_kit(station)
        within(_ANSWER_S, answered.is_set, ending)
    finally:
        messages.on_hosting = before
    if not where:
        raise UserError(
            "handover_unanswered",
            say("Le poste «\u202f{0}\u202f» n’a pas pris l’hébergement\u202f: il reste ici.", station),
            "Regardez ce qu’il dit, ou choisissez un autre poste.",
        )
    servers = tuple(where)
    # Tried before anybody is sent there: whoever has left would not hear that he is to come back.
    if refusal(replace(client.membership, servers=servers, hosts=False)) is not None:
        raise UserError(
            "handover_unreachable",
            say("Le poste «\u202f{0}\u202f» ne peut pas être joint d’ici\u202f: l’hébergement reste ici.", station),
            "Vérifiez son pare-feu et le réseau.",
        )
    hosting.announce(servers)
    within(_SWITCH_S, lambda: client.membership.servers == servers and client.view.state == CONNECTED, ending)


def taken(client: HubClient, say: Callable[[], None], addresses: tuple[str, ...], ending: Event) -> bool:
    """Whether the hosting is this station's, which serves at ``addresses``: the host told everybody to come there, or
    is gone. ``say`` tells the host that it may.
    """
    before, spoken = client.membership, 0

    def told() -> bool:
        nonlocal spoken
        if spoken % round(_AGAIN_S / _POLL_S) == 0:
            say()  # again and again: the network may have dropped it
        spoken += 1
        return client.membership.servers == addresses

    if within(_CONFIRM_S, told, ending):
        return True
    # Cut off from the host is not yet without one: two hosts are worse than one that is late.
    return not ending.is_set() and client.view.state != CONNECTED and refusal(before) is not None


def refusal(membership: Membership) -> DeviceError | None:
    """Why its servers do not let a station in by this membership, or do not answer; None when one does. Tried on a
    connection of its own.
    """

    async def tried() -> None:
        async with asyncio.timeout(_TRIAL_S):
            link = await open_link(membership)
        await link.close()

    try:
        asyncio.run(tried())
    except DeviceError as problem:
        return problem
    except TimeoutError:
        return DeviceError("hub_away", "L’hôte ne répond pas.")
    return None


def within(seconds: float, true: Callable[[], bool], ending: Event) -> bool:
    """Waits for something to become true, or the end of the program; whether it did."""
    rounds = round(seconds / _POLL_S)
    for _ in range(rounds):
        if true():
            return True
        if ending.wait(_POLL_S):
            return False
    return true()
