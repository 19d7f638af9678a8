internal import HubModel

/// Children × a need column as whole weights, as fine as exact sums allow.
///
/// Need that has few decimals keeps them all where the sum of weights leaves room for it. Otherwise weights are rounded
/// to a unit of 1, 2 or 5 times a power of ten, with the remainder carried along, so that totals are kept.
struct NeedWeights {
    let title: String
    let place: StudyPlace
    /// Need, one an area; none negative, at most `NumberColumn.most`.
    private let need: [Double]
    /// Digits after the point that the column uses; nil when they are too many, or written with an exponent.
    private let decimals: Int?

    init(_ need: StudyNeed, tables: AreaTables) throws {
        title = need.title
        place = need.column.place
        let values = try tables.texts(need.column)
        self.need = try NumberColumn.read(
            values, labels: tables.frame.codes, column: need.column.text,
            file: need.column.inTable(among: tables.study.tables)?.table.source.file ?? tables.study.areas.source.file,
            missing: .fail, place: need.column.place)
        let digits = values.map { PlainNumber.decimals($0) ?? .max }.max() ?? 0
        decimals = digits <= 4 ? digits : nil
    }

    init(_ need: [Double], decimals: Int?, title: String, place: StudyPlace) {
        self.need = need
        self.decimals = decimals
        self.title = title
        self.place = place
    }

    /// What children × need is multiplied by, or divided by, to give weights.
    struct Scale: Hashable {
        var factor: Int64 = 1
        var divisor: Int64 = 1
        /// Whether weights are rounded.
        var isRounded = false

        var value: Double { Double(factor) / Double(divisor) }
    }

    struct Weights {
        /// One a demand point.
        var weights: [Int64]
        var scale: Scale
        /// "children × income deprivation (× 1,000 to keep whole numbers)"
        var title: String
    }

    /// - Parameters:
    ///   - children: demand points in the order of their areas.
    ///   - limit: what the weights may sum to at most.
    /// - Throws: when there is no weight at all, or none small enough.
    func weights(_ children: [DemandPoint], limit: Double) throws -> Weights {
        let products = children.map { Double($0.children) * need[Int($0.area)] }
        let total = products.reduce(0, +)
        guard total > 0 else {
            throw place.failure("children × '\(title)' gives weights that are all 0. Use a column of need above 0.")
        }
        guard let scale = scale(total: total, limit: limit) else {
            throw place.failure(
                "children × '\(title)' gives weights that are too large to add up. Use a share or an index.")
        }
        let weights =
            scale.isRounded
            ? WholeCounts.carried(products.map { $0 * scale.value })
            : children.map { $0.children * Int64((need[Int($0.area)] * scale.value).rounded()) }
        return Weights(weights: weights, scale: scale, title: "children × \(title)\(words(scale))")
    }

    /// The finest scale whose weights sum to no more than the limit; nil when none does.
    private func scale(total: Double, limit: Double) -> Scale? {
        if let decimals {
            let exact = Scale(factor: Self.power(decimals))
            if total * exact.value <= limit { return exact }
        }
        let finer = (0...9).reversed().flatMap { power in
            [5, 2, 1].map { Scale(factor: $0 * Self.power(power), isRounded: true) }
        }
        let coarser = (0...17).flatMap { power in
            [2, 5, 10].map { Scale(divisor: $0 * Self.power(power), isRounded: true) }
        }
        return (finer + coarser).first { total * $0.value <= limit }
    }

    private static func power(_ exponent: Int) -> Int64 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    private func words(_ scale: Scale) -> String {
        let size =
            scale.divisor > 1
            ? "÷ \(Int(scale.divisor).grouped)"
            : scale.factor > 1 ? "× \(Int(scale.factor).grouped)" : ""
        switch (size.isEmpty, scale.isRounded) {
        case (true, false): return ""
        case (false, false): return " (\(size) to keep whole numbers)"
        case (true, true): return " (rounded to whole numbers)"
        case (false, true): return " (\(size), rounded so that sums stay exact)"
        }
    }
}

extension NeedWeights {
    /// What weights may sum to so that every objective is exact in 64 bits with room to spare.
    ///
    /// A mean's objective is at most weight × longest. A reach objective adds weight × a step just above that, so it
    /// grows with the square of the weight.
    /// - Parameters:
    ///   - objective: of the service.
    ///   - longest: tenths of a minute that the longest journey counts, above 0.
    ///   - services: that the study asks for; their objectives are summed.
    static func limit(for objective: ObjectiveRequest, longest: Double, services: Int) -> Double {
        let room = 0.98 * Double(ObjectiveRoom.each(of: services)) / (longest + 1)
        return switch objective {
        case .mean: min(1e12, room)
        case .reach: room.squareRoot().rounded(.down)
        }
    }

    /// The longest journey that a service's settings count, in tenths of a minute; a day where they do not say.
    static func longest(_ settings: TravelSettings) -> Double {
        let minutes = settings.parameters.first { $0.key == "journey.longest" }?.value ?? 1440
        return min(max(minutes, 0.1), 1440) * 10
    }
}
