# Has "guiyi serve" started with Windows, as a scheduled task of the user who runs this (as an administrator). The night itself
# is kept by serve: no second task is needed. Remove it with: Unregister-ScheduledTask -TaskName Guiyi
param([string] $Inbox = "D:\inbox")
$top = Split-Path -Parent $PSScriptRoot
$action = New-ScheduledTaskAction -Execute "$top\guiyi.cmd" -Argument "serve --inbox `"$Inbox`"" -WorkingDirectory $top
$trigger = New-ScheduledTaskTrigger -AtStartup
$settings = New-ScheduledTaskSettingsSet -RestartCount 3 -RestartInterval (New-TimeSpan -Minutes 1) -ExecutionTimeLimit 0
Register-ScheduledTask -TaskName Guiyi -Action $action -Trigger $trigger -Settings $settings -User $env:USERNAME -RunLevel Limited
