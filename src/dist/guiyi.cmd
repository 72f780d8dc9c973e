@echo off
rem Starts Guiyi on Windows x64; needs a Java 17 on the PATH.
setlocal
set "TOP=%~dp0"
if exist "%TOP%guiyi-env.cmd" call "%TOP%guiyi-env.cmd"
if not defined GUIYI_HOME set "GUIYI_HOME=%TOP%data"
if not defined GUIYI_JOBS set "GUIYI_JOBS=%TOP%jobs"
chcp 65001 >nul
java -XX:+UseParallelGC -Dfile.encoding=UTF-8 %GUIYI_JAVA_OPTS% -jar "%TOP%app\guiyi.jar" %*
exit /b %ERRORLEVEL%
