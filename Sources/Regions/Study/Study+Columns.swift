/// Which columns of which files a study uses, so that nothing else is read.
extension Study {
    var wantedColumns: [FileKey: [WantedColumn]] {
        var wanted = ColumnList(tables: tables)
        wanted.add(areas, to: areas.source)
        for lookup in lookups.values.sorted(by: { $0.id < $1.id }) {
            wanted.add([lookup.from.column, lookup.to.column, lookup.weight], lookup.source, lookup.source.place)
            if let column = lookup.weightBy { wanted.add(column, own: nil) }
        }
        for table in tables.values.sorted(by: { $0.id < $1.id }) {
            wanted.add([table.key], table.source, table.source.place)
        }
        for column in areaColumns { wanted.add(column, own: areas.source) }
        for layer in sites { wanted.add(layer) }
        for outlines in [areas.outlines, neighbourhoods, backdrop].compactMap({ $0 }) { wanted.add(outlines) }
        for rule in rules {
            switch rule.form {
            case .places(let places):
                wanted.add(places.polygons)
                if let list = places.list { wanted.add(list) }
            case .codes(let list): wanted.add(list)
            case .thresholds, .sites, .any, .all: break
            }
        }
        for layer in journeys?.layers ?? [] {
            wanted.add(layer.columns, layer.source, layer.source.place)
            wanted.add(layer.filters, layer.source)
        }
        return wanted.columns
    }

    /// Columns of areas or of tables, wherever the study names them.
    private var areaColumns: [StudyColumn] {
        var columns: [StudyColumn] = []
        if let households { columns += households.columns }
        for service in services {
            columns += service.children.columns
            if let need = service.need { columns.append(need.column) }
        }
        columns += groups.flatMap(\.counts.columns)
        for rule in rules {
            columns += rule.areas.map(\.column)
            if case .thresholds(let thresholds) = rule.form { columns += thresholds.map(\.column) }
            if case .codes(let list) = rule.form, let of = list.of { columns.append(of) }
        }
        columns += deprived?.thresholds.map(\.column) ?? []
        return columns
    }
}

private struct ColumnList {
    let tables: [String: StudyTable]
    private(set) var columns: [FileKey: [WantedColumn]] = [:]

    init(tables: [String: StudyTable]) {
        self.tables = tables
    }

    mutating func add(_ names: [String?], _ source: StudySource, _ place: StudyPlace) {
        columns[FileKey(source), default: []] += names.compactMap { $0 }.map { WantedColumn(name: $0, place: place) }
    }

    /// A column of `own`, or TABLE/COLUMN.
    mutating func add(_ column: StudyColumn, own: StudySource?) {
        if let (table, name) = column.inTable(among: tables) {
            add([name], table.source, column.place)
        } else if let own {
            add([column.text], own, column.place)
        }
    }

    mutating func add(_ filters: [StudyFilter], _ source: StudySource) {
        for filter in filters { add([filter.column], source, filter.place) }
    }

    mutating func add(_ areas: StudyAreas, to source: StudySource) {
        add([areas.key], source, source.place)
        add(areas.filters, source)
        if let within = areas.within {
            add([], within.source, within.source.place)
            add(within.filters, within.source)
        }
        let others =
            [areas.name, areas.point?.x, areas.point?.y, areas.settlement?.column].compactMap { $0 }
            + areas.attributes.map(\.column)
        for column in others { add(column, own: source) }
    }

    mutating func add(_ outlines: StudyOutlines) {
        add([outlines.key, outlines.name], outlines.source, outlines.source.place)
        add(outlines.filters, outlines.source)
    }

    mutating func add(_ list: StudyCodeList) {
        if let source = list.file {
            add([list.key], source, list.place)
            add(list.filters, source)
        } else if let table = list.table.flatMap({ tables[$0.text] }) {
            add(list.filters, table.source)
        }
    }

    mutating func add(_ layer: StudySiteLayer) {
        let source = layer.source
        add([layer.key, layer.name], source, layer.place)
        for column in [layer.point?.x, layer.point?.y].compactMap({ $0 }) { add([column.text], source, column.place) }
        if let code = layer.areaCode { add([code.column], source, code.place) }
        if case .column(let name) = layer.status { add([name], source, layer.place) }
        if case .column(let name) = layer.gives { add([name], source, layer.place) }
        add(layer.attributes.map(\.column), source, layer.place)
        add(layer.filters, source)
    }
}
