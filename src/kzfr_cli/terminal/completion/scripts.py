"""The scripts by which each shell asks what may stand at its cursor; `shells` answers them."""

from __future__ import annotations

BASH = r"""# Completion of kzfr in bash: made by `kzfr completion bash`.
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
"""

ZSH = r"""#compdef kzfr
# Completion of kzfr in zsh: made by `kzfr completion zsh`.
# The program is given the words before the cursor and answers with a kind and the words that may stand there,
# each with what it means; a kind other than "words" leaves the names of files to zsh.
_kzfr() {
    local kind program=${(Q)words[1]}
    local -a answer
    answer=("${(@f)$(
        _KZFR_WORDS="${(F)${(@Q)words[1,CURRENT-1]}}" _KZFR_WORD="$QIPREFIX$IPREFIX$PREFIX" _KZFR_COMPLETE=zsh \
            ${program/#\~/$HOME} 2>/dev/null
    )}")
    kind=$answer[1]
    shift answer
    compset -P 1 '--[^=]##='
    case $kind in
        files) _files ;;
        folders) _files -/ ;;
        words) (( $#answer )) && _describe -V kzfr answer ;;
    esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _kzfr "$@"
else
    compdef _kzfr kzfr
fi
"""

FISH = r"""# Completion of kzfr in fish: made by `kzfr completion fish`.
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
"""

POWERSHELL = r"""# Completion of kzfr in PowerShell, 5.1 and 7: made by `kzfr completion powershell`.
# The program is given the words before the cursor and answers with a kind and the words that may stand there,
# each as it is inserted, as it is listed and with what it means; a kind other than "words" leaves the names of
# files to PowerShell.
Register-ArgumentCompleter -Native -CommandName 'kzfr', 'kzfr.exe' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $words = @()
    $word = ''
    foreach ($element in $commandAst.CommandElements) {
        if ($element.Extent.StartOffset -ge $cursorPosition) { break }
        $text = $element.Extent.Text
        if ($element.Extent.EndOffset -ge $cursorPosition) {
            $word = $text.Substring(0, $cursorPosition - $element.Extent.StartOffset)
        } elseif ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
            $words += $element.Value
        } else {
            $words += $text
        }
    }
    if (-not $words) { return }

    $asked = @{ _KZFR_WORDS = $words -join "`n"; _KZFR_WORD = $word; _KZFR_COMPLETE = 'powershell' }
    $encoding = [Console]::OutputEncoding
    try {
        foreach ($name in $asked.Keys) { [Environment]::SetEnvironmentVariable($name, $asked[$name]) }
        [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
        $answer = @(& $words[0] 2>$null)
    } catch {
        return
    } finally {
        [Console]::OutputEncoding = $encoding
        foreach ($name in $asked.Keys) { [Environment]::SetEnvironmentVariable($name, $null) }
    }
    if (-not $answer) { return }

    if ($answer[0] -eq 'words') {
        foreach ($line in ($answer | Select-Object -Skip 1)) {
            $inserted, $listed, $meaning = $line -split "`t", 3
            New-Object System.Management.Automation.CompletionResult $inserted, $listed, 'ParameterValue', $meaning
        }
        return
    }
    $option = ''
    if ($word -match '^(--[^=]+=)(.*)$') { $option = $Matches[1]; $word = $Matches[2] }
    foreach ($found in [System.Management.Automation.CompletionCompleters]::CompleteFilename($word)) {
        if ($answer[0] -eq 'folders' -and $found.ResultType -ne 'ProviderContainer') { continue }
        $inserted = $option + $found.CompletionText
        $listed = $found.ListItemText
        New-Object System.Management.Automation.CompletionResult $inserted, $listed, $found.ResultType, $found.ToolTip
    }
}
"""

TEXTS = {"bash": BASH, "zsh": ZSH, "fish": FISH, "powershell": POWERSHELL}
