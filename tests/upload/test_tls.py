"""The same over TLS: a certificate this computer does not trust sends nothing; one it trusts sends everything."""

import ipaddress
import ssl
from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kit.domain.errors import TryLaterError
from kit.upload.receiver import PracticeReceiver


@pytest.fixture
def secured(tmp_path):
    """A practice receiver behind TLS, and its certificate."""
    certificate = tmp_path / "certificate.pem"
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.write_bytes(_self_signed())
    context.load_cert_chain(certificate)
    receiver = PracticeReceiver()
    receiver._server.socket = context.wrap_socket(receiver._server.socket, server_side=True)  # noqa: SLF001
    with receiver:
        yield receiver, certificate


def _self_signed():
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    start = datetime(2020, 1, 1, tzinfo=UTC)
    builder = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start.replace(year=2120))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    )
    signed = builder.sign(key, hashes.SHA256())
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private + signed.public_bytes(serialization.Encoding.PEM)


def test_a_certificate_nobody_vouches_for_sends_nothing(secured, courier, home):
    receiver, _ = secured
    with pytest.raises(TryLaterError, match="could not be trusted"):
        courier.send(home.upload(receiver.base_url.replace("http:", "https:"), *home.three()))
    assert receiver.received() == {}


def test_a_certificate_of_the_organisation_is_trusted(secured, courier, home, monkeypatch):
    receiver, certificate = secured
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    receipt = courier.send(home.upload(receiver.base_url.replace("http:", "https:"), *home.three()))
    assert len(receipt.answers) == 4
