"""A station as the hub sees it, light enough for fifty of them on one machine: its own few lines of the NATS protocol.

It publishes entries under the ids that a real one gives, follows the stream and decodes what it holds, acknowledges as
rarely, and says that it is there. It keeps no journal and sends nothing twice.
"""

import asyncio
import json
import time
from contextlib import suppress

from tests.hub_stations import ZONE
from vi_events.checkin import presence as admissions
from vi_events.clock import COUNTER_BITS, uuid7, wall_ms
from vi_events.journal.entry import Entry
from vi_events.journal.hub import presence, wire
from vi_events.journal.hub.certificate import pinned
from vi_events.journal.hub.exchange import ACKNOWLEDGED_TOGETHER
from vi_events.journal.hub.link import Membership
from vi_events.journal.hub.presence import HEARTBEAT_S, Heartbeat
from vi_events.journal.hub.subjects import EntryClass, Subjects, inbox

SENT = "sent_s"
"""In the payload: when the scan was made, on the clock that all processes share."""
_READ_BYTES = 1 << 18
_ENTRIES, _RECEIPTS, _PRESENCE = 1, 2, 3


class LightStation:
    """``complete_s`` is when it had everything that it was told to wait for."""

    def __init__(self, member: Membership, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._me, self._reader, self._writer = member, reader, writer
        self._subjects = Subjects(member.edition_id)
        self._entry_subject = self._subjects.entry(EntryClass.DESK, member.token)
        self._receipts = f"{inbox(member.token)}.stored"
        self._here = self._stored = 0
        self.complete_s = 0.0
        self._tasks = [asyncio.create_task(self._read()), asyncio.create_task(self._speak())]

    @classmethod
    async def opened(cls, member: Membership) -> "LightStation":
        host, _, port = member.servers[0].rpartition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        await reader.readline()  # what the server says of itself
        await writer.start_tls(pinned(member.certificate))
        login = {"user": member.token, "pass": member.password, "tls_required": True}
        login |= {"verbose": False, "pedantic": False, "headers": True, "lang": "python", "version": "0"}
        writer.write(f"CONNECT {json.dumps(login)}\r\nPING\r\n".encode())
        if not (answer := await reader.readline()).startswith(b"PONG"):
            raise ConnectionRefusedError(answer.decode())
        station = cls(member, reader, writer)
        delivery = station._subjects.delivery(station._subjects.entries_stream, member.token)
        heard = ((delivery, _ENTRIES), (station._receipts, _RECEIPTS), (station._subjects.presence("*"), _PRESENCE))
        for subject, number in heard:
            writer.write(f"SUB {subject} {number}\r\n".encode())
        return station

    def scan(self, number: int, now_s: float) -> None:
        """Publishes its nth admission."""
        fact = admissions.admitted(f"{self._me.token}-{number}", ZONE, "once")
        now_ms = wall_ms()
        hlc, payload = (now_ms << COUNTER_BITS) + number, {**fact.payload, SENT: now_s}
        said = ("live", "", fact.kind, fact.version, fact.subject, payload, None)
        entry = Entry(uuid7(now_ms), self._me.station, number, hlc, *said)
        data = wire.encode(entry)
        assert isinstance(data, bytes)
        headers = f"NATS/1.0\r\nNats-Msg-Id: {entry.id}\r\n\r\n".encode()
        sizes = f"{len(headers)} {len(headers) + len(data)}"
        line = f"HPUB {self._entry_subject} {self._receipts} {sizes}\r\n".encode()
        self._writer.write(line + headers + data + b"\r\n")

    async def complete(self, own: int, total: int) -> None:
        """Waits until the server has acknowledged so many of its scans, and so many entries have come."""
        while self._stored < own or self._here < total:
            if self._tasks[0].done():
                await self._tasks[0]
            await asyncio.sleep(0.05)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._writer.close()
        with suppress(OSError):
            await self._writer.wait_closed()

    async def _read(self) -> None:
        left = b""
        while data := await self._reader.read(_READ_BYTES):
            left = self._take(left + data)
        raise ConnectionResetError("the server closed the connection")

    def _take(self, data: bytes) -> bytes:
        """Deals with the whole messages in what came; gives the rest."""
        start = 0
        while (end := data.find(b"\r\n", start)) >= 0:
            verb, *said = data[start:end].split(b" ")
            if verb not in (b"MSG", b"HMSG"):
                self._answer(verb, said)
                start = end + 2
                continue
            body, size = end + 2, int(said[-1])
            if len(data) < body + size + 2:
                break
            headers = int(said[-2]) if verb == b"HMSG" else 0
            self._hear(int(said[1]), said[2], data[body + headers : body + size])
            start = body + size + 2
        return data[start:]

    def _answer(self, verb: bytes, said: list[bytes]) -> None:
        if verb == b"PING":
            self._writer.write(b"PONG\r\n")
        elif verb == b"-ERR":
            raise ConnectionRefusedError(b" ".join(said).decode())

    def _hear(self, number: int, reply: bytes, data: bytes) -> None:
        if number == _RECEIPTS:
            self._stored += b'"error"' not in data
        elif number == _PRESENCE:
            presence.decode(data)
        elif data:  # else a heartbeat of the server
            if isinstance(wire.decode(data), wire.Refused):
                raise ValueError("what came is no entry")
            self._here += 1
            self.complete_s = time.perf_counter()
            if self._here % ACKNOWLEDGED_TOGETHER == 0:
                self._writer.write(b"PUB " + reply + b" 4\r\n+ACK\r\n")

    async def _speak(self) -> None:
        me = self._me
        subject = self._subjects.presence(me.token)
        while True:
            said = Heartbeat(me.station, me.role, me.token, "0", wall_ms(), self._stored, 0, me.token)
            data = presence.encode(said)
            self._writer.write(f"PUB {subject} {len(data)}\r\n".encode() + data + b"\r\n")
            await asyncio.sleep(HEARTBEAT_S)
