"""Rules about what is told from experience."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from macros.model import BRING_YOUR_OWN, FROM_EXPERIENCE, Bank, PageType, Section
from macros.model.problem import Problem

_ITEM = re.compile(r"^(?:[-*+]|\d+[.)])[ ]+\S", re.MULTILINE)
_INVENTED = re.compile(r"\binvented\b", re.IGNORECASE)
_MARK = re.compile(r"\[\^[^\]\s]+\]")


def own_story_first(bank: Bank) -> Iterator[Problem]:
    """Every story must stand below what readers recall from their own work, and be sourced or be called invented."""
    for document in bank.of_type(PageType.QUESTION):
        section = document.section(FROM_EXPERIENCE)
        if section is None or not (section.lead or any(part.text for part in section.parts)):
            continue  # another rule speaks about an empty section
        for line, message, fix in (*_beginning(section), *_stories(section)):
            yield Problem(document.path, line, message, fix)


def _beginning(section: Section) -> Iterator[tuple[int, str, str]]:
    first = section.parts[0] if section.parts else None
    if first and not section.lead and _misspelled(first):
        yield first.line, f"`### {first.heading}` is misspelled.", f"write `### {BRING_YOUR_OWN}`."
    elif not first or section.lead or first.heading != BRING_YOUR_OWN:
        fix = "put it first: a list of what to recall from your own work."
        yield section.line, f"`{FROM_EXPERIENCE}` doesn't start with `### {BRING_YOUR_OWN}`.", fix
    elif first.text and not _ITEM.search(first.text):
        yield first.line, f"`{BRING_YOUR_OWN}` has no list.", "list what to recall, one `- ` item for each."


def _stories(section: Section) -> Iterator[tuple[int, str, str]]:
    stories = [part for part in section.parts if part.heading != BRING_YOUR_OWN and not _misspelled(part)]
    if section.parts and not stories:
        fix = "tell one under its own `###` heading, either invented or with a source."
        yield section.line, f"`{FROM_EXPERIENCE}` has no story.", fix
    for story in stories:
        if story.text and not (_INVENTED.search(story.heading) or _MARK.search(story.text)):
            fix = "cite its source, or call it invented in its heading: `### Invented: …`."
            yield story.line, f"The story `{story.heading}` has no source.", fix


def _misspelled(part: Section) -> bool:
    """Meant to be the reader's own story, and called something else."""
    near = get_close_matches(part.heading.lower(), [BRING_YOUR_OWN.lower()], n=1, cutoff=0.8)
    return bool(near) and part.heading != BRING_YOUR_OWN
