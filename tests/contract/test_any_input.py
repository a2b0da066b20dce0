"""Whatever is sent, the service answers as its OpenAPI document says, and never with a 5xx."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.contract.conftest import access_token
from tests.contract.test_openapi_document import COMMITTED
from tests.running_server import RunningServer

EXAMPLES_AN_OPERATION = 12


@pytest.fixture(scope="session")
def secretariat(server: RunningServer) -> dict[str, str]:
    return {"Authorization": f"Bearer {access_token(server, 'secretariat@demo.example')}"}


schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")
schema = schemathesis.openapi.from_path(str(COMMITTED))


@schema.exclude(operation_id=["signIn", "signOut", "refreshSession", "followMeeting"]).parametrize()
@settings(
    max_examples=EXAMPLES_AN_OPERATION,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_any_input_gets_a_documented_answer(
    case: schemathesis.Case, server: RunningServer, secretariat: dict[str, str]
) -> None:
    case.call_and_validate(
        base_url=server.address,
        headers=secretariat,
        checks=[not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance],
    )


@schema.include(operation_id=["signIn", "signOut", "refreshSession"]).parametrize()
@settings(max_examples=EXAMPLES_AN_OPERATION, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_signing_in_and_out_answers_any_input_too(case: schemathesis.Case, server: RunningServer) -> None:
    case.call_and_validate(
        base_url=server.address,
        checks=[not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance],
    )


@schema.include(operation_id="followMeeting").parametrize()
@settings(max_examples=EXAMPLES_AN_OPERATION, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_a_stream_answers_any_input_too(
    case: schemathesis.Case, server: RunningServer, secretariat: dict[str, str]
) -> None:
    """Asked for what was missed only: what follows has no end."""
    case.query = dict(case.query or {}) | {"follow": "false"}
    case.call_and_validate(
        base_url=server.address,
        headers=secretariat,
        checks=[not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance],
    )
