/// Walks to and from stops by way of the gates, where there are no streets to walk along.
package struct GateWalks: Sendable {
    private let paths: GatePaths
    private let walk: StopAccess.StraightWalk

    /// - Parameters:
    ///   - network: its areas are where walks lead, its sites where they begin.
    ///   - walk: how straight lines become walks; its limit is not used.
    package init(_ network: FaceNetwork, walk: StopAccess.StraightWalk) {
        paths = GatePaths(network, byVehicle: false, metresPerMinute: 60 * walk.metresPerSecond / walk.circuity)
        self.walk = walk
    }

    /// Every walk that begins at one of the network's sites.
    /// - Parameters:
    ///   - site: where they begin.
    ///   - limit: longest walk, in street metres; a minute at a crossing counts as the metres walked in it.
    /// - Returns: areas, ascending, with whole seconds, rounded up.
    package func walks(site: Int, limit: Double) -> [(area: UInt32, seconds: Int32)] {
        paths.reach(site: site, within: limit / walk.circuity).compactMap { reach in
            let seconds = (reach.metres * walk.circuity / walk.metresPerSecond + 60 * reach.minutes).rounded(.up)
            return Int32(exactly: seconds).map { (reach.area, $0) }
        }
    }
}
