"""Collects the texts of the interface into the .ts files beside this one, then compiles them: run it after any change
of a text, translate what it counts as unfinished, and run it again. Standard library; the tools come with PySide6.
"""

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
_ERRORS = {"ViError", "UserError", "DeviceError", "StorageError"}
_COMMAND_LINE = {"commands", "cli.py"}
"""It is French."""


def collect(ts: Path) -> None:
    """Adds to ``ts`` the texts found in the sources, keeps its translations, and drops the texts that are gone."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "vi_events" / "ui").rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder, "core.py")
        lines = [f'QCoreApplication.translate("Core", {_literal(each)})' for each in sorted(set(core_texts()))]
        said.write_text("\n".join(("from PySide6.QtCore import QCoreApplication", *lines, "")), encoding="utf-8")
        # Without line numbers, a change of code that changes no text changes no translation file.
        _run("lupdate", (*sources, str(said), "-locations", "none", "-no-obsolete", "-ts", str(ts)))


def core_texts() -> Iterator[str]:
    """What the core says: the forms of ``say`` and its like, and the sentence and advice of an error, where they are
    literals.
    """
    for path in sorted((ROOT / "vi_events").rglob("*.py")):
        if path.relative_to(ROOT / "vi_events").parts[0] in _COMMAND_LINE:
            continue
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        named = [(call.func.id, call.args) for call in calls if isinstance(call.func, ast.Name)]
        speaks = any(name in ("say", "say_of") for name, _ in named)
        for name, arguments in named:
            if name == "say":
                yield from _literals(arguments[:1])
            elif name == "say_of" or name in _ERRORS:
                yield from _literals(arguments[1:3])
            elif name == "counted" and speaks:
                for one, *many in filter(None, [tuple(_literals(arguments[1:3]))]):
                    yield from (f"{{0}} {one}", f"{{0}} {many[0] if many else one + 's'}")


def _literals(arguments: Iterable[ast.expr]) -> Iterator[str]:
    for argument in arguments:
        match argument:
            case ast.Constant(value=str(text)) if text:
                yield text
            case ast.IfExp():
                yield from _literals((argument.body, argument.orelse))
            case ast.BoolOp():
                yield from _literals(argument.values)


def _literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def compiled(ts: Path, qm: Path) -> None:
    """Writes ``qm``, what the program reads."""
    _run("lrelease", (str(ts), "-qm", str(qm)))


def _run(tool: str, arguments: Iterable[str]) -> None:
    suffix = ".exe" if sys.platform == "win32" else ""
    command = Path(sys.executable).parent / f"pyside6-{tool}{suffix}"
    done = subprocess.run((str(command), *arguments), cwd=ROOT, check=False, text=True, capture_output=True)
    if done.returncode:
        raise SystemExit(f"{command.name}: {done.stdout}{done.stderr}")
    print(done.stdout.strip())


if __name__ == "__main__":
    for each in sorted(HERE.glob("*.ts")):
        collect(each)
        compiled(each, each.with_suffix(".qm"))
