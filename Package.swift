// swift-tools-version: 6.2
import PackageDescription

// One section per target and its test target, lower layers first; one dependency per line.

/// Every target: warnings are errors, and the language modes that Swift 6 leaves to opt in.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Targets of the server's process. The concurrency runtime is left out of it on purpose: linking it adds libdispatch
/// and some 100 µs to a start of about 600 µs, and the server is synchronous by design (ARCHITECTURE.md, "Threads").
/// So is the regular expression engine, which nothing here uses: 4 MB of the program.
let server: [SwiftSetting] =
  strict + [
    .unsafeFlags([
      "-Xfrontend", "-disable-implicit-concurrency-module-import",
      "-Xfrontend", "-disable-implicit-string-processing-module-import",
    ])
  ]

/// A fully static executable: no loader at start, one file to copy. Debug builds stay dynamic, which the sanitizers need.
///
/// The functions that run up to the first reply lie together (`Start/record.sh`): a start takes 40 µs less, and 1.7 MB of
/// the program less are in memory.
let staticExecutable: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-executable", "-use-ld=lld", "-Xlinker", "--gc-sections", "-Xlinker", "--strip-debug",
      "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/Sources/trusted-access-server/Start/symbols.txt",
      "-Xlinker", "--no-warn-symbol-ordering",
    ],
    .when(platforms: [.linux], configuration: .release))
]

/// Tests that start processes: `pipe2` makes pipes which no other process inherits, not even one that is just started.
let gnuExtensions: [SwiftSetting] = [.unsafeFlags(["-Xcc", "-D_GNU_SOURCE"])]

let package = Package(
  name: "trusted-access-server",
  products: [
    .executable(name: "trusted-access-server", targets: ["trusted-access-server"]),
    .library(name: "TrustedAccess", targets: ["TrustedAccess"]),
  ],
  targets: [
    // MARK: SeededRandom
    // Random numbers that are the same on every run, for the tests of all layers.
    .target(
      name: "SeededRandom",
      path: "Tests/SeededRandom",
      swiftSettings: strict
    ),

    // MARK: SourceText
    .target(
      name: "SourceText",
      swiftSettings: server
    ),
    .testTarget(
      name: "SourceTextTests",
      dependencies: [
        "SeededRandom",
        "SourceText",
      ],
      swiftSettings: strict
    ),

    // MARK: JSON
    .target(
      name: "JSON",
      swiftSettings: server
    ),
    .testTarget(
      name: "JSONTests",
      dependencies: [
        "JSON",
        "SeededRandom",
      ],
      exclude: ["crosscheck.py"],
      swiftSettings: strict
    ),

    // Answers Tests/JSONTests/crosscheck.py, which compares the parser with another one.
    .executableTarget(
      name: "json-verdict",
      dependencies: ["JSON"],
      path: "Tests/JSONVerdict",
      swiftSettings: strict
    ),

    // MARK: JSONRPC
    .target(
      name: "JSONRPC",
      dependencies: ["JSON"],
      swiftSettings: server
    ),
    .testTarget(
      name: "JSONRPCTests",
      dependencies: [
        "JSON",
        "JSONRPC",
      ],
      swiftSettings: strict
    ),

    // MARK: TrustedAccess
    .target(
      name: "TrustedAccess",
      swiftSettings: server
    ),
    .testTarget(
      name: "TrustedAccessTests",
      dependencies: [
        "SeededRandom",
        "TrustedAccess",
      ],
      swiftSettings: strict
    ),

    // MARK: DurableStorage
    .target(
      name: "DurableStorage",
      swiftSettings: server
    ),
    // A disk in memory on which the tests of the layers above inject faults and lose power.
    .target(
      name: "SimulatedDisk",
      dependencies: ["DurableStorage"],
      path: "Tests/SimulatedDisk",
      swiftSettings: strict
    ),
    .testTarget(
      name: "DurableStorageTests",
      dependencies: [
        "DurableStorage",
        "SimulatedDisk",
      ],
      swiftSettings: strict
    ),

    // MARK: RoleCatalog
    .target(
      name: "RoleCatalog",
      dependencies: [
        "DurableStorage",
        "JSON",
        "TrustedAccess",
      ],
      exclude: ["Bundle/Recordings"],
      swiftSettings: server
    ),
    .testTarget(
      name: "RoleCatalogTests",
      dependencies: [
        "DurableStorage",
        "JSON",
        "RoleCatalog",
        "SeededRandom",
        "SimulatedDisk",
        "TrustedAccess",
      ],
      swiftSettings: strict
    ),

    // MARK: LocalBackend
    .target(
      name: "LocalBackend",
      dependencies: [
        "DurableStorage",
        "JSON",
        "TrustedAccess",
      ],
      swiftSettings: server
    ),
    .testTarget(
      name: "LocalBackendTests",
      dependencies: [
        "DurableStorage",
        "JSON",
        "LocalBackend",
        "SeededRandom",
        "SimulatedDisk",
        "TrustedAccess",
      ],
      swiftSettings: strict
    ),

    // Kills writers and races processes on one store; see Tests/StoreStress/Main.swift.
    .executableTarget(
      name: "store-stress",
      dependencies: [
        "DurableStorage",
        "LocalBackend",
        "SeededRandom",
        "TrustedAccess",
      ],
      path: "Tests/StoreStress",
      swiftSettings: strict
    ),

    // MARK: LanguageServerProtocol
    .target(
      name: "LanguageServerProtocol",
      dependencies: [
        "JSON",
        "SourceText",
      ],
      swiftSettings: server
    ),

    // MARK: BindingDocuments
    .target(
      name: "BindingDocuments",
      dependencies: [
        "JSON",
        "SourceText",
        "TrustedAccess",
      ],
      swiftSettings: server
    ),
    .testTarget(
      name: "BindingDocumentsTests",
      dependencies: [
        "BindingDocuments",
        "JSON",
        "SeededRandom",
        "SourceText",
        "TrustedAccess",
      ],
      exclude: [
        "Corpus/Clean",
        "Corpus/CleanSites.txt",
        "Corpus/Mistakes",
      ],
      swiftSettings: strict
    ),

    // MARK: Workspace
    .target(
      name: "Workspace",
      dependencies: [
        "BindingDocuments",
        "DurableStorage",
        "JSON",
        "SourceText",
        "TrustedAccess",
      ],
      swiftSettings: server
    ),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: [
        "BindingDocuments",
        "DurableStorage",
        "JSON",
        "SeededRandom",
        "SimulatedDisk",
        "SourceText",
        "TrustedAccess",
        "Workspace",
      ],
      swiftSettings: strict
    ),

    // MARK: BindingRendering
    .target(
      name: "BindingRendering",
      dependencies: [
        "JSON",
        "TrustedAccess",
      ],
      swiftSettings: server
    ),
    .executableTarget(
      name: "rendering-samples",
      dependencies: [
        "BindingRendering",
        "JSON",
        "SeededRandom",
        "TrustedAccess",
      ],
      path: "Tests/RenderingSamples",
      swiftSettings: strict
    ),
    .testTarget(
      name: "BindingRenderingTests",
      dependencies: [
        "BindingRendering",
        "TrustedAccess",
      ],
      exclude: ["parse.py"],
      swiftSettings: strict
    ),

    // MARK: EditorFeatures
    .target(
      name: "EditorFeatures",
      dependencies: [
        "BindingDocuments",
        "RoleCatalog",
        "SourceText",
        "TrustedAccess",
      ],
      swiftSettings: server
    ),

    // MARK: Server
    .target(
      name: "Server",
      dependencies: [
        "BindingDocuments",
        "BindingRendering",
        "DurableStorage",
        "EditorFeatures",
        "JSON",
        "JSONRPC",
        "LanguageServerProtocol",
        "LocalBackend",
        "RoleCatalog",
        "SourceText",
        "TrustedAccess",
        "Workspace",
      ],
      swiftSettings: server
    ),

    .testTarget(
      name: "ServerTests",
      dependencies: [
        "DurableStorage",
        "JSON",
        "JSONRPC",
        "RoleCatalog",
        "SeededRandom",
        "Server",
        "SimulatedDisk",
        "TrustedAccess",
      ],
      exclude: ["Golden"],
      swiftSettings: strict + gnuExtensions
    ),

    // MARK: CommandLineInterface
    .target(
      name: "CommandLineInterface",
      dependencies: [
        "BindingDocuments",
        "DurableStorage",
        "JSON",
        "JSONRPC",
        "Server",
        "TrustedAccess",
        "Workspace",
      ],
      swiftSettings: server
    ),

    // Runs the program itself, which 'swift build' puts beside the tests.
    .testTarget(
      name: "CommandLineInterfaceTests",
      exclude: ["Golden"],
      swiftSettings: strict
    ),

    // MARK: trusted-access-server
    .executableTarget(
      name: "trusted-access-server",
      dependencies: ["CommandLineInterface"],
      exclude: ["Start"],
      swiftSettings: server,
      linkerSettings: staticExecutable
    ),

    // MARK: Benchmarks
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "JSON",
        "RoleCatalog",
        "TrustedAccess",
      ],
      path: "Tests/Benchmarks",
      exclude: [
        "Floor",
        "README.md",
        "SIMDJSON",
      ],
      swiftSettings: strict + gnuExtensions
    ),
  ],
  swiftLanguageModes: [.v6]
)
