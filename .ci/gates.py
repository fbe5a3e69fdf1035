#!/usr/bin/env python3
"""Holds the figures of the published program against their targets.

    gates.py SHARED PUBLISHED

Runs the program over the labelled cases and the corpora in SHARED, scores with the scorers there, and reads
gates.tsv beside this file: name, comparison, target, state. A gate in state "required" fails the run when it is
missed; one in state "printed" is only printed, until its target is reached once and the state is changed.
The shipped weights were trained on these corpora: their figures here are in-sample, a check against regressions.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

shared, published = (pathlib.Path(a).resolve() for a in sys.argv[1:3])
here = pathlib.Path(__file__).resolve().parent
program = ["dotnet", str(published / "ArticleClean.Cli.dll")]
figures = {}


def run(*arguments):
    done = subprocess.run(program + list(arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit("%s exited %d: %s" % (" ".join(arguments), done.returncode, done.stderr.decode("utf-8", "replace")[-2000:]))
    return done


def seed(work):
    folder = shared / "cases" / "seed"
    out = work / "seed"
    out.mkdir()
    run("clean", str(folder / "raw.txt"), "-o", str(out))
    body, sidecar = (out / "raw.txt").read_bytes(), json.loads((out / "raw.removed.json").read_text("utf-8"))
    allowed = {}
    for row in (folder / "expected.tsv").read_text("utf-8").split("\n"):
        if row and row[0] != "#":
            line, labels, _ = row.split("\t", 2)
            allowed[int(line)] = labels.split("|")
    named = {}
    for entry in sidecar["removed"]:
        for offset in range(entry["text"].count("\n") + 1):
            named[entry["line"] + offset] = entry["category"]
    figures["seed body"] = body == (folder / "body.txt").read_bytes()
    figures["seed categories"] = all(named.get(n, "keep") in labels for n, labels in allowed.items())
    figures["seed status"] = sidecar["status"]["value"] == "complete"
    figures["seed agencies"] = {"Sputnik", "TASS"} <= set(sidecar["metadata"]["agency"])
    restored = run("restore", str(out / "raw.txt")).stdout
    figures["seed restore"] = restored == (folder / "raw.txt").read_bytes()


def cases(work):
    result = work / "cases.json"
    command = " ".join("'%s'" % p for p in program) + " clean {in} -o {out}"
    subprocess.run([sys.executable, str(shared / "cases" / "score.py"), "--cmd", command, "--json", str(result)],
                   check=True, stdout=subprocess.DEVNULL)
    report = json.loads(result.read_text("utf-8"))
    figures["cases keep removed"] = report["keep_removed"] / report["keep_lines"]
    figures["cases boilerplate removed"] = 1 - report["boilerplate_left"] / report["boilerplate_lines"]
    figures["cases macro-F1"] = report["macro_f1"]
    figures["cases status"] = report["status_right"] / report["documents"]


def score(corpus, track, out, result):
    subprocess.run([sys.executable, str(shared / "corpora" / "score.py"), str(shared / "corpora" / corpus), str(out), "--track", track,
                    "--bootstrap", "0", "--json", str(result)], check=True, stdout=subprocess.DEVNULL)
    return json.loads(result.read_text("utf-8"))["summary"]


def with_headlines(out, folder):
    """The bodies with what was lifted as headline before them: that is not lost. The input's words alone are put back."""
    folder.mkdir()
    for body in out.glob("*.txt"):
        sidecar = out / (body.stem + ".removed.json")
        lifted = [entry["text"] for entry in json.loads(sidecar.read_text("utf-8"))["removed"] if entry["category"] == "headline"]
        (folder / body.name).write_text("\n".join(lifted) + "\n" + body.read_text("utf-8"), "utf-8")
    return folder


def corpora(work):
    for corpus, tracks in (("aed", ("text", "sloppy", "flat", "html")), ("wcxb", ("text", "html")),
                           ("funduspub", ("text", "html")), ("traf", ("html",))):
        for track in tracks:
            name = "%s %s" % (corpus, track)
            out, result = work / corpus / track, work / (name + ".json")
            out.mkdir(parents=True)
            run("clean", str(shared / "corpora" / corpus / track), "-o", str(out), "-q")
            summary = score(corpus, track, out, result)
            if corpus == "traf":
                figures[name + " snippets F1"] = summary["snippets"]["f1"]
                continue
            best = summary.get("lenient", summary["shingles"])
            figures[name + " F1"] = best["f1"]
            figures[name + " exact"] = best["exact"]
            lost = score(corpus, track, with_headlines(out, work / (name + " with headlines")), result)["body lost"]
            figures[name + " lost"] = lost["all words"]
            figures[name + " pages losing"] = lost["pages over 5 %"] / lost["pages"]


def check(work):
    """What check counts is what clean removes, and on what clean made it finds no segment."""
    removed = {}
    for sidecar in (work / "aed" / "sloppy").glob("*.removed.json"):
        for entry in json.loads(sidecar.read_text("utf-8"))["removed"]:
            removed[entry["category"]] = removed.get(entry["category"], 0) + 1
    statistics = json.loads(run("check", str(shared / "corpora" / "aed" / "sloppy"), "--select", "segments", "--statistics",
                                "--output-format", "json", "--exit-zero", "--no-cache", "-q").stdout)
    figures["check counts what clean removes"] = removed == {name: count["findings"] for name, count in statistics["categories"].items()}
    all_documents = all_found = 0
    for kind, tracks in (("texts", (("aed", "text"), ("aed", "sloppy"), ("aed", "flat"), ("wcxb", "text"), ("funduspub", "text"))),
                         ("pages", (("aed", "html"), ("wcxb", "html"), ("funduspub", "html")))):
        documents = found = 0
        for corpus, track in tracks:
            report = json.loads(run("check", str(work / corpus / track), "--select", "segments", "--output-format", "json",
                                    "--exit-zero", "--no-cache", "-q", "--fail-on", "all").stdout)
            documents += report["summary"]["documents"]
            found += report["summary"]["filesWithFindings"]
        figures["check finds nothing in cleaned " + kind] = 1 - found / documents
        all_documents += documents
        all_found += found
    figures["check finds nothing in cleaned documents"] = 1 - all_found / all_documents


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        seed(work)
        cases(work)
        corpora(work)
        check(work)
    held = failed = 0
    for row in (here / "gates.tsv").read_text("utf-8").split("\n"):
        if not row or row.startswith("#"):
            continue
        name, comparison, target, state = row.split("\t")
        value = figures[name]
        good = value if comparison == "is" else value <= float(target) if comparison == "<=" else value >= float(target)
        shown = value if isinstance(value, bool) else "%.4f" % value
        print("%-9s %-34s %-8s %s %s" % ("held" if good else "MISSED" if state == "required" else "not yet", name, shown, comparison, target))
        if state == "required":
            held += bool(good)
            failed += not good
    print("gates: %d held, %d failed" % (held, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    os.environ["DOTNET_NOLOGO"] = "1"
    sys.exit(main())
