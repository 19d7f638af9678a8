/// Every kind of mapping in a study file with the fields it knows.
///
/// The raw value is its name under `$defs` in `study.schema.json`; a test holds the two together.
enum StudyForm: String, CaseIterable {
    case study, areas, within, buffer, point, outlines, neighbourhoods, settlement, lookup, codeColumn, table,
        households
    case service, counts, need, share, shareNumber, limit, travel, amount
    case siteLayer, column, attribute, existing, rule, places, codeList, threshold, deprived, group, filter, checks
    case ties, voices, journeys, streets, timetable, fare, barrier, crossings, matrix
    case position, sitePoint, addedCrossing, correction, scale

    var fields: [String] {
        switch self {
        case .study:
            [
                "hubplan", "name", "crs", "areas", "lookups", "tables", "households", "services", "totalShare",
                "sites", "existing", "neighbourhoods", "disadvantage", "deprived", "groups", "backdrop", "checks",
                "suppressBelow", "authors", "ties", "voices", "travel", "corrections",
            ]
        case .areas:
            [
                "file", "layer", "crs", "key", "vintage", "name", "point", "outlines", "where", "within", "buffer",
                "settlement", "attributes", "licence",
            ]
        case .within: ["file", "layer", "crs", "where"]
        case .buffer: ["metres", "countPeople"]
        case .point: ["x", "y", "crs"]
        case .outlines: ["file", "layer", "crs", "key", "vintage", "name", "where", "licence"]
        case .neighbourhoods: StudyForm.outlines.fields + ["district"]
        case .settlement: ["column", "urban", "rural"]
        case .lookup: ["file", "layer", "from", "to", "weight", "weightBy", "licence"]
        case .codeColumn: ["column", "vintage"]
        case .table: ["file", "layer", "key", "vintage", "through", "join", "missing", "licence"]
        case .households: ["total", "withoutCar", "oneCar", "twoOrMore"]
        case .service:
            [
                "title", "people", "children", "need", "opens", "closes", "count", "objective", "reachWithin",
                "outOfReachBeyond", "share", "limits", "lockedIn", "lockedOut", "travel", "scale",
            ]
        case .counts: ["sum", "each"]
        case .need: ["column", "title"]
        case .share: ["rule", "atLeast", "aim"]
        case .shareNumber: ["number"]
        case .limit: ["title", "where", "each", "sites", "atLeast", "atMost"]
        case .travel: ["traveller", "set"]
        case .amount: ["value", "source", "mark"]
        case .siteLayer:
            [
                "file", "layer", "crs", "key", "prefix", "name", "point", "areaCode", "where", "suits", "status",
                "gives", "attributes", "licence", "points",
            ]
        case .column: ["column"]
        case .attribute: ["column", "withoutLast"]
        case .existing: ["keep", "countTowards", "reopen"]
        case .rule:
            [
                "title", "date", "source", "places", "codes", "thresholds", "sites", "any", "all", "areas", "accuracy",
                "justInside", "calledByTitle",
            ]
        case .places: ["list", "polygons", "kind"]
        case .codeList: ["table", "file", "layer", "key", "vintage", "of", "where", "licence"]
        case .threshold: ["column", "worst", "of", "atMost", "atLeast", "equals"]
        case .deprived: ["title", "thresholds"]
        case .group: ["title", "family", "for", "count", "sum"]
        case .filter: ["column", "attribute", "equals", "in", "startsWith", "not", "atLeast", "atMost"]
        case .checks: ["onBadCoordinates", "far", "edge", "ownAreaWithin", "apart"]
        case .ties: ["error", "source", "mark"]
        case .voices: ["file", "layer"]
        case .journeys:
            [
                "by", "streets", "timetable", "fares", "barriers", "crossings", "addedCrossings", "matrix",
                "matrixWithCar",
            ]
        case .streets: ["file", "licence"]
        case .timetable: ["file", "date", "lastBusLater", "licence"]
        case .fare: ["operator", "single", "day", "from", "until"]
        case .barrier: ["title", "file", "layer", "crs", "where", "minutes", "licence"]
        case .crossings: ["file", "layer", "crs", "where", "name", "minutes", "walkersOnly", "licence"]
        case .matrix:
            [
                "file", "layer", "form", "from", "to", "minutes", "unit", "direction", "missing", "licence",
            ]
        case .position: StudyPosition.fields
        case .sitePoint: ["id", "name"] + StudyPosition.fields
        case .addedCrossing: ["name", "minutes", "walkersOnly"] + StudyPosition.fields
        case .correction: ["sites", "status", "alsoSuits", "gives", "movedTo", "point"]
        case .scale: ["times", "in"]
        }
    }
}
