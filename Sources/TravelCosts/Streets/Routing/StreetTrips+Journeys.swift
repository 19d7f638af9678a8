internal import HubModel

extension StreetTrips: JourneyTeller {
    package func legs(area: Int, site: Int) -> [JourneyLeg] {
        guard let home = areas[area], let hub = sites[site], let out = router.path(from: home, to: hub),
            let back = router.path(from: hub, to: home)
        else { return [] }
        return legs(out, isHome: false) + legs(back, isHome: true)
    }

    package func refusal(area: Int, site: Int) -> String? {
        let limit = "\(Int(router.profile.snapLimit)) m"
        guard let home = areas[area] else { return "home lies more than \(limit) from any street that may be used" }
        guard let hub = sites[site] else { return "the hub lies more than \(limit) from any street that may be used" }
        let leadsThere = router.path(from: home, to: hub) != nil
        guard !leadsThere || router.path(from: hub, to: home) == nil else { return nil }
        let direction = leadsThere ? "home" : "there"
        return switch router.profile.mode {
        case .foot: "no way \(direction) along streets that may be used is within the longest walk"
        case .cycle: "no way \(direction) along streets that may be used is within the longest ride"
        case .car: "no way \(direction) along roads is within the longest drive"
        }
    }

    private func legs(_ path: StreetPath, isHome: Bool) -> [JourneyLeg] {
        let profile = router.profile
        let line = index.line(path)
        let parking = profile.parkingSeconds / 60
        let named = Self.names(path)
        let along = named.isEmpty ? "along streets without a name" : "by \(named)"
        switch profile.mode {
        case .foot:
            let minutes = path.leg.metres / profile.metresPerSecond / 60
            let walk = JourneyLeg(
                words: "Walk \(Self.length(path.leg.metres)) \(along)", minutes: minutes, metres: path.leg.metres,
                isHome: isHome, path: line)
            let crossing = Double(path.leg.crossingCentiseconds) / 6000
            guard crossing > 0 else { return [walk] }
            return [walk, JourneyLeg(words: "Cross roads and railways on the way", minutes: crossing, isHome: isHome)]
        case .cycle, .car:
            let verb = profile.mode == .car ? "Drive" : "Cycle"
            let ride = JourneyLeg(
                words: "\(verb) \(Self.length(path.leg.metres)) \(along)", minutes: Double(path.leg.cost) / 6000,
                metres: path.leg.metres, isHome: isHome, path: line)
            return [ride, JourneyLeg(words: "Park", minutes: parking, isHome: isHome)]
        }
    }

    /// The names of up to five streets that make up the most of a route, in the order of travel.
    private static func names(_ path: StreetPath) -> String {
        var metres: [String: Double] = [:]
        var order: [String] = []
        for stretch in path.stretches {
            guard let name = stretch.name else { continue }
            if metres[name] == nil { order.append(name) }
            metres[name, default: 0] += stretch.metres
        }
        let ranked = order.enumerated().sorted {
            let (a, b) = (metres[$0.element] ?? 0, metres[$1.element] ?? 0)
            return a != b ? a > b : $0.offset < $1.offset
        }
        return ranked.prefix(5).sorted { $0.offset < $1.offset }.map(\.element).joined(separator: ", ")
    }

    private static func length(_ metres: Double) -> String {
        metres < 1000 ? "\(Int(metres.rounded())) m" : "\((metres / 100).rounded() / 10) km"
    }
}
