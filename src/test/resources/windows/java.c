/* Stands for java.exe: prints its path and its arguments, one a line, in UTF-8, and ends with status 7. */
#include <stdio.h>
#include <windows.h>

int wmain(int count, wchar_t **arguments) {
  for (int i = 0; i < count; i++) {
    char line[8192];
    WideCharToMultiByte(CP_UTF8, 0, arguments[i], -1, line, sizeof line, 0, 0);
    printf("%s\n", line);
  }
  return 7;
}
