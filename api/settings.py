"""Every option of the service, with its default and its environment name (``CHAMPIONS_…``)."""

from functools import lru_cache
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What may be set from outside; ``champions doctor`` checks it and says what is wrong."""

    model_config = SettingsConfigDict(env_prefix="CHAMPIONS_", env_file=".env", extra="ignore")

    data_dir: Path = Field(
        default=Path(".data"), description="Folder of the embedded database and of what the service keeps."
    )
    database_url: str | None = Field(
        default=None, description="A PostgreSQL 18 server of one's own; the embedded one when absent."
    )
    database_replica_url: str | None = Field(default=None, description="A read replica: anonymous reads go there.")
    database_pool_size: int = Field(
        default=10, ge=1, le=200, description="Connections each process keeps for reads, and as many for writes."
    )
    secret_key: SecretStr | None = Field(default=None, description="Signs access tokens; at least 32 characters.")
    demo: bool = Field(default=False, description="Demonstration mode: invented records and accounts, marked as such.")
    demo_password: SecretStr | None = Field(
        default=None, description="The demonstration accounts' password; random when absent."
    )
    test_clock: bool = Field(default=False, description="Lets browser tests set the clock; only in demonstration mode.")
    public_url: str = Field(
        default="http://127.0.0.1:8000", description="The address that people use, for links in mail."
    )
    contact_email: str = Field(
        default="secretariat@champions.example",
        pattern=r"^\S+@(\S+\.)+\S+$",
        description="Who answers for the service: told to those who harvest it.",
    )
    smtp_url: SecretStr | None = Field(
        default=None, description="smtp://user:password@host:587 or smtps://…; no mail when absent."
    )
    imap_url: SecretStr | None = Field(
        default=None,
        description="imaps://user:password@host/INBOX of the sender's mailbox; calendars' answers are read there.",
    )
    mail_from: str = Field(default="Champions <no-reply@champions.example>", description="The sender of all mail.")
    storage_url: str | None = Field(
        default=None,
        description="Where files are kept: s3://bucket/folder or a folder; in the data folder when absent.",
    )
    hub_url: str | None = Field(
        default=None, description="The Migration Network Hub; practices wait for it in the outbox when absent."
    )
    hub_client_id: str | None = Field(default=None, description="What we call ourselves at the Hub (OAuth 2).")
    hub_client_secret: SecretStr | None = Field(default=None, description="Our secret at the Hub (OAuth 2).")
    hub_callback_secret: SecretStr | None = Field(
        default=None, description="whsec_…: signs the Hub's messages; the Hub is asked instead when absent."
    )
    hub_concurrency: int = Field(default=4, ge=1, le=32, description="Most deliveries to the Hub at once.")
    hub_attempts: int = Field(
        default=12,
        ge=1,
        le=100,
        description="Attempts before a delivery is given up; the last follows after about a day.",
    )
    hub_timeout_seconds: float = Field(default=20, gt=0, le=120, description="How long an answer of the Hub may take.")
    hub_backoff_seconds: float = Field(
        default=10, gt=0, le=600, description="The wait after the first failure; three times as long after each more."
    )
    hub_check_seconds: float = Field(
        default=900, gt=0, le=86_400, description="How long the Hub's message is awaited before the Hub is asked."
    )
    max_upload_bytes: int = Field(
        default=25 * 1_048_576, ge=1_048_576, le=1_073_741_824, description="The largest file that is taken."
    )
    silence_minimum_hours: int = Field(
        default=72, ge=1, le=720, description="The least time for which a statement is put under silence."
    )
    live_heartbeat_seconds: float = Field(
        default=15,
        gt=0,
        le=50,
        description="How often a live stream gives a sign of life, and asks whether its watcher still may watch.",
    )
    run_worker: bool = Field(default=True, description="Run the job worker inside the API process.")
    frontend_dir: Path = Field(default=Path("frontend/dist"), description="The built single-page app.")
    fonts_dir: Path = Field(
        default=Path("frontend/dist/document-fonts"), description="Typefaces that documents are set in (TrueType)."
    )
    log_level: str = Field(default="INFO", description="DEBUG, INFO, WARNING or ERROR.")
    log_format: str = Field(default="json", pattern="^(json|console)$", description="json or console.")

    access_token_minutes: int = Field(default=15, ge=1, le=120, description="How long an access token is good for.")
    refresh_token_days: int = Field(default=30, ge=1, le=90, description="How long a sign-in lasts without being used.")
    max_body_bytes: int = Field(default=1_048_576, ge=1024, description="The largest request body that is read.")

    @property
    def storage_address(self) -> str:
        """Where files are kept."""
        return self.storage_url or str(self.data_dir / "files")


@lru_cache
def get_settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
