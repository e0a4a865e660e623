"""The command line: `python -m macros check [--base REV] [FILE …]`, `new "Title?"` and `export FOLDER`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from macros.commands import REFUSALS
from macros.commands.check import check
from macros.commands.export import export
from macros.commands.new import new

DOCS = Path("docs")


def main(arguments: list[str] | None = None) -> int:
    """Return the exit status: 0 fine, 1 problems on a page, 2 the command itself was wrong."""
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    parser.add_argument("--docs", type=Path, default=DOCS, help="the folder of pages (default: %(default)s)")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="report everything that is wrong with the pages")
    checking.add_argument("files", nargs="*", type=Path, help="show the problems of these pages only")
    checking.add_argument("--base", metavar="REV", help="every address published at this git revision must still work")
    making = commands.add_parser("new", help="write a question page that needs only its content")
    making.add_argument("title", nargs="?", help="the question; asked for where it is left out")
    exporting = commands.add_parser("export", help="write what is made from the pages, such as llms.txt, into a folder")
    exporting.add_argument("folder", type=Path, help="made where it does not exist; files of the same names are replaced")
    chosen = parser.parse_args(arguments)
    try:
        status, text = _run(chosen)
    except REFUSALS as error:
        print(error, file=sys.stderr)
        return 2
    print(text, file=sys.stderr if status and chosen.command == "export" else sys.stdout)
    return status


def _run(chosen: argparse.Namespace) -> tuple[int, str]:
    if chosen.command == "check":
        return check(chosen.docs, chosen.files, chosen.base)
    if chosen.command == "export":
        return export(chosen.docs, chosen.folder)
    return new(chosen.docs, chosen.title)


if __name__ == "__main__":
    sys.exit(main())
