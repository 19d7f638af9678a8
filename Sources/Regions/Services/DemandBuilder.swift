internal import HubModel

/// Children of each area in each kind of household, in whole numbers that keep their totals.
struct DemandBuilder {
    let tables: AreaTables
    /// Share of households without a car, one an area, from 0 to 1.
    private let withoutCar: [Double]

    init(tables: AreaTables, log: inout BuildLog) throws {
        self.tables = tables
        withoutCar = try Self.shares(tables, log: &log)
    }

    private static func shares(_ tables: AreaTables, log: inout BuildLog) throws -> [Double] {
        let codes = tables.frame.codes
        guard let households = tables.study.households else {
            log.warn(
                "The study does not say how many households have a car (`households`): all children count as living "
                    + "without one.")
            return codes.map { _ in 1 }
        }
        func read(_ column: StudyColumn) throws -> [Double] {
            try tables.sums(StudyCounts(columns: [column], place: column.place), what: "households")
        }
        let total = try read(households.total)
        let without = try read(households.withoutCar)
        let over = codes.indices.filter { without[$0] > total[$0] }
        guard over.isEmpty else {
            let list = over.map { "\(codes[$0]): \(without[$0]) of \(total[$0])" }
            throw households.withoutCar.place.failure(
                "\(Wording.count(over.count, "area")) "
                    + "\(Wording.verb(over.count, "has", "have")) more households without a car than households "
                    + "(\(Wording.firstFive(list))). Are the columns exchanged?")
        }
        let all = total.reduce(0, +)
        let overall = all > 0 ? without.reduce(0, +) / all : 1
        let empty = codes.indices.filter { total[$0] == 0 }
        if !empty.isEmpty {
            log.warn(
                "\(Wording.count(empty.count, "area")) "
                    + "\(Wording.verb(empty.count, "has", "have")) no households (first five: "
                    + "\(Wording.firstFive(empty.map { codes[$0] }))); children there are shared as in all areas "
                    + "together."
            )
        }
        return codes.indices.map { total[$0] > 0 ? without[$0] / total[$0] : overall }
    }

    struct Built {
        var demand: [DemandPoint]
        var weightTitle: String
        var isNeedWeighted: Bool
    }

    func build(_ service: StudyService, log: inout BuildLog) throws -> Built {
        let children = WholeCounts.carried(try tables.sums(service.children, what: "children of \(service.id)"))
        guard children.contains(where: { $0 > 0 }) else {
            throw service.children.place.failure(
                "there is not one child of \(service.id) in any area. Check the columns.")
        }
        let without = WholeCounts.part(of: children, shares: withoutCar)
        let need = try service.need.map { try NeedWeights($0, tables: tables) }
        let demand = children.indices.flatMap { area in
            Household.allCases.map { household in
                let count = household == .withoutCar ? without[area] : children[area] - without[area]
                return DemandPoint(
                    area: UInt32(area), household: household, children: count,
                    weight: count * (need?.scaled[area] ?? 1))
            }
        }
        if let need, demand.reduce(0.0, { $0 + Double($1.weight) }) > 1e12 || !demand.contains(where: { $0.weight > 0 })
        {
            throw need.place.failure(
                "children × '\(need.title)' gives weights that are all 0 or too large to add up. Use a share or an "
                    + "index."
            )
        }
        return Built(demand: demand, weightTitle: need?.weightTitle ?? "children", isNeedWeighted: need != nil)
    }
}

extension StudyCounts {
    init(columns: [StudyColumn], place: StudyPlace) {
        self.columns = columns
        self.place = place
    }
}

/// A need column as whole numbers.
struct NeedWeights {
    let title: String
    let place: StudyPlace
    /// Need × scale, one an area.
    let scaled: [Int64]
    /// A power of ten that keeps up to four decimals of the column.
    let scale: Int64

    init(_ need: StudyNeed, tables: AreaTables) throws {
        title = need.title
        place = need.column.place
        let values = try tables.texts(need.column)
        let numbers = try NumberColumn.read(
            values, labels: tables.frame.codes, column: need.column.text,
            file: need.column.inTable(among: tables.study.tables)?.table.source.file ?? tables.study.areas.source.file,
            missing: .fail,
            place: need.column.place)
        let decimals = min(4, values.map { PlainNumber.decimals($0) ?? 4 }.max() ?? 0)
        let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
        self.scale = Int64(scale)
        guard let most = numbers.max(), most * scale < 1e9 else {
            throw need.column.place.failure("'\(need.column.text)' holds numbers above a thousand million.")
        }
        scaled = numbers.map { Int64(($0 * scale).rounded()) }
    }

    /// "children × income deprivation (× 1,000 to keep whole numbers)"
    var weightTitle: String {
        let suffix = scale > 1 ? " (× \(Wording.grouped(Int(scale))) to keep whole numbers)" : ""
        return "children × \(title)\(suffix)"
    }
}
