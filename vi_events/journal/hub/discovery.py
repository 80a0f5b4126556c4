"""Finding the host on the local network by mDNS (RFC 6762), for when its address is not the one in the link any more.

What is announced names nobody and opens nothing: the edition's id and the port of the counter.
"""

import ipaddress
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import ifaddr
from zeroconf import Error, ServiceBrowser, ServiceInfo, ServiceListener, Zeroconf

_TYPE = "_vi-events._tcp.local."
_EDITION = b"edition"
_ASK_MS = 1_500
_LOOK_S = 5.0
_OTHERS_S = 0.4
"""After the first answer, for those of other hosts."""
COUNTER_OFFSET = 1
"""The counter listens at the port after the server's."""
_log = logging.getLogger(__name__)


def local_addresses() -> tuple[str, ...]:
    """The IPv4 addresses by which other computers may reach this one; loopback only when there is nothing else."""
    known = [ipaddress.ip_address(ip.ip) for card in ifaddr.get_adapters() for ip in card.ips if isinstance(ip.ip, str)]
    useful = sorted((ip for ip in known if not ip.is_loopback), key=lambda ip: ip.is_link_local)
    return tuple(map(str, useful)) or ("127.0.0.1",)


@contextmanager
def announced(edition_id: str, port: int, addresses: Callable[[], tuple[str, ...]]) -> Iterator[None]:
    """Announces the counter until the block ends, at the addresses of the moment: they may change during the day. Where
    the network forbids it the link's addresses have to do.
    """
    ended = threading.Event()

    def keep() -> None:
        told: tuple[str, ...] = ()
        with ExitStack() as stack:
            while True:
                if (now := addresses()) != told:
                    stack.close()  # its sockets are those of the former addresses
                    told = now
                    _announce(stack, edition_id, port, now)
                if ended.wait(_LOOK_S):
                    return

    thread = threading.Thread(target=keep, name="hub announcement", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _announce(stack: ExitStack, edition_id: str, port: int, addresses: tuple[str, ...]) -> None:
    """Until ``stack`` closes."""
    packed = [ipaddress.ip_address(address).packed for address in addresses]
    name = f"{edition_id}.{_TYPE}"
    info = ServiceInfo(_TYPE, name, port=port, addresses=packed, properties={_EDITION: edition_id.encode()})
    try:
        zeroconf = Zeroconf()
        stack.callback(zeroconf.close)
        zeroconf.register_service(info, allow_name_change=True)
    except (Error, OSError) as problem:
        _log.warning("no mDNS here (%s)", type(problem).__name__)


def discover(edition_id: str, timeout_s: float = 3.0) -> tuple[str, ...]:
    """The addresses (``host:port``) of the counter of an edition, or nothing when nobody announces one in time."""
    found: list[str] = []
    heard = threading.Event()

    class Listener(ServiceListener):
        def add_service(self, zc: Zeroconf, type_: str, name: str) -> None:
            info = zc.get_service_info(type_, name, _ASK_MS)
            if info and (info.properties or {}).get(_EDITION) == edition_id.encode():
                found.extend(f"{address}:{info.port}" for address in info.parsed_addresses())
                heard.set()

        def update_service(self, zc: Zeroconf, type_: str, name: str) -> None: ...

        def remove_service(self, zc: Zeroconf, type_: str, name: str) -> None: ...

    try:
        zeroconf = Zeroconf()
    except OSError:
        return ()
    try:
        browser = ServiceBrowser(zeroconf, _TYPE, Listener())
        if heard.wait(timeout_s):
            time.sleep(_OTHERS_S)
        browser.cancel()
    finally:
        zeroconf.close()
    return tuple(dict.fromkeys(found))


def discover_servers(edition_id: str, timeout_s: float = 3.0) -> tuple[str, ...]:
    """The addresses of the server of an edition, by those of its counter."""
    found = (address.rpartition(":") for address in discover(edition_id, timeout_s))
    return tuple(f"{host}:{int(port) - COUNTER_OFFSET}" for host, _, port in found)
