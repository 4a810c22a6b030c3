/// How many samples are taken, and how they are interleaved.
struct SamplePlan {
  /// Samples of each subject that count.
  var samples: Int
  /// Samples taken of one subject before it is the next one's turn.
  var block: Int
  /// Samples of each subject that are taken before and dropped.
  var warmUp: Int
}

/// Something that is measured again and again; a call gives one sample.
///
/// Errors are not typed here: Swift 6.3 crashes on nested closures that throw a type and return a number.
typealias Subject = () throws -> UInt64

/// Takes samples of several subjects by turns, block by block, so that whatever slows the machine down for a while
/// slows all of them.
///
/// - Returns: each subject's median.
func medians(of subjects: [Subject], _ plan: SamplePlan) throws(Failure) -> [Double] {
  _ = try sample(subjects, count: plan.warmUp, block: plan.block)
  return try sample(subjects, count: plan.samples, block: plan.block).map(median)
}

/// The middle of the values; the mean of the middle two if their number is even; 0 of none.
func median(of values: [UInt64]) -> Double {
  guard !values.isEmpty else { return 0 }
  let sorted = values.sorted()
  return (Double(sorted[sorted.count / 2]) + Double(sorted[(sorted.count - 1) / 2])) / 2
}

private func sample(_ subjects: [Subject], count: Int, block: Int) throws(Failure) -> [[UInt64]] {
  var samples: [[UInt64]] = Array(repeating: [], count: subjects.count)
  for start in stride(from: 0, to: count, by: block) {
    for (index, subject) in subjects.enumerated() {
      for _ in start..<min(start + block, count) {
        do { samples[index].append(try subject()) } catch { throw error as? Failure ?? Failure("\(error)") }
      }
    }
  }
  return samples
}
