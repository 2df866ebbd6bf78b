#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# The recipes of the README, run one after the other.
# Usage: recipes.sh RHUMB PAPERS
set -eu
rhumb=$1
papers=$2

echo "== what have I got?"
"$rhumb" describe "$papers"

echo "== what is it about? the ten most central concepts"
"$rhumb" rank --of concepts --top 10 "$papers"

echo "== about eight topics instead of the default number"
"$rhumb" topics --clusters '~8' "$papers" | cut -f 1-3

echo "== the papers of the largest topic, most central first"
"$rhumb" rank --within 0 "$papers" | cut -f 1,3

echo "== how often does each concept occur? from JSON Lines to a sorted list"
"$rhumb" convert "$papers" | "$rhumb" concepts --min-papers 3 - | cut -f 1,2
