internal import Spatial

/// Carries counts from the areas of one vintage to those of another.
///
/// Totals are kept, since the parts of an old area sum to 1.
struct Lookup {
    /// For each old area its new ones with the part that each takes.
    private let parts: [String: [(to: String, part: Double)]]
    /// Old areas that are divided.
    let splits: Int
    /// Old areas that are divided but whose parts all weigh nothing, ascending: they are shared equally.
    let unweighted: [String]

    /// - Parameters:
    ///   - weights: one a row of the lookup, none negative; nil shares equally.
    init(from: [String], to: [String], weights: [Double]?) {
        var parts: [String: [(to: String, part: Double)]] = [:]
        for row in from.indices {
            parts[from[row], default: []].append((to[row], weights?[row] ?? 1))
        }
        self.parts = parts.mapValues { targets in
            let total = targets.reduce(0) { $0 + $1.part }
            return targets.map { ($0.to, total > 0 ? $0.part / total : 1 / Double(targets.count)) }
        }
        splits = parts.values.count { $0.count > 1 }
        unweighted = parts.filter { $0.value.count > 1 && $0.value.allSatisfy { $0.part == 0 } }.keys.sorted()
    }

    /// Whether an old code stands in it.
    func holds(_ key: String) -> Bool { parts[key] != nil }

    /// Whether an old code leads to at least one of the areas.
    func leads(_ key: String, to areas: [String: Int]) -> Bool {
        parts[key]?.contains { areas[$0.to] != nil } ?? false
    }

    struct Carried {
        /// One value an area.
        var values: [Double]
        /// Whether any old area gave to it.
        var isReached: [Bool]
        /// What went to new areas that are not of the study.
        var outside = 0.0
        /// Rows whose code the lookup does not hold.
        var unknown: [String] = []
        var unknownTotal = 0.0
    }

    /// - Parameters:
    ///   - keys: old codes, one a value.
    ///   - areas: the study's areas by code.
    func carry(_ values: [Double], keys: [String], to areas: [String: Int]) -> Carried {
        var carried = Carried(
            values: Array(repeating: 0, count: areas.count), isReached: Array(repeating: false, count: areas.count))
        for (key, value) in zip(keys, values) {
            guard let targets = parts[key] else {
                carried.unknown.append(key)
                carried.unknownTotal += value
                continue
            }
            for (code, part) in targets {
                if let area = areas[code] {
                    carried.values[area] += value * part
                    carried.isReached[area] = true
                } else {
                    carried.outside += value * part
                }
            }
        }
        return carried
    }
}

extension StudyLookup {
    /// - Throws: when it does not lead from the table's vintage to the areas'.
    func check(for table: StudyTable, areaVintage: String) throws {
        let place = table.source.place
        guard from.vintage == table.vintage else {
            throw place.failure(
                "table '\(table.id)' is of '\(table.vintage)' but the lookup '\(id)' leads from "
                    + "'\(from.vintage)'. Name a lookup that starts at the table's vintage.")
        }
        guard to.vintage == areaVintage else {
            throw place.failure(
                "the lookup '\(id)' leads to '\(to.vintage)' but the areas are of '\(areaVintage)'. "
                    + "Name a lookup that ends at the areas' vintage.")
        }
    }
}

extension Lookup {
    init(_ lookup: StudyLookup, files: DataFiles, tables: AreaTables) throws {
        let layer = try files.layer(lookup.source, role: "lookup \(lookup.id)")
        let from = try layer.texts(lookup.from.column, at: lookup.from.place)
        let to = try layer.texts(lookup.to.column, at: lookup.to.place)
        var pairs = Set<[String]>()
        for row in from.indices {
            guard !from[row].isEmpty, !to[row].isEmpty else {
                throw lookup.source.place.failure(
                    "the file '\(lookup.source.file)', row \(row + 1), has a blank code. Complete or remove the row.")
            }
            guard pairs.insert([from[row], to[row]]).inserted else {
                throw lookup.source.place.failure(
                    "the file '\(lookup.source.file)', row \(row + 1), repeats the pair \(from[row]) to \(to[row]). "
                        + "Keep one row a pair.")
            }
        }
        var weights: [Double]?
        if let column = lookup.weight {
            weights = try NumberColumn.read(
                try layer.texts(column, at: lookup.source.place), labels: from, column: column,
                file: lookup.source.file, missing: .fail, place: lookup.source.place)
        } else if let column = lookup.weightBy {
            weights = try tables.weights(of: column, for: to, vintage: lookup.to.vintage)
        }
        self.init(from: from, to: to, weights: weights)
    }
}
