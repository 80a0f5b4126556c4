"""Entry point of the program."""

import sys
from argparse import Namespace


def main() -> int:
    """Runs the program; returns its exit code."""
    import gc

    from vi_events.cli import run

    # Imports and search keep hundreds of thousands of small objects that live long: looking through them all the time
    # for cycles took a tenth of an import.
    gc.set_threshold(50_000, 20, 50)
    return run(sys.argv[1:], _open_window)


def _open_window(options: Namespace) -> int:
    from vi_events.ui.main import open_window

    return open_window(options)


if __name__ == "__main__":
    sys.exit(main())
