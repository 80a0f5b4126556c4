"""Entry point of the program."""

import sys
from argparse import Namespace


def main() -> int:
    """Runs the program; returns its exit code."""
    from vi_events.cli import run

    collect_seldom()
    return run(sys.argv[1:], _open_window)


def collect_seldom() -> None:
    """Imports and search keep hundreds of thousands of small objects that live long: looking through them all the time
    for cycles took a tenth of an import.
    """
    import gc

    gc.set_threshold(50_000, 20, 50)


def _open_window(options: Namespace) -> int:
    if options.command == "palmares":
        from vi_events.ui.press import draw_press_pictures

        return draw_press_pictures(options)
    from vi_events.ui.main import open_window

    return open_window(options)


if __name__ == "__main__":
    sys.exit(main())
