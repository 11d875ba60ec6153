"""Each row of the cryptography table (identity 6.2) by name."""

import base64

import pytest
from lxml import etree

from eid_auth.mock_node import profile
from eid_auth.mock_node.assertions import write_assertion
from eid_auth.service_provider.errors import Refusal
from tests.eid_auth.forgery import PREFIXES, changed, removing, setting

RSA_PKCS1 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1"
WEAK_SIGNATURES = [
    "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha224",
    "http://www.w3.org/2001/04/xmldsig-more#rsa-ripemd160",
    "http://www.w3.org/2007/05/xmldsig-more#sha1-rsa-MGF1",
    RSA_PKCS1,
]
SIGNED_INFO = "ds:Signature/ds:SignedInfo"
REFERENCE = f"{SIGNED_INFO}/ds:Reference"
DATA = "saml:EncryptedAssertion/xenc:EncryptedData"


@pytest.mark.parametrize("bits", [256, 384, 512])
def test_pss_of_each_allowed_length_is_accepted(forge, bits):
    method = f"http://www.w3.org/2007/05/xmldsig-more#sha{bits}-rsa-MGF1"

    assert forge.post(forge.response(method=method)).status_code == 303


def test_a_node_may_leave_the_assertion_unsigned_where_that_is_agreed(forge, monkeypatch, refuses):
    unsigned = forge.response(forge.sealed(write_assertion(forge.statement)))

    refuses(forge.post(unsigned), Refusal.LIBRARY)
    lenient_toward_unsigned_assertions(monkeypatch)
    assert forge.post(unsigned).status_code == 303


def lenient_toward_unsigned_assertions(monkeypatch):
    from dataclasses import replace

    from eid_auth.service_provider import parties, pending

    monkeypatch.setattr(pending, "trusted_node", lambda: replace(parties.trusted_node(), signs_assertions=False))


def test_an_unsigned_response_is_refused(forge, refuses):
    refuses(forge.post(changed(forge.response(), removing("ds:Signature"))), Refusal.STRUCTURE)


def test_a_response_signed_by_a_stranger_is_refused(forge, refuses):
    forge.key = "eidas-stranger"

    refuses(forge.post(forge.response()), Refusal.SIGNATURE)


def test_an_assertion_signed_by_a_stranger_is_refused(forge, refuses):
    node, forge.key = forge.key, "eidas-stranger"
    assertion = forge.assertion()
    forge.key = node

    refuses(forge.post(forge.response(forge.sealed(assertion))), Refusal.LIBRARY)


def test_a_changed_response_is_refused(forge, refuses):
    refuses(forge.post(changed(forge.response(), setting("samlp:Status/samlp:StatusCode", "Value", "other"))), Refusal.SIGNATURE)


def test_an_assertion_in_clear_is_refused(forge, refuses):
    refuses(forge.post(forge.response(forge.assertion())), Refusal.STRUCTURE)


@pytest.mark.parametrize("method", WEAK_SIGNATURES)
def test_a_weak_signature_of_the_response_is_refused_though_it_holds(forge, refuses, method):
    refuses(forge.post(forge.response(method=method)), Refusal.SIGNATURE_ALGORITHM)


@pytest.mark.parametrize("method", WEAK_SIGNATURES)
def test_a_weak_signature_of_the_assertion_is_refused_though_it_holds(forge, refuses, method):
    refuses(forge.post(forge.response(forge.sealed(forge.assertion(method=method)))), Refusal.SIGNATURE_ALGORITHM)


@pytest.mark.parametrize(
    "method", ["http://www.w3.org/2001/04/xmldsig-more#rsa-md5", "http://www.w3.org/2000/09/xmldsig#hmac-sha1", "urn:made-up"]
)
def test_an_algorithm_nobody_allowed_is_refused_before_it_runs(forge, refuses, method):
    change = setting(f"{SIGNED_INFO}/ds:SignatureMethod", "Algorithm", method)

    refuses(forge.post(changed(forge.response(), change)), Refusal.SIGNATURE_ALGORITHM)


def test_a_weak_digest_is_refused(forge, refuses):
    refuses(forge.post(forge.response(digest=SHA1)), Refusal.DIGEST_ALGORITHM)


def test_another_canonicalisation_is_refused(forge, refuses):
    change = setting(f"{SIGNED_INFO}/ds:CanonicalizationMethod", "Algorithm", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315")

    refuses(forge.post(changed(forge.response(), change)), Refusal.CANONICALISATION)


def test_an_xslt_transform_is_refused_before_it_runs(forge, refuses):
    def change(root):
        transform = root.find(f"{REFERENCE}/ds:Transforms/ds:Transform", PREFIXES)
        transform.set("Algorithm", "http://www.w3.org/TR/1999/REC-xslt-19991116")
        etree.SubElement(transform, "{http://www.w3.org/1999/XSL/Transform}stylesheet", version="1.0")

    refuses(forge.post(changed(forge.response(), change)), Refusal.TRANSFORM)


def test_a_third_transform_is_refused(forge, refuses):
    def change(root):
        transforms = root.find(f"{REFERENCE}/ds:Transforms", PREFIXES)
        etree.SubElement(transforms, transforms[0].tag, Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116")

    refuses(forge.post(changed(forge.response(), change)), Refusal.TRANSFORM)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "", "#_other", "http://evil.example/x"])
def test_a_reference_to_anything_but_the_response_is_refused(forge, refuses, address):
    refuses(forge.post(changed(forge.response(), setting(REFERENCE, "URI", address))), Refusal.SIGNATURE_REFERENCE)


def test_a_second_reference_is_refused(forge, refuses):
    def change(root):
        reference = root.find(REFERENCE, PREFIXES)
        twin = reference.__deepcopy__(None)
        twin.set("URI", "file:///etc/passwd")
        reference.addnext(twin)

    refuses(forge.post(changed(forge.response(), change)), Refusal.SIGNATURE_REFERENCE)


def test_an_object_in_the_signature_is_refused(forge, refuses):
    def change(root):
        signature = root.find("ds:Signature", PREFIXES)
        etree.SubElement(signature, f"{{{profile.SIGNATURE}}}Object")

    refuses(forge.post(changed(forge.response(), change)), Refusal.SIGNATURE_CONTENT)


def test_a_cipher_reference_to_a_file_is_refused_before_it_is_opened(forge, refuses):
    def change(root):
        data = root.find(f"{DATA}/xenc:CipherData", PREFIXES)
        data.clear()
        etree.SubElement(data, f"{{{profile.ENCRYPTION}}}CipherReference", URI="file:///etc/passwd")

    refuses(forge.post(forge.response(change=change)), Refusal.OUTSIDE_REFERENCE)


@pytest.mark.parametrize("place", [f"{DATA}/ds:KeyInfo", "ds:Signature/ds:KeyInfo"])
def test_a_retrieval_method_is_refused_before_it_is_followed(forge, refuses, place):
    def change(root):
        attributes = {"URI": "file:///etc/passwd", "Type": "http://www.w3.org/2001/04/xmlenc#EncryptedKey"}
        etree.SubElement(root.find(place, PREFIXES), f"{{{profile.SIGNATURE}}}RetrievalMethod", attributes)

    refuses(forge.post(changed(forge.response(), change)), Refusal.OUTSIDE_REFERENCE)


@pytest.mark.parametrize("bits", [128, 192])
def test_shorter_gcm_is_accepted(forge, bits):
    sealed = forge.sealed(content=f"http://www.w3.org/2009/xmlenc11#aes{bits}-gcm", key_bits=bits)

    assert forge.post(forge.response(sealed)).status_code == 303


def test_rsa_oaep_of_encryption_1_1_is_accepted(forge):
    sealed = forge.sealed(transport="http://www.w3.org/2009/xmlenc11#rsa-oaep")

    assert forge.post(forge.response(sealed)).status_code == 303


def test_cbc_is_refused_before_the_key_is_used(forge, refuses):
    sealed = forge.sealed(content="http://www.w3.org/2001/04/xmlenc#aes256-cbc")

    refuses(forge.post(forge.response(sealed)), Refusal.CONTENT_ENCRYPTION)


def test_rsa_1_5_is_refused_before_the_key_is_used(forge, refuses):
    sealed = forge.sealed(transport="http://www.w3.org/2001/04/xmlenc#rsa-1_5")

    refuses(forge.post(forge.response(sealed)), Refusal.KEY_TRANSPORT)


def test_every_failure_to_decrypt_reads_the_same(forge, caplog):
    pages = []
    for path in (f"{DATA}/xenc:CipherData/xenc:CipherValue", f"{DATA}/ds:KeyInfo/xenc:EncryptedKey/xenc:CipherData/xenc:CipherValue"):
        response = forge.post(forge.response(change=lambda root, path=path: spoil(root.find(path, PREFIXES))))
        pages.append((response.status_code, caplog.text.count(Refusal.UNREADABLE.value)))

    assert pages == [(403, 1), (403, 2)]


def spoil(cipher_value):
    content = bytearray(base64.b64decode(cipher_value.text))
    content[-1] ^= 1
    cipher_value.text = base64.b64encode(content).decode()


def test_an_assertion_encrypted_for_our_retired_key_is_still_read(forge):
    from dataclasses import replace

    from deployments.service import keys, state_folder

    retired = keys().rsa("saml-pt-encryption-retired")
    try:
        forge.service = replace(forge.service, encryption=retired.certificate)
        assert forge.post(forge.response()).status_code == 303
    finally:
        (state_folder() / "keys" / "saml-pt-encryption-retired.key.pem").unlink()
        keys.cache_clear()


def test_an_assertion_encrypted_for_somebody_else_is_refused(forge, refuses):
    from dataclasses import replace

    from deployments.service import keys

    forge.service = replace(forge.service, encryption=keys().rsa("eidas-stranger").certificate)

    refuses(forge.post(forge.response()), Refusal.UNREADABLE)


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        "<!DOCTYPE r>",
    ],
)
def test_a_document_type_is_refused(forge, refuses, declaration):
    refuses(forge.post(declaration.encode() + forge.response()), Refusal.NOT_XML)


def test_a_document_type_inside_the_ciphertext_is_refused(forge, refuses):
    plain = b'<!DOCTYPE r [<!ENTITY x "y">]>' + forge.assertion()

    refuses(forge.post(forge.response(forge.sealed(plain))), Refusal.UNREADABLE)


@pytest.mark.parametrize("node", ["<?x?>", "<!-- x -->"])
def test_an_instruction_or_comment_inside_the_ciphertext_is_refused(forge, refuses, node):
    assertion = forge.assertion().replace("Groß".encode(), f"Gr{node}oß".encode()).replace(b"Gro&#223;", f"Gr{node}o&#223;".encode())
    assert node.encode() in assertion

    refuses(forge.post(forge.response(forge.sealed(assertion))), Refusal.HIDDEN_NODE)


def test_a_comment_outside_the_ciphertext_changes_nothing(forge):
    response = forge.response().replace(b"<samlp:Status>", b"<!-- hello --><samlp:Status>")

    assert forge.post(response).status_code == 303


def test_bytes_that_are_no_assertion_are_refused(forge, refuses):
    refuses(forge.post(forge.response(forge.sealed(b"<saml:Other xmlns:saml='urn:x'/>"))), Refusal.ASSERTION_COUNT)
