"""Cold start and memory, measured on processes of their own, beside an empty PySide6 window."""

import compileall
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.editions import Built
from benchmarks.measure import Figure, over, spread

START_BUDGET_S = 1.5
START_TIMES = 2.0
MEMORY_BUDGET_MB = 300.0
_STARTS = 5
_ROOT = Path(__file__).resolve().parents[1]
_CHILD = "benchmarks.child"
_MOST_IMPORTS = 15


@dataclass(frozen=True, slots=True)
class _Run:
    seconds: float
    """From asking the system for the process to the painted window."""
    stages: dict[str, float]
    memory: dict[str, float]


def cold_start(built: Built) -> Figure:
    """Launch -> a window that takes scans, painted; seconds. Runs alternate with those of an empty window; the detail
    tells what one takes in a process that has read SQLModel too.
    """
    # As set up: otherwise, where Python may not write its bytecode, every start compiles the sources.
    compileall.compile_dir(_ROOT / "vi_events", quiet=2)
    runs, floors, read = [], [], []
    for _ in range(_STARTS):
        read.append(_start("libraries").seconds)
        floors.append(_start("empty"))
        runs.append(_start("window", str(built.folder), "0"))
    times, floor = spread([run.seconds for run in runs]), spread([run.seconds for run in floors])
    stages = {"empty window and SQLModel s": spread(read).p50}
    stages |= {f"{name} s": spread([run.stages[name] for run in runs]).p50 for name in runs[0].stages}
    return Figure(
        "cold-start",
        built.size,
        "s",
        times,
        floor,
        "empty QMainWindow",
        f"{START_BUDGET_S} s, at most {START_TIMES:.0f} x the floor",
        over(
            (f"{START_BUDGET_S} s", times.p50 <= START_BUDGET_S),
            (f"{START_TIMES:.0f} x", times.p50 <= START_TIMES * floor.p50),
        ),
        stages,
    )


def memory(built: Built) -> Figure:
    """Resident memory of the window on its edition with the search index full; MB."""
    empty, full = _start("empty"), _start("window", str(built.folder), str(built.size))
    if not full.memory:
        raise OSError("this system tells a process nothing of its memory without another library")
    rss = spread([full.memory["rss"]])
    return Figure(
        "memory",
        built.size,
        "MB",
        rss,
        spread([empty.memory["rss"]]),
        "empty QMainWindow",
        "300 MB with 100,000 people",
        over((f"{MEMORY_BUDGET_MB:.0f} MB", rss.p50 <= MEMORY_BUDGET_MB)),
        {"peak MB": full.memory["peak"], "index full after s": full.stages["index"]},
    )


def slowest_imports(built: Built) -> str:
    """The modules that cost a start most, themselves only, as lines of text."""
    child = _run(["-X", "importtime", "-m", _CHILD, "window", str(built.folder), "0"])
    rows = []
    for line in child.stderr.splitlines():
        own, _, rest = line.removeprefix("import time:").partition("|")
        if own.strip().isdigit():
            rows.append((int(own) / 1000, rest.rpartition("|")[2].strip()))
    heaviest = sorted(rows, reverse=True)[:_MOST_IMPORTS]
    total = sum(ms for ms, _ in rows)
    return "\n".join([f"{total:8.1f} ms  {len(rows)} modules", *(f"{ms:8.1f} ms  {name}" for ms, name in heaviest)])


def _start(*arguments: str) -> _Run:
    asked = time.monotonic()
    told = json.loads(_run(["-m", _CHILD, *arguments]).stdout)
    moments = {"asked": asked, **told["moments"]}
    stages = {name: at - before for (_, before), (name, at) in pairwise(moments.items())}
    return _Run(moments["painted"] - asked, stages, told["memory"])


def _run(arguments: list[str]) -> "subprocess.CompletedProcess[str]":
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, *arguments]
    child = subprocess.run(command, cwd=_ROOT, env=env, capture_output=True, text=True, check=False, timeout=120)
    if child.returncode:
        raise RuntimeError(f"{' '.join(arguments)} ended with {child.returncode}:\n{child.stderr[-2000:]}")
    return child
