# Completion of kzfr in PowerShell, 5.1 and 7: made by `kzfr completion powershell`.
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
