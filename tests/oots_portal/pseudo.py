"""A language that does not exist: every text of the catalogue between brackets, so that what is not in it shows."""

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from lxml import html

CATALOGUE = Path(__file__).resolve().parents[2] / "locale" / "fr" / "LC_MESSAGES" / "django.po"
OPEN, CLOSE = "⟦", "⟧"
BRACKETED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
WORD = re.compile(r"[^\W\d_]{2,}")
# Names, values and codes are nobody's to translate.
UNTRANSLATED = (
    "//body//*[@lang] | //*[@translate='no'] | //code | //time | //*[contains(concat(' ', @class, ' '), ' patch ')]"
    " | //*[@class='host'] | //*[@class='ref'] | //*[@class='id'] | //*[@class='end-code']"
    " | //a[starts-with(@href, 'mailto:')][contains(., '@')]"
)
SPOKEN = "//@alt | //@aria-label | //title/text()"


def bracketed(text: str) -> str:
    return f"{OPEN}{text}{CLOSE}"


def write_catalogue(folder: Path) -> Path:
    """A compiled catalogue that answers to French."""
    with CATALOGUE.open("rb") as file:
        source = read_po(file, locale="fr")
    pseudo = Catalog(locale="fr")
    for message in source:
        if message.id:
            string = bracketed(message.id) if isinstance(message.id, str) else tuple(map(bracketed, message.id))
            pseudo.add(message.id, string, flags=message.flags, context=message.context)
    target = folder / "fr" / "LC_MESSAGES" / "django.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as compiled:
        write_mo(compiled, pseudo)
    return folder


def untranslated_words(content: bytes, data: tuple[str, ...] = ()) -> list[str]:
    """The words a page says outside all brackets."""
    tree = html.document_fromstring(content)
    said = [str(text) for text in tree.xpath(SPOKEN)]
    for element in tree.xpath(UNTRANSLATED):
        element.drop_tree()
    said.append(tree.xpath("//body")[0].text_content())
    return [word for text in said for word in WORD.findall(_outside(text, data))]


def _outside(text: str, data: tuple[str, ...]) -> str:
    before = None
    while before != text:
        before, text = text, BRACKETED.sub(" ", text)
    for known in data:
        text = text.replace(known, " ")
    return text
