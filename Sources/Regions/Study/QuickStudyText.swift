internal import HubModel
internal import Spatial

/// The commented study that options make.
struct QuickStudyText {
    struct Layer {
        var source: (file: String, layer: String?)
        var key: String
        var name: String?
        var places: QuickLayer.Places
    }

    let question: QuickQuestion
    let areas: Layer
    let sites: Layer
    /// Column of the sites that names the area each stands in; nil when none does.
    let areaCode: String?
    let crs: String
    let share: QuickShare?

    private var objective: String { question.objective ?? (question.reach == nil ? "mean" : "reach") }
    private var reach: Double { question.reach ?? 60 }

    /// What was found in the files and taken.
    var taken: [String] {
        var lines = [
            "Areas: \(question.areas), key \(areas.key), \(named(areas)), \(areas.places.words) in \(system(areas.places)).",
            "Sites: \(question.sites), key \(sites.key), \(named(sites)), \(sites.places.words) in \(system(sites.places))"
                + (areaCode.map { "; column \($0) says which area each stands in." } ?? "."),
            "Coordinate system of the study: \(crs). People: column \(question.weight). Objective: \(objective)"
                + (objective == "reach" ? " within \(reach.plain) minutes there and back." : "."),
        ]
        if let share {
            let owner = share.owner == .sites ? "the site itself" : "the area that a site stands in"
            lines.append("Share: at least \(share.atLeast) of the hubs where \(share.words), by \(owner).")
        }
        return lines
    }

    private func named(_ layer: Layer) -> String { layer.name.map { "name \($0)" } ?? "no names" }

    private func system(_ places: QuickLayer.Places) -> String {
        switch places {
        case .shapes(let system, _): system.definition.count < 40 ? system.definition : system.title
        case .columns(_, _, let system): system
        }
    }

    var yaml: String {
        """
        # Written by hubplan from the options it was given; edit it and solve it again: hubplan solve study.yaml
        # Paths start from the folder of this file. `hubplan check study.yaml` says what does not fit.
        hubplan: 1
        name: \(YAMLText.quoted(question.name))
        crs: \(YAMLText.quoted(crs))        # all work is done in this system, in metres

        areas:
        \(source(areas))
          key: \(YAMLText.quoted(areas.key))
          vintage: \(YAMLText.quoted(QuickStudy.vintage))     # what the codes are codes of: say LSOA 2021
        \(nameLine(areas))\(pointLine(areas))\
          # settlement: {column: rural_urban, urban: [urban], rural: [rural]}     # without it all areas are urban

        # Families without a car are shown apart, and first. Without these columns everybody counts as without one.
        # households: {total: households, withoutCar: households_without_car}

        services:
          hubs:
            title: hub
            people: \(YAMLText.quoted("people counted as \(question.weight)"))
            children: [\(YAMLText.quoted(question.weight))]
            count: \(question.count)
            objective: \(objective)           # reach: fewest beyond reachWithin; mean: least mean minutes
            reachWithin: \(reach.plain)          # minutes there and back, in which a minute on foot counts twice
            outOfReachBeyond: \((max(150, 2 * reach)).plain)
        \(shareLine)\
            travel: {traveller: \(YAMLText.quoted(question.traveller))}

        sites:
          sites:
        \(source(sites, indent: "    "))
            key: \(YAMLText.quoted(sites.key))
        \(nameLine(sites, indent: "    "))\(pointLine(sites, indent: "    "))\(areaCodeLine)\
            suits: [hubs]
        \(attributeLine)\(rules)
        """
    }

    private func source(_ layer: Layer, indent: String = "  ") -> String {
        var lines = ["\(indent)file: \(YAMLText.quoted(layer.source.file))"]
        if let name = layer.source.layer { lines.append("\(indent)layer: \(YAMLText.quoted(name))") }
        if case .shapes(_, let stated?) = layer.places { lines.append("\(indent)crs: \(YAMLText.quoted(stated))") }
        return lines.joined(separator: "\n")
    }

    private func nameLine(_ layer: Layer, indent: String = "  ") -> String {
        layer.name.map { "\(indent)name: \(YAMLText.quoted($0))\n" } ?? ""
    }

    private func pointLine(_ layer: Layer, indent: String = "  ") -> String {
        guard case .columns(let x, let y, let system) = layer.places else { return "" }
        return "\(indent)point: {x: \(YAMLText.quoted(x)), y: \(YAMLText.quoted(y)), crs: \(YAMLText.quoted(system))}\n"
    }

    private var areaCodeLine: String {
        areaCode.map {
            "    areaCode: {column: \(YAMLText.quoted($0)), vintage: \(YAMLText.quoted(QuickStudy.vintage))}\n"
        } ?? ""
    }

    private var shareLine: String {
        share.map { "    share: {rule: disadvantaged, atLeast: \(YAMLText.quoted($0.atLeast))}\n" } ?? ""
    }

    private var attributeLine: String {
        guard let share, share.owner == .sites else { return "" }
        return "    attributes: {disadvantaged: \(YAMLText.quoted(share.column))}\n"
    }

    private var rules: String {
        guard let share else {
            return """

                # "Doubly disadvantaged" is a named, dated rule; a share of the hubs can then be asked for: see
                # `hubplan init` for how one is written.

                """
        }
        let decision =
            switch share.owner {
            case .sites: "    sites: {attribute: disadvantaged, \(share.test)}"
            case .areas:
                """
                    codes:
                \(source(areas, indent: "      ").split(separator: "\n").filter { !$0.hasPrefix("      crs:") }
                    .joined(separator: "\n"))
                      key: \(YAMLText.quoted(areas.key))
                      vintage: \(YAMLText.quoted(QuickStudy.vintage))
                      where: {column: \(YAMLText.quoted(share.column)), \(share.test)}
                """
            }
        return """

            disadvantage:
              disadvantaged:
                title: \(YAMLText.quoted("places where \(share.words)"))
                calledByTitle: true      # one column is no double disadvantage: reports call these places by the title
                date: "not stated"       # of the list or the index: fill it in
                source: \(YAMLText.quoted("column \(share.column) of the \(share.owner == .sites ? "sites" : "areas")"))
            \(decision)

            """
    }
}
