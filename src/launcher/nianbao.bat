@echo off
rem Starts nianbao from any folder. JAVA_HOME chooses the Java; otherwise the one on the path is used.
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -Xshare:auto -XX:SharedArchiveFile="%home%\lib\nianbao.jsa" -Xlog:disable -Xlog:all=error,cds*=off:stderr -XX:TieredStopAtLevel=1 -XX:MaxInlineLevel=3 -XX:C1MaxInlineSize=10 -XX:+UseSerialGC -Xmn32m -Xmx768m -Dnianbao.home="%home%" -jar "%home%\lib\nianbao.jar" %*
