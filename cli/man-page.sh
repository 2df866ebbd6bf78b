#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Writes rhumb(1), in the macros of man(7), out of what the program itself says: `rhumb help` and
# `rhumb help VERB`, so that there is no second text to keep. Groups of options that several verbs
# share are told once.
# Usage: man-page.sh RHUMB VERSION
set -eu
rhumb=$1
version=$2
LC_ALL=C.UTF-8
export LC_ALL

overview=$("$rhumb" help)
verbs=$(printf '%s\n' "$overview" | sed -n 's/^  \([a-z][a-z-]*\)  *[^ ].*/\1/p')
[ -n "$verbs" ] || { echo "$rhumb help: no verbs, expected some" >&2; exit 1; }
{
    printf '%s\n' "$overview"
    for verb in $verbs; do
        printf '\001%s\n' "$verb" # no text has this letter
        "$rhumb" help "$verb"
    done
} | awk -v version="$version" '
function text(s) {
    gsub(/\\/, "\\e", s)
    gsub(/-/, "\\-", s)
    return s ~ /^[.\047]/ ? "\\&" s : s
}
function say(s) {
    page = page s "\n"
}
# As it stands: tables keep their columns.
function as_it_stands(lines) {
    gsub(/^\n+|\n+$/, "", lines)
    if (lines != "")
        say(".PP\n.nf\n" lines "\n.fi")
}
function end_verb() {
    as_it_stands(details)
    details = shared = own = ""
}
BEGIN { place = "overview" }
/^\001/ {
    end_verb()
    place = "usage"
    next
}
place == "overview" {
    if (NR == 1) {
        what = $0
        sub(/^rhumb /, "", what)
        sub(/\.$/, "", what)
    } else if (/^  [a-z]/) {
        summary = $0
        sub(/^ *[^ ]+ +/, "", summary)
        verbs = verbs ".TP\n.B " text($1) "\n" text(summary) "\n"
    } else if (!/^Usage:/ && NF > 0) {
        first_steps = first_steps ".PP\n" text($0) "\n"
    }
    next
}
place == "usage" {
    if (sub(/^Usage: /, ""))
        say(".SS " text($0))
    else if (NF > 0) {
        say(text($0))
        place = "options"
    }
    next
}
place == "options" && /^[A-Z][A-Za-z ]*:$/ {
    group = substr($0, 1, length($0) - 1)
    own = group ~ /[Oo]ptions$/
    if (own && shared != "")
        say(".PP\nOptions of " shared ", and:")
    if (!own) {
        shared = shared (shared == "" ? "" : ", ") "\\fI" text(group) "\\fR"
        is_new = !(group in known)
        known[group]
        if (is_new)
            groups = groups ".SS " text(group) "\n"
    }
    next
}
place == "options" && /^  +-/ {
    match($0, /[^ ]  +[^ ]/)
    option = substr($0, 1, RSTART)
    sub(/^ +/, "", option)
    entry = ".TP\n.B " text(option) "\n" text(substr($0, RSTART + RLENGTH - 1)) "\n"
    if (own)
        page = page entry
    else if (is_new)
        groups = groups entry
    next
}
{
    details = details text($0) "\n"
    if (NF > 0)
        place = "details"
}
END {
    end_verb()
    printf ".TH RHUMB 1 \"\" \"rhumb %s\" \"User Commands\"\n", version
    printf ".SH NAME\nrhumb \\- %s\n", text(what)
    printf ".SH SYNOPSIS\n.B rhumb\n.I VERB\n[options] \\fIFILE\\fR...\n"
    printf ".SH DESCRIPTION\n%s%s", verbs, first_steps
    printf ".SH VERBS\n%s", page
    printf ".SH SHARED OPTIONS\n%s", groups
    printf ".SH EXIT STATUS\n.TP\n.B 0\ndone\n.TP\n.B 1\nthe data failed\n.TP\n.B 2\nthe command was wrong\n"
}'
