#!/usr/bin/env python3
"""Sets up all that VI Events needs, then runs it. Standard library only.

python3 start.py            opens the program (the demo edition if there is none)
python3 start.py test       runs the tests             python3 start.py check   style, types, structure
python3 start.py e2e        end-to-end runs            python3 start.py bench   benchmarks
python3 start.py cli ARGS   the same as vi-events ARGS
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
LOCK = HERE / "requirements.lock"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
# The plugin that opens windows is loaded too: Qt only looks for its libraries when a window is wanted.
PROBE = """import ctypes, pathlib, PySide6.QtWidgets, PySide6.QtMultimedia
ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"))"""

SYSTEM_LIBRARIES = [
    "libglib2.0-0",
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libfontconfig1",
    "libdbus-1-3",
    "libbrotli1",
    "libpulse0",
    "libxrandr2",
    "libxext6",
    "libdrm2",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxcb-util1",
    "libx11-xcb1",
    "libxcb-shm0",
    "libxcb-render0",
]

E2E_TOOLS = {
    "ip": "iproute2",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "xkbcomp": "x11-xkb-utils",
    "xrandr": "x11-xserver-utils",
    "pdftotext": "poppler-utils",
    "node": "nodejs",
    "npm": "npm",
    "obs": "obs-studio",
    "ffmpeg": "ffmpeg",
    "chromium": "chromium",
    "lp": "cups-client",
    "/usr/lib/cups/backend/socket": "cups",
}


def main(arguments: list[str]) -> int:
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("run", [])
    verbs = {"run": cli, "test": test, "check": check, "e2e": e2e, "bench": bench, "cli": cli}
    if verb not in verbs:
        print(__doc__)
        return 0 if verb in ("-h", "--help", "help") else 2
    if sys.version_info < (3, 11):  # noqa: UP036 (told in a sentence, not by a syntax error)
        print("VI Events needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".", file=sys.stderr)
        return 1
    try:
        set_up()
    except (subprocess.CalledProcessError, OSError, SystemError) as problem:
        print(f"Setting up failed: {problem}", file=sys.stderr)
        return 1
    return verbs[verb](rest)


def cli(rest: list[str]) -> int:
    # In the caller's own folder: that is where the files that they name are.
    path = os.pathsep.join(filter(None, (str(HERE), os.environ.get("PYTHONPATH", ""))))
    return subprocess.call([str(PYTHON), "-m", "vi_events", *rest], env={**os.environ, "PYTHONPATH": path})


def test(rest: list[str]) -> int:
    return _python("-m", "pytest", *(rest or ["-q", "-n", "auto"]), env={"QT_QPA_PLATFORM": "offscreen"})


def check(_rest: list[str]) -> int:
    steps = [
        ["-m", "ruff", "check", "."],
        ["-m", "ruff", "format", "--check", "."],
        ["-m", "mypy"],
        [str(PYTHON.with_name("lint-imports")), "--no-cache"],
    ]
    for step in steps:
        code = _python(*step) if step[0] == "-m" else subprocess.call(step, cwd=HERE)
        if code:
            return code
    return 0


def e2e(rest: list[str]) -> int:
    missing = [package for tool, package in E2E_TOOLS.items() if shutil.which(tool) is None]
    if missing:
        try:
            _apt(missing)
        except (subprocess.CalledProcessError, SystemError) as problem:
            print(f"The end-to-end runs need more: {problem}", file=sys.stderr)
            return 1
    if rest:
        return _python("-m", "pytest", "-q", "tests/e2e", *rest)
    # Those that measure no time run beside each other, a file to a process; the others have the machine for themselves.
    beside = _python("-m", "pytest", "-q", "-n", "auto", "--dist", "loadfile", "-m", "untimed", "tests/e2e")
    return _python("-m", "pytest", "-q", "-m", "not untimed", "tests/e2e") or beside


def bench(rest: list[str]) -> int:
    return _python("-m", "benchmarks", *rest)


def set_up() -> None:
    """Private venv, locked packages, system libraries; nothing is done twice."""
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    stamp = VENV / "set-up"
    if not (stamp.is_file() and stamp.read_text() == wanted):
        _note("Setting up (once)…")
        if not _has_pip():
            _create_venv()
        pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--require-hashes", "-r", str(LOCK)], check=True)
        # As pip does for packages: where Python may not write beside the sources, every start would compile them.
        subprocess.run([str(PYTHON), "-m", "compileall", "-qq", str(HERE / "vi_events")], check=False)
        stamp.write_text(wanted)
    if sys.platform.startswith("linux"):
        _system_libraries()


def _has_pip() -> bool:
    probe = [str(PYTHON), "-m", "pip", "--version"]
    return PYTHON.is_file() and subprocess.run(probe, capture_output=True, check=False).returncode == 0


def _create_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        # Debian and Ubuntu keep it apart.
        _apt(["python3-venv"])
        importlib.invalidate_caches()
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except SystemExit as problem:
        raise SystemError("the private environment could not be made; see the message above") from problem


def _system_libraries() -> None:
    probe = [str(PYTHON), "-c", PROBE]
    if subprocess.run(probe, capture_output=True, check=False).returncode == 0:
        return
    _apt(SYSTEM_LIBRARIES)
    subprocess.run(probe, check=True)


def _apt(packages: list[str]) -> None:
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    if os.name == "nt" or shutil.which("apt-get") is None:
        raise SystemError("system libraries are missing; install what corresponds to: " + " ".join(packages))
    if os.geteuid() != 0:
        raise SystemError("system libraries are missing; type, then start again:\n  sudo " + " ".join(install))
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _note("Installing system libraries…")
    subprocess.run(["apt-get", "update", "-q"], check=True, env=env, stdout=sys.stderr)
    subprocess.run(install, check=True, env=env, stdout=sys.stderr)


def _python(*arguments: str, env: dict[str, str] | None = None) -> int:
    return subprocess.call([str(PYTHON), *arguments], cwd=HERE, env={**os.environ, **(env or {})})


def _note(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
