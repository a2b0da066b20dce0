"""Mail over TLS: encrypted from the start or by STARTTLS, to the server that its certificate names and to no other."""

import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import aiosmtplib
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from api.platform import mail
from tests.mailbox import Mailbox
from tests.running_server import free_port

pytestmark = pytest.mark.anyio

Serve = Callable[[str], str]


class _FromTheStart(Controller):
    def factory(self) -> SMTP:
        return SMTP(self.handler, authenticator=_welcome, auth_require_tls=False)


class _ByStartTls(Controller):
    """``Controller`` with a context speaks TLS from the start; here the server offers it."""

    def __init__(self, mailbox: Mailbox, context: ssl.SSLContext, port: int) -> None:
        super().__init__(mailbox, hostname="localhost", port=port)
        self.context = context

    def factory(self) -> SMTP:
        return SMTP(self.handler, tls_context=self.context, require_starttls=True, authenticator=_welcome)


class _WithoutTls(Controller):
    def factory(self) -> SMTP:
        return SMTP(self.handler, authenticator=_welcome, auth_require_tls=False)


def _welcome(*_: object) -> AuthResult:
    return AuthResult(success=True)


@pytest.fixture
async def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def serve(mailbox: Mailbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Starts a server whose certificate names ``localhost`` and is trusted; answers with its address, by scheme."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(_certificate(tmp_path, "localhost"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "localhost.pem"))
    running: list[Controller] = []

    def start(kind: str) -> str:
        port = free_port()
        controllers = {
            "smtps": lambda: _FromTheStart(mailbox, hostname="localhost", port=port, ssl_context=context),
            "starttls": lambda: _ByStartTls(mailbox, context, port),
            "plain": lambda: _WithoutTls(mailbox, hostname="localhost", port=port),
        }
        running.append(controllers[kind]())
        running[-1].start()
        return f"{'smtps' if kind == 'smtps' else 'smtp'}://champions:secret%20word@localhost:{port}"

    yield start
    for controller in running:
        controller.stop()


def letter() -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "no-reply@example.org", "ken@example.org", "Invitation"
    message.set_content("You are invited.")
    return message


@pytest.mark.parametrize("kind", ["smtps", "starttls"])
async def test_a_mail_arrives_encrypted(serve: Serve, mailbox: Mailbox, kind: str) -> None:
    await mail.deliver(letter(), serve(kind))

    assert (await mailbox.next_mail())["Subject"] == "Invitation"


@pytest.mark.parametrize("kind", ["smtps", "starttls"])
async def test_a_certificate_of_another_name_is_refused(serve: Serve, mailbox: Mailbox, kind: str) -> None:
    address = serve(kind).replace("@localhost", "@127.0.0.1")

    with pytest.raises((aiosmtplib.SMTPException, ssl.SSLError), match=r"(?i)certificate"):
        await mail.deliver(letter(), address)

    assert mailbox.is_empty


@pytest.mark.parametrize("kind", ["smtps", "starttls"])
async def test_a_certificate_that_nobody_vouches_for_is_refused(
    serve: Serve, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    address = serve(kind)
    monkeypatch.delenv("SSL_CERT_FILE")

    with pytest.raises((aiosmtplib.SMTPException, ssl.SSLError), match=r"(?i)certificate"):
        await mail.deliver(letter(), address)

    assert mailbox.is_empty


async def test_a_password_is_never_sent_in_the_clear(serve: Serve, mailbox: Mailbox) -> None:
    with pytest.raises(aiosmtplib.SMTPException, match=r"(?i)starttls"):
        await mail.deliver(letter(), serve("plain"))

    assert mailbox.is_empty


def _certificate(folder: Path, name: str) -> Path:
    """A certificate for ``name`` and its key in one file, valid for this day."""
    key = ec.generate_private_key(ec.SECP256R1())
    named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(named)
        .issuer_name(named)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{name}.pem"
    path.write_bytes(
        certificate.public_bytes(Encoding.PEM) + key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    return path
