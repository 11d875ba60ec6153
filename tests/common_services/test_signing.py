"""What we sign, verified by another library; what others might send instead, refused."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jwcrypto import jwk, jws

from common_services.signing import sign
from common_services.trust import NotTrusted
from common_services.verification import verify
from deployments.keys import KeyPair

BODY = b"<answer/>"


@pytest.fixture
def now():
    return datetime.now(UTC)


@pytest.fixture
def signed(signing_pair, now):
    return sign(BODY, signing_pair, at=now)


@pytest.fixture
def roots(signing_pair):
    return frozenset({signing_pair.top.fingerprint(hashes.SHA256()).hex()})


def _protected(headers):
    head = headers["oots-response-sig"].split(".")[0]
    return json.loads(urlsafe_b64decode(head + "=" * (-len(head) % 4)))


def _with_protected(headers, signing_pair, **changes):
    """The same signature over another protected header, signed anew so that only the change is wrong."""
    protected = {name: value for name, value in {**_protected(headers), **changes}.items() if value is not None}
    head = urlsafe_b64encode(json.dumps(protected).encode()).rstrip(b"=").decode()
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

    r, s = decode_dss_signature(signing_pair.private_key.sign(f"{head}.digest: {headers['digest']}".encode(), ec.ECDSA(hashes.SHA256())))
    signature = urlsafe_b64encode(r.to_bytes(32, "big") + s.to_bytes(32, "big")).rstrip(b"=").decode()
    return {**headers, "oots-response-sig": f"{head}..{signature}"}


def test_our_signature_is_verified_by_another_library(signed, signing_pair):
    signed_headers = jws.JWSEHeaderParameter("Signed headers", mustprotect=True, supported=True, check_fn=None)
    token = jws.JWS(header_registry={"sigD": signed_headers})
    token.deserialize(signed["oots-response-sig"])

    token.verify(jwk.JWK.from_pyca(signing_pair.certificate.public_key()), detached_payload=f"digest: {signed['digest']}")

    assert token.is_valid


def test_our_protected_header_has_the_members_of_the_real_one_in_their_order(signed):
    assert list(_protected(signed)) == ["alg", "kid", "x5t#o", "x5c", "typ", "b64", "iat", "sigD", "crit"]


def test_the_key_identifier_names_issuer_and_serial_number(signed, signing_pair):
    key_identifier = urlsafe_b64decode(_protected(signed)["kid"].replace("+", "-").replace("/", "_"))

    assert signing_pair.certificate.issuer.public_bytes() in key_identifier
    number = signing_pair.certificate.serial_number
    assert key_identifier.endswith(number.to_bytes((number.bit_length() + 7) // 8, "big"))


def test_our_own_answer_is_trusted(signed, roots, now):
    assert "EC-OOTS-CS-SANDBOX" in verify(BODY, signed, roots, now).signer


@pytest.mark.parametrize(
    "changes",
    [
        {"alg": "none"},
        {"alg": "HS256"},
        {"alg": ["ES256"]},
        {"b64": True},
        {"b64": None},
        {"crit": ["b64", "sigD", "exp"]},
        {"crit": ["sigD"]},
        {"crit": None},
        {"sigD": {"mId": "http://uri.etsi.org/19182/HttpHeaders", "pars": ["digest", "date"]}},
        {"sigD": {"mId": "http://uri.etsi.org/19182/ObjectIdByURI", "pars": ["digest"]}},
        {"sigD": None},
        {"x5c": []},
        {"x5c": ["AAAA"]},
        {"x5c": 7},
        {"x5c": None},
        {"x5t#o": {"digAlg": "S256", "digVal": "AAAA"}},
        {"x5t#o": {"digAlg": "S512", "digVal": "AAAA"}},
        {"x5t#o": None},
    ],
    ids=str,
)
def test_a_protected_header_that_says_anything_else_is_refused(signed, signing_pair, roots, now, changes):
    headers = _with_protected(signed, signing_pair, **changes)

    with pytest.raises(NotTrusted):
        verify(BODY, headers, roots, now)


@pytest.mark.parametrize(
    "token",
    ["", "a.b", "a.b.c", "a..b.c", "..", "é..é", "e30..AAAA", "W10..AAAA", "bm90IGpzb24..AAAA", "A" * 70000 + "..A"],
)
def test_what_is_no_detached_signature_is_refused(signed, roots, now, token):
    with pytest.raises(NotTrusted):
        verify(BODY, {**signed, "oots-response-sig": token}, roots, now)


@pytest.mark.parametrize("missing", ["digest", "oots-response-sig"])
def test_an_answer_without_one_of_the_two_headers_is_refused(signed, roots, now, missing):
    headers = {name: value for name, value in signed.items() if name != missing}

    with pytest.raises(NotTrusted):
        verify(BODY, headers, roots, now)


@given(position=st.integers(min_value=0, max_value=63), flip=st.integers(min_value=1, max_value=255))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_changed_signature_is_refused(signed, roots, now, position, flip):
    head, _, signature = signed["oots-response-sig"].split(".")
    raw = bytearray(urlsafe_b64decode(signature + "=="))
    raw[position] ^= flip
    token = f"{head}..{urlsafe_b64encode(bytes(raw)).rstrip(b'=').decode()}"

    with pytest.raises(NotTrusted):
        verify(BODY, {**signed, "oots-response-sig": token}, roots, now)


def _certificate(name, key, issuer, issuer_key, *, authority=None, usage=None, days=10):
    start = datetime.now(UTC) - timedelta(days=1)
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=days))
    )
    if authority is not None:
        builder = builder.add_extension(authority, critical=True)
    if usage is not None:
        flags = dict.fromkeys(
            (
                "digital_signature",
                "content_commitment",
                "key_encipherment",
                "data_encipherment",
                "key_agreement",
                "key_cert_sign",
                "crl_sign",
                "encipher_only",
                "decipher_only",
            ),
            False,
        )
        builder = builder.add_extension(x509.KeyUsage(**{**flags, usage: True}), critical=True)
    return builder.sign(issuer_key, hashes.SHA256())


CA = x509.BasicConstraints(ca=True, path_length=None)
TOO_SHORT = x509.BasicConstraints(ca=True, path_length=0)
NO_CA = x509.BasicConstraints(ca=False, path_length=None)


@pytest.mark.parametrize(
    ("root", "middle", "leaf"),
    [
        ({"authority": TOO_SHORT, "usage": "key_cert_sign"}, {}, {}),
        ({}, {"authority": NO_CA, "usage": "key_cert_sign"}, {}),
        ({}, {"authority": None, "usage": "key_cert_sign"}, {}),
        ({}, {"authority": CA, "usage": "digital_signature"}, {}),
        ({}, {"authority": CA, "usage": None}, {}),
        ({}, {"days": 0}, {}),
        ({}, {}, {"usage": "key_agreement"}),
        ({}, {}, {"usage": None}),
        ({}, {}, {"days": 0}),
    ],
    ids=[
        "root-too-short",
        "no-ca",
        "no-constraints",
        "may-not-issue",
        "no-usage",
        "middle-expired",
        "leaf-use",
        "leaf-no-use",
        "leaf-expired",
    ],
)
def test_a_chain_with_a_weak_link_is_refused(now, root, middle, leaf):
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(3)]
    top = _certificate("root", keys[0], "root", keys[0], **{"authority": CA, "usage": "key_cert_sign", **root})
    between = _certificate("middle", keys[1], "root", keys[0], **{"authority": CA, "usage": "key_cert_sign", **middle})
    end = _certificate("leaf", keys[2], "middle", keys[1], **{"usage": "digital_signature", **leaf})
    headers = sign(BODY, KeyPair(keys[2], end, (between, top)), at=now)

    with pytest.raises(NotTrusted):
        verify(BODY, headers, frozenset({top.fingerprint(hashes.SHA256()).hex()}), now)


def test_a_foreign_key_under_the_name_of_a_trusted_issuer_is_refused(signing_pair, roots, now):
    key = ec.generate_private_key(ec.SECP256R1())
    issuer = signing_pair.issuers[0].subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)[0].value
    forged = _certificate("leaf", key, issuer, ec.generate_private_key(ec.SECP256R1()), usage="digital_signature")

    with pytest.raises(NotTrusted):
        verify(BODY, sign(BODY, KeyPair(key, forged, signing_pair.issuers), at=now), roots, now)


def test_a_trusted_root_need_not_sign_itself_in_the_chain_twice(signing_pair, roots, now):
    """Whatever follows the anchor is not looked at, and a leaf alone is never its own anchor."""
    leaf = signing_pair.certificate.public_bytes(serialization.Encoding.DER)
    alone = KeyPair(signing_pair.private_key, x509.load_der_x509_certificate(leaf))

    with pytest.raises(NotTrusted):
        verify(BODY, sign(BODY, alone, at=now), roots | {alone.fingerprint}, now)
