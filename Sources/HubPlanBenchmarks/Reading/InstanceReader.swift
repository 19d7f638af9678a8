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
    /// How many of them a plan of `count` sites must hold at least.
    var leastDisadvantaged = 0
    /// Objectives are this many times the instance's unit.
    var unitsPerUnit = 1.0
}

/// What is wrong with an instance or with the command, in a sentence.
struct BenchmarkError: Error, CustomStringConvertible {
    let description: String
}

/// Reads OR-Library p-median files, TSPLIB point files and the folders of peers' instances.
enum InstanceReader {
    /// What distances are read for, which decides how they are rounded where the instance leaves them unrounded.
    enum Purpose {
        case mean
        /// Upwards, so that a distance is within a limit just when its rounded value is.
        case reach
        /// In hundreds of metres, upwards, so that sums of two parts stay small enough.
        case reachThenMean
    }

    static func read(_ path: String, purpose: Purpose = .mean) throws -> Instance {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw BenchmarkError(description: "There is no instance at \(path).")
        }
        if isFolder.boolValue { return try folder(path, purpose) }
        return path.hasSuffix(".tsp") ? try tsplib(path) : try orLibrary(path)
    }

    /// Graph with edges; costs are shortest paths, by Floyd and Warshall. A repeated edge takes its last value.
    private static func orLibrary(_ path: String) throws -> Instance {
        let numbers = try text(path).split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        guard numbers.count >= 3, (1...20_000).contains(numbers[0]), (0...100_000_000).contains(numbers[1]),
            numbers.count >= 3 + 3 * numbers[1]
        else {
            throw BenchmarkError(
                description: "\(path) is no OR-Library p-median file: it should start with n, edges and p.")
        }
        let n = numbers[0]
        let far: UInt32 = 1 << 30
        var cost = [UInt32](repeating: far, count: n * n)
        for i in 0..<n { cost[i * n + i] = 0 }
        for edge in 0..<numbers[1] {
            let (a, b) = (numbers[3 + 3 * edge] - 1, numbers[4 + 3 * edge] - 1)
            guard (0..<n).contains(a), (0..<n).contains(b), (0...1_000_000).contains(numbers[5 + 3 * edge]) else {
                throw BenchmarkError(
                    description: """
                        Edge \(edge + 1) of \(path) should join two of \(n) vertices at a cost from 0 to 1,000,000.
                        """)
            }
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
        var dd_min_open: Int?
    }

    private static func folder(_ path: String, _ purpose: Purpose) throws -> Instance {
        let meta = try JSONDecoder().decode(Meta.self, from: Data(try text(path + "/meta.json").utf8))
        let demand = try table(path, "demand.csv")
        let sites = try table(path, "candidates.csv")
        let weights = try demand.numbers("weight", "a whole number from 0 to a thousand million") {
            (0...1e9).contains($0) && $0 == $0.rounded()
        }
        var instance = Instance(
            name: meta.name, travel: TravelMatrix(areaCount: 0, siteCount: 0, withoutCar: []),
            weights: weights.map { Int64($0) }, count: meta.p)
        if let key = meta.dd_key {
            let flags = try sites.column(key)
            instance.disadvantaged = flags.indices.filter { flags[$0] == "1" }.map { UInt32($0) }
            instance.leastDisadvantaged = meta.dd_min_open ?? (meta.p + 1) / 2
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
        guard let rounding = rounding(meta.metric, purpose) else {
            throw BenchmarkError(
                description: """
                    The metric \(meta.metric) of \(meta.name) is not known: use matrix, euclid, euclid_rounded or \
                    floor_euclid.
                    """)
        }
        instance.travel = PointTable(areas: try demand.points(), sites: try sites.points(), rounding: rounding)
        instance.unitsPerUnit = rounding.unitsPerUnit
        return instance
    }

    private static func rounding(_ metric: String, _ purpose: Purpose) -> PointTable.Rounding? {
        switch (metric, purpose) {
        case ("euclid", .mean): .hundredths
        case ("euclid", .reach): .hundredthsUpwards
        case ("euclid", .reachThenMean), ("euclid_rounded", .reachThenMean), ("floor_euclid", .reachThenMean): .hundreds
        case ("euclid_rounded", _): .nearest
        case ("floor_euclid", _): .down
        default: nil
        }
    }

    // MARK: Files

    private struct Table {
        var file: String
        var header: [Substring]
        var rows: [[Substring]]

        func column(_ name: String) throws -> [Substring] {
            guard let at = header.firstIndex(where: { $0 == name }) else {
                throw BenchmarkError(
                    description: "\(file) has no column \(name); it has \(header.joined(separator: ", ")).")
            }
            return try rows.enumerated().map { index, row in
                guard at < row.count else {
                    throw BenchmarkError(description: "Row \(index + 2) of \(file) ends before its column \(name).")
                }
                return row[at]
            }
        }

        /// A column as numbers that `isRight` accepts.
        func numbers(_ name: String, _ wanted: String, where isRight: (Double) -> Bool) throws -> [Double] {
            try column(name).enumerated().map { index, text in
                guard let number = Double(text), isRight(number) else {
                    throw BenchmarkError(
                        description: "Row \(index + 2) of \(file) has “\(text)” as \(name): \(wanted) is needed.")
                }
                return number
            }
        }

        func points() throws -> [Point] {
            func metres(_ name: String) throws -> [Double] {
                try numbers(name, "a distance within 10,000 km") { abs($0) <= 1e7 }
            }
            return zip(try metres("x"), try metres("y")).map { Point(x: $0, y: $1) }
        }
    }

    private static func table(_ folder: String, _ name: String) throws -> Table {
        let lines = try text(file(folder, name)).split(whereSeparator: \.isNewline)
        let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        guard let header = rows.first else { throw BenchmarkError(description: "\(name) in \(folder) is empty.") }
        guard rows.count > 1 else { throw BenchmarkError(description: "\(name) in \(folder) has a header only.") }
        return Table(file: name, header: header, rows: Array(rows.dropFirst()))
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
