internal import HubModel
internal import Spatial

/// Applies the study's corrections to its sites, one after another.
struct SiteCorrections {
    let study: Study
    let projector: Projector
    let areas: SiteAreas

    /// - Parameters:
    ///   - sites: of every layer, in any order.
    ///   - log: told what was corrected.
    /// - Throws: `RegionError` where a correction names what there is not, or cannot be meant.
    func apply(to sites: inout [CandidateSite], log: inout BuildLog) throws {
        guard !study.corrections.isEmpty else { return }
        let numbers = Dictionary(
            sites.indices.map { (sites[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        func number(_ name: StudyName) throws -> Int {
            guard let number = numbers[name.text] else {
                throw name.place.failure(
                    "there is no site '\(name.text)'.\(NearestName.hint(name.text, among: sites.map(\.id)))")
            }
            return number
        }
        var corrected = Set<String>()
        for correction in study.corrections {
            for name in correction.sites {
                let site = try number(name)
                try apply(correction, to: &sites[site], at: name.place)
                corrected.insert(sites[site].id)
                if let target = correction.movedTo {
                    let other = try number(target)
                    try move(&sites, from: site, to: other, correction)
                    corrected.insert(sites[other].id)
                }
            }
        }
        log.note(
            "\(Wording.count(corrected.count, "site")) \(Wording.verb(corrected.count, "is", "are")) not as "
                + "\(Wording.verb(corrected.count, "its layer says", "their layers say")), by the study's corrections "
                + "(\(Wording.firstFive(corrected.sorted()))).")
    }

    private func apply(_ correction: StudyCorrection, to site: inout CandidateSite, at place: StudyPlace) throws {
        let suits = bits(correction.alsoSuits)
        site.suits |= suits
        if let gives = correction.gives {
            site.gives = bits(gives)
            site.suits |= site.gives
        }
        if let status = correction.status { site.status = status }
        let exists = site.status == .open || site.status == .planned
        if !exists { site.gives = 0 }
        if exists, correction.status != nil || correction.gives != nil, site.gives == 0 {
            throw place.failure(
                "the site '\(site.id)' shall be a hub that is \(site.status.rawValue), but gives nothing. Say which service, "
                    + "with `gives`.")
        }
        if correction.gives != nil, !exists {
            throw place.failure(
                "the site '\(site.id)' is \(site.status.rawValue), so it gives nothing. Write `status: open` beside `gives`."
            )
        }
        if let point = correction.point { try put(&site, at: point) }
    }

    private func put(_ site: inout CandidateSite, at position: StudyPosition) throws {
        let point = try projector.point(position)
        guard case .area(let area) = areas.standing(of: point, code: "") else {
            throw position.place.failure(
                "\(position.x), \(position.y) lies outside the study's areas. Check x, y and crs.")
        }
        site.point = point
        site.area = UInt32(area)
    }

    /// The hub closes where it is and stands in the other building.
    private func move(_ sites: inout [CandidateSite], from: Int, to: Int, _ correction: StudyCorrection) throws {
        guard sites[from].gives != 0 else {
            throw correction.place.failure(
                "no hub stands at '\(sites[from].id)' today, so none can move to '\(sites[to].id)'. Add it there instead."
            )
        }
        guard from != to else { throw correction.place.failure("the hub moves to where it is. Name another site.") }
        sites[to].gives |= sites[from].gives
        sites[to].suits |= sites[from].gives
        sites[to].status = sites[from].status
        sites[from].gives = 0
        sites[from].status = .closed
    }

    private func bits(_ names: [StudyName]) -> UInt32 {
        names.reduce(0) { bits, name in
            study.services.firstIndex { $0.id == name.text }.map { bits | 1 << UInt32($0) } ?? bits
        }
    }
}

extension Projector {
    /// A position of the study in its own system.
    /// - Throws: where the system is unknown, or does not cover it.
    func point(_ position: StudyPosition) throws -> Point {
        guard let x = PlainNumber.read(position.x), let y = PlainNumber.read(position.y) else {
            throw position.place.failure("'\(position.x)', '\(position.y)' are no coordinates.")
        }
        let given = Point(x: x, y: y)
        let system = try system(position.crs, at: position.place)
        guard try areInAreaOfUse([given], from: system).first == true,
            let point = try points([given], from: system).first ?? nil
        else {
            throw position.place.failure(
                "\(position.x), \(position.y) lies outside where \(target.title) may be used. Check x, y and crs.")
        }
        return point
    }
}
