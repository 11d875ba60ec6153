"""What a portal hands over when the citizen pressed the button of the explicit request."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from common_services.messages.data_services import AccessService, DataService
from common_services.messages.requirements import Requirement
from edm.messages.persons import NaturalPerson


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One explicit request: one evidence type, one provider (exchange-flow 2 and 10).

    `key` makes the wish unique: the same key opens one exchange however often it is handed over.
    `languages` are the citizen's preferred document languages, best first; `explicit_text_version` and
    `language` name the request text that was shown.
    """

    key: str
    country: str
    conversation_id: UUID
    reference: str
    procedure_code: str
    requirement: Requirement
    subject: NaturalPerson
    data_service: DataService
    access_service: AccessService
    languages: tuple[str, ...]
    explicit_text_version: str
    language: str
    confirmed_at: datetime
