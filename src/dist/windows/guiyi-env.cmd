@echo off
rem Settings of Guiyi: copy this beside guiyi.cmd, which reads it. docs\operations.md and docs\security.md name all of them.
rem A county's data: keys are required, made-up identity numbers are refused.
set "GUIYI_PROFILE=production"
set "GUIYI_HOME=D:\guiyi"
rem Files of one line, name:hexadecimal of 64 digits, apart from GUIYI_HOME and its backups, for the user of Guiyi only.
set "GUIYI_AUDIT_KEY_FILE=C:\guiyi-keys\audit.key"
set "GUIYI_ERASURE_KEY_FILE=C:\guiyi-keys\erasure.key"
