"""Discord's official OpenAPI description: where it is looked for, and what it says of an operation.

The file is not part of this repository. Without it requests are not checked against schemas; everything else works.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from .problems import Problem
from .schema import SchemaCheck

SPEC_VARIABLE = "KRATOM_DISCORD_OPENAPI"
BESIDE_CHECKOUT = Path(__file__).resolve().parents[4] / "shared" / "discord" / "openapi.json"
METHODS = ("get", "post", "put", "patch", "delete")


def spec_path() -> Path:
    """Return where the description is looked for: the path in KRATOM_DISCORD_OPENAPI, else beside the checkout."""
    named = os.environ.get(SPEC_VARIABLE)
    return Path(named) if named else BESIDE_CHECKOUT


@cache
def load_spec(path: Path) -> Spec | None:
    """Return the description at `path`, or None where there is no such file."""
    return Spec(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None


class Spec:
    """The description, with the lookups the simulator needs; never changed once made.

    Attributes:
        data: The whole document.
        schemas: Its named schemas.
        operations: Operation id to operation, each with the parameters its path shares.
        routes: (method, path template, operation id) of every operation.
    """

    def __init__(self, data: dict) -> None:
        self.data = data
        self.schemas: dict[str, dict] = data["components"]["schemas"]
        self.operations: dict[str, dict] = {}
        self.routes: list[tuple[str, str, str]] = []
        self._schema_check = SchemaCheck(self.schemas)
        for template, item in data["paths"].items():
            shared = item.get("parameters", [])
            for method in METHODS:
                if method in item:
                    operation = item[method] | {"parameters": shared + item[method].get("parameters", [])}
                    self.operations[operation["operationId"]] = operation
                    self.routes.append((method.upper(), template, operation["operationId"]))

    def body_schema(self, operation: str, media: str) -> dict | None:
        """Return the schema of an operation's body in this media type, or of its JSON body."""
        content = self.operations[operation].get("requestBody", {}).get("content", {})
        return (content.get(media) or content.get("application/json") or {}).get("schema")

    def body_required(self, operation: str) -> bool:
        """Tell whether the operation must have a body."""
        return self.operations[operation].get("requestBody", {}).get("required", False)

    def response_schema(self, operation: str, status: int) -> dict | None:
        """Return the schema of an operation's JSON answer with this status."""
        answer = self.operations[operation].get("responses", {}).get(str(status), {})
        return answer.get("content", {}).get("application/json", {}).get("schema")

    def check(
        self, schema: dict, value: Any, *, strict: bool = False, path: tuple = ()
    ) -> tuple[list[Problem], list[tuple]]:
        """Return the problems of a value, and the paths of fields the schema does not know (Discord ignores those).

        Args:
            schema: A schema of this description.
            value: What was sent.
            strict: Judge an answer of Discord's: a request may give a number as a string or a snowflake as a
                number (Discord converts both), an answer may not.
            path: Where the value stands in the body.
        """
        return self._schema_check.check(schema, value, strict=strict, path=path)
