#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# What those meet who call the program from scripts: faults are told before work begins, and what
# cannot be done is never done in another way.
# Usage: scripts.sh RHUMB PAGE FOLDER_OF_THE_TESTS
RHUMB=$(realpath "$1")
PAGE=$(realpath "$2")
. "$3/tap.sh"
cd "$work" || exit 1

# A program whose libraries that are opened by need are not there, wherever the tests say they are.
unset LD_LIBRARY_PATH
mkdir -p alone/cli
cp "$RHUMB" alone/cli/rhumb
cp "$(dirname "$RHUMB")/../librhumb.so.0" alone/
printf '{"id":"a","title":"On graphs, and trees"}\n{"id":"b","title":"On trees, and words"}\n' >two.jsonl
printf '<dblp><article key="a"><title>On trees</title><year>2001</year></article></dblp>' >one.xml
run alone/cli/rhumb describe two.jsonl
claim "JSON without its library is refused, not read as a table" exits 1 'librhumb-json.so.0: cannot be opened'
run alone/cli/rhumb search one.xml trees
claim "XML without its library is refused" exits 1 'librhumb-xml.so.0: cannot be opened'
run alone/cli/rhumb concepts "$PAGE"
claim "concepts without stems are refused" exits 1 'librhumb-stemmer.so.0: cannot be opened'
echo no library >alone/librhumb-json.so.0
run alone/cli/rhumb describe two.jsonl
claim "a library that is there tells what it lacks" exits 1 'alone/.*librhumb-json.so.0: '

finish
