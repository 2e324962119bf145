# Completion of kzfr in fish: made by `kzfr completion fish`.
# The program is given the words before the cursor and answers with a kind and the words that may stand there,
# each with what it means; a kind other than "words" leaves the names of files to fish.
function __kzfr_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l answer (_KZFR_WORDS=(string join \n -- $words | string collect) _KZFR_WORD="$word" _KZFR_COMPLETE=fish \
        $words[1] 2>/dev/null)
    set -l option (string match -r -- '^--[^=]+=' "$word")
    set -l name (string replace -- "$option" '' "$word")
    switch "$answer[1]"
        case words
            printf '%s\n' $answer[2..-1]
        case files
            string replace -r -- '^' "$option" (__fish_complete_path "$name")
        case folders
            string replace -r -- '^' "$option" (__fish_complete_directories "$name" '')
    end
end
complete --command kzfr --no-files --keep-order --arguments '(__kzfr_complete)'
