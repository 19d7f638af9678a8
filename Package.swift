// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

/// Targets are listed floor by floor: none imports from a floor above its own.
let package = Package(
    name: "hubplan",
    products: [
        .executable(name: "hubplan", targets: ["HubPlanCLI"]),
        .executable(name: "hubplan-bench", targets: ["HubPlanBenchmarks"]),
    ],
    traits: [
        .default(enabledTraits: []),
        .trait(name: "Web", description: "Adds `hubplan serve`: the run folder in a browser, over loopback."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    ],
    targets: [
        // Floor 0: C libraries
        .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
        .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
        .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),
        .systemLibrary(name: "CHiGHS", pkgConfig: "highs"),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Floor 1: the nouns
        .target(name: "HubModel", swiftSettings: strict),

        // Floor 2: geometry, coordinates, files; digests
        .target(name: "Digests", dependencies: ["CCrypto"], swiftSettings: strict),
        .target(name: "Spatial", dependencies: ["HubModel", "CGEOS", "CPROJ", "CGDAL"], swiftSettings: strict),

        // Floor 3: one verb a target
        .target(name: "OpenData", dependencies: ["HubModel", "Digests", "Spatial"], swiftSettings: strict),
        .target(
            name: "Regions",
            dependencies: [
                "HubModel", "Digests", "Spatial",
                .product(name: "Yams", package: "Yams"),
            ],
            exclude: ["Study/study.schema.json"],
            swiftSettings: strict
        ),
        .target(
            name: "TravelCosts",
            dependencies: [
                "HubModel", "Digests", "Spatial", "CZlib",
                .product(name: "SwiftProtobuf", package: "swift-protobuf"),
            ],
            exclude: ["Streets/Reading/osm_pbf.proto"],
            swiftSettings: strict
        ),
        .target(
            name: "Placement",
            dependencies: ["HubModel", "Digests", "CHiGHS"],
            swiftSettings: strict
        ),
        .target(
            name: "Reports",
            dependencies: ["HubModel", "Spatial"],
            exclude: ["Result/result.schema.json"],
            resources: [.embedInCode("Page/Assets/report.css"), .embedInCode("Page/Assets/report.js")],
            swiftSettings: strict
        ),

        // Floor 4: the pipeline
        .target(
            name: "HubPlan",
            dependencies: [
                "HubModel", "Digests", "Spatial", "OpenData", "Regions", "TravelCosts", "Placement", "Reports",
            ],
            swiftSettings: strict
        ),

        // Floor 5: many questions of one base
        .target(
            name: "Scenarios",
            dependencies: [
                "HubModel", "Digests", "Spatial", "Regions", "Placement", "Reports", "HubPlan",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict
        ),

        // Floor 6: the ways in
        .executableTarget(
            name: "HubPlanCLI",
            dependencies: [
                "HubModel", "HubPlan", "Scenarios",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .target(name: "HubPlanWeb", condition: .when(traits: ["Web"])),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "HubPlanWeb",
            dependencies: [
                "HubModel",
                .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Web"])),
            ],
            swiftSettings: strict
        ),

        // Beside the floors
        .executableTarget(
            name: "HubPlanBenchmarks",
            dependencies: [
                "HubModel", "Spatial", "TravelCosts", "Placement",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "HubPlanTestSupport", dependencies: ["HubModel"], path: "Tests/HubPlanTestSupport",
            swiftSettings: strict),
        .testTarget(
            name: "HubModelTests", dependencies: ["HubModel", "HubPlanTestSupport"], swiftSettings: strict),
        .testTarget(name: "DigestsTests", dependencies: ["Digests"], swiftSettings: strict),
        .testTarget(
            name: "SpatialTests",
            dependencies: ["HubModel", "Spatial", "HubPlanTestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "OpenDataTests",
            dependencies: ["HubModel", "OpenData", "Spatial", "HubPlanTestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "RegionsTests",
            dependencies: ["HubModel", "Regions", "Spatial", "HubPlanTestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "TravelCostsTests",
            dependencies: ["HubModel", "TravelCosts", "Spatial", "HubPlanTestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PlacementTests",
            dependencies: ["HubModel", "Placement", "HubPlanTestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["HubModel", "Reports", "Spatial", "HubPlanTestSupport"],
            exclude: ["Golden"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "HubPlanBenchmarksTests",
            dependencies: [
                "HubModel", "HubPlanBenchmarks", "HubPlanTestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "HubPlanCLITests",
            dependencies: ["HubPlanCLI", "HubPlanTestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "HubPlanTests",
            dependencies: [
                "HubModel", "OpenData", "Placement", "HubPlan", "Reports", "Scenarios", "Spatial", "TravelCosts",
                "HubPlanTestSupport",
            ],
            exclude: ["Dossier/Golden", "Starting/Golden"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ScenariosTests",
            dependencies: [
                "HubModel", "Spatial", "Regions", "Placement", "Reports", "HubPlan", "Scenarios", "HubPlanTestSupport",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
