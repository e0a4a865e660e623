"""`/api/v1/`: whole, valid, stable, and as the page on data describes it."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from justhtml import JustHTML
from playwright.sync_api import Browser

from macros.catalogue.relations import Catalogue
from macros.catalogue.site import Site
from macros.exports.api import ROOT, api_files, whole_questions
from macros.model import Bank, Level, QuestionKind
from macros.reading.bank import bank_of
from macros.reading.folder import Loaded, read
from macros.rendering.allow_list import breaches
from tests.conftest import BANK
from tests.exports import schemas

SITE = Site("https://owner.github.io/project/", None)
HOME = SITE.address + ROOT


def files_of(bank: Bank) -> dict[str, Any]:
    """Documents by their path below the API."""
    return {path.removeprefix(ROOT): json.loads(data) for path, data in bytes_of(bank).items()}


def bytes_of(bank: Bank) -> dict[str, bytes]:
    catalogue = Catalogue(bank)
    return api_files(catalogue, whole_questions(catalogue, SITE), SITE)


@pytest.fixture(scope="session")
def documents(bank_loaded: Loaded) -> dict[str, Any]:
    return files_of(bank_loaded.bank)


def test_every_document_fits_its_published_schema(built: Path, tmp_path: Path) -> None:
    """An independent validator, on the built site; against the blessed schemas too, as somebody has them who read them once."""
    root = built / ROOT
    groups = {name: [root / f"{name}.json"] for name in ("index", "questions", "flashcards", "topics", "terms", "kits")}
    groups["question"] = sorted((root / "questions").glob("*.json"))
    assert set(groups) == {file.stem for file in (root / "schemas").glob("*.json")}
    assert sum(map(len, groups.values())) + len(groups) == len(list(root.rglob("*.json")))
    for name, files in groups.items():
        for schema in (root / f"schemas/{name}.json", schemas.PUBLISHED / f"{name}.json"):
            result = validate(schema, *files)
            assert result.returncode == 0, result.stdout
    damaged = json.loads(groups["question"][0].read_text(encoding="utf-8"))
    del damaged["rubric"]["great"]
    (tmp_path / "damaged.json").write_text(json.dumps(damaged), encoding="utf-8")
    assert validate(root / "schemas/question.json", tmp_path / "damaged.json").returncode == 1


def validate(schema: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_version_1_only_grows() -> None:
    assert list(schemas.taken_away(schemas.published(), schemas.current())) == []
    assert schemas.published() == schemas.current(), "something was added: `python -m tests.exports.schemas` publishes it"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda question: question["properties"].pop("prompt"), "/properties/prompt is gone"),
        (lambda question: question["required"].remove("sources"), "/required has lost sources"),
        (lambda question: question["$defs"]["Level"]["enum"].remove("staff"), "/enum has lost staff"),
        (lambda question: question["properties"]["minutes"].update(type="string"), "/type was integer and is string"),
        (lambda question: question["properties"]["minutes"].update(multipleOf=5), "/multipleOf is a new limit"),
        (lambda question: question.update(additionalProperties=False), "/additionalProperties is a new limit"),
    ],
)
def test_what_breaks_readers_is_seen(change: Callable[[Any], object], told: str) -> None:
    now = copy.deepcopy(schemas.published())
    change(now["question"])
    assert any(message.endswith(told) for message in schemas.taken_away(schemas.published(), now, "schemas"))


def test_what_is_added_is_fine() -> None:
    now = copy.deepcopy(schemas.published())
    now["question"]["properties"]["hint"] = {"type": "string", "title": "Hint"}
    now["question"]["required"].append("hint")
    now["question"]["$defs"]["Level"]["enum"].append("principal")
    now["question"]["properties"]["minutes"]["description"] = "Put better."
    now["figures"] = {}
    assert list(schemas.taken_away(schemas.published(), now, "schemas")) == []


def test_a_question_holds_everything_that_its_page_holds(documents: dict[str, Any], bank_loaded: Loaded) -> None:
    document = bank_loaded.bank.documents["docs/questions/first.md"]
    shown = documents["questions/first.json"]
    assert shown["address"] == f"{SITE.address}questions/first/"
    assert shown["prompt"]["markdown"] == document.intro
    assert shown["prompt"]["html"] == "<p>The pager rings. Somebody asks you this.</p>"
    assert list(shown["rubric"]) == ["why", "weak", "good", "great"]
    assert shown["rubric"]["why"]["html"] == "<p>This shows whether you see delay coming before the callers do.</p>"
    assert [card["id"] for card in shown["flashcards"]] == [f"first.{card.key}" for card in document.flashcards]
    assert shown["flashcards"][1] == {
        "id": "first.howlongmaydelaylast",
        "address": f"{SITE.address}questions/first/#card-howlongmaydelaylast",
        "question": {"markdown": "How long may delay last?", "html": "<p>How long may delay last?</p>"},
        "answer": {
            "markdown": f"As long as the limit, which follows from the [RTO]({SITE.address}glossary/rto/).",
            "html": f'<p>As long as the limit, which follows from the <a href="{SITE.address}glossary/rto/">RTO</a>.</p>',
        },
    }
    assert [item["question"] for item in shown["follow_ups"]] == [
        part.heading for part in document.sections if part.heading == "Follow-ups" for part in part.parts
    ]
    assert [source["id"] for source in shown["sources"]] == [footnote.name for footnote in document.footnotes]
    assert all(source["address"].startswith("https://") and source["supports"] for source in shown["sources"])


def test_one_document_holds_the_cards_of_all_questions(documents: dict[str, Any]) -> None:
    """What practice loads, in place of one file for each question."""
    cards = documents["flashcards.json"]["flashcards"]
    wanted = [
        card | {"of": question["id"]}
        for question in documents["questions.json"]["questions"]
        for card in documents[f"questions/{question['id']}.json"]["flashcards"]
    ]
    assert cards == wanted
    assert len({card["id"] for card in cards}) == len(cards) == documents["index.json"]["counts"]["flashcards"] > 0


def test_every_real_text_can_be_shown_elsewhere(loaded: Loaded) -> None:
    """Harmless, without relative links or unresolved marks, and with every word."""
    documents = files_of(loaded.bank)
    checked = 0
    for slug in (question.document.slug for question in loaded.bank.questions):
        for text in texts(documents[f"questions/{slug}.json"]):
            assert breaches(text["html"], SITE.address) == [], slug
            tree = JustHTML(text["html"], fragment=True, sanitize=False)
            targets = targets_in(tree)
            assert all(target.startswith("https://") for target in targets), (slug, targets)
            assert "](../" not in text["markdown"]
            assert "[^" not in tree.to_text(), slug
            checked += 1
    assert checked > 9 * len(loaded.bank.questions)


def targets_in(tree: JustHTML) -> list[str]:
    return [(element.attrs or {}).get(name) or "" for name in ("href", "src") for element in tree.query(f"[{name}]")]


def texts(value: Any) -> list[dict[str, str]]:
    if isinstance(value, dict):
        return [value] if value.keys() == {"markdown", "html"} else [text for part in value.values() for text in texts(part)]
    return [text for part in value for text in texts(part)] if isinstance(value, list) else []


def test_links_and_pictures_of_texts_are_there(built: Path, site_address: Site) -> None:
    for file in (built / ROOT / "questions").glob("*.json"):
        for text in texts(json.loads(file.read_text(encoding="utf-8"))):
            tree = JustHTML(text["html"], fragment=True, sanitize=False)
            for target in targets_in(tree):
                if target.startswith(site_address.address):
                    path = target.removeprefix(site_address.address).partition("#")[0]
                    assert (built / path).exists(), (file.name, target)


def test_a_former_id_leads_to_the_new_content(bank_loaded: Loaded) -> None:
    source = (BANK / "questions/first.md").read_text(encoding="utf-8").replace("\n---\n", "\naliases: [once]\n---\n", 1)
    document, problems = read(source.encode(), "docs/questions/first.md")
    assert document
    assert not problems
    documents = files_of(bank_of({**bank_loaded.bank.documents, document.path: document}))
    assert documents["questions/once.json"] == documents["questions/first.json"]
    assert documents["questions/once.json"]["aliases"] == ["once"]
    assert [item["id"] for item in documents["questions.json"]["questions"]] == ["first", "second", "third"]


def test_lists_know_each_other(documents: dict[str, Any], bank_loaded: Loaded) -> None:
    ids = {item["id"] for item in documents["questions.json"]["questions"]}
    assert ids == {question.document.slug for question in bank_loaded.bank.questions}
    assert {slug for topic in documents["topics.json"]["topics"] for slug in topic["questions"]} == ids
    assert {slug for term in documents["terms.json"]["terms"] for slug in term["questions"]} <= ids
    index = documents["index.json"]
    assert index["counts"]["questions"] == len(ids)
    assert all(address.removeprefix(HOME) in documents for address in (*index["documents"].values(), *index["schemas"].values()))
    assert all(
        document["$schema"].removeprefix(HOME) in documents for path, document in documents.items() if "schemas" not in path
    )


def test_same_bank_same_bytes_and_an_empty_bank_is_fine(bank_loaded: Loaded) -> None:
    assert bytes_of(bank_loaded.bank) == bytes_of(bank_loaded.bank)
    assert files_of(bank_of({}))["index.json"]["changed"] is None


def test_the_closed_lists_are_those_of_the_model() -> None:
    definitions = schemas.current()["question"]["$defs"]
    assert definitions["Level"]["enum"] == [str(level) for level in Level]
    assert definitions["QuestionKind"]["enum"] == [str(kind) for kind in QuestionKind]


def test_the_examples_work(server: str, site_address: Site, loaded: Loaded, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{server}data/")
    blocks = page.locator("pre code").all_text_contents()
    python, javascript = (block.replace(site_address.address, server) for block in blocks)
    result = subprocess.run([sys.executable, "-c", python], capture_output=True, text=True, timeout=60, check=True)
    wanted = [q for q in loaded.bank.questions if (q.fields.level, q.fields.kind) == (Level.STAFF, QuestionKind.DESIGN)]
    assert wanted
    assert result.stdout.splitlines() == [f"20 minutes: {question.document.title}" for question in wanted]
    assert str(page.evaluate(f"async () => {{ {javascript} }}")).startswith("<p>")
    page.close()


def test_links_in_code_stay_and_angle_brackets_are_understood(bank_loaded: Loaded) -> None:
    text = (BANK / "questions/first.md").read_text(encoding="utf-8")
    written = "Look at [RTO](<../glossary/rto.md>) and `[x](../glossary/rto.md)`, a&mdash;b.\n\n3. c"
    document, _ = read(text.replace("The pager rings.", written).encode(), "docs/questions/first.md")
    assert document
    bank = bank_of(dict(bank_loaded.bank.documents) | {document.path: document})
    prompt = files_of(bank)["questions/first.json"]["prompt"]
    assert f"[RTO]({SITE.address}glossary/rto/) and `[x](../glossary/rto.md)`, a" in prompt["markdown"]
    assert "a\N{EM DASH}b" in prompt["html"]


def test_ids_of_follow_ups_are_the_anchors_of_the_page(bank_loaded: Loaded) -> None:
    """Even where a rule refuses the page: a heading like the title, and one without a Latin letter."""
    text = (BANK / "questions/first.md").read_text(encoding="utf-8")
    text = text.replace("### What if the queue has no limit?", "### How would you drain a queue that only grows?")
    document, _ = read(text.replace("### How would you test it?", "### Что?").encode(), "docs/questions/first.md")
    assert document
    bank = bank_of(dict(bank_loaded.bank.documents) | {document.path: document})
    found = files_of(bank)["questions/first.json"]["follow_ups"]
    assert [each["id"] for each in found] == [
        "how-would-you-drain-a-queue-that-only-grows_1",
        "_1",
        "who-decides-what-is-shed",
    ]
    assert all(each["answer"]["html"].startswith("<p>") for each in found)
