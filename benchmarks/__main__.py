"""python -m benchmarks [--json] [--sizes 1000,10000,100000] [--folder F] [--imports] [names…]

Prints each figure beside its floor; ends with 1 when a budget is not kept.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import badge, editions, importing, packing, processes, search
from benchmarks.editions import Built
from benchmarks.measure import Figure, settle
from vi_events.__main__ import collect_seldom

SIZES = (1_000, 10_000, 100_000)


def _scan(built: Built) -> list[Figure]:
    from benchmarks import scan  # Brings Qt, which the others do without.

    return scan.run(built)


def _reveal(built: Built) -> list[Figure]:
    from benchmarks import reveal  # The same.

    return reveal.run(built)


def _go(built: Built) -> list[Figure]:
    from benchmarks import go  # The same.

    return go.run(built)


def _printing(built: Built) -> list[Figure]:
    from benchmarks import printing  # Brings the fake printer.

    return [printing.run(built)]


def _webtv(built: Built) -> list[Figure]:
    from benchmarks import webtv  # Brings the tests' Chromium and OBS.

    return webtv.run(built)


def _hub(built: Built) -> list[Figure]:
    from benchmarks import hub  # Brings NATS.

    return hub.run(built)


def _hub_many(root: Path) -> list[Figure]:
    from benchmarks import hub_many  # The same.

    return hub_many.run(root)


# Those with processes of their own come before this one has grown.
BENCHMARKS: dict[str, Callable[[Built], list[Figure]]] = {
    "cold-start": lambda built: [processes.cold_start(built)],
    "memory": lambda built: [processes.memory(built)],
    "import": lambda built: [importing.run(built)],
    "scan": _scan,
    "search": lambda built: [search.run(built)],
    "badge": lambda built: [badge.run(built)],
    "reveal": _reveal,
    "go": _go,
    "webtv": _webtv,
    "packing": lambda built: [packing.run(built)],
    "printing": _printing,
    "hub": _hub,
}
# Once, whatever the number of people.
ONCE: dict[str, Callable[[Path], list[Figure]]] = {"hub-many": _hub_many}
NAMES = (*BENCHMARKS, *ONCE)


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    collect_seldom()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    machine, figures = _machine(), list[Figure]()
    names = options.names or NAMES

    def keep(found: list[Figure]) -> None:
        figures.extend(found)
        if not options.json:
            print("\n".join(figure.as_text() for figure in found), flush=True)

    if not options.json:
        print(", ".join(f"{key} {value}" for key, value in machine.items()), flush=True)
    with tempfile.TemporaryDirectory(prefix="vi-events-bench-", dir=options.folder) as root:
        sized = [name for name in names if name in BENCHMARKS]
        for size in options.sizes if sized else ():
            built = editions.build(Path(root), size)
            for name in sized:
                settle()
                keep(BENCHMARKS[name](built))
            if options.imports:
                print(processes.slowest_imports(built), file=sys.stderr)
        for name in names:
            if name in ONCE:
                keep(ONCE[name](Path(root)))
    if options.json:
        print(json.dumps({"machine": machine, "figures": [figure.as_json() for figure in figures]}))
    return 1 if any(figure.over for figure in figures) else 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description="Each figure beside its floor in the same run.")
    parser.add_argument("names", nargs="*", metavar="name", help=f"among {', '.join(NAMES)}; all by default")
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="numbers of people, separated by commas")
    parser.add_argument("--folder", type=Path, help="where to work: the disk whose fsync counts (default: temporary)")
    parser.add_argument("--imports", action="store_true", help="also tell which modules cost a start most")
    options = parser.parse_args(arguments)
    unknown = [name for name in options.names if name not in NAMES]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; there are {', '.join(NAMES)}")
    return options


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(int(part) for part in text.split(","))
    if any(size < 1 for size in sizes):
        raise argparse.ArgumentTypeError("sizes are at least 1")
    return sizes


def _machine() -> dict[str, str | int | float | None]:
    """``load`` is the average of runnable processes in the last minute, None where the system does not tell."""
    return {
        "system": platform.system(),
        "python": platform.python_version(),
        "processors": os.cpu_count(),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
