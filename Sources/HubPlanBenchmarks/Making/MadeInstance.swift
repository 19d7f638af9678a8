internal import Foundation
internal import HubModel

/// An instance that was made, not read, and how it is written for hubplan-bench and for its peers alike.
struct MadeInstance {
    var name: String
    /// How it was made, for whoever opens the folder.
    var source: String
    /// Sites to open.
    var count: Int
    /// One a demand point.
    var weights: [Int]
    var travel: Travel
    /// One a site: whether it counts towards the share. Empty where there is no share rule.
    var isDisadvantaged: [Bool] = []

    enum Travel {
        /// Tenths of a metre; the cost is the straight line, to the nearest metre.
        case points(areas: [TenthMetres], sites: [TenthMetres])
        /// Costs, area by area; nothing is measured.
        case matrix([UInt32], siteCount: Int)
    }

    /// A point in tenths of a metre, so that what is written is what was made.
    struct TenthMetres {
        var x: Int
        var y: Int
    }

    /// meta.json; peers look its absent keys up too, so they are written as null.
    private struct Meta: Encodable {
        var instance: MadeInstance
        var metric: String

        private enum Keys: String, CodingKey {
            case name, N, M, p, metric, source
            case disadvantagedKey = "dd_key"
            case leastDisadvantaged = "dd_min_open"
            case knownOptimum = "known_optimum"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(instance.name, forKey: .name)
            try container.encode(instance.weights.count, forKey: .N)
            try container.encode(instance.siteCount, forKey: .M)
            try container.encode(instance.count, forKey: .p)
            try container.encode(metric, forKey: .metric)
            try container.encode(instance.isDisadvantaged.isEmpty ? nil : "dd", forKey: .disadvantagedKey)
            try container.encode(instance.leastDisadvantaged, forKey: .leastDisadvantaged)
            try container.encodeNil(forKey: .knownOptimum)
            try container.encode(instance.source, forKey: .source)
        }
    }

    var siteCount: Int {
        switch travel {
        case .points(_, let sites): sites.count
        case .matrix(_, let siteCount): siteCount
        }
    }

    /// Sites of a plan that must stand in disadvantaged places: half, rounded up.
    var leastDisadvantaged: Int { isDisadvantaged.isEmpty ? 0 : (count + 1) / 2 }

    /// Writes meta.json, demand.csv, candidates.csv and, for a matrix, cost.csv.
    /// - Parameter folder: made when it is missing; files of the same names are replaced.
    func write(to folder: String) throws {
        let place = URL(fileURLWithPath: folder, isDirectory: true)
        do {
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for (file, text) in try files() {
                try Data(text.utf8).write(to: place.appendingPathComponent(file), options: .atomic)
            }
        } catch {
            throw BenchmarkError(description: "\(name) cannot be written to \(folder): \(error.localizedDescription)")
        }
    }

    private func files() throws -> [(String, String)] {
        let areas: [TenthMetres]?
        let sites: [TenthMetres]?
        var files: [(String, String)] = []
        switch travel {
        case .points(let demand, let candidates): (areas, sites) = (demand, candidates)
        case .matrix(let costs, let siteCount):
            (areas, sites) = (nil, nil)
            let rows = stride(from: 0, to: costs.count, by: siteCount).map { start in
                costs[start..<start + siteCount].map(String.init).joined(separator: ",")
            }
            files.append(("cost.csv", rows.joined(separator: "\n") + "\n"))
        }
        let meta = Meta(instance: self, metric: areas == nil ? "matrix" : "euclid_rounded")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        files.append(("meta.json", String(decoding: try encoder.encode(meta), as: UTF8.self) + "\n"))
        files.append(("demand.csv", Self.table("weight", weights, at: areas)))
        let flags = (0..<siteCount).map { isDisadvantaged.isEmpty || !isDisadvantaged[$0] ? 0 : 1 }
        files.append(("candidates.csv", Self.table("dd", flags, at: sites)))
        return files
    }

    private static func table(_ column: String, _ values: [Int], at points: [TenthMetres]?) -> String {
        func metres(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
        return "id,x,y,\(column)\n"
            + values.indices.map { row in
                let place = points.map { "\(metres($0[row].x)),\(metres($0[row].y))" } ?? ","
                return "\(row + 1),\(place),\(values[row])\n"
            }.joined()
    }
}
