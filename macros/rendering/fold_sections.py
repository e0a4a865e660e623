"""The elements of a folded question page, one function for each section."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable

from macros.model import FLASHCARDS, FOLLOW_UPS, FROM_EXPERIENCE, FULL_ANSWER, GRADES, RUBRIC, SHORT_ANSWER, SOURCES
from macros.model.text import counted, minutes
from macros.rendering.flashcards import folded_cards

_NOTICES = {
    SHORT_ANSWER: "These numbers are an example. Bring your own, and be ready to explain how you measured them.",
    FROM_EXPERIENCE: "These stories show the format. Tell your own, with your own numbers and how you measured them.",
}
_PERMALINK = "headerlink"


def split(elements: list[etree.Element], tag: str) -> list[tuple[etree.Element | None, list[etree.Element]]]:
    """Cut a run of elements at each heading `tag`; the first piece is what stands before any."""
    pieces: list[tuple[etree.Element | None, list[etree.Element]]] = [(None, [])]
    for element in elements:
        if element.tag == tag:
            pieces.append((element, []))
        else:
            pieces[-1][1].append(element)
    return pieces


def title_of(heading: etree.Element) -> str:
    """Text of a heading without its permalink."""
    return "".join(
        (heading.text or "", *(("" if _is_permalink(part) else "".join(part.itertext())) + (part.tail or "") for part in heading))
    ).strip()


def _is_permalink(element: etree.Element) -> bool:
    return element.tag == "a" and element.get("class") == _PERMALINK


def _words(elements: list[etree.Element]) -> int:
    return sum(len("".join(element.itertext()).split()) for element in elements if element.tag not in {"pre", "figure"})


def _fold(heading: etree.Element, body: list[etree.Element], hint: str, name: str) -> etree.Element:
    """Build a closed `<details>`; the anchor moves from the heading to the body, where it opens the fold."""
    anchor = heading.get("id", "")
    details = etree.Element("details", {"class": f"fold fold-{name}"})
    summary = etree.SubElement(details, "summary")
    for part in list(heading):
        if _is_permalink(part):
            heading.remove(part)
    heading.set("id", f"{anchor}-title")
    heading.tail = None
    summary.append(heading)
    etree.SubElement(summary, "span", {"class": "fold-hint"}).text = hint
    content = etree.SubElement(details, "div", {"class": "fold-body", "id": anchor})
    content.extend(body)
    link = etree.SubElement(content, "p", {"class": "fold-link"})
    etree.SubElement(link, "a", {"href": f"#{anchor}", "class": "copy-link"}).text = "Link to this section"
    return details


def _short_answer(heading: etree.Element, body: list[etree.Element]) -> etree.Element:
    hint = f"{_words(body)} words, about a minute to say"
    return _fold(heading, body, hint, "short")


def add_notice(fold: etree.Element) -> None:
    """Say below a short answer that its figures are an example: true of a story, wrong of arithmetic."""
    content = fold[-1]
    content.insert(len(content) - 1, _notice(SHORT_ANSWER))  # above the link to the section


def _full_answer(heading: etree.Element, body: list[etree.Element]) -> etree.Element:
    parts = sum(element.tag == "h3" for element in body)
    hint = f"{minutes(_words(body))} min read" + (f", {counted(parts, 'section')}" if parts else "")
    return _fold(heading, body, hint, "full")


def _from_experience(heading: etree.Element, body: list[etree.Element]) -> etree.Element:
    stories = sum(element.tag == "h3" for element in body)
    hint = f"{counted(stories, 'story', 'stories')}, {minutes(_words(body))} min read"
    return _fold(heading, [_notice(FROM_EXPERIENCE), *body], hint, "experience")


def _notice(section: str) -> etree.Element:
    notice = etree.Element("p", {"class": "notice"})
    notice.text = _NOTICES[section]
    return notice


def _rubric(heading: etree.Element, body: list[etree.Element]) -> etree.Element:
    """Why it is asked, then three grades side by side."""
    pieces = split(body, "h3")
    grades = etree.Element("div", {"class": "grades"})
    for title, text in pieces[1:]:
        assert title is not None  # only the first piece has no heading
        name = title_of(title)
        grade = etree.SubElement(grades, "section", {"class": f"grade grade-{name.lower()}" if name in GRADES else "grade"})
        grade.append(title)
        grade.extend(text)
    return _fold(heading, [*pieces[0][1], grades], "Weak, good, and great: grade yourself", "rubric")


def _follow_ups(heading: etree.Element, body: list[etree.Element]) -> etree.Element:
    """One fold for each question below the section's heading."""
    section = etree.Element("section", {"class": "follow-ups"})
    section.append(heading)
    pieces = split(body, "h3")
    section.extend(pieces[0][1])
    for question, answer in pieces[1:]:
        assert question is not None  # only the first piece has no heading
        section.append(_fold(question, answer, f"{_words(answer)} words", "follow-up"))
    return section


def _flashcards(heading: etree.Element, body: list[etree.Element]) -> etree.Element:
    count, cards = folded_cards(body)
    return _fold(heading, cards, f"{counted(count, 'card')}, one fact each: answer, then flip", "flashcards")


def _sources(heading: etree.Element, body: list[etree.Element]) -> etree.Element:
    """The footnotes, without the rule that the extension draws above them."""
    section = etree.Element("section", {"class": "sources"})
    section.append(heading)
    for element in body:
        for rule in element.findall("hr"):
            element.remove(rule)
        section.append(element)
    return section


FOLDS: dict[str, Callable[[etree.Element, list[etree.Element]], etree.Element]] = {
    SHORT_ANSWER: _short_answer,
    FULL_ANSWER: _full_answer,
    FROM_EXPERIENCE: _from_experience,
    RUBRIC: _rubric,
    FOLLOW_UPS: _follow_ups,
    FLASHCARDS: _flashcards,
    SOURCES: _sources,
}
