import pytest

from deployments.model import Environment
from deployments.reader import FOLDER, read_deployment
from edm.errors import WrongConfiguration


def write(folder, text):
    (folder / "made-up.toml").write_text(text)
    return folder


@pytest.mark.parametrize("name", ["sandbox", "finland"])
def test_the_shipped_deployments_are_coherent(name):
    deployment = read_deployment(name, port=8443)

    assert deployment.environment is Environment.SANDBOX
    assert deployment.member_states


def test_the_port_is_filled_in():
    deployment = read_deployment("sandbox", port=9999)

    assert deployment.member_state("PT").origin == "https://pt.localhost:9999"


def test_an_unknown_deployment_is_refused_with_those_that_exist():
    with pytest.raises(WrongConfiguration, match=r"there are: .*sandbox"):
        read_deployment("atlantis", port=8443)


def test_a_name_never_leaves_the_folder():
    with pytest.raises(WrongConfiguration):
        read_deployment("../pyproject", port=8443)


def test_all_faults_are_named_at_once(tmp_path):
    text = (FOLDER / "finland.toml").read_text()
    broken = (
        text.replace('environment = "sandbox"', 'environment = "moon"')
        .replace('first_answer = "6min"', 'first_answer = "1min"')
        .replace('country = "FI"', 'country = "Suomi"')
        .replace('edm_lines = ["2.0"]', "edm_lines = []")
    )

    with pytest.raises(WrongConfiguration) as refusal:
        read_deployment("made-up", port=8443, folder=write(tmp_path, broken))

    for offender in ("environment", "first_answer", "Suomi", "edm_lines"):
        assert offender in str(refusal.value)


@pytest.mark.parametrize(
    ("role", "interval", "value", "word"),
    [
        ("requester", "first_answer", "5min", "first_answer"),
        ("provider", "redirection", "15min", "redirection"),
        ("requester", "decision", "40min", "decision"),
    ],
)
def test_the_side_that_waits_must_wait_longer(tmp_path, role, interval, value, word):
    lines = (FOLDER / "finland.toml").read_text().splitlines()
    changed = "\n".join(_with(line, role, interval, value) for line in lines)

    with pytest.raises(WrongConfiguration, match=word):
        read_deployment("made-up", port=8443, folder=write(tmp_path, changed))


def _with(line, role, interval, value):
    if not line.startswith(f"{role} = {{ first_answer"):
        return line
    parts = [f'{interval} = "{value}"' if interval in part else part.strip(" }") for part in line.split("{")[1].split(",")]
    return f"{role} = {{ " + ", ".join(parts) + " }"


def test_outside_the_sandbox_its_parts_stop_the_start(tmp_path):
    text = (FOLDER / "finland.toml").read_text().replace('environment = "sandbox"', 'environment = "production"')

    with pytest.raises(WrongConfiguration) as refusal:
        read_deployment("made-up", port=8443, folder=write(tmp_path, text))

    complaints = str(refusal.value)
    for offender in ("allow_plain_http", " localhost is a", " fi.localhost is a", " eidas.localhost is a", " *.localhost is a"):
        assert offender in complaints


def test_two_states_may_not_share_a_party(tmp_path):
    text = (FOLDER / "sandbox.toml").read_text().replace("AP_ES_01", "AP_PT_01")

    with pytest.raises(WrongConfiguration, match="AP_PT_01 is used twice"):
        read_deployment("made-up", port=8443, folder=write(tmp_path, text))
