internal import HubModel
internal import Spatial

/// Reads places with their outlines, brings them into the study's system and repairs what is invalid.
struct OutlineReader {
    let files: DataFiles
    let projector: Projector

    /// - Parameters:
    ///   - role: what the outlines are for: "neighbourhoods".
    ///   - codes: only these codes; nil takes all.
    /// - Returns: places in the order of their codes.
    /// - Throws: when the layer has no polygons, or a place has no code.
    func read(
        _ outlines: StudyOutlines, role: String, only codes: ((String) -> Bool)? = nil, log: inout BuildLog
    ) throws -> [Neighbourhood] {
        let source = outlines.source
        let layer = try files.layer(source, role: role)
        let keys = try layer.texts(outlines.key, at: source.place)
        let names = try outlines.name.map { try layer.texts($0, at: source.place) } ?? keys
        let passing = try layer.rows(passing: outlines.filters)
        let rows = passing.filter { codes?(keys[$0]) ?? true }
        files.note(
            source, role: role, vintage: outlines.vintage, read: layer.count,
            dropped: [
                (layer.count - passing.count, Wording.failsWhere), (passing.count - rows.count, "are not asked for"),
            ])
        if let blank = rows.first(where: { keys[$0].isEmpty }) {
            throw source.place.failure(
                "the file '\(source.file)', row \(blank + 1), has a blank in its key column '\(outlines.key)'. "
                    + "Give every place a code, or leave such rows out with `where`.")
        }
        let sorted = rows.sorted { (keys[$0], $0) < (keys[$1], $1) }
        let shapes = try shapes(of: layer, rows: sorted, keys: keys, source: source, role: role, log: &log)
        let places = zip(sorted, shapes).map { row, outline in
            Neighbourhood(code: keys[row], name: names[row].isEmpty ? keys[row] : names[row], outline: outline)
        }
        return try merged(places, source: source, log: &log)
    }

    /// Rows of one code next to each other are parts of one place.
    private func merged(
        _ places: [Neighbourhood], source: StudySource, log: inout BuildLog
    ) throws -> [Neighbourhood] {
        var merged: [Neighbourhood] = []
        var repeated: [String] = []
        for place in places {
            guard let last = merged.last, last.code == place.code else {
                merged.append(place)
                continue
            }
            repeated.append(place.code)
            merged[merged.count - 1].outline = try Geometry.union([last.outline, place.outline])
        }
        if !repeated.isEmpty {
            log.warn(
                "The file '\(source.file)' holds \(Wording.count(repeated.count, "row")) more of a code it has already "
                    + "given (\(Wording.firstFive(repeated))); they were taken as parts of the same place.")
        }
        return merged
    }

    /// The outlines of some rows of a layer, valid, in the study's system; empty where a row has none.
    func shapes(
        of layer: VectorLayer, rows: [Int], keys: [String], source: StudySource, role: String, log: inout BuildLog
    ) throws -> [Outline] {
        var without: [String] = []
        let raw = rows.map { row in
            guard case .polygons(let outline) = layer.shapes[row] else {
                without.append(keys[row])
                return Outline.empty
            }
            return outline
        }
        guard without.count < rows.count || rows.isEmpty else {
            throw source.place.failure(
                "the file '\(source.file)' has no polygons for the \(role). Name a layer of polygons.")
        }
        if !without.isEmpty {
            log.warn(
                "The file '\(source.file)' has no polygon for \(without.count.grouped) of the \(role) "
                    + "(first five: \(Wording.firstFive(without))).")
        }
        let system = try projector.system(of: layer, source: source)
        let moved = try projector.outlines(raw, from: system, source: source)
        var repairs: [String] = []
        let valid = try zip(rows, moved).map { row, outline in
            let (repaired, reason) = try Geometry.repaired(outline)
            if let reason { repairs.append("\(keys[row]): \(reason)") }
            return repaired
        }
        if !repairs.isEmpty {
            log.warn(
                "The file '\(source.file)' has \(Wording.count(repairs.count, "invalid polygon")) among the \(role), "
                    + "repaired before use (\(Wording.firstFive(repairs))).")
        }
        return valid
    }
}
