internal import Regions
internal import Yams

/// A place for a hub that the study does not have: a point, `add: {id: new-hall, name: New Hall, at: {x: …, y: …, crs: …}, for: …}`,
/// or a building of the study that suits a service after all, `add: {site: school-7, for: earlyYears}`.
/// With `open: true` a hub stands there already.
enum AddChange: ScenarioChange {
    static let key = "add"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        let fields = try value.fields(named: ["site", "id", "name", "at", "for", "open"])
        guard fields["for"] != nil || study.services.count == 1 else {
            throw value.failure("say which service a hub there could give: `for: \(study.services[0])`.")
        }
        let services = try ByService.named(fields["for"], in: study)
        let isOpen = try fields["open"]?.flag() ?? false
        let gives = Node(services.map { Node($0) }, Tag(.seq), .flow)
        let told = isOpen ? "a hub stands" : "a hub could stand"
        if try fields.exactlyOne(of: ["site", "id"]).name == "site" {
            let site = try fields.required("site")
            if let field = fields["at"] ?? fields["name"] {
                throw field.failure(
                    "a building of the study has its place and its name. Take the field out, or give an id.")
            }
            let hub: [(String, Node)] = [("status", Node("open")), ("gives", gives)]
            study.correct([("sites", site.node)] + (isOpen ? hub : [("alsoSuits", gives)]))
            return "\(told) at \(try site.text())\(ByService.words(services, in: study))"
        }
        let id = try fields.text("id")
        let layer = "added-\(id)"
        guard study[["sites", layer]] == nil else {
            throw value.failure("'\(id)' was added before. Give this site an id of its own.")
        }
        let at = try fields.required("at").fields(named: ["x", "y", "crs"])
        var point: [(String, Node)] = [("id", Node(id)), ("name", fields["name"]?.node ?? Node(id))]
        for name in ["x", "y", "crs"] { point.append((name, try at.required(name).node)) }
        study[["sites", layer]] = .group(
            [("points", Node([.group(point)], Tag(.seq), .flow)), ("suits", gives)]
                + (isOpen ? [("status", Node("open")), ("gives", gives)] : []))
        let name = try fields.optionalText("name") ?? id
        return "\(told) at \(name), a place of the scenario's own\(ByService.words(services, in: study))"
    }
}
