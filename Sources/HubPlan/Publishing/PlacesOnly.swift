internal import HubModel
internal import Regions
internal import Reports

extension RunRecord {
    /// The record as it may be published.
    func published(_ publish: Telling.Publish) throws -> RunRecord {
        publish == .places ? PlacesOnly(self).record : self
    }
}

/// Leaves buildings out of a record, so that no file made from it can name one: a site's name becomes its place, its id
/// a number within the place, its point one inside the place; texts that name a building go, and so do the certificate,
/// which holds every site's point, and who said what of the voices.
///
/// Minutes stay as they are. Whoever has the list of sites and the travel model can work back from them to a building.
struct PlacesOnly {
    private(set) var record: RunRecord
    private let words: BuildingWords

    init(_ record: RunRecord) {
        self.record = record
        words = BuildingWords(record.region.sites)
        replaceSites()
        clearTexts()
        self.record.certificate = nil
        self.record.showsPlacesOnly = true
    }

    // MARK: Sites

    private mutating func replaceSites() {
        var region = record.region
        let numbers = numbersInPlace()
        for index in region.sites.indices {
            let site = region.sites[index]
            let place = PlaceOfSite(site)
            let number = numbers[UInt32(index)].map { "-\($0)" } ?? ""
            region.sites[index].name = record.region.name(of: place)
            region.sites[index].id = record.region.code(of: place) + number
            region.sites[index].point = record.region.point(of: place)
            region.sites[index].layer = ""
            region.sites[index].status = .candidate
            region.sites[index].suits = 0
        }
        for rule in region.rules.indices {
            for site in region.rules[rule].sites.indices { region.rules[rule].sites[site].metresToBoundary = nil }
        }
        region.siteAttributes = [:]
        record.region = region
    }

    /// From 1 in each place, over the sites that are told of: those with more children first, so that the order of the
    /// ids is not told either.
    private func numbersInPlace() -> [UInt32: Int] {
        var order: [UInt32] = []
        for figures in [record.figures, record.comparison?.figures, record.baseline].compactMap({ $0 }) {
            for service in figures.services {
                order += service.hubs.sorted {
                    ($1.figures.children, $1.figures.tenthMinutes, $0.site)
                        < ($0.figures.children, $0.figures.tenthMinutes, $1.site)
                }.map(\.site)
            }
        }
        order += record.ties.flatMap { $0.hubs.flatMap { $0.ties.map(\.site) + $0.otherPlan } }
        order += record.moves.flatMap { [$0.from, $0.to] }
        var numbers: [UInt32: Int] = [:]
        var taken: [PlaceOfSite: Int] = [:]
        for site in order where numbers[site] == nil {
            let place = PlaceOfSite(record.region.sites[Int(site)])
            taken[place, default: 0] += 1
            numbers[site] = taken[place]
        }
        return numbers
    }

    // MARK: Texts

    private mutating func clearTexts() {
        let kept = record.region.findings.filter { !words.areIn($0.sentence) }
        let left = record.region.findings.count - kept.count
        record.region.findings = kept
        if left > 0 {
            record.region.findings.append(
                Finding(
                    .note,
                    "\(left) \(left == 1 ? "remark that names a building was" : "remarks that name buildings were") "
                        + "left out of this publication."))
        }
        // A study that locks sites in or out names them.
        if words.areIn(record.study.text) { record.study.text = "" }
        for service in record.request.services.indices {
            for limit in record.request.services[service].limits.indices {
                record.request.services[service].limits[limit].title = title(
                    record.request.services[service].limits[limit].title)
            }
        }
        clearTitles(of: &record.figures)
        if var best = record.comparison {
            clearTitles(of: &best.figures)
            record.comparison = best
        }
        for match in record.matching.indices {
            let entry = record.matching[match].entry
            record.matching[match].entry = entry.split(separator: ":").first.map(String.init) ?? ""
            record.matching[match].metres = nil
        }
        for voice in record.request.voices.indices {
            record.request.voices[voice].who = ""
            record.request.voices[voice].reason = ""
        }
    }

    private func clearTitles(of figures: inout PlanFigures) {
        for service in figures.services.indices {
            for rule in figures.services[service].rules.indices {
                figures.services[service].rules[rule].title = title(figures.services[service].rules[rule].title)
            }
        }
    }

    private func title(_ title: String) -> String { words.areIn(title) ? "hubs at sites that the study names" : title }
}

/// Names and ids of buildings, to be found in sentences.
private struct BuildingWords {
    private let names: Set<String>
    private let ids: Set<String>

    init(_ sites: [CandidateSite]) {
        names = Set(sites.map { $0.name.lowercased() }).subtracting([""])
        ids = Set(sites.map { $0.id.lowercased() }).subtracting([""])
    }

    func areIn(_ sentence: String) -> Bool {
        let text = sentence.lowercased()
        if names.contains(where: { text.contains($0) }) { return true }
        let tokens = text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "/" || $0 == ".") }
        return tokens.contains { ids.contains($0.trimmingSuffix { $0 == "." || $0 == "-" }) }
            || ids.contains { $0.contains(" ") && text.contains($0) }
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
        var end = self
        while let last = end.last, isTrimmed(last) { end.removeLast() }
        return String(end)
    }
}

extension Region {
    /// Inside the place; of an area the middle of where its people live.
    fileprivate func point(of place: PlaceOfSite) -> Point {
        switch place {
        case .neighbourhood(let index):
            InteriorPoint.of(neighbourhoods[Int(index)].outline)
                ?? areas.first?.point ?? Point(x: 0, y: 0)
        case .area(let index): areas[Int(index)].point
        }
    }
}
