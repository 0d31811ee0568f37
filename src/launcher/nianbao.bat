@echo off
rem Starts nianbao from any folder, with the Java that comes with it, or that of JAVA_HOME, or else the one on the path.
rem Without arguments, as after a double click, it opens serve on the folder nianbao of the user.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME:"=%\bin\java"
if exist "%home%\runtime\bin\java.exe" set "java=%home%\runtime\bin\java"
set options=-Xshare:auto -XX:SharedArchiveFile="%home%\lib\nianbao.jsa" -Xlog:disable -Xlog:all=error,cds*=off:stderr -XX:TieredStopAtLevel=1 -XX:MaxInlineLevel=3 -XX:C1MaxInlineSize=10 -XX:+UseSerialGC -Xmn32m -Xmx640m -Dnianbao.home="%home%"
set "first=%~1"
if defined first goto run
set "reports=%USERPROFILE%\nianbao"
if not exist "%reports%" mkdir "%reports%"
"%java%" %options% -jar "%home%\lib\nianbao.jar" serve "%reports%"
if not errorlevel 1 exit /b
pause
exit /b 1

:run
"%java%" %options% -jar "%home%\lib\nianbao.jar" %*
