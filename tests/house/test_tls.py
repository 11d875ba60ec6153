import ssl

from cryptography import x509

from oots_portal.tls import ensure_certificate


def test_the_authority_signs_for_localhost_alone_and_its_key_is_gone(tmp_path):
    authority = ensure_certificate(tmp_path, ("localhost", "pt.localhost"))

    certificate = x509.load_pem_x509_certificate(authority.read_bytes())
    constraints = certificate.extensions.get_extension_for_class(x509.NameConstraints)
    assert constraints.critical
    assert [name.value for name in constraints.value.permitted_subtrees] == ["localhost"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["ca.pem", "server.key", "server.pem"]
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(tmp_path / "server.pem", tmp_path / "server.key")
    server = x509.load_pem_x509_certificate((tmp_path / "server.pem").read_bytes())
    server.verify_directly_issued_by(certificate)


def test_a_certificate_is_kept_until_the_hosts_change(tmp_path):
    ensure_certificate(tmp_path, ("localhost",))
    first = (tmp_path / "server.pem").read_bytes()

    ensure_certificate(tmp_path, ("localhost",))
    assert (tmp_path / "server.pem").read_bytes() == first

    ensure_certificate(tmp_path, ("localhost", "fi.localhost"))
    assert (tmp_path / "server.pem").read_bytes() != first
