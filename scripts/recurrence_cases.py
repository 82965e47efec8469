#!/usr/bin/env python3
"""Makes crates/core/tests/data/recurrence.jsonl: random rules of RFC 5545 with the days on which they are.

The days come from python-dateutil (pip install python-dateutil), which shares no code with what the product expands rules
with. The seed is fixed: the same version of dateutil writes the same file.

A line is one case:
  rule   the value of the RRULE; an UNTIL is in UTC where the start has a zone, as RFC 5545 wants it
  zone   the IANA zone of the start, or null for a whole day
  start  the first instance, local time
  out    days left out, as EXDATE would
  from, to   the days that are asked for
  days   the expected days: how many days after `from` the first is, then the distances, "7*12" for twelve times seven
"""

import datetime as dt
import json
import random
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

CASES = 1000
SEED = 20261124
ZONES = ["Europe/Sofia", "America/New_York"]
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
TARGET = Path(__file__).resolve().parent.parent / "crates/core/tests/data/recurrence.jsonl"


def some(chance, values, most):
    return sorted(chance.sample(values, chance.randint(1, most)), key=values.index)


def joined(values):
    return ",".join(str(value) for value in values)


def in_month(chance):
    """By day of the month, by day of the week, by both, or by position in a set."""
    kind = chance.randrange(6)
    if kind == 0:
        return [f"BYMONTHDAY={joined(some(chance, list(range(1, 32)), 3))}"]
    if kind == 1:
        return [f"BYMONTHDAY={joined(some(chance, list(range(-31, 0)), 2))}"]
    if kind == 2:
        return [f"BYDAY={chance.choice([1, 2, 3, 4, 5, -1, -2])}{chance.choice(DAYS)}"]
    if kind == 3:
        return [f"BYDAY={joined(some(chance, DAYS, 3))}"]
    if kind == 4:
        return [f"BYDAY={chance.choice(DAYS)}", f"BYMONTHDAY={joined(range(8, 15))}"]
    places = some(chance, [1, 2, 3, -1, -2], 2)
    return [f"BYDAY={joined(some(chance, DAYS, 5))}", f"BYSETPOS={joined(places)}"]


def daily(chance):
    parts = [f"INTERVAL={chance.randint(1, 20)}"] if chance.random() < 0.6 else []
    if chance.random() < 0.25:
        parts.append(f"BYDAY={joined(some(chance, DAYS, 5))}")
    if chance.random() < 0.1:
        parts.append(f"BYMONTHDAY={joined(some(chance, list(range(1, 32)), 8))}")
    return parts


def weekly(chance):
    parts = [f"INTERVAL={chance.randint(1, 6)}"] if chance.random() < 0.6 else []
    if chance.random() < 0.8:
        days = some(chance, DAYS, 5)
        parts.append(f"BYDAY={joined(days)}")
        if len(days) > 2 and chance.random() < 0.2:
            parts.append(f"BYSETPOS={chance.choice([1, 2, -1])}")
    return parts


def monthly(chance):
    parts = [f"INTERVAL={chance.randint(1, 7)}"] if chance.random() < 0.5 else []
    return parts + (in_month(chance) if chance.random() < 0.9 else [])


def yearly(chance):
    parts = [f"INTERVAL={chance.randint(1, 3)}"] if chance.random() < 0.4 else []
    kind = chance.randrange(6)
    months = [f"BYMONTH={joined(some(chance, list(range(1, 13)), 3))}"]
    if kind == 0:
        return parts
    if kind == 1:
        return parts + months
    if kind == 2:
        return parts + [f"BYYEARDAY={joined(some(chance, [1, 59, 60, 100, 200, 365, 366, -1, -100], 3))}"]
    if kind == 3:
        weeks = some(chance, [1, 2, 10, 20, 26, 40, 52, 53, -1], 2)
        return parts + [f"BYWEEKNO={joined(weeks)}", f"BYDAY={joined(some(chance, DAYS, 2))}"]
    if kind == 4:
        return parts + [f"BYDAY={chance.choice([1, 2, 10, 20, 52, -1, -10])}{chance.choice(DAYS)}"]
    return parts + months + in_month(chance)


def rule_of(chance):
    often, make = chance.choices(
        [("DAILY", daily), ("WEEKLY", weekly), ("MONTHLY", monthly), ("YEARLY", yearly)], [20, 30, 30, 20]
    )[0]
    parts = [f"FREQ={often}"] + make(chance)
    if often in ("DAILY", "WEEKLY", "MONTHLY") and "BYMONTH=" not in ";".join(parts) and chance.random() < 0.15:
        parts.append(f"BYMONTH={joined(some(chance, list(range(1, 13)), 4))}")
    if chance.random() < 0.3:
        parts.append(f"WKST={chance.choice(['SU', 'MO', 'SA'])}")
    return parts


def found(rule, start, until):
    """The instances up to a local moment; the rule with a local UNTIL."""
    instances = []
    for one in rrulestr(rule, dtstart=start):
        if one > until:
            break
        instances.append(one)
    return instances


def in_utc(local, zone):
    if zone is None:
        return local.strftime("%Y%m%d")
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(dt.timezone.utc).strftime("%Y%m%dT%H%M%SZ")


def distances(first, days):
    steps, before = [], first
    for day in days:
        steps.append((day - before).days)
        before = day
    packed = []
    for step in steps:
        if packed and packed[-1][0] == step:
            packed[-1][1] += 1
        else:
            packed.append([step, 1])
    return " ".join(str(step) if times == 1 else f"{step}*{times}" for step, times in packed)


def case(chance, number):
    zone = ZONES[number % 2] if chance.random() < 0.85 else None
    hour = chance.choice([0, 1, 2, 3, 8, 10, 14, 18, 22, 23])
    time = dt.time(hour, chance.choice([0, 30])) if zone else dt.time()
    begins = dt.datetime.combine(dt.date(2022, 1, 1) + dt.timedelta(days=chance.randrange(1500)), time)
    parts = rule_of(chance)
    ahead = begins + dt.timedelta(days=366 * 16)
    # RFC 5545 says what a rule comes to only where the start is its first instance.
    every = found(";".join(parts), begins, ahead)
    if not every:
        return None
    start = every[0]
    every = found(";".join(parts), start, ahead)
    written = list(parts)
    end = chance.random()
    if end < 0.25:
        count = chance.randint(1, 80)
        every = every[:count]
        written.append(f"COUNT={count}")
    elif end < 0.55:
        last = chance.choice(every[:200])
        # On the very instance, or some hours after it: the next one must not be caught.
        if zone and chance.random() < 0.5:
            last += dt.timedelta(hours=chance.choice([1, 5]))
        every = [one for one in every if one <= last]
        written.append(f"UNTIL={in_utc(last, zone)}")
    # Both changes of the clocks are between these days, near the start or years after it.
    length = chance.choice([400, 500, 800])
    for after in [chance.choice([0, 0, 30, 200, 700, 2000]), 0]:
        first = start.date() + dt.timedelta(days=after)
        last = first + dt.timedelta(days=length)
        asked = [one for one in every if first <= one.date() <= last]
        # A rule that has ended has nothing more, which is worth a few cases and not a quarter of them.
        if asked or chance.random() < 0.1:
            break
    out = sorted({one.date() for one in chance.sample(asked, min(len(asked), chance.choice([0, 0, 1, 2, 5])))})
    kept = [one.date() for one in asked if one.date() not in out]
    return {
        "rule": ";".join(written),
        "zone": zone,
        "start": start.strftime("%Y-%m-%dT%H:%M"),
        "out": [str(day) for day in out],
        "from": str(first),
        "to": str(last),
        "days": distances(first, kept),
    }


def main():
    chance = random.Random(SEED)
    cases, number = [], 0
    while len(cases) < CASES:
        number += 1
        one = case(chance, number)
        if one is not None:
            cases.append(one)
    lines = [json.dumps(one, separators=(",", ":")) for one in cases]
    TARGET.write_text("\n".join(lines) + "\n", encoding="ascii")
    print(f"{len(cases)} cases, {TARGET.stat().st_size} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
