import json

import pytest
from django.core.management import CommandError, call_command

from tests.conformance.conftest import BROKEN, OLD, SOUND


def run(capsys, *arguments: str) -> tuple[str, object]:
    try:
        call_command("check_message", *arguments)
        code: object = 0
    except SystemExit as ended:
        code = ended.code
    return capsys.readouterr().out, code


def test_a_conformant_message_ends_in_0(capsys, message_file):
    told, code = run(capsys, message_file(SOUND))

    assert code == 0
    assert "Request, line 2.0: conformant" in told


def test_a_broken_message_ends_in_1_and_names_its_rule(capsys, message_file):
    told, code = run(capsys, message_file(BROKEN))

    assert code == 1
    assert "R-EDM-REQ-C003" in told


def test_the_report_can_be_had_as_json(capsys, message_file):
    told, code = run(capsys, message_file(BROKEN), "--json")
    report = json.loads(told)

    assert code == 1
    assert (report["kind"], report["line"], report["conformant"]) == ("request", "2.0", False)
    assert [(finding["rule"], finding["severity"]) for finding in report["findings"]] == [("R-EDM-REQ-C003", "FATAL")]


def test_the_kind_can_be_given(capsys, message_file):
    told, code = run(capsys, message_file(SOUND), "--kind", "error")

    assert code == 1
    assert "R-EDM-ERR-S001" in told


@pytest.mark.parametrize("content", [b"no xml", b"<a/>", OLD])
def test_what_cannot_be_judged_ends_in_2_with_a_sentence(message_file, content):
    with pytest.raises(CommandError) as ended:
        call_command("check_message", message_file(content))

    assert ended.value.returncode == 2
    assert str(ended.value).endswith(".")


def test_a_file_that_is_not_there_ends_in_2(tmp_path):
    with pytest.raises(CommandError, match="No such file") as ended:
        call_command("check_message", str(tmp_path / "nothing.xml"))

    assert ended.value.returncode == 2
