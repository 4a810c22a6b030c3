// The baseline for parsing JSON: simdjson's DOM parser, used as its documentation advises (one parser for all texts,
// padded input, so that nothing is copied or allocated in the measured part).
//
// parse FILE: for each byte read from stdin parses the file's text a number of times, as the byte says, and writes as
// many times in nanoseconds to stdout, 64 bits each.

#include <simdjson.h>

#include <chrono>
#include <cstdint>
#include <unistd.h>
#include <vector>

int main(int count, char **arguments) {
  if (count != 2) return 2;
  simdjson::padded_string text;
  if (simdjson::padded_string::load(arguments[1]).get(text)) return 1;
  simdjson::dom::parser parser;
  std::vector<std::uint64_t> times;
  for (unsigned char rounds; read(STDIN_FILENO, &rounds, 1) == 1;) {
    times.clear();
    for (unsigned round = 0; round < rounds; round++) {
      const auto start = std::chrono::steady_clock::now();
      simdjson::dom::element document;
      if (parser.parse(text).get(document)) return 1;
      const auto end = std::chrono::steady_clock::now();
      times.push_back(std::uint64_t(std::chrono::duration_cast<std::chrono::nanoseconds>(end - start).count()));
    }
    const auto size = ssize_t(times.size() * sizeof(std::uint64_t));
    if (write(STDOUT_FILENO, times.data(), size_t(size)) != size) return 1;
  }
  return 0;
}
