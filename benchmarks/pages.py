"""Makes many question pages out of the real ones with flashcards: same length, links and markup, other order of words."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

# A link is one word, and so is code.
_KEPT = re.compile(r"[^\s\[`]*`[^`]*`[^\s\[]*|[^\s\[]*\[[^\]]*\](?:\([^)]*\))?[^\s\[]*|\S+")
_CARD = re.compile(r"- \*\*.*?\*\*")
_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"


def write_pages(docs: Path, target: Path, count: int) -> None:
    """Copy `docs` to `target` with `count` questions in it, the real ones among them."""
    shutil.copytree(docs, target)
    real = sorted(path for path in (docs / "questions").glob("*.md") if path.name != "index.md")
    models = [text for path in real if "\n## Flashcards\n" in (text := path.read_text(encoding="utf-8"))]
    for number in range(count - len(real)):
        generator = random.Random(number)
        page = _varied(models[number % len(models)], generator)
        (target / "questions" / f"made-{number:05}.md").write_text(page, encoding="utf-8")
    for surplus in real[count:]:
        (target / "questions" / surplus.name).unlink()


def _varied(page: str, generator: random.Random) -> str:
    """Prose with its words shuffled within each paragraph, under a title of invented words."""
    parts = page.split("\n\n")
    fenced = False
    for index, part in enumerate(parts):
        fences = part.count("```")
        if part.startswith("!["):
            parts[index] = _figure(part, generator)
        elif (
            index
            and not fenced
            and not fences
            and part[:1] not in {"#", "|", " "}
            and not part.startswith("[^")
            and not part.startswith("---")
        ):
            items = re.split(r"\n(?=- |\d+\. )", part)
            parts[index] = "\n".join(_shuffled(item, generator) for item in items)
            if parts[index - 1] == "## What interviewers look for":
                parts[index] = re.sub(r"[.?!]", "", parts[index]) + "."  # one sentence
        fenced ^= fences % 2 == 1
    title = " ".join(_word(generator) for _ in range(8))
    return re.sub(r"^# .*$", f"# How would you {title}?", "\n\n".join(parts), count=1, flags=re.MULTILINE)


def _figure(part: str, generator: random.Random) -> str:
    """An image whose two texts are shuffled."""
    match = re.fullmatch(r'!\[(.*)\]\((\S+)\s+"(.*)"\)\s*', part, re.DOTALL)
    assert match, part
    text, caption = (" ".join(generator.sample(words, len(words))) for words in (match[1].split(), match[3].split()))
    return f'![{text}]({match[2]} "{caption}")'


def _shuffled(item: str, generator: random.Random) -> str:
    if card := _CARD.match(item):
        return f"- **What is {_word(generator)} {_word(generator)}?** {_shuffled(item[card.end() :].strip(), generator)}"
    mark, text = re.fullmatch(r"(- |\d+\. )?(.*)", item, re.DOTALL).groups(default="")  # type: ignore[union-attr]
    words = _KEPT.findall(text)
    generator.shuffle(words)
    return mark + " ".join(words)


def _word(generator: random.Random) -> str:
    return "".join(generator.choice(_CONSONANTS) + generator.choice(_VOWELS) for _ in range(3))
