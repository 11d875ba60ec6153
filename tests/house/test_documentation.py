"""What the documents name exists, and what the code names is documented."""

import ast
import re
from functools import cache
from pathlib import Path
from pkgutil import resolve_name

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = (
    "oots_portal", "preview_space", "evidence_exchange", "evidence_broker", "data_service_directory", "semantic_repository",
    "eid_auth", "edelivery", "conformance", "common_services", "exchange_log", "deployments", "edm",
)  # fmt: skip
DOTTED = re.compile(rf"({'|'.join(PACKAGES)})(\.\w+)*")
WORD = re.compile(r"[A-Za-z]\w*")
CITED = re.compile(r"\b[Gg]aps? (\d+)")
VARIABLE = re.compile(r"\bOOTS_[A-Z_]+[A-Z]\b")


def document(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def marked_as_code(text: str) -> list[str]:
    without_blocks = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"`([^`\n]+)`", without_blocks)


def carriers() -> list[str]:
    """The names in the last column of the glossary."""
    rows = [line for line in document("glossary.md").splitlines() if line.startswith("| ") and not line.startswith(("| Term", "| ---"))]
    return [name for row in rows for name in marked_as_code(row.rstrip("| ").rpartition(" | ")[2])]


def exists(dotted: str) -> bool:
    """A package, a module, or what one defines: a class, a function, a constant, a field."""
    try:
        resolve_name(dotted)
    except (ImportError, AttributeError):
        return False
    return True


@cache
def words_of_the_code() -> frozenset[str]:
    """Every module, class and function by its name, and every string constant by its parts."""
    found: set[str] = set(PACKAGES)
    for path in (path for package in PACKAGES for path in (ROOT / package).rglob("*.py")):
        found |= set(path.relative_to(ROOT).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                found.add(node.name)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 60:
                found |= set(re.split(r"[:/ ]", node.value))
    return frozenset(found)


def test_the_glossary_names_a_carrier_for_every_term():
    rows = [line for line in document("glossary.md").splitlines() if re.match(r"\| (?!Term|---)", line)]

    assert len(rows) == len(carriers())


@pytest.mark.parametrize("name", carriers())
def test_what_carries_a_term_exists(name):
    assert exists(name)


@pytest.mark.parametrize("name", ["glossary.md", "architecture.md"])
def test_every_name_marked_as_code_stands_in_the_code(name):
    marked = marked_as_code(document(name))

    dotted = {word for word in marked if DOTTED.fullmatch(word)}
    single = {word for word in marked if WORD.fullmatch(word)} - dotted
    assert {word for word in dotted if not exists(word)} == set()
    assert single - words_of_the_code() == set()


def test_every_gap_the_code_cites_is_numbered_and_every_number_is_used_once():
    numbers = re.findall(r"^\| (\d+) \|", document("gaps.md"), flags=re.MULTILINE)
    suffixes = {".py", ".toml", ".html", ".md"}
    files = [path for folder in (*PACKAGES, "tests", "docs") for path in (ROOT / folder).rglob("*") if path.suffix in suffixes]
    cited = {number: path for path in files for number in CITED.findall(path.read_text(encoding="utf-8"))}

    assert len(numbers) == len(set(numbers))
    assert {number: path for number, path in cited.items() if number not in numbers} == {}


def test_the_variables_the_settings_read_are_the_variables_the_operator_is_told():
    settings = [path.read_text(encoding="utf-8") for path in (ROOT / "oots_portal" / "settings").glob("*.py")]

    read = {name for text in settings for name in VARIABLE.findall(text)}
    assert read == set(VARIABLE.findall(document("operations.md")))


def test_links_between_documents_lead_somewhere():
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")] + sorted(
        (ROOT / "docs").rglob("*.md")
    )
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]

    assert broken == []
