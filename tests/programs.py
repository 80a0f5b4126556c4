"""``vi-events`` as other programs run it: in processes of their own, that can be killed."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

from tests.hub_stations import tell, until
from vi_events.app import create_edition, open_edition
from vi_events.checkin import codes
from vi_events.edition import people, vault
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.journal.entry import Author
from vi_events.journal.hub.roles import Role
from vi_events.journal.store import Store

START_S = 60.0
_END_S = 20.0
ZONE = "ceremonie"


class Program:
    """A command, its JSON lines as they come, and its sentences. ``inside`` is what runs it, as in a namespace."""

    def __init__(self, data: Path, *arguments: str, inside: Sequence[str] = ()) -> None:
        command = [*inside, sys.executable, "-m", "vi_events", "--data", str(data), "--json", *arguments]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env={**os.environ, "TZ": "UTC"})
        self.said: list[dict[str, Any]] = []
        self.sentences: list[str] = []
        self._readers = [
            self._read(self.process.stdout, lambda line: self.said.append(json.loads(line))),
            self._read(self.process.stderr, self.sentences.append),
        ]

    def __repr__(self) -> str:
        return f"{self.process.args!r}, {self.process.poll()}, {self.said[-3:]}, {self.sentences[-5:]}"

    def _read(self, stream: IO[bytes] | None, keep: Callable[[str], None]) -> threading.Thread:
        assert stream is not None

        def read() -> None:
            for line in stream:
                keep(line.decode().rstrip())
                tell(line)

        thread = threading.Thread(target=read, daemon=True)
        thread.start()
        return thread

    def type(self, *lines: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("".join(f"{line}\n" for line in lines).encode())
        self.process.stdin.flush()

    def wait_for(self, number: int, wait_s: float = START_S) -> list[dict[str, Any]]:
        """Its first so many lines."""
        until(f"{number} lines of {self!r}", lambda: len(self.said) >= number, wait_s)
        return self.said[:number]

    def kill(self) -> None:
        """As a power cut does; what it had said until then is in ``said``."""
        self.process.kill()
        self._close()

    def end(self) -> int:
        """Its input ends; gives its exit code."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self._close()

    def interrupt(self) -> int:
        """Ended by a person, who insists."""
        while self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(1)
            except subprocess.TimeoutExpired:
                continue
        return self._close()

    def _close(self) -> int:
        try:
            code = self.process.wait(_END_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        for reader in self._readers:
            reader.join()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()
        return code


@contextmanager
def programs() -> Iterator[Callable[..., Program]]:
    """Starts programs; those that are still running at the end are killed."""
    with ExitStack() as stack:

        def start(data: Path, *arguments: str, inside: Sequence[str] = ()) -> Program:
            program = Program(data, *arguments, inside=inside)
            stack.callback(lambda: program.process.poll() is None and program.kill())
            return program

        yield start


def expected(data: Path, number: int) -> tuple[Path, list[str]]:
    """An edition where so many people are expected: its folder, and their tickets (of ``p0``, ``p1``…)."""
    folder = create_edition(data, Edition("labels", "Labels", "2027-02-05", "Paris"), [Zone(ZONE, "Cérémonie")])
    key = vault.load(folder).ticket_key
    tickets = [codes.new_code(key) for _ in range(number)]

    def write(store: Store) -> None:
        with store.transaction(Author("régie")) as tx:
            tx.record(
                *(
                    people.upserted(f"p{each}", {"last_name": f"Nom{each}", "code": ticket, "status": "confirmed"})
                    for each, ticket in enumerate(tickets)
                )
            )

    with open_edition(folder, Author("régie")) as opened:
        opened.core.call(write)
    return folder, tickets


def invited(host: Program, role: Role = Role.DESK) -> str:
    """A link from a program that hosts."""
    before = len(host.said)
    host.type(role.value)
    until(f"a link from {host!r}", lambda: len(host.said) > before)
    return str(host.said[before]["link"])
