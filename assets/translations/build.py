"""Collects the texts of the interface into the .ts files beside this one, then compiles them: run it after any change
of a text, translate what it counts as unfinished, and run it again. Standard library; the tools come with PySide6.
"""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def collect(ts: Path) -> None:
    """Adds to ``ts`` the texts found in the sources, keeps its translations, and drops the texts that are gone."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "vi_events" / "ui").rglob("*.py"))
    # Without line numbers, a change of code that changes no text changes no translation file.
    _run("lupdate", (*sources, "-locations", "none", "-no-obsolete", "-ts", str(ts)))


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
