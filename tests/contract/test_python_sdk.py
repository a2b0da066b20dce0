"""The generated Python SDK against the running product: sign in, page through practices, submit one, read an error."""

from collections.abc import Iterator
from http import HTTPStatus
from io import BytesIO
from uuid import UUID

import pytest
from champions_sdk import AuthenticatedClient, Client
from champions_sdk.api.practices import change_practice, create_practice, list_practices, submit_practice
from champions_sdk.api.session import sign_in
from champions_sdk.api.uploads import create_upload, delete_upload, get_upload_offset, send_upload_part
from champions_sdk.models import (
    AccessToken,
    PagePracticeInList,
    PracticeBody,
    PracticeChange,
    PracticeCreate,
    PracticeStatus,
    Problem,
    SignInForm,
)
from champions_sdk.types import File

from tests.running_server import RunningServer


@pytest.fixture
def client(server: RunningServer) -> Iterator[AuthenticatedClient]:
    """A focal point of Kenya, signed in."""
    form = SignInForm(username="ken@demo.example", password=server.password)
    with Client(base_url=server.address) as anybody:
        token = sign_in.sync(client=anybody, body=form)
    assert isinstance(token, AccessToken)
    with AuthenticatedClient(base_url=server.address, token=token.access_token) as focal_point:
        yield focal_point


def test_pages_of_practices_follow_one_another(client: AuthenticatedClient) -> None:
    pages, cursor = [], None
    while cursor is not None or not pages:
        page = list_practices.sync(client=client, limit=10, cursor=cursor)
        assert isinstance(page, PagePracticeInList)
        pages.append(page)
        cursor = page.next_

    keys = [practice.id for page in pages for practice in page.items]
    assert len(pages) > 1
    assert len(set(keys)) == len(keys)


def test_a_focal_point_submits_a_practice(client: AuthenticatedClient) -> None:
    draft = create_practice.sync(client=client, body=PracticeCreate(title="One window for permits"))
    assert isinstance(draft, PracticeBody)
    refused = submit_practice.sync(draft.id, client=client)
    fields = dict.fromkeys(draft.missing, "One sentence that tells it all.") | {
        "objectives_primary": [15],
        "guiding_principles": [1],
        "starts_on": "2024-01-01",
        "type_of_practice": "tool_or_service",
        "geographic_scope": "national",
    }
    changed = change_practice.sync(
        draft.id, client=client, body=PracticeChange.from_dict(fields), if_match=f'"{draft.revision}"'
    )
    submitted = submit_practice.sync(draft.id, client=client)

    assert isinstance(refused, Problem)
    assert refused.status == 409
    assert {error.pointer for error in refused.errors or []} == {f"/{field}" for field in draft.missing}
    assert isinstance(changed, PracticeBody), changed
    assert isinstance(submitted, PracticeBody), submitted
    assert submitted.status is PracticeStatus.SUBMITTED


def test_a_file_goes_up_in_parts(client: AuthenticatedClient) -> None:
    parts = [b"The first half, ", b"and the second."]
    announced = create_upload.sync_detailed(
        client=client,
        upload_length=sum(map(len, parts)),
        upload_metadata="filename bm90ZS50eHQ=",
        tus_resumable="1.0.0",
    )
    upload = UUID(announced.headers["location"].rpartition("/")[2])
    received = 0
    for part in parts:
        sent = send_upload_part.sync_detailed(
            upload,
            client=client,
            body=File(payload=BytesIO(part)),
            upload_offset=received,
            tus_resumable="1.0.0",
        )
        assert sent.status_code == HTTPStatus.NO_CONTENT, sent.content
        received = int(sent.headers["upload-offset"])

    told = get_upload_offset.sync_detailed(upload, client=client, tus_resumable="1.0.0")
    delete_upload.sync_detailed(upload, client=client, tus_resumable="1.0.0")

    assert told.headers["upload-offset"] == told.headers["upload-length"] == str(received)


def test_an_error_is_typed_and_says_how_to_mend_it(client: AuthenticatedClient) -> None:
    problem = create_practice.sync(client=client, body=PracticeCreate(title="x" * 201))

    assert isinstance(problem, Problem)
    assert problem.status == 422
    assert [error.detail for error in problem.errors or []] == ["Use at most 200 characters."]
