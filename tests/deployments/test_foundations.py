from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
import respx
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from deployments.blobs.base import Blob, BlobAltered, BlobMissing
from deployments.blobs.files import FileBlobStore
from deployments.blobs.in_memory import InMemoryBlobStore
from deployments.clock import FixedClock
from deployments.identifiers import CountingIdentifiers, RandomIdentifiers
from deployments.keys import KeyStore
from deployments.outbound import AddressRefused, OutboundClient, OutboundPolicy
from deployments.reader import read_deployment
from deployments.sealing import Sealer, secret_file
from edm.errors import ServiceUnavailable, WrongConfiguration

SEALER = Sealer(sealing_key=bytes(32), index_key=bytes(31) + b"\1")
SANDBOX = read_deployment("sandbox", port=8443)


def file_store(folder: Path) -> FileBlobStore:
    return FileBlobStore(folder, SEALER)


@pytest.fixture(params=["files", "memory"])
def store(request, tmp_path):
    return file_store(tmp_path) if request.param == "files" else InMemoryBlobStore()


def test_a_blob_comes_back_byte_for_byte(store):
    blob = store.put(b"\x00degree\r\n")

    assert store.get(blob) == b"\x00degree\r\n"
    assert blob.size == 9


def test_a_wiped_blob_is_gone_and_wiping_twice_is_silent(store):
    blob = store.put(b"degree")

    store.wipe(blob.key)
    store.wipe(blob.key)

    with pytest.raises(BlobMissing):
        store.get(blob)


def test_no_file_shows_what_it_holds(tmp_path):
    file_store(tmp_path).put(b"Bachelorurkunde")

    (path,) = tmp_path.glob("*/*.blob")
    assert b"Bachelorurkunde" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


def test_an_altered_blob_is_refused(tmp_path):
    store = file_store(tmp_path)
    blob = store.put(b"degree")
    (path,) = tmp_path.glob("*/*.blob")
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)

    with pytest.raises(BlobAltered):
        store.get(blob)


def test_a_blob_moved_to_another_name_does_not_open(tmp_path):
    store = file_store(tmp_path)
    one, two = store.put(b"one"), store.put(b"two")
    paths = {p.stem: p for p in tmp_path.glob("*/*.blob")}
    paths[two.key].write_bytes(paths[one.key].read_bytes())

    with pytest.raises(BlobAltered):
        store.get(two)


def test_a_blob_key_cannot_name_another_file(tmp_path):
    with pytest.raises(ValueError, match="badly formed"):
        file_store(tmp_path).get(Blob("../../etc/passwd", "", 0))


def test_a_sealed_value_opens_only_in_its_own_context():
    sealed = SEALER.seal(b"subject", context="subject:1")

    assert SEALER.open(sealed, context="subject:1") == b"subject"
    with pytest.raises(WrongConfiguration):
        SEALER.open(sealed, context="subject:2")


def test_a_blind_index_depends_on_its_purpose():
    assert SEALER.blind_index("x", purpose="a") == SEALER.blind_index("x", purpose="a")
    assert SEALER.blind_index("x", purpose="a") != SEALER.blind_index("x", purpose="b")


def test_a_secret_is_made_once_and_private(tmp_path):
    first = secret_file(tmp_path / "a.key")

    assert secret_file(tmp_path / "a.key") == first
    assert (tmp_path / "a.key").stat().st_mode & 0o077 == 0


def test_a_key_pair_is_made_once_and_private(tmp_path):
    made = KeyStore(tmp_path, may_create=True, rsa_bits=2048).rsa("as4-test")
    read = KeyStore(tmp_path, may_create=False).rsa("as4-test")

    assert made.fingerprint == read.fingerprint
    assert (tmp_path / "as4-test.key.pem").stat().st_mode & 0o077 == 0


def test_a_missing_key_is_the_operators_business(tmp_path):
    with pytest.raises(WrongConfiguration, match="as4-test"):
        KeyStore(tmp_path, may_create=False).rsa("as4-test")


def test_the_directory_key_stands_under_a_root_of_its_own(tmp_path):
    pair = KeyStore(tmp_path, may_create=True).directory_signing()

    middle, root = pair.issuers
    assert isinstance(pair.private_key, ec.EllipticCurvePrivateKey)
    pair.certificate.verify_directly_issued_by(middle)
    middle.verify_directly_issued_by(root)
    assert root.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert pair.top == root


@pytest.mark.parametrize(
    "url",
    [
        "ftp://localhost/x",
        "file:///etc/passwd",
        "https://user:secret@localhost/x",
        "https://evil.example/x",
        "https://localhost.evil.example/x",
        "https://127.0.0.1/x",
        "https:///x",
    ],
)
def test_only_addresses_of_the_deployment_are_called(url):
    with pytest.raises(AddressRefused):
        OutboundPolicy(SANDBOX).refuse_unless_allowed(url)


@respx.mock
def test_a_redirect_is_answered_and_not_followed():
    elsewhere = respx.get("https://127.0.0.1:8443/elsewhere")
    respx.get("https://127.0.0.1:8443/x").mock(httpx.Response(302, headers={"Location": "https://localhost:8443/elsewhere"}))

    answer = OutboundClient(SANDBOX).get("https://de.localhost:8443/x", headers={})

    assert answer.status == 302
    assert not elsewhere.called


@respx.mock
def test_a_sandbox_name_is_sent_to_this_machine_under_its_own_name():
    route = respx.get("https://127.0.0.1:8443/x").mock(httpx.Response(200, content=b"ok"))

    OutboundClient(SANDBOX).get("https://de.localhost:8443/x", headers={})

    assert route.calls[0].request.headers["host"] == "de.localhost:8443"


@respx.mock
def test_silence_is_a_matter_of_time():
    respx.get("https://127.0.0.1:8443/x").mock(side_effect=httpx.ConnectError("refused"))

    with pytest.raises(ServiceUnavailable):
        OutboundClient(SANDBOX).get("https://localhost:8443/x", headers={})


def test_references_are_short_and_unmistakable():
    reference = RandomIdentifiers().reference()

    assert len(reference) == 7
    assert not set(reference) & set("AEIOU01")


def test_counted_identifiers_repeat_from_run_to_run():
    assert CountingIdentifiers().uuid() == CountingIdentifiers().uuid()
    assert CountingIdentifiers().token() == CountingIdentifiers().token()


def test_a_fixed_clock_moves_only_when_moved():
    clock = FixedClock(datetime(2026, 1, 1, tzinfo=UTC))

    clock.advance(timedelta(minutes=5))

    assert clock.now() == datetime(2026, 1, 1, 0, 5, tzinfo=UTC)
