"""Searching people by name, authority or function, in memory.

Accents, œ, hyphens, apostrophes, letter case and word order do not count; the last letters may be missing; typing
mistakes are tolerated when nothing else answers.
"""

import threading
from array import array
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from itertools import islice

from vi_events.edition.text import fold

MOST_CANDIDATES = 1_500
"""With more than this, the query is too short to tell people apart: the rest of the typing will."""

FEW = 3
_SAINTS = {"st": "saint", "ste": "sainte", "saint": "st", "sainte": "ste"}
_QUERY_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Listed:
    """What the index knows of one person; enough to show a line of results."""

    attendee_id: str
    first_name: str
    last_name: str
    function: str
    authority: str
    department: str
    category: str
    formerly: str = ""
    """Whose place the person takes: found under that name too, shown nowhere."""


@dataclass(slots=True)
class _Document:
    listed: Listed
    name: str
    place: str
    function: str
    alive: bool = True


class SearchIndex:
    """People by the words of their name, authority and function. Any thread may ask."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._documents: list[_Document] = []
        self._ids: list[str] = []
        """Of each document the person's id; empty for one that is no longer theirs."""
        self._number: dict[str, int] = {}
        self._postings: dict[str, array[int]] = {}
        self._vocabulary: list[str] = []
        self._fresh: list[str] = []
        self._folded: dict[str, str] = {}
        self._by_shape: dict[tuple[int, str], list[str]] = {}
        """Words by length and by each of their first two letters: one mistake leaves one of these right."""

    def __len__(self) -> int:
        return len(self._number)

    def put(self, person: Listed) -> None:
        """Adds a person, or replaces what was known of them."""
        with self._lock:
            known = self._number.get(person.attendee_id)
            if known is None or self._documents[known].listed != person:
                self._remove(person.attendee_id)
                self._add(person)

    def remove(self, attendee_id: str) -> None:
        """Forgets a person, if known."""
        with self._lock:
            self._remove(attendee_id)

    def _add(self, person: Listed) -> None:
        name = _sainted(_words(person.first_name) + _words(person.last_name) + _joined(person.last_name))
        place = self._shared(f"{person.authority}\n{person.department}")
        function = self._shared(person.function) + _words(person.formerly)
        document = _Document(person, name, place, function)
        number = len(self._documents)
        self._documents.append(document)
        self._ids.append(person.attendee_id)
        self._number[person.attendee_id] = number
        for word in set((document.name + document.place + document.function).split()):
            postings = self._postings.get(word)
            if postings is None:
                postings = self._postings[word] = array("I")
                self._fresh.append(word)
            postings.append(number)

    def _remove(self, attendee_id: str) -> None:
        number = self._number.pop(attendee_id, None)
        if number is not None:
            self._documents[number].alive = False
            self._ids[number] = ""

    def settle(self) -> None:
        """Puts what was added in order, so that the next search does not have to."""
        with self._lock:
            self._refresh()

    def find(self, query: str, limit: int = 20) -> list[Listed]:
        """The people whom every word of the query fits, best first; typing mistakes come last."""
        words = list(dict.fromkeys(fold(query[:_QUERY_LIMIT]).split()))
        if not words:
            return []
        with self._lock:
            found = self._matching(self._starts(words), words)
            return [document.listed for document in self._or_mistyped(found, words)[:limit]]

    def everybody(self, query: str) -> frozenset[str]:
        """Ids of all the people whom every word of the query fits, however many: for a table, that ranks nobody."""
        words = list(dict.fromkeys(fold(query[:_QUERY_LIMIT]).split()))
        if not words:
            return frozenset()
        with self._lock:
            found = self._fitting(self._starts(words), words, len(self._documents))
            return frozenset(document.listed.attendee_id for document in self._or_mistyped(found, words))

    def _starts(self, words: list[str]) -> list[list[str]]:
        self._refresh()
        return [self._prefixed(word) for word in words]

    def _or_mistyped(self, found: list[_Document], words: list[str]) -> list[_Document]:
        """What was found, and what a typing mistake may have meant when that is little."""
        if len(found) < FEW and len("".join(words)) >= FEW:
            known = {document.listed.attendee_id for document in found}
            found += [document for document in self._mistyped(words) if document.listed.attendee_id not in known]
        return found

    def _shared(self, text: str) -> str:
        """Folded words of texts that many people share (authorities, functions), kept once."""
        folded = self._folded.get(text)
        if folded is None:
            folded = self._folded[text] = _sainted(_words(text) + "".join(_joined(part) for part in text.split("\n")))
        return folded

    def _refresh(self) -> None:
        if len(self._fresh) > 50:
            self._vocabulary = sorted(self._postings)
        else:
            for word in self._fresh:
                insort(self._vocabulary, word)
        for word in self._fresh:
            for letter in set(word[:2]):
                self._by_shape.setdefault((len(word), letter), []).append(word)
        self._fresh.clear()

    def _prefixed(self, word: str) -> list[str]:
        return self._vocabulary[self._beginning(word)]

    def _beginning(self, word: str) -> slice:
        """Where the words of the vocabulary stand that begin so."""
        start = bisect_left(self._vocabulary, word)
        return slice(start, bisect_left(self._vocabulary, word + "{", start))

    def _matching(self, choices: list[list[str]], words: list[str]) -> list[_Document]:
        """Documents that have one of the choices for each word. ``words`` rank them."""
        return sorted(self._fitting(choices, words), key=lambda document: _rank(document, words))

    def _fitting(self, choices: list[list[str]], words: list[str], most: int = MOST_CANDIDATES) -> list[_Document]:
        """Documents that have one of the choices for each word, of about ``most`` at most that are looked at."""
        rarest = self._rarest(choices)
        others = [
            self._test(options, word)
            for n, (options, word) in enumerate(zip(choices, words, strict=True))
            if n != rarest
        ]
        found = []
        for number in self._numbers(choices[rarest], most):
            document = self._documents[number]
            if document.alive and all(test(document) for test in others):
                found.append(document)
        return found

    def _rarest(self, choices: list[list[str]]) -> int:
        """Which of the choices the fewest documents have. A first letter begins thousands of words: they are counted
        only where a choice of fewer words has more documents, for each word has one at least.
        """
        rarest, *others = sorted(range(len(choices)), key=lambda n: len(choices[n]))
        fewest = self._count(choices[rarest]) if others else 0
        for n in others:
            if len(choices[n]) >= fewest:
                break
            count = self._count(choices[n])
            if count < fewest:
                rarest, fewest = n, count
        return rarest

    def _count(self, options: list[str]) -> int:
        return sum(len(self._postings[option]) for option in options)

    def _test(self, options: list[str], word: str) -> Callable[[_Document], bool]:
        beginning = self._beginning(word)
        if len(options) == beginning.stop - beginning.start:  # those that begin so, and no others
            start = " " + word
            return lambda document: start in document.name or start in document.place or start in document.function
        wanted = {" " + option + " " for option in options}
        return lambda document: any(w in f"{document.name}{document.place}{document.function} " for w in wanted)

    def _numbers(self, options: list[str], most: int) -> Iterable[int]:
        """Document numbers under any of the words, each once; a whole word sorts before those it begins."""
        seen: dict[int, None] = {}
        for option in options:
            seen.update(dict.fromkeys(islice(self._postings[option], most)))
            if len(seen) > most:
                break
        return seen

    def _mistyped(self, words: list[str]) -> list[_Document]:
        choices = [self._prefixed(word) or self._resembling(word) for word in words]
        found = self._matching(choices, words) if all(choices) else []
        if not found:
            choices = [list(dict.fromkeys(self._prefixed(word) + self._resembling(word))) for word in words]
            found = self._matching(choices, words) if all(choices) else []
        if len(found) < FEW:
            choices = [self._prefixed(word) or self._resembling(word) + self._unfinished(word) for word in words]
            seen = {id(document) for document in found}
            later = self._matching(choices, words) if all(choices) else []
            found += [document for document in later if id(document) not in seen]
        return found

    def _unfinished(self, word: str) -> list[str]:
        """Longer words that begin almost like this one: both mistyped and cut short. The first letter must be right."""
        size = len(word)
        mistakes = 0 if size < 4 else 1 if size < 6 else 2
        if not mistakes:
            return []
        starts = {each[:size] for each in self._prefixed(word[0]) if len(each) > size + mistakes}
        near = _nearest(word, starts, mistakes, 5)
        return [longer for start in near for longer in self._prefixed(start)[:10] if len(longer) > size + mistakes]

    def _resembling(self, word: str) -> list[str]:
        mistakes = 0 if len(word) < 3 else 1 if len(word) < 6 else 2
        if not mistakes:
            return []
        lengths = range(len(word) - mistakes, len(word) + mistakes + 1)
        shapes = [(length, letter) for length in lengths for letter in set(word[:2])]
        near = {candidate for shape in shapes for candidate in self._by_shape.get(shape, ())}
        return _nearest(word, near, mistakes, 30)


def _nearest(word: str, among: Set[str], mistakes: int, limit: int) -> list[str]:
    """Words at so many typing mistakes at most, nearest first."""
    from rapidfuzz import process  # with the first mistake: no start waits for it
    from rapidfuzz.distance import OSA

    return [hit[0] for hit in process.extract(word, among, scorer=OSA.distance, score_cutoff=mistakes, limit=limit)]


def _words(text: str) -> str:
    folded = fold(text)
    return f" {folded}" if folded else ""


def _sainted(words: str) -> str:
    """« Saint » is also found as « St », « Ste » as « Sainte », and the reverse."""
    found = words.split()
    other = {_SAINTS[word] for word in found if word in _SAINTS}.difference(found)
    return words + "".join(f" {word}" for word in sorted(other))


def _joined(text: str) -> str:
    """« Le Hénanff », « L’Haÿ-les-Roses » and « D’Aboville » are also found when typed in one word."""
    parts = [fold(part).replace(" ", "") for part in text.replace("-", " ").split()]
    # A double name is also one of its names: « lebihan » finds « Œuvrard-Le Bihan ».
    names = [fold(name).replace(" ", "") for name in text.split("-")]
    joined = {word for word in (*parts, *names, "".join(parts)) if word}
    return "".join(f" {word}" for word in sorted(joined - set(fold(text).split())))


def _rank(document: _Document, words: list[str]) -> tuple[int, str, str, str]:
    score = 0
    for word in words:
        start, whole = " " + word, " " + word + " "
        if whole in document.name + " ":
            score += 0
        elif whole in document.place + " ":
            score += 1
        elif start in document.name:
            score += 2
        elif start in document.place:
            score += 3
        else:
            score += 5
    listed = document.listed
    return score, listed.last_name, listed.first_name, listed.authority
