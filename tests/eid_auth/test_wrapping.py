"""Signature wrapping (Somorovsky et al. 2012, XSW1 to XSW8): the attacker knows our public encryption key."""

import pytest
from lxml import etree

from eid_auth.mock_node import profile
from eid_auth.mock_node.assertions import AttributeText, write_assertion
from tests.eid_auth.forgery import PREFIXES

EVIL = "evil-person"
SAMLP = f"{{{profile.PROTOCOL}}}"
DS = f"{{{profile.SIGNATURE}}}"


def copy(element):
    return etree.fromstring(etree.tostring(element))


def evil_root(good, evil):
    """The attacker's response: like the good one, with another id, no signature and their own person."""
    root = copy(good)
    root.set("ID", "_evil")
    root.remove(root.find("ds:Signature", PREFIXES))
    sealed = root.find("saml:EncryptedAssertion", PREFIXES)
    root.replace(sealed, evil)
    return root


def xsw1(good, evil):
    """The original response inside the signature of the evil one."""
    root = evil_root(good, evil)
    signature = copy(good.find("ds:Signature", PREFIXES))
    original = copy(good)
    original.remove(original.find("ds:Signature", PREFIXES))
    signature.append(original)
    root.insert(1, signature)
    return root


def xsw2(good, evil):
    """The original response detached, before the signature."""
    root = evil_root(good, evil)
    original = copy(good)
    original.remove(original.find("ds:Signature", PREFIXES))
    root.insert(1, original)
    root.insert(2, copy(good.find("ds:Signature", PREFIXES)))
    return root


def xsw3(good, evil):
    """The evil assertion before the original one."""
    root = copy(good)
    root.find("saml:EncryptedAssertion", PREFIXES).addprevious(evil)
    return root


def xsw4(good, evil):
    """The original assertion inside the evil one."""
    root = copy(good)
    original = root.find("saml:EncryptedAssertion", PREFIXES)
    root.replace(original, evil)
    evil.append(original)
    return root


def xsw5(good, evil):
    """The evil assertion in place, the original at the end."""
    root = copy(good)
    original = root.find("saml:EncryptedAssertion", PREFIXES)
    original.addprevious(evil)
    root.append(original)
    return root


def xsw6(good, evil):
    """The original assertion inside the signature."""
    root = copy(good)
    original = root.find("saml:EncryptedAssertion", PREFIXES)
    root.replace(original, evil)
    root.find("ds:Signature", PREFIXES).append(original)
    return root


def xsw7(good, evil):
    """The evil assertion in Extensions."""
    root = copy(good)
    extensions = etree.Element(f"{SAMLP}Extensions")
    extensions.append(evil)
    root.find("ds:Signature", PREFIXES).addnext(extensions)
    return root


def xsw8(good, evil):
    """The original response in an Object of the evil signature."""
    root = evil_root(good, evil)
    signature = copy(good.find("ds:Signature", PREFIXES))
    etree.SubElement(signature, f"{DS}Object").append(copy(good))
    root.insert(1, signature)
    return root


def swapped(good, evil):
    """The original assertion replaced by the evil one."""
    root = copy(good)
    root.replace(root.find("saml:EncryptedAssertion", PREFIXES), evil)
    return root


def same_id_twice(good, evil):
    """Both responses carry the id that the signature names."""
    root = xsw1(good, evil)
    root.set("ID", good.get("ID"))
    return root


ATTACKS = [xsw1, xsw2, xsw3, xsw4, xsw5, xsw6, xsw7, xsw8, swapped, same_id_twice]


@pytest.fixture
def evil_assertion(forge) -> bytes:
    """Somebody else, written by the attacker."""
    attributes = {**forge.statement.attributes, "CurrentFamilyName": AttributeText(EVIL)}
    return write_assertion(forge.state(attributes=attributes, assertion_id="_evil-assertion").statement)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("form", ["encrypted", "in clear"])
def test_wrapping_logs_nobody_in(forge, evil_assertion, attack, form):
    evil = etree.fromstring(forge.sealed(evil_assertion) if form == "encrypted" else evil_assertion)
    good = etree.fromstring(forge.response())

    response = forge.post(etree.tostring(attack(good, evil)))

    assert 400 <= response.status_code < 500
    assert "eid.identity" not in response.wsgi_request.session


@pytest.mark.parametrize("place", ["saml:Advice", "ds:Object", "beside"])
def test_wrapping_inside_the_encrypted_part_logs_nobody_in(forge, evil_assertion, place):
    def change(root):
        evil = etree.fromstring(evil_assertion)
        if place == "beside":
            root.append(evil)
        elif place == "ds:Object":
            etree.SubElement(root.find("ds:Signature", PREFIXES), f"{DS}Object").append(evil)
        else:
            advice = etree.Element(f"{{{profile.ASSERTION}}}Advice")
            advice.append(evil)
            root.find("saml:Conditions", PREFIXES).addnext(advice)

    inside = etree.fromstring(forge.assertion())
    change(inside)

    response = forge.post(forge.response(forge.sealed(etree.tostring(inside))))

    assert 400 <= response.status_code < 500
    assert "eid.identity" not in response.wsgi_request.session
