"""Whatever is sent, the service answers as its OpenAPI document says, and never with a 5xx."""

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.checks import not_a_server_error

from tests.contract.conftest import access_token
from tests.running_server import RunningServer
