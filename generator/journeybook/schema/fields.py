"""The types of front-matter fields: each reads a YAML node into a value and describes itself to
JSON Schema.

A field is declared once, in `documents.py` or `site_config.py`, with `said(...)`; reading, the JSON
Schema and the manual all follow that declaration.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from journeybook.diagnostics import did_you_mean, nearest
from journeybook.schema.findings import Findings
from journeybook.schema.values import MetricMove, Ref, Text, file_id_fault
from journeybook.schema.yaml_reader import Listing, Node, Scalar, Table
from journeybook.text import Span, hidden_character
from journeybook.vocabulary import Duration, duration

T_co = TypeVar("T_co", covariant=True)
JsonSchema = dict[str, Any]


class FieldType(Protocol[T_co]):
    """Reads one value. `read` returns None after adding a finding when the value is not of the
    type."""

    def read(self, node: Node, key: str, findings: Findings) -> T_co | None: ...

    def schema(self) -> JsonSchema: ...


@dataclass(frozen=True, slots=True)
class FieldDeclaration:
    """How one field is written: its key, type, meaning in a sentence, and whether it must be
    there."""

    key: str
    type: FieldType[Any]
    doc: str
    required: bool


def authored(
    type: FieldType[Any], doc: str, *, default: Any = None, key: str = "", required: bool = False
) -> Any:
    """Declare a dataclass field that an author writes in front matter; `key` defaults to the
    field's name."""
    return dataclasses.field(
        default=default, metadata={"said": FieldDeclaration(key, type, doc, required)}, kw_only=True
    )


def declared(cls: type[Any]) -> dict[str, tuple[str, FieldDeclaration]]:
    """The written key of each declared field of a dataclass -> (attribute name, declaration)."""
    found: dict[str, tuple[str, FieldDeclaration]] = {}
    for field in dataclasses.fields(cls):
        declaration = field.metadata.get("said")
        if declaration is not None:
            key = declaration.key or field.name.replace("_", "-")
            found[key] = (field.name, declaration)
    return found


def describe(node: Node) -> str:
    """A node in an author's words, for messages."""
    if isinstance(node, Listing):
        return "a list"
    if isinstance(node, Table):
        return "a mapping (`key: value` lines)"
    return f"`{node.text}`" if node.text else "nothing"


def _wrong(findings: Findings, node: Node, key: str, expected: str, hint: str = "") -> None:
    code = "JB117" if isinstance(node, Scalar) else "JB116"
    findings.add(code, node.span, f"`{key}` is {describe(node)}; expected {expected}", hint)


@dataclass(frozen=True)
class Words:
    """Any text on one or several lines."""

    def read(self, node: Node, key: str, findings: Findings) -> Text | None:
        if isinstance(node, Scalar):
            return Text(node.text.strip(), node.span)
        _wrong(findings, node, key, "a text", "put the text in quotes")
        return None

    def schema(self) -> JsonSchema:
        return {"type": ["string", "number", "boolean"]}


@dataclass(frozen=True)
class Line(Words):
    """A text that pages show as one line of Markdown: with emphasis, code and links."""

    def schema(self) -> JsonSchema:
        return {**super().schema(), "description": "Expected: a line of Markdown"}


@dataclass(frozen=True)
class OneOf:
    """One of a few words."""

    choices: tuple[str, ...]

    def read(self, node: Node, key: str, findings: Findings) -> Text | None:
        if isinstance(node, Scalar) and node.text.strip().lower() in self.choices:
            return Text(node.text.strip().lower(), node.span)
        word = node.text if isinstance(node, Scalar) else ""
        _wrong(
            findings,
            node,
            key,
            f"one of {', '.join(self.choices)}",
            did_you_mean(word.lower(), self.choices),
        )
        return None

    def schema(self) -> JsonSchema:
        return {"enum": list(self.choices)}


@dataclass(frozen=True)
class Pattern:
    """A text of a certain form; `read_text` turns it into a value, or gives None where it does not
    fit."""

    expected: str
    read_text: Callable[[str], Any]
    regex: str = ""
    hint: str = ""

    def read(self, node: Node, key: str, findings: Findings) -> Any:
        if isinstance(node, Scalar):
            value = self.read_text(node.text.strip())
            if value is not None:
                return Text(value, node.span) if isinstance(value, str) else value
        _wrong(findings, node, key, self.expected, self.hint)
        return None

    def schema(self) -> JsonSchema:
        schema: JsonSchema = {
            "type": ["string", "number"],
            "description": f"Expected: {self.expected}",
        }
        if self.regex:
            schema["pattern"] = self.regex
        return schema


def _date(text: str) -> datetime.date | None:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _whole(low: int, high: int) -> Callable[[str], int | None]:
    def read(text: str) -> int | None:
        if not re.fullmatch(r"-?\d{1,9}", text, re.ASCII):
            return None
        number = int(text)
        return number if low <= number <= high else None

    return read


def _yes_no(text: str) -> bool | None:
    return {"yes": True, "true": True, "no": False, "false": False}.get(text.lower())


_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def safe_link(text: str) -> str | None:
    """The link itself if it is http, https or mailto, or a relative path inside the site; else
    None."""
    if (
        not text
        or len(text) > 2048
        or re.search(r"[\x00-\x20\x7f-\x9f\\<>\"]", text)
        or hidden_character(text)
    ):
        return None
    scheme = _SCHEME.match(text)
    if scheme:
        good = scheme[1].lower() in ("http", "https") and re.match(
            r"https?://[^/?#]+", text, re.IGNORECASE
        )
        return text if good or re.match(r"mailto:[^@]+@[^@]+$", text, re.IGNORECASE) else None
    return None if text.startswith("/") else text


def _web_address(text: str) -> str | None:
    return text if safe_link(text) and re.match(r"https?://", text, re.IGNORECASE) else None


def _bounds(text: str) -> tuple[str, str] | None:
    parts = [part.strip() for part in re.split(r"\.\.\.?|…|–", text)]
    return (parts[0], parts[1]) if len(parts) == 2 and all(parts) else None


WORDS = Words()
LINE = Line()
DATE = Pattern("a date such as 2026-10-02", _date, r"^\d{4}-\d\d-\d\d$", "write year-month-day")
SCORE = Pattern("a whole number from 1 to 5", _whole(1, 5))
COUNT = Pattern("a whole number, 0 or more", _whole(0, 10**9))
YES_NO = Pattern("yes or no", _yes_no, r"^(?i:yes|no|true|false)$")
LINK = Pattern(
    "a link that starts with https://, http:// or mailto:, or a file in the site", safe_link
)
WEB_ADDRESS = Pattern("a web address that starts with https://", _web_address)
BOUNDS = Pattern("a range such as 20..40", _bounds)


def _duration(text: str) -> Duration | None:
    return duration(text)


LENGTH = Pattern(
    "a time such as 30s, 15m, 3h, 2d, 3w, 6mo, 1y, or a range such as 6-12 months", _duration
)
LANGUAGE = Pattern(
    "a language code such as en, fa or pt-BR",
    lambda text: (
        text if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", text, re.ASCII) else None
    ),
)


@dataclass(frozen=True)
class ListOf:
    """Several values: a list, or one value alone (then a list of one). Texts may stand on one line
    with commas."""

    item: FieldType[Any]
    commas: bool = False

    def read(self, node: Node, key: str, findings: Findings) -> tuple[Any, ...] | None:
        if isinstance(node, Scalar):
            if not node.text.strip():
                return ()
            nodes: tuple[Node, ...] = tuple(_split(node)) if self.commas and node.plain else (node,)
        elif isinstance(node, Listing):
            nodes = node.items
        else:
            _wrong(findings, node, key, "a list such as [a, b]")
            return None
        values = (self.item.read(item, key, findings) for item in nodes)
        return tuple(value for value in values if value is not None)

    def schema(self) -> JsonSchema:
        return {"anyOf": [self.item.schema(), {"type": "array", "items": self.item.schema()}]}


def _split(node: Scalar) -> list[Scalar]:
    """The comma-separated parts of a one-line value, each with its own place."""
    span, parts, at = node.span, [], 0
    if span.line != span.end_line:
        return [node]
    for part in node.text.split(","):
        start = span.column + at + (len(part) - len(part.lstrip()))
        if part.strip():
            place = span._replace(column=start, end_column=start + len(part.strip()))
            parts.append(Scalar(part.strip(), place))
        at += len(part) + 1
    return parts


@dataclass(frozen=True)
class RefTo:
    """The id of an entity of one kind."""

    kind: str

    def read(self, node: Node, key: str, findings: Findings) -> Ref | None:
        if not isinstance(node, Scalar):
            _wrong(findings, node, key, f"a valid {self.kind} ID")
            return None
        wanted = node.text.strip()
        wrong = id_fault(self.kind, wanted)
        if wrong:
            findings.add("JB126", node.span, f"`{wanted}` is not a valid {self.kind} ID", wrong)
            return None
        return Ref(self.kind, wanted, node.span)

    def schema(self) -> JsonSchema:
        return {"type": ["string", "number"], "description": f"ID of the {self.kind}"}


def id_fault(kind: str, wanted: str) -> str:
    """Why a text cannot name an entity of a kind, or an empty string. Pains and stages take any
    script."""
    if kind in ("pain", "stage"):
        return "" if wanted else "write an id"
    parts = wanted.split("/") if kind == "journey" else [wanted]
    if kind == "journey" and len(parts) != 2:
        return "write the folder and file name, as in `persona/journey`"
    if kind == "page":
        parts = wanted.split("/")
    return next((wrong for part in parts if (wrong := file_id_fault(part))), "")


@dataclass(frozen=True)
class MapOf:
    """A table whose keys the author chooses; read as a tuple of (key, value) in the order written.

    `names` is the kind of entity whose ids the keys are, where they are ids.
    """

    value: FieldType[Any]
    key_doc: str = "name"
    names: str = ""

    def read(self, node: Node, key: str, findings: Findings) -> tuple[tuple[Text, Any], ...] | None:
        if isinstance(node, Scalar) and not node.text.strip():
            return ()
        if not isinstance(node, Table):
            _wrong(findings, node, key, f"a mapping (`{self.key_doc}: value` lines)")
            return None
        pairs: list[tuple[Text, Any]] = []
        for entry in node.entries:
            value = self.value.read(entry.value, f"{key}.{entry.key.text}", findings)
            named = RefTo(self.names).read(entry.key, key, findings) if self.names else entry.key
            if value is not None and named is not None:
                pairs.append((Text(entry.key.text, entry.key.span), value))
        return tuple(pairs)

    def schema(self) -> JsonSchema:
        return {"type": "object", "additionalProperties": self.value.schema()}


@dataclass(frozen=True)
class TableOf:
    """A table with known keys, bound to a dataclass; `short` names the field that a lone text
    fills."""

    cls: type[Any]
    short: str = ""

    def read(self, node: Node, key: str, findings: Findings) -> Any:
        if isinstance(node, Scalar) and self.short and node.text.strip():
            attribute, declaration = declared(self.cls)[self.short]
            value = declaration.type.read(node, key, findings)
            return None if value is None else self.cls(**{attribute: value})
        if isinstance(node, Scalar) and not node.text.strip():
            return (
                self.cls() if not any(d.required for _, d in declared(self.cls).values()) else None
            )
        if not isinstance(node, Table):
            _wrong(findings, node, key, "a mapping (`key: value` lines)")
            return None
        values = bind(self.cls, node, findings, prefix=f"{key}.")
        complete = all(
            attribute in values for attribute, d in declared(self.cls).values() if d.required
        )
        return self.cls(**values) if complete else None

    def schema(self) -> JsonSchema:
        table = object_schema(self.cls)
        return (
            {"anyOf": [declared(self.cls)[self.short][1].type.schema(), table]}
            if self.short
            else table
        )


@dataclass(frozen=True)
class Moves:
    """Metrics of a whole journey: a table of metric id to `now -> target`."""

    def read(self, node: Node, key: str, findings: Findings) -> tuple[MetricMove, ...] | None:
        if isinstance(node, Listing):
            refs = ListOf(RefTo("metric")).read(node, key, findings) or ()
            return tuple(MetricMove(ref) for ref in refs)
        pairs = MapOf(WORDS, "metric").read(node, key, findings)
        if pairs is None:
            return None
        moves = []
        for name, text in pairs:
            ref = RefTo("metric").read(Scalar(str(name), name.span), key, findings)
            if ref:
                now, target = metric_values(text)
                moves.append(MetricMove(ref, now, target))
        return tuple(moves)

    def schema(self) -> JsonSchema:
        return {
            "anyOf": [
                {"type": "array", "items": {"type": "string"}},
                {"type": "object", "additionalProperties": {"type": ["string", "number"]}},
            ]
        }


def metric_values(text: str) -> tuple[str, str]:
    """`22% -> 30%` as (`22%`, `30%`); a lone value is the value now."""
    now, arrow, target = re.sub(r"→|=>", "->", text).partition("->")
    return now.strip(), target.strip() if arrow else ""


@dataclass(frozen=True)
class Facets:
    """A segment: a table (`industry: pumps`), or a list of words; read as (name, value), the name
    may be empty."""

    def read(
        self, node: Node, key: str, findings: Findings
    ) -> tuple[tuple[Text, Text], ...] | None:
        if isinstance(node, Table):
            pairs = MapOf(ListOf(WORDS)).read(node, key, findings) or ()
            return tuple((name, value) for name, values in pairs for value in values)
        words = ListOf(WORDS, commas=True).read(node, key, findings)
        return None if words is None else tuple((Text(), word) for word in words)

    def schema(self) -> JsonSchema:
        return {"type": ["string", "array", "object"]}


def bind(cls: type[Any], table: Table, findings: Findings, *, prefix: str = "") -> dict[str, Any]:
    """Read a table into constructor arguments of a dataclass, reporting unknown and missing keys.

    What is wrong or missing is left out, so that the field's default stands.
    """
    fields = declared(cls)
    values: dict[str, Any] = {}
    written: set[str] = set()  # also what a misspelt key was meant to be: one mistake, one finding
    for entry in table.entries:
        known = fields.get(entry.key.text)
        if known is None:
            where = f" in `{prefix[:-1]}`" if prefix else ""
            hint = (
                did_you_mean(entry.key.text, fields)
                or f"keys you can use: {', '.join(sorted(fields))}"
            )
            findings.add("JB115", entry.key.span, f"unknown key `{entry.key.text}`{where}", hint)
            written.add(nearest(entry.key.text, fields) or "")
            continue
        if isinstance(entry.value, Scalar) and entry.value.plain and not entry.value.text.strip():
            continue  # a key without a value says nothing yet: the default stands
        written.add(entry.key.text)
        attribute, declaration = known
        value = declaration.type.read(entry.value, prefix + entry.key.text, findings)
        if declaration.required and value == "":
            findings.add(
                "JB118", entry.value.span, f"`{prefix}{entry.key.text}` is empty", "add a value"
            )
        elif value is not None:
            values[attribute] = value
    missing = [
        key for key, (attribute, d) in fields.items() if d.required and attribute not in values
    ]
    for key in missing:
        if key not in written:
            start = table.span._replace(end_line=table.span.line, end_column=table.span.column + 1)
            findings.add("JB118", start, f"`{prefix}{key}` is missing", f"add a line `{key}: …`")
    return values


def report_no_table(root: Node | None, start: Span, findings: Findings) -> None:
    """Report front matter or settings that are something else than `key: value` lines."""
    if root is None:
        findings.add("JB118", start, "`title` is missing", "add a line `title: …`")
        return
    hint = "write `key: value` lines, for example `title: …`"
    if isinstance(root, Scalar) and re.match(r"[a-z-]+:\S", root.text):
        hint = f"put a space after the colon: `{root.text.partition(':')[0]}: …`"
    findings.add("JB116", root.span, f"found {describe(root)}, expected `key: value` lines", hint)


def object_schema(cls: type[Any]) -> JsonSchema:
    """The JSON Schema (draft-07) of a dataclass of declared fields."""
    fields = declared(cls)
    schema: JsonSchema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            key: {**_nullable(d.type.schema()), "description": d.doc}
            for key, (_, d) in fields.items()
        },
    }
    required = [key for key, (_, d) in fields.items() if d.required]
    if required:
        schema["required"] = required
    return schema


def _nullable(schema: JsonSchema) -> JsonSchema:
    """A key may stand without a value while its author is still thinking."""
    return {"anyOf": [schema, {"type": "null"}]}
