"""Every setting in one place. Each can be given as an environment variable, some as an option of the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.access.rates import rate_of
from api.errors import SettingInvalid
from api.masking import masked
from graph.bolt import Neo4jAccess
from graph.cypher.cut import Limits
from graph.explore.page import MOST
from graph.model import digest
from loaders.extract.tiers import Tier

if TYPE_CHECKING:
    from loaders.sources.columns import Columns
    from loaders.sources.contents import Reading
    from loaders.sources.visits import Fetching

PREFIX = "STREETGRAPH_"


def default_store() -> str:
    """One local file in the user's data folder."""
    return f"ladybug:{user_data_path('streetgraph') / 'streetgraph.db'}"


def demo_path() -> Path:
    """Where `streetgraph demo` keeps its store, which it makes anew each time."""
    return user_cache_path("streetgraph") / "demo.db"


def feed_marks_path() -> Path:
    """Where `streetgraph watch` notes which feeds it knows up to when."""
    return user_cache_path("streetgraph") / "feeds.json"


def default_keys() -> Path:
    """In the user's data folder, beside the store."""
    return user_data_path("streetgraph") / "keys.db"


class Settings(BaseSettings):
    """What can be set, with the reason why one would."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    store: str = Field(
        default_factory=default_store,
        description="Where the graph is kept: `ladybug:PATH` for one local file, or a Bolt address such as "
        "`bolt://localhost:7687` for Neo4j.",
    )
    neo4j_user: str = Field(default="neo4j", description="Who logs in to Neo4j.")
    neo4j_password: SecretStr | None = Field(
        default=None, description="The password for Neo4j; never part of an address, since addresses are logged."
    )
    neo4j_password_file: Path | None = Field(
        default=None, description="A file that holds the password instead, such as a secret of a container."
    )
    neo4j_database: str | None = Field(default=None, description="Database of Neo4j; the user's home if not given.")
    neo4j_connect_timeout: float = Field(default=10, gt=0, description="Seconds to wait for a connection to Neo4j.")
    neo4j_query_timeout: float = Field(default=120, gt=0, description="Seconds after which Neo4j gives up a query.")
    neo4j_retry_time: float = Field(
        default=15, ge=0, description="Seconds during which what failed for the moment is tried again on Neo4j."
    )
    neo4j_pool_size: int = Field(default=50, ge=1, description="Most connections to Neo4j at the same time.")
    host: str = Field(default="127.0.0.1", description="Address that the server listens on; `0.0.0.0` is every one.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port that the server listens on; 0 takes a free one.")
    allowed_hosts: str = Field(
        default="",
        description="Further names, with commas between them, by which the server may be asked, such as "
        "`graph.example`; it always answers to `localhost`, to `host` and to addresses. `*` allows every name, and so "
        "pages elsewhere that point their name here.",
    )
    cors_origins: str = Field(
        default="",
        description="Origins of pages elsewhere that may ask this server, with commas between them, such as "
        "`https://desk.example`.",
    )
    require_keys: bool | None = Field(
        default=None,
        description="Whether every request needs an API key. If not given, only those need none that this machine "
        "sends to a server which listens to this machine alone.",
    )
    keys: Path = Field(
        default_factory=default_keys, description="The file with the API keys that `streetgraph keys` manages."
    )
    rate_limit: str = Field(
        default="600/minute",
        description="How often a key may ask, unless it was made with a rate of its own, such as `10/second`.",
    )
    max_document_bytes: int = Field(
        default=1_000_000, ge=1, description="Longest document that is read, in bytes of its text."
    )
    max_file_bytes: int = Field(
        default=4_000_000_000,
        ge=1,
        description="Largest file with several documents, in bytes, and most that is unpacked of an archive.",
    )
    max_request_bytes: int = Field(
        default=20_000_000, ge=1, description="Longest request with several documents, in bytes."
    )
    fetch_seconds: float = Field(
        default=60, gt=0, description="Seconds after which an address that is read from the web is given up."
    )
    fetch_bytes: int = Field(default=200_000_000, ge=1, description="Most bytes that are fetched from an address.")
    fetch_private: bool = Field(
        default=False,
        description="Whether addresses of this machine and of closed networks may be fetched; otherwise they are "
        "refused, also where a public name or a redirect leads there.",
    )
    fetch_posted: bool = Field(
        default=False, description='Whether `{"url": "https://…"}` may be posted, for the server to fetch and read.'
    )
    max_tables: int = Field(
        default=8, ge=1, description="Most tables, such as CSV files, that are sent at the same time."
    )
    table_seconds: float = Field(
        default=900, gt=0, description="Seconds after which who has not taken over a table is cut off, to make room."
    )
    max_waiting_documents: int = Field(
        default=1000, ge=1, description="Most posted documents that may wait to be read."
    )
    jobs: Path | None = Field(
        default=None,
        description="The file in which posted documents wait. If not given it stands beside the store, or in the "
        "user's data folder.",
    )
    tier: Tier = Field(
        default=Tier.ACCURATE,
        description="How documents are read: `accurate` with the trained models, `fast` by rules and lists alone.",
    )
    names_model: str = Field(
        default="",
        description="An installed spaCy pipeline, such as `en_core_web_sm`, that recognises names in place of the "
        "model that ships, in the accurate tier.",
    )
    page_limit: int = Field(
        default=50, ge=1, le=MOST, description="Rows on a page of a list where no `limit` is asked for."
    )
    max_page_limit: int = Field(
        default=500, ge=1, le=MOST, description="Most rows on a page, whatever `limit` asks for."
    )
    cypher: bool = Field(default=False, description="Whether callers with the scope `cypher` may ask in Cypher.")
    cypher_seconds: float = Field(
        default=10, gt=0, le=600, description="Seconds after which a query of theirs is ended."
    )
    cypher_rows: int = Field(default=1000, ge=1, le=100_000, description="Most rows that it is answered with.")
    cypher_bytes: int = Field(default=5_000_000, ge=1, le=100_000_000, description="Most bytes of all these rows.")
    cypher_at_once: int = Field(default=2, ge=1, le=32, description="How many of these queries run at the same time.")
    log_format: Literal["text", "json"] = Field(
        default="text", description="`text` for people, or `json` for one object a line."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning", description="What is logged to standard error; `debug` shows where a failure arose."
    )

    @field_validator("rate_limit")
    @classmethod
    def _is_rate(cls, given: str) -> str:
        rate_of(given)
        return given

    @property
    def allowed_names(self) -> frozenset[str]:
        """The names of `allowed_hosts`, in lower case."""
        return frozenset(_listed(self.allowed_hosts.lower()))

    @property
    def origins(self) -> frozenset[str]:
        """The origins of `cors_origins`."""
        return frozenset(_listed(self.cors_origins))

    @property
    def jobs_file(self) -> Path:
        """Where posted documents wait: what is meant for one store must not end up in another."""
        if self.jobs is not None:
            return self.jobs
        scheme, _, path = self.store.partition(":")
        if scheme == "ladybug":
            return Path(f"{path}.jobs.db").expanduser()
        return user_data_path("streetgraph") / f"jobs-{digest(masked(self.store))}.db"

    @property
    def cypher_limits(self) -> Limits:
        """What a query in Cypher may cost."""
        return Limits(self.cypher_seconds, self.cypher_rows, self.cypher_bytes, self.cypher_at_once)

    @property
    def fetching(self) -> Fetching:
        """What fetching from the web may cost."""
        from loaders.sources.visits import Fetching

        return Fetching(self.fetch_seconds, self.fetch_bytes, self.fetch_private)

    def reading(self, columns: Columns) -> Reading:
        """How files are read, with these columns."""
        from loaders.sources.contents import Reading

        return Reading(columns, self.max_document_bytes, self.max_file_bytes)

    @property
    def neo4j_access(self) -> Neo4jAccess:
        """How to log in to Neo4j; SettingInvalid if the file with the password cannot be read."""
        return Neo4jAccess(
            user=self.neo4j_user,
            password=_password(self),
            database=self.neo4j_database,
            connect_timeout_seconds=self.neo4j_connect_timeout,
            query_timeout_seconds=self.neo4j_query_timeout,
            retry_seconds=self.neo4j_retry_time,
            pool_size=self.neo4j_pool_size,
        )


def _listed(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _password(settings: Settings) -> str | None:
    if settings.neo4j_password is not None:
        return settings.neo4j_password.get_secret_value()
    if (file := settings.neo4j_password_file) is None:
        return None
    try:
        return file.expanduser().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingInvalid(f"{PREFIX}NEO4J_PASSWORD_FILE: {file} cannot be read.") from problem
