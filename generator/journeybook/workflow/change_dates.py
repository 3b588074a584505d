"""When the meaning of each file last changed, from the commits that touched it.

A commit that only moved a file, or changed its bytes and not what it says, is not its last change.
What was compared once is cached by the two object IDs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import PurePosixPath

from journeybook.budget import STANDARD
from journeybook.cache import Cache, key_of
from journeybook.effects.folders import largest
from journeybook.effects.git import Change, History, Touch
from journeybook.effects.revisions import CouldNotRead
from journeybook.schema.site_config import SiteConfig

Contents = Callable[[tuple[str, ...], Mapping[str, int]], tuple[dict[str, bytes], dict[str, int]]]
"""Reads contents by object ID, as `Repository.blobs` does."""

_MOST_COMMITS = 40
"""Commits without a change in meaning that are passed over, so that no history takes for ever."""
_AT_ONCE = 500
_SAME, _OTHER = ("same",), ("other",)


@dataclass(frozen=True)
class _Search:
    """Where the search for the last change of a file has got to: a commit that touched it, under
    the name that it had then."""

    name: str
    at: int = 0


@dataclass(frozen=True)
class _Question:
    """Whether a commit changed what a file says; without `old`, what the file was called before."""

    path: str
    old: str
    new: str


def meaningful_changes(
    history: History, contents: Contents, config: SiteConfig, site_file: bytes, cache: Cache
) -> dict[str, Change]:
    """The newest commit that changed the meaning of each file. If contents cannot be read, the
    newest commits that touched them."""
    judge = _Judge(contents, config, key_of(site_file), cache)
    result: dict[str, Change] = {}
    searches = {path: _Search(path) for path in history.touches}
    for _ in range(_MOST_COMMITS):
        touches = {path: history.touches[one.name][one.at] for path, one in searches.items()}
        judge.ask(filter(None, (_question(path, touch) for path, touch in touches.items())))
        going_on = {}
        for path, search in searches.items():
            earlier = _earlier(path, search, touches[path], history, judge)
            if earlier is None:
                result[path] = touches[path].change
            else:
                going_on[path] = earlier
        searches = going_on
    for path, search in searches.items():
        result[path] = history.touches[search.name][search.at].change
    return {path: result[path] for path in history.touches}


def _question(path: str, touch: Touch) -> _Question | None:
    """What has to be compared to judge a commit, if anything."""
    if not touch.new or touch.old == touch.new:
        return None
    if touch.old or any(_may_be_moved(path, other) for other in touch.removed):
        return _Question(path, touch.old, touch.new)
    return None


def _earlier(
    path: str, search: _Search, touch: Touch, history: History, judge: _Judge
) -> _Search | None:
    """Where to go on if a commit did not change what a file says; None if it did."""
    if not touch.new:
        return None
    if touch.old:
        is_same = touch.old == touch.new or judge.is_same(path, touch.old, touch.new)
        has_more = search.at + 1 < len(history.touches[search.name])
        return replace(search, at=search.at + 1) if is_same and has_more else None
    name = _moved_from(path, touch, judge)
    return _before_removal(name, touch, history) if name else None


def _moved_from(path: str, touch: Touch, judge: _Judge) -> str:
    """The file that a commit moved here: one with the same content, or one that `was` names and
    that said the same."""
    removed = {other: old for other, old in touch.removed.items() if _may_be_moved(path, other)}
    for other, old in removed.items():
        if old == touch.new:
            return other
    for name in judge.former(path, touch.new) if removed else ():
        old = removed.get(name, "")
        if old and judge.is_same(path, old, touch.new):
            return name
    return ""


def _may_be_moved(path: str, other: str) -> bool:
    """Whether two paths are of one kind of document."""
    one, two = PurePosixPath(path), PurePosixPath(other)
    return one.parts[:2] == two.parts[:2] and one.suffix == two.suffix


def _before_removal(name: str, touch: Touch, history: History) -> _Search | None:
    """The commit that touched a file before the one that removed it."""
    touches = history.touches[name]
    removal = (
        at
        for at, other in enumerate(touches)
        if not other.new and other.change.revision == touch.change.revision
    )
    at = next(removal, len(touches)) + 1
    return _Search(name, at) if at < len(touches) else None


class _Judge:
    """Answers questions from the cache, or from contents that it reads many at once."""

    def __init__(self, contents: Contents, config: SiteConfig, site: bytes, cache: Cache) -> None:
        self._contents = contents
        self._config = config
        self._site = site
        self._cache = cache
        self._answers: dict[_Question, tuple[str, ...]] = {}

    def is_same(self, path: str, old: str, new: str) -> bool:
        """Whether two contents of a file say the same."""
        return self._ask_one(_Question(path, old, new)) == _SAME

    def former(self, path: str, new: str) -> tuple[str, ...]:
        """The paths that a content of a file names as its former ones."""
        return self._ask_one(_Question(path, "", new))

    def _ask_one(self, question: _Question) -> tuple[str, ...]:
        self.ask((question,))
        return self._answers[question]

    def ask(self, questions: Iterable[_Question]) -> None:
        """Find the answers, reading contents for what is not in the cache."""
        unknown = (one for one in questions if not self._is_known(one))
        while batch := tuple(islice(unknown, _AT_ONCE)):
            contents = self._contents_of(batch)
            for one in batch:
                answer = self._answer(one, contents)
                self._answers[one] = answer if answer is not None else _OTHER
                if answer is not None:
                    self._cache.put("meaning", self._key(one), answer)

    def _is_known(self, question: _Question) -> bool:
        if question in self._answers:
            return True
        answer: tuple[str, ...] | None = self._cache.get("meaning", self._key(question))
        if answer is not None:
            self._answers[question] = answer
        return answer is not None

    def _key(self, question: _Question) -> bytes:
        return key_of(question.path, question.old, question.new, self._site)

    def _contents_of(self, questions: tuple[_Question, ...]) -> Mapping[str, bytes]:
        """The contents that questions are about, without those that are too large; none if git
        cannot read one, as in a partial clone."""
        limits: dict[str, int] = {}
        for one in questions:
            limits |= dict.fromkeys(filter(None, (one.old, one.new)), largest(one.path, STANDARD))
        try:
            return self._contents(tuple(limits), limits)[0]
        except CouldNotRead:
            return {}

    def _answer(self, question: _Question, contents: Mapping[str, bytes]) -> tuple[str, ...] | None:
        """The answer, or None if a content cannot be read."""
        # Imported late: if every answer is in the cache, the comparison is not loaded.
        from journeybook.diff.meaning import former_paths, says_the_same

        new = contents.get(question.new)
        if new is None:
            return None
        if not question.old:
            return former_paths(question.path, new, self._config)
        old = contents.get(question.old)
        if old is None:
            return None
        return _SAME if says_the_same(question.path, old, new, self._config) else _OTHER
