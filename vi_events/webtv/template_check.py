"""Whether a designer's overlay template or style can go on air. Pure."""

import re
from html.parser import HTMLParser

from vi_events.sentences import say

NEEDED = {
    "award": ("name", "place", "progress", "arobases", "mentions", "distinctions", "rehearsal"),
    "roll_call": ("title", "laureates", "rehearsal"),
    "lower_third": ("name", "function", "text"),
    "two_voices": ("people",),
    "slate": ("title", "text", "countdown"),
    "ticker": ("text",),
    "logo": ("live",),
}
"""What each template must have a place for: ``data-field`` or ``data-list``."""
_VOID = ("br", "hr", "img", "wbr", "source")
_FORBIDDEN = ("script", "iframe", "object", "embed", "link", "meta", "base", "form", "html", "head", "body")
_REMOTE = re.compile(r"(?:https?:)?//", re.IGNORECASE)


def html_fault(kind: str, text: str) -> str:
    """What is wrong with the template of ``kind``, in words that follow « : »; empty when nothing is."""
    reader = _Reader(kind)
    reader.feed(text)
    reader.close()
    if reader.fault:
        return reader.fault
    if reader.open:
        return say("la balise <{0}> n’est pas fermée", reader.open[-1])
    if reader.roots != 1:
        return say('il faut une seule balise extérieure, <section data-kind="{0}">', kind)
    missing = [name for name in NEEDED[kind] if name not in reader.names]
    if missing:
        return f"il manque une place pour {', '.join(missing)} (data-field ou data-list)"
    return ""


def css_fault(text: str) -> str:
    """What is wrong with a style sheet, in words that follow « : »; empty when nothing is."""
    bare = re.sub(r"/\*.*?\*/|\"[^\"\n]*\"|'[^'\n]*'", "", text, flags=re.DOTALL)
    if bare.count("{") != bare.count("}"):
        return "les accolades { } ne vont pas par paires"
    if "{" not in bare:
        return say("il ne contient aucune règle")
    if "@import" in bare or _REMOTE.search(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)):
        return say("il prend quelque chose ailleurs (@import ou http), et la salle n’a pas d’internet")
    return ""


class _Reader(HTMLParser):
    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind
        self.fault = ""
        self.open: list[str] = []
        self.roots = 0
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _FORBIDDEN:
            self._found(say("la balise <{0}> n’est pas permise", tag))
        for name, value in values.items():
            if name.startswith("on"):
                self._found(say("l’attribut {0} n’est pas permis", name))
            if name in ("src", "href", "style") and _REMOTE.search(value):
                self._found(say("il prend quelque chose ailleurs (http), et la salle n’a pas d’internet"))
        if not self.open:
            self.roots += 1
            if tag != "section" or values.get("data-kind") != self.kind:
                self._found(say('la balise extérieure doit être <section data-kind="{0}">', self.kind))
        self.names |= {values[name] for name in ("data-field", "data-list") if name in values}
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # a browser reads <p/> as <p>

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if not self.open or self.open[-1] != tag:
            self._found(f"</{tag}> ne ferme pas la balise ouverte")
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not self.open:
            self._found(say("il y a du texte hors de la balise extérieure"))

    def _found(self, fault: str) -> None:
        self.fault = self.fault or fault
