"""Slips of the keyboard that authors make in a fact, as functions from the line to the slipped line;
None where a slip does not apply to the line."""

from __future__ import annotations

from collections.abc import Callable

Slip = Callable[[str], str | None]


def _parts(line: str) -> tuple[str, str]:
    key, _, value = line.removeprefix("- ").partition(":")
    return key, value.strip()


SLIPS: dict[str, Slip] = {
    "en dash": lambda line: "–" + line[1:],
    "em dash": lambda line: "—" + line[1:],
    "minus": lambda line: "−" + line[1:],
    "word bullet": lambda line: "•\t" + line[2:],
    "middle dot": lambda line: "·" + line[1:],
    "no blank": lambda line: "-" + line[2:],
    "no-break space": lambda line: "-\u00a0" + line[2:],
    "full-width hyphen": lambda line: "－" + line[1:],
    "numbered": lambda line: "1. " + line[2:],
    "numbered with bracket": lambda line: "2) " + line[2:],
    "check box": lambda line: "- [ ] " + line[2:],
    "ticked box": lambda line: "- [x] " + line[2:],
    "bold key": lambda line: "- **{}**: {}".format(*_parts(line)),
    "bold key and colon": lambda line: "- **{}:** {}".format(*_parts(line)),
    "code key": lambda line: "- `{}`: {}".format(*_parts(line)),
    "full-width colon": lambda line: "- {}：{}".format(*_parts(line)),
    "semicolon": lambda line: "- {}; {}".format(*_parts(line)),
    "equals sign": lambda line: "- {} = {}".format(*_parts(line)),
    "blank before the colon": lambda line: "- {} : {}".format(*_parts(line)),
    "indented": lambda line: "  " + line,
    "indented by a tab": lambda line: "\t" + line,
    "indented by a no-break space": lambda line: "\u00a0" + line,
    "without bullet": lambda line: line[2:],
    "asterisk": lambda line: "*" + line[1:],
    "plus": lambda line: "+" + line[1:],
    "asterisk without blank": lambda line: "*" + line[2:],
    "capital key": lambda line: "- " + line[2:3].upper() + line[3:],
    "upper-case key": lambda line: f"- {_parts(line)[0].upper()}: {_parts(line)[1]}",
    "capital severity": lambda line: line.replace("!high", "!High") if "!high" in line else None,
    "severity apart": lambda line: line.replace("!high", "! high") if "!high" in line else None,
    "severity swapped": lambda line: line.replace("!high", "!hihg") if "!high" in line else None,
    "severity cut": lambda line: line.replace("!high", "!hig") if "!high" in line else None,
    "evidence apart": lambda line: line.replace(" ^", " ^ ") if " ^" in line else None,
    "id apart": lambda line: line.replace("{#", "{# ") if "{#" in line else None,
    "id without sign": lambda line: line.replace("{#", "{") if "{#" in line else None,
}
