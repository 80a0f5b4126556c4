"""The overlay page of a ceremony in a tab of Chromium: what it shows, and all that it hears."""

from tests.ceremony import Ceremony
from tests.e2e.chromium import Tab


def follow(show: Ceremony, tab: Tab) -> None:
    """The page of everything, connected; what its sockets hear is kept."""
    tab.call("Network.enable")
    tab.open(f"{show.base_url}/all")
    show.until(lambda: show.room.view.painted.get("all", -1) >= 0)


def standing(tab: Tab) -> list[str]:
    """The names of the award on the page."""
    names = "section.award:not(.out) [data-field=name]"
    return list(tab.run(f'[...document.querySelectorAll("{names}")].map(name => name.textContent)'))


def frames(tab: Tab) -> list[str]:
    """What the page's sockets have received so far."""
    tab.run("0")
    heard = [each["params"] for each in tab.events if each["method"] == "Network.webSocketFrameReceived"]
    return [each["response"]["payloadData"] for each in heard]
