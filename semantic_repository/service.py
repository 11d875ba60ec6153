"""The front door: data models for whoever explains them further."""

from dataclasses import dataclass

from common_services.messages.texts import Texts
from common_services.repository import identifier_of
from semantic_repository.models import Asset


@dataclass(frozen=True, slots=True, kw_only=True)
class DataModel:
    identifier: str
    names: Texts
    descriptions: Texts
    schema: str


def data_model(name: str) -> DataModel | None:
    """The data model under `datamodels/`, None when this repository has none of that name."""
    found = Asset.objects.filter(kind=Asset.Kind.DATA_MODEL, path=f"datamodels/{name}").first()
    if found is None:
        return None
    return DataModel(identifier=identifier_of(found.path), names=found.names, descriptions=found.descriptions, schema=found.schema)
