"""A postal address as eIDAS and the core vocabularies know it (EDM reference 3.2)."""

from dataclasses import dataclass

from edm.regrep.namespaces import Element, named
from edm.regrep.reading import optional_text, required_text
from edm.regrep.writing import child, optional_child


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Everything is optional but the country."""

    country: str
    full_address: str | None = None
    locator_designator: str | None = None
    post_code: str | None = None
    post_city_name: str | None = None
    thoroughfare: str | None = None
    region: str | None = None


def write_address(parent: Element, name: str, address: Address | None) -> None:
    if address is None:
        return
    element = child(parent, name)
    optional_child(element, "sdg:FullAddress", address.full_address)
    optional_child(element, "sdg:LocatorDesignator", address.locator_designator)
    optional_child(element, "sdg:PostCode", address.post_code)
    optional_child(element, "sdg:PostCityName", address.post_city_name)
    optional_child(element, "sdg:Thoroughfare", address.thoroughfare)
    child(element, "sdg:AdminUnitLevel1", address.country)
    optional_child(element, "sdg:AdminUnitLevel2", address.region)


def read_address(parent: Element, name: str) -> Address | None:
    element = parent.find(named(name))
    if element is None:
        return None
    return Address(
        full_address=optional_text(element, "sdg:FullAddress"),
        locator_designator=optional_text(element, "sdg:LocatorDesignator"),
        post_code=optional_text(element, "sdg:PostCode"),
        post_city_name=optional_text(element, "sdg:PostCityName"),
        thoroughfare=optional_text(element, "sdg:Thoroughfare"),
        country=required_text(element, "sdg:AdminUnitLevel1"),
        region=optional_text(element, "sdg:AdminUnitLevel2"),
    )
