"""Schema validation with the eIDAS types known: without them no genuine assertion is valid (identity 5.1).

A wrapper schema imports the SAML protocol schema that python3-saml ships and our own eIDAS type schemas.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

from lxml import etree
from lxml.etree import _Element
from onelogin.saml2.xml_utils import OneLogin_Saml2_XML

FOLDER = Path(__file__).parent / "schemas"
LIBRARY_PLACEHOLDER = "LIBRARY/"


@cache
def eidas_schema() -> etree.XMLSchema:
    library = f"{files('onelogin.saml2')}/schemas/"
    wrapper = (FOLDER / "wrapper.xsd").read_text(encoding="utf-8").replace(LIBRARY_PLACEHOLDER, library)
    return etree.XMLSchema(etree.fromstring(wrapper.encode(), base_url=str(FOLDER / "wrapper.xsd")))


class EidasXml(OneLogin_Saml2_XML):  # type: ignore[misc]
    """What python3-saml uses to validate, with our schema in the place of its own."""

    @staticmethod
    def validate_xml(xml: _Element, schema: str, debug: bool = False) -> _Element | str:
        return xml if eidas_schema().validate(xml) else f"does not follow {schema}"
