package import DurableStorage

/// A folder's file of settings, as it was read.
package struct SettingsFile: Hashable, Sendable {
  /// The file.
  package let path: String

  /// Its text, in which the problems of the settings have their places.
  package let text: [UInt8]

  /// What it says.
  package let reading: SettingsReading

  /// The largest file that is read, in bytes.
  private static let limit = 1 << 20

  /// Reads the file of a folder; `nil` if it has none.
  ///
  /// - Throws: why a file that is there cannot be read.
  package init?(
    in folder: String, named name: String = Settings.fileName, _ files: FileSystem
  ) throws(StorageError) {
    let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    guard let contents = try files.read(path, limit: Self.limit) else { return nil }
    self.path = path
    text = contents.bytes
    reading = SettingsReading(text)
  }
}
