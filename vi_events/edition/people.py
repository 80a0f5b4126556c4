"""Attendees as folded state: what imports, corrections, substitutions and merges make of a person."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from vi_events.edition.models import Attendee
from vi_events.journal.entry import Entry, Fact
from vi_events.journal.fold import Birth, State

PREFIX = "attendee:"
PUBLIC = frozenset(("authority_id", "category", "status", "vip", "zones", "code", "info_required"))
PERSONAL = frozenset(
    ("last_name", "first_name", "function", "email", "phone", "protocol_note", "seat", "external_codes")
)
EVERYWHERE = "*"
"""Stands for every zone in the counted keys of people who are expected everywhere."""
_MOST_MERGES = 5
"""Two stations may merge two records each into the other."""


def subject(attendee_id: str) -> str:
    """The journal's subject for an attendee."""
    return PREFIX + attendee_id


def upserted(attendee_id: str, fields: Mapping[str, Any], ref: str = "", batch: str = "") -> Fact:
    """An import says this of a person. Fields left out stay as they are. ``ref`` may be made of a name or an address:
    it is personal too.
    """
    public, personal = _parted(fields)
    if ref:
        personal["ref"] = ref
    return Fact("attendee_upserted", subject(attendee_id), {"batch": batch, "fields": public}, personal)


def newcomer(attendee_id: str, fields: Mapping[str, Any], ref: str, batch: str) -> Birth:
    """An import says this of somebody who is new to everybody."""
    fact = upserted(attendee_id, fields, ref, batch)
    return Birth(fact, {"known": True, **fact.payload["fields"]})


def added(attendee_id: str, fields: Mapping[str, Any]) -> Fact:
    """Someone at the desk added a person who was not expected."""
    return _said("attendee_added", attendee_id, fields)


def corrected(attendee_id: str, fields: Mapping[str, Any]) -> Fact:
    """Someone corrected fields by hand: later imports no longer change them."""
    return _said("attendee_corrected", attendee_id, fields)


def substituted(attendee_id: str, fields: Mapping[str, Any]) -> Fact:
    """Another person comes in this one's place, with the same ticket; both names are kept."""
    return _said("attendee_substituted", attendee_id, fields)


def merged(attendee_id: str, into: str) -> Fact:
    """This record is the same person as ``into``, which takes over its ticket codes."""
    return Fact("attendee_merged", subject(attendee_id), {"into": into})


def ticket_replaced(attendee_id: str, code: str) -> Fact:
    """The person's ticket is revoked and this code takes its place."""
    return Fact("ticket_replaced", subject(attendee_id), {"code": code})


def _said(kind: str, attendee_id: str, fields: Mapping[str, Any]) -> Fact:
    public, personal = _parted(fields)
    return Fact(kind, subject(attendee_id), {"fields": public}, personal)


def _parted(fields: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What may stay after erasure, and what may not."""
    public: dict[str, Any] = {}
    personal: dict[str, Any] = {}
    for name, value in fields.items():
        if name in PUBLIC:
            public[name] = value
        elif name in PERSONAL:
            personal[name] = value
    return public, personal


def reduce_person(state: State, entry: Entry) -> None:
    """Folds what is known of a person; ignores what happens to them at the door."""
    if entry.kind in ("attendee_upserted", "attendee_added", "attendee_corrected", "attendee_substituted"):
        _take(state, entry)
    elif entry.kind == "attendee_merged":
        state.data["merged_into"] = str(entry.payload["into"])
    elif entry.kind == "ticket_replaced":
        if state.data.get("code"):
            state.data.setdefault("revoked", []).append(state.data["code"])
        state.data["code"] = entry.payload["code"]


def _take(state: State, entry: Entry) -> None:
    state.data["known"] = True
    by_hand = entry.kind != "attendee_upserted"
    held: Sequence[str] = state.data.get("corrected", ())
    personal = entry.personal or {}
    if entry.kind == "attendee_substituted" and "replaces" not in state.personal:
        state.personal["replaces"] = _full_name(state.personal)
    kept = set() if by_hand else set(held)
    if state.data.get("code"):
        kept.add("code")
    for target, fields in ((state.data, entry.payload.get("fields", {})), (state.personal, personal)):
        target.update({name: value for name, value in fields.items() if name not in kept} if kept else fields)
    if entry.kind in ("attendee_corrected", "attendee_substituted"):
        state.data["corrected"] = sorted({*held, *entry.payload.get("fields", {}), *personal})
    if entry.payload.get("ref"):  # as written before it was known to hold names
        state.personal["ref"] = entry.payload["ref"]


_ERASED_FIELDS = ("code", "info_required")
"""What goes with the names: a ticket leads back to whoever holds it, a question may name somebody."""


def scrub(entry: Entry) -> Mapping[str, Any]:
    """What may stay of an entry about a person once they are erased: figures need it, and it names nobody."""
    said = {**entry.payload}
    if "fields" in said:
        said["fields"] = {name: value for name, value in said["fields"].items() if name not in _ERASED_FIELDS}
    for name in ("code", "ref", "reason"):
        if name in said:
            said[name] = ""
    return said


def erase(state: State) -> None:
    """The state of a person who is erased: they are still counted, and found no more."""
    state.data["erased"] = True


def is_erased(state: State) -> bool:
    return bool(state.data.get("erased"))


def survivor(state_of: Callable[[str], State | None], subject_: str) -> str:
    """The id of the person that a record is about now: its own, or that of the one it was merged into."""
    for _ in range(_MOST_MERGES):
        state = state_of(subject_)
        into = state.data.get("merged_into") if state else None
        if not into:
            break
        subject_ = subject(str(into))
    return subject_.removeprefix(PREFIX)


def is_known(state: State) -> bool:
    """Whether this is a person at all: undoing an import leaves subjects of whom nothing is known."""
    return bool(state.data.get("known"))


def person_keys(state: State) -> Sequence[str]:
    """Where a person is found: by code, by external code, by authority; and where they are expected."""
    data = state.data
    if not is_known(state):
        return ()
    keys = [f"code:{data['code']}"] if data.get("code") else []
    if "revoked" in data:
        keys += [f"code:{code}" for code in data["revoked"] if code]
    if "external_codes" in state.personal:
        keys += map(external_key, state.personal["external_codes"])
    if data.get("merged_into"):
        return keys
    if data.get("authority_id") and not is_erased(state):
        keys.append(f"auth:{data['authority_id']}")
    if data.get("status", "confirmed") == "confirmed":
        category = data.get("category", "guest")
        keys += [f"#exp:{zone}:{category}" for zone in data.get("zones") or (EVERYWHERE,)]
    return keys


def external_key(code: str) -> str:
    """The lookup key of a code issued by another system; letter case does not count."""
    return "ext:" + code.strip().casefold()


def attendee(subject_: str, state: State) -> Attendee:
    """The snapshot of a person; names are empty once erased."""
    data, personal = state.data, state.personal
    return Attendee(
        id=subject_.removeprefix(PREFIX),
        last_name=personal.get("last_name", ""),
        first_name=personal.get("first_name", ""),
        function=personal.get("function", ""),
        authority_id=data.get("authority_id", ""),
        category=data.get("category", "guest"),
        status=data.get("status", "confirmed"),
        email=personal.get("email", ""),
        protocol_note=personal.get("protocol_note", ""),
        vip=bool(data.get("vip", False)),
        seat=personal.get("seat", ""),
        zones=tuple(data.get("zones", ())),
        code=data.get("code", ""),
        external_codes=tuple(personal.get("external_codes", ())),
        info_required=data.get("info_required", ""),
    )


def replaces(state: State) -> str:
    """The name of the person whose place this one takes, or nothing."""
    return str(state.personal.get("replaces", ""))


def _full_name(personal: Mapping[str, Any]) -> str:
    return f"{personal.get('first_name', '')} {personal.get('last_name', '')}".strip()
