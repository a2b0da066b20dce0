"""What the columns of a file are called, and the values that are told in words, in the languages that the product is written in."""

import json
from pathlib import Path

_WORDS = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))

FIELDS: dict[str, dict[str, str]] = _WORDS["fields"]
"""Field → language → what it is called, in the order of the form."""
VALUES: dict[str, dict[str, dict[str, str]]] = _WORDS["values"]
"""Field → value → language → what it is called."""
TEMPLATE: dict[str, dict[str, str]] = _WORDS["template"]
"""What the template says beside the fields."""
