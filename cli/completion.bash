# SPDX-License-Identifier: GPL-2.0-or-later
#
# Completion for bash: verbs, options and formats as the program itself tells them, else files.

_rhumb_complete () {
    local program=${COMP_WORDS[0]} verb=${COMP_WORDS[1]} word=${COMP_WORDS[COMP_CWORD]} choices=
    if [ "$COMP_CWORD" -eq 1 ] || { [ "$COMP_CWORD" -eq 2 ] && [ "$verb" = help ]; }; then
        choices=$("$program" help 2>/dev/null | sed -n 's/^  \([a-z][a-z-]*\)  *[^ ].*/\1/p')
    elif [ "${COMP_WORDS[COMP_CWORD - 1]}" = --format ] ||
        [ "${COMP_WORDS[COMP_CWORD - 2]} ${COMP_WORDS[COMP_CWORD - 1]}" = '--format =' ]; then
        choices=$("$program" formats 2>/dev/null | tail -n +2 | cut -f 1)
    elif [[ $word == -* ]]; then
        choices=$("$program" help "$verb" 2>/dev/null | sed -n 's/^  .*\(--[a-z-]*=\{0,1\}\).*  .*/\1/p')
    fi
    mapfile -t COMPREPLY < <(compgen -W "$choices" -- "${word#=}")
    # An option that takes a value waits for it.
    [[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace 2>/dev/null
}

complete -o default -F _rhumb_complete rhumb
