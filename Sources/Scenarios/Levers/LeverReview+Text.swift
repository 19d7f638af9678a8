internal import Foundation
internal import HubModel

extension LeverReview {
    /// Of a name in a table.
    private static let mostLetters = 32

    /// For people: a table a service, then what each lever is worth in hubs.
    package var text: String {
        var lines = [name]
        for service in services {
            lines += [
                "",
                "\(titles[service] ?? service): mean minutes there and back, children within reach, children who get there "
                    + "and home",
                "",
            ]
            lines += Self.table(
                [("", "hubs as they are", "hubs placed anew")]
                    + rows.filter { $0.service == service }.map { row in
                        (Self.short(row.name), Self.words(row.hubsAsTheyAre), Self.words(row.hubsPlacedAnew))
                    })
            let told = sentences(service)
            if !told.isEmpty { lines += [""] + told }
        }
        let levers = rows.filter { $0.kind == .lever }.reduce(into: [String]()) { lines, row in
            let line = "  \(row.name): \(row.words)"
            if !lines.contains(line) { lines.append(line) }
        }
        lines += ["", "The levers:"] + levers
        if !remarks.isEmpty { lines += [""] + remarks }
        return lines.joined(separator: "\n")
    }

    /// In the order in which they are met.
    var services: [String] {
        rows.reduce(into: []) { services, row in
            if !services.contains(row.service) { services.append(row.service) }
        }
    }

    /// Each column as wide as its longest cell.
    private static func table(_ rows: [(name: String, first: String, second: String)]) -> [String] {
        func padded(_ text: String, _ cells: [String]) -> String {
            text + String(repeating: " ", count: (cells.map(\.count).max() ?? 0) - text.count + 3)
        }
        return rows.map { row in
            "  " + padded(row.name, rows.map(\.name)) + padded(row.first, rows.map(\.first)) + row.second
        }
    }

    /// A lever's name as far as a line has room; the list of levers has it whole.
    private static func short(_ name: String) -> String {
        name.count <= mostLetters ? name : name.prefix(mostLetters - 3).trimmingCharacters(in: .whitespaces) + "..."
    }

    private static func words(_ measure: Measure?) -> String {
        guard let measure else { return "–" }
        let mean = measure.meanMinutes.map { String(format: "%.1f", $0) } ?? "–"
        return "\(mean) min, \(measure.reached.grouped), \(measure.getHome.grouped)"
    }

    /// What each lever saves, and how much of one hub more that is.
    func sentences(_ service: String) -> [String] {
        let own = rows.filter { $0.service == service }
        guard let base = own.first(where: { $0.kind == .base })?.hubsPlacedAnew, base.children > 0 else { return [] }
        let hub = own.first { $0.kind == .hubMore }?.hubsPlacedAnew
        return own.compactMap { row in
            guard row.kind == .lever, let measure = row.hubsAsTheyAre ?? row.hubsPlacedAnew else { return nil }
            let saved = Self.saved(measure, beside: base)
            var text =
                "\(row.name) \(saved >= 0 ? "saves" : "costs") \(String(format: "%.2f", abs(saved))) minutes a child, brings "
                + "\(Self.signed(measure.reached - base.reached)) children within reach and gets "
                + "\(Self.signed(measure.getHome - base.getHome)) home"
            text += row.hubsAsTheyAre == nil ? ", with hubs placed anew" : ", with the hubs as they are"
            if let hub {
                let byHub = Self.saved(hub, beside: base)
                text +=
                    "; one hub more saves \(String(format: "%.2f", byHub)) minutes a child and brings "
                    + "\(Self.signed(hub.reached - base.reached)) within reach"
                if byHub > 0, saved > 0 {
                    text += ", so in minutes it is worth \(String(format: "%.1f", saved / byHub)) hubs"
                }
            }
            return text + "."
        }
    }

    /// Minutes a child.
    private static func saved(_ measure: Measure, beside base: Measure) -> Double {
        (base.meanMinutes ?? 0) - (measure.meanMinutes ?? 0)
    }

    private static func signed(_ children: Int64) -> String {
        children > 0 ? "\(children.grouped) more" : children < 0 ? "\((-children).grouped) fewer" : "no more"
    }
}
