"""The documents a provider makes, and the registers they are made from."""

from datetime import UTC, datetime
from time import perf_counter
from uuid import UUID

import pytest
from lxml import etree

from deployments import service as deployments
from deployments.reader import FOLDER
from edm.messages.evidence_request.message import RequestedDistribution, RequestedEvidenceType
from evidence_exchange.provider.evidence.form import Form, choose_form
from evidence_exchange.provider.evidence.package import make_package
from evidence_exchange.sources.base import Match
from evidence_exchange.sources.toml_file import TomlRegisters
from tests.evidence_exchange.factories import ELENI, JURGEN, MARIA, PDF, SERVICES, VAINO, XML

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def register_of(country: str):
    return TomlRegisters().of(deployments.deployment().member_state(country).providers[0].identifier)


def service_of(which: str):
    return register_of(which[:2]).service(UUID(SERVICES[which][0]))


def made(which: str, language: str, *, structured=False):
    register, offered = register_of(which[:2]), service_of(which)
    (document,) = register.documents(register.find(JURGEN).record, offered.kind)
    media_type, model = XML if structured else PDF
    form = Form(media_type=media_type, language=language, conforms_to=model, with_readable_version=structured)
    authority = deployments.deployment().member_state(which[:2]).providers[0]
    return make_package(document, offered, form, authority=authority, now=NOW)


def wanted(*distributions: RequestedDistribution) -> RequestedEvidenceType:
    offered = service_of("EE")
    return RequestedEvidenceType(
        data_service_id=offered.data_service_id,
        classification=offered.classification,
        titles={"EN": "Diploma"},
        distributions=distributions,
    )


@pytest.mark.parametrize("which", SERVICES)
def test_every_data_service_of_the_directory_has_its_register(which):
    _, evidence_type, (media_type, model), languages = SERVICES[which]

    offered = service_of(which)

    assert offered.classification.endswith(evidence_type)
    assert media_type in offered.media_types
    assert (offered.conforms_to, offered.languages) == (model, languages)


@pytest.mark.parametrize("country", ["DE", "FR", "EE", "EL"])
def test_the_invented_people_are_found(country):
    assert isinstance(register_of(country).find(JURGEN), Match)
    assert isinstance(register_of(country).find(ELENI), Match)
    assert not isinstance(register_of(country).find(VAINO), Match)
    assert not isinstance(register_of(country).find(MARIA), Match)


def test_a_known_person_may_have_nothing_on_record():
    germany = register_of("DE")

    assert germany.documents(germany.find(ELENI).record, "degree") == ()


def test_an_emptied_file_is_read_again(tmp_path):
    path = tmp_path / "registers.toml"
    path.write_text((FOLDER / "seeds" / "registers-sandbox.toml").read_text())
    registers, germany = TomlRegisters(path), register_of("DE").provider
    assert isinstance(registers.of(germany).find(JURGEN), Match)

    path.write_text("labels = {}\n")

    assert registers.of(germany) is None


@pytest.mark.parametrize(("which", "language"), [("DE", "DE"), ("DE", "EN"), ("EL", "EL"), ("FR-marks", "FR"), ("EE", "ET")])
def test_a_page_says_what_is_on_record_in_the_language_asked_for(which, language):
    import pypdfium2

    package = made(which, language)

    page = pypdfium2.PdfDocument(package.documents[0].content)[0].get_textpage().get_text_bounded()
    assert "Jürgen Groß" in page
    assert package.documents[0].title in page
    assert str(package.documents[0].evidence_id) in page
    for row in package.summary:
        assert row.value in page


def test_a_page_declares_its_language_and_long_life():
    content = made("EL", "EL").documents[0].content

    assert b"/Lang (el)" in content
    assert b"pdfaid:part" in content


def test_a_page_is_set_in_time():
    made("DE", "DE")

    start = perf_counter()
    for _ in range(5):
        made("DE", "EN")

    assert (perf_counter() - start) / 5 < 0.2  # 0.03 s alone on a machine; tests share it


def test_structured_evidence_is_valid_against_its_model():
    main, readable = made("EE", "ET", structured=True).documents

    schema = etree.XMLSchema(etree.parse(FOLDER / "seeds" / "datamodels" / "higher-education-diploma.xsd"))
    schema.assertValid(etree.fromstring(main.content))
    assert (readable.role, readable.media_type) == ("HumanReadableVersion", "application/pdf")


def test_the_first_form_that_is_held_is_chosen_and_the_rest_are_fallbacks():
    xml = RequestedDistribution(media_type="application/xml", conforms_to=XML[1], associated=("HumanReadableVersion",))
    pdf = RequestedDistribution(media_type="application/pdf", languages=("PT", "EN"))
    picture = RequestedDistribution(media_type="image/png")

    assert choose_form(wanted(xml, pdf), service_of("EE")).with_readable_version
    assert choose_form(wanted(picture, pdf), service_of("EE")).language == "EN"
    assert choose_form(wanted(picture), service_of("EE")) is None


def test_another_data_model_is_not_held():
    other = RequestedDistribution(media_type="application/xml", conforms_to=XML[1] + "-2")

    assert choose_form(wanted(other), service_of("EE")) is None


def test_a_language_that_is_not_there_is_no_error():
    pdf = RequestedDistribution(media_type="application/pdf", languages=("MT",))

    assert choose_form(wanted(pdf), service_of("EE")).language == "ET"
