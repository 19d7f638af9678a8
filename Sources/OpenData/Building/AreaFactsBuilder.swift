internal import HubModel
internal import Spatial

/// Gathers what is known of England's small areas from the files that were found.
struct AreaFactsBuilder {
    let selection: Selection
    let grid: GridPoints
    var log = BuildLog()

    mutating func build() throws -> (AreaFacts, AreaChanges) {
        var areas = try centres()
        try addPlaces(&areas)
        try addRegions(&areas)
        try addCensus(&areas)
        let changes = try AreaChanges(table(.areaChanges))
        try settleDistricts(&areas, changes)
        try addAges(&areas, changes)
        try addHouseholds(&areas)
        try addDeprivation(&areas)
        try addSettlement(&areas)
        log.read(changes.summary)
        return (areas, changes)
    }

    private func table(_ id: OpenFile.ID) throws -> SourceTable { try SourceTable(selection.needed(id)) }

    // MARK: Where the areas are

    private mutating func centres() throws -> AreaFacts {
        let table = try table(.areaCentres)
        let codes = table.needed(.area2021)
        let points = try grid.points(x: table.needed(.x), y: table.needed(.y))
        var rows: [String: Int] = [:]
        for (row, code) in codes.enumerated() {
            guard code.hasPrefix("E") else {
                table.drop(1, "outside England")
                continue
            }
            if let earlier = rows.updateValue(row, forKey: code) {
                throw OpenDataError(
                    "The file \(table.found.path) has \(code) in rows \((earlier + 1).grouped) and "
                        + "\((row + 1).grouped). Keep one row an area.")
            }
        }
        guard !rows.isEmpty else {
            throw OpenDataError(
                "The file \(table.found.path) holds no area of England: no code begins with E. "
                    + "Fetch \"\(table.file.title)\".")
        }
        let order = rows.sorted { $0.key < $1.key }
        let places = try order.map { code, row in
            guard let point = points[row], point.x != 0 || point.y != 0 else {
                throw table.failure(row: row, .x, table.needed(.x)[row], of: code, "a coordinate")
            }
            return point
        }
        log.read(table.summary(used: order.count))
        log.check("small areas in England", found: order.count, expected: PublishedTotals.areas)
        return AreaFacts(index: AreaIndex(vintage: "2021", codes: order.map(\.key)), points: places)
    }

    private mutating func addPlaces(_ areas: inout AreaFacts) throws {
        let table = try table(.areaPlaces)
        let rows = try AreaJoin(table, .area2021, areas: areas.index).complete(table, areas: areas.index)
        func column(_ role: ColumnRole) -> [String] {
            let values = table.needed(role)
            return rows.map { values[$0] }
        }
        areas.names = column(.areaName)
        areas.wards = column(.ward2024)
        areas.wardNames = column(.wardName)
        areas.districts = column(.district2024)
        areas.districtNames = column(.districtName)
        log.read(table.summary(used: rows.count))
        log.check("districts in England", found: Set(areas.districts).count, expected: PublishedTotals.districts)
    }

    private mutating func addRegions(_ areas: inout AreaFacts) throws {
        var names: [String: String] = [:]
        if let found = selection.files(.districtRegions).first {
            let table = try SourceTable(found)
            for (code, name) in zip(table.needed(.district2024), table.needed(.regionName)) where code.hasPrefix("E") {
                names[code] = name
            }
            log.read(table.summary(used: names.count))
        }
        areas.regions = areas.districts.map { names[$0] ?? EnglandRegions.name(ofDistrict: $0) ?? "" }
        let unknown = Set(zip(areas.districts, areas.regions).filter { $0.1.isEmpty }.map(\.0)).sorted()
        if !unknown.isEmpty { log.note("The region of \(Words.firstFive(unknown)) is not known.") }
        log.check(
            "regions of England", found: Set(areas.regions.filter { !$0.isEmpty }).count,
            expected: PublishedTotals.regions)
    }

    /// An area lies in the district that it was made for, whatever the best fit of its ward says, as long as that
    /// district is still there: LSOA 2021 nest in the districts of 2022.
    private mutating func settleDistricts(_ areas: inout AreaFacts, _ changes: AreaChanges) throws {
        let names = Dictionary(zip(areas.districts, areas.districtNames), uniquingKeysWith: { first, _ in first })
        let regions = Dictionary(zip(areas.districts, areas.regions), uniquingKeysWith: { first, _ in first })
        for area in 0..<areas.count {
            guard let own = changes.districts[areas.index.codes[area]], own != areas.districts[area],
                let name = names[own]
            else { continue }
            log.note(
                "\(areas.index.codes[area]) (\(areas.names[area])) was put into \(name), where it was made, rather than "
                    + "\(areas.districtNames[area]), where the best fit of its ward (\(areas.wardNames[area])) puts it."
            )
            areas.districts[area] = own
            areas.districtNames[area] = name
            areas.regions[area] = regions[own] ?? ""
        }
    }

    // MARK: Who lives there

    private mutating func addCensus(_ areas: inout AreaFacts) throws {
        let table = try table(.ageBands)
        let rows = try AreaJoin(table, .area2021, areas: areas.index).complete(table, areas: areas.index)
        func sum(_ roles: [ColumnRole]) throws -> [Int] {
            var total = [Int](repeating: 0, count: rows.count)
            for role in roles where table.found.columns[role] != nil {
                for (area, count) in try table.counts(role, rows: rows, labels: areas.index.codes).enumerated() {
                    total[area] += count
                }
            }
            return total
        }
        areas.censusChildren = try sum([.children] + (0..<3).map { .childBand($0) })
        areas.residents = try sum(
            table.found.columns[.residents] != nil ? [.residents] : [.children] + (0..<5).map { .band($0) })
        log.read(table.summary(used: rows.count))
        log.check(
            "residents in England, Census 2021", found: areas.residents.reduce(0, +),
            expected: PublishedTotals.residents, within: PublishedTotals.residents / 10_000)
    }

    private mutating func addAges(_ areas: inout AreaFacts, _ changes: AreaChanges) throws {
        let table = try table(.agesByYear)
        areas.aged = try AgeCarrier(table: table, changes: changes, areas: areas).carried(&log)
    }

    private mutating func addHouseholds(_ areas: inout AreaFacts) throws {
        let nothing = [Int?](repeating: nil, count: areas.count)
        (areas.households, areas.householdsWithoutCar) = (nothing, nothing)
        guard let found = selection.files(.cars).first else { return }
        let table = try SourceTable(found)
        let join = try AreaJoin(table, .area2021, areas: areas.index)
        areas.households = try optional(table, .households, join, areas)
        areas.householdsWithoutCar = try optional(table, .householdsWithoutCar, join, areas)
        for area in 0..<areas.count {
            guard let all = areas.households[area], let without = areas.householdsWithoutCar[area], without > all
            else { continue }
            throw OpenDataError(
                "The file \(found.path) has \(without) households without a car of \(all) in "
                    + "\(areas.index.codes[area]). Fetch the file again, or correct the row.")
        }
        noteMissing(areas.households, areas, table)
        log.read(table.summary(used: join.used))
        log.check(
            "households in England, Census 2021", found: areas.households.reduce(0) { $0 + ($1 ?? 0) },
            expected: PublishedTotals.households, within: PublishedTotals.households / 10_000)
    }

    // MARK: What the places are like

    private mutating func addDeprivation(_ areas: inout AreaFacts) throws {
        let nothing = [Int?](repeating: nil, count: areas.count)
        (areas.ranks, areas.deciles) = (nothing, nothing)
        guard let found = selection.files(.deprivation).first else { return }
        let table = try SourceTable(found)
        let join = try AreaJoin(table, .area2021, areas: areas.index)
        areas.ranks = try optional(table, .rank, join, areas)
        if found.columns[.decile] != nil {
            areas.deciles = try optional(table, .decile, join, areas)
        } else {
            areas.deciles = areas.ranks.map { $0.map { (10 * $0 + areas.count - 1) / areas.count } }
        }
        noteMissing(areas.ranks, areas, table)
        log.read(table.summary(used: join.used))
        let ranks = areas.ranks.compactMap { $0 }.sorted()
        let isEach = ranks == Array(1...max(1, areas.count))
        let different = Words.count(Set(ranks).count, "different rank")
        let each = "1 to \(areas.count.grouped), each once"
        log.check("ranks of deprivation", found: isEach ? each : different, expected: each, holds: isEach)
    }

    private mutating func addSettlement(_ areas: inout AreaFacts) throws {
        areas.settlements = Array(repeating: "", count: areas.count)
        guard let found = selection.files(.settlement).first else { return }
        let table = try SourceTable(found)
        let join = try AreaJoin(table, .area2021, areas: areas.index)
        let values = table.needed(.settlement)
        areas.settlements = join.rows.map { $0.map { values[$0] } ?? "" }
        noteMissing(areas.settlements.map { $0.isEmpty ? nil : $0 }, areas, table)
        log.read(table.summary(used: join.used))
    }

    // MARK: Helpers

    private func optional(
        _ table: SourceTable, _ role: ColumnRole, _ join: AreaJoin, _ areas: AreaFacts
    ) throws -> [Int?] {
        let there = join.rows.indices.filter { join.rows[$0] != nil }
        let counts = try table.counts(
            role, rows: there.compactMap { join.rows[$0] }, labels: there.map { areas.index.codes[$0] })
        var values = [Int?](repeating: nil, count: areas.count)
        for (area, count) in zip(there, counts) { values[area] = count }
        return values
    }

    private mutating func noteMissing<Value>(_ values: [Value?], _ areas: AreaFacts, _ table: SourceTable) {
        let missing = zip(areas.index.codes, values).filter { $0.1 == nil }.map(\.0)
        guard !missing.isEmpty else { return }
        log.note(
            "The file \(table.found.path) has nothing for \(Words.count(missing.count, "area")) "
                + "(\(Words.firstFive(missing))): left blank.")
    }
}
