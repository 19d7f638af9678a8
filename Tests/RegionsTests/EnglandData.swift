import Foundation
import HubModel
import Regions

/// The England data folder: `../shared/data` from the package root, or where `HUBPLAN_DATA` says.
enum EnglandData {
    static let packageRoot = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let folder: String? = {
        let data =
            ProcessInfo.processInfo.environment["HUBPLAN_DATA"].map { URL(fileURLWithPath: $0) }
            ?? packageRoot.deletingLastPathComponent().appendingPathComponent("shared/data")
        for candidate in [data.appendingPathComponent("england"), data] {
            let file = candidate.appendingPathComponent("england_lsoa21_joined.csv.gz").path
            if FileManager.default.fileExists(atPath: file) { return candidate.path }
        }
        print("skipped: the England tests need the data folder (../shared/data or HUBPLAN_DATA)")
        return nil
    }()

    static var isThere: Bool { folder != nil }

    static func load(_ study: String) throws -> PreparedStudy {
        let path = packageRoot.appendingPathComponent("Fixtures/studies/england/\(study).yaml").path
        return try StudyLoader(travellers: .plain).load(path: path, dataFolder: folder)
    }
}

extension TravellerCatalogue {
    /// Travellers with a few settings, for tests that are not about travel.
    static let plain: TravellerCatalogue = {
        let names = ["childAlone11", "parentWithPushchair", "youngPersonAlone"]
        return TravellerCatalogue(names: names) { name in
            guard names.contains(name) else { return nil }
            return TravelSettings(
                traveller: name,
                parameters: [
                    Parameter(
                        key: "walk.speed", title: "Walking speed", value: 4.8, unit: "km/h", source: "for tests",
                        mark: .assumed),
                    Parameter(
                        key: "car.used", title: "Whether the household's car is used", value: 1, unit: "",
                        source: "for tests", mark: .assumed),
                ]
                    + ["car.free.one", "car.free.more"].map {
                        Parameter(key: $0, title: $0, value: 1, unit: "", source: "for tests", mark: .assumed)
                    })
        }
    }()
}
