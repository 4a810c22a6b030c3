import Glibc

/// The set of processors that this process may run on; the programs it starts inherit it.
struct Processors {
  private var bits: cpu_set_t

  /// The processors that this process may use now.
  static var allowed: Processors {
    var set = Processors(bits: cpu_set_t())
    sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &set.bits)
    return set
  }

  /// A single processor.
  ///
  /// - Throws: if there is none of that number.
  static func one(_ number: Int) throws(Failure) -> Processors {
    guard allowed.numbers.contains(number) else {
      throw Failure("no processor \(number) for this process, only \(allowed.numbers)")
    }
    var set = Processors(bits: cpu_set_t())
    withUnsafeMutableBytes(of: &set.bits) { $0[number / 8] |= 1 << UInt8(number % 8) }
    return set
  }

  /// The processors' numbers, ascending.
  var numbers: [Int] {
    withUnsafeBytes(of: bits) { bytes in
      (0..<bytes.count * 8).filter { bytes[$0 / 8] >> UInt8($0 % 8) & 1 == 1 }
    }
  }

  /// Runs `body`, and what it starts, on these processors alone.
  func run<Result>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    let before = Processors.allowed
    try use()
    defer { try? before.use() }
    return try body()
  }

  private func use() throws(Failure) {
    var bits = bits
    guard sched_setaffinity(0, MemoryLayout<cpu_set_t>.size, &bits) == 0 else {
      throw Failure("cannot run on processors \(numbers): \(errorText())")
    }
  }
}
