// The floor: what a language server over pipes costs on this machine when it does nothing.
//
// It cuts Content-Length frames, finds the request's method and id, and answers with fixed text. It reads nothing
// else, keeps nothing, and gathers its replies until it has worked off what a read() brought. No server over the same
// pipes can be faster, so that figures of the product are given as multiples of this program's.
//
// It trusts its client: headers are `Content-Length: N` alone, and requests are written without white space.
//
//   initialize           -> {"capabilities":{}}
//   shutdown             -> null
//   other request        -> error -32601
//   textDocument/didOpen -> textDocument/publishDiagnostics, none
//   exit                 -> the process ends
//   others               -> nothing

#define _GNU_SOURCE
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// What the largest document needs; memory that is not used is none.
enum { ROOM = 1 << 24, HEAD = 256 };

static char input[ROOM], output[ROOM];
static size_t written;

typedef struct {
  const char *start;
  size_t length;
} Text;

#define TEXT(literal) ((Text){literal, sizeof(literal) - 1})

static bool same(Text left, Text right) {
  return left.length == right.length && memcmp(left.start, right.start, left.length) == 0;
}

static void flush(void) {
  for (size_t sent = 0; sent < written;) {
    ssize_t count = write(STDOUT_FILENO, output + sent, written - sent);
    if (count < 0) _exit(1);
    sent += (size_t)count;
  }
  written = 0;
}

static void put(Text text) {
  memcpy(output + written, text.start, text.length);
  written += text.length;
}

static void put_number(size_t value) {
  char digits[20];
  size_t first = sizeof digits;
  do digits[--first] = (char)('0' + value % 10);
  while (value /= 10);
  put((Text){digits + first, sizeof digits - first});
}

static void put_headers(size_t length) {
  if (written + length + 64 > ROOM) flush();
  put(TEXT("Content-Length: "));
  put_number(length);
  put(TEXT("\r\n\r\n"));
}

static void answer(Text id, Text outcome) {
  const Text head = TEXT("{\"jsonrpc\":\"2.0\",\"id\":"), tail = TEXT("}");
  put_headers(head.length + id.length + 1 + outcome.length + tail.length);
  put(head);
  put(id);
  put(TEXT(","));
  put(outcome);
  put(tail);
}

static void publish(Text uri) {
  const Text head = TEXT("{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/publishDiagnostics\",\"params\":{\"uri\":\"");
  const Text tail = TEXT("\",\"diagnostics\":[]}}");
  put_headers(head.length + uri.length + tail.length);
  put(head);
  put(uri);
  put(tail);
}

// The text between `opening` and the first of `closing`; empty if `opening` does not occur.
static Text between(Text body, Text opening, const char *closing) {
  const char *start = memmem(body.start, body.length, opening.start, opening.length);
  if (!start) return (Text){body.start, 0};
  start += opening.length;
  const char *end = start, *limit = body.start + body.length;
  while (end < limit && !strchr(closing, *end)) end++;
  return (Text){start, (size_t)(end - start)};
}

static void take(Text body) {
  // All that is looked for stands at the beginning.
  if (body.length > HEAD) body.length = HEAD;
  const Text method = between(body, TEXT("\"method\":\""), "\"");
  const Text id = between(body, TEXT("\"id\":"), ",}");
  if (id.length == 0) {
    if (same(method, TEXT("exit"))) {
      flush();
      _exit(0);
    }
    if (same(method, TEXT("textDocument/didOpen"))) publish(between(body, TEXT("\"uri\":\""), "\""));
  } else if (same(method, TEXT("initialize"))) {
    answer(id, TEXT("\"result\":{\"capabilities\":{}}"));
  } else if (same(method, TEXT("shutdown"))) {
    answer(id, TEXT("\"result\":null"));
  } else {
    answer(id, TEXT("\"error\":{\"code\":-32601,\"message\":\"unknown method\"}"));
  }
}

// Takes the first frame of `bytes`, if it is there as a whole; gives its length, or 0.
static size_t take_frame(Text bytes) {
  const char *end = memmem(bytes.start, bytes.length, "\r\n\r\n", 4);
  if (!end) return 0;
  const Text headers = {bytes.start, (size_t)(end - bytes.start)};
  const Text digits = between(headers, TEXT("Content-Length: "), "\r");
  size_t length = 0;
  for (size_t i = 0; i < digits.length; i++) length = length * 10 + (size_t)(digits.start[i] - '0');
  const size_t whole = headers.length + 4 + length;
  if (whole > ROOM) _exit(1);
  if (whole > bytes.length) return 0;
  take((Text){end + 4, length});
  return whole;
}

int main(void) {
  size_t held = 0;
  for (;;) {
    const ssize_t count = read(STDIN_FILENO, input + held, ROOM - held);
    if (count <= 0) return 1;
    held += (size_t)count;
    size_t taken = 0, frame;
    while (taken < held && (frame = take_frame((Text){input + taken, held - taken})) > 0) taken += frame;
    memmove(input, input + taken, held - taken);
    held -= taken;
    flush();
  }
}
