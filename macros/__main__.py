"""The command line: `python -m macros check [--base REV] [FILE …]`, `new "Title?"` and `export FOLDER`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from macros import new, report
from macros.advice import advice_for, oldest_reviews
from macros.allow_list import ActiveContentError
from macros.beside import write
from macros.exports import exported
from macros.history import UnknownRevisionError, bank_at
from macros.load import load
from macros.published import vanished
from macros.relations import Relations
from macros.rules import check
from macros.site import site_from

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
        if chosen.command == "check":
            return _check(chosen.docs, chosen.files, chosen.base)
        if chosen.command == "export":
            return _export(chosen.docs, chosen.folder)
        return _new(chosen.docs, chosen.title)
    except (FileNotFoundError, UnknownRevisionError, new.CannotWriteError, ActiveContentError) as error:
        print(error, file=sys.stderr)
        return 2


def _check(docs: Path, files: list[Path], base: str | None) -> int:
    wanted = {_name(docs, file) for file in files}
    loaded = load(docs)
    gone = vanished(bank_at(base, docs), loaded.bank) if base else ()
    problems = sorted({*loaded.problems, *check(loaded.bank), *gone})
    if wanted:
        problems = [problem for problem in problems if problem.path in wanted]
    annotate = os.environ.get("GITHUB_ACTIONS") == "true"
    for problem in problems:
        print(problem.as_text())
        if annotate:
            print(problem.as_annotation())
    for path in sorted(wanted):
        if document := loaded.bank.documents.get(path):
            for hint in advice_for(document, loaded.bank):
                print(f"advice: {hint.as_text()}")
                if annotate:
                    print(hint.as_annotation("notice"))
            print(report.strengths(document))
    if not wanted and (oldest := oldest_reviews(loaded.bank)):
        print(f"advice: reviewed longest ago: {', '.join(oldest)}.")
    print(report.total(loaded.bank, problems, wanted))
    return 1 if problems else 0


def _export(docs: Path, folder: Path) -> int:
    loaded = load(docs)
    problems = sorted({*loaded.problems, *check(loaded.bank)})
    if problems:
        print("\n".join(problem.as_text() for problem in problems))
        print("Nothing was exported.", file=sys.stderr)
        return 1
    files = exported(Relations(loaded.bank), site_from(os.environ))
    write(files, folder)
    print(f"Wrote {len(files)} files to {folder}.")
    return 0


def _name(docs: Path, file: Path) -> str:
    """The name that problems use for a file; FileNotFoundError where it is no page below `docs`."""
    root = docs.resolve().parent
    path = file.resolve()
    if not path.is_file():
        raise FileNotFoundError(f"There is no file {file}. Give the path of a page, such as docs/questions/x.md.")
    if not path.is_relative_to(docs.resolve()):
        raise FileNotFoundError(f"{file} is not in {docs}. Give the path of a page, such as docs/questions/x.md.")
    return path.relative_to(root).as_posix()


def _new(docs: Path, title: str | None) -> int:
    if title is None:
        try:
            title = input("The question, as an interviewer asks it: ")
        except (EOFError, KeyboardInterrupt):
            raise new.CannotWriteError('No title was given. Try: make new TITLE="How do you …?"') from None
    path = new.write_question(docs, title)
    print(f"Wrote {path}. Fill in every section, then run: make check FILE={path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
