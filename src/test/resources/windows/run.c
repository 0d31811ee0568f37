/* Runs the command line that a file holds in UTF-8, as it is, and ends with its status. */
#include <stdio.h>
#include <windows.h>

int main(int count, char **arguments) {
  static char line[8192];
  static wchar_t command[8192];
  FILE *file = fopen(arguments[1], "rb");
  fread(line, 1, sizeof line - 1, file);
  MultiByteToWideChar(CP_UTF8, 0, line, -1, command, 8192);
  STARTUPINFOW start = {sizeof start};
  PROCESS_INFORMATION process;
  if (!CreateProcessW(0, command, 0, 0, TRUE, 0, 0, 0, &start, &process)) {
    return 99;
  }
  WaitForSingleObject(process.hProcess, INFINITE);
  DWORD status;
  GetExitCodeProcess(process.hProcess, &status);
  return status;
}
