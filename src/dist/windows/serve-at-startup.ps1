# Has "guiyi serve" started with Windows, as a scheduled task of the user who runs this (as an administrator). The night itself
# is kept by serve: no second task is needed. Remove it with: Unregister-ScheduledTask -TaskName Guiyi
param([string] $Inbox = "D:\inbox")
$top = Split-Path -Parent $PSScriptRoot
if (-not (Test-Path "$top\guiyi-env.cmd")) {
    throw "Copy windows\guiyi-env.cmd to $top and fill it in first: without it Guiyi is a demonstration that takes made-up numbers"
}
$action = New-ScheduledTaskAction -Execute "$top\guiyi.cmd" -Argument "serve --inbox `"$Inbox`"" -WorkingDirectory $top
$trigger = New-ScheduledTaskTrigger -AtStartup
$settings = New-ScheduledTaskSettingsSet -RestartCount 3 -RestartInterval (New-TimeSpan -Minutes 1) -ExecutionTimeLimit 0
Register-ScheduledTask -TaskName Guiyi -Action $action -Trigger $trigger -Settings $settings -User $env:USERNAME -RunLevel Limited
