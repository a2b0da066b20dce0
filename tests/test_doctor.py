"""``champions doctor`` names each wrong setting and the way out."""

from pathlib import Path
from typing import Any

import pytest

from api.doctor import findings, mail_findings
from api.settings import Settings
from tests.imap_server import ImapServer
from tests.running_server import free_port

HUB = {"hub_client_id": "champions", "hub_client_secret": "secret"}
KEY = "a key for tests only, of more than 32 characters"


def settings(tmp_path: Path, **given: Any) -> Settings:
    return Settings(_env_file=None, **({"data_dir": tmp_path, "secret_key": KEY} | given))


def test_a_sound_installation_has_nothing_wrong(tmp_path: Path, server_address: str) -> None:
    found = findings(settings(tmp_path, database_url=server_address, public_url="https://champions.example.org"))

    assert found == []


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"secret_key": None}, "CHAMPIONS_SECRET_KEY is not set"),
        ({"secret_key": "short"}, "CHAMPIONS_SECRET_KEY has 5 characters"),
        ({"demo_password": "anything"}, "CHAMPIONS_DEMO_PASSWORD is set outside demonstration mode"),
        ({"test_clock": True}, "CHAMPIONS_TEST_CLOCK is refused outside demonstration mode"),
        ({"public_url": "champions.example.org"}, "CHAMPIONS_PUBLIC_URL is 'champions.example.org'"),
        ({"public_url": "http://champions.example.org"}, "CHAMPIONS_PUBLIC_URL begins with http://"),
        ({"smtp_url": "mail.example.org:587"}, "CHAMPIONS_SMTP_URL is not an SMTP address"),
        (HUB | {"hub_url": "hub.example.org"}, "CHAMPIONS_HUB_URL is 'hub.example.org'"),
        (HUB | {"hub_url": "http://hub.example.org"}, "CHAMPIONS_HUB_URL begins with http://"),
        (HUB | {"hub_url": "https://hub.example.org", "demo": True}, "CHAMPIONS_HUB_URL leads to another machine"),
        ({"hub_url": "https://hub.example.org"}, "CHAMPIONS_HUB_URL needs CHAMPIONS_HUB_CLIENT_ID"),
        (
            HUB | {"hub_url": "http://127.0.0.1:1", "hub_callback_secret": "a"},
            "CHAMPIONS_HUB_CALLBACK_SECRET cannot be read",
        ),
        ({"fonts_dir": Path("docs")}, "CHAMPIONS_FONTS_DIR is 'docs', which lacks Noto Sans, Noto Sans Arabic"),
        ({"storage_url": "nonsense://bucket"}, "CHAMPIONS_STORAGE_URL is 'nonsense://bucket'"),
        ({"database_url": "postgresql://127.0.0.1:1/none"}, "CHAMPIONS_DATABASE_URL does not lead to a database"),
        ({"database_replica_url": "nonsense"}, "CHAMPIONS_DATABASE_REPLICA_URL does not lead to a database"),
    ],
)
def test_each_wrong_setting_is_named(tmp_path: Path, given: dict[str, Any], named: str) -> None:
    found = findings(settings(tmp_path, **given))

    assert len(found) == 1
    assert found[0].startswith(named)
    assert found[0].endswith(".")


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")

    found = findings(settings(tmp_path, data_dir=tmp_path / "file" / "data"))

    assert [sentence.split(" is ")[0] for sentence in found] == ["CHAMPIONS_DATA_DIR"]


@pytest.mark.anyio
async def test_mail_servers_are_asked_to_let_us_in(tmp_path: Path) -> None:
    async with ImapServer().running() as server:
        good = f"imap://champions:secret%20word@127.0.0.1:{server.port}/INBOX"
        bad = good.replace("secret", "wrong")
        smtp = f"smtp://127.0.0.1:{free_port()}"

        found = [
            await mail_findings(settings(tmp_path, imap_url=good)),
            await mail_findings(settings(tmp_path, imap_url=bad)),
            await mail_findings(settings(tmp_path, smtp_url=smtp)),
        ]

    assert found[0] == []
    assert [sentence.split(" does not lead")[0] for sentence in found[1] + found[2]] == [
        "CHAMPIONS_IMAP_URL",
        "CHAMPIONS_SMTP_URL",
    ]
