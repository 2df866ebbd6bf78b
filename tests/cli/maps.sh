#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# What maps can be asked for: views, networks, layouts, how many discs; and what is refused.
# Usage: maps.sh RHUMB PAGE FOLDER_OF_THE_TESTS EXAMPLE_WITH_REFERENCES
RHUMB=$(realpath "$1")
PAGE=$(realpath "$2")
CITATIONS=$(realpath "$4")
. "$3/tap.sh"
cd "$work" || exit 1

# Papers whose every word is made to break a drawing; they cite each other and share people.
i=0
while [ $i -lt 12 ]; do
    printf '{"id":"h%d","title":"Sail area <script>alert(1)</script> & ]]> of \\\\N ships %d","abstract":"The sail area & <b>rig</b> of tall ships.","year":%d,"doi":"10.1/\\"><script>%d","authors":[{"name":"O\u0027Brien <script> %d"},{"name":"]]> & \\\\N Smith"}],"references":["h%d","h%d"]}\n' \
        $i $i $((2000 + i)) $i $((i % 5)) $(((i + 1) % 12)) $(((i + 3) % 12))
    i=$((i + 1))
done >hostile.jsonl

# is_safe FILE: well-formed, and its words are no markup.
is_safe () {
    xmllint --noout "$1" && ! grep -qi '<script' "$1" && ! grep -q '<b>' "$1"
}

# --view density
run "$RHUMB" map "$PAGE" --view density -o density.svg
claim "the density is drawn" exits 0
claim "as well-formed SVG" xmllint --noout density.svg
claim "with bands and without links" sh -c "[ \$(grep -c 'class=\"topic ' density.svg) -ge 15 ] && ! grep -q '<path stroke' density.svg"
run "$RHUMB" map hostile.jsonl --view density -o hostile-density.svg
claim "hostile words stay words on the density" is_safe hostile-density.svg
for suffix in png pdf dot; do
    run "$RHUMB" map "$PAGE" --view density --theme dark -o "density.$suffix"
    claim "the density is drawn as $suffix" exits 0
done
"$RHUMB" map "$PAGE" --view density --threads 1 -o one.svg
"$RHUMB" map "$PAGE" --view density --threads 2 -o two.svg
claim "the density is the same for any number of threads" same one.svg two.svg
run "$RHUMB" map "$PAGE" --view density -o density.html
claim "the density is no page" exits 2 'density is for drawings'
run "$RHUMB" map "$PAGE" --view density --level overview -o no.svg
claim "the density has no level" exits 2 'density'
run "$RHUMB" map "$PAGE" --view heat -o no.svg
claim "an unknown view lists those that are" exits 2 'expected one of network, density'
finish
