"""`limits:` in `site.yaml`, where the people who run a site raise its input budget."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journeybook.budget import STANDARD, Budget, Limit, limits
from journeybook.diagnostics import did_you_mean
from journeybook.schema.fields import WORDS, JsonSchema, MapOf
from journeybook.schema.findings import Findings
from journeybook.schema.yaml_reader import Node


@dataclass(frozen=True)
class Limits:
    """A mapping of limits to whole numbers; limits that are not listed keep their defaults."""

    def read(self, node: Node, key: str, findings: Findings) -> Budget | None:
        pairs = MapOf(WORDS, "limit").read(node, key, findings)
        if pairs is None:
            return None
        rows = {limit.key: limit for limit in limits() if limit.can_be_raised}
        raised: dict[str, int] = {}
        for name, written in pairs:
            row = rows.get(name)
            if row is None:
                findings.add(
                    "JB119", name.span, f"unknown limit `{name}`", did_you_mean(name, rows)
                )
                continue
            number = _whole(written, row.unit)
            if number is None or not 1 <= number <= row.most:
                expected = f"a whole number from 1 to {row.most:,}"
                if row.unit:
                    expected += f" ({row.unit})"
                message = f"`{key}.{name}` is `{written}`; expected {expected}"
                findings.add("JB117", written.span, message)
                continue
            raised[name.replace("-", "_")] = number * row.factor
        return replace(STANDARD, **raised)

    def schema(self) -> JsonSchema:
        rows = {limit.key: _row_schema(limit) for limit in limits() if limit.can_be_raised}
        return {"type": "object", "properties": rows, "additionalProperties": False}


def _row_schema(limit: Limit) -> JsonSchema:
    default = f"{limit.value:,} {limit.unit}".strip()
    return {
        "type": ["integer", "string"],
        "description": f"Limit for {limit.meaning}. Default: {default}",
    }


def _whole(text: str, unit: str) -> int | None:
    """`2 MB`, `20,000` or `20000` as a number of units."""
    digits = text.strip().removesuffix(unit).strip().replace(",", "").replace("_", "")
    is_number = digits.isascii() and digits.isdecimal() and len(digits) < 12
    return int(digits) if is_number else None
