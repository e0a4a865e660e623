"""Bytes of a file -> text, or what is wrong with them. Whatever a renderer and a reader could see differently stops here."""

from __future__ import annotations

import unicodedata

from macros.model.problem import Problem

MAX_BYTES = 200_000  # the longest page of the site has a tenth of this
MAX_LINE = 5_000  # characters

_SIGNATURES = {b"\xef\xbb\xbf": "UTF-8 with a byte order mark", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_SAVE = "save the file as UTF-8 without a byte order mark"
_JOINER = "\N{ZERO WIDTH JOINER}"
_ALLOWED_CONTROLS = "\n\t"
# A control or format character changes what is seen without being seen; some even reverse the line (CVE-2021-42574).
_HIDDEN = frozenset({"Cc", "Cf"})


def decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """Return the text with `\\n` line ends and the problems; where there are any, the text must not be used."""
    if len(data) > MAX_BYTES:
        return "", [
            Problem(
                path, 1, f"The file has {len(data):,} bytes.", f"keep a page below {MAX_BYTES:,} bytes; split it if necessary."
            )
        ]
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature):
            return "", [Problem(path, 1, f"The file is {name}.", f"{_SAVE}.")]
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        return "", [Problem(path, line, "The file has a NUL byte, so it is not text.", f"{_SAVE}, or remove the file.")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return "", [Problem(path, line, f"Byte 0x{data[error.start]:02x} is not UTF-8.", f"{_SAVE}.")]
    text = text.replace("\r\n", "\n")
    if not text.strip():
        return "", [Problem(path, 1, "The file is empty.", "write the page, or remove the file.")]
    return text, _hidden_characters(text, path) + _long_lines(text, path)


def _hidden_characters(text: str, path: str) -> list[Problem]:
    found = {each for each in set(text).difference(_ALLOWED_CONTROLS) if unicodedata.category(each) in _HIDDEN}
    if not found:
        return []
    place = min(map(text.index, found))
    character = text[place]
    name = unicodedata.name(character, "a control character")
    line = text.count("\n", 0, place) + 1
    fix = "delete it; retype the text if you can't see where it is."
    if character == _JOINER:
        fix = "delete it; where it joins several emoji to one, use an emoji that is one character."
    return [Problem(path, line, f"There is an invisible character, U+{ord(character):04X} ({name}).", fix)]


def _long_lines(text: str, path: str) -> list[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            return [
                Problem(
                    path, number, f"The line has {len(line):,} characters.", f"break it; a line may have {MAX_LINE:,} characters."
                )
            ]
    return []
