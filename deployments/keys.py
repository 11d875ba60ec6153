"""Key pairs as files: private keys of mode 0600 in `STATE/keys`, certificates beside them.

A pair is made at first use in the sandbox; elsewhere a missing pair is a WrongConfiguration for the operator.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from edm.errors import WrongConfiguration

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A private key with its certificate and the certificates above it, leaf first."""

    private_key: PrivateKey
    certificate: x509.Certificate
    issuers: tuple[x509.Certificate, ...] = ()

    @property
    def private_pem(self) -> bytes:
        return self.private_key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())

    @property
    def certificate_pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def certificate_der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the DER certificate, lower-case hexadecimal."""
        return self.certificate.fingerprint(hashes.SHA256()).hex()

    @property
    def top(self) -> x509.Certificate:
        """The last certificate of the chain: what a correspondent anchors."""
        return self.issuers[-1] if self.issuers else self.certificate


class KeyStore:
    """The keys of one state folder, read once per process."""

    def __init__(self, folder: Path, *, may_create: bool, rsa_bits: int = 3072) -> None:
        self._folder = folder
        self._may_create = may_create
        self._rsa_bits = rsa_bits
        self._loaded: dict[str, KeyPair] = {}

    def rsa(self, name: str) -> KeyPair:
        """A self-signed RSA pair called `name` (AS4, SAML)."""
        return self._pair(name, lambda: (_self_signed(rsa.generate_private_key(65537, self._rsa_bits), name),))

    def directory_signing(self) -> KeyPair:
        """A P-256 leaf for response signatures under an intermediate and a root of our own."""
        return self._pair("directory-signing", _directory_chain)

    def _pair(self, name: str, make: Callable[[], tuple[KeyPair, ...]]) -> KeyPair:
        pair = self._loaded.get(name)
        if pair is None:
            pair = self._loaded[name] = self._read(name) or self._create(name, make)
        return pair

    def _read(self, name: str) -> KeyPair | None:
        path = self._folder / f"{name}.key.pem"
        if not path.exists():
            return None
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
        if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
            raise WrongConfiguration(f"The key {name} is neither RSA nor elliptic.")
        certificates = x509.load_pem_x509_certificates((self._folder / f"{name}.crt.pem").read_bytes())
        return KeyPair(key, certificates[0], tuple(certificates[1:]))

    def _create(self, name: str, make: Callable[[], tuple[KeyPair, ...]]) -> KeyPair:
        if not self._may_create:
            raise WrongConfiguration(f"The key {name} is missing in {self._folder.name}/; see docs/operations.md")
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (pair,) = make()
        chain = b"".join(c.public_bytes(serialization.Encoding.PEM) for c in (pair.certificate, *pair.issuers))
        # The key file is written last and linked into place: whoever finds it finds its certificate too,
        # and of two processes that start at once one wins and both use the winner's pair.
        key_path = self._folder / f"{name}.key.pem"
        lock = self._folder / f".{name}.lock"
        descriptor = os.open(lock, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.lockf(descriptor, os.F_LOCK, 0)
            if not key_path.exists():
                _write(self._folder / f"{name}.crt.pem", chain, mode=0o644)
                _write(key_path, pair.private_pem, mode=0o600)
        finally:
            os.close(descriptor)
        stored = self._read(name)
        if stored is None:
            raise WrongConfiguration(f"The key {name} could not be written.")
        return stored


def _write(path: Path, content: bytes, *, mode: int) -> None:
    with NamedTemporaryFile(dir=path.parent, delete=False) as file:
        Path(file.name).chmod(mode)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(path)


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name), x509.NameAttribute(NameOID.ORGANIZATION_NAME, "OOTS sandbox")])


def _validity(builder: x509.CertificateBuilder, days: int) -> x509.CertificateBuilder:
    start = datetime.now(UTC) - timedelta(hours=1)
    return builder.not_valid_before(start).not_valid_after(start + timedelta(days=days))


def _self_signed(key: rsa.RSAPrivateKey, common_name: str) -> KeyPair:
    builder = (
        _validity(x509.CertificateBuilder(), 730)
        .subject_name(_name(common_name))
        .issuer_name(_name(common_name))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    )
    return KeyPair(key, builder.sign(key, hashes.SHA256()))


def _directory_chain() -> tuple[KeyPair, ...]:
    root_key, middle_key, leaf_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    root = _issue("OOTS sandbox root", root_key, "OOTS sandbox root", root_key, path_length=1)
    middle = _issue("OOTS sandbox signing authority", middle_key, "OOTS sandbox root", root_key, path_length=0)
    leaf = _issue("EC-OOTS-CS-SANDBOX", leaf_key, "OOTS sandbox signing authority", middle_key, path_length=None)
    return (KeyPair(leaf_key, leaf, (middle, root)),)


def _issue(
    subject: str, key: ec.EllipticCurvePrivateKey, issuer: str, issuer_key: ec.EllipticCurvePrivateKey, *, path_length: int | None
) -> x509.Certificate:
    is_authority = path_length is not None
    builder = (
        _validity(x509.CertificateBuilder(), 1825 if is_authority else 730)
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .add_extension(_usage(is_authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    if is_authority:
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=path_length), critical=True)
    return builder.sign(issuer_key, hashes.SHA256())


def _usage(is_authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )
