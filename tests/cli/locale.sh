#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Numbers in messages have a decimal point where the user's language has a comma.
# Usage: locale.sh RHUMB PAGE FOLDER_OF_THE_TESTS
RHUMB=$1
PAGE=$2
. "$3/tap.sh"

# Made here: a machine has few locales. Without the sources (package locales) there is nothing to test.
if ! localedef -i de_DE -f UTF-8 "$work/de_DE.UTF-8" >"$work/out" 2>&1; then
    echo "1..0 # SKIP localedef makes no locale here"
    exit 0
fi
export LOCPATH="$work" LC_ALL=de_DE.UTF-8
# glibc keeps what it read of LOCPATH to the end.
echo 'leak:__argz_add_sep' >"$work/leaks"
export LSAN_OPTIONS="print_suppressions=0:suppressions=$work/leaks"

run /usr/bin/printf '%.1f' 0,5
claim "the locale has a comma" grep -q '0,5' "$work/out"
run "$RHUMB" dedup --least 1.5 "$PAGE"
claim "an option out of range is told with a point" exits 2 '--least is 1\.5,'
run "$RHUMB" trend --s 0.5 "$(dirname "$PAGE")/citations.jsonl"
claim "so does the library" exits 2 's 0\.5,'
finish
