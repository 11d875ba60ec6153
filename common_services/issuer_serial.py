"""`IssuerSerial` of RFC 5035 in DER: who issued a certificate and under which number; the `kid` of JAdES."""

from cryptography import x509

SEQUENCE, INTEGER, DIRECTORY_NAME = 0x30, 0x02, 0xA4


def issuer_serial(certificate: x509.Certificate) -> bytes:
    name = _element(DIRECTORY_NAME, certificate.issuer.public_bytes())
    number = certificate.serial_number
    serial = number.to_bytes(number.bit_length() // 8 + 1, "big")
    return _element(SEQUENCE, _element(SEQUENCE, name) + _element(INTEGER, serial))


def _element(tag: int, content: bytes) -> bytes:
    return bytes((tag,)) + _length(len(content)) + content


def _length(length: int) -> bytes:
    if length < 0x80:
        return bytes((length,))
    digits = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes((0x80 | len(digits),)) + digits
