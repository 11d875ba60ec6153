"""A postal address as eIDAS and the core vocabularies know it (EDM reference 3.2)."""

from dataclasses import dataclass


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
