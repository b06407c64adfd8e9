"""Compares what the schema and `saitaku check` say of policies.

Good ones: every policy in datasets/ and tests/cases/, and policy.json beside
this file, which has every key there is. Changed ones: each place of that policy
left out, given another kind of value (every second one of VALUES, in turn; all
of them with --all), repeated or given an unknown key. The two must agree,
except where the reader refuses for one of the reasons in CROSS, which a schema
cannot state.
"""
import copy
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

import jsonschema

# What the reader refuses beyond the schema: words of its message. Each must
# come up, so that the list says no more than is true.
CROSS = {
    "a group that exists": r"allowed a group of the policy",
    "a strand that exists": r"allowed a strand of the policy",
    "a course that exists": r"allowed a course of the policy",
    "a country that exists": r"allowed an ISO 3166-1 code",
    "courses that strands name": r"names courses, but the policy states none",
    "a day that exists": r"as_of: .*allowed a date",
    "ids that differ": r"\.id: \".*\" stands twice",
    "ranks that differ": r"\.rank: ",
    "multiples of the unit": r"multiple of the unit",
    "low below high": r"scoring\.scale\.low: .*less than high",
    "grades within the scale": r"scoring\.scale\.grades\..*: .*allowed ",
    "no more held back than there is": r"budget\.hold_back_yen: ",
    "no group that leads back to itself": r"leads back|itself",
    "once_per_country without merit_x_people": r"merit_x_people",
    "whole numbers written without a point": r"seen 1\.0",
    "keys once": r"duplicate object key",
}

# Values put in place of others: one of each kind, and ends of ranges.
VALUES = [None, True, "", "x", -1, 1, "0.5", "1.00001", 10**13, [], {}]

# (what it shows, path, value)
WRITTEN = [
    ("a month that does not exist", "as_of", "2025-13-01"),
    ("a day that does not exist", "as_of", "2025-02-30"),
    ("slashes", "as_of", "2025/7/4"),
    ("the scale upside down", "scoring.scale.low", 5),
    ("a grade past the scale", "scoring.scale.grades.S", 6),
    ("a grade that is a number", "scoring.scale.grades", {"3": 3}),
    ("a grade that is a conflict", "scoring.scale.grades", {"COI": 3}),
    ("all held back", "budget.hold_back_yen", 620000000),
    ("more held back than there is", "budget.hold_back_yen", 620000001),
    ("points between units", "priority.items.0.points", "0.0005"),
    ("a ceiling between units", "priority.at_most", "0.0005"),
    ("a country without a code", "groups.india.countries", ["XX"]),
    ("a country in small letters", "groups.india.countries", ["in"]),
    ("a territory without a code", "groups.africa.territory", "999"),
    ("a group of itself", "groups.india_or_africa.any_of", ["india_or_africa"]),
    ("a rank that is taken", "rules.1",
     {"id": "b", "kind": "at_least", "measure": "yen", "limit": 1,
      "strength": "aim", "rank": 1}),
    ("an id that is taken", "rules.1.id", "floor"),
    ("an id that is another limit's", "rules.1.id", "budget"),
    ("an id that is another limit's", "rules.1.id", "reserved:africa"),
    ("an id that is another limit's", "rules.1.id", "override:P1"),
    ("an id that is another limit's", "rules.1.id", "envelope:1"),
    ("panel effects without the mixed model", "scoring.method", "mean"),
    ("panel effects not asked for", "scoring.panel_effects", False),
    ("a split of nothing", "scoring.unidentified", "raw"),
    ("a split by the yen asked for", "scoring.envelopes_by", "yen"),
    ("a criterion twice", "scoring.criteria.1.id", "plan"),
    ("weights for some", "scoring.criteria.1", {"id": "effect"}),
    ("a key twice", "ties", ["lot", "lot"]),
    ("a key of no group", "ties", ["more_countries:nobody"]),
    ("a key of a group", "ties", ["more_countries:india"]),
    ("ways to the objective", "objective", "rank_order"),
    ("once per country for merit x people", "objective", "merit_x_people"),
    ("an aim of the adopted", "rules.0.of_total", "adopted"),
    ("people of the budget", "rules.2.of_total", "budget"),
    ("a share and a limit", "rules.0.limit", 1),
    ("a share of five decimals", "rules.0.share", "0.08001"),
    ("a share past one", "rules.0.share", "1.0001"),
    ("a share of one", "rules.0.share", "1"),
    ("an aim with a price", "rules.0.points_per_unit", "1"),
    ("a must with a rank", "rules.1.rank", 2),
    ("a bonus with within", "priority.items.0.within", "0.1"),
    ("an invitation with points", "priority.items.3.points", "0.1"),
    ("once per country with counts_when", "priority.items.1.counts_when", "any"),
    ("an administration past all", "cost.admin_percent", "100.1"),
    ("an administration of all", "cost.admin_percent", 100),
    ("a trim of half", "scoring.trim", "0.5"),
    ("a trim short of half", "scoring.trim", "0.499999"),
    ("a unit that is no power of ten", "scoring.unit", "0.002"),
    ("the unit of one", "scoring.unit", 1),
    ("the largest seed", "seed", 2**53),
    ("a seed past it", "seed", 2**53 + 1),
    ("a method's other word", "scoring",
     {"scale": {"low": 1, "high": 5}, "criteria": [{"id": "plan"}],
      "method": "tscore"}),
    ("a number finer than millionths", "scoring.at_least", "2.0000001"),
    ("minus from nothing", "groups.india", {"minus": ["IN"]}),
    ("an empty group", "groups.india", {}),
    ("wider days without days", "courses.A",
     {"days_if": [{"domestic_km_at_least": 80, "days": 8}]}),
    ("many groups", "groups",
     {f"g{i}": {"countries": ["IN"]} for i in range(65)}),
]

# Texts that are no JSON value of their own: (what, what to replace, by what)
TEXTS = [
    ("a key twice", '"seed": 7', '"seed": 7, "seed": 7'),
    ("a whole number with a point", '"seed": 7', '"seed": 1.0'),
]

TABLES = {
    "applications.csv": "application_id,host_id,host_type,yen,course\n"
                        "A1,H1,school,1000,A\n",
    "delegations.csv": "application_id,country,people\nA1,IN,1\n",
    "scores.csv": "reviewer_id,application_id,criterion,score\n"
                  "R1,A1,plan,3\n",
}


class Judge:
    def __init__(self, build, folder):
        self.program = os.path.join(os.path.abspath(build), "saitaku")
        self.folder = folder
        for name, rows in TABLES.items():
            with open(os.path.join(folder, name), "w") as file:
                file.write(rows)
        with open("models/policy.schema.json", encoding="utf-8") as file:
            self.schema = json.load(file)
        validator = jsonschema.validators.validator_for(self.schema)
        validator.check_schema(self.schema)
        self.validator = validator(self.schema)
        self.used = set()
        self.judged = {True: 0, False: 0}
        self.bad = 0

    def read(self, text):
        """None if the reader takes the policy, else why not. Tables are read
        behind it: what is wrong with them under this policy does not count."""
        with open(os.path.join(self.folder, "policy.json"), "w",
                  encoding="utf-8") as file:
            file.write(text)
        done = subprocess.run([self.program, "check", self.folder],
                              capture_output=True, text=True, check=False)
        if done.returncode not in (0, 3):
            raise SystemExit(f"exit {done.returncode}: {done.stderr}")
        about = re.search(r"policy\.json.*", done.stderr)
        return about.group() if about else None

    def complain(self, what, said):
        self.bad += 1
        if self.bad <= 40:
            print(f"{what}: {said}")

    def excused(self, why):
        for name, pattern in CROSS.items():
            if re.search(pattern, why):
                self.used.add(name)
                return True
        return False

    def compare(self, what, text):
        why_not = next(self.validator.iter_errors(json.loads(text)), None)
        why = self.read(text)
        self.judged[why_not is None] += 1
        if why_not is not None and why is None:
            self.complain(what, f"only the schema refuses: {why_not.message}")
        if why_not is None and why is not None and not self.excused(why):
            self.complain(what, f"only the reader refuses: {why}")

    def must_be_good(self, path):
        with open(path, encoding="utf-8-sig") as file:
            policy = json.load(file)
        for wrong in self.validator.iter_errors(policy):
            self.complain(path, f"the schema refuses it: {wrong.message}")
        why = self.read(json.dumps(policy))
        if why is not None:
            self.complain(path, f"the reader refuses it: {why}")


def places(value, path=()):
    """Every place in a JSON value, as a path, the root left out."""
    inner = value.items() if isinstance(value, dict) else \
        enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield path + (key,)
        yield from places(item, path + (key,))


def at(value, path):
    for key in path:
        value = value[key]
    return value


def changed(policy, path, change):
    new = copy.deepcopy(policy)
    change(at(new, path[:-1]), path[-1])
    return json.dumps(new)


def put(new):
    def change(holder, key):
        holder[key] = new
    return change


def leave_out(holder, key):
    del holder[key]


def repeat(holder, key):
    holder.insert(key, holder[key])


def add_key(holder, key):
    holder[key]["unknown"] = 1


def changes(policy, step):
    """(what, text of the changed policy) for every place of the policy."""
    for number, path in enumerate(places(policy)):
        name = ".".join(map(str, path))
        yield f"{name} left out", changed(policy, path, leave_out)
        if isinstance(path[-1], int):
            yield f"{name} twice", changed(policy, path, repeat)
        if isinstance(at(policy, path), dict):
            yield f"{name} with more", changed(policy, path, add_key)
        for value in VALUES[number % step::step]:
            yield f"{name} = {value!r}", changed(policy, path, put(value))


def path_of(name, policy):
    path = ()
    for word in name.split("."):
        holder = at(policy, path)
        path += (int(word) if isinstance(holder, list) else word,)
    return path


def keys_in_schema(schema):
    found = set()
    if isinstance(schema, dict):
        found |= set(schema.get("properties", {}))
        for item in schema.values():
            found |= keys_in_schema(item)
    elif isinstance(schema, list):
        for item in schema:
            found |= keys_in_schema(item)
    return found


def main(build, step):
    with open("tests/schema/policy.json", encoding="utf-8") as file:
        text = file.read()
    policy = json.loads(text)
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(build, folder)
        for path in ["tests/schema/policy.json", "tests/cases/base/policy.json",
                     *glob.glob("datasets/**/policy.json", recursive=True)]:
            judge.must_be_good(path)
        missing = keys_in_schema(judge.schema) - {
            key for path in places(policy) for key in path}
        if missing:
            judge.complain("tests/schema/policy.json", f"lacks {sorted(missing)}")
        for what, new in changes(policy, step):
            judge.compare(what, new)
        for what, name, value in WRITTEN:
            judge.compare(f"{what} ({name})",
                          changed(policy, path_of(name, policy), put(value)))
        for what, old, new in TEXTS:
            assert old in text
            judge.compare(what, text.replace(old, new))
        for name in CROSS.keys() - judge.used:
            judge.complain("CROSS", f"{name}: it never came up")
    print(f"{judge.judged[True]} policies that the schema takes and "
          f"{judge.judged[False]} that it refuses compared, "
          f"{judge.bad} complaints")
    return 1 if judge.bad or min(judge.judged.values()) < 100 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], 1 if "--all" in sys.argv else 2))
