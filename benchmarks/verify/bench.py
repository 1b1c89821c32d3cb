"""How well citations are found and errors caught: per class, on generated texts; eyecite beside it where installed.

python -m benchmarks.verify.bench [--seed N] [--write]
"""

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

from benchmarks.verify import forms as f
from benchmarks.verify import gold, spoil
from benchmarks.verify.seeds import CLASSES, INVENTED, Seed
from briefs.documents.opening import document_of
from briefs.library import load_library
from briefs.verify import load_checker

AS_OF = "2026-06-01"
LEADS = (
    "As has been held, {}.",
    "(see {})",
    "This follows from {}, among others.",
    "See also {}; the point is settled.",
    "Comparer {}.",
)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print every miss")
    parser.add_argument("--write", action="store_true", help="write RESULTS.md")
    options = parser.parse_args()
    checker = load_checker(load_library(), AS_OF)
    chance = random.Random(options.seed)
    lines = [
        *_clean(checker, chance, options.show),
        "",
        *_seeded(checker, chance, options.show),
        "",
        *_invented(checker, chance, options.show),
    ]
    lines += ["", *gold.section(checker), "", *spoil.section(checker, random.Random(options.seed))]
    lines += ["", *_speed(checker, chance), "", *_eyecite(checker, random.Random(options.seed))]
    print("\n".join(lines))
    if options.write:
        here = Path(__file__).parent
        head, real = ((here / f"RESULTS.{name}.md").read_text(encoding="utf-8") for name in ("head", "real"))
        (here / "RESULTS.md").write_text(head + "\n".join(lines) + "\n" + real, encoding="utf-8")


def true_citations(checker, chance: random.Random) -> list[tuple[str, str, str]]:
    """(style, citation, id) of true citations in every form."""
    made = []
    items = [
        a
        for a in checker.known.authorities.items
        if a.system == "echr"
        and " v. " in a.name
        and (a.date or a.reports or a.numbers)
        and not a.loose
        # A ruling of after the day of reading is rightly told to be later than the document.
        and (a.date or "") <= AS_OF
    ]
    chance.shuffle(items)
    for a in items[:900]:
        p = f.parts_of(a, checker.known.forms, chance)
        name = chance.choice([s for s in f.STYLES if (p.numbers or s in {"court_style", "court_style_with_date"})])
        made.append((name, f.STYLES[name](p), a.id))
    for a in checker.known.authorities.items:
        if a.system in {"cat", "iccpr"} and a.symbols and a.numbers:
            made.append(("UN", f.un_style(a, chance), a.id))
        elif a.system == "eu" and a.eclis:
            made.append(("EU", f.eu_style(a, chance), a.id))
        elif (
            a.system == "national"
            and a.neutrals
            and a.neutrals[0].startswith(("[", "20"))
            and not (a.precedent and a.precedent.set_aside)
        ):
            made.append(("neutral", f.neutral_style(a, chance), a.id))
        elif a.system == "national" and a.dockets and not (a.precedent and a.precedent.set_aside):
            made.append(
                (
                    "docket",
                    f"{a.names[-1]}" if any(c.isdigit() for c in a.names[-1]) else f"{a.name}, {a.dockets[0]}",
                    a.id,
                )
            )
    return made


def run(checker, sentences: list[str]):
    return checker.check(document_of("\n\n".join(sentences).encode(), Path("bench.txt")))


def _clean(checker, chance, show) -> list[str]:
    made = true_citations(checker, chance)
    rows: dict[str, Counter] = {}
    found_total = extra = 0
    for style, text, key in made:
        sentence = chance.choice(LEADS).format(text)
        report = run(checker, [sentence])
        start = sentence.index(text)
        hits = [c for c in report.citations if c.start < start + len(text) and c.end > start]
        others = [c for c in report.citations if c not in hits]
        row = rows.setdefault(style, Counter())
        row["all"] += 1
        row["found"] += bool(hits)
        row["exists"] += any(c.status == "exists" for c in hits)
        row["right"] += any(c.authority == key for c in hits)
        row["mismatch"] += any(c.problems for c in hits)
        found_total += len(report.citations)
        extra += len(others) + max(0, len(hits) - 1)
        if show and (not any(c.status == "exists" for c in hits) or len(hits) > 1 or others):
            print(
                "CLEAN",
                style,
                sentence,
                [(c.text, c.status, [x.text for x in c.problems], [x.text for x in c.notes]) for c in report.citations],
                file=sys.stderr,
            )
    total = sum(rows.values(), Counter())
    out = [
        "## True citations",
        "",
        "| form | citations | found | exists | called a mismatch |",
        "|---|---|---|---|---|",
    ]
    for style, row in [*sorted(rows.items()), ("all", total)]:
        found, exists, wrong = (_share(row[name], row["all"]) for name in ("found", "exists", "mismatch"))
        out.append(f"| {style} | {row['all']} | {found} | {exists} | {wrong} |")
    out += [
        "",
        f"Findings: {found_total}; more than one for a citation, or beside it: {extra} ({_share(extra, found_total)}).",
    ]
    return out


def _seeded(checker, chance, show) -> list[str]:
    out = [
        "## Seeded errors",
        "",
        "| class | seeds | caught | with this code | precision of the code |",
        "|---|---|---|---|---|",
    ]
    coded: Counter = Counter()
    rows = []
    for make in CLASSES:
        seeds: list[Seed] = list(make(checker.known.authorities, checker.known.forms, chance, 60))
        caught = same = 0
        for seed in seeds:
            report = run(checker, [seed.sentence.format(seed.text)])
            codes = {x.code for c in report.citations for x in c.problems}
            caught += bool(codes)
            same += seed.code in codes
            coded.update(codes)
            if show and seed.code not in codes:
                print(
                    "SEED",
                    seed.code,
                    seed.sentence.format(seed.text),
                    seed.truth,
                    [
                        (c.text, c.status, [x.text for x in c.problems], [x.text for x in c.notes])
                        for c in report.citations
                    ],
                    file=sys.stderr,
                )
        rows.append((make.__name__, len(seeds), caught, same))
    for name, count, caught, same in rows:
        out.append(
            f"| {name} | {count} | {_share(caught, count)} | {_share(same, count)} | {_share(same, coded[name])} |"
        )
    return out


def _invented(checker, chance, show) -> list[str]:
    """Well-formed citations of cases that do not exist: never 'exists'."""
    counts: Counter = Counter()
    states = [
        names[0]
        for code, names in checker.known.forms.state_names.items()
        if code in {"PL", "TR", "RU", "CZ", "SE", "ES"}
    ]
    for i in range(200):
        name = chance.choice(INVENTED) + chance.choice(["", " and Others", f" and {chance.choice(INVENTED)}"])
        year, state = chance.randint(1990, 2022), chance.choice(states)
        day = f"{chance.randint(1, 28)} {f.month_name(chance.randint(1, 12))} {min(year + 4, 2025)}"
        number = f"{chance.randint(1000, 79999)}/{year % 100:02}"
        text = f"{name} v. {state}, no. {number}, § {chance.randint(5, 99)}, {day}"
        if i % 4 == 0:
            number = f"{chance.randint(100, 900)}/{year}"
            text = f"{name} v. Sweden, communication No. {number}, CAT/C/{chance.randint(20, 70)}/D/{number}"
        for c in run(checker, [f"See {text}."]).citations:
            counts[c.status] += 1
            if show and c.status == "exists":
                print("INVENTED", text, c.authority, file=sys.stderr)
    return [
        "## Invented authorities",
        "",
        "200 well-formed citations: " + ", ".join(f"{n} {s}" for s, n in sorted(counts.items())) + ".",
    ]


def _speed(checker, chance) -> list[str]:
    made = [text for _, text, _ in true_citations(checker, chance)]
    filler = "The applicant submits that the finding rests on the material before the court and on nothing else. " * 5
    paragraphs = [filler + f"(see {chance.choice(made)}; {chance.choice(made)})." for _ in range(300)]
    size = sum(len(p) for p in paragraphs)
    start = time.perf_counter()
    report = run(checker, paragraphs)
    spent = time.perf_counter() - start
    pages = size / 3000
    return [
        "## Speed",
        "",
        f"{pages:.0f} pages of 3,000 characters with {len(report.citations)} citations: {spent:.2f} s, "
        f"{1000 * spent / pages:.0f} ms a page.",
    ]


def _eyecite(checker, chance) -> list[str]:
    try:
        from eyecite import get_citations
    except ImportError:
        return ["## eyecite", "", "Left out: not installed here (python -m pip install eyecite)."]
    from eyecite.models import FullCaseCitation

    rows: dict[str, Counter] = {}
    for style, text, _ in true_citations(checker, chance):
        row = rows.setdefault(style, Counter())
        row["all"] += 1
        row["found"] += any(isinstance(c, FullCaseCitation) for c in get_citations(f"See {text}."))
    out = ["## eyecite on the same true citations", "", "| form | citations | found as a case |", "|---|---|---|"]
    return out + [f"| {s} | {r['all']} | {_share(r['found'], r['all'])} |" for s, r in sorted(rows.items())]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


if __name__ == "__main__":
    main()
