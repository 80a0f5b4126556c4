"""Several computers on this one: Linux network namespaces, joined by a switch whose cables can be pulled."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import pytest

_PORT = "eth0"


@dataclass(frozen=True, slots=True)
class Computer:
    """``inside`` is what runs a program there."""

    namespace: str
    address: str

    @property
    def inside(self) -> tuple[str, ...]:
        return ("ip", "netns", "exec", self.namespace)


class Lan:
    """10.77.0.0/24. Made by ``lan``."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._prefix = f"vi{os.getpid()}"
        self._switch = self._namespace("switch")
        # Without a router nobody asks who listens to mDNS: the switch must not try to be clever about it.
        _ip("-n", self._switch, "link", "add", "switch", "type", "bridge", "mcast_snooping", "0")
        _ip("-n", self._switch, "link", "set", "switch", "up")

    def computer(self, name: str, number: int) -> Computer:
        made = Computer(self._namespace(name), f"10.77.0.{number}")
        place = made.namespace
        _ip("-n", self._switch, "link", "add", place, "type", "veth", "peer", "name", _PORT, "netns", place)
        _ip("-n", self._switch, "link", "set", place, "master", "switch", "up")
        _ip("-n", place, "link", "set", "lo", "up")
        _ip("-n", place, "link", "set", _PORT, "up")
        return self.move(made, number)

    def move(self, computer: Computer, number: int) -> Computer:
        """It gets another address, as when a router has forgotten it."""
        moved = Computer(computer.namespace, f"10.77.0.{number}")
        _ip("-n", moved.namespace, "-4", "addr", "flush", "dev", _PORT)
        _ip("-n", moved.namespace, "addr", "add", f"{moved.address}/24", "dev", _PORT)
        _ip("-n", moved.namespace, "route", "replace", "224.0.0.0/4", "dev", _PORT)
        return moved

    def pull(self, computer: Computer) -> None:
        """Its cable is out of the switch."""
        _ip("-n", self._switch, "link", "set", computer.namespace, "down")

    def plug(self, computer: Computer) -> None:
        _ip("-n", self._switch, "link", "set", computer.namespace, "up")

    def _namespace(self, name: str) -> str:
        made = f"{self._prefix}-{name}"[:15]
        _ip("netns", "add", made)
        self._stack.callback(lambda: _ip("netns", "del", made))
        return made


@contextmanager
def lan() -> Iterator[Lan]:
    """Gone at the end, once no program runs in it any more."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or shutil.which("ip") is None:
        pytest.skip("networks of several computers are made with Linux's « ip netns », by root")
    with ExitStack() as stack:
        yield Lan(stack)


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True)
