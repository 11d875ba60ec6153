"""What stands behind an identifier: a page for people, facts and schema for machines."""

import pytest
from django.test import Client
from lxml import etree

from semantic_repository.entities import entities_of
from semantic_repository.models import Asset
from tests.common_services.seeds import seed_all

pytestmark = pytest.mark.django_db
REQUIREMENT = "requirements/5247bb6b-6bec-43fd-9b2e-f99be2dbae39"
DIPLOMA = "datamodels/higher-education-diploma"
EVIDENCE_TYPE = "evidencetypeclassifications/EE/bb70a186-0286-4330-8930-4711bd8c8e5c"


@pytest.fixture(autouse=True)
def published():
    seed_all()


def get(path, accept="text/html,*/*;q=0.8", language="en"):
    return Client(SERVER_NAME="localhost").get(f"/sr/{path}", secure=True, headers={"Accept": accept, "Accept-Language": language})


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (REQUIREMENT, "Proof of tertiary education qualification"),
        (EVIDENCE_TYPE, "Higher education diploma"),
        (DIPLOMA, "Higher education diploma"),
    ],
)
def test_people_get_a_page(path, name):
    answer = get(path)

    assert answer.headers["Content-Type"].startswith("text/html")
    assert f"<h1>{name}</h1>" in answer.content.decode()
    assert f"https://sr.oots.tech.ec.europa.eu/{path}" in answer.content.decode()


def test_the_page_speaks_the_language_of_its_reader():
    assert "<h1>Diplôme de l&#x27;enseignement supérieur</h1>" in get(DIPLOMA, language="fr").content.decode()


def test_machines_get_facts():
    answer = get(REQUIREMENT, accept="application/json")

    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json()["identifier"].endswith(REQUIREMENT)
    assert answer.json()["names"]["EN"] == "Proof of tertiary education qualification"
    assert "Accept" in answer.headers["Vary"]


def test_the_schema_of_a_data_model_is_served_and_valid():
    answer = get(DIPLOMA, accept="application/xml")

    schema = etree.XMLSchema(etree.fromstring(answer.content))
    assert answer.headers["Content-Type"] == "application/xml; charset=utf-8"
    assert schema.validate(etree.fromstring(DOCUMENT)), schema.error_log


DOCUMENT = b"""<Diploma xmlns="https://sr.oots.tech.ec.europa.eu/datamodels/higher-education-diploma">
  <Identifier>AB-123</Identifier>
  <Holder><FamilyName>Kask</FamilyName><GivenName>Ada</GivenName><DateOfBirth>1990-01-02</DateOfBirth></Holder>
  <Degree lang="en">Bachelor of Science</Degree>
  <Level>6</Level>
  <Institution lang="en">University</Institution>
  <AwardedOn>2012-06-30</AwardedOn>
</Diploma>"""


def test_the_page_of_a_data_model_explains_its_entities():
    page = get(DIPLOMA).content.decode()

    assert all(word in page for word in ("<code>Diploma</code>", "<code>Holder</code>", "EqfLevel", "1..*"))


def test_an_entity_has_its_parts_with_their_cardinality():
    diploma, holder = entities_of(Asset.objects.get(path=DIPLOMA).schema)

    assert (diploma.name, holder.name) == ("Diploma", "Holder")
    assert [(part.name, part.cardinality) for part in diploma.attributes][:4] == [
        ("Identifier", "1"),
        ("Holder", "1"),
        ("Degree", "1..*"),
        ("FieldOfStudy", "0..*"),
    ]


def test_everything_published_is_listed():
    page = get("").content.decode()

    assert page.count("/sr/") >= Asset.objects.count() == 7


@pytest.mark.parametrize("path", ["requirements/none", "datamodels/higher-education-diploma/", "nothing", "../settings"])
def test_an_unknown_identifier_is_not_found(path):
    assert get(path).status_code == 404


def test_other_methods_are_not_allowed():
    assert Client(SERVER_NAME="localhost").put(f"/sr/{REQUIREMENT}", secure=True).status_code == 405
