internal import HubModel

/// The study file of a place, and the sentences that tell of it: text alone, everything is decided before.
struct PlaceStudyText {
    let request: PlaceRequest
    let extent: PlaceExtent
    /// "Rother, a district (E07000064)", one a place.
    let described: [String]
    /// One a kind of hub; nil where no site suits it.
    let choices: [HubChoice?]
    let needs: NeedsIndex?
    let wardCount: Int

    private typealias Areas = EnglandLayers.AreaColumn
    private typealias Sites = EnglandLayers.SiteColumn
    private typealias Outlines = EnglandLayers.OutlineColumn

    private var file: String { Self.quoted(request.package.written) }
    private var made: [HubChoice] { choices.compactMap { $0 } }
    private var reach: String { HubChoice.distance(request.buffer) }

    /// Kinds of hub that no site suits.
    private var left: [HubKind] { zip(HubKind.all, choices).filter { $1 == nil }.map(\.0) }

    // MARK: For whoever asked

    var sentences: [String] {
        var lines = ["\(described.joined(separator: "; ")). \(areasSentence)"]
        for choice in made {
            let across =
                extent.across.isEmpty || !request.countsAcross
                ? "" : " and \(choice.peopleAcross.grouped) across its border"
            lines.append(
                "\(choice.hub.title)s: \(choice.count), for \(choice.people.grouped) \(choice.hub.people)\(across); "
                    + "\(Words.count(choice.sites.count, "candidate")). \(choice.countReason).")
            lines.append(choice.shareReason)
        }
        if !ending.isEmpty {
            lines.append(
                "Hubs may stand across the border: the last lines of the study say how to keep them in \(extent.title)."
            )
        }
        if request.countsAcross, made.contains(where: { $0.peopleAcross > $0.people }) {
            lines.append(
                "More of the people who count live across the border than in the place, and the plan will serve them "
                    + "first: a smaller --buffer or --own-people-only changes that.")
        }
        return lines + left.map(leftOut)
    }

    private var areasSentence: String {
        let own = "\(Words.count(extent.inside.count, "area")) of the place"
        guard request.buffer > 0 else { return own + ", and none across its border." }
        let people =
            request.countsAcross ? "The people of both count" : "Only the people of the place count"
        return "\(own), and \(extent.across.count.grouped) across its border within \(reach). \(people)."
    }

    private func leftOut(_ hub: HubKind) -> String {
        "No \(hub.title): no site that suits it (\(hub.sitesTitle), libraries, all-through schools) stands in the place"
            + (request.buffer > 0 ? " or within \(reach) of it." : ".")
    }

    // MARK: The file

    var yaml: String {
        let blocks = [
            head, areas, households, services, sites, neighbourhoods, tables, disadvantage, deprived, groups, backdrop,
            ending,
        ]
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private var head: [String] {
        [
            "# \(Self.line("Hubs for \(described.joined(separator: "; "))."))",
            "# A beginning, to be changed: then hubplan check, hubplan solve. Every field is told of in StudyFile.md, which",
            "# stands in share/hubplan/documentation where hubplan is installed, and in HubPlan.docc in its source.",
            "hubplan: 1", "name: \(Self.quoted("Hubs for \(extent.title)"))", "crs: EPSG:27700",
        ]
    }

    private var areas: [String] {
        var lines = ["areas:", "  file: \(file)", "  layer: \(EnglandLayers.areas)", "  key: \(Areas.code)"]
        lines += ["  vintage: LSOA 2021", "  name: \(Areas.name)"]
        lines.append(
            "  licence: \"Open Government Licence v3.0 (contains OS data © Crown copyright and database right); none is "
                + "stated for the list of left-behind wards\"")
        lines += Self.comment(areasSentence, indent: 2)
        switch extent.pick {
        case .values(let kind, let values): lines += Self.filter(kind.column, values, indent: 2)
        case .drawn:
            guard let drawn = request.drawn else { break }
            let layer = drawn.layer.map { ", layer: \(Self.quoted($0))" } ?? ""
            lines.append("  within: {file: \(Self.quoted(drawn.written))\(layer)}")
        }
        if request.buffer > 0 {
            lines += Self.comment(
                "Hubs may stand across the border within that distance. With countPeople: false the people there do "
                    + "not count.", indent: 2)
            lines.append(
                "  buffer: {metres: \(Self.number(request.buffer)), countPeople: \(request.countsAcross)}")
        }
        lines += [
            "  outlines: {file: \(file), layer: \(EnglandLayers.areaOutlines), key: \(Outlines.areaCode), vintage: LSOA 2021}",
            "  settlement: {column: \(Areas.settlement), urban: [UN1, UF1], rural: [RLN1, RSN1, RLF1, RSF1]}",
            "  attributes:", "    region: \(Areas.region)", "    district: \(Areas.district)",
            "    districtName: \(Areas.districtName)", "    ward: \(Areas.ward)",
        ]
        return lines
    }

    private var households: [String] {
        [
            "# Census 2021, table TS045.",
            "households: {total: \(Areas.households), withoutCar: \(Areas.householdsWithoutCar)}",
        ]
    }

    private var services: [String] {
        ["services:"]
            + Self.comment(
                "Residents by year of age: ONS, mid-2020, carried from the small areas of 2011 to those of 2021.",
                indent: 2)
            + left.flatMap { Self.comment(leftOut($0), indent: 2) } + made.flatMap(service)
    }

    private func service(_ choice: HubChoice) -> [String] {
        let hub = choice.hub
        let ages = hub.ages.map { Areas.aged($0) }.joined(separator: ", ")
        let share =
            switch choice.share {
            case .half: "atLeast: 50%"
            case .asHighAsPossible: "aim: asHighAsPossible"
            case .told: "aim: reportOnly"
            }
        return ["  \(hub.id):"] + Self.comment(choice.countReason + ".", indent: 4) + [
            "    count: \(choice.count)", "    title: \(hub.title)", "    people: \(hub.people)",
            "    children: {sum: [\(ages)]}", "    opens: \(Self.quoted(hub.opens))",
            "    closes: \(Self.quoted(hub.closes))", "    objective: \(hub.objective)",
        ]
            + Self.comment(
                "Minutes there and back, in which a minute on foot counts twice. The opening hours are our assumption.",
                indent: 4)
            + [
                "    reachWithin:", "      value: \(hub.reachWithin)", "      mark: looked up",
                "      source: \(Self.quoted(hub.reachSource))",
                "    outOfReachBeyond: {value: \(hub.outOfReachBeyond), mark: assumed, source: "
                    + "\"a walk of an hour each way, which no source gives\"}",
                "    share: {rule: \(choice.rule.id), \(share)}", "    travel: \(hub.travel)",
            ]
    }

    private var sites: [String] {
        func has(_ kinds: [String]) -> Bool { extent.sites.contains { kinds.contains($0.kind) } }
        let every = made.map(\.hub.id).joined(separator: ", ")
        let areaCode = "    areaCode: {column: \(Sites.area), vintage: LSOA 2021}"
        var lines = ["sites:"]
        lines += Self.comment(
            "Schools as registered by the Department for Education. Libraries, where listed, may have closed since: look "
                + "before deciding.", indent: 2)
        func add(_ id: String, _ kinds: [String], suits: String, _ others: [String] = []) {
            guard has(kinds) else { return }
            lines += [
                "  \(id):", "    file: \(file)", "    layer: \(EnglandLayers.sites)", "    key: \(Sites.id)",
                "    name: \(Sites.name)",
            ]
            lines += others
            lines += [
                "    where: {column: \(Sites.kind), in: [\(kinds.joined(separator: ", "))]}", "    suits: [\(suits)]",
                "    attributes: {kind: \(Sites.kind)}",
            ]
        }
        for hub in made.map(\.hub) { add(hub.layer, hub.siteKinds, suits: hub.id, [areaCode]) }
        add("allThroughSchools", [HubKind.allThrough], suits: every, [areaCode])
        add("libraries", [HubKind.library], suits: every)
        return lines
    }

    private var neighbourhoods: [String] {
        [
            "# Residents know a site by its ward of 2022.", "neighbourhoods:", "  file: \(file)",
            "  layer: \(EnglandLayers.wards)", "  key: \(Outlines.wardCode)", "  vintage: Ward 2022",
            "  name: \(Outlines.wardName)",
            "  district: districtName      # several wards may be called City: it is told beside the ward's name",
        ]
    }

    private var tables: [String] {
        guard let needs, let file = request.needsIndex else { return [] }
        return [
            "# A file of your own: it stays where it is.", "tables:",
            "  cni23: {file: \(Self.quoted(file.written)), key: \(Self.quoted(needs.keyColumn)), vintage: LSOA 2021}",
        ]
    }

    private static let accuracy =
        "    accuracy: {value: 150, mark: measured, source: \"the outlines are generalised, 40 to 300 m out\"}"

    private var disadvantage: [String] {
        var lines = ["disadvantage:"]
        lines += Self.comment(
            made.map(\.shareReason).joined(separator: " ")
                + " Half is what was recommended for the whole network of Young Futures hubs; for other hubs, and for "
                + "one place, it is our extension.", indent: 2)
        lines += [
            "  wards225:", "    title: the \(wardCount) 'left-behind' wards of 2020", "    date: \"2020\"",
            "    source: Local Trust and OCSI; worst tenth of both the Community Needs Index 2019 and IMD 2019",
            "    places:", "      kind: wards", "      polygons:", "        file: \(file)",
            "        layer: \(EnglandLayers.leftBehindWards)", "        key: \(Outlines.leftBehindWardCode)",
            "        vintage: Ward 2017", "        name: \(Outlines.leftBehindWardName)",
        ]
        lines += Self.comment("Metres: a site this near to an edge is marked borderline.", indent: 4)
        lines.append(Self.accuracy)
        if let needs {
            lines += [
                "  worstTenthOfBoth:", "    title: the areas in the worst tenth of both CNI 2023 and IMD 2025",
                "    date: \"2025\"",
                "    source: OCSI, Community Needs Index 2023; MHCLG, Indices of Deprivation 2025",
                "    thresholds:", "      - {column: \(Self.quoted("cni23/" + needs.rankColumn)), worst: 10%}",
                "      - {column: \(Areas.deprivationRank), worst: 10%}", Self.accuracy,
            ]
        }
        return lines
    }

    private var deprived: [String] {
        [
            "# Deprivation alone, which is not double disadvantage: for comparison in tables.", "deprived:",
            "  title: the most deprived tenth by IMD 2025",
            "  thresholds: [{column: \(Areas.deprivationDecile), atMost: 1}]",
        ]
    }

    private var groups: [String] {
        func group(_ ages: ClosedRange<Int>, for hub: HubKind) -> String {
            let columns = ages.map { Areas.aged($0) }.joined(separator: ", ")
            return
                "  age\(ages.lowerBound)to\(ages.upperBound): {title: aged \(ages.lowerBound) to \(ages.upperBound), "
                + "for: \(hub.id), sum: [\(columns)]}"
        }
        return ["groups:"]
            + Self.comment(
                "Ages that each kind of hub is for. Add groups that share a protected characteristic where you have counts of them.",
                indent: 2)
            + made.map(\.hub).flatMap { hub in hub.ageGroups.map { group($0, for: hub) } }
    }

    private var backdrop: [String] {
        [
            "backdrop:", "  file: \(file)", "  layer: \(EnglandLayers.districts)", "  key: \(Outlines.districtCode)",
            "  vintage: LAD 2024", "  name: \(Outlines.districtName)",
        ]
    }

    /// How to keep every hub in the place itself.
    private var ending: [String] {
        guard !extent.across.isEmpty, case .values(let kind, let values) = extent.pick, values.count <= 4,
            let choice = made.first
        else { return [] }
        let list = values.map(Self.plain).joined(separator: ", ")
        return Self.comment(
            "To keep every hub in \(extent.title) itself, write under each service, with its own count:", indent: 0)
            + [
                "#   limits: [{title: \(Self.quoted("hubs in \(extent.title)")), where: {attribute: \(kind.title), in: [\(list)]}, "
                    + "atLeast: \(choice.count)}]"
            ]
    }

    // MARK: Writing YAML

    private static let width = 116

    /// A comment of as many lines as it takes.
    static func comment(_ text: String, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent) + "#"
        var lines = [margin]
        for word in line(text).split(separator: " ") {
            if lines[lines.count - 1].count + word.count + 1 > width { lines.append(margin) }
            lines[lines.count - 1] += " " + word
        }
        return lines
    }

    /// `where` with a list of values, on one line when it fits.
    private static func filter(_ column: String, _ values: [String], indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        let short = "\(margin)where: {column: \(column), in: [\(values.map(plain).joined(separator: ", "))]}"
        guard short.count > width else { return [short] }
        var lines = [margin + "where:", margin + "  column: \(column)", margin + "  in:", margin + "    ["]
        for (number, value) in values.enumerated() {
            let item = plain(value) + (number + 1 < values.count ? "," : "]")
            if lines[lines.count - 1].count + item.count + 1 > width { lines.append(margin + "     ") }
            let isFirst = lines[lines.count - 1].hasSuffix("[") || lines[lines.count - 1].allSatisfy { $0 == " " }
            lines[lines.count - 1] += (isFirst ? "" : " ") + item
        }
        return lines
    }

    /// Letters, digits, spaces and hyphens need no quotes.
    private static func plain(_ text: String) -> String {
        let isSafe = text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber || " -".contains($0) }
        return isSafe ? text : quoted(text)
    }

    private static func quoted(_ text: String) -> String {
        "\"" + line(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// On one line, whatever it holds.
    private static func line(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && value < 1e15 ? String(Int64(value)) : String(value)
    }
}
