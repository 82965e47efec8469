#!/usr/bin/env python3
"""The key figures of a workspace, counted a second time, by other code.

    scripts/figures.py EXPORT.json TODAY

EXPORT.json is what `sponsor-desk export all` writes, TODAY a date. Prints a line of JSON for each month and each ISO week
from the first record to today, for the whole structure and for each branch. It is written from the rules alone
(docs/figures.md) and shares no code with the program; the tests compare the two.
"""
import datetime
import json
import sys
from collections import defaultdict
from decimal import Decimal

DAY = datetime.timedelta(days=1)


def date(text):
    return datetime.date.fromisoformat(text[:10])


def load(path):
    with open(path, encoding="utf-8") as file:
        kinds = defaultdict(list)
        for record in json.load(file)["records"]:
            for kind, body in record.items():
                kinds[kind].append(body)
    return kinds


class Workspace:
    def __init__(self, kinds):
        self.me = kinds["settings"][0]["me"]
        self.people = {one["id"]: one for one in kinds["person"]}
        self.orders = [(date(one["on"]), one["person"], Decimal(one["points"])) for one in kinds["order"]]
        self.readings = defaultdict(dict)
        for one in sorted(kinds["reading"], key=lambda one: one["id"]):
            scope = one["scope"]
            key = "whole" if scope == "Whole" else scope.get("Branch")
            if key:
                self.readings[key][date(one["on"])] = Decimal(one["points"])
        self.trainings = []
        for one in kinds["entry"]:
            day = first_day(one["when"])
            if one.get("training") and one["action"] == "Training" and one["state"] != "Dropped" and day:
                self.trainings.append((day, one["training"]))

    def sponsor(self, person, day):
        own = self.people.get(person, {}).get("registration")
        if not own:
            return None
        for earlier in own.get("stood_under", []):
            if day < date(earlier["until"]):
                return earlier["sponsor"]
        return own["sponsor"]

    def belongs(self, person, branch, day):
        """Whether what a person does on a day counts for the branch; none means the whole structure."""
        seen = set()
        while branch is not None and person is not None and person not in seen:
            if person == branch:
                return True
            seen.add(person)
            person = self.sponsor(person, day)
        return branch is None

    def level(self, branch, day):
        """The points of a month up to a day, and whether they are read."""
        first = day.replace(day=1)
        read = [on for on in self.readings["whole" if branch is None else branch] if first <= on <= day]
        if read:
            return self.readings["whole" if branch is None else branch][max(read)], max(read)
        sums = [points for on, who, points in self.orders if first <= on <= day and self.belongs(who, branch, on)]
        return (sum(sums), None) if sums else (None, None)

    def points(self, branch, first, last, is_month):
        if is_month:
            return self.level(branch, last)[0]
        total = None
        start = first
        while start <= last:
            end = min(last, (start.replace(day=28) + 4 * DAY).replace(day=1) - DAY)
            grown = self.growth(branch, start, end)
            if grown is not None:
                total = grown if total is None else total + grown
            start = end + DAY
        return total

    def growth(self, branch, start, end):
        level, read = self.level(branch, end)
        if level is None or (read and read < start):
            return None
        before = self.level(branch, start - DAY)[0] if start.day > 1 else None
        if before is None:
            # A reading whose month is unknown before these days tells only of the month.
            return level if read is None or start.day <= 2 else None
        return level - before

    def new_users(self, branch, first, last):
        registered = [
            (date(one["registration"]["on"]), one["registration"]["role"])
            for one in self.people.values()
            if one.get("registration")
            and self.belongs(one["id"], branch, date(one["registration"]["on"]))
        ]
        if not any(on <= last for on, _ in registered):
            return None, None
        new = [role for on, role in registered if first <= on <= last]
        return len(new), new.count("Partner")

    def in_training(self, branch, first, last):
        if not any(on <= last for on, _ in self.trainings):
            return None, None, None, None
        came, in_person, wants = set(), set(), set()
        for on, training in self.trainings:
            for one in training["came"] if first <= on <= last else []:
                who = one["person"]
                if who in (self.me, training["leader"]):
                    continue
                owner = self.people.get(who, {}).get("owner")
                owner = owner.get("Partner") if isinstance(owner, dict) else None
                if self.belongs(who, branch, on) or (owner and self.belongs(owner, branch, on)):
                    came.add(who)
                    in_person |= {who} if one["mode"] == "InPerson" else set()
                    wants |= {who} if one["wants_more"] else set()
        return len(came), len(in_person), len(came - in_person), len(wants)


def first_day(when):
    if not isinstance(when, dict):
        return None
    (form, body), = when.items()
    return date(body["start"]) if form == "Timed" else date(body["from"])


def periods(first, today):
    """Every month and ISO week with its name, from the one of a day to that of today."""
    day = first.replace(day=1)
    while day <= today:
        after = (day.replace(day=28) + 4 * DAY).replace(day=1)
        yield f"{day:%Y-%m}", day, min(after - DAY, today), True
        day = after
    day = first - first.weekday() * DAY
    while day <= today:
        year, week, _ = day.isocalendar()
        yield f"{year:04}-W{week:02}", day, min(day + 6 * DAY, today), False
        day += 7 * DAY


def main():
    workspace = Workspace(load(sys.argv[1]))
    today = date(sys.argv[2])
    first = min(on for on, _, _ in workspace.orders)
    registered = [one["id"] for one in workspace.people.values() if one.get("registration")]
    for branch in [None, *sorted(registered)]:
        for name, start, end, is_month in periods(first, today):
            points = workspace.points(branch, start, end, is_month)
            users, partners = workspace.new_users(branch, start, end)
            people, in_person, online_only, wants = workspace.in_training(branch, start, end)
            figures = [None if points is None else f"{points.normalize():f}", users, partners]
            print(json.dumps([branch, name, *figures, people, in_person, online_only, wants]))


if __name__ == "__main__":
    main()
