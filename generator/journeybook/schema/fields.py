"""Types of front-matter fields. Each reads a YAML node into a value and has a JSON Schema.

A field is declared once, with `authored(...)` in `documents.py` or `site_config.py`. The reader,
the JSON Schema and the manual follow from that declaration.
"""

from __future__ import annotations

import dataclasses
import datetime
import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from journeybook.budget import STANDARD
from journeybook.diagnostics import nearest
from journeybook.schema.findings import Findings
from journeybook.schema.other_words import field_hint, split_list, value_hint
from journeybook.schema.values import MetricMove, Ref, Text, file_id_fault
from journeybook.schema.yaml_reader import Listing, Node, Scalar, Table
from journeybook.text import Span, hidden_character
from journeybook.vocabulary import duration

T_co = TypeVar("T_co", covariant=True)
JsonSchema = dict[str, Any]


class FieldType(Protocol[T_co]):
    """A type of field, such as a date or a list of ids."""

    def read(self, node: Node, key: str, findings: Findings) -> T_co | None:
        """The value of a node, or None with a finding if the node is not of this type."""

    def schema(self) -> JsonSchema:
        """The JSON Schema of the values that `read` accepts."""
        ...


@dataclass(frozen=True, slots=True)
class FieldDeclaration:
    """How an author writes one field: its key, its type, what it means, whether it is required."""

    key: str
    type: FieldType[Any]
    doc: str
    required: bool


def authored(
    type: FieldType[Any], doc: str, *, default: Any = None, key: str = "", required: bool = False
) -> Any:
    """Declare a dataclass field that authors write; `key` defaults to the name of the field."""
    declaration = FieldDeclaration(key, type, doc, required)
    return dataclasses.field(default=default, metadata={_METADATA: declaration}, kw_only=True)


_METADATA = "authored"


def declared(cls: type[Any]) -> dict[str, tuple[str, FieldDeclaration]]:
    """The attribute name and declaration of each declared field of a dataclass, by key."""
    by_key: dict[str, tuple[str, FieldDeclaration]] = {}
    for field in dataclasses.fields(cls):
        declaration = field.metadata.get(_METADATA)
        if declaration is not None:
            key = declaration.key or field.name.replace("_", "-")
            by_key[key] = (field.name, declaration)
    return by_key


def describe(node: Node) -> str:
    """A node for a message: its text, or what it is."""
    if isinstance(node, Listing):
        return "a list"
    if isinstance(node, Table):
        return "a mapping (`key: value` lines)"
    return f"`{node.text}`" if node.text else "an empty text"


def _report(findings: Findings, node: Node, key: str, expected: str, hint: str = "") -> None:
    code = "JB117" if isinstance(node, Scalar) else "JB116"
    findings.add(code, node.span, f"`{key}` is {describe(node)}; expected {expected}", hint)


@dataclass(frozen=True)
class Words:
    """Any text on one or several lines."""

    def read(self, node: Node, key: str, findings: Findings) -> Text | None:
        if isinstance(node, Scalar):
            return Text(node.text.strip(), node.span)
        _report(findings, node, key, "a text", "put the text in quotes")
        return None

    def schema(self) -> JsonSchema:
        return {"type": ["string", "number", "boolean"]}


@dataclass(frozen=True)
class Line(Words):
    """One line of Markdown: emphasis, code and links, but no blocks."""

    def schema(self) -> JsonSchema:
        return {**super().schema(), "description": "Expected: a line of Markdown"}


@dataclass(frozen=True)
class OneOf:
    """One of a few words."""

    choices: tuple[str, ...]

    def read(self, node: Node, key: str, findings: Findings) -> Text | None:
        word = node.text.strip().lower() if isinstance(node, Scalar) else ""
        if word in self.choices:
            return Text(word, node.span)
        expected = f"one of {', '.join(self.choices)}"
        _report(findings, node, key, expected, self._hint(node))
        return None

    def _hint(self, node: Node) -> str:
        if isinstance(node, Listing):
            words = [item.text for item in node.items if isinstance(item, Scalar)]
            return value_hint(", ".join(words), self.choices)
        return value_hint(node.text, self.choices) if isinstance(node, Scalar) else ""

    def schema(self) -> JsonSchema:
        return {"enum": list(self.choices)}


@dataclass(frozen=True)
class Pattern:
    """A text of a certain form; `read_text` returns its value, or None if it is invalid."""

    expected: str
    read_text: Callable[[str], Any]
    regex: str = ""
    hint: str = ""

    def read(self, node: Node, key: str, findings: Findings) -> Any:
        if isinstance(node, Scalar):
            value = self.read_text(node.text.strip())
            if value is not None:
                return Text(value, node.span) if isinstance(value, str) else value
        _report(findings, node, key, self.expected, self.hint)
        return None

    def schema(self) -> JsonSchema:
        schema: JsonSchema = {
            "type": ["string", "number"],
            "description": f"Expected: {self.expected}",
        }
        if self.regex:
            schema["pattern"] = self.regex
        return schema


def read_date(text: str) -> datetime.date | None:
    """A date written as YYYY-MM-DD, or None."""
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


_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


def _yes_no(text: str) -> bool | None:
    return _YES_NO.get(text.lower())


_NOT_IN_A_LINK = re.compile(r"[\x00-\x20\x7f-\x9f\\<>\"]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_WITH_HOST = re.compile(r"https?://[^/?#]+", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^@]+@[^@]+$", re.IGNORECASE)


def safe_link(text: str) -> str | None:
    """The link if it is http, https or mailto, or a relative path in the site; None otherwise."""
    if not text or len(text) > STANDARD.link:
        return None
    if _NOT_IN_A_LINK.search(text) or hidden_character(text):
        return None
    if _SCHEME.match(text):
        is_allowed = _WITH_HOST.match(text) or _MAIL.match(text)
        return text if is_allowed else None
    return None if text.startswith("/") else text


def _web_address(text: str) -> str | None:
    return text if safe_link(text) and _WEB_ADDRESS.match(text) else None


def _bounds(text: str) -> tuple[str, str] | None:
    parts = re.split(r"\.\.\.?|…|–", text)
    if len(parts) != 2:
        return None
    low, high = parts[0].strip(), parts[1].strip()
    return (low, high) if low and high else None


def _language(text: str) -> str | None:
    return text if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", text, re.ASCII) else None


WORDS = Words()
LINE = Line()
DATE = Pattern("a date such as 2026-10-02", read_date, r"^\d{4}-\d\d-\d\d$", "write year-month-day")
SCORE = Pattern("a whole number from 1 to 5", _whole(1, 5))
COUNT = Pattern("a whole number, 0 or more", _whole(0, 10**9))
YES_NO = Pattern("yes or no", _yes_no, r"^(?i:yes|no|true|false)$")
LINK = Pattern(
    "a link that starts with https://, http:// or mailto:, or a file in the site", safe_link
)
WEB_ADDRESS = Pattern("a web address that starts with https://", _web_address)
BOUNDS = Pattern("a range such as 20..40", _bounds)


LENGTH = Pattern(
    "a time such as 30s, 15m, 3h, 2d, 3w, 6mo, 1y, or a range such as 6-12 months", duration
)
LANGUAGE = Pattern("a language code such as en, fa or pt-BR", _language)


@dataclass(frozen=True)
class ListOf:
    """A list, or a single value as a list of one. With `commas`, also texts on one line with commas
    between them."""

    item: FieldType[Any]
    commas: bool = False

    def read(self, node: Node, key: str, findings: Findings) -> tuple[Any, ...] | None:
        if isinstance(node, Table):
            _report(findings, node, key, "a list such as [a, b]")
            return None
        items = self._items(node)
        _check_for_decimal_commas(items, findings)
        values = [self.item.read(item, key, findings) for item in items]
        return tuple([value for value in values if value is not None])

    def _items(self, node: Scalar | Listing) -> Sequence[Node]:
        if isinstance(node, Listing):
            return node.items
        if not node.text.strip():
            return ()
        return _split(node) if self.commas and node.plain else (node,)

    def schema(self) -> JsonSchema:
        item = self.item.schema()
        return {"anyOf": [item, {"type": "array", "items": item}]}


_ENDS_IN_NUMBER = re.compile(r"(?:^|[^\w.-])[+-]?\d+$")
_STARTS_WITH_NUMBER = re.compile(r"\d+\b")


def _check_for_decimal_commas(items: Sequence[Node], findings: Findings) -> None:
    """Report two items that are one text with a decimal comma: `[below 1,8 million, delivery]`."""
    for first, second in itertools.pairwise(items):
        if not isinstance(first, Scalar) or not isinstance(second, Scalar):
            continue
        one, other = first.span, second.span
        is_close = one.line == other.line and other.column == one.end_column + 1
        text = f"{first.text},{second.text}"
        is_words = not text.replace(",", "").strip("+-").isdecimal()
        is_cut = _ENDS_IN_NUMBER.search(first.text) and _STARTS_WITH_NUMBER.match(second.text)
        if is_close and is_words and is_cut and first.plain and second.plain:
            span = one._replace(end_column=other.end_column)
            message = f"the comma in `{text}` begins another item of the list"
            hint = f'write `"{text}"`, or a blank after the comma'
            findings.add("JB148", span, message, hint)


LINES = ListOf(LINE)
TAGS = ListOf(WORDS, commas=True)


def some_of(choices: tuple[str, ...]) -> ListOf:
    """A list of some of a few words."""
    return ListOf(OneOf(choices), commas=True)


def refs_to(kind: str) -> ListOf:
    """A list of ids of entities of one kind."""
    return ListOf(RefTo(kind), commas=True)


def _split(node: Scalar) -> list[Scalar]:
    """The comma-separated parts of a value on one line, each with its own span."""
    span, parts, at = node.span, [], 0
    if span.line != span.end_line:
        return [node]
    for part in node.text.split(","):
        word = part.strip()
        if word:
            start = span.column + at + part.index(word)
            place = span._replace(column=start, end_column=start + len(word))
            parts.append(Scalar(word, place))
        at += len(part) + 1
    return parts


@dataclass(frozen=True)
class RefTo:
    """The id of an entity of one kind."""

    kind: str

    def read(self, node: Node, key: str, findings: Findings) -> Ref | None:
        if not isinstance(node, Scalar):
            _report(findings, node, key, f"a valid {self.kind} ID")
            return None
        identifier = node.text.strip()
        if id_fault(self.kind, identifier):
            report_bad_id(self.kind, identifier, node.span, findings)
            return None
        return Ref(self.kind, identifier, node.span)

    def schema(self) -> JsonSchema:
        return {"type": ["string", "number"], "description": f"ID of the {self.kind}"}


def id_fault(kind: str, identifier: str) -> str:
    """A hint why a text is not a valid id of an entity of a kind, or an empty string.

    Ids of pain points and stages may use any script.
    """
    if kind in ("pain", "stage"):
        return "" if identifier else "write an ID"
    parts = identifier.split("/") if kind in ("journey", "page") else [identifier]
    if kind == "journey" and len(parts) != 2:
        return "write the folder and file name, as in `persona/journey`"
    return next(filter(None, map(file_id_fault, parts)), "")


def report_bad_id(kind: str, written: str, span: Span, findings: Findings) -> None:
    """Report a reference that is not an ID, with what it most likely means."""
    message = f"`{written}` is not a valid {kind} ID"
    findings.add("JB126", span, message, _id_hint(kind, written), meant=(kind, written))


_WIKI = re.compile(r"\[\[(?:[a-z]+:)?([^\[\]|#]+)[^\[\]]*\]\]")
_MARKDOWN_LINK = re.compile(r"\[[^\[\]]*\]\(([^()\s]+)\)")


def _id_hint(kind: str, written: str) -> str:
    """How to write a reference: several of them, a link, the path of a file, or a title."""
    parts = split_list(written)
    if len(parts) > 1 and not any(id_fault(kind, part) for part in parts):
        return f"separate IDs with commas: `{', '.join(parts)}`"
    link = _WIKI.fullmatch(written) or _MARKDOWN_LINK.fullmatch(written)
    path = (link[1] if link else written).strip().removesuffix(".md")
    name = "/".join(path.split("/")[-2 if kind == "journey" else -1 :])
    if name != written and not id_fault(kind, name):
        return f"write only the ID: `{name}`"
    return id_fault(kind, written)


@dataclass(frozen=True)
class MapOf:
    """A mapping whose keys the author chooses, read as (key, value) pairs in the order written.

    If the keys are ids, `names` is the kind of entity that they name.
    """

    value: FieldType[Any]
    key_doc: str = "name"
    names: str = ""

    def read(self, node: Node, key: str, findings: Findings) -> tuple[tuple[Text, Any], ...] | None:
        if isinstance(node, Scalar) and not node.text.strip():
            return ()
        if not isinstance(node, Table):
            _report(findings, node, key, f"a mapping (`{self.key_doc}: value` lines)")
            return None
        pairs: list[tuple[Text, Any]] = []
        for entry in node.entries:
            name = entry.key
            value = self.value.read(entry.value, f"{key}.{name.text}", findings)
            is_valid = not self.names or RefTo(self.names).read(name, key, findings)
            if value is not None and is_valid:
                pairs.append((Text(name.text, name.span), value))
        return tuple(pairs)

    def schema(self) -> JsonSchema:
        return {"type": "object", "additionalProperties": self.value.schema()}


@dataclass(frozen=True)
class TableOf:
    """A mapping with fixed keys, bound to a dataclass. A single text becomes the field `short`."""

    cls: type[Any]
    short: str = ""

    def read(self, node: Node, key: str, findings: Findings) -> Any:
        fields = declared(self.cls)
        required = {attribute for attribute, field in fields.values() if field.required}
        if isinstance(node, Table):
            values = bind(self.cls, node, findings, prefix=f"{key}.")
            return self.cls(**values) if required <= values.keys() else None
        if isinstance(node, Scalar):
            if not node.text.strip():
                return None if required else self.cls()
            if self.short:
                attribute, declaration = fields[self.short]
                value = declaration.type.read(node, key, findings)
                return None if value is None else self.cls(**{attribute: value})
        _report(findings, node, key, "a mapping (`key: value` lines)")
        return None

    def schema(self) -> JsonSchema:
        table = object_schema(self.cls)
        if not self.short:
            return table
        _, declaration = declared(self.cls)[self.short]
        return {"anyOf": [declaration.type.schema(), table]}


@dataclass(frozen=True)
class Moves:
    """Metrics of a whole journey: a mapping of metric ids to `now -> target`, or a list of ids."""

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
    """`22% -> 30%` as (`22%`, `30%`); a single value is the current one."""
    now, _, target = re.sub(r"→|=>", "->", text).partition("->")
    return now.strip(), target.strip()


@dataclass(frozen=True)
class Facets:
    """A segment: a mapping (`industry: pumps`) or a list of words, read as (name, value) pairs.

    The name of a listed word is empty.
    """

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
    """Read a mapping into constructor arguments of a dataclass; report unknown and missing keys.

    Invalid and missing values are left out, so that the field keeps its default.
    """
    fields = declared(cls)
    values: dict[str, Any] = {}
    written: set[str] = set()  # includes the likely meaning of misspelt keys: one finding is enough
    for entry in table.entries:
        key, node = entry.key.text, entry.value
        if key not in fields:
            where = f" in `{prefix[:-1]}`" if prefix else ""
            every_key = ", ".join(sorted(fields))
            hint = field_hint(key, fields) or f"keys you can use: {every_key}"
            findings.add("JB115", entry.key.span, f"unknown key `{key}`{where}", hint)
            written.add(nearest(key, fields) or "")
            continue
        if isinstance(node, Scalar) and node.plain and not node.text.strip():
            continue  # a key without a value yet
        written.add(key)
        attribute, declaration = fields[key]
        value = declaration.type.read(node, prefix + key, findings)
        if declaration.required and value == "":
            findings.add("JB118", node.span, f"`{prefix}{key}` is empty", "add a value")
        elif value is not None:
            values[attribute] = value
    for key, (attribute, declaration) in fields.items():
        if declaration.required and attribute not in values and key not in written:
            span = table.span
            start = span._replace(end_line=span.line, end_column=span.column + 1)
            findings.add("JB118", start, f"`{prefix}{key}` is missing", f"add a line `{key}: …`")
    return values


def report_no_table(root: Node | None, start: Span, findings: Findings) -> None:
    """Report front matter or settings that are not `key: value` lines."""
    if root is None:
        findings.add("JB118", start, "`title` is missing", "add a line `title: …`")
        return
    hint = "write `key: value` lines, for example `title: …`"
    if isinstance(root, Scalar) and re.match(r"[a-z-]+:\S", root.text):
        hint = f"put a space after the colon: `{root.text.partition(':')[0]}: …`"
    message = f"found {describe(root)}, expected `key: value` lines"
    findings.add("JB116", root.span, message, hint)


def object_schema(cls: type[Any]) -> JsonSchema:
    """The JSON Schema (draft-07) of a dataclass of declared fields."""
    fields = {key: declaration for key, (_, declaration) in declared(cls).items()}
    schema: JsonSchema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: _property(field) for key, field in fields.items()},
    }
    required = [key for key, field in fields.items() if field.required]
    if required:
        schema["required"] = required
    return schema


def _property(field: FieldDeclaration) -> JsonSchema:
    """The schema of one field. A key without a value is allowed: its author may add it later."""
    return {"anyOf": [field.type.schema(), {"type": "null"}], "description": field.doc}
