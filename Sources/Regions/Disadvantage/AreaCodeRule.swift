internal import HubModel
internal import Spatial

/// By a list of area codes: a site counts when the area it stands in is listed.
extension RuleBuilder {
    func areaCodes(_ rule: StudyRule, _ list: StudyCodeList) throws -> Built {
        let listed = try areaCodes(in: list, rule: rule)
        let qualifies = areas.map { listed.contains($0.code) }
        guard qualifies.contains(true) else {
            throw list.place.failure(
                "none of the \(Wording.count(listed.count, "listed code")) (\(Wording.firstFive(listed.sorted()))) "
                    + "is an "
                    + "area of the study. Check the key and the vintage, or leave the rule out for this study.")
        }
        return try byArea(
            rule, qualifies: qualifies, codes: listed,
            explanation:
                "A site counts when the area it stands in is one of \(Wording.grouped(listed.count)) listed areas, "
                + "\(Wording.grouped(qualifies.count { $0 })) of them in this study.")
    }

    private func areaCodes(in list: StudyCodeList, rule: StudyRule) throws -> Set<String> {
        guard let name = list.table else {
            guard list.vintage == study.areas.vintage else {
                throw list.place.failure(
                    "the list is of '\(list.vintage ?? "no stated vintage")' but the areas of "
                        + "'\(study.areas.vintage)'. "
                        + "A list of another vintage cannot be carried over: give it in the areas' own.")
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
        let keyed = try tables.keyedTable(table)
        let rows = try keyed.layer.rows(passing: list.filters)
        guard !rows.isEmpty else {
            throw list.place.failure("no row of table '\(table.id)' passes `where`. Check column and value.")
        }
        return Set(rows.map { keyed.keys[$0] })
    }
}
