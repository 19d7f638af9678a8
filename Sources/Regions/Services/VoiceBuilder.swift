internal import HubModel
internal import Spatial

/// Rows of the voices file → voices on sites, with vetoes as sites that are ruled out.
///
/// A row that cannot be meant is an error; one that can be honoured in part, or that another contradicts, is told.
struct VoiceBuilder {
    let voices: StudyVoices
    let services: [StudyService]
    let sites: [CandidateSite]
    let areas: [Area]
    let neighbourhoods: [Neighbourhood]

    private var file: String { voices.source.file }

    /// The request with its voices, and with vetoed sites barred.
    func adding(to request: PlacementRequest, files: DataFiles, log: inout BuildLog) throws -> PlacementRequest {
        let table = try files.list(
            voices.source, role: "voices", required: VoicesTable.required, optional: VoicesTable.optional)
        guard table.column("site") != nil || table.column("place") != nil else {
            throw voices.source.filePlace.failure(
                "the file '\(file)' names no site and no place. Give it a column 'site' or 'place'.")
        }
        if table.count == 0 { log.note("The file '\(file)' holds no voices yet.") }
        var request = request
        let reader = VoiceReader(builder: self, table: table)
        for row in 0..<table.count {
            let voice = try reader.voice(row, request: request)
            if voice.sites.isEmpty {
                log.warn(
                    "\(file), row \(voice.row): no candidate site stands in '\(voice.place ?? "")', so this voice changes "
                        + "nothing.")
            }
            try checkRepeats(voice, earlier: request.voices)
            noteContradictions(voice, earlier: request.voices, log: &log)
            try bar(voice, in: &request)
            request.voices.append(voice)
        }
        return request
    }

    private func bar(_ voice: Voice, in request: inout PlacementRequest) throws {
        guard voice.stance == .veto else { return }
        for position in voice.services {
            let service = request.services[position]
            for (fixed, why) in [
                (service.existing, "a hub that exists and that `existing` keeps"), (service.lockedIn, "locked in"),
            ] {
                guard let site = voice.sites.first(where: { fixed.contains($0) }) else { continue }
                throw failure(
                    voice.row, voice.place == nil ? "site" : "place",
                    "the veto rules out \(name(of: site)), which is \(why) for \(services[service.service].id). Take the "
                        + "row out, or let the study do without that hub.")
            }
            let barred = Set(request.services[position].vetoed).union(voice.sites).subtracting(service.lockedOut)
            request.services[position].vetoed = barred.sorted()
        }
    }

    private func checkRepeats(_ voice: Voice, earlier: [Voice]) throws {
        let isSame = { (other: Voice) in
            other.who == voice.who && other.stance == voice.stance && other.sites == voice.sites
                && other.place == voice.place && !Set(other.services).isDisjoint(with: voice.services)
        }
        guard let first = earlier.first(where: isSame) else { return }
        throw failure(
            voice.row, "who",
            "\(voice.who) says here again what row \(first.row) says, and would count twice. Keep one of the two rows.")
    }

    /// A veto stands whoever else supports the site; the report should not hide that somebody does.
    private func noteContradictions(_ voice: Voice, earlier: [Voice], log: inout BuildLog) {
        for other in earlier where Set([other.stance, voice.stance]) == [.support, .veto] {
            guard !Set(other.services).isDisjoint(with: voice.services),
                let site = voice.sites.first(where: { other.sites.contains($0) })
            else { continue }
            let (support, veto) = voice.stance == .veto ? (other, voice) : (voice, other)
            log.warn(
                "\(file): row \(support.row) (\(support.who)) supports \(name(of: site)), and row \(veto.row) "
                    + "(\(veto.who)) vetoes it. The veto stands.")
        }
    }

    func name(of site: UInt32) -> String { "\(sites[Int(site)].name) (\(sites[Int(site)].id))" }

    func failure(_ row: Int, _ column: String, _ sentence: String) -> RegionError {
        voices.source.filePlace.failure("the file '\(file)', row \(row), column '\(column)': \(sentence)")
    }
}

/// One row at a time.
private struct VoiceReader {
    let builder: VoiceBuilder
    let table: VectorLayer
    private let columns: [String: [String?]]

    init(builder: VoiceBuilder, table: VectorLayer) {
        self.builder = builder
        self.table = table
        let names = VoicesTable.required + VoicesTable.optional
        columns = Dictionary(
            uniqueKeysWithValues: names.compactMap { name in table.column(name).map { (name, $0) } })
    }

    /// Trimmed; blank where the file has no such column.
    private func text(_ column: String, _ row: Int) -> String {
        let text = columns[column]?[row] ?? ""
        return String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    func voice(_ row: Int, request: PlacementRequest) throws -> Voice {
        let number = row + 1
        let words = text("stance", row)
        guard let stance = Stance(rawValue: words.lowercased()) else {
            let known = Stance.allCases.map(\.rawValue)
            throw builder.failure(
                number, "stance",
                "'\(words)' is not one of \(Wording.quoted(known, last: "or")).\(NearestName.hint(words, among: known))"
            )
        }
        let who = text("who", row)
        guard !who.isEmpty else {
            throw builder.failure(number, "who", "this is blank. Say who speaks: a person, a group or an office.")
        }
        let date = text("date", row)
        guard date.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/) != nil else {
            throw builder.failure(number, "date", "'\(date)' is not a date. Write it as 2026-11-24.")
        }
        let reason = text("reason", row)
        guard stance != .veto || !reason.isEmpty else {
            throw builder.failure(number, "reason", "a veto binds, so it needs a reason. Write one.")
        }
        let asked = try services(row, request: request)
        let (sites, place) = try whereabouts(row, services: asked, request: request)
        let suiting = asked.filter { position in
            place != nil || sites.contains { suits($0, position, request: request) }
        }
        guard !suiting.isEmpty else {
            throw builder.failure(
                number, "site",
                "\(builder.name(of: sites[0])) suits none of the services this row is about. "
                    + "Take the row out, or list the service under the layer's `suits`.")
        }
        return Voice(
            row: number, stance: stance, services: suiting, sites: sites, place: place, who: who, date: date,
            reason: reason)
    }

    private func suits(_ site: UInt32, _ position: Int, request: PlacementRequest) -> Bool {
        let bit = UInt32(1) << UInt32(request.services[position].service)
        let site = builder.sites[Int(site)]
        return (site.suits | site.gives) & bit != 0
    }

    /// All of them where the row names none.
    private func services(_ row: Int, request: PlacementRequest) throws -> [Int] {
        let name = text("service", row)
        guard !name.isEmpty else { return Array(request.services.indices) }
        let known = request.services.map { builder.services[$0.service].id }
        guard let position = known.firstIndex(of: name) else {
            throw builder.failure(
                row + 1, "service",
                "there is no service '\(name)'; there are \(known.joined(separator: ", "))."
                    + NearestName.hint(name, among: known))
        }
        return [position]
    }

    private func whereabouts(
        _ row: Int, services: [Int], request: PlacementRequest
    ) throws -> (sites: [UInt32], place: String?) {
        let (site, place) = (text("site", row), text("place", row))
        switch (site.isEmpty, place.isEmpty) {
        case (true, true):
            throw builder.failure(row + 1, "site", "this is blank, and so is the place. Name one of the two.")
        case (false, false):
            throw builder.failure(row + 1, "site", "the row names a site and a place. Keep one of the two.")
        case (false, true):
            guard let index = builder.sites.firstIndex(where: { $0.id == site }) else {
                throw builder.failure(
                    row + 1, "site",
                    "there is no site '\(site)'.\(NearestName.hint(site, among: builder.sites.map(\.id)))")
            }
            return ([UInt32(index)], nil)
        case (true, false):
            let inPlace = try sites(in: place, row: row)
            return (inPlace.filter { site in services.contains { suits(site, $0, request: request) } }, place)
        }
    }

    /// Neighbourhoods come first, then areas; either by name or by code, whatever the case of the letters.
    private func sites(in place: String, row: Int) throws -> [UInt32] {
        let wanted = place.lowercased()
        let neighbourhoods = builder.neighbourhoods.indices.filter {
            builder.neighbourhoods[$0].isCalled(place) || builder.neighbourhoods[$0].code.lowercased() == wanted
        }
        let areas = builder.areas.indices.filter {
            [builder.areas[$0].name.lowercased(), builder.areas[$0].code.lowercased()].contains(wanted)
        }
        let found = neighbourhoods.isEmpty ? areas.count : neighbourhoods.count
        guard found > 0 else {
            let known = builder.neighbourhoods.map(\.fullName) + builder.areas.map(\.name)
            throw builder.failure(
                row + 1, "place", "there is no place '\(place)'.\(NearestName.hint(place, among: known))")
        }
        guard found == 1 else {
            let called =
                neighbourhoods.isEmpty
                ? areas.map { builder.areas[$0].code }
                : neighbourhoods.map { "\(builder.neighbourhoods[$0].fullName) (\(builder.neighbourhoods[$0].code))" }
            throw builder.failure(
                row + 1, "place",
                "'\(place)' is the name of \(found) places. Write the one that is meant with its district or as its code: "
                    + Wording.firstFive(called, separator: "; ") + ".")
        }
        return builder.sites.indices.filter { index in
            let site = builder.sites[index]
            return neighbourhoods.isEmpty
                ? Int(site.area) == areas[0] : site.neighbourhood.map { Int($0) == neighbourhoods[0] } ?? false
        }.map { UInt32($0) }
    }
}
