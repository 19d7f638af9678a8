internal import HubModel
internal import Spatial

/// The columns that a study joins to its areas: one value an area, in the areas' order.
final class AreaTables {
    let study: Study
    let frame: AreaFrame
    private let files: DataFiles
    private var keyed: [String: KeyedTable] = [:]
    private var lookups: [String: Lookup] = [:]
    private var attributes: [String: [String]] = [:]
    private var resolving: [String] = []
    private(set) var log = BuildLog()
    /// What was carried to places outside the study: "12 children of youngFutures", "counts of disabled children".
    private var outside: [String] = []

    init(study: Study, frame: AreaFrame, files: DataFiles) {
        self.study = study
        self.frame = frame
        self.files = files
    }

    /// Tells something about a column, once however many tests read it.
    func warnOnce(_ sentence: String) {
        guard !log.findings.contains(where: { $0.sentence == sentence }) else { return }
        log.warn(sentence)
    }

    // MARK: Text

    /// A column as text.
    /// - Throws: when an area has no row.
    func texts(_ column: StudyColumn) throws -> [String] {
        guard let (table, name) = column.inTable(among: study.tables) else {
            return frame.pick(try frame.layer.texts(column.text, at: column.place))
        }
        if let lookup = table.through {
            throw column.place.failure(
                "'\(column.text)' would have to go through the lookup '\(lookup)'. Only counts of people can be "
                    + "carried "
                    + "from one vintage to another; names, ranks, deciles and scores cannot. "
                    + "Use a table of '\(study.areas.vintage)'.")
        }
        let keyed = try keyedTable(table)
        let values = try keyed.layer.texts(name, at: column.place)
        let wanted = try keys(of: table)
        if table.missing == .zero { return try keyed.rows(of: wanted).map { $0.map { values[$0] } ?? "" } }
        return try keyed.completeRows(of: wanted).map { values[$0] }
    }

    /// An attribute of the areas by its name in the study.
    func attribute(_ name: String, at place: StudyPlace) throws -> [String] {
        if let known = attributes[name] { return known }
        guard let attribute = study.areas.attributes.first(where: { $0.id == name }) else {
            try Study.check(name, among: study.areas.attributes.map(\.id), what: "area attribute", at: place)
            return []
        }
        if resolving.contains(name) {
            throw place.failure("the attributes \(Wording.quoted(resolving)) are each joined on another of them.")
        }
        resolving.append(name)
        defer { resolving.removeLast() }
        let values = try texts(attribute.column).map { String($0.dropLast(attribute.withoutLast)) }
        attributes[name] = values
        return values
    }

    // MARK: Counts

    /// People counted by the sum of columns, one number an area; fractions where a lookup divides an area.
    /// - Parameters:
    ///   - what: what is counted, for the findings: "children of youngFutures".
    ///   - tellsCounts: whether findings may say how many there are; false for groups whose small counts are not told.
    func sums(_ counts: StudyCounts, what: String, tellsCounts: Bool = true) throws -> [Double] {
        var total = Array(repeating: Double(counts.each ?? 0), count: frame.codes.count)
        var own: [StudyColumn] = []
        var byTable: [(table: StudyTable, columns: [(name: String, place: StudyPlace)])] = []
        for column in counts.columns {
            guard let (table, name) = column.inTable(among: study.tables) else {
                own.append(column)
                continue
            }
            if let known = byTable.firstIndex(where: { $0.table.id == table.id }) {
                byTable[known].columns.append((name, column.place))
            } else {
                byTable.append((table, [(name, column.place)]))
            }
        }
        for column in own {
            let values = frame.pick(try frame.layer.texts(column.text, at: column.place))
            let numbers = try NumberColumn.read(
                values, labels: frame.codes, column: column.text, file: study.areas.source.file, missing: .fail,
                place: column.place)
            for area in total.indices { total[area] += numbers[area] }
        }
        for (table, columns) in byTable {
            let values = try table.through == nil ? joined(table, columns) : carried(table, columns, what, tellsCounts)
            for area in total.indices { total[area] += values[area] }
        }
        return total
    }

    /// Sums of columns of a table that has the areas' own codes.
    private func joined(_ table: StudyTable, _ columns: [(name: String, place: StudyPlace)]) throws -> [Double] {
        let keyed = try keyedTable(table)
        let wanted = try keys(of: table)
        let rows = table.missing == .zero ? try keyed.rows(of: wanted) : try keyed.completeRows(of: wanted)
        var total = Array(repeating: 0.0, count: rows.count)
        for (name, place) in columns {
            let all = try keyed.layer.texts(name, at: place)
            let numbers = try NumberColumn.read(
                rows.map { $0.map { all[$0] } ?? "" }, labels: wanted, column: name, file: table.source.file,
                missing: table.missing, place: place)
            for area in total.indices { total[area] += numbers[area] }
        }
        return total
    }

    /// Sums of columns of a table of another vintage, carried through its lookup.
    private func carried(
        _ table: StudyTable, _ columns: [(name: String, place: StudyPlace)], _ what: String, _ tellsCounts: Bool
    ) throws -> [Double] {
        let keyed = try keyedTable(table)
        var values = Array(repeating: 0.0, count: keyed.keys.count)
        for (name, place) in columns {
            try refuseMeasure(name, of: table, at: place)
            let numbers = try NumberColumn.read(
                try keyed.layer.texts(name, at: place), labels: keyed.keys, column: name, file: table.source.file,
                missing: table.missing, place: place)
            for row in values.indices { values[row] += numbers[row] }
        }
        let lookup = try lookup(of: table)
        let carried = lookup.carry(values, keys: keyed.keys, to: frame.index)
        let place = table.source.place
        guard carried.isReached.contains(true) else {
            throw place.failure(
                "table '\(table.id)' does not join: its codes (\(Wording.firstFive(keyed.keys))) lead through the "
                    + "lookup "
                    + "'\(table.through ?? "")' to none of the areas (\(Wording.firstFive(frame.codes))).")
        }
        let missing = zip(frame.codes, carried.isReached).filter { !$0.1 }.map(\.0)
        if !missing.isEmpty, table.missing == .fail {
            throw place.failure(
                "\(Wording.count(missing.count, "area")) of \(frame.codes.count.grouped) "
                    + "\(Wording.verb(missing.count, "gets", "get")) no count from table "
                    + "'\(table.id)' through the lookup '\(table.through ?? "")' (first five: "
                    + "\(Wording.firstFive(missing))). Complete the lookup, leave those areas out with `where`, or "
                    + "state "
                    + "`missing: zero`.")
        }
        func amount(_ count: Double) -> String {
            tellsCounts ? Int(nearest: count).grouped + " " + what : "counts of " + what
        }
        if !carried.unknown.isEmpty {
            log.warn(
                "The lookup '\(table.through ?? "")' does not hold \(Wording.count(carried.unknown.count, "code")) "
                    + "of table "
                    + "'\(table.id)' (first five: \(Wording.firstFive(carried.unknown))): "
                    + "\(amount(carried.unknownTotal)) are left out.")
        }
        let inside = amount(carried.values.reduce(0, +))
        log.note(
            "\(inside.prefix(1).uppercased() + inside.dropFirst()) were carried from \(table.vintage) to \(study.areas.vintage) "
                + "through the lookup '\(table.through ?? "")', which divides \(Wording.count(lookup.splits, "area")).")
        if carried.outside.rounded() > 0 { outside.append(amount(carried.outside)) }
        return carried.values
    }

    /// Once for all tables: what they count beyond the areas. A study that takes some rows of its areas knows that.
    func noteOutside() {
        guard !outside.isEmpty, !study.areas.isPart else { return }
        log.note(
            "The tables hold more than the study's areas; what lies outside is left out "
                + "(\(Wording.firstFive(outside))).")
    }

    /// Tells the data log which rows of each table and lookup came to the study's areas.
    func noteUses() throws {
        for table in study.tables.values.sorted(by: { $0.id < $1.id }) {
            guard let keyed = keyed[table.id] else { continue }
            let dropped: [(rows: Int, why: String)]
            if table.through != nil {
                let lookup = try lookup(of: table)
                let unknown = keyed.keys.count { !lookup.holds($0) }
                let reaching = keyed.keys.count { lookup.leads($0, to: frame.index) }
                dropped = [
                    (unknown, "have a code that the lookup does not hold"),
                    (keyed.keys.count - unknown - reaching, "lead to none of the study's areas"),
                ]
            } else {
                let wanted = Set(try keys(of: table))
                dropped = [(keyed.keys.count { !wanted.contains($0) }, "belong to none of the study's areas")]
            }
            files.note(
                table.source, role: "table \(table.id)", vintage: table.vintage, read: keyed.keys.count,
                dropped: dropped)
        }
        for lookup in study.lookups.values.sorted(by: { $0.id < $1.id }) {
            let layer = try files.layer(lookup.source, role: "lookup \(lookup.id)")
            let targets = try layer.texts(lookup.to.column, at: lookup.to.place)
            files.note(
                lookup.source, role: "lookup \(lookup.id)", vintage: "\(lookup.from.vintage) to \(lookup.to.vintage)",
                read: targets.count,
                dropped: [(targets.count { frame.index[$0] == nil }, "lead to none of the study's areas")])
        }
    }

    /// Ranks, deciles and scores have no total to keep, so nothing can carry them.
    private func refuseMeasure(_ name: String, of table: StudyTable, at place: StudyPlace) throws {
        let words = name.lowercased().split { !$0.isLetter }
        let measures: Set<Substring> = [
            "rank", "ranks", "decile", "deciles", "quintile", "score", "scores", "rate", "percent", "percentage",
            "index",
        ]
        guard let word = words.first(where: measures.contains) else { return }
        throw place.failure(
            "column '\(name)' of table '\(table.id)' looks like a \(word). Ranks, deciles, scores and rates cannot go "
                + "through the lookup '\(table.through ?? "")': only counts can be carried from one vintage to "
                + "another. "
                + "Use a table of '\(study.areas.vintage)'.")
    }

    // MARK: Tables and lookups

    func keyedTable(_ table: StudyTable) throws -> KeyedTable {
        if let known = keyed[table.id] { return known }
        let table = try KeyedTable(table, files: files)
        keyed[table.table.id] = table
        return table
    }

    /// What the table is joined on: the areas' codes, or one of their attributes.
    func keys(of table: StudyTable) throws -> [String] {
        if let name = table.join { return try attribute(name, at: table.source.place) }
        guard table.vintage == study.areas.vintage else {
            throw table.source.place.failure(
                "table '\(table.id)' is of '\(table.vintage)' but the areas are of '\(study.areas.vintage)'. "
                    + "Name the lookup that leads from one to the other with `through`.")
        }
        return frame.codes
    }

    private func lookup(of table: StudyTable) throws -> Lookup {
        guard let name = table.through, let declared = study.lookups[name] else {
            throw table.source.place.failure("table '\(table.id)' names no lookup.")
        }
        try declared.check(for: table, areaVintage: study.areas.vintage)
        if let known = lookups[name] { return known }
        let lookup = try Lookup(declared, files: files, tables: self)
        lookups[name] = lookup
        if !lookup.unweighted.isEmpty {
            log.note(
                "The lookup '\(name)' weighs all parts of \(Wording.count(lookup.unweighted.count, "divided area")) "
                    + "as 0 (first five: \(Wording.firstFive(lookup.unweighted))): their counts were shared equally.")
        }
        return lookup
    }

    /// Reads what the study declares but nothing uses, so that a slip in it comes to light.
    func readUnused() throws {
        for table in study.tables.values.sorted(by: { $0.id < $1.id }) where keyed[table.id] == nil {
            _ = try keyedTable(table)
            if table.through == nil { _ = try keys(of: table) } else { _ = try lookup(of: table) }
            log.note(
                "Table '\(table.id)' ('\(table.source.file)') is not used by anything in the study. Take it out if it is "
                    + "not wanted.")
        }
        for lookup in study.lookups.values.sorted(by: { $0.id < $1.id }) where lookups[lookup.id] == nil {
            _ = try files.layer(lookup.source, role: "lookup \(lookup.id)")
            log.note("Lookup '\(lookup.id)' ('\(lookup.source.file)') is not used by anything in the study.")
        }
    }

    /// Weights for a list of codes from a table of the same vintage; codes that it does not hold weigh nothing.
    func weights(of column: StudyColumn, for codes: [String], vintage: String) throws -> [Double] {
        guard let (table, name) = column.inTable(among: study.tables), table.vintage == vintage else {
            throw column.place.failure("'weightBy' needs TABLE/COLUMN with a table of '\(vintage)'.")
        }
        let keyed = try keyedTable(table)
        let numbers = try NumberColumn.read(
            try keyed.layer.texts(name, at: column.place), labels: keyed.keys, column: name, file: table.source.file,
            missing: table.missing, place: column.place)
        return try keyed.rows(of: codes).map { $0.map { numbers[$0] } ?? 0 }
    }
}
