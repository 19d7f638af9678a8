internal import Foundation
internal import HubModel

/// An instance as read: travel, weights and the share rule.
struct Instance {
    var name: String
    var travel: any TravelTable
    /// One a demand point.
    var weights: [Int64]
    /// The instance's own count of hubs; nil when its file has none.
    var count: Int?
    /// Sites that count towards the share.
    var disadvantaged: [UInt32] = []
    /// Objectives are this many times the instance's unit.
    var unitsPerUnit = 1.0
}

/// What is wrong with an instance or with the command, in a sentence.
struct BenchmarkError: Error, CustomStringConvertible {
    let description: String
}

/// Reads OR-Library p-median files, TSPLIB point files and the folders of peers' instances.
enum InstanceReader {
    /// - Parameter coarse: distances in hundreds of metres, for objectives of two parts.
    static func read(_ path: String, coarse: Bool = false) throws -> Instance {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw BenchmarkError(description: "There is no instance at \(path).")
        }
        if isFolder.boolValue { return try folder(path, coarse) }
        return path.hasSuffix(".tsp") ? try tsplib(path) : try orLibrary(path)
    }

    /// Graph with edges; costs are shortest paths, by Floyd and Warshall. A repeated edge takes its last value.
    private static func orLibrary(_ path: String) throws -> Instance {
        let numbers = try text(path).split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        guard numbers.count >= 3, numbers.count >= 3 + 3 * numbers[1] else {
            throw BenchmarkError(
                description: "\(path) is no OR-Library p-median file: it should start with n, edges and p.")
        }
        let n = numbers[0]
        let far: UInt32 = 1 << 30
        var cost = [UInt32](repeating: far, count: n * n)
        for i in 0..<n { cost[i * n + i] = 0 }
        for edge in 0..<numbers[1] {
            let (a, b) = (numbers[3 + 3 * edge] - 1, numbers[4 + 3 * edge] - 1)
            cost[a * n + b] = UInt32(numbers[5 + 3 * edge])
            cost[b * n + a] = cost[a * n + b]
        }
        for k in 0..<n {
            for i in 0..<n where cost[i * n + k] < far {
                for j in 0..<n { cost[i * n + j] = min(cost[i * n + j], cost[i * n + k] + cost[k * n + j]) }
            }
        }
        return Instance(
            name: name(path), travel: TravelMatrix(areaCount: n, siteCount: n, withoutCar: cost),
            weights: [Int64](repeating: 1, count: n), count: numbers[2])
    }

    private static func tsplib(_ path: String) throws -> Instance {
        let points = try text(path).split(separator: "\n").compactMap { line -> Point? in
            let fields = line.split(whereSeparator: \.isWhitespace)
            guard fields.count == 3, Int(fields[0]) != nil, let x = Double(fields[1]), let y = Double(fields[2]) else {
                return nil
            }
            return Point(x: x, y: y)
        }
        guard !points.isEmpty else { throw BenchmarkError(description: "\(path) has no points to read.") }
        return Instance(
            name: name(path), travel: PointTable(areas: points, sites: points, rounding: .down),
            weights: [Int64](repeating: 1, count: points.count), count: nil)
    }

    private struct Meta: Decodable {
        var name: String
        var p: Int
        var metric: String
        var dd_key: String?
    }

    private static func folder(_ path: String, _ coarse: Bool) throws -> Instance {
        let meta = try JSONDecoder().decode(Meta.self, from: Data(try text(path + "/meta.json").utf8))
        let demand = try table(path, "demand.csv")
        let sites = try table(path, "candidates.csv")
        let weights = try demand.column("weight").map { Int64(Double($0) ?? 0) }
        var instance = Instance(
            name: meta.name, travel: TravelMatrix(areaCount: 0, siteCount: 0, withoutCar: []), weights: weights,
            count: meta.p)
        if let key = meta.dd_key {
            let flags = try sites.column(key)
            instance.disadvantaged = flags.indices.filter { flags[$0] == "1" }.map { UInt32($0) }
        }
        if meta.metric == "matrix" {
            let values = try text(file(path, "cost.csv")).split(whereSeparator: { $0 == "," || $0.isNewline })
                .compactMap { UInt32($0) }
            guard values.count == demand.rows.count * sites.rows.count else {
                throw BenchmarkError(
                    description: "cost.csv of \(meta.name) has \(values.count) costs, not one for each pair.")
            }
            instance.travel = TravelMatrix(
                areaCount: demand.rows.count, siteCount: sites.rows.count, withoutCar: values)
            return instance
        }
        let roundings: [String: PointTable.Rounding] = [
            "floor_euclid": .down, "euclid_rounded": .nearest, "euclid": .hundredths,
        ]
        guard let rounding = coarse ? .hundreds : roundings[meta.metric] else {
            throw BenchmarkError(
                description:
                    "The metric \(meta.metric) of \(meta.name) is not known: use matrix, euclid, euclid_rounded or floor_euclid."
            )
        }
        instance.travel = PointTable(areas: try demand.points(), sites: try sites.points(), rounding: rounding)
        if rounding == .hundredths { instance.unitsPerUnit = 100 }
        if rounding == .hundreds { instance.unitsPerUnit = 0.01 }
        return instance
    }

    // MARK: Files

    private struct Table {
        var header: [Substring]
        var rows: [[Substring]]

        func column(_ name: String) throws -> [Substring] {
            guard let at = header.firstIndex(where: { $0 == name }) else {
                throw BenchmarkError(description: "No column \(name); there are \(header.joined(separator: ", ")).")
            }
            return rows.map { $0[at] }
        }

        func points() throws -> [Point] {
            try zip(column("x"), column("y")).map { Point(x: Double($0) ?? 0, y: Double($1) ?? 0) }
        }
    }

    private static func table(_ folder: String, _ name: String) throws -> Table {
        let lines = try text(file(folder, name)).split(whereSeparator: \.isNewline)
        let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        guard let header = rows.first else { throw BenchmarkError(description: "\(name) in \(folder) is empty.") }
        return Table(header: header, rows: Array(rows.dropFirst()))
    }

    private static func file(_ folder: String, _ name: String) -> String {
        let plain = folder + "/" + name
        return FileManager.default.fileExists(atPath: plain) ? plain : plain + ".gz"
    }

    private static func text(_ path: String) throws -> String {
        guard path.hasSuffix(".gz") else { return try String(contentsOfFile: path, encoding: .utf8) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0, let text = String(data: data, encoding: .utf8) else {
            throw BenchmarkError(description: "\(path) could not be unpacked: is it whole?")
        }
        return text
    }

    private static func name(_ path: String) -> String {
        URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    }
}
