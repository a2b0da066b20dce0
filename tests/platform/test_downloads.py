"""Which part of a file a `Range` header asks for."""

from hypothesis import given
from hypothesis import strategies as st

from api.platform.downloads import byte_range


@given(st.integers(1, 5000), st.integers(0, 6000), st.integers(0, 6000))
def test_a_range_lies_within_the_file(size: int, first: int, last: int) -> None:
    for header in (f"bytes={first}-{last}", f"bytes={first}-", f"bytes=-{last}"):
        try:
            start, end = byte_range(header, size) or (0, size)
        except ValueError:
            continue
        assert 0 <= start < end <= size


def test_ranges_that_are_not_understood_ask_for_the_whole_file() -> None:
    asked = [None, "", "lines=1-2", "bytes=a-b", "bytes=-", "bytes=0-1,3-4"]

    assert [byte_range(header, 10) for header in asked] == [None] * len(asked)
