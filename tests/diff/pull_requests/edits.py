"""The twenty-three pull requests of a customer experience team, each as an edit of the sample atlas."""

from __future__ import annotations

import re
import textwrap

from pull_requests.pull_request import CATALOGUE, CRM, LIVE_CRM, PUMPS, SHOES, Branch, Edit
from pull_requests.translation import CATALOGUE_IN_DUTCH


def reorder_two_steps(branch: Branch) -> None:
    demo = branch.cut(CRM, "### I see it live {#demo}", "### I wait for my own data {#sandbox}")
    branch.insert(CRM, "### Twenty-five reps in a hotel room {#pilot-kickoff}", demo)


def split_a_step(branch: Branch) -> None:
    """The question and the nine days until its answer become two steps."""
    waiting = (
        "- wait: 9d",
        "- moment of truth: the answer decides whether Lena is for us or merely not against us",
        "- pain: Nine days for an answer that takes twenty minutes !high ^x01 {#nine-days-for-an-answer}",
        "- opportunity: answer-in-a-day",
        "- metric: cycle-days 287 -> 210",
        "- stake: 5\n- owner: engineering\n- frontstage: the sales engineer promises to ask",
        "- backstage: the question goes by e-mail to five people, two on holiday",
        "- support: no rota, no public register list",
        '- next: visit-reference "it fits" | exit "competitor answered first"',
    )
    start, end = "### Lena asks how it talks", "### We see the pumps running in another dairy"
    step = branch.cut(PUMPS, start, end)
    for line in waiting:
        assert f"{line}\n" in step, line
        step = step.replace(f"{line}\n", "")
    second = "### Lena waits nine days for one answer\n- who: lena-process-engineer\n"
    step += second + "".join(f"{line}\n" for line in waiting) + "\n"
    branch.insert(PUMPS, end, step)


def merge_two_steps(branch: Branch) -> None:
    """Searching and downloading become one step, with the touchpoints of both in one list."""
    download = branch.cut(PUMPS, "### I want the guide and get a form", "## Consideration")
    assert "{#eleven-fields}" in download
    edits = (
        ("### I search, ask and read before I call anybody {#search}",
         "### I search, read and fill in a form before I call anybody {#search}"),
        ("- does: types the fault into a search engine, tears an article out of the magazine, rings a former colleague",
         "- does: types the fault into a search engine, tears an article out of the magazine, rings a former colleague\n"
         "- does: fills in seven of the eleven fields that used to be there, gives a wrong telephone number\n"
         '- says: "It asked for my annual pump budget. I asked myself who they think I am." ^i01'),
        ("- touchpoint: search-results, trade-magazine-ad, former-colleague-call, fair-stand",
         "- touchpoint: search-results, trade-magazine-ad, former-colleague-call, fair-stand, sizing-guide-page, retargeting-banner"),
        ("- channel: search-engine, trade-press, word-of-mouth, events",
         "- channel: search-engine, trade-press, word-of-mouth, events, website"),
        ("- pain: Every source that is easy to find also sells something !sources ^i02 {#whom-to-believe}",
         "- pain: Every source that is easy to find also sells something !sources ^i02 {#whom-to-believe}\n"
         "- pain: A form that asks for a budget before it gives a page !high ^a01 {#eleven-fields}"),
        ("- opportunity: spec-chatbot\n- content: expert-video, sizing-guide",
         "- opportunity: spec-chatbot, short-download-form\n- content: expert-video, sizing-guide\n"
         "- metric: landing-form-completion 27% -> 40%\n"
         '- next: draw-plan "guide is good" | exit "closes the tab, goes to a competitor"'),
    )  # fmt: skip
    for old, new in edits:
        branch.replace(PUMPS, old, new)


def rename_a_step_without_id(branch: Branch) -> None:
    """The sample gives every step an ID; `give_no_ids` takes these two away on both sides."""
    branch.replace(
        CATALOGUE, "### I count my money and my toes", "### I measure my foot on page four"
    )


def give_no_ids(branch: Branch) -> None:
    branch.write(CATALOGUE, re.sub(r" \{#[a-z-]+\}", "", branch.text(CATALOGUE)))


def rename_a_touchpoint(branch: Branch) -> None:
    branch.move("content/touchpoints/demo-call.md", "content/touchpoints/live-demo.md")
    for path in branch.files:
        if path.endswith(".md") and b"demo-call" in branch.files[path]:
            branch.write(path, branch.text(path).replace("demo-call", "live-demo"))


def move_a_step_to_another_journey(branch: Branch) -> None:
    letter = branch.cut(PUMPS, "### A letter from finance asks", "What follows is no longer buying")
    target = "content/journeys/marta-maintenance/live-with-the-pumps.md"
    first = re.search(r"^### .*$", branch.text(target), re.MULTILINE)
    assert first
    branch.insert(target, first[0], letter)


def worsen_an_emotion_and_remove_a_pain(branch: Branch) -> None:
    branch.replace(SHOES, "- emotion: +2 seen", "- emotion: -1 hurried")
    branch.remove(
        SHOES, "- pain: 149 is more than I said at home !objection ^i04 {#more-than-i-said}"
    )


def translate_a_map_in_place(branch: Branch) -> None:
    branch.write(CATALOGUE, CATALOGUE_IN_DUTCH)


def rewrap_four_maps(branch: Branch) -> None:
    """Paragraphs at 72 columns, `__strong__`, curly quotes in stories, and two blanks after a colon."""
    for path in (CRM, LIVE_CRM, PUMPS, SHOES):
        front, head, body = branch.text(path).split("---\n", 2)
        assert not front
        paragraphs = [_rewrapped(paragraph) for paragraph in body.split("\n\n")]
        branch.write(path, f"---\n{head}---\n" + "\n\n".join(paragraphs))


def _rewrapped(paragraph: str) -> str:
    lines = paragraph.split("\n")
    if any(line.startswith(("#", "-", "|", "  ")) for line in lines):
        return re.sub(r"^(- \w+): ", r"\1:  ", paragraph, flags=re.MULTILINE)
    text = paragraph.replace("**", "__")
    text = re.sub(r'"([^"\n]+)"', "“\\1”", text)
    ending = "\n" if text.endswith("\n") else ""
    return "\n".join(textwrap.wrap(text, 72, break_on_hyphens=False)) + ending


def mend_five_typos(branch: Branch) -> None:
    branch.replace(CRM, "rebuilds the forecast by hand", "re-builds the forecast by hand")
    branch.replace(CRM, "half-listens to a webinar", "half listens to a webinar")
    branch.replace(PUMPS, "Six calendars; eleven days", "Six calendars: eleven days")
    branch.replace(SHOES, "Not now. Please not now.", "Not now, please. Not now.")
    branch.replace("content/touchpoints/demo-call.md", "\n---\n", "\n---\nShown live. ")


def change_the_owner_of_a_stage(branch: Branch) -> None:
    goal = "- goal: a plan of her own, and offers measured against it\n"
    branch.replace(PUMPS, f"{goal}- owner: sales\n", f"{goal}- owner: engineering\n")


def swap_members_of_the_committee(branch: Branch) -> None:
    """A new decision maker, a member replaced, and two people who swap places in a step."""
    branch.replace(PUMPS, "role: decision maker", "role: influencer")
    branch.replace(PUMPS, "role: economic buyer", "role: decision maker")
    branch.replace(PUMPS, "  dieter-procurement:\n", "  nasrin-procurement:\n")
    branch.replace(
        PUMPS,
        "- who: marta-maintenance, amara-cfo, tom-plant-manager",
        "- who: marta-maintenance, amara-cfo, olu-sales-director",
    )
    branch.replace(
        PUMPS,
        "- emotion tom-plant-manager: +2 joyful, like a boy",
        "- emotion tom-plant-manager: -2 bored",
    )


def delete_the_folder_of_a_persona(branch: Branch) -> None:
    for path in tuple(branch.files):
        if path.startswith("content/journeys/noor-runner/"):
            del branch.files[path]
    del branch.files["content/personas/noor-runner.md"]


def rename_a_journey_file(branch: Branch) -> None:
    branch.move(CRM, "content/journeys/ines-sales-ops/pick-a-crm.md")


def derive_a_future_map(branch: Branch) -> None:
    future = "content/journeys/ines-sales-ops/choose-a-crm-2027.md"
    branch.files[future] = branch.files[CRM]
    branch.replace(future, "state: current", "state: future\nof: ines-sales-ops/choose-a-crm")
    branch.replace(future, "status: approved", "status: draft")
    branch.replace(
        future,
        "title: I choose a CRM that my 300 reps will really use",
        "title: I choose a CRM in two months",
    )
    branch.remove(
        future,
        "- pain: The sandbox is built by hand; twelve days in a queue !high ^x02 {#sandbox-by-hand}",
        "- pain: Asked last, with the licences already in the budget !high !objection ^i03 {#asked-last}",
        "- pain: No price without a call, at two of three !sources ^i03 {#no-price}",
    )
    branch.replace(future, "- emotion: -2 abandoned", "- emotion: +1 served")
    branch.replace(future, "- wait: 12d", "- wait: 1d")


def correct_a_measurement(branch: Branch) -> None:
    series = "content/metrics/nps-plants.csv"
    branch.replace(series, "2025-12-31,27\n", "2025-12-31,12\n")
    branch.remove(series, "2025-03-31,38")
    branch.write(series, branch.text(series).rstrip("\n") + "\n2026-10-31,33\n2026-11-30,34\n")


def rename_stages_in_the_settings(branch: Branch) -> None:
    settings = branch.text("site.yaml")
    settings = settings.replace("name: {en: Consideration,", "name: {en: Evaluation,")
    branch.write(
        "site.yaml", settings.replace("name: {en: Advocacy,", "name: {en: Recommendation,")
    )


def replace_a_word_everywhere(branch: Branch) -> None:
    for path, data in branch.files.items():
        if path.startswith("content/") and path.endswith(".md"):
            branch.write(path, re.sub(r"(?<![\w#/:-])supplier(?![\w-])", "vendor", data.decode()))


def leave_conflict_markers(branch: Branch) -> None:
    branch.replace(
        CRM,
        "- emotion: -2 abandoned\n",
        "<<<<<<< HEAD\n- emotion: -2 abandoned\n=======\n- emotion: -1 impatient\n>>>>>>> feature\n",
    )


def add_thirty_steps(branch: Branch) -> None:
    """A workshop's wall typed in: six of the steps have a pain point, two are moments of truth."""
    steps = []
    for number in range(1, 31):
        step = f"### Training day {number}\n- does: practises exercise {number}\n- emotion: {'-1' if number % 5 == 0 else '+1'}\n"
        if number % 5 == 0:
            step += f"- pain: Exercise {number} needs an account nobody has !high\n"
        if number % 15 == 0:
            step += "- moment of truth: they come back the next day\n"
        steps.append(step + "\n")
    branch.insert(LIVE_CRM, "### Region by region {#rollout}", "".join(steps))


def weaken_quietly(branch: Branch) -> None:
    """Severity, evidence, moment of truth and target lowered, under a new review date."""
    pain = "- pain: The sandbox is built by hand; twelve days in a queue"
    branch.replace(CRM, f"{pain} !high ^x02", f"{pain} !low")
    branch.remove(CRM, "- moment of truth: he can stop it for a year, and has done so before")
    branch.replace(CRM, "  weekly-users: 64% -> 80%", "  weekly-users: 64% -> 66%")
    branch.replace(CRM, "reviewed: 2026-10-09", "reviewed: 2026-11-20")


def move_a_map_to_another_persona(branch: Branch) -> None:
    branch.move(CATALOGUE, "content/journeys/linh-runner/order-from-the-catalogue.md")


def change_all_line_ends_and_flip_an_emotion(branch: Branch) -> None:
    branch.replace(CRM, "- emotion: +1 interested", "- emotion: -1 interested")
    for path, data in branch.files.items():
        branch.files[path] = data.replace(b"\n", b"\r\n")


EDITS: tuple[Edit, ...] = (
    reorder_two_steps,
    split_a_step,
    merge_two_steps,
    rename_a_step_without_id,
    rename_a_touchpoint,
    move_a_step_to_another_journey,
    worsen_an_emotion_and_remove_a_pain,
    translate_a_map_in_place,
    rewrap_four_maps,
    mend_five_typos,
    change_the_owner_of_a_stage,
    swap_members_of_the_committee,
    delete_the_folder_of_a_persona,
    rename_a_journey_file,
    derive_a_future_map,
    correct_a_measurement,
    rename_stages_in_the_settings,
    replace_a_word_everywhere,
    leave_conflict_markers,
    add_thirty_steps,
    weaken_quietly,
    move_a_map_to_another_persona,
    change_all_line_ends_and_flip_an_emotion,
)
PREPARATIONS = {rename_a_step_without_id: give_no_ids}
"""What is done to the base first, where the sample has nothing of the kind."""
