internal import HubModel

/// The linear relaxation of what fixing left undecided, in Benders form: y opens a site, θ is what a merged row pays.
///
///     least Σ θ,   θ ≥ D − Σ (D − v)⁺ y   for any threshold D,   count and limits on y,   0 ≤ y ≤ 1
///
/// (Duran-Mateluna, Ales and Elloumi, EJOR 308, 2023.) Each row has one cut as its reference, at first that of its
/// Lagrangian multiplier, and θ is written as reference + δ with δ ≥ 0. A row whose reference is its only cut needs then
/// neither column nor row, and the first optimum is the Lagrangian bound. Only rows whose multiplier lies between two
/// thresholds are in the program, about as many as there are basic y: hundreds where there are tens of thousands of rows.
///
/// A cut is divided by its distance from the reference, so that most coefficients are 1 and few numbers are large.
struct CutRelaxation: ~Copyable {
    private struct Cut {
        var row: Int32
        var threshold: Double
        /// Solve at which it was last found tight.
        var lastTight: Int32
    }

    let rows: TreeRows
    private let rules: SiteRules
    private let crossing: [Int]
    /// Limits with a row of their own, after that of the count.
    private let limits: [Int]
    private let isOpenAnyway: [UInt32]
    /// Objective units in one unit of the program's.
    private let unit: Double

    private var session: LinearSession
    private var reference: [Double]
    /// Column of a merged row's δ, −1 without one, and its unit.
    private var slackColumn: [Int32]
    private var slackUnit: [Double]
    private var cuts: [Cut] = []
    private var standing: [TreePricing.Standing]
    private var solves: Int32 = 0
    private var lastCompression: Int32 = 0
    private(set) var work: Int64 = 0
    /// Rows that the last separation found too short for this y.
    private(set) var shortRows: [Int] = []

    private var siteCount: Int { rows.sites.count }
    private var ruleCount: Int { 1 + limits.count }

    /// Cuts that were slack for so many solves make way when the program is compressed.
    private static let patience: Int32 = 3
    /// Cuts added at a time, at most: so many, and so many for every undecided site.
    private static let leastAdded = 100
    private static let addedForEach = 0.5
    /// Simplex iterations of a probe.
    private static let probeIterations = 60
    /// Least share of a cut's distance from its reference that counts as violated.
    private static let tolerance = 1e-6

    /// - Parameter multipliers: of the merged rows: the references of the first program.
    init(
        _ rows: TreeRows, rules: SiteRules, tree: LimitTree, fixedOpen: [UInt32], multipliers: [Double]
    ) throws(PlacementError) {
        session = try LinearSession()
        self.rows = rows
        self.rules = rules
        crossing = tree.crossing
        isOpenAnyway = fixedOpen
        limits = rules.bounds.indices.filter { rules.bounds[$0].least > 0 || rules.bounds[$0].most < rules.count }
        reference = zip(multipliers.indices, multipliers).map { Self.snapped($1, to: rows, row: $0) }
        unit = max(1, multipliers.reduce(0, +) / Double(max(1, rows.count)))
        slackColumn = [Int32](repeating: -1, count: rows.count)
        slackUnit = [Double](repeating: 1, count: rows.count)
        standing = [TreePricing.Standing](repeating: .free, count: rows.sites.count)
    }

    /// A multiplier right beside a threshold goes to it, since cuts closer together than that are ill-conditioned.
    private static func snapped(_ value: Double, to rows: TreeRows, row: Int) -> Double {
        var (low, high) = (0.0, Double(rows.ends[row]))
        for k in rows.range(row) {
            let next = Double(rows.values[k])
            if next > value {
                high = min(high, next)
                break
            }
            low = next
        }
        let near = 1e-3 * (high - low)
        return value - low < near ? low : high - value < near ? high : value
    }

    // MARK: Solving

    /// Fixes sites as they stand at a node; those free or open before may be free again.
    mutating func move(to wanted: [TreePricing.Standing]) throws(PlacementError) {
        let changed = wanted.indices.filter { wanted[$0] != standing[$0] }
        standing = wanted
        guard solves > 0 else { return }
        try session.setBounds(
            changed.map { Int32($0) }, lower: changed.map { wanted[$0] == .open ? 1 : 0 },
            upper: changed.map { wanted[$0] == .closed ? 0 : 1 })
    }

    /// - Parameter isCompressed: whether the program is compressed before, however small it is.
    /// - Returns: whether the rules leave any y.
    mutating func solve(isCompressed: Bool = false) throws(PlacementError) -> Bool {
        if solves == 0 {
            try session.load(program(), basis: nil)
        } else if isCompressed || isWide {
            try compress()
        }
        let before = session.iterations
        let status = try session.solve()
        solves += 1
        work += (session.iterations - before) * Int64(session.rowCount + session.columnCount)
        guard status != .infeasible else {
            // Rules are few and their coefficients 1: asked alone they cannot be misjudged by rounding.
            guard try areRulesBroken() else { throw LinearSession.breakdown }
            return false
        }
        for k in cuts.indices where session.rowDuals[ruleCount + k] > 1e-12 { cuts[k].lastTight = solves }
        return true
    }

    /// Whether there are many more cuts than a basis has use for, and time enough has passed to tell which are slack.
    private var isWide: Bool {
        cuts.count > siteCount + siteCount / 2 + 100 && solves - lastCompression > Self.patience
    }

    /// What the optimum rises by, at least, when an undecided site is forced one way, as far as a few iterations tell.
    mutating func gain(site: Int, isUp: Bool) throws(PlacementError) -> Double {
        let before = session.iterations
        let found = try session.probe(
            column: Int32(site), at: isUp ? 1 : 0, lower: 0, upper: 1, most: Self.probeIterations)
        work += (session.iterations - before) * Int64(session.rowCount + session.columnCount)
        return found.map { max(0, $0 - session.objective) * unit } ?? .infinity
    }

    /// Optimum of the program, in objective units.
    var value: Double { session.objective * unit }

    /// How far each undecided site is open.
    var openness: ArraySlice<Double> { session.values[..<siteCount] }

    /// λ of each merged row: the thresholds of its cuts, weighted by their duals.
    var multipliers: [Double] {
        var lambda = reference
        // Cuts added since the last solve have no dual yet.
        for (cut, k) in zip(cuts, 0..<(session.rowDuals.count - ruleCount)) {
            let step = max(0, session.rowDuals[ruleCount + k]) * unit
            lambda[Int(cut.row)] += cut.threshold > reference[Int(cut.row)] ? step : -step
        }
        return lambda
    }

    /// ν of each crossing limit.
    var limitMultipliers: [Double] {
        crossing.map { limit in
            limits.firstIndex(of: limit).map { session.rowDuals[1 + $0] * unit } ?? 0
        }
    }

    // MARK: Cuts

    /// Adds the cut of each row that the present y violates: at the site with which y covers the row.
    /// - Returns: how many there were.
    mutating func separate() throws(PlacementError) -> Int {
        var found: [(violation: Double, cut: Cut)] = []
        var short: [Int] = []
        let values = session.values
        values.withUnsafeBufferPointer { y in
            for row in 0..<rows.count {
                let from = reference[row]
                var threshold = Double(rows.ends[row])
                var (covered, paid, base) = (0.0, 0.0, from)
                var isCovered = false
                for k in rows.range(row) {
                    let share = y[Int(rows.places[k])]
                    guard share > 0 else { continue }
                    let value = Double(rows.values[k])
                    if value < from { base -= (from - value) * share }
                    if !isCovered {
                        if covered + share >= 1 - 1e-9 {
                            isCovered = true
                            threshold = value
                        } else {
                            covered += share
                            paid += value * share
                        }
                    }
                    if isCovered, value >= from { break }
                }
                let theta = paid + (1 - covered) * threshold
                if !isCovered, rows.isShort[row] { short.append(row) }
                let distance = abs(threshold - from)
                guard distance > 0 else { continue }
                let column = slackColumn[row]
                let slack = column >= 0 ? y[Int(column)] * slackUnit[row] : 0
                let violation = theta - base - slack
                if violation > Self.tolerance * distance {
                    found.append((violation, Cut(row: Int32(row), threshold: threshold, lastTight: solves)))
                }
            }
        }
        shortRows = short
        work += Int64(rows.count)
        try add(deepest(found))
        return found.count
    }

    /// The cuts that are violated most: all at once would make a program many times as large as its basis, and most of
    /// them are not violated any more after the next solve.
    private func deepest(_ found: [(violation: Double, cut: Cut)]) -> [Cut] {
        let most = Self.leastAdded + Int(Double(siteCount) * Self.addedForEach)
        guard found.count > most else { return found.map(\.cut) }
        let order = found.indices.sorted { (found[$1].violation, $0) < (found[$0].violation, $1) }
        return order.prefix(most).sorted().map { found[$0].cut }
    }

    private mutating func add(_ new: [Cut]) throws(PlacementError) {
        var costs: [Double] = []
        for cut in new where slackColumn[Int(cut.row)] < 0 {
            let row = Int(cut.row)
            slackColumn[row] = Int32(session.columnCount + costs.count)
            slackUnit[row] = abs(cut.threshold - reference[row])
            costs.append(slackUnit[row] / unit)
        }
        try session.addColumns(costs: costs)
        var (least, starts, index, value): ([Double], [Int32], [Int32], [Double]) = ([], [], [], [])
        for cut in new {
            starts.append(Int32(index.count))
            let terms = terms(of: cut)
            least.append(terms.least)
            for term in terms.columns {
                index.append(term.column)
                value.append(term.coefficient)
            }
        }
        try session.addRows(least: least, starts: starts, index: index, value: value)
        cuts += new
    }

    /// A cut less its row's reference, divided by the distance of the two.
    private func terms(of cut: Cut) -> (least: Double, columns: [(column: Int32, coefficient: Double)]) {
        let row = Int(cut.row)
        let (from, to) = (reference[row], cut.threshold)
        let distance = abs(to - from)
        var columns: [(column: Int32, coefficient: Double)] = []
        for k in rows.range(row) {
            let value = Double(rows.values[k])
            guard value < max(from, to) else { break }
            columns.append((rows.places[k], (max(0, to - value) - max(0, from - value)) / distance))
        }
        columns.append((slackColumn[row], slackUnit[row] / distance))
        return (to > from ? 1 : -1, columns)
    }

    // MARK: The program

    /// The whole program, with the references and cuts of the moment.
    private func program() -> LinearModel {
        var model = LinearModel()
        var gains = [Double](repeating: 0, count: siteCount)
        for row in 0..<rows.count {
            for k in rows.range(row) {
                let left = reference[row] - Double(rows.values[k])
                guard left > 0 else { break }
                gains[Int(rows.places[k])] += left
            }
        }
        for place in 0..<siteCount {
            model.addColumn(
                cost: -gains[place] / unit, lower: standing[place] == .open ? 1 : 0,
                upper: standing[place] == .closed ? 0 : 1, isInteger: false)
        }
        for row in slackColumn.indices.filter({ slackColumn[$0] >= 0 }).sorted(by: { slackColumn[$0] < slackColumn[$1] }
        ) {
            model.addColumn(cost: slackUnit[row] / unit, lower: 0, upper: .infinity, isInteger: false)
        }
        model.offset = reference.reduce(0, +) / unit
        addRules(to: &model)
        for cut in cuts {
            let terms = terms(of: cut)
            model.addRow(least: terms.least, most: .infinity, columns: terms.columns)
        }
        return model
    }

    /// Whether no whole y keeps the rules as sites stand.
    private func areRulesBroken() throws(PlacementError) -> Bool {
        var model = LinearModel()
        for place in 0..<siteCount {
            model.addColumn(
                cost: 0, lower: standing[place] == .open ? 1 : 0, upper: standing[place] == .closed ? 0 : 1,
                isInteger: true)
        }
        addRules(to: &model)
        do {
            if case .infeasible = try LinearSolver().solve(model).status { return true }
            return false
        } catch {
            throw LinearSession.breakdown
        }
    }

    private func addRules(to model: inout LinearModel) {
        let left = Double(rules.count - isOpenAnyway.count)
        model.addRow(least: left, most: left, columns: (0..<siteCount).map { (Int32($0), 1.0) })
        let open = rules.counts(of: isOpenAnyway)
        for limit in limits {
            let bounds = rules.bounds[limit]
            let members = (0..<siteCount).filter { place in
                rules.limitsOfClass[rules.classOf[Int(rows.sites[place])]].contains(limit)
            }
            // A side that cannot bind has no multiplier in the whole bound, so it must have no dual here.
            model.addRow(
                least: bounds.least > open[limit] ? Double(bounds.least - open[limit]) : -.infinity,
                most: bounds.most < rules.count ? Double(bounds.most - open[limit]) : .infinity,
                columns: members.map { (Int32($0), 1.0) })
        }
    }

    /// Leaves cuts out that have long been slack, and makes the tightest cut of a row whose δ is basic its reference, so
    /// that the program's size is that of its basis. The optimum and its basis stay what they are.
    private mutating func compress() throws(PlacementError) {
        let basis = try session.basis()
        var kept: [(cut: Cut, status: Int32)] = []
        // The new reference of rows whose δ is basic: the nonbasic cut of largest dual.
        var best: [Int32: (dual: Double, cut: Int)] = [:]
        for (k, cut) in cuts.enumerated() {
            let status = basis.rows[ruleCount + k]
            let isBasic = status == LinearSession.Basis.basic
            if isBasic, solves - cut.lastTight > Self.patience { continue }
            kept.append((cut, status))
            let column = Int(slackColumn[Int(cut.row)])
            guard !isBasic, basis.columns[column] == LinearSession.Basis.basic else { continue }
            let dual = k + ruleCount < session.rowDuals.count ? session.rowDuals[ruleCount + k] : 0
            if best[cut.row].map({ dual > $0.dual }) ?? true { best[cut.row] = (dual, kept.count - 1) }
        }
        let promoted = Set(best.values.map(\.cut))
        for (row, choice) in best { reference[Int(row)] = kept[choice.cut].cut.threshold }
        kept = kept.enumerated().filter { !promoted.contains($0.offset) }.map(\.element)

        var columns = Array(basis.columns[..<siteCount])
        let before = slackColumn
        slackColumn = [Int32](repeating: -1, count: rows.count)
        for (cut, _) in kept where slackColumn[Int(cut.row)] < 0 {
            let row = Int(cut.row)
            slackColumn[row] = Int32(columns.count)
            slackUnit[row] = abs(cut.threshold - reference[row])
            // A basic δ whose row has no other reference stays basic.
            let isPromoted = best[cut.row] != nil
            columns.append(isPromoted ? LinearSession.Basis.lower : basis.columns[Int(before[row])])
        }
        cuts = kept.map(\.cut)
        let rowStatus = Array(basis.rows[..<ruleCount]) + kept.map(\.status)
        lastCompression = solves
        try session.load(program(), basis: LinearSession.Basis(columns: columns, rows: rowStatus))
    }
}
