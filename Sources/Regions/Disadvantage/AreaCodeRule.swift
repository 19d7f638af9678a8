internal import HubModel
internal import Spatial

/// By a list of area codes: a site counts when the area it stands in is listed.
extension RuleBuilder {
    func areaCodes(_ rule: StudyRule, _ list: StudyCodeList) throws -> Built {
        let listed = try areaCodes(in: list, rule: rule)
        let keys = try list.of.map { try tables.texts($0) } ?? areas.map(\.code)
        let qualifies = keys.map { listed.contains($0) }
        guard qualifies.contains(true) else {
            throw list.place.failure(
                "none of the \(Wording.count(listed.count, "listed code")) (\(Wording.firstFive(listed.sorted()))) "
                    + (list.of.map { "stands in '\($0.text)' of any area of the study. " }
                        ?? "is an area of the study. ")
                    + "Check the key and the vintage, or leave the rule out for this study.")
        }
        let here = qualifies.count { $0 }.grouped
        let explanation =
            list.of.map {
                "A site counts when the area it stands in is one whose '\($0.text)' is among "
                    + "\(listed.count.grouped) listed, which \(here) areas of this study are."
            }
            ?? "A site counts when the area it stands in is one of \(listed.count.grouped) listed areas, "
            + "\(here) of them in this study."
        let evidence = ListedCodes(
            file: list.file?.file ?? "table \(list.table?.text ?? "")", vintage: list.vintage ?? study.areas.vintage,
            codes: listed, areaKeys: keys)
        var built = try byArea(
            rule, qualifies: qualifies, codes: listed, explanation: explanation, kind: .codes(evidence))
        if list.of != nil {
            built.rule.placeKind = "listed places"
            built.places = Set(listed.map { PlaceName(vintage: evidence.vintage, code: $0) })
        }
        return built
    }

    private func areaCodes(in list: StudyCodeList, rule: StudyRule) throws -> Set<String> {
        guard let name = list.table else {
            guard list.of != nil || list.vintage == study.areas.vintage else {
                throw list.place.failure(
                    "the list is of '\(list.vintage ?? "no stated vintage")' but the areas of "
                        + "'\(study.areas.vintage)'. "
                        + "A list of another vintage cannot be carried over: give it in the areas' own, or name the "
                        + "column of the areas that holds what is listed with `of`.")
            }
            return try codes(in: list, role: "rule \(rule.id)")
        }
        guard let table = study.tables[name.text] else {
            try Study.check(name.text, among: study.tables.keys.sorted(), what: "table", at: name.place)
            return []
        }
        guard table.vintage == study.areas.vintage, table.join == nil else {
            throw name.place.failure(
                "table '\(table.id)' does not hold the codes of the areas (\(study.areas.vintage)). Name one that does."
            )
        }
        if let of = list.of {
            throw of.place.failure("'of' belongs beside 'file': the rows of a table are areas already.")
        }
        let keyed = try tables.keyedTable(table)
        let rows = try keyed.layer.rows(passing: list.filters)
        guard !rows.isEmpty else {
            throw list.place.failure("no row of table '\(table.id)' passes `where`. Check column and value.")
        }
        return Set(rows.map { keyed.keys[$0] })
    }
}
