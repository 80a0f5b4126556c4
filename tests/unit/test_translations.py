"""What the English file owes to the French sources."""

import ast
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "assets" / "translations"
TS = TRANSLATIONS / "vi_events_en.ts"
HOLES = re.compile(r"%\d|%n|\{[^{}]*\}")
KEYS = re.compile(r"\bF\d{1,2}\b|\b(?:Ctrl|Alt)\+\w")


class Message(NamedTuple):
    context: str
    source: str
    translation: str
    state: str


def messages(ts: Path) -> list[Message]:
    return [
        Message(
            context.findtext("name", ""),
            each.findtext("source", ""),
            each.findtext("translation", ""),
            each.find("translation").get("type", ""),  # type: ignore[union-attr]
        )
        for context in ElementTree.parse(ts).iter("context")
        for each in context.iter("message")
    ]


def texts(ts: Path) -> set[tuple[str, str]]:
    return {(each.context, each.source) for each in messages(ts)}


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((ROOT / "vi_events" / "ui").rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def is_call(node: ast.AST, *names: str) -> bool:
    if not isinstance(node, ast.Call):
        return False
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return called in names


def test_english_file_holds_the_texts_of_the_sources_and_no_other(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    runpy.run_path(str(TRANSLATIONS / "build.py"))["collect"](fresh)
    assert len(texts(fresh)) > 400
    assert texts(TS) == texts(fresh), "run assets/translations/build.py"


def test_every_text_is_translated() -> None:
    for each in messages(TS):
        assert each.state == "", f"{each.state}: {each}"
        assert each.translation.strip(), each


def test_translation_keeps_holes_and_keys() -> None:
    for each in messages(TS):
        for kept in (HOLES, KEYS):
            assert sorted(kept.findall(each.source)) == sorted(kept.findall(each.translation)), each


def test_translation_keeps_the_spaces_and_dots_at_the_ends() -> None:
    for each in messages(TS):
        assert each.source.endswith(" ") == each.translation.endswith(" "), each
        assert each.source.endswith("…") == each.translation.endswith("…"), each


def test_english_has_no_french_punctuation() -> None:
    for each in messages(TS):
        assert not re.search(r"[\s\u00a0\u202f][:;!?](?!\w)|[«»·]", each.translation), each
        assert "'" not in each.translation, each


def test_compiled_file_is_the_written_one() -> None:
    translator = QTranslator()
    assert translator.load(str(TS.with_suffix(".qm")))
    for each in messages(TS):
        assert translator.translate(each.context, each.source) == each.translation, "run assets/translations/build.py"


def test_a_translated_text_is_a_literal_that_the_tools_can_collect() -> None:
    for path, tree in sources():
        for node in ast.walk(tree):
            if is_call(node, "tr"):
                assert isinstance(node.args[0], ast.Constant), f"{path.name}:{node.lineno}"  # type: ignore[attr-defined]
            if is_call(node, "tr", "translate", "QT_TRANSLATE_NOOP"):
                assert not any(isinstance(each, ast.JoinedStr) for each in node.args), f"{path.name}:{node.lineno}"  # type: ignore[attr-defined]
            if isinstance(node, ast.JoinedStr):
                inside = any(is_call(each, "tr", "translate") for each in ast.walk(node))
                assert not inside, f"{path.name}:{node.lineno}: lupdate does not look into f-strings"


def test_nothing_is_translated_while_a_module_is_imported() -> None:
    def at_import(node: ast.AST) -> Iterator[ast.AST]:
        for child in ast.iter_child_nodes(node):
            yield child
            if not isinstance(child, (ast.FunctionDef, ast.Lambda)):
                yield from at_import(child)

    for path, tree in sources():
        for node in at_import(tree):
            assert not is_call(node, "tr", "translate", "_say"), f"{path.name}:{node.lineno}"  # type: ignore[attr-defined]


def test_what_the_core_says_can_be_filled_in_both_languages() -> None:
    class Value:
        def __format__(self, spec: str) -> str:
            return f"[{spec}]"

        def __str__(self) -> str:
            return "[]"

    core = [each for each in messages(TS) if each.context == "Core"]
    assert len(core) > 800
    for each in core:
        for form in (each.source, each.translation):
            filled = form.format(*[Value()] * 10)
            assert filled.count("[") - filled.count("[[") >= form.count("{") - 2 * form.count("{{"), each


def test_what_the_core_says_is_a_literal_that_the_tools_can_collect() -> None:
    command_line = runpy.run_path(str(TRANSLATIONS / "build.py"))["_COMMAND_LINE"]
    package = ROOT / "vi_events"
    makers = {package / "sentences.py", package / "edition" / "text.py", package / "ui" / "press.py"}
    for path in sorted({*package.rglob("*.py")} - makers):
        if path.relative_to(package).parts[0] in command_line:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            said = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if said in ("say", "say_of", "UserError", "DeviceError", "StorageError"):
                where, arguments = f"{path.name}:{node.lineno}", node.args  # type: ignore[attr-defined]
                assert not any(isinstance(each, ast.JoinedStr) for each in arguments[:3]), where
