"""The list of a page's flashcards becomes one `<details>` for each card: the question closed, the answer inside."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree

from macros.model.flashcard import key_of


def card_anchor(key: str) -> str:
    """The place of a card on its page, by the key of its question."""
    return f"card-{key}"


# How Python-Markdown keeps a character that must not be markup until the page is whole, such as `\\*`, `&` and `&lt;`.
_KEPT = re.compile("\x02(?:(\\d+)|(amp)|[^\x03]*)\x03")


def folded_cards(body: list[etree.Element]) -> tuple[int, list[etree.Element]]:
    """How many cards there are, and the section with its lists of cards replaced; what is no card stays as it is."""
    count, shown = 0, []
    for element in body:
        cards = [_card(item) for item in element] if element.tag == "ul" else []
        if cards and all(card is not None for card in cards):
            made = etree.Element("div", {"class": "flashcards"})
            made.extend(card for card in cards if card is not None)
            count += len(cards)
            shown.append(made)
        else:
            shown.append(element)
    return count, shown


def _card(item: etree.Element) -> etree.Element | None:
    """`<li><strong>Question?</strong> Answer.</li>` as a fold of its own; None where it is something else."""
    line = item[0] if len(item) == 1 and item[0].tag == "p" else item  # a list with blank lines has paragraphs
    if not len(line) or line[0].tag != "strong" or (line.text or "").strip():
        return None
    asked, *rest = line
    details = etree.Element("details", {"class": "flashcard"})
    summary = etree.SubElement(details, "summary")
    _without_links(asked, summary)
    answer = etree.SubElement(
        details, "div", {"class": "flashcard-answer", "id": card_anchor(key_of(_read("".join(asked.itertext()))))}
    )
    paragraph = etree.SubElement(answer, "p")
    paragraph.text = (asked.tail or "").lstrip()
    paragraph.extend(rest)
    return details


def _read(text: str) -> str:
    return html.unescape(_KEPT.sub(lambda match: chr(int(match[1])) if match[1] else "&" if match[2] else "", text))


def _without_links(source: etree.Element, target: etree.Element) -> None:
    """Copy what an element holds, of links their text only: a click on a question turns the card."""
    _add_text(target, source.text)
    for child in source:
        if child.tag == "a":
            _without_links(child, target)
        else:
            kept = etree.SubElement(target, child.tag, dict(child.attrib))
            _without_links(child, kept)
        _add_text(target, child.tail)


def _add_text(target: etree.Element, text: str | None) -> None:
    if len(target):
        target[-1].tail = (target[-1].tail or "") + (text or "")
    else:
        target.text = (target.text or "") + (text or "")
