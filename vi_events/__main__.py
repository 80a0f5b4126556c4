"""Entry point of the program."""

import sys
from argparse import Namespace


def main() -> int:
    """Runs the program; returns its exit code."""
    from vi_events.cli import run

    return run(sys.argv[1:], _open_window)


def _open_window(options: Namespace) -> int:
    from vi_events.ui.main import open_window

    return open_window(options)


if __name__ == "__main__":
    sys.exit(main())
