# SPDX-License-Identifier: GPL-2.0-or-later
#
# What the tests of the program have in common: each claim is one line of the Test Anything
# Protocol. Sourced with RHUMB and PAGE set; $work is a folder of the test's own.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
count=0

# claim DESCRIPTION COMMAND…: holds if the command succeeds.
claim () {
    description=$1
    shift
    count=$((count + 1))
    if "$@" >"$work/claim.log" 2>&1; then
        echo "ok $count - $description"
    else
        echo "not ok $count - $description"
        sed 's/^/# /' "$work/claim.log" | head -n 20
    fi
}

# run COMMAND…: leaves code, $work/out and $work/err.
run () {
    "$@" >"$work/out" 2>"$work/err" </dev/null
    code=$?
}

# exits CODE [PATTERN]: the last run ended so, and said so in one line.
exits () {
    [ "$code" = "$1" ] || { echo "exit code $code, expected $1"; cat "$work/err"; return 1; }
    [ $# -lt 2 ] || grep -qE -- "$2" "$work/err" || { echo "said:"; cat "$work/err"; return 1; }
}

same () {
    cmp "$1" "$2"
}

finish () {
    echo "1..$count"
}
