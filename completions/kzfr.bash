# Completion of kzfr in bash: made by `kzfr completion bash`.
# The program is given the line up to the cursor and answers with a kind and the words that may stand there,
# quoted as the line asks for; a kind other than "words" leaves the names of files to bash.
_kzfr() {
    local IFS=$' \t\n' answer kind word
    COMPREPLY=()
    answer=$(_KZFR_LINE="${COMP_LINE:0:COMP_POINT}" _KZFR_BREAKS="$COMP_WORDBREAKS" _KZFR_COMPLETE=bash \
        "${1/#\~/$HOME}" 2>/dev/null) || return 0
    {
        IFS= read -r kind
        while IFS= read -r word; do
            COMPREPLY+=("$word")
        done
    } <<<"$answer"
    if type compopt >/dev/null 2>&1; then
        case $kind in
            files) compopt -o default ;;
            folders) compopt -o dirnames ;;
        esac
    fi
    return 0
}
complete -o nosort -F _kzfr kzfr 2>/dev/null || complete -F _kzfr kzfr
