"""Who is at the keyboard, as the node vouched for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from edm.messages.persons import NaturalPerson
from edm.vocabulary.assurance import LevelOfAssurance


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthenticatedIdentity:
    """A person whose login was verified.

    `original_script` holds the names in their own script by the person's field (family_name, given_name, birth_name);
    `person_index` is the same for the same person and says nothing about them.
    """

    person: NaturalPerson
    original_script: Mapping[str, str]
    issuer_country: str
    authenticated_at: datetime
    person_index: str

    @property
    def level_of_assurance(self) -> LevelOfAssurance:
        return self.person.level_of_assurance
