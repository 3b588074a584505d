"""`publish` in `site.yaml`: the wikis to which the maps go.

What each product needs is a row of `PRODUCTS`. A token is never written here: `site.yaml` is in
git, where everybody who can read the maps could read it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from journeybook.diagnostics import did_you_mean
from journeybook.schema.fields import (
    WORDS,
    YES_NO,
    JsonSchema,
    OneOf,
    Pattern,
    TableOf,
    authored,
    declared,
)
from journeybook.schema.findings import Findings
from journeybook.schema.values import Text, slug
from journeybook.schema.yaml_reader import Entry, Node, Scalar, Table
from journeybook.text import Span

DIALECTS = ("github", "gitlab", "gitea", "azure", "otter", "gollum")
"""The kinds of git wikis; Forgejo is `gitea`."""


@dataclass(frozen=True)
class Product:
    """What a target of one kind needs besides `to`, and what else it may have."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    needs_token: bool = True
    schemes: tuple[str, ...] = ("https://",)
    """How its address may begin; besides, `http://` for this computer itself."""


_ANY_GIT = ("https://", "ssh://", "git@", "file://", "/", "./", "../")

PRODUCTS = {
    "git": Product(
        ("url", "dialect"),
        ("under", "branch", "author", "user"),
        needs_token=False,
        schemes=_ANY_GIT,
    ),
    "mediawiki": Product(("url", "user"), ("under",)),
    "dokuwiki": Product(("url", "user"), ("under",)),
    "confluence-cloud": Product(("url", "user", "space"), ("under", "update-commented-pages")),
    "confluence-data-center": Product(("url", "space"), ("under", "update-commented-pages")),
    "folder": Product(("path",), ("under",), needs_token=False),
}
"""By the value of `to`."""

_TOKENS = ("token-env", "token-file", "token-command")
_FOR_ALL = ("to", "profile", "prefix", "suffix", "stages", "channels", *_TOKENS)
_SECRETS = re.compile(
    r"(?:api|bot|access|app|personal|private|secret|auth)?[-_ ]?"
    r"(?:token|passw(?:or)?d|passphrase|secret|key|credentials?|authorization|pat)",
    re.IGNORECASE,
)
"""Keys after which people write a secret."""
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")
_TOKEN = re.compile(r"gh[opsu]_|github_pat_|glpat-|xox[a-z]-|ATATT|eyJ")
"""How tokens of well-known services begin."""
_USER_IN_ADDRESS = re.compile(r"[a-z]+://[^/?#]*:[^/?#]*@", re.IGNORECASE)
_LOOPBACK = re.compile(r"http://(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)")


def _variable(text: str) -> str | None:
    return text if _VARIABLE.fullmatch(text) else None


@dataclass(frozen=True)
class PublishTarget:
    """One wiki, or one part of it."""

    to: Text = authored(
        OneOf(tuple(PRODUCTS)), "Product of the wiki", required=True, default=Text()
    )
    url: Text | None = authored(
        WORDS, "Address: of `api.php` for MediaWiki, of the repository for git, else of the wiki"
    )
    user: Text | None = authored(
        WORDS, "Account; for MediaWiki the bot password's name, `Name@app`"
    )
    under: Text | None = authored(
        WORDS, "Page, namespace or folder in the wiki below which all pages stand"
    )
    space: Text | None = authored(WORDS, "Confluence: key of the space")
    dialect: Text | None = authored(OneOf(DIALECTS), "git: which wiki shows the repository")
    branch: Text | None = authored(WORDS, "git: branch; by default the one that the wiki shows")
    path: Text | None = authored(WORDS, "folder: where the pages are written")
    author: Text | None = authored(WORDS, "git: author of the commits, `Name <mail>`")
    profile: Text | None = authored(WORDS, "Profile that says what is left out")
    prefix: Text | None = authored(WORDS, "Text before the title of every page")
    suffix: Text | None = authored(WORDS, "Text after the title of every page")
    stages: bool = authored(YES_NO, "Whether stages get pages", default=False)
    channels: bool = authored(YES_NO, "Whether channels get pages", default=False)
    update_commented_pages: bool = authored(
        YES_NO,
        "Confluence: update pages with open inline comments too, which may lose the comments",
        default=False,
    )
    token_env: Text | None = authored(
        Pattern("the name of an environment variable, such as WIKI_TOKEN", _variable),
        "Environment variable that holds the token or password",
    )
    token_file: Text | None = authored(WORDS, "File that holds it, readable only by you")
    token_command: Text | None = authored(WORDS, "Command that prints it")


Targets = tuple[tuple[Text, PublishTarget], ...]


@dataclass(frozen=True)
class PublishTargets:
    """A mapping of names to targets, read as (name, target) pairs."""

    def read(self, node: Node, key: str, findings: Findings) -> Targets | None:
        if not isinstance(node, Table):
            hint = "write the name of the target, and its settings below it"
            findings.add("JB116", node.span, f"`{key}` must name the wikis to publish to", hint)
            return None
        targets: list[tuple[Text, PublishTarget]] = []
        for entry in node.entries:
            name = Text(entry.key.text, entry.key.span)
            if str(name) != slug(str(name)) or not name.isascii() or len(name) > 40:
                message = f"`{name}` is not a name for a target"
                hint = "use lowercase letters, digits and `-`, for example `handbook`"
                findings.add("JB117", name.span, message, hint)
                continue
            target = _read_target(entry.value, f"{key}.{name}", findings)
            if target is not None:
                targets.append((name, target))
        return tuple(targets)

    def schema(self) -> JsonSchema:
        one = TableOf(PublishTarget).schema()
        return {"type": "object", "additionalProperties": one}


def _read_target(node: Node, key: str, findings: Findings) -> PublishTarget | None:
    """One target, or None with findings."""
    has_secret = False
    if isinstance(node, Table):
        known_keys = declared(PublishTarget)
        secrets = [entry for entry in node.entries if _is_secret(entry, known_keys)]
        for entry in secrets:
            has_secret = True
            _report_secret(f"{key}.{entry.key.text}", entry.key.span, findings)
        rest = tuple([entry for entry in node.entries if entry not in secrets])
        node = replace(node, entries=rest)
        if _has_password_in_address(node, key, findings):
            return None
    target = TableOf(PublishTarget).read(node, key, findings)
    if not isinstance(target, PublishTarget) or not isinstance(node, Table):
        return None
    if str(target.to) not in PRODUCTS:
        return None
    faults = list(_faults(target, node, key, has_token=has_secret))
    for code, span, message, hint in faults:
        findings.add(code, span, message, hint)
    return None if faults or has_secret else target


def _is_secret(entry: Entry, known_keys: Collection[str]) -> bool:
    """Whether somebody wrote the secret itself: below a key of that name, or where the name of its
    environment variable belongs."""
    key = entry.key.text
    if key == "token-env" and isinstance(entry.value, Scalar):
        text = entry.value.text.strip()
        return bool(_TOKEN.match(text)) or len(text) > 40
    return key not in known_keys and bool(_SECRETS.fullmatch(key))


def _report_secret(key: str, span: Span, findings: Findings) -> None:
    """Report a secret without its line, which would be printed with the finding."""
    place = Span.start_of(span.file)
    message = f"`{key}` on line {span.line} holds a secret, and everybody who has this file has it"
    hint = (
        "delete the line, make a new token (the old one is in git's history), put it into an "
        "environment variable, and write its name: `token-env: WIKI_TOKEN`"
    )
    findings.add("JB193", place, message, hint)


def _has_password_in_address(node: Table, key: str, findings: Findings) -> bool:
    for entry in node.entries:
        text = getattr(entry.value, "text", "")
        if entry.key.text == "url" and _USER_IN_ADDRESS.match(text):
            _report_secret(f"{key}.url", entry.key.span, findings)
            return True
    return False


Fault = tuple[str, Span, str, str]


def _faults(target: PublishTarget, node: Table, key: str, *, has_token: bool) -> Iterator[Fault]:
    """What a target of this product lacks or cannot use: code, place, message, hint."""
    product = PRODUCTS[str(target.to)]
    written = {entry.key.text: entry for entry in node.entries}
    for name in product.required:
        if name not in written:
            message = f"`{key}.{name}` is missing; {target.to} needs it"
            yield "JB118", node.span, message, f"add a line `{name}: …`"
    usable = (*_FOR_ALL, *product.required, *product.optional)
    for name, entry in written.items():
        if name in declared(PublishTarget) and name not in usable:
            hint = did_you_mean(name, usable) or f"keys you can use: {', '.join(sorted(usable))}"
            yield "JB115", entry.key.span, f"{target.to} does not use `{key}.{name}`", hint
    ways = [name for name in _TOKENS if name in written]
    if product.needs_token and not ways and not has_token:
        hint = "put it into an environment variable, and write its name: `token-env: WIKI_TOKEN`"
        yield "JB118", node.span, f"`{key}` does not name where its token is", hint
    if len(ways) > 1:
        hint = "keep one of them"
        yield "JB118", written[ways[1]].key.span, f"`{key}` names its token twice", hint
    url = target.url
    if url and not (str(url).startswith(product.schemes) or _LOOPBACK.match(str(url))):
        hint = f"write `{product.schemes[0]}…`, so that no one on the way can read the token"
        yield "JB117", url.span, f"`{key}.url` is `{url}`; expected a secure address", hint
